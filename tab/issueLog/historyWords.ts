import type { HistoryLine } from '../../bot/contract/issue'
import {
  firstName,
  SEVERITIES,
  SEVERITY_WORD,
  STATUS_WORD,
  type SeverityKey,
  type StatusKey,
} from '../look/words'

/* One line of history as a sentence that begins with a name: "Megan" + "moved it to In progress". */

const TEXT_WORD: Record<string, string> = {
  title: 'the title',
  details: 'what happened',
  where: 'the place',
  steps: 'the steps',
  happened: 'when it happened',
  workaround: 'the workaround',
}

export function historyWords(line: HistoryLine): string {
  if (line.version === 1) return 'reported it'
  if (line.fields.length === 0 && line.why) return `said: “${line.why}”`
  const parts = line.fields.toSorted(byWeight).flatMap((field) => fieldWords(field, line.by.id) ?? [])
  const done = parts.length > 0 ? parts.join(', ') : 'touched it'
  const said = line.undoes === null ? done : `took a change back: ${done}`
  return line.why ? `${said}: “${line.why}”` : said
}

type Field = HistoryLine['fields'][number]

/** What it came to first, then how bad, whose, and the words. */
const WEIGHT: readonly string[] = ['state', 'severity', 'owner']

function byWeight(a: Field, b: Field): number {
  const rank = ({ field }: Field) => (WEIGHT.includes(field) ? WEIGHT.indexOf(field) : WEIGHT.length)
  return rank(a) - rank(b)
}

function fieldWords({ field, from, to }: Field, by: string): string | null {
  switch (field) {
    case 'state':
      return stateWords(to)
    case 'severity':
      return severityWords(from, to)
    case 'owner':
      if (textOf(to, 'id') === by) return 'took it'
      return nameOf(to) === null
        ? `took it off ${nameOf(from) ?? 'its owner'}`
        : `gave it to ${nameOf(to) ?? ''}`
    case 'workstream':
      return 'changed the workstream'
    // The state's line says that it came back.
    case 'timesReopened':
      return null
    default:
      return textWords(field, from, to)
  }
}

function textWords(field: string, from: unknown, to: unknown): string {
  const what = TEXT_WORD[field] ?? field
  if (from === '') return `wrote down ${what}`
  return to === '' ? `emptied ${what}` : `changed ${what}`
}

function stateWords(to: unknown): string {
  const status = statusOf(to)
  switch (status) {
    case 'triaged':
      return 'triaged it'
    case 'closed':
      return 'closed it, it works'
    case 'deferred':
      return 'deferred it'
    case 'reopened':
      return 'reopened it'
    case 'duplicate':
      return `marked it a duplicate of ${textOf(to, 'of')}`
    default:
      return `moved it to ${status ? STATUS_WORD[status] : 'another state'}`
  }
}

function severityWords(from: unknown, to: unknown): string {
  const next = severityKey(to)
  const word = SEVERITY_WORD[next].toLowerCase()
  if (next === 'none') return 'took the severity off'
  if (severityKey(from) === 'none') return `called it ${word}`
  const rose = SEVERITIES.indexOf(next) < SEVERITIES.indexOf(severityKey(from))
  return `${rose ? 'raised' : 'lowered'} it to ${word}`
}

/** How a field's value reads when two people's values stand side by side. */
export function valueWords(field: string, value: unknown): string {
  if (field === 'severity') return SEVERITY_WORD[severityKey(value)]
  if (field === 'owner') return nameOf(value) ?? 'no one'
  if (field === 'state') {
    const status = statusOf(value)
    return status ? STATUS_WORD[status] : 'another state'
  }
  if (typeof value === 'string') return value === '' ? 'nothing' : `“${value}”`
  return 'another value'
}

export function fieldName(field: string): string {
  return (
    { severity: 'the severity', owner: 'the owner', state: 'the state' }[field] ?? TEXT_WORD[field] ?? field
  )
}

function severityKey(value: unknown): SeverityKey {
  return SEVERITIES.find((key) => key === value) ?? 'none'
}

function statusOf(state: unknown): StatusKey | undefined {
  const status = textOf(state, 'status')
  return Object.hasOwn(STATUS_WORD, status) ? (status as StatusKey) : undefined
}

function nameOf(person: unknown): string | null {
  const name = textOf(person, 'name')
  return name === '' ? null : firstName(name)
}

function textOf(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null || !(key in value)) return ''
  const text: unknown = (value as Record<string, unknown>)[key]
  return typeof text === 'string' ? text : ''
}
