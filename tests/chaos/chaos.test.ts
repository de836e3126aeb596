import { tablesConnection } from '../support/azurite'
import { runChaos, type Outcome } from './chaos'
import type { Spec } from './plans'

/** Of the thousand that `npm run chaos` does. */
const KILLS = 16
/** On a busy machine it is fewer, but so many. */
const AT_LEAST = 8
const WITHIN_MS = 12_000
const SEED = 47

const run = (more: { readonly only?: Spec }): Promise<Outcome> =>
  runChaos({
    connection: tablesConnection(),
    seed: SEED,
    kills: KILLS,
    atLeast: AT_LEAST,
    within: WITHIN_MS,
    lanes: 2,
    say: () => undefined,
    ...more,
  })

test('kills at crash points of a week lose nothing, double nothing, and leave unknown what is ambiguous', async () => {
  const { kills, failures } = await run({})
  expect(failures).toEqual([])
  expect(kills).toBeGreaterThanOrEqual(AT_LEAST)
}, 240_000)

/* Empty pages, refusals in bursts, lost answers, resets and slow answers, at random by the seed. */
test('a week on tables that fail as Azure’s do is whole all the same', async () => {
  const only = { seed: 12, processes: 1, trouble: true, tables: true, kills: {} }
  expect((await run({ only })).failures).toEqual([])
}, 120_000)
