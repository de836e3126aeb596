import type { ProjectId, TenantId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { OutgoingWhat } from '../flows/outgoing'
import type { Clock, Commit } from '../flows/ports'
import type { Outbox, Shut, ShutTargets, Target, Waiting } from '../flows/sendingPorts'
import type { Log } from '../log'
import type { Observe, SendOutcome } from '../telemetry/happening'
import type { Delivery, Look } from './delivery'
import type { Lane } from './lanes'
import type { Messenger, SendResult, Way } from './messenger'
import type { Pacing } from './pacing'
import { backoff } from './patience'

export type SendingDeps = {
  readonly outbox: Outbox
  readonly messenger: Messenger
  readonly shutTargets: Pick<ShutTargets, 'shut' | 'open'>
  readonly pacing: Pacing
  readonly clock: Clock
  readonly log: Log
  readonly random: () => number
  readonly observe: Observe
}

/** One message to be sent, and what it needs to know of the others. */
export type Sending = SendingDeps & {
  readonly tenant: TenantId
  readonly project: ProjectId
  readonly message: Waiting
  readonly target: Target
  readonly lane: Lane
  readonly look: Look
  /** Why nothing is sent to the target, where that is known. */
  readonly shut: Shut | null
  /** Whether this process may send for the tenant, asked just before. */
  readonly mayClaim: () => Promise<boolean>
  /** The same as last heard. */
  readonly maySend: () => boolean
  /** It needs no more preparing: the next one's turn. */
  readonly prepared: () => void
}

/** What came of it for the messages behind it: they follow, or wait so many ms, or somebody else sends them. */
export type Passage =
  { readonly kind: 'next' } | { readonly kind: 'rest'; readonly ms: number } | { readonly kind: 'notOurs' }

const NEXT: Passage = { kind: 'next' }
const NOT_OURS: Passage = { kind: 'notOurs' }

/** How long a send may be under way, in ms, before its process counts as dead. Twice a request's limit and more. */
const CLAIM_FOR = 60_000
/** How long a message that could not be sent is tried again, in ms from its cause: a day late it asks for nothing any more. */
const POSTS_TRIED_FOR = 24 * 3_600_000
/** How long a failing edit is tried again, in ms from its cause. */
const EDITS_TRIED_FOR = 3_600_000
/** Where Teams asks for patience without saying how long, and where it can't be reached. */
const UNTOLD = { first: 1_000, longest: 120_000 }
const UNREACHED = { first: 5_000, longest: 600_000 }

type Post = Extract<Delivery, { kind: 'post' }>
type Edit = Extract<Delivery, { kind: 'edit' }>

/**
 * Takes one message as far as it goes now: drawn from the records, its turn waited for, claimed, one request made, and
 * what that came to written together with what the records say from then on.
 *
 * A crash before the claim leaves the message waiting. A crash after it leaves the claim: when that is over, nobody
 * knows whether the message arrived, so it becomes `unknown` and is not posted again. Edits in place do no harm twice,
 * so they are simply made again; only what is posted in place of a message that is gone counts as a post.
 */
export async function sendMessage(sending: Sending): Promise<Passage> {
  const { message, look, clock } = sending
  const { state, what } = message.record
  const now = clock.now()
  const isStuck = state.status === 'sending'
  if (isStuck && !isOver(state.since, now, CLAIM_FOR)) {
    return { kind: 'rest', ms: epochMs(state.since) + CLAIM_FOR + 1 - epochMs(now) }
  }
  const delivery = await look.deliver(what)
  switch (delivery.kind) {
    case 'nothing':
      sending.prepared()
      return finish(sending, message, { status: 'sent', at: now, message: null }, delivery.held)
    case 'edit':
      return edit(sending, delivery)
    case 'post':
      if (!isStuck) return post(sending, message, delivery)
      sending.prepared()
      tell(sending, 'unknown', now)
      return finish(sending, message, { status: 'unknown', at: now }, () => delivery.unknown())
  }
}

async function post(sending: Sending, message: Waiting, delivery: Post): Promise<Passage> {
  const { shut, messenger, project, log } = sending
  if (shut && !triesAgain(shut, project, message.record)) {
    sending.prepared()
    log.info({ why: shut.why, since: shut.at, project, message: message.record.id }, 'A target is shut')
    return refuse(sending, message, delivery, shut.why)
  }
  const way = await messenger.reach(project, delivery.recipient)
  if (way.kind !== 'open') {
    sending.prepared()
    tell(sending, way.kind, sending.clock.now())
    return noteResult(sending, message, delivery, way)
  }
  return postWhenClaimed(sending, message, delivery, way)
}

async function postWhenClaimed(
  sending: Sending,
  message: Waiting,
  delivery: Post,
  way: Extract<Way, { readonly kind: 'open' }>,
): Promise<Passage> {
  const claimed = await claimInTurn(sending, message)
  if (typeof claimed === 'string') return claimed === 'notOurs' ? NOT_OURS : NEXT
  const start = sending.clock.now()
  const result = await way.post(delivery.card)
  tell(sending, result.kind, start)
  return noteResult(sending, claimed, delivery, result)
}

function tell({ observe, message, clock }: Sending, outcome: SendOutcome, start: Instant): void {
  const ms = epochMs(clock.now()) - epochMs(start)
  observe({ what: 'send', kind: message.record.what.kind, outcome, ms })
}

/** Waits for the message's turn and claims it. `taken`: somebody else had it first. */
async function claimInTurn(sending: Sending, message: Waiting): Promise<Waiting | 'taken' | 'notOurs'> {
  const { pacing, tenant, lane, outbox, project, clock } = sending
  await pacing.slot(tenant, lane)
  sending.prepared()
  if (!(await sending.mayClaim())) return 'notOurs'
  const claimed = await outbox.claim(project, message, clock.now())
  if (!claimed) return 'taken'
  if (sending.maySend()) return claimed
  // It took so long that the lease is over; nothing has left, and whoever has the lease now may send it.
  await outbox.putBack(project, claimed, clock.now())
  return 'notOurs'
}

/** A weekly ask tries a shut target once a week, and when somebody asks again by hand. */
function triesAgain(
  { ask, at }: Shut,
  project: ProjectId,
  message: { readonly what: OutgoingWhat; readonly at: Instant },
): boolean {
  if (message.what.kind !== 'weeklyAsk') return false
  if (ask?.week !== message.what.week) return true
  return ask.project === project && message.at >= at
}

/** What one POST came to, or all that could be done before it. */
async function noteResult(
  sending: Sending,
  message: Waiting,
  delivery: Post,
  result: SendResult,
): Promise<Passage> {
  const { log, project, clock, pacing, tenant, lane } = sending
  const { id } = message.record
  const at = clock.now()
  pacing.answered(tenant, lane, result.kind === 'throttled' ? (result.retryAfterMs ?? UNTOLD.first) : null)
  switch (result.kind) {
    case 'sent': {
      const state = { status: 'sent', at, message: result.message } as const
      await openTarget(sending)
      return finish(sending, message, state, () => delivery.sent(result.message))
    }
    case 'refused': {
      log.info({ ...result, project, message: id }, 'A message was refused')
      const passage = await refuse(sending, message, delivery, result.why)
      if (result.shuts) await shutTarget(sending, result.why)
      return passage
    }
    case 'throttled':
      return wait(sending, message, delivery, result.retryAfterMs ?? UNTOLD)
    case 'notSent':
      log.warn({ cause: result.cause, project, message: id }, 'A message could not be sent yet')
      return wait(sending, message, delivery, UNREACHED)
    case 'unknown':
      log.warn({ cause: result.cause, project, message: id }, 'A send ended without an answer')
      return finish(sending, message, { status: 'unknown', at }, () => delivery.unknown())
  }
}

type Told = number | typeof UNTOLD

/** Nothing stands: the message waits as long as was told, and those behind it with it; a day late it is given up. */
async function wait(sending: Sending, message: Waiting, delivery: Post, told: Told): Promise<Passage> {
  if (isOver(message.record.at, sending.clock.now(), POSTS_TRIED_FOR)) {
    return refuse(sending, message, delivery, 'refused')
  }
  return putBack(sending, message, told)
}

async function putBack(
  { outbox, project, clock, random }: Sending,
  message: Waiting,
  told: Told,
): Promise<Passage> {
  const { state } = message.record
  const tries = 'tries' in state ? state.tries : 0
  const ms = typeof told === 'number' ? told : backoff(told, tries, random)
  await outbox.putBack(project, message, fromEpochMs(epochMs(clock.now()) + ms))
  return { kind: 'rest', ms }
}

async function edit(sending: Sending, delivery: Edit): Promise<Passage> {
  const { log, project, clock, pacing, tenant, lane, messenger } = sending
  const claimed = await claimInTurn(sending, sending.message)
  if (typeof claimed === 'string') return claimed === 'notOurs' ? NOT_OURS : NEXT
  const { id, at: causedAt } = claimed.record
  const start = clock.now()
  const result = await messenger.edit(project, delivery.message, delivery.card)
  const at = clock.now()
  tell(sending, result.kind === 'failed' ? 'notSent' : result.kind, start)
  pacing.answered(tenant, lane, result.kind === 'throttled' ? (result.retryAfterMs ?? UNTOLD.first) : null)
  switch (result.kind) {
    case 'edited':
      return finish(sending, claimed, { status: 'sent', at, message: delivery.message })
    case 'gone':
      return instead(sending, claimed, delivery.whenGone)
    case 'throttled':
    case 'failed': {
      if (result.kind === 'failed') {
        log.warn({ cause: result.cause, project, message: id }, 'An edit in place failed')
      }
      const told = result.kind === 'failed' ? UNREACHED : (result.retryAfterMs ?? UNTOLD)
      if (!isOver(causedAt, at, EDITS_TRIED_FOR)) return putBack(sending, claimed, told)
      return finish(sending, claimed, { status: 'failed', at, why: 'refused' })
    }
  }
}

/**
 * The message to be edited is gone; what takes its place is posted under the same claim. A claim whose process died may
 * have posted it already, which nobody knows any more.
 */
async function instead(sending: Sending, claimed: Waiting, whenGone: Delivery): Promise<Passage> {
  const { clock, messenger, project, pacing, tenant, lane } = sending
  if (whenGone.kind !== 'post') {
    return finish(sending, claimed, { status: 'failed', at: clock.now(), why: 'gone' })
  }
  if (sending.message.record.state.status === 'sending') {
    return finish(sending, claimed, { status: 'unknown', at: clock.now() }, () => whenGone.unknown())
  }
  const way = await messenger.reach(project, whenGone.recipient)
  if (way.kind !== 'open') return noteResult(sending, claimed, whenGone, way)
  await pacing.slot(tenant, lane)
  const start = clock.now()
  const result = await way.post(whenGone.card)
  tell(sending, result.kind, start)
  return noteResult(sending, claimed, whenGone, result)
}

function refuse(
  sending: Sending,
  message: Waiting,
  delivery: Post,
  why: Parameters<Post['refused']>[0],
): Promise<Passage> {
  const state = { status: 'failed', at: sending.clock.now(), why } as const
  return finish(sending, message, state, () => delivery.refused(why))
}

/** Ends a message together with what its records say from then on; when one of those has changed, on top of that. */
async function finish(
  { outbox, project }: Sending,
  message: Waiting,
  state: Parameters<Outbox['finish']>[2],
  note: () => Promise<Commit> = () => Promise.resolve({}),
): Promise<Passage> {
  for (;;) {
    if ((await outbox.finish(project, message, state, await note())) !== 'lost') return NEXT
  }
}

/**
 * Marks a target after the message that found it shut has ended: a crash between the two costs one more message that is
 * refused, and that marks it.
 */
async function shutTarget(
  { shutTargets, tenant, target, project, message, clock }: Sending,
  why: Shut['why'],
): Promise<void> {
  const { what } = message.record
  const ask = what.kind === 'weeklyAsk' ? { project, week: what.week } : null
  await shutTargets.shut(tenant, { target, why, at: clock.now(), ask })
}

/**
 * Opens a target that took a message, before the records say that it did: what follows from those must find it open. A
 * crash before it leaves it shut and the message unknown: the next ask, or a word from there, opens it.
 */
async function openTarget({ shut, shutTargets, tenant, target, log, project }: Sending): Promise<void> {
  if (!shut) return
  try {
    await shutTargets.open(tenant, target)
  } catch (cause) {
    log.warn({ cause, project }, 'A target that took a message could not be opened')
  }
}

function isOver(since: Instant, now: Instant, ms: number): boolean {
  return epochMs(now) - epochMs(since) > ms
}
