import type { ProjectId } from './ids'
import { epochMs, type Instant } from './time'

/** Which project a 1:1 chat is about, for somebody who is on several. */
export type ChatFocus = {
  readonly project: ProjectId
  /** When what began the talk about it was sent. */
  readonly since: Instant
  /** When something was last said of it, give or take some minutes. */
  readonly at: Instant
}

const LASTS = 30 * 60_000
const WORTH_RENEWING = 5 * 60_000
/** What two clocks may stand apart. */
const AHEAD_AT_MOST = 5 * 60_000

/**
 * Whether something that was sent at `sentAt` is about that project: half an hour after the last word the talk is over.
 * What was sent before the talk began is not, however late it arrives or arrives again: it was about another.
 */
export function isInFocus({ since, at }: ChatFocus, sentAt: Instant, now: Instant): boolean {
  return epochMs(sentAt) >= epochMs(since) && epochMs(now) - epochMs(at) < LASTS
}

/**
 * The focus after something that was sent at `sentAt` about `project`; null where it stays, or is not worth a write.
 * What was sent before the talk began, and arrives only now, changes nothing.
 */
export function focusAfter(
  known: ChatFocus | null,
  project: ProjectId,
  sentAt: Instant,
  now: Instant,
): ChatFocus | null {
  if (known && epochMs(sentAt) < epochMs(known.since)) return null
  // A client's clock that is far ahead would keep the talk from going on until then.
  const since = epochMs(sentAt) - epochMs(now) > AHEAD_AT_MOST ? now : sentAt
  if (known?.project !== project) return { project, since, at: now }
  return epochMs(now) - epochMs(known.at) >= WORTH_RENEWING ? { ...known, at: now } : null
}
