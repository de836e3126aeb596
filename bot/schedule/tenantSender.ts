import { parseCause, withCause } from '../cause'
import type { ProjectId, TenantId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Hints, Leases, ShutTargets, Waiting } from '../flows/sendingPorts'
import type { Deliveries, Look } from './delivery'
import { createHand, type Job } from './hand'
import { laneTo, type Lane } from './lanes'
import { sendMessage, type Passage, type SendingDeps } from './sendMessage'
import { createShutMemory } from './shutMemory'
import { createTenantLease } from './tenantLease'
import { createTurnstile } from './turnstile'

export type TenantDeps = Omit<SendingDeps, 'shutTargets'> & {
  readonly shutTargets: ShutTargets
  readonly deliveries: Deliveries
  readonly leases: Leases
  readonly hints: Hints
  /** Runs something later; given, so that tests own the time. */
  readonly after: (ms: number, run: () => void) => void
}

/** Sends what waits for one tenant, while this process holds the tenant's lease. */
export interface TenantSender {
  /** Sends a project's waiting messages now, and ends when none is left that can be sent. */
  drain(project: ProjectId): Promise<void>
  /** The same, in the background. */
  kick(project: ProjectId): void
  /** Whether the tenant's messages are this process's to send: it holds the lease, or could take it. */
  maySend(): Promise<boolean>
  /** Takes up nothing more, lets what is on its way arrive, gives the lease back, and leaves the rest to others. */
  close(): Promise<void>
}

/** Rows that one look takes up at most; those that are in hand already come on top. */
const AT_A_LOOK = 1_000
/** With fewer than this in hand there is a look for more, where one look did not see all. */
const FEW = AT_A_LOOK / 4
/** A transaction deletes the rows of messages that mean the same, and needs room for what follows. */
const MOST_ALIKE = 50
/** Messages that are drawn or wait for their turn: few, so that what is sent is as it was a moment ago. */
const PREPARED = 24
/** Messages that are on their way at once. */
const ON_THEIR_WAY = 120
/** A lane that is busy for longer than this, in ms, is left and come back to. */
const WORTH_WAITING = 2_000
/** What a project looks like is believed for so many ms. */
const LOOKED = 1_000
/** How often hints are read while the lease is held, in ms. */
const HINTS_EVERY = 1_000
/** When a message that can't be worked out is tried again, in ms. */
const AFTER_BREAKDOWN = 60_000
/** How long after another's lease has ended it is asked for, in ms. */
const AFTER_THEIRS = 250

type Round = {
  inHand: number
  /** Somebody said that there is something new. */
  again: boolean
  /** The last look did not see all. */
  isMore: boolean
  seen: { readonly look: Look; readonly at: number } | null
  done: Promise<void> | null
  wakeUp: () => void
}

