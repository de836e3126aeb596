import { dueOn, type DueDate } from '../domain/dueDate'
import type { Change, FieldChange, FieldValue } from '../domain/history'
import { parsePlainDate } from '../domain/time'
import type { RecordView } from '../flows/outcome'
import type { EntryView } from '../flows/sourceOutcome'
import { execute } from './actions'
import { dateWords, momentWords, type Calendar } from './dates'
import type { CardButton, Element } from './elements'
import { body, heading, section, small } from './parts'
import type { Reader } from './reader'
import { capital, plain } from './text'
import { calendarOf, severityWord } from './words'
import { wordsOf, type Words } from './words/wordsOf'

const PAGE = 8

/** The latest changes of a record, newest first, a page at a time; nothing when they were not asked for. */
export function historySection(view: RecordView | EntryView, page: number, reader: Reader): Element[] {
  const w = wordsOf(reader)
  if (view.history === null) return []
  const newest = view.history.toReversed()
  const from = Math.min(page, lastPage(view)) * PAGE
  const calendar = calendarOf(view.today, reader)
  const lines = newest.slice(from, from + PAGE).flatMap((change) => changeLines(change, calendar, reader))
  const span =
    newest.length > PAGE ? w.history.span(from + 1, Math.min(from + PAGE, newest.length), newest.length) : ''
  return [section([heading(`${w.history.title}${span}`), ...lines])]
}

/** The buttons that page through a record's history and close it; empty when it is not shown. */
export function historyButtons(view: RecordView | EntryView, wanted: number, w: Words): CardButton[] {
  if (view.history === null) return []
  const page = Math.min(wanted, lastPage(view))
  return [
    ...(page < lastPage(view) ? [historyButton(w.history.older, view, page + 1)] : []),
    ...(page > 0 ? [historyButton(w.history.newer, view, page - 1)] : []),
    backButton(w.common.back, view),
  ]
}

export function historyButton(title: string, view: RecordView | EntryView, page = 0): CardButton {
  const project = view.project.id
  if (view.record === 'entry') return execute(title, 'entry.history', { project, id: view.entry.id, page })
  return view.record === 'item'
    ? execute(title, 'item.history', { project, id: view.item.id, page })
    : execute(title, 'issue.history', { project, id: view.issue.id, page })
}

/** Takes the place of a form or a page with the record's card. */
function backButton(title: string, { project, ...view }: RecordView | EntryView): CardButton {
  if (view.record === 'entry') return execute(title, 'entry.show', { project: project.id, id: view.entry.id })
  return view.record === 'item'
    ? execute(title, 'item.show', { project: project.id, id: view.item.id, back: true })
    : execute(title, 'issue.show', { project: project.id, id: view.issue.id, back: true })
}

function lastPage(view: RecordView | EntryView): number {
  return Math.max(0, Math.ceil((view.history?.length ?? 0) / PAGE) - 1)
}

function changeLines(change: Change, calendar: Calendar, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const { by, inPlaceOf } = change
  const who = inPlaceOf
    ? w.history.forWhom(plain(by.name, 80), plain(inPlaceOf.name, 80))
    : plain(by.name, 80)
  const when = `${momentWords(change.at, reader.zone, calendar)} · ${who}`
  return [small(capital(when), 'small'), body(whatChanged(change, calendar), 'none')]
}

/** One change in a line of markdown: "Due Mon 16 Nov → Thu 26 Nov: duplicates found". */
export function whatChanged(change: Change, calendar: Calendar): string {
  const w = wordsOf(calendar)
  if (change.version === 1) return w.history.added
  const fields = change.fields.map((field) => fieldWords(field, calendar)).filter((words) => words !== null)
  // A change of no field that says something is a comment.
  const said = change.fields.length === 0 && change.why ? w.history.commented : w.history.changed
  const what = capital(fields.length === 0 ? said : fields.join(', '))
  const undone = change.undoes === null ? what : w.history.undone(what)
  return change.why === null || change.why === '' ? undone : `${undone}: ${plain(change.why)}`
}

/** What a field of a record is called; undefined for one that people know nothing of. */
export function fieldName(field: string, w: Words): string | undefined {
  return Object.entries(w.history.fields).find(([name]) => name === field)?.[1]
}

function fieldWords({ field, from, to }: FieldChange, calendar: Calendar): string | null {
  const w = wordsOf(calendar)
  if (field === 'state') return stateWords(to, w)
  if (field === 'content' || field === 'verified') return entryWords(field, to, w)
  const name = fieldName(field, w)
  if (name === undefined) return null
  const [before, after] = [valueWords(field, from, calendar), valueWords(field, to, calendar)]
  if (before === null) return after === null ? w.history.fieldChanged(name) : `${name} ${after}`
  return w.history.fromTo(name, before, after)
}

function stateWords(state: FieldValue, w: Words): string | null {
  const status = part(state, 'status')
  if (status === 'blocked') {
    const needs = part(part(state, 'needs'), 'name')
    return typeof needs === 'string' ? w.history.blockedNeeds(plain(needs, 80)) : w.states.item.blocked
  }
  if (typeof status !== 'string') return null
  const { open, done, cancelled } = w.states.item
  const { removed, standing } = w.history
  const known = Object.entries({ ...w.states.issue, open, done, cancelled, removed, standing }).find(
    ([name]) => name === status,
  )
  return known?.[1] ?? null
}

/** What changed in an entry of the source of truth. */
function entryWords(field: 'content' | 'verified', to: FieldValue, w: Words): string | null {
  if (field === 'verified') return to === null ? w.history.notVerified : w.history.verified
  const url = part(to, 'url')
  if (typeof url === 'string') return w.history.link(plain(url, 120))
  return part(to, 'kind') === 'text' ? w.history.newText : w.history.emptied
}

/** A field's value in a few words; null for an empty one. */
function valueWords(field: string, value: FieldValue, calendar: Calendar): string | null {
  const w = wordsOf(calendar)
  if (value === null || value === '') return null
  if (field === 'due') return isDueDate(value) ? dateWords(dueOn(value), calendar) : null
  if (field === 'severity') {
    return value === 'showStopper' || value === 'workaround' || value === 'cosmetic'
      ? severityWord(value, w)
      : null
  }
  const name = part(value, 'name')
  if (typeof name === 'string') return plain(name, 80)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? plain(value, 120) : null
}

function isDueDate(value: FieldValue): value is DueDate {
  const [first, moves] = [part(value, 'first'), part(value, 'moves')]
  return (
    typeof first === 'string' &&
    parsePlainDate(first) !== undefined &&
    Array.isArray(moves) &&
    moves.every((move: FieldValue) => typeof part(move, 'to') === 'string')
  )
}

function part(value: FieldValue, key: string): FieldValue {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  return Object.hasOwn(value, key) ? ((value as { readonly [key: string]: FieldValue })[key] ?? null) : null
}
