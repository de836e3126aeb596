import type { Card } from '../cards/card'
import type { MessageRef, UnreachableReason } from '../domain/cycle'
import type { ProjectId } from '../domain/ids'
import type { Commit, OutgoingWhat } from '../flows/ports'
import type { Recipient } from './messenger'

/**
 * What sending a message comes to, worked out from the records at the moment of sending. Once it is known what became
 * of it, one of the callbacks says what the records are to say from then on; that is written together with the
 * message's own end. Each reads what stands when it is called: it is called anew when a record has changed meanwhile.
 */
export type Delivery =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'post'
      readonly recipient: Recipient
      readonly card: Card
      sent(message: MessageRef): Promise<Commit>
      refused(why: UnreachableReason): Promise<Commit>
      unknown(): Promise<Commit>
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
