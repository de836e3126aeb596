import type { Problem } from './common'
import type { Start } from './session'

/*
 * What the tab reads before its first row, read without zod, which would be a twelfth of all that is loaded by then.
 * `tests/contract/firstView.test.ts` holds these readers to the schemas beside them.
 */

type Read<T> = { readonly success: true; readonly data: T } | { readonly success: false }

/** Anything that tells an answer of the right shape from others; zod's schemas do. */
export type Shape<T> = { safeParse(body: unknown): Read<T> }

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const truth: Check = (value) => typeof value === 'boolean'
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const countsOf: Check = (value) =>
  isObject(value) && !Array.isArray(value) && Object.values(value).every(number)

function having(fields: Readonly<Record<string, Check>>): Check {
  const all = Object.entries(fields)
  return (value) =>
    isObject(value) && !Array.isArray(value) && all.every(([name, check]) => check(value[name]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const id = like(/^[^\u0000-\u001f]{1,200}$/)
const instant = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const person = having({ id, name: text })
const severity = oneOf('showStopper', 'workaround', 'cosmetic')
const STATUSES = [
  'new',
  'triaged',
  'inProgress',
  'readyForRetest',
  'reopened',
  'closed',
  'deferred',
  'duplicate',
]

const row = having({
  id: like(/^I-[1-9]\d{0,6}$/),
  title: text,
  severity: orNull(severity),
  status: oneOf(...STATUSES),
  timesReopened: number,
  owner: orNull(person),
  where: text,
  workstream: orNull(id),
  createdAt: instant,
  changedAt: instant,
  changedBy: person,
  version: number,
})

const counts = having({
  all: number,
  open: number,
  severity: having({ showStopper: number, workaround: number, cosmetic: number, none: number }),
  state: having(Object.fromEntries(STATUSES.map((status) => [status, number]))),
  owner: countsOf,
  workstream: countsOf,
})

const project = having({
  id: text,
  name: text,
  customer: text,
  zone: like(/^[A-Za-z][\w+/-]*$/),
  lead: person,
  paused: truth,
  today: like(/^\d{4}-\d\d-\d\d$/),
  week: like(/^\d{4}-W\d\d$/),
  workstreams: listOf(having({ id, name: text })),
  members: listOf(person),
  answers: orNull(having({ asked: number, answered: number })),
  myCard: orNull(number),
  openItems: number,
  allIssues: number,
})

const isStart = having({
  me: person,
  now: instant,
  projects: listOf(having({ id: text, name: text, customer: text, channel: orNull(text) })),
  open: orNull(having({ project, counts, issues: listOf(row), whole: truth, next: orNull(text) })),
})

const isProblem = having({ text, reference: text, kind: (value) => value === undefined || text(value) })

function shapeOf<T>(check: Check): Shape<T> {
  return { safeParse: (body) => (check(body) ? { success: true, data: body as T } : { success: false }) }
}

export const startShape: Shape<Start> = shapeOf(isStart)
export const problemShape: Shape<Problem> = shapeOf(isProblem)
export const peopleShape: Shape<{ readonly people: readonly Start['me'][] }> = shapeOf(
  having({ people: listOf(person) }),
)
export const tokenShape: Shape<{ readonly token: string }> = shapeOf(having({ token: text }))
