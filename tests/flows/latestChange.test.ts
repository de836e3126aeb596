import type { ItemId } from '../../bot/domain/ids'
import { latestChangeOf } from '../../bot/flows/latestChange'
import { ADELE, ALEX, MEGAN } from '../support/builders'
import { northwind } from './northwind'

const MINUTE = 60_000

/** Two items that Megan owns, and what somebody last did within the hour. */
async function anHour() {
  const world = await northwind()
  const { givenItem, when, records, project, clock } = world
  const [first, second] = [await givenItem(), await givenItem()]
  return {
    first,
    second,
    clock,
    when,
    starts: async (id: ItemId, person = MEGAN) => {
      clock.advance(MINUTE)
      await when(person, { do: 'changeItem', id, change: { kind: 'start' }, seen: null })
    },
    latest: (person = MEGAN, record: ItemId | null = null) =>
      latestChangeOf(records, project, { person, record, now: clock.now() }),
  }
}

test('"undo" without a number means what the person did last, not what others did since', async () => {
  const { first, second, starts, latest } = await anHour()
  await starts(first)
  await starts(second, ALEX)
  expect(await latest()).toMatchObject({ record: first, version: 2, by: MEGAN })
  expect(await latest(ALEX)).toMatchObject({ record: second })
})

test('with a number it means what the person did last to that record', async () => {
  const { first, second, starts, latest } = await anHour()
  await starts(first)
  await starts(second)
  expect((await latest())?.record).toBe(second)
  expect((await latest(MEGAN, first))?.record).toBe(first)
})

test('what was done at this very moment counts, what is over an hour old does not', async () => {
  const { first, starts, latest, clock } = await anHour()
  await starts(first)
  expect((await latest())?.record).toBe(first)
  clock.advance(60 * MINUTE)
  expect((await latest())?.record).toBe(first)
  clock.advance(1)
  expect(await latest()).toBeNull()
})

test('who did nothing, or only changed the project, has nothing to take back', async () => {
  const { when, latest } = await anHour()
  await when(ALEX, { do: 'pause' })
  expect(await latest(ALEX)).toBeNull()
  expect(await latest(ADELE)).toBeNull()
})
