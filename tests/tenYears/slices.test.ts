import fc from 'fast-check'
import { epochMs } from '../../bot/domain/time'
import { freshTable } from '../support/azurite'
import { chanceOf } from '../support/chance'
import { judge } from './judge'
import { liveThroughYears } from './years'
import { troublesOf, ZONES } from './zones'

/* Each zone's hardest weeks; `npm run tenyears` lives through ten years of each. */
const SEED = 2026
const WEEK = 7 * 24 * 3_600_000

test.each(ZONES)(
  'weeks in $zone, served by three processes: each owner asked once, reminded by the clock, one recap',
  async ({ zone, slice: [from, until] }) => {
    const weeks = (epochMs(until) - epochMs(from)) / WEEK
    await fc.assert(
      fc.asyncProperty(troublesOf(weeks), fc.nat(), async (episodes, seed) => {
        const client = await freshTable()
        const chance = chanceOf(seed)
        const lived = await liveThroughYears({ client, zone, from, until, episodes, chance })
        const { wrong, quiet } = await judge(lived, from, until)
        expect(wrong).toEqual([])
        expect(quiet).toBeGreaterThan(0)
      }),
      {
        numRuns: 1,
        seed: SEED + ZONES.findIndex((one) => one.zone === zone),
        unbiased: true,
        endOnFailure: true,
      },
    )
  },
  180_000,
)
