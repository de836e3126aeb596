import type { HistoryLine } from '../../bot/contract/issue'
import { plainDate } from '../../bot/contract/common'
import type { PlainDate } from '../../bot/domain/time'
import { capital, dateWords, firstName } from '../look/words'
import { STATUS_WORD } from './itemWords'

/* One line of an item's history as what its author did: "Megan" + "moved it to Fri 21 Nov". */

type Field = HistoryLine['fields'][number]

export function historyWords(line: HistoryLine, today: PlainDate): string {
  if (line.version === 1) return 'added it'
  const parts = line.fields.map((field) => fieldWords(field, line.by.id, today))
  const done = parts.length > 0 ? parts.join(', ') : 'touched it'
  const said = line.undoes === null ? done : `took a change back: ${done}`
  return line.why ? `${said}: “${line.why}”` : said
}

function fieldWords({ field, from, to }: Field, by: string, today: PlainDate): string {
  switch (field) {
    case 'state':
      return stateWords(from, to)
    case 'owner':
      return textOf(to, 'id') === by ? 'took it' : `gave it to ${personWords(to)}`
    case 'due':
      return from === null ? `gave it the date ${dueWords(to, today)}` : `moved it to ${dueWords(to, today)}`
    case 'for':
      return to === null ? 'said that nobody waits for it' : `said that ${personWords(to)} waits for it`
    case 'unblocks':
      return to === null ? 'took off what it unblocks' : 'said what it unblocks'
    case 'title':
      return 'changed the words'
    case 'workstream':
      return 'changed the workstream'
    default:
      return `changed ${field}`
  }
}

function stateWords(from: unknown, to: unknown): string {
  switch (statusOf(to)) {
    case 'done':
      return 'did it'
    case 'inProgress':
      return statusOf(from) === 'blocked' ? 'went on with it' : 'started it'
    case 'blocked':
      return statusOf(from) === 'blocked' ? 'said more of what blocks it' : 'called it blocked'
    case 'cancelled':
      return 'said that it is not needed'
    case 'open':
      return 'opened it again'
    case null:
      return 'changed its state'
  }
}

/** What a change touched, and both its values, for two people's values side by side. */
export function changesIn(line: HistoryLine, today: PlainDate) {
  return line.fields.map(({ field, from, to }) => ({
    what: capital(FIELD_WORD[field] ?? field),
    from: valueWords(field, from, today),
    to: valueWords(field, to, today),
  }))
}

const FIELD_WORD: Readonly<Record<string, string>> = {
  state: 'the state',
  owner: 'the owner',
  due: 'the date',
  for: 'who waits',
  unblocks: 'what it unblocks',
  title: 'the title',
  workstream: 'the workstream',
}

function valueWords(field: string, value: unknown, today: PlainDate): string {
  if (field === 'owner' || field === 'for') return value === null ? 'no one' : personWords(value)
  if (field === 'due') return value === null ? 'no date' : dueWords(value, today)
  if (field === 'state') {
    const status = statusOf(value)
    return status ? STATUS_WORD[status] : 'another state'
  }
  if (typeof value === 'string') return `“${value}”`
  return value === null ? 'nothing' : 'another value'
}

/** The date at which a ledger stands. */
function dueWords(due: unknown, today: PlainDate): string {
  const moves: unknown = fieldOf(due, 'moves')
  const last: unknown = Array.isArray(moves) ? moves.at(-1) : undefined
  const date = plainDate.safeParse(fieldOf(last, 'to') ?? fieldOf(due, 'first'))
  return date.success ? dateWords(date.data, today) : 'no date'
}

function statusOf(state: unknown): keyof typeof STATUS_WORD | null {
  const status = textOf(state, 'status')
  return Object.hasOwn(STATUS_WORD, status) ? (status as keyof typeof STATUS_WORD) : null
}

function personWords(person: unknown): string {
  return firstName(textOf(person, 'name')) || 'somebody'
}

function textOf(value: unknown, key: string): string {
  const text = fieldOf(value, key)
  return typeof text === 'string' ? text : ''
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
