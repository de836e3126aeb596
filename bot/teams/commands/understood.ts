import type { ConversationLink } from '../../domain/conversation'
import type { Member, Person } from '../../domain/person'
import type { Workstream } from '../../domain/project'
import type { Instant, ZoneId } from '../../domain/time'
import type { EntryId, RecordId } from '../../domain/ids'
import type { Command } from '../../flows/command'
import type { VerbName } from './verbs'

/** What somebody wrote to the bot, without the mention of the bot itself. */
export type Said = {
  readonly text: string
  /** Who was mentioned; `text` as it stands in the message, in the message's order. */
  readonly mentions: readonly { readonly text: string; readonly person: Person }[]
  /** Choices made before, for a name that fits several: the phrase, and who was meant. */
  readonly people: Readonly<Record<string, Person>>
  readonly conversation: ConversationLink | null
}

/** What one must know of the moment and the place to understand a sentence. */
export type Listening = {
  readonly now: Instant
  /** The sender's zone, or the project's where theirs is not known. */
  readonly zone: ZoneId
  /** BCP 47, the sender's. */
  readonly locale: string
  readonly place: 'channel' | 'personal'
  readonly members: readonly Member[]
  readonly me: Person
  readonly workstreams: readonly Workstream[]
}

/** `text` is always what was written, so that it can be shown, and said again with a choice made. */
export type Understood =
  | { readonly kind: 'command'; readonly command: Command }
  /** Takes back the sender's latest change, of this record where one is named. */
  | { readonly kind: 'undo'; readonly id: RecordId | EntryId | null }
  | {
      readonly kind: 'whichPerson'
      readonly phrase: string
      readonly candidates: readonly Member[]
      readonly text: string
    }
  | { readonly kind: 'nobody'; readonly phrase: string; readonly text: string }
  | { readonly kind: 'badDate'; readonly phrase: string; readonly text: string }
  /** One or two whole sentences that can be said instead. */
  | { readonly kind: 'didYouMean'; readonly guesses: readonly string[]; readonly text: string }
  | {
      readonly kind: 'incomplete'
      readonly verb: VerbName
      readonly needs: 'title' | 'id' | 'person'
      /** A whole sentence that shows how to say it. */
      readonly example: string
      readonly text: string
    }
  | { readonly kind: 'thanks' }
  /** `about`: the record that it names. */
  | { readonly kind: 'notUnderstood'; readonly text: string; readonly about: RecordId | null }

export function command(told: Command): Understood {
  return { kind: 'command', command: told }
}
