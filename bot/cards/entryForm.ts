import { ENTRY_KINDS } from '../domain/sourceKinds'
import type { SourceOutcome } from '../flows/sourceOutcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import type { Choice } from './elements'
import {
  buttons,
  choiceField,
  complaint,
  eyebrow,
  personField,
  sideBySide,
  small,
  textField,
  title,
} from './parts'
import type { Look } from './look'
import { plain } from './text'
import type { Reader } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

function usualIntervals(w: Words): readonly (readonly [days: number, words: string])[] {
  return [
    [7, w.source.everyWeek],
    [14, w.source.every2Weeks],
    [30, w.source.everyMonth],
    [60, w.source.every2Months],
    [90, w.source.every3Months],
    [180, w.source.every6Months],
  ]
}

/** What stands in the choice when the kind's own interval is meant. */
const USUAL = 'usual'
/** A longer text is edited on the tab. */
const LONGEST_ECHOED = 15_000

/** Asks for an entry, with what stands or was typed filled in. */
export function entryFormCard(
  { project, entry, typed, members, problem }: Extract<SourceOutcome, { kind: 'entryForm' }>,
  look: Look = {},
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const isWritten = entry !== null && entry.content.kind !== 'empty'
  const question = isWritten ? w.source.whatTrue : entry ? w.source.whereIs : w.source.whatFind
  return card(`${entry ? `${entry.id}: ` : ''}${question}`, [
    eyebrow(entry ? `${entry.id} · ${plain(entry.title)}` : w.source.newPage(plain(project.name, 80))),
    title(question),
    ...(problem === null ? [] : [complaint(w.source.problem[problem])]),
    textField(inputOf('entry.save', 'title'), w.source.title, {
      placeholder: w.source.exampleTitle,
      ...(typed.title === '' ? {} : { value: typed.title }),
    }),
    textField(inputOf('entry.save', 'content'), w.source.linkOrText, {
      placeholder: 'https://…',
      isMultiline: true,
      ...(typed.content === '' ? {} : { value: typed.content.slice(0, LONGEST_ECHOED) }),
    }),
    sideBySide(
      choiceField(inputOf('entry.save', 'about'), w.source.about, kinds(w), {
        value: typed.about ?? 'other',
      }),
      personField(
        inputOf('entry.save', 'owner'),
        w.source.whoAnswers,
        members,
        {
          nobody: w.source.iDo,
          chosen: typed.owner,
        },
        w,
      ),
      'medium',
    ),
    choiceField(inputOf('entry.save', 'reviewDays'), w.source.askWhether, intervals(typed.reviewDays, w), {
      value: typed.reviewDays === null ? USUAL : String(typed.reviewDays),
      spacing: 'medium',
    }),
    {
      type: 'Input.Toggle',
      id: inputOf('entry.save', 'toBeRead'),
      title: w.source.askRead,
      value: typed.toBeRead ? 'true' : 'false',
      wrap: true,
    },
    small(w.source.oneCard),
    ...buttons([
      execute(w.common.save, 'entry.save', {
        project: project.id,
        seen: entry?.version ?? null,
        ...(entry ? { id: entry.id } : {}),
        ...(look.question ? { question: look.question } : {}),
        ...(look.over ? { over: true } : {}),
      }),
      entry
        ? execute(w.common.back, 'entry.show', { project: project.id, id: entry.id })
        : execute(w.common.allPages, 'source.show', { project: project.id }),
    ]),
  ])
}

function kinds(w: Words): readonly Choice[] {
  return ENTRY_KINDS.map((value) => ({ title: w.source.kind[value], value }))
}

function intervals(chosen: number | null, w: Words): Choice[] {
  const known = usualIntervals(w).some(([days]) => days === chosen)
  const own = chosen === null || known ? [] : [{ title: w.source.everyDays(chosen), value: String(chosen) }]
  return [
    ...(chosen === null ? [{ title: w.source.usual, value: USUAL }] : []),
    ...own,
    ...usualIntervals(w).map(([days, title]) => ({ title, value: String(days) })),
  ]
}
