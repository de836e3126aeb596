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
const RETRY_AFTER_FAILED_EDIT = 5_000
/** How long a failing edit is tried again, in ms from its cause. */
const EDITS_TRIED_FOR = 3_600_000

/**
 * A message is marked `sending` before its one POST and `sent` after it. A crash between the two leaves `sending`: when
 * its lease is over nobody knows whether the message arrived, so it becomes `unknown` and is not posted again. Edits in
 * place do no harm twice, so they are simply made again.
 */
export function createSender(deps: SenderDeps): Sender {
  const rounds = new Map<ProjectId, { again: boolean; done: Promise<void> }>()

  const drain = (project: ProjectId): Promise<void> => {
    const running = rounds.get(project)
    if (running) {
      running.again = true
      return running.done
    }
    const round = { again: false, done: Promise.resolve() }
    rounds.set(project, round)
    round.done = (async () => {
      try {
        do {
          round.again = false
          await sendWaiting(deps, project, kick)
        } while (round.again)
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

  return {
    kick,
    drain,
    async sweep() {
      for (const project of await deps.outbox.projectsWithPending()) await drain(project)
    },
  }
}

async function sendWaiting(
  deps: SenderDeps,
  project: ProjectId,
  kick: (project: ProjectId) => void,
): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    const waiting = await deps.outbox.pending(project, BATCH)
    const fresh = waiting.filter(({ revision }) => !tried.has(revision))
    if (fresh.length === 0) return
    for (const message of fresh) {
      tried.add(message.revision)
      const wait = await sendOne(deps, project, message, kick)
      if (wait !== null) {
        deps.after(wait, () => kick(project))
        return
      }
    }
  }
}

/** Sends one message. Answers with the ms to wait before the next when Teams asks for patience, else null. */
async function sendOne(
  deps: SenderDeps,
  project: ProjectId,
  message: Waiting,
  kick: (project: ProjectId) => void,
): Promise<number | null> {
  const { state, what } = message.record
  const now = deps.clock.now()
  if (state.status === 'sending' && !isOver(state.since, now, LEASE)) return null
  const delivery = await deps.deliveries(project, what)
  switch (delivery.kind) {
    case 'nothing':
      await mark(deps, project, message, { status: 'sent', at: now, message: null })
      return null
    case 'edit':
      return edit(deps, project, message, delivery, kick)
    case 'post':
      if (state.status === 'sending') {
        await delivery.unknown()
        await mark(deps, project, message, { status: 'unknown', at: now })
        return null
      }
      return post(deps, project, message, delivery)
  }
}

async function post(
  deps: SenderDeps,
  project: ProjectId,
  message: Waiting,
  delivery: Extract<Delivery, { kind: 'post' }>,
): Promise<number | null> {
  const claimed = await claim(deps, project, message)
  if (!claimed) return null
  const result = await deps.messenger.send(project, delivery.recipient, delivery.card)
  const at = deps.clock.now()
  switch (result.kind) {
    case 'sent':
      await delivery.sent(result.message)
      await mark(deps, project, claimed, { status: 'sent', at, message: result.message })
      return null
    case 'refused':
      deps.log.info({ ...result, project, message: message.record.id }, 'A message was refused')
      await delivery.refused(result.why)
      await mark(deps, project, claimed, { status: 'failed', at, why: result.why })
      return null
    case 'throttled':
      await mark(deps, project, claimed, { status: 'pending' })
      return result.retryAfterMs
    case 'unknown':
      deps.log.warn(
        { cause: result.cause, project, message: message.record.id },
        'A send ended without an answer',
      )
      await delivery.unknown()
      await mark(deps, project, claimed, { status: 'unknown', at })
      return null
  }
}

async function edit(
  deps: SenderDeps,
  project: ProjectId,
  message: Waiting,
  delivery: Extract<Delivery, { kind: 'edit' }>,
  kick: (project: ProjectId) => void,
): Promise<number | null> {
  const result = await deps.messenger.edit(project, delivery.message, delivery.card)
  switch (result.kind) {
    case 'edited':
      await mark(deps, project, message, { status: 'sent', at: deps.clock.now(), message: delivery.message })
      return null
    case 'gone': {
      const instead = delivery.whenGone
      if (instead.kind === 'post') return post(deps, project, message, instead)
      await mark(deps, project, message, { status: 'failed', at: deps.clock.now(), why: 'gone' })
      return null
    }
    case 'throttled':
      return result.retryAfterMs
    case 'failed':
      deps.log.warn({ cause: result.cause, project, message: message.record.id }, 'An edit in place failed')
      if (isOver(message.record.at, deps.clock.now(), EDITS_TRIED_FOR)) {
        await mark(deps, project, message, { status: 'failed', at: deps.clock.now(), why: 'refused' })
      } else deps.after(RETRY_AFTER_FAILED_EDIT, () => kick(project))
      return null
  }
}

/** The claim to post: somebody else who had it first makes this `null`. */
async function claim(deps: SenderDeps, project: ProjectId, message: Waiting): Promise<Waiting | null> {
  const { state: _before, ...outgoing } = message.record
  const since = deps.clock.now()
  const state: OutgoingState = { status: 'sending', since }
  const revision = await deps.outbox.mark(project, outgoing, message.revision, state)
  return revision && { record: { ...outgoing, state }, revision }
}

async function mark(
  deps: SenderDeps,
  project: ProjectId,
  message: Waiting,
  state: OutgoingState,
): Promise<void> {
  const { state: _before, ...outgoing } = message.record
  await deps.outbox.mark(project, outgoing, message.revision, state)
}

function isOver(since: Instant, now: Instant, ms: number): boolean {
  return epochMs(now) - epochMs(since) > ms
}
