import type { Card } from '../cards/card'
import type { MessageRef, UnreachableReason } from '../domain/cycle'
import type { ProjectId } from '../domain/ids'
import type { OutgoingWhat } from '../flows/ports'
import type { Recipient } from './messenger'

/**
 * What sending a message comes to, worked out from the records at the moment of sending. The callbacks write what it
 * came to into the records; each may run again after a crash, and writes the same.
 */
export type Delivery =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'post'
      readonly recipient: Recipient
      readonly card: Card
      sent(message: MessageRef): Promise<void>
      refused(why: UnreachableReason): Promise<void>
      unknown(): Promise<void>
    }
  | {
      readonly kind: 'edit'
      readonly message: MessageRef
      readonly card: Card
      /** The message was deleted: what to do instead. */
      readonly whenGone: Delivery
    }

/** Works out the delivery of one message. */
export type Deliveries = (project: ProjectId, what: OutgoingWhat) => Promise<Delivery>
