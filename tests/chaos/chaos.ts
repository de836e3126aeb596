import { fixedClock } from '../support/builders'
import { startBotFramework } from '../support/botFramework'
import { argumentsFor, drawWeeks, planOf, type Spec } from './plans'
import { bundleVictim, openNursery } from './victims'
import { liveThroughWeek, type WeekReport } from './week'
import type { Tools } from './world'

export type Wanted = {
  readonly connection: string
  readonly seed: number
  readonly kills: number
  /** With no fewer than this it does not end, unless something went wrong. */
  readonly atLeast: number
  /** No further week is begun after so many ms. */
  readonly within: number
  /** Weeks at the same time. */
  readonly lanes: number
  /** One week alone instead. */
  readonly only?: Spec
  readonly say: (line: string) => void
}

export type Outcome = {
  /** What the last line says. */
  readonly summary: string
  readonly kills: number
  /** The weeks that went wrong, with how to live through each again. */
  readonly failures: readonly string[]
}

/** Kills processes of the service until there were so many kills, and accounts for every message of every week. */
export async function runChaos({
  connection,
  seed,
  kills,
  atLeast,
  within,
  lanes,
  only,
  say,
}: Wanted): Promise<Outcome> {
  const start = Date.now()
  await bundleVictim()
  const botFramework = await startBotFramework({ clock: fixedClock(), serviceUrl: '' })
  const nursery = openNursery()
  const tools: Tools = { connection, nursery, botFramework }
  const tally = new Tally()
  let told = 0
  const live = async (spec: Spec): Promise<void> => {
    const again = `npm run chaos -- ${argumentsFor(spec)}`
    try {
      tally.add(await liveThroughWeek(tools, planOf(spec)), again)
    } catch (error) {
      tally.failures.push(`${again}\n${error instanceof Error ? error.message : String(error)}`)
    }
    if (tally.failures.length > told) say(`\n${tally.failures.slice(told).join('\n')}\n`)
    told = tally.failures.length
    say(tally.line())
  }
  try {
    if (only) await live(only)
    else {
      const calm = await liveThroughWeek(
        tools,
        planOf({ seed, processes: 1, trouble: false, tables: false, kills: {} }),
      )
      tally.add(calm, 'A week without a kill')
      const points = Object.values(calm.points).reduce((sum, act) => sum + act.length, 0)
      say(`seed ${seed}: ${points} crash points in a week`)
      const weeks = drawWeeks(seed, calm.points)
      const lane = async () => {
        const isEnough = () => tally.kills >= (Date.now() - start < within ? kills : atLeast)
        while (!isEnough() && tally.failures.length < 5) await live(weeks.next())
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      say(`${points - weeks.left()} of ${points} crash points were aimed at`)
    }
  } finally {
    await nursery.close()
    await botFramework.close()
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(0)
  return { summary: `${tally.line()}, ${seconds} s`, kills: tally.kills, failures: tally.failures }
}

class Tally {
  kills = 0
  readonly failures: string[] = []
  private weeks = 0
  private missed = 0
  private readonly sums = { messages: 0, lost: 0, unexpected: 0, doubled: 0, unknown: 0, ambiguous: 0 }

  add(report: WeekReport, again: string): void {
    this.weeks += 1
    this.kills += report.kills
    this.missed += report.missed
    const { lost, unexpected, doubled, misjudged, broken } = report
    this.sums.messages += report.messages
    this.sums.lost += lost.length
    this.sums.unexpected += unexpected.length
    this.sums.doubled += doubled.length
    this.sums.unknown += report.unknown
    this.sums.ambiguous += report.ambiguous
    const wrong = Object.entries({ lost, unexpected, doubled, misjudged, broken }).filter(
      ([, all]) => all.length > 0,
    )
    if (wrong.length === 0) return
    const lines = wrong.map(([name, all]) => `  ${name}: ${all.join('; ')}`)
    this.failures.push(
      [again, ...lines, ...report.story.map((kill) => `    killed in ${kill}`), ...report.said].join('\n'),
    )
  }

  line(): string {
    const { messages, lost, unexpected, doubled, unknown, ambiguous } = this.sums
    return (
      `${this.kills} kills in ${this.weeks} weeks (${this.missed} aimed at and not met), ${messages} messages: ` +
      `lost ${lost}, unexpected ${unexpected}, doubled ${doubled}, unknown ${unknown}, ambiguous ${ambiguous}`
    )
  }
}
