import { ALEX, at, LAST_WEEK, MEGAN, THIS_WEEK } from '../support/builders'
import { expectKind, northwind } from './northwind'

const show = (week: number | null) => ({ do: 'showRecap', week }) as const

/** Posted in weeks 46 and 47. */
async function twoPostedWeeks() {
  const world = await northwind()
  world.clock.set(at('2026-11-13', '15:00'))
  await world.when(ALEX, { do: 'postRecap', edit: null })
  world.clock.set(at('2026-11-20', '15:00'))
  await world.when(ALEX, { do: 'postRecap', edit: null })
  return world
}

test('anybody of the team sees the latest recap, or that of a week by its number', async () => {
  const { when } = await twoPostedWeeks()
  const weekOf = async (week: number | null) =>
    expectKind(await when(MEGAN, show(week)), 'pastRecap').posted.recap.week
  expect(await weekOf(null)).toBe(THIS_WEEK)
  expect(await weekOf(46)).toBe(LAST_WEEK)
  expect(await weekOf(47)).toBe(THIS_WEEK)
})

test('a number that is still to come means the year before', async () => {
  const { when, clock } = await twoPostedWeeks()
  clock.set(at('2027-01-15', '09:00'))
  expect(expectKind(await when(MEGAN, show(47)), 'pastRecap').posted.recap.week).toBe(THIS_WEEK)
})

test('a week without a recap, or a project without any, says so', async () => {
  const { when } = await twoPostedWeeks()
  expect(await when(MEGAN, show(45))).toMatchObject({ kind: 'noPastRecap', week: 45 })
  expect(await when(MEGAN, show(53))).toMatchObject({ kind: 'noPastRecap', week: 53 })
  const fresh = await northwind()
  expect(await fresh.when(MEGAN, show(null))).toMatchObject({ kind: 'noPastRecap', week: null })
})
