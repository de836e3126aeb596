import type { ActionItem } from '../domain/actionItem'
import { daysLate, isOpen } from '../domain/actionItem'
import { dueOn } from '../domain/dueDate'
import { dateIn, daysBetween } from '../domain/time'
import type { ItemView, RecordNote } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { dateWords, momentWords } from './dates'
import type { CardButton, Element } from './elements'
import { historyButton, historyButtons, historySection } from './history'
import { body, buttons, complaint, dotted, eyebrow, facts, marked, openUrl, title } from './parts'
import type { Look } from './look'
import type { Reader } from './reader'
import { capital, oneLine, plain } from './text'
import { calendarOf, dueFact, dueWords, itemStatus } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** One action item: how it stands first, then who owes what to whom by when. */
export function itemCard(view: ItemView, note: RecordNote | null, reader: Reader, look: Look = {}): Card {
  const w = wordsOf(reader)
  const { item } = view
  return card(itemSummary(view, note, reader), [
    eyebrow(dotted(item.id, itemStatus(item.state, w), plainOrNull(view.workstream))),
    title(plain(item.title)),
    ...standing(view, reader),
    ...noteLines(view, note, reader),
    ...(isOpen(item) ? itemFacts(view, reader) : whoFacts(view, w)),
    ...historySection(view, look.page ?? 0, reader),
    ...buttons(itemButtons(view, note, reader, look)),
  ])
}

function itemSummary({ item, today }: ItemView, note: RecordNote | null, reader: Reader): string {
  const w = wordsOf(reader)
  const due = dueFact(item, calendarOf(today, reader)).text
  const state = isOpen(item) ? due : itemStatus(item.state, w)
  const summary = `${item.id}: ${oneLine(item.title, 120)} · ${oneLine(item.owner.name, 80)}, ${state}`
  return note?.kind === 'added' ? w.record.added(summary) : summary
}

/** How it stands, straight under the title; nothing for an item that simply runs. */
function standing(view: ItemView, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const { item, today } = view
  const { state } = item
  const calendar = calendarOf(today, reader)
  const late = daysLate(item, today)
  const lateness = late > 0 ? [complaint(w.states.late(late), 'medium')] : []
  switch (state.status) {
    case 'open':
    case 'inProgress':
      return lateness
    case 'blocked': {
      const days = daysBetween(dateIn(state.since, view.project.zone), today)
      const since = w.record.since(days, state.needs && oneLine(state.needs.name, 80))
      const line = marked({ sign: '■', colour: 'attention' }, w.record.blocked, since, 'medium')
      return [...lateness, line, body(capital(plain(state.reason, 1000)), 'none')]
    }
    case 'done': {
      const when = momentWords(state.at, reader.zone, calendar)
      const by = w.record.byWhen(oneLine(state.by.name, 80), when)
      return [marked({ sign: '✓', colour: 'good' }, w.record.done, by, 'medium'), ...afterFirstDate(view, w)]
    }
    case 'cancelled': {
      const when = momentWords(state.at, reader.zone, calendar)
      const by = w.record.byWhen(oneLine(state.by.name, 80), when)
      return [
        marked({ sign: '–', colour: 'default' }, w.record.cancelled, by, 'medium'),
        body(plain(state.why, 1000), 'none'),
      ]
    }
  }
}

/** What just happened, in a sentence. */
function noteLines({ item, today }: ItemView, note: RecordNote | null, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const owner = plain(item.owner.name, 80)
  switch (note?.kind) {
    case undefined:
      return []
    case 'added':
      return [body(w.record.savedAsked(owner), 'medium')]
    case 'unchanged':
      return [body(w.record.unchanged, 'medium')]
    case 'undone':
      return [body(w.record.undone(plain(note.by.name, 80)), 'medium')]
    case 'changed': {
      const words = [changedWords(item, note, calendarOf(today, reader), w), toldWords(item, note, w)]
      const line = words.filter((text) => text !== '').join(' ')
      return line === '' ? [] : [body(line, 'medium')]
    }
  }
}

