import type { EntryId, QuestionId } from './ids'
import { isSamePerson, type Person } from './person'
import type { Instant } from './time'

export type QuestionState =
  | { readonly status: 'open' }
  | { readonly status: 'answered'; readonly by: Person; readonly at: Instant; readonly entry: EntryId }
  /** Somebody who may answer says that it needs none. */
  | { readonly status: 'dismissed'; readonly by: Person; readonly at: Instant }

/** A question to which the source of truth had no answer, waiting for one. Asked again, it is the same record. */
export type OpenQuestion = {
  readonly id: QuestionId
  /** As it was first asked. */
  readonly text: string
  /** Who waits for the answer; each once, in the order of asking. */
  readonly askers: readonly { readonly person: Person; readonly at: Instant }[]
  readonly state: QuestionState
  readonly version: number
}

type Asked = { readonly id: QuestionId; readonly text: string; readonly by: Person; readonly at: Instant }

/** The question with one more who waits for its answer. One that was answered or dismissed is open again, for the new asker. */
export function askedAgain(before: OpenQuestion | null, { id, text, by, at }: Asked): OpenQuestion {
  const mine = { person: by, at }
  if (before === null) return { id, text, askers: [mine], state: { status: 'open' }, version: 1 }
  if (before.state.status !== 'open') {
    return { ...before, askers: [mine], state: { status: 'open' }, version: before.version + 1 }
  }
  if (before.askers.some(({ person }) => isSamePerson(person, by))) return before
  return { ...before, askers: [...before.askers, mine], version: before.version + 1 }
}

/** The question, settled by an entry or, with none, dismissed; `null` when it is settled already. */
export function settledQuestion(
  question: OpenQuestion,
  entry: EntryId | null,
  by: Person,
  at: Instant,
): OpenQuestion | null {
  if (question.state.status !== 'open') return null
  const state: QuestionState =
    entry === null ? { status: 'dismissed', by, at } : { status: 'answered', by, at, entry }
  return { ...question, state, version: question.version + 1 }
}

/** The most asked first, then the longest waiting. */
export function byAskers(a: OpenQuestion, b: OpenQuestion): number {
  const first = (question: OpenQuestion) => question.askers[0]?.at ?? ''
  return b.askers.length - a.askers.length || (first(a) < first(b) ? -1 : 1)
}
