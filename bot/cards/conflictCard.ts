import type { ItemChange } from '../domain/actionItem'
import type { IssueChange } from '../domain/issue'
import type { Refusal, RecordView } from '../flows/outcome'
import { execute, NONE, type ExecuteAction } from './actions'
import { bytesOf, card, type Card } from './card'
import { agoWords, dateWords, momentWords, shortDate, type Calendar } from './dates'
import type { Column, Element } from './elements'
import { whatChanged } from './history'
import { body, buttons, eyebrow, quoted, small, title } from './parts'
import type { Reader } from './reader'
import { excerpt, listed, oneLine, plain } from './text'
import { calendarOf, MOVE_BUTTON, severityWord } from './words'

type Conflict = Extract<Refusal, { kind: 'changedMeanwhile' }>

/** Two values side by side, what somebody else saved and what was not saved; the buttons say which is kept. */
export function conflictCard(conflict: Conflict, reader: Reader): Card {
  const { view, last, yours } = conflict
  const record = view.record === 'item' ? view.item : view.issue
  const calendar = calendarOf(view.today, reader)
  const name = plain(last.by.name, 80)
  const when = agoWords(last.at, reader.now, reader.zone, reader.locale)
  const mine = yourWords(yours, calendar)
  return card(`${oneLine(last.by.name, 80)} changed ${record.id} ${when}. Yours is not saved`, [
    eyebrow(`${record.id} · ${plain(record.title)}`),
    title(`${name} changed this ${when}`),
    body('Your change is not saved yet. Which is right?'),
    {
      type: 'ColumnSet',
      spacing: 'medium',
      columns: [
        side(
          `${name}, ${momentWords(last.at, reader.zone, calendar)}`,
          theirWords(conflict, calendar),
          last.why === null ? '' : plain(last.why),
        ),
        side('You, just now', mine.what, mine.why),
      ],
    },
    ...choices(conflict, calendar),
  ])
}

/** A button carries what was typed. Longer texts than a message may hold are given back to be copied instead. */
function choices({ view, yours }: Conflict, calendar: Calendar): Element[] {
  const keep = keepTheirs(view, yours, calendar)
  const use = useMine(view, yours, calendar)
  if (!use || bytesOf(use) < MOST_BUTTON_BYTES) return buttons([keep, use])
  const texts = Object.values(yours).filter((value): value is string => typeof value === 'string')
  const { lines } = excerpt(texts.slice(1).join('\n'), 15_000, 300)
  return [
    small('Your text is too long for a button. Copy it from here, and save it on the tab.', 'medium'),
    quoted('You wrote', lines),
    ...buttons([keep]),
  ]
}

const MOST_BUTTON_BYTES = 65_000

function side(who: string, what: string, why: string): Column {
  const items: Element[] = [
    small(who),
    { type: 'TextBlock', text: what, size: 'large', weight: 'bolder', wrap: true, spacing: 'none' },
    ...(why === '' ? [] : [small(why)]),
  ]
  return { type: 'Column', width: 'stretch', style: 'emphasis', items }
}

/** Where both moved the date, the two dates; else what the other one changed. */
function theirWords({ view, last, yours }: Conflict, calendar: Calendar): string {
  const date = yours.kind === 'move' ? dueOf(view) : null
  return date === null ? whatChanged({ ...last, why: null }, calendar) : dateWords(date, calendar)
}

function dueOf(view: RecordView) {
  return view.record === 'item' && view.item.due
    ? (view.item.due.moves.at(-1)?.to ?? view.item.due.first)
    : null
}

type Words = { readonly what: string; readonly why: string }

/** What was not saved, in a few words. */
function yourWords(yours: ItemChange | IssueChange, calendar: Calendar): Words {
  switch (yours.kind) {
    case 'done':
      return { what: 'Done', why: '' }
    case 'start':
      return { what: 'Started', why: '' }
    case 'block':
      return { what: 'Blocked', why: plain(yours.reason) }
    case 'move':
      return { what: yours.to === null ? 'Moved' : dateWords(yours.to, calendar), why: plain(yours.why) }
    case 'own':
      return { what: yours.owner ? `Owner ${plain(yours.owner.name, 80)}` : 'New owner', why: '' }
    case 'reopen':
      return { what: 'Opened again', why: plain(yours.why) }
    case 'cancel':
      return { what: 'Cancelled', why: plain(yours.why) }
    case 'defer':
      return { what: 'Deferred', why: plain(yours.why) }
    case 'triage':
      return {
        what: severityWord(yours.severity),
        why: yours.owner ? `${plain(yours.owner.name, 80)} fixes it` : '',
      }
    case 'fix':
    case 'retest':
    case 'close':
      return { what: MOVE_BUTTON[yours.kind], why: '' }
    case 'duplicate':
      return { what: `Same as ${yours.of}`, why: '' }
    case 'edit':
      return editWords(yours)
  }
}

