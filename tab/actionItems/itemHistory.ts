import { STATUS_WORD } from '#words/items'
import { change, history, pane } from '#words/itemPane'
import type { HistoryLine } from '../../bot/contract/issue'
import { plainDate } from '../../bot/contract/common'
import type { PlainDate } from '../../bot/domain/time'
import { capital, dateWords, firstName } from '../look/words'

/* One line of an item's history as what its author did: "Megan" + "moved it to Fri 21 Nov". */

type Field = HistoryLine['fields'][number]

export function historyWords(line: HistoryLine, today: PlainDate): string {
  if (line.version === 1) return history.line([history.added], false, null)
  const did = line.fields.map((field) => fieldWords(field, line.by.id, today))
  return history.line(did.length > 0 ? did : [history.touched], line.undoes !== null, line.why)
}

function fieldWords({ field, from, to }: Field, by: string, today: PlainDate): string {
  switch (field) {
    case 'state':
      return stateWords(from, to)
    case 'owner':
      return textOf(to, 'id') === by ? history.took : history.gave(personWords(to))
    case 'due':
      return from === null ? history.dated(dueWords(to, today)) : history.moved(dueWords(to, today))
    case 'for':
      return to === null ? history.nobodyWaits : history.waits(personWords(to))
    case 'unblocks':
      return to === null ? history.unblocksNothing : history.unblocks
    case 'title':
      return history.title
    case 'workstream':
      return history.workstream
    default:
      return history.other(field)
  }
}

function stateWords(from: unknown, to: unknown): string {
  switch (statusOf(to)) {
    case 'done':
      return history.done
    case 'inProgress':
      return statusOf(from) === 'blocked' ? history.wentOn : history.started
    case 'blocked':
      return statusOf(from) === 'blocked' ? history.moreBlocked : history.blocked
    case 'cancelled':
      return history.cancelled
    case 'open':
      return history.reopened
    case null:
      return history.state
  }
}

const FIELD_WORD: Readonly<Record<string, string>> = change.field

/** What a change touched, and both its values, for two people's values side by side. */
export function changesIn(line: HistoryLine, today: PlainDate) {
  return line.fields.map(({ field, from, to }) => ({
    what: FIELD_WORD[field] ?? capital(field),
    from: valueWords(field, from, today),
    to: valueWords(field, to, today),
  }))
}

function valueWords(field: string, value: unknown, today: PlainDate): string {
  if (field === 'owner' || field === 'for') return value === null ? change.nobody : personWords(value)
  if (field === 'due') return value === null ? change.noDate : dueWords(value, today)
  if (field === 'state') {
    const status = statusOf(value)
    return status ? STATUS_WORD[status] : change.otherState
  }
  if (typeof value === 'string') return change.text(value)
  return value === null ? change.nothing : change.otherValue
}

/** The date at which a ledger stands. */
function dueWords(due: unknown, today: PlainDate): string {
  const moves: unknown = fieldOf(due, 'moves')
  const last: unknown = Array.isArray(moves) ? moves.at(-1) : undefined
  const date = plainDate.safeParse(fieldOf(last, 'to') ?? fieldOf(due, 'first'))
  return date.success ? dateWords(date.data, today) : change.noDate
}

function statusOf(state: unknown): keyof typeof STATUS_WORD | null {
  const status = textOf(state, 'status')
  return Object.hasOwn(STATUS_WORD, status) ? (status as keyof typeof STATUS_WORD) : null
}

function personWords(person: unknown): string {
  return firstName(textOf(person, 'name')) || pane.somebody
}

function textOf(value: unknown, key: string): string {
  const text = fieldOf(value, key)
  return typeof text === 'string' ? text : ''
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
