import type { ProjectId } from '../domain/ids'
import { epochMs, type Instant } from '../domain/time'
import type { Clock, Outbox, Outgoing, OutgoingState, Stored } from '../flows/ports'
import type { Log } from '../log'
import type { Deliveries, Delivery } from './delivery'
import type { Messenger } from './messenger'

type SenderDeps = {
  readonly outbox: Outbox
  readonly messenger: Messenger
  readonly deliveries: Deliveries
  readonly clock: Clock
  readonly log: Log
  /** Runs something later; given, so that tests own the time. */
  readonly after: (ms: number, run: () => void) => void
}

/** Sends what waits in the outbox. */
export interface Sender {
  /** Sends a project's waiting messages soon; calls while that goes on come to one more round. */
  kick(project: ProjectId): void
  /** Sends a project's waiting messages now, and ends when none is left that can be sent. */
  drain(project: ProjectId): Promise<void>
  /** Sends what any project has waiting: what a crash left, and what no kick announced. */
  sweep(): Promise<void>
}

type Waiting = Stored<Outgoing & { readonly state: OutgoingState }>

const BATCH = 50
/** How long a send may be under way, in ms, before its process counts as dead. Twice a request's limit and more. */
const LEASE = 60_000
const RETRY_AFTER_FAILURE = 5_000
const RETRY_AFTER_BREAKDOWN = 60_000
/** How long a message that could not be sent is tried again, in ms from its cause: a day late it asks for nothing any more. */
const POSTS_TRIED_FOR = 24 * 3_600_000
/** How long a failing edit is tried again, in ms from its cause. */
const EDITS_TRIED_FOR = 3_600_000

/**
 * A message is marked `sending` before its one POST and `sent` after it. A crash between the two leaves `sending`: when
 * its lease is over nobody knows whether the message arrived, so it becomes `unknown` and is not posted again. Edits in
 * place do no harm twice, so they are simply made again.
 */
export function createSender(deps: SenderDeps): Sender {
  const rounds = new Map<ProjectId, { again: boolean; done: Promise<void> }>()
  const resting = new Set<string>()

  const drain = (project: ProjectId): Promise<void> => {
    const running = rounds.get(project)
    if (running) {
      running.again = true
      return running.done
    }
    const round = { again: true, done: Promise.resolve() }
    rounds.set(project, round)
    round.done = (async () => {
      try {
        while (round.again) {
          round.again = false
          await sendWaiting({ ...deps, project, resting, rest: (what, ms) => rest(project, what, ms) })
        }
      } finally {
        rounds.delete(project)
      }
    })()
    return round.done
  }

  const kick = (project: ProjectId): void => {
    drain(project).catch((cause: unknown) =>
      deps.log.error({ cause, project }, 'The outbox could not be emptied'),
    )
  }

  /** Leaves a message, or all of a project's, alone for so many ms. */
  const rest = (project: ProjectId, what: string, ms: number): void => {
    resting.add(what)
    deps.after(ms, () => {
      resting.delete(what)
      kick(project)
    })
  }

  return {
    kick,
    drain,
    async sweep() {
      for (const project of await deps.outbox.projectsWithPending()) await drain(project)
    },
  }
}

/** One pass over what a project has waiting. */
type Round = SenderDeps & {
  readonly project: ProjectId
  /** What is left alone for now: a project that Teams asked patience for, and messages that failed a moment ago. */
  readonly resting: ReadonlySet<string>
  readonly rest: (what: string, ms: number) => void
}

async function sendWaiting(round: Round): Promise<void> {
  const tried = new Set<string>()
  const isResting = ({ record }: Waiting) =>
    round.resting.has(round.project) || round.resting.has(restOf(round, record))
  for (;;) {
    const waiting = await round.outbox.pending(round.project, BATCH)
    const fresh = waiting.filter(
      (message) => !tried.has(message.revision) && !isResting(message) && !isOnItsWay(waiting, message),
    )
    if (fresh.length === 0) return
    for (const message of fresh) {
      tried.add(message.revision)
      if (!isResting(message)) await tryOne(round, message)
    }
  }
}

/** While one that means the same is being sent, nobody knows yet whether it stands and is to be edited. */
function isOnItsWay(waiting: readonly Waiting[], { record: { id }, revision }: Waiting): boolean {
  return waiting.some(
    ({ record, ...other }) =>
      other.revision !== revision && record.id === id && record.state.status === 'sending',
  )
}

function restOf({ project }: Round, { id }: Outgoing): string {
  return `${project} ${id}`
}

