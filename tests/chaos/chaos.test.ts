import { tablesConnection } from '../support/azurite'
import { runChaos } from './chaos'

/** Of the thousand that `npm run chaos` does. */
const KILLS = 40
const SEED = 47

test(`${KILLS} kills at crash points of a week lose nothing, double nothing, and leave unknown what is ambiguous`, async () => {
  const said: string[] = []
  const { kills, failures } = await runChaos({
    connection: tablesConnection(),
    seed: SEED,
    kills: KILLS,
    lanes: 2,
    say: (line) => void said.push(line),
  })
  expect(failures).toEqual([])
  expect(kills).toBeGreaterThanOrEqual(KILLS)
}, 240_000)
