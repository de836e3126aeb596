import type { ItemChange } from '../domain/actionItem'
import type { IssueChange } from '../domain/issue'
import type { Refusal, RecordView } from '../flows/outcome'
import { execute, NONE, type ExecuteAction } from './actions'
import { bytesOf, card, type Card } from './card'
import { agoWords, dateWords, momentWords, shortDate, type Calendar } from './dates'
import type { Column, Element } from './elements'
import { fieldName, whatChanged } from './history'
import { body, buttons, eyebrow, quoted, small, title } from './parts'
import type { Reader } from './reader'
import { excerpt, oneLine, plain } from './text'
import { calendarOf, severityWord } from './words'
import { wordsOf, type Words } from './words/wordsOf'

type Conflict = Extract<Refusal, { kind: 'changedMeanwhile' }>

/** Two values side by side, what somebody else saved and what was not saved; the buttons say which is kept. */
export function conflictCard(conflict: Conflict, reader: Reader): Card {
  const w = wordsOf(reader)
  const { view, last, yours } = conflict
  const record = view.record === 'item' ? view.item : view.issue
  const calendar = calendarOf(view.today, reader)
  const name = plain(last.by.name, 80)
  const when = agoWords(last.at, reader.now, reader.zone, reader.locale)
  const mine = yourWords(yours, calendar)
  return card(w.record.conflictSummary(oneLine(last.by.name, 80), record.id, when), [
    eyebrow(`${record.id} · ${plain(record.title)}`),
    title(w.record.changedThis(name, when)),
    body(w.record.whichRight),
    {
      type: 'ColumnSet',
      spacing: 'medium',
      columns: [
        side(
          `${name}, ${momentWords(last.at, reader.zone, calendar)}`,
          theirWords(conflict, calendar),
          last.why === null ? '' : plain(last.why),
        ),
        side(w.record.youJustNow, mine.what, mine.why),
      ],
    },
    ...choices(conflict, calendar),
  ])
}

