import type { EntryChange } from '../domain/sourceEntry'
import type { SourceRefusal } from '../flows/sourceOutcome'
import { execute, NONE, type ExecuteAction } from './actions'
import { bytesOf, card, type Card } from './card'
import { agoWords, momentWords } from './dates'
import type { Column, Element } from './elements'
import { whatChanged } from './history'
import { body, buttons, eyebrow, quoted, small, title } from './parts'
import type { Reader } from './reader'
import { excerpt, oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

type Conflict = Extract<SourceRefusal, { kind: 'entryChangedMeanwhile' }>

const MOST_BUTTON_BYTES = 60_000

/** Two values side by side, what somebody else saved and what was not saved; the buttons say which is kept. */
export function entryConflictCard({ view, last, yours }: Conflict, reader: Reader): Card {
  const w = wordsOf(reader)
  const { entry, project, today } = view
  const calendar = calendarOf(today, reader)
  const name = plain(last.by.name, 80)
  const when = agoWords(last.at, reader.now, reader.zone, reader.locale)
  const keep = execute(w.record.keepTheirs, 'entry.show', { project: project.id, id: entry.id })
  const mine = useMine(view, yours, w)
  const fits = bytesOf(mine) < MOST_BUTTON_BYTES
  return card(w.record.conflictSummary(oneLine(last.by.name, 80), entry.id, when), [
    eyebrow(`${entry.id} · ${plain(entry.title)}`),
    title(w.record.changedThis(name, when)),
    body(w.record.whichRight),
    {
      type: 'ColumnSet',
      spacing: 'medium',
      columns: [
        side(`${name}, ${momentWords(last.at, reader.zone, calendar)}`, [
          whatChanged({ ...last, why: null }, calendar),
          ...standing(view),
        ]),
        side(w.record.youJustNow, yourWords(yours, w)),
      ],
    },
    ...(fits ? [] : [small(w.record.tooLongForButton, 'medium')]),
    ...(fits || yours.kind !== 'edit'
      ? []
      : [quoted(w.common.youWrote, excerpt(yours.content ?? '', 15_000, 300).lines)]),
    ...buttons([keep, fits ? mine : null]),
  ])
}

function side(who: string, lines: readonly string[]): Column {
  const items: Element[] = [small(who), ...lines.map((line) => body(line, 'none'))]
  return { type: 'Column', width: 'stretch', style: 'emphasis', items }
}

function standing({ entry: { content } }: Conflict['view']): string[] {
  if (content.kind === 'text') return excerpt(content.text, 400, 6).lines.map((line) => plain(line))
  return []
}

function yourWords(yours: EntryChange, w: Words): string[] {
  switch (yours.kind) {
    case 'verify':
      return [w.common.stillTrue]
    case 'remove':
      return [w.record.removed]
    case 'edit': {
      const content = excerpt(yours.content ?? '', 400, 6).lines.map((line) => plain(line))
      return [...(yours.title === undefined ? [] : [plain(yours.title)]), ...content]
    }
  }
}

/** The change again, with the version that is seen now. */
function useMine({ entry, project }: Conflict['view'], yours: EntryChange, w: Words): ExecuteAction {
  const base = { project: project.id, id: entry.id, seen: entry.version }
  switch (yours.kind) {
    case 'verify':
      return execute(w.common.stillTrue, 'entry.verify', base)
    case 'remove':
      return execute(w.record.removeIt, 'entry.remove', base)
    case 'edit':
      return execute(w.record.useMine, 'entry.save', {
        ...base,
        over: true,
        title: yours.title ?? '',
        content: yours.content ?? '',
        about: yours.about ?? '',
        owner: yours.owner?.id ?? NONE,
        reviewDays: yours.reviewDays === undefined ? '' : String(yours.reviewDays),
        toBeRead: yours.toBeRead === true ? 'true' : 'false',
      })
  }
}
