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

type Conflict = Extract<SourceRefusal, { kind: 'entryChangedMeanwhile' }>

const MOST_BUTTON_BYTES = 60_000

/** Two values side by side, what somebody else saved and what was not saved; the buttons say which is kept. */
export function entryConflictCard({ view, last, yours }: Conflict, reader: Reader): Card {
  const { entry, project, today } = view
  const calendar = calendarOf(today, reader)
  const name = plain(last.by.name, 80)
  const when = agoWords(last.at, reader.now, reader.zone, reader.locale)
  const keep = execute('Keep theirs', 'entry.show', { project: project.id, id: entry.id })
  const mine = useMine(view, yours)
  const fits = bytesOf(mine) < MOST_BUTTON_BYTES
  return card(`${oneLine(last.by.name, 80)} changed ${entry.id} ${when}. Yours is not saved`, [
    eyebrow(`${entry.id} · ${plain(entry.title)}`),
    title(`${name} changed this ${when}`),
    body('Your change is not saved yet. Which is right?'),
    {
      type: 'ColumnSet',
      spacing: 'medium',
      columns: [
        side(`${name}, ${momentWords(last.at, reader.zone, calendar)}`, [
          whatChanged({ ...last, why: null }, calendar),
          ...standing(view),
        ]),
        side('You, just now', yourWords(yours)),
      ],
    },
    ...(fits
      ? []
      : [small('Your text is too long for a button. Copy it from here, and save it on the tab.', 'medium')]),
    ...(fits || yours.kind !== 'edit'
      ? []
      : [quoted('You wrote', excerpt(yours.content ?? '', 15_000, 300).lines)]),
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

function yourWords(yours: EntryChange): string[] {
  switch (yours.kind) {
    case 'verify':
      return ['Still true']
    case 'remove':
      return ['Removed']
    case 'edit': {
      const content = excerpt(yours.content ?? '', 400, 6).lines.map((line) => plain(line))
      return [...(yours.title === undefined ? [] : [plain(yours.title)]), ...content]
    }
  }
}

/** The change again, with the version that is seen now. */
function useMine({ entry, project }: Conflict['view'], yours: EntryChange): ExecuteAction {
  const base = { project: project.id, id: entry.id, seen: entry.version }
  switch (yours.kind) {
    case 'verify':
      return execute('Still true', 'entry.verify', base)
    case 'remove':
      return execute('Remove it', 'entry.remove', base)
    case 'edit':
      return execute('Use mine', 'entry.save', {
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
