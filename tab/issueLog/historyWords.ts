import type { HistoryLine } from '../../bot/contract/issue'
import { quoted, SEVERITY_WORD, STATUS_WORD } from '#words/common'
import {
  called,
  changed,
  CHANGED_WORKSTREAM,
  CLOSED,
  DEFERRED,
  did,
  emptied,
  gaveIt,
  lowered,
  markedDuplicate,
  movedTo,
  NOTHING,
  OTHER_STATE,
  raised,
  REOPENED,
  REPORTED,
  said,
  SEVERITY_OFF,
  TOOK_IT,
  tookItOff,
  TRIAGED,
  wroteDown,
} from '#words/issueHistory'
import { NO_ONE_INLINE, OTHER_VALUE } from '#words/issuePane'
import { firstName, SEVERITIES, type SeverityKey, type StatusKey } from '../look/words'

/* One line of history as a sentence that begins with a name: "Megan" + "moved it to In progress". */

export function historyWords(line: HistoryLine): string {
  if (line.version === 1) return REPORTED
  if (line.fields.length === 0 && line.why) return said(line.why)
  const parts = line.fields.toSorted(byWeight).flatMap((field) => fieldWords(field, line.by.id) ?? [])
  return did(parts, line.undoes !== null, line.why ?? '')
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
      if (textOf(to, 'id') === by) return TOOK_IT
      return nameOf(to) === null ? tookItOff(nameOf(from)) : gaveIt(nameOf(to) ?? '')
    case 'workstream':
      return CHANGED_WORKSTREAM
    // The state's line says that it came back.
    case 'timesReopened':
      return null
    default:
      return textWords(field, from, to)
  }
}

function textWords(field: string, from: unknown, to: unknown): string {
  if (from === '') return wroteDown(field)
  return to === '' ? emptied(field) : changed(field)
}

function stateWords(to: unknown): string {
  const status = statusOf(to)
  switch (status) {
    case 'triaged':
      return TRIAGED
    case 'closed':
      return CLOSED
    case 'deferred':
      return DEFERRED
    case 'reopened':
      return REOPENED
    case 'duplicate':
      return markedDuplicate(textOf(to, 'of'))
    default:
      return movedTo(status)
  }
}

function severityWords(from: unknown, to: unknown): string {
  const next = severityKey(to)
  if (next === 'none') return SEVERITY_OFF
  if (severityKey(from) === 'none') return called(next)
  const rose = SEVERITIES.indexOf(next) < SEVERITIES.indexOf(severityKey(from))
  return rose ? raised(next) : lowered(next)
}

/** How a field's value reads when two people's values stand side by side. */
export function valueWords(field: string, value: unknown): string {
  if (field === 'severity') return SEVERITY_WORD[severityKey(value)]
  if (field === 'owner') return nameOf(value) ?? NO_ONE_INLINE
  if (field === 'state') {
    const status = statusOf(value)
    return status ? STATUS_WORD[status] : OTHER_STATE
  }
  if (typeof value === 'string') return value === '' ? NOTHING : quoted(value)
  return OTHER_VALUE
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
