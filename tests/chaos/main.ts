import { parseArgs } from 'node:util'
import { startAzurite } from '../support/azuriteProcess'
import { runChaos } from './chaos'
import type { Spec } from './plans'
import { ACT_NAMES, type ActName } from './week'

/*
 * `npm run chaos`: a thousand kills of our process at every crash point of a week. Options: `--kills`, `--seed`,
 * `--lanes` (weeks at the same time), `--minutes` at most, and to live through one week again
 * `--point act:number[+number]`, `--processes`, `--trouble` and `--tables`, as a failure prints them.
 */

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      lanes: { type: 'string', default: '2' },
      processes: { type: 'string', default: '1' },
      trouble: { type: 'boolean', default: false },
      tables: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '60' },
      point: { type: 'string', multiple: true },
    },
  })
  const seed = Number(values.seed)
  const isOne = values.point !== undefined || values.trouble || values.tables
  const only: Spec | null = isOne
    ? {
        seed,
        processes: Number(values.processes),
        trouble: values.trouble,
        tables: values.tables,
        kills: Object.fromEntries((values.point ?? []).map(parsePoint)),
      }
    : null
  const azurite = await startAzurite()
  try {
    const { summary, failures } = await runChaos({
      connection: azurite.connection,
      seed,
      kills: Number(values.kills),
      atLeast: 0,
      lanes: Number(values.lanes),
      within: Number(values.minutes) * 60_000,
      ...(only && { only }),
      say: (line) => console.log(line),
    })
    console.log(`\nseed ${seed}: ${summary}`)
    process.exitCode = failures.length > 0 ? 1 : 0
  } finally {
    await azurite.stop()
  }
}

function parsePoint(text: string): [ActName, number[]] {
  const [name, numbers = ''] = text.split(':')
  const act = ACT_NAMES.find((known) => known === name)
  if (!act) throw new RangeError(`No act "${name}"; there are ${ACT_NAMES.join(', ')}`)
  return [act, numbers.split('+').map(Number)]
}

main().catch((cause: unknown) => {
  console.error(cause)
  process.exitCode = 1
})
