import { raisingFieldsOf, readRaising, USUAL_RAISING, type RaisingFields } from '../../bot/domain/raising'

const USUAL = raisingFieldsOf(USUAL_RAISING)
const read = (over: Partial<RaisingFields>) => readRaising({ ...USUAL, ...over })

test('what stands in the form as it opens reads back as what holds', () => {
  expect(readRaising(USUAL)).toEqual({ kind: 'ok', raising: USUAL_RAISING })
  const never = { ...USUAL_RAISING, limits: { ...USUAL_RAISING.limits, moves: null } }
  expect(readRaising(raisingFieldsOf(never))).toEqual({ kind: 'ok', raising: never })
})

test.each([
  ['10', 10],
  [' 10 days ', 10],
  ['1 day', 1],
  ['90', 90],
  ['0', null],
  ['', null],
  ['   ', null],
  ['never', null],
  ['Off', null],
])('"%s" is a limit', (typed, blockedDays) => {
  expect(read({ blockedDays: typed })).toMatchObject({ kind: 'ok', raising: { limits: { blockedDays } } })
})

test.each(['abc', '-3', '−3', '2.5', '1e2', 'five', '10 apples', '0x10', '٣'])(
  '"%s" is none: a whole number is',
  (typed) => {
    expect(read({ blockedDays: typed })).toEqual({
      kind: 'problems',
      problems: [{ field: 'blockedDays', because: 'notANumber', most: 90 }],
    })
  },
)

test.each([
  ['silentWeeks', 12],
  ['blockedDays', 90],
  ['showStopperDays', 90],
  ['moves', 20],
] as const)('%s takes up to %i and no more', (field, most) => {
  expect(read({ [field]: String(most) }).kind).toBe('ok')
  for (const typed of [String(most + 1), '400', '999999']) {
    expect(read({ [field]: typed })).toEqual({
      kind: 'problems',
      problems: [{ field, because: 'tooMany', most }],
    })
  }
})

test('all that is wrong is said at once', () => {
  const form: RaisingFields = { ...USUAL, days: '', silentWeeks: 'x', moves: '400' }
  expect(readRaising(form)).toMatchObject({
    problems: [{ field: 'days' }, { field: 'silentWeeks' }, { field: 'moves' }],
  })
})

test.each([
  ['5,1,1,3', [1, 3, 5]],
  ['7', [7]],
  ['1,9,x,2', [1, 2]],
])('the days "%s" are read once each and in order', (days, expected) => {
  expect(read({ days })).toMatchObject({ raising: { days: expected } })
})

test('no day at all is asked about, unless it is turned off anyway', () => {
  expect(read({ days: '' })).toMatchObject({ problems: [{ field: 'days', because: 'none' }] })
  expect(read({ days: '', on: false })).toMatchObject({ kind: 'ok', raising: { on: false, days: [] } })
})
