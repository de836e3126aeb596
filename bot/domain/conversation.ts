/** Where a record was born, so that one finds back to what was said. */
export type ConversationLink = {
  /** Teams conversation id, thread included. Opaque. */
  readonly conversation: string
  /** Activity id of the message in it. Opaque. */
  readonly message: string
}
