import type { PlainDate } from '../domain/time'
import type { ItemView } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { dateWords } from './dates'
import type { Element } from './elements'
import { body, buttons, dotted, eyebrow, marked, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'

/** Tells who waits for an item that it is done, in their 1:1 chat. */
export function itemDoneCard(view: ItemView): Card {
  const { item } = view
  const by = item.state.status === 'done' ? item.state.by : item.owner
  const can = item.unblocks === null ? [] : [body(`You can go on: ${plain(item.unblocks)}`)]
  return toldCard(view, `${oneLine(by.name, 80)} finished ${item.id}: ${oneLine(item.title, 120)}`, [
    marked({ sign: '✓', colour: 'good' }, 'Done', ` by ${oneLine(by.name, 80)}`, 'small'),
    ...can,
  ])
}

/** Tells who waits for an item that its date moved, from when to when and why. */
export function itemMovedCard(view: ItemView, from: PlainDate, until: PlainDate, reader: Reader): Card {
  const { item } = view
  const calendar = calendarOf(view.today, reader)
  const move = item.due?.moves.findLast(({ to }) => to === until)
  const dates = `${dateWords(from, calendar)} → ${dateWords(until, calendar)}`
  const by = move ? `${plain(move.by.name, 80)}${move.why === '' ? '' : `: ${plain(move.why)}`}` : null
  return toldCard(view, `${item.id} moved, ${dates}: ${oneLine(item.title, 120)}`, [
    marked({ sign: '→', colour: 'warning' }, 'Moved', `  ${dates}`, 'small'),
    ...(by === null ? [] : [small(by)]),
  ])
}

function toldCard(view: ItemView, summary: string, what: readonly Element[]): Card {
  const { item, project } = view
  return card(summary, [
    eyebrow(dotted(plain(project.name, 80), item.id, 'you wait for this')),
    title(plain(item.title)),
    ...what,
    ...buttons([execute('Open it', 'item.show', { project: project.id, id: item.id })]),
  ])
}