/** One message that can't be worked out must not hold up those behind it. */
async function tryOne(round: Round, message: Waiting): Promise<void> {
  const { project, log } = round
  try {
    const wait = await sendOne(round, message)
    if (wait !== null) round.rest(project, wait)
  } catch (cause) {
    log.error({ cause, project, message: message.record.id }, 'A message could not be worked out')
    round.rest(restOf(round, message.record), RETRY_AFTER_BREAKDOWN)
  }
}

/** Sends one message. Answers with the ms to wait before the next when Teams asks for patience, else null. */
async function sendOne(round: Round, message: Waiting): Promise<number | null> {
  const { state, what } = message.record
  const now = round.clock.now()
  if (state.status === 'sending' && !isOver(state.since, now, LEASE)) return null
  const delivery = await round.deliveries(round.project, what)
  switch (delivery.kind) {
    case 'nothing':
      await mark(round, message, { status: 'sent', at: now, message: null })
      return null
    case 'edit':
      return edit(round, message, delivery)
    case 'post':
      if (state.status === 'sending') {
        await delivery.unknown()
        await mark(round, message, { status: 'unknown', at: now })
        return null
      }
      return post(round, message, delivery)
  }
}

type Post = Extract<Delivery, { kind: 'post' }>

async function post(round: Round, message: Waiting, delivery: Post): Promise<number | null> {
  const claimed = await claim(round, message)
  if (!claimed) return null
  const { log, project } = round
  const { id } = message.record
  const result = await round.messenger.send(project, delivery.recipient, delivery.card)
  const at = round.clock.now()
  switch (result.kind) {
    case 'sent':
      await delivery.sent(result.message)
      await mark(round, claimed, { status: 'sent', at, message: result.message })
      return null
    case 'refused':
      log.info({ ...result, project, message: id }, 'A message was refused')
      await delivery.refused(result.why)
      await mark(round, claimed, { status: 'failed', at, why: result.why })
      return null
    case 'throttled':
      await mark(round, claimed, { status: 'pending' })
      return result.retryAfterMs
    case 'notSent':
      log.warn({ cause: result.cause, project, message: id }, 'A message could not be sent yet')
      return putBack(round, claimed, delivery)
    case 'unknown':
      log.warn({ cause: result.cause, project, message: id }, 'A send ended without an answer')
      await delivery.unknown()
      await mark(round, claimed, { status: 'unknown', at })
      return null
  }
}

/** Nothing left this machine: the message waits on, and the others go first. */
async function putBack(round: Round, message: Waiting, delivery: Post): Promise<null> {
  const at = round.clock.now()
  if (isOver(message.record.at, at, POSTS_TRIED_FOR)) {
    await delivery.refused('refused')
    await mark(round, message, { status: 'failed', at, why: 'refused' })
    return null
  }
  round.rest(restOf(round, message.record), RETRY_AFTER_FAILURE)
  await mark(round, message, { status: 'pending' })
  return null
}

async function edit(
  round: Round,
  message: Waiting,
  delivery: Extract<Delivery, { kind: 'edit' }>,
): Promise<number | null> {
  const { log, project, clock } = round
  const result = await round.messenger.edit(project, delivery.message, delivery.card)
  const at = clock.now()
  switch (result.kind) {
    case 'edited':
      await mark(round, message, { status: 'sent', at, message: delivery.message })
      return null
    case 'gone': {
      const instead = delivery.whenGone
      if (instead.kind === 'post') return post(round, message, instead)
      await mark(round, message, { status: 'failed', at, why: 'gone' })
      return null
    }
    case 'throttled':
      return result.retryAfterMs
    case 'failed':
      log.warn({ cause: result.cause, project, message: message.record.id }, 'An edit in place failed')
      if (isOver(message.record.at, at, EDITS_TRIED_FOR)) {
        await mark(round, message, { status: 'failed', at, why: 'refused' })
      } else round.rest(restOf(round, message.record), RETRY_AFTER_FAILURE)
      return null
  }
}

/** The claim to post: somebody else who had it first makes this `null`. */
async function claim({ outbox, project, clock }: Round, message: Waiting): Promise<Waiting | null> {
  const { state: _before, ...outgoing } = message.record
  const since = clock.now()
  const state: OutgoingState = { status: 'sending', since }
  const revision = await outbox.mark(project, outgoing, message.revision, state)
  return revision && { record: { ...outgoing, state }, revision }
}

function mark(
  { outbox, project }: Round,
  message: Waiting,
  state: OutgoingState,
): Promise<Waiting['revision'] | null> {
  const { state: _before, ...outgoing } = message.record
  return outbox.mark(project, outgoing, message.revision, state)
}

function isOver(since: Instant, now: Instant, ms: number): boolean {
  return epochMs(now) - epochMs(since) > ms
}
