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
import { capital, counted, oneLine, plain } from './text'
import { calendarOf, dueFact, dueWords, itemStatus, lateWords, timesWords } from './words'

/** One action item: how it stands first, then who owes what to whom by when. */
export function itemCard(view: ItemView, note: RecordNote | null, reader: Reader, look: Look = {}): Card {
  const { item } = view
  return card(itemSummary(view, note, reader), [
    eyebrow(dotted(item.id, itemStatus(item.state), plainOrNull(view.workstream))),
    title(plain(item.title)),
    ...standing(view, reader),
    ...noteLines(view, note, reader),
    ...(isOpen(item) ? itemFacts(view, reader) : whoFacts(view)),
    ...historySection(view, look.page ?? 0, reader),
    ...buttons(itemButtons(view, note, reader, look)),
  ])
}

function itemSummary({ item, today }: ItemView, note: RecordNote | null, reader: Reader): string {
  const due = dueFact(item, calendarOf(today, reader)).text
  const state = isOpen(item) ? due : itemStatus(item.state)
  const saved = note?.kind === 'added' ? 'Added ' : ''
  return `${saved}${item.id}: ${oneLine(item.title, 120)} · ${oneLine(item.owner.name, 80)}, ${state}`
}

/** How it stands, straight under the title; nothing for an item that simply runs. */
function standing(view: ItemView, reader: Reader): Element[] {
  const { item, today } = view
  const { state } = item
  const calendar = calendarOf(today, reader)
  const late = daysLate(item, today)
  const lateness = late > 0 ? [complaint(lateWords(late), 'medium')] : []
  switch (state.status) {
    case 'open':
    case 'inProgress':
      return lateness
    case 'blocked': {
      const days = daysBetween(dateIn(state.since, view.project.zone), today)
      const since = days > 0 ? ` for ${counted(days, 'day')}` : ' since today'
      const needs = state.needs ? `. Needs ${oneLine(state.needs.name, 80)}` : ''
      const line = marked({ sign: '■', colour: 'attention' }, 'Blocked', `${since}${needs}`, 'medium')
      return [...lateness, line, body(capital(plain(state.reason, 1000)), 'none')]
    }
    case 'done': {
      const when = momentWords(state.at, reader.zone, calendar)
      const by = ` by ${oneLine(state.by.name, 80)}, ${when}`
      return [marked({ sign: '✓', colour: 'good' }, 'Done', by, 'medium'), ...afterFirstDate(view)]
    }
    case 'cancelled': {
      const when = momentWords(state.at, reader.zone, calendar)
      const by = ` by ${oneLine(state.by.name, 80)}, ${when}`
      return [
        marked({ sign: '–', colour: 'default' }, 'Cancelled', by, 'medium'),
        body(plain(state.why, 1000), 'none'),
      ]
    }
  }
}

/** What just happened, in a sentence. */
function noteLines({ item, today }: ItemView, note: RecordNote | null, reader: Reader): Element[] {
  const owner = plain(item.owner.name, 80)
  switch (note?.kind) {
    case undefined:
      return []
    case 'added':
      return [body(`Saved. ${owner} is asked about it each week until it is done.`, 'medium')]
    case 'unchanged':
      return [body('Nothing changed: it stood like this already.', 'medium')]
    case 'undone':
      return [body(`${plain(note.by.name, 80)} took back the last change.`, 'medium')]
    case 'changed': {
      const words = [changedWords(item, note, calendarOf(today, reader)), toldWords(item, note)]
      const line = words.filter((text) => text !== '').join(' ')
      return line === '' ? [] : [body(line, 'medium')]
    }
  }
}

type Changed = Extract<RecordNote, { kind: 'changed' }>

function changedWords(item: ActionItem, note: Changed, calendar: Parameters<typeof dueWords>[1]): string {
  const by = plain(note.by.name, 80)
  switch (note.change) {
    case 'move':
      return `${by} moved it to ${dueWords(item, calendar)}.`
    case 'own':
      return `${by} handed it to ${plain(item.owner.name, 80)}.`
    case 'start':
      return `${by} started it.`
    case 'reopen':
      return `${by} opened it again.`
    case 'edit':
      return `${by} changed it.`
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
function afterFirstDate({ item, project }: ItemView): Element[] {
  if (item.due === null || item.state.status !== 'done') return []
  const days = daysBetween(item.due.first, dateIn(item.state.at, project.zone))
  return days > 0 ? [body(`${counted(days, 'day')} after its first date.`)] : []
}

function toldWords(item: ActionItem, { told, change }: Changed): string {
  if (!told) return ''
  const can = change === 'done' && item.unblocks !== null ? `: ${plain(item.unblocks, 120)} can start` : ''
  return `${plain(told.name, 80)} is told${can}.`
}

function itemFacts(view: ItemView, reader: Reader): Element[] {
  const { item } = view
  const calendar = calendarOf(view.today, reader)
  const moves = item.due?.moves.length ?? 0
  const first =
    item.due && moves > 0 ? `${dateWords(item.due.first, calendar)}, moved ${timesWords(moves)}` : null
  return facts([
    ['Owner', [plain(item.owner.name, 80)]],
    ...fact('For', item.for && plain(item.for.name, 80)),
    ...fact('Unblocks', item.unblocks && plain(item.unblocks)),
    ['Due', [item.due ? dateWords(dueOn(item.due), calendar) : 'No date yet']],
    ...fact('First due', first),
    ...(moves > 0 ? fact('Why', plain(item.due?.moves.at(-1)?.why ?? '')) : []),
  ])
}

function whoFacts({ item }: ItemView): Element[] {
  return facts([
    ['Owner', [plain(item.owner.name, 80)]],
    ...fact('For', item.for && plain(item.for.name, 80)),
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
  { links }: Reader,
  look: Look,
): (CardButton | null)[] {
  const { item, project } = view
  const base = { project: project.id, id: item.id, seen: item.version }
  if (view.history !== null) return historyButtons(view, look.page ?? 0)
  const reading = historyButton('History', view)
  const undo =
    note?.kind === 'changed'
      ? execute('Undo', 'undo', { project: project.id, id: item.id, version: note.undo })
      : null
  if (!view.canChange) {
    const conversation = item.conversation && openUrl('Conversation', links.conversation(item.conversation))
    return [reading, conversation]
  }
  if (!isOpen(item)) {
    return [undo ?? execute('Reopen', 'item.form', { ...base, change: 'reopen' }), reading]
  }
  const late = daysLate(item, view.today) > 0
  return [
    execute('Done', 'item.done', base),
    undo ?? execute(late ? 'Not yet' : 'Not on track', 'item.form', { ...base, change: 'move' }),
    reading,
  ]
}