export function createTenantSender(deps: TenantDeps, tenant: TenantId): TenantSender {
  const { outbox, clock, log, after, pacing, hints } = deps
  const lease = createTenantLease(deps.leases, clock, tenant)
  const shutTargets = createShutMemory(deps.shutTargets, tenant)
  const rounds = new Map<ProjectId, Round>()
  const lanes = new Map<Lane, Job[]>()
  const hand = createHand()
  const passedOver = new Map<string, number>()
  const comingBack = new Map<string, { readonly project: ProjectId; readonly then: number }>()
  const preparing = createTurnstile(PREPARED)
  const onTheirWay = createTurnstile(ON_THEIR_WAY)
  const underWay = new Set<Promise<unknown>>()
  let isClosing = false
  let readsHints = false
  const now = () => epochMs(clock.now())

  function roundOf(project: ProjectId): Round {
    const known = rounds.get(project)
    if (known) return known
    const made: Round = {
      inHand: 0,
      again: false,
      isMore: false,
      seen: null,
      done: null,
      wakeUp: () => undefined,
    }
    rounds.set(project, made)
    return made
  }

  function kick(project: ProjectId): void {
    drain(project).catch((cause: unknown) => {
      log.error({ cause, project }, 'The outbox could not be emptied')
    })
  }

  /** Comes back to a project in so many ms, unless it does so no later anyway. */
  function comeBack(project: ProjectId, why: string, ms: number): void {
    const name = `${project} ${why}`
    const then = now() + ms
    if (isClosing || (comingBack.get(name)?.then ?? Infinity) <= then) return
    comingBack.set(name, { project, then })
    after(ms, () => {
      if (comingBack.get(name)?.then === then) comingBack.delete(name)
      if (!isClosing) kick(project)
    })
  }

  function drain(project: ProjectId): Promise<void> {
    const round = roundOf(project)
    round.again = true
    round.wakeUp()
    round.done ??= empty(project, round).finally(() => {
      round.done = null
      if (round.inHand === 0) rounds.delete(project)
    })
    return round.done
  }

  /** Looks whenever something may be new: when somebody says so, and when what was taken up is through. */
  async function empty(project: ProjectId, round: Round): Promise<void> {
    for (;;) {
      round.again = false
      const found = isClosing ? 0 : await takeUp(project, round)
      if (found === 0 && isDone(round)) return
      await somethingNew(round)
    }
  }

  /** At once when something is new already, or nothing is in hand that could be waited for. */
  async function somethingNew(round: Round): Promise<void> {
    if (round.again || round.inHand === 0) return
    await new Promise<void>((resolve) => (round.wakeUp = resolve))
  }

  function isDone({ inHand, again }: Round): boolean {
    return inHand === 0 && !again
  }

  /** Hands what waits in a project to its lanes; how many messages those are. */
  async function takeUp(project: ProjectId, round: Round): Promise<number> {
    const held = await lease.hold()
    if (held.kind === 'others') {
      await leaveToOthers(project, epochMs(held.until) - now())
      return 0
    }
    readHints()
    const look = hand.look()
    const rows = AT_A_LOOK + hand.size
    const [waiting, seen] = await Promise.all([outbox.pending(project, rows), lookAt(project, round)])
    round.isMore = waiting.length >= rows
    return dispatch(project, round, seen, { look, waiting })
  }

  /** Their holder is told at once. Should it be dead, the lease is asked for at its end. */
  async function leaveToOthers(project: ProjectId, ms: number): Promise<void> {
    comeBack(project, 'lease', ms + AFTER_THEIRS)
    try {
      await hints.send(tenant, project)
    } catch (cause) {
      log.warn({ cause, project }, 'A hint could not be given')
    }
  }

  /** While the lease is held, and no longer: to somebody without one nobody gives hints. */
  function readHints(): void {
    if (readsHints || isClosing) return
    readsHints = true
    after(HINTS_EVERY, () => {
      readsHints = false
      if (isClosing || !lease.isOurs()) return
      readHints()
      hints.receive(tenant).then(
        (projects) => new Set(projects).forEach(kick),
        (cause: unknown) => log.warn({ cause }, 'Hints could not be read'),
      )
    })
  }

  async function lookAt(project: ProjectId, round: Round): Promise<Look> {
    const at = now()
    const [look] = await Promise.all([deps.deliveries(project), shutTargets.read()])
    round.seen = { look, at }
    return look
  }

  function dispatch(
    project: ProjectId,
    round: Round,
    seen: Look,
    { look, waiting }: { readonly look: number; readonly waiting: readonly Waiting[] },
  ): number {
    const jobs = new Map<string, Job>()
    // Nobody knows yet whether it stands: what means the same waits for its end, in whatever order the two were read.
    const claimed = new Set(
      waiting.filter(({ record }) => record.state.status === 'sending').map(({ record }) => record.id),
    )
    for (const message of waiting) {
      const { id, what, state } = message.record
      if (hand.has(look, project, message) || isPassedOver(project, id)) continue
      if (state.status === 'pending' && claimed.has(id)) {
        round.isMore = true
        continue
      }
      const target = seen.targetOf(what)
      const lane = laneTo(tenant, target)
      // Another process may have been told to wait: the row says until when.
      if (state.status === 'pending' && state.notBefore) pacing.rest(lane, epochMs(state.notBefore) - now())
      const rests = pacing.restsFor(lane)
      if (rests > 0) {
        comeBack(project, lane, rests)
        continue
      }
      const name = state.status === 'pending' ? id : message.revision
      const same = jobs.get(name)
      if (!same) jobs.set(name, { project, parts: [message], target, lane })
      else if (same.parts.length < MOST_ALIKE) jobs.set(name, { ...same, parts: [...same.parts, message] })
      else round.isMore = true
    }
    for (const job of jobs.values()) take(round, job)
    return jobs.size
  }

  function isPassedOver(project: ProjectId, id: string): boolean {
    const until = passedOver.get(`${project} ${id}`) ?? 0
    if (until > now()) return true
    passedOver.delete(`${project} ${id}`)
    return false
  }

  function take(round: Round, job: Job): void {
    hand.take(job)
    round.inHand += 1
    const queue = lanes.get(job.lane)
    if (queue) {
      queue.push(job)
      return
    }
    lanes.set(job.lane, [job])
    void runLane(job.lane)
  }

  function putDown(job: Job): void {
    hand.putDown(job)
    const round = roundOf(job.project)
    round.inHand -= 1
    if (round.inHand === 0 || (round.isMore && round.inHand < FEW)) {
      round.isMore = false
      round.wakeUp()
    }
  }

  /** Sends what a lane holds, one after the other; what has to wait stays in the table and is come back to. */
  async function runLane(lane: Lane): Promise<void> {
    const queue = lanes.get(lane) ?? []
    for (let job = queue[0]; job && !isClosing; job = queue[0]) {
      const busy = pacing.busyFor(lane)
      if (busy > WORTH_WAITING) {
        for (const { project } of queue) comeBack(project, lane, busy)
        break
      }
      if (busy > 0) {
        await new Promise<void>((resolve) => after(Math.ceil(busy), resolve))
        continue
      }
      const passage = await sendJob(job)
      if (passage.kind === 'rest') pacing.rest(lane, passage.ms)
      if (passage.kind !== 'next') {
        const ms = passage.kind === 'rest' ? passage.ms : AFTER_THEIRS
        for (const { project } of queue) comeBack(project, lane, ms)
        break
      }
      queue.shift()
      putDown(job)
    }
    lanes.delete(lane)
    queue.forEach(putDown)
  }

  /**
   * One message that can't be worked out must not hold up those behind it. Of one that was to leave nobody may know
   * whether it did: those behind it are taken up anew, when it is passed over, and with it what means the same.
   */
  async function sendJob(job: Job): Promise<Passage> {
    const { project, parts } = job
    const [first, ...others] = parts
    const arrived = await onTheirWay.enter()
    const prepared = await preparing.enter()
    const cause = parseCause(first.record.causeId)
    const send = (): Promise<Passage> =>
      sendPrepared(job, outbox.asOne(first, others), prepared, () => underWay.add(sending))
    const sending: Promise<Passage> = cause ? withCause(cause, send) : send()
    try {
      return await sending
    } catch (cause) {
      log.error({ cause, project, message: first.record.id }, 'A message could not be worked out')
      passedOver.set(`${project} ${first.record.id}`, now() + AFTER_BREAKDOWN)
      comeBack(project, first.record.id, AFTER_BREAKDOWN)
      return underWay.has(sending) ? { kind: 'notOurs' } : { kind: 'next' }
    } finally {
      underWay.delete(sending)
      prepared()
      arrived()
    }
  }

  async function sendPrepared(
    { project, target, lane }: Job,
    message: Waiting,
    prepared: () => void,
    leaving: () => void,
  ): Promise<Passage> {
    const round = roundOf(project)
    const { seen } = round
    const isFresh = seen !== null && Math.abs(now() - seen.at) < LOOKED
    return sendMessage({
      ...deps,
      shutTargets,
      tenant,
      project,
      message,
      target,
      lane,
      look: isFresh ? seen.look : await lookAt(project, round),
      shut: shutTargets.of(lane),
      prepared,
      async mayClaim() {
        if (isClosing) return false
        leaving()
        return (await lease.hold()).kind === 'ours' && lease.isOurs()
      },
      maySend: () => lease.isOurs(),
    })
  }

  return {
    drain,
    kick,
    maySend: async () => !isClosing && (await lease.hold()).kind === 'ours',
    async close() {
      isClosing = true
      const left = new Set([...rounds.keys(), ...[...comingBack.values()].map(({ project }) => project)])
      await Promise.allSettled(underWay)
      await lease.giveBack()
      try {
        // What others hinted at meanwhile nobody else would read before it holds the lease.
        const hinted = await hints.receive(tenant)
        await Promise.all([...new Set([...left, ...hinted])].map((project) => hints.handOver(project)))
      } catch (cause) {
        log.warn({ cause }, 'What is left to send could not be handed over')
      }
    },
  }
}
