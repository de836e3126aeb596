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
import { ENTRY_PROBLEM, KIND_WORDS } from './sourceWords'
import { counted, plain } from './text'

const INTERVALS: readonly (readonly [days: number, words: string])[] = [
  [7, 'Every week'],
  [14, 'Every 2 weeks'],
  [30, 'Every month'],
  [60, 'Every 2 months'],
  [90, 'Every 3 months'],
  [180, 'Every 6 months'],
]
/** What stands in the choice when the kind's own interval is meant. */
const USUAL = 'usual'
/** A longer text is edited on the tab. */
const LONGEST_ECHOED = 15_000

/** Asks for an entry, with what stands or was typed filled in. */
export function entryFormCard(
  { project, entry, typed, members, problem }: Extract<SourceOutcome, { kind: 'entryForm' }>,
  look: Look = {},
): Card {
  const isWritten = entry !== null && entry.content.kind !== 'empty'
  const question = isWritten
    ? 'What is true now?'
    : entry
      ? 'Where is it, or what does it say?'
      : 'What should everybody find?'
  return card(`${entry ? `${entry.id}: ` : ''}${question}`, [
    eyebrow(entry ? `${entry.id} · ${plain(entry.title)}` : `${plain(project.name, 80)} · new page`),
    title(question),
    ...(problem === null ? [] : [complaint(ENTRY_PROBLEM[problem])]),
    textField(inputOf('entry.save', 'title'), 'Title', {
      placeholder: 'UAT guide',
      ...(typed.title === '' ? {} : { value: typed.title }),
    }),
    textField(inputOf('entry.save', 'content'), 'Link or text', {
      placeholder: 'https://…',
      isMultiline: true,
      ...(typed.content === '' ? {} : { value: typed.content.slice(0, LONGEST_ECHOED) }),
    }),
    sideBySide(
      choiceField(inputOf('entry.save', 'about'), 'About', KINDS, { value: typed.about ?? 'other' }),
      personField(inputOf('entry.save', 'owner'), 'Who answers for it', members, {
        nobody: 'I do',
        chosen: typed.owner,
      }),
      'medium',
    ),
    choiceField(
      inputOf('entry.save', 'reviewDays'),
      'Ask whether it is still true',
      intervals(typed.reviewDays),
      {
        value: typed.reviewDays === null ? USUAL : String(typed.reviewDays),
        spacing: 'medium',
      },
    ),
    {
      type: 'Input.Toggle',
      id: inputOf('entry.save', 'toBeRead'),
      title: 'Ask everybody to say that they have read it',
      value: typed.toBeRead ? 'true' : 'false',
      wrap: true,
    },
    small('The channel then gets one card with a button, and shows how many have.'),
    ...buttons([
      execute('Save', 'entry.save', {
        project: project.id,
        seen: entry?.version ?? null,
        ...(entry ? { id: entry.id } : {}),
        ...(look.question ? { question: look.question } : {}),
        ...(look.over ? { over: true } : {}),
      }),
      entry
        ? execute('Back', 'entry.show', { project: project.id, id: entry.id })
        : execute('All pages', 'source.show', { project: project.id }),
    ]),
  ])
}

const KINDS: readonly Choice[] = ENTRY_KINDS.map((value) => ({ title: KIND_WORDS[value], value }))

function intervals(chosen: number | null): Choice[] {
  const known = INTERVALS.some(([days]) => days === chosen)
  const own =
    chosen === null || known ? [] : [{ title: `Every ${counted(chosen, 'day')}`, value: String(chosen) }]
  return [
    ...(chosen === null ? [{ title: 'As usual for its kind', value: USUAL }] : []),
    ...own,
    ...INTERVALS.map(([days, title]) => ({ title, value: String(days) })),
  ]
}
