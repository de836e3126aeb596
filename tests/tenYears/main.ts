import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { epochMs, instant } from '../../bot/domain/time'
import { connectTables } from '../../bot/storage/connectTables'
import { startAzurite } from '../support/azuriteProcess'
import { chanceOf } from '../support/chance'
import { judge } from './judge'
import { liveThroughYears } from './years'
import { troublesOf, ZONES } from './zones'

/*
 * `npm run tenyears`: ten years of weeks in each of ten zones, on real storage. Options: `--seed`, `--years`, `--zone`
 * (one alone).
 */

const WEEK = 7 * 24 * 3_600_000

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      years: { type: 'string', default: '10' },
      zone: { type: 'string' },
    },
  })
  const azurite = await startAzurite()
  let isGood = true
  try {
    for (const [index, { zone }] of ZONES.entries()) {
      if (values.zone !== undefined && values.zone !== zone) continue
      // Each zone has troubles of its own.
      const seed = Number(values.seed) + index
      const start = Date.now()
      // Apia's years hold the day that it left out.
      const first = zone === 'Pacific/Apia' ? 2009 : 2018
      const [from, until] = [first, first + Number(values.years)].map((year) =>
        instant(`${year}-01-01T00:00:00Z`),
      )
      if (!from || !until) throw new RangeError('No years')
      const weeks = (epochMs(until) - epochMs(from)) / WEEK
      const [episodes = []] = fc.sample(troublesOf(weeks), { seed, numRuns: 1 })
      const at = { kind: 'connection', connection: azurite.connection } as const
      const client = await connectTables({ table: `t${randomUUID().replaceAll('-', '')}`, at })
      const lived = await liveThroughYears({ client, zone, from, until, episodes, chance: chanceOf(seed) })
      const verdict = await judge(lived, from, until)
      await client.deleteTable()
      isGood &&= verdict.wrong.length === 0
      const seconds = ((Date.now() - start) / 1000).toFixed(0)
      console.log(
        `${zone}: ${verdict.weeks} weeks asked for, ${verdict.quiet} held to the minute, ` +
          `${lived.sent.length} messages, ${lived.absences.length} times away, ${verdict.wrong.length} wrong, seed ${values.seed}, ${seconds} s`,
      )
      for (const line of verdict.wrong.slice(0, 20)) console.log(`  ${line}`)
    }
  } finally {
    await azurite.stop()
  }
  process.exitCode = isGood ? 0 : 1
}

main().catch((cause: unknown) => {
  console.error(cause)
  process.exitCode = 1
})
