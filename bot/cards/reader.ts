import type { ConversationLink } from '../domain/conversation'
import type { ImportId } from '../domain/exchange/importJob'
import type { EntryId, ProjectId, RecordId } from '../domain/ids'
import type { Instant, ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'

/** A place on the project's tab that a card points at. */
export type TabPlace =
  | { readonly page: 'issues' | 'items' | 'recaps' | 'mine' | 'source' }
  /** The dialog by which records go out and come in; `file`: one that was given already. */
  | { readonly page: 'exchange'; readonly does: 'export' | 'import'; readonly file?: ImportId }
  | { readonly page: 'record'; readonly id: RecordId | EntryId }
  | { readonly page: 'recap'; readonly week: WeekId }

/** Addresses that a card may open. Each is null where there is nothing to open. */
export type Links = {
  tab(project: ProjectId, place: TabPlace): string | null
  conversation(link: ConversationLink): string | null
}

/** For whom a card is written, and when. A card that many see takes the project's zone. */
export type Reader = {
  /** BCP 47, e.g. `en-GB`. */
  readonly locale: string
  readonly zone: ZoneId
  readonly now: Instant
  readonly links: Links
}

/** A reader who can be given no address: the cards then leave the buttons out. */
export const NO_LINKS: Links = { tab: () => null, conversation: () => null }

/** Somebody of whom a card need know no more than the language. */
export type Speaker = Pick<Reader, 'locale'>
