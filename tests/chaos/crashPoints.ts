import type { Watch } from '../support/connector'
import type { Victim } from './victims'

/** Where a process is killed: the number of the point since the act began, or since the kill before it. */
export type Aim = readonly number[]

type Passing = { readonly victim: Victim; readonly what: string }
type Moment = Parameters<Watch<unknown>>[0]

/**
 * Counts the crash points that a process comes by, before and after each write to storage and each message to Teams, and
 * kills it at the one aimed at. A request on its way holds still meanwhile. What a dying process still asks for is cut.
 */
export class CrashPoints {
  /** What each point of the act was, for whoever reads of a failure. */
  passed: string[] = []
  kills: string[] = []
  private aims: number[] = []
  private sinceLast = 0
  private killing = Promise.resolve()
  private readonly dying = new Set<Victim>()

  constructor(private readonly onKilled: (killed: Victim) => Promise<void>) {}

  begin(aim: Aim): void {
    this.passed = []
    this.kills = []
    this.aims = [...aim]
    this.sinceLast = 0
  }

  /** How many of the kills aimed at were not come by. */
  end(): number {
    const missed = this.aims.length
    this.aims = []
    return missed
  }

  /** Whether the request goes on. */
  async pass(moment: Moment, { victim, what }: Passing, isPoint: boolean): Promise<'on' | 'cut'> {
    if (this.dying.has(victim) || victim.isGone()) return 'cut'
    if (!isPoint) return 'on'
    const point = `${moment === 'arrived' ? 'before' : 'after'} ${what}`
    this.passed.push(point)
    if (++this.sinceLast !== this.aims[0]) return 'on'
    this.aims.shift()
    this.sinceLast = 0
    this.kills.push(point)
    this.dying.add(victim)
    this.killing = victim.kill().then(() => this.onKilled(victim))
    await this.killing
    return 'cut'
  }

  /** Resolves when what was seen of the last kill is noted. */
  settled(): Promise<void> {
    return this.killing
  }
}