/** A button carries what was typed. Longer texts than a message may hold are given back to be copied instead. */
function choices({ view, yours }: Conflict, calendar: Calendar): Element[] {
  const w = wordsOf(calendar)
  const keep = keepTheirs(view, yours, calendar)
  const use = useMine(view, yours, calendar)
  if (!use || bytesOf(use) < MOST_BUTTON_BYTES) return buttons([keep, use])
  const texts = Object.values(yours).filter((value): value is string => typeof value === 'string')
  const { lines } = excerpt(texts.slice(1).join('\n'), 15_000, 300)
  return [small(w.record.tooLongForButton, 'medium'), quoted(w.common.youWrote, lines), ...buttons([keep])]
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

type Side = { readonly what: string; readonly why: string }

/** What was not saved, in a few words. */
function yourWords(yours: ItemChange | IssueChange, calendar: Calendar): Side {
  const w = wordsOf(calendar)
  switch (yours.kind) {
    case 'done':
      return { what: w.record.done, why: '' }
    case 'start':
      return { what: w.record.started, why: '' }
    case 'block':
      return { what: w.record.blocked, why: plain(yours.reason) }
    case 'move':
      return {
        what: yours.to === null ? w.record.moved : dateWords(yours.to, calendar),
        why: plain(yours.why),
      }
    case 'own':
      return {
        what: yours.owner ? w.record.ownerIs(plain(yours.owner.name, 80)) : w.record.newOwner,
        why: '',
      }
    case 'reopen':
      return { what: w.record.openedAgain, why: plain(yours.why) }
    case 'cancel':
      return { what: w.record.cancelled, why: plain(yours.why) }
    case 'defer':
      return { what: w.record.deferred, why: plain(yours.why) }
    case 'triage':
      return {
        what: severityWord(yours.severity, w),
        why: yours.owner ? w.record.fixesIt(plain(yours.owner.name, 80)) : '',
      }
    case 'fix':
    case 'retest':
    case 'close':
      return { what: w.states.move[yours.kind], why: '' }
    case 'duplicate':
      return { what: w.record.sameAsOf(yours.of), why: '' }
    case 'edit':
      return editWords(yours, w)
  }
}

function editWords(yours: Extract<ItemChange | IssueChange, { kind: 'edit' }>, w: Words): Side {
  const given = Object.entries(yours).filter(([name]) => name !== 'kind')
  const texts = given.map(([, value]) => (typeof value === 'string' ? plain(value, 400) : ''))
  return {
    what:
      given.length === 0
        ? w.record.changed
        : w.record.newFields(given.map(([name]) => fieldName(name, w) ?? name)),
    why: texts.filter((text) => text !== '').join(' · '),
  }
}

function keepTheirs(view: RecordView, yours: ItemChange | IssueChange, calendar: Calendar): ExecuteAction {
  const w = wordsOf(calendar)
  const date = yours.kind === 'move' ? dueOf(view) : null
  const label = date === null ? w.record.keepTheirs : w.record.keepDate(shortDate(date, calendar))
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
  const w = wordsOf(calendar)
  return view.record === 'item'
    ? sameItemChange(view, yours as ItemChange, calendar)
    : sameIssueChange(view, yours as IssueChange, w)
}

function sameItemChange(
  { project, item }: Extract<RecordView, { record: 'item' }>,
  yours: ItemChange,
  calendar: Calendar,
): ExecuteAction | null {
  const w = wordsOf(calendar)
  const base = { project: project.id, id: item.id, seen: item.version }
  switch (yours.kind) {
    case 'done':
      return execute(w.record.doneAnyway, 'item.done', base)
    case 'start':
      return execute(w.record.useMine, 'item.start', base)
    case 'block':
      return execute(w.record.useMine, 'item.block', {
        ...base,
        reason: yours.reason,
        needs: yours.needs?.id ?? NONE,
      })
    case 'move': {
      const label = yours.to === null ? w.record.useMine : w.record.useMyDate(shortDate(yours.to, calendar))
      return execute(label, 'item.move', { ...base, newDate: yours.to ?? '', why: yours.why })
    }
    case 'own':
      return execute(w.record.useMine, 'item.own', { ...base, owner: yours.owner?.id ?? NONE })
    case 'reopen':
      return execute(w.record.useMine, 'item.reopen', { ...base, why: yours.why })
    case 'cancel':
      return execute(w.record.useMine, 'item.cancel', { ...base, why: yours.why })
    case 'edit':
      return null
  }
}

function sameIssueChange(
  { project, issue }: Extract<RecordView, { record: 'issue' }>,
  yours: IssueChange,
  w: Words,
): ExecuteAction | null {
  const base = { project: project.id, id: issue.id, seen: issue.version }
  switch (yours.kind) {
    case 'triage':
      return execute(w.record.useMine, 'issue.triage', {
        ...base,
        severity: yours.severity ?? NONE,
        owner: yours.owner?.id ?? NONE,
      })
    case 'fix':
      return execute(w.record.useMine, 'issue.fix', base)
    case 'retest':
      return execute(w.record.useMine, 'issue.retest', base)
    case 'close':
      return execute(w.record.useMine, 'issue.close', base)
    case 'defer':
      return execute(w.record.useMine, 'issue.defer', { ...base, why: yours.why })
    case 'reopen':
      return execute(w.record.useMine, 'issue.reopen', { ...base, why: yours.why })
    case 'duplicate':
      return execute(w.record.useMine, 'issue.duplicate', { ...base, of: yours.of })
    case 'edit':
      return sameEdit(base, yours, w)
  }
}

type Edit = Extract<IssueChange, { kind: 'edit' }>

/** Only the fields that were typed; of a workstream's removal or a new owner the tab takes care. */
function sameEdit(
  base: Parameters<typeof execute<'issue.edit'>>[2],
  { title, details, where, steps, happened, workaround, workstream, severity }: Edit,
  w: Words,
): ExecuteAction | null {
  const texts = { title, details, where, steps, happened, workaround }
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  if (severity) return execute(w.record.useMine, 'issue.complete', { ...base, ...given, severity })
  return execute(w.record.useMine, 'issue.edit', { ...base, ...given, ...(workstream ? { workstream } : {}) })
}
