import type { IssueMove } from '../../../bot/contract/issue'
import { quoted, STATUS_WORD } from './common'

/* The words of one issue beside the list: its texts, facts, moves and comments. */

export const BACK = 'Back to the list'
export const PREVIOUS = 'Previous issue'
export const NEXT = 'Next issue'

export const WORKAROUND = 'Workaround'
export const NO_WORKAROUND = 'How does work go on meanwhile?'
export const STEPS = 'How to reproduce'
export const NO_STEPS = 'No steps yet'
export const DETAILS = 'What happened'
export const NO_DETAILS = 'Nothing more was said'
export const CONVERSATION = 'Its conversation in Teams'

export const COMMENT = 'Comment'
export const COMMENT_HINT = 'Say something about it; it stays in the history'
export const ADD_COMMENT = 'Add the comment'

export const REPORTED_BY = 'Reported by'
export const HAPPENED = 'Happened'
/** In no workstream. */
export const NONE = 'None'

/** `was`: a severity as it stands in a sentence. */
export function rankedSince(date: string, was: string): string {
  return `since ${date}, was ${was}`
}

/** All five steps fit beside each other. */
export const STEP = { ...STATUS_WORD, readyForRetest: 'Retest' }

/** A state off the usual way: who brought it there, and why; `why` of a duplicate is the other issue. */
export function offTheWay(
  status: 'deferred' | 'duplicate' | 'reopened',
  by: string | null,
  why: string | null,
) {
  const who = by === null ? '' : ` by ${by}`
  const reason = why === null ? '' : status === 'duplicate' ? ` of ${why}` : `: ${quoted(why)}`
  return [{ strong: STATUS_WORD[status] }, who + reason]
}

/* Moves. */

/** Reopening what is in its retest. */
export const STILL_FAILS = 'It still fails…'

export const MOVE_TITLE = {
  triage: (id: string) => `How bad is ${id}?`,
  defer: (id: string) => `Defer ${id}`,
  reopen: (id: string) => `Reopen ${id}`,
  duplicate: (id: string) => `${id} is a duplicate`,
} as const

export const MOVE_BUTTON = {
  triage: 'Triage it',
  defer: 'Defer it',
  reopen: 'Reopen it',
  duplicate: 'Mark it a duplicate',
} as const

export const MOVE_ASKS = {
  defer: 'Under which circumstances is this accepted?',
  reopen: 'What is still wrong?',
  duplicate: 'Of which issue? Its number, e.g. I-7',
} as const

export const MOVE_NEEDS = {
  triage: 'Choose how bad it is.',
  defer: 'Say why; it stays with the issue.',
  reopen: 'Say why; it stays with the issue.',
  duplicate: 'Give the number of the other issue, e.g. I-7.',
} as const

export const WHO_FIXES = 'Who fixes it'
export const NO_ONE_YET = 'No one yet'

/* What one would have saved, and what stands, when somebody else was first. */

export const NO_ONE_INLINE = 'no one'
export const SOMEBODY = 'somebody'
export const OTHER_VALUE = 'another value'
export const THEIRS = 'theirs'

/** What a move's button says. Three dots: it asks for something first. */
export const MOVE_WORD: Record<IssueMove, string> = {
  triage: 'Triage…',
  fix: 'Start the fix',
  retest: 'Ready for retest',
  close: 'Close, it works',
  defer: 'Defer…',
  reopen: 'Reopen…',
  duplicate: 'Duplicate…',
}

/** A move as what was wanted. */
export function wantedMove(move: keyof typeof MOVE_WORD): string {
  return MOVE_WORD[move].replace('…', '')
}
