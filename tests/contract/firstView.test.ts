import fc from 'fast-check'
import { problem } from '../../bot/contract/common'
import { problemShape, startShape, tokenShape } from '../../bot/contract/firstView'
import { localToken, start } from '../../bot/contract/session'
import { NO_ISSUES } from '../../bot/domain/issueList'
import { ADELE, ALEX, COPENHAGEN, inDays, MEGAN, NOW, THIS_WEEK } from '../support/builders'

const row = {
  id: 'I-1',
  title: 'Totals are wrong',
  severity: 'cosmetic',
  status: 'triaged',
  timesReopened: 0,
  owner: MEGAN,
  where: 'Invoices',
  workstream: null,
  createdAt: NOW,
  changedAt: NOW,
  changedBy: ADELE,
  version: 1,
}
const whole = {
  me: ALEX,
  now: NOW,
  projects: [{ id: 'p', name: 'ERP', customer: 'Northwind', channel: null }],
  open: {
    project: {
      id: 'p',
      name: 'ERP',
      customer: 'Northwind',
      zone: COPENHAGEN,
      lead: ALEX,
      paused: false,
      today: inDays(0),
      week: THIS_WEEK,
      workstreams: [{ id: 'training', name: 'Training' }],
      members: [ALEX, MEGAN],
      answers: { asked: 7, answered: 4 },
      myCard: null,
      openItems: 3,
      allIssues: 2,
    },
    counts: { ...NO_ISSUES, owner: { [MEGAN.id]: 1 } },
    issues: [row, { ...row, id: 'I-2', severity: null, owner: null }],
    whole: true,
    next: null,
  },
}

type Path = readonly (string | number)[]

/** Every place in a value where something stands. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

function withOther(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value)) return value.with(Number(key), withOther(value[Number(key)], rest, other))
  const { [key]: there, ...others } = value as Record<string, unknown>
  if (other === undefined && rest.length === 0) return others
  return { ...others, [key]: withOther(there, rest, other) }
}

const anything = fc.constantFrom(
  undefined,
  null,
  true,
  7,
  -1.5,
  '',
  'I-7',
  'closed',
  'none',
  NOW,
  '2026-11-20',
  '2026-W47',
  [],
  {},
  { id: 'x', name: 'y' },
  '\u0001',
)

it('reads the first answer exactly as its schema does, whatever stands in any place of it', () => {
  expect(startShape.safeParse(whole)).toEqual({ success: true, data: start.parse(whole) })
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(whole)), anything, (path, other) => {
      const body = withOther(whole, path, other)
      expect({ path, other, ok: startShape.safeParse(body).success }).toEqual({
        path,
        other,
        ok: start.safeParse(body).success,
      })
    }),
    { numRuns: 3_000 },
  )
})

it.each([
  { text: 'No', reference: 'R-1' },
  { text: 'No', reference: 'R-1', kind: 'x' },
  { text: 'No', reference: 'R-1', kind: 3 },
  { text: 'No' },
  [],
  null,
  'No',
])('reads a refusal as its schema does: %j', (body) => {
  expect(problemShape.safeParse(body).success).toBe(problem.safeParse(body).success)
})

it('reads the token of the trial’s sign-in', () => {
  const given = { token: 'abc', me: ALEX }
  expect(localToken.safeParse(given).success && tokenShape.safeParse(given).success).toBe(true)
  expect(tokenShape.safeParse({ me: ALEX }).success).toBe(false)
})