function editWords(yours: Extract<ItemChange | IssueChange, { kind: 'edit' }>): Words {
  const given = Object.entries(yours).filter(([name]) => name !== 'kind')
  const texts = given.map(([, value]) => (typeof value === 'string' ? plain(value, 400) : ''))
  return {
    what: given.length === 0 ? 'Changed' : `New ${listed(given.map(([name]) => name))}`,
    why: texts.filter((text) => text !== '').join(' · '),
  }
}

function keepTheirs(view: RecordView, yours: ItemChange | IssueChange, calendar: Calendar): ExecuteAction {
  const date = yours.kind === 'move' ? dueOf(view) : null
  const label = date === null ? 'Keep theirs' : `Keep ${shortDate(date, calendar)}`
  const project = view.project.id
  return view.record === 'item'
    ? execute(label, 'item.show', { project, id: view.item.id, back: true })
    : execute(label, 'issue.show', { project, id: view.issue.id, back: true })
}

/** The change again, with the version that is seen now. */
function useMine(
  view: RecordView,
  yours: ItemChange | IssueChange,
  calendar: Calendar,
): ExecuteAction | null {
  return view.record === 'item'
    ? sameItemChange(view, yours as ItemChange, calendar)
    : sameIssueChange(view, yours as IssueChange)
}

const USE_MINE = 'Use mine'

function sameItemChange(
  { project, item }: Extract<RecordView, { record: 'item' }>,
  yours: ItemChange,
  calendar: Calendar,
): ExecuteAction | null {
  const base = { project: project.id, id: item.id, seen: item.version }
  switch (yours.kind) {
    case 'done':
      return execute('Done anyway', 'item.done', base)
    case 'start':
      return execute(USE_MINE, 'item.start', base)
    case 'block':
      return execute(USE_MINE, 'item.block', {
        ...base,
        reason: yours.reason,
        needs: yours.needs?.id ?? NONE,
      })
    case 'move': {
      const label = yours.to === null ? USE_MINE : `Use my ${shortDate(yours.to, calendar)}`
      return execute(label, 'item.move', { ...base, newDate: yours.to ?? '', why: yours.why })
    }
    case 'own':
      return execute(USE_MINE, 'item.own', { ...base, owner: yours.owner?.id ?? NONE })
    case 'reopen':
      return execute(USE_MINE, 'item.reopen', { ...base, why: yours.why })
    case 'cancel':
      return execute(USE_MINE, 'item.cancel', { ...base, why: yours.why })
    case 'edit':
      return null
  }
}

function sameIssueChange(
  { project, issue }: Extract<RecordView, { record: 'issue' }>,
  yours: IssueChange,
): ExecuteAction | null {
  const base = { project: project.id, id: issue.id, seen: issue.version }
  switch (yours.kind) {
    case 'triage':
      return execute(USE_MINE, 'issue.triage', {
        ...base,
        severity: yours.severity ?? NONE,
        owner: yours.owner?.id ?? NONE,
      })
    case 'fix':
      return execute(USE_MINE, 'issue.fix', base)
    case 'retest':
      return execute(USE_MINE, 'issue.retest', base)
    case 'close':
      return execute(USE_MINE, 'issue.close', base)
    case 'defer':
      return execute(USE_MINE, 'issue.defer', { ...base, why: yours.why })
    case 'reopen':
      return execute(USE_MINE, 'issue.reopen', { ...base, why: yours.why })
    case 'duplicate':
      return execute(USE_MINE, 'issue.duplicate', { ...base, of: yours.of })
    case 'edit':
      return sameEdit(base, yours)
  }
}

type Edit = Extract<IssueChange, { kind: 'edit' }>

/** Only the fields that were typed; of a workstream's removal or a new owner the tab takes care. */
function sameEdit(
  base: Parameters<typeof execute<'issue.edit'>>[2],
  { title, details, where, steps, happened, workaround, workstream, severity }: Edit,
): ExecuteAction | null {
  const texts = { title, details, where, steps, happened, workaround }
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  if (severity) return execute(USE_MINE, 'issue.complete', { ...base, ...given, severity })
  return execute(USE_MINE, 'issue.edit', { ...base, ...given, ...(workstream ? { workstream } : {}) })
}
