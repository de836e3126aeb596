import type { ProjectId } from './ids'
import { epochMs, type Instant } from './time'

/** Which project a 1:1 chat is about, for somebody who is on several, and when they last said something of it. */
export type ChatFocus = { readonly project: ProjectId; readonly at: Instant }

const LASTS = 30 * 60_000
const WORTH_RENEWING = 5 * 60_000

/** Whether the chat is still about that project: half an hour after the last word it no longer is. */
export function isInFocus({ at }: ChatFocus, now: Instant): boolean {
  return epochMs(now) - epochMs(at) < LASTS
}

/** Whether it is worth a write to note that the talk about `project` goes on. */
export function isFocusNews(known: ChatFocus | null, project: ProjectId, now: Instant): boolean {
  return known?.project !== project || epochMs(now) - epochMs(known.at) >= WORTH_RENEWING
}