type Changed = Extract<RecordNote, { kind: 'changed' }>

function changedWords(
  item: ActionItem,
  note: Changed,
  calendar: Parameters<typeof dueWords>[1],
  w: Words,
): string {
  const by = plain(note.by.name, 80)
  switch (note.change) {
    case 'move':
      return w.record.movedTo(by, dueWords(item, calendar))
    case 'own':
      return w.record.handedTo(by, plain(item.owner.name, 80))
    case 'start':
      return w.record.startedBy(by)
    case 'reopen':
      return w.record.reopenedBy(by)
    case 'edit':
      return w.record.changedBy(by)
    case 'block':
    case 'cancel':
    case 'close':
    case 'defer':
    case 'done':
    case 'duplicate':
    case 'fix':
    case 'retest':
    case 'triage':
      return ''
  }
}

/** "13 days after its first date.": the ledger remembers what moves make one forget. */
function afterFirstDate({ item, project }: ItemView, w: Words): Element[] {
  if (item.due === null || item.state.status !== 'done') return []
  const days = daysBetween(item.due.first, dateIn(item.state.at, project.zone))
  return days > 0 ? [body(w.record.afterFirst(days))] : []
}

function toldWords(item: ActionItem, { told, change }: Changed, w: Words): string {
  if (!told) return ''
  const can = change === 'done' && item.unblocks !== null ? plain(item.unblocks, 120) : null
  return w.record.told(plain(told.name, 80), can)
}

function itemFacts(view: ItemView, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const { item } = view
  const calendar = calendarOf(view.today, reader)
  const moves = item.due?.moves.length ?? 0
  const first = item.due && moves > 0 ? w.record.firstMoved(dateWords(item.due.first, calendar), moves) : null
  return facts([
    [w.record.owner, [plain(item.owner.name, 80)]],
    ...fact(w.record.for, item.for && plain(item.for.name, 80)),
    ...fact(w.record.unblocks, item.unblocks && plain(item.unblocks)),
    [w.record.due, [item.due ? dateWords(dueOn(item.due), calendar) : w.record.noDateYet]],
    ...fact(w.record.firstDue, first),
    ...(moves > 0 ? fact(w.record.why, plain(item.due?.moves.at(-1)?.why ?? '')) : []),
  ])
}

function whoFacts({ item }: ItemView, w: Words): Element[] {
  return facts([
    [w.record.owner, [plain(item.owner.name, 80)]],
    ...fact(w.record.for, item.for && plain(item.for.name, 80)),
  ])
}

function fact(name: string, value: string | null): (readonly [string, readonly string[]])[] {
  return value === null || value === '' ? [] : [[name, [value]]]
}

function plainOrNull(text: string | null): string | null {
  return text === null ? null : plain(text, 80)
}

function itemButtons(
  view: ItemView,
  note: RecordNote | null,
  { links, locale }: Reader,
  look: Look,
): (CardButton | null)[] {
  const w = wordsOf({ locale })
  const { item, project } = view
  const base = { project: project.id, id: item.id, seen: item.version }
  if (view.history !== null) return historyButtons(view, look.page ?? 0, w)
  const reading = historyButton(w.common.history, view)
  const undo =
    note?.kind === 'changed'
      ? execute(w.common.undo, 'undo', { project: project.id, id: item.id, version: note.undo })
      : null
  if (!view.canChange) {
    const conversation =
      item.conversation && openUrl(w.record.conversation, links.conversation(item.conversation))
    return [reading, conversation]
  }
  if (!isOpen(item)) {
    return [undo ?? execute(w.common.reopen, 'item.form', { ...base, change: 'reopen' }), reading]
  }
  const late = daysLate(item, view.today) > 0
  return [
    execute(w.record.done, 'item.done', base),
    undo ?? execute(late ? w.record.notYet : w.record.notOnTrack, 'item.form', { ...base, change: 'move' }),
    reading,
  ]
}
