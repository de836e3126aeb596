import type { ItemId, QuestionId } from '../domain/ids'

/** What one row's small form holds while it is not sent yet. */
export type RowTyped = {
  readonly item: ItemId
  readonly why: string
  readonly newDate: string
  readonly needs: string | null
}

/** How a card is to be shown, beyond what the records say: what was opened, paged to, or typed and not sent yet. */
export type Look = {
  /** Rows of the weekly card in full. */
  readonly shown?: number
  /** Answered rows that are open to be answered again. */
  readonly open?: ItemId | 'all'
  /** Small forms of other rows, to be shown as they stood. */
  readonly typed?: readonly RowTyped[]
  /** The ways to put the card off are open. */
  readonly later?: boolean
  /** The comment as it stands in its field. */
  readonly comment?: string
  /** The card stands in the place of another one, which it must not replace for everybody. */
  readonly over?: boolean
  /** The open question that an entry's form is to answer. */
  readonly question?: QuestionId
  /** A form to open on a record that was only shown. */
  readonly form?: 'edit' | 'duplicate'
  /** Page of a record's history, from 0, newest first. */
  readonly page?: number
}
