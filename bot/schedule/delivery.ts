import type { Card } from '../cards/card'
import type { MessageRef, UnreachableReason } from '../domain/cycle'
import type { ProjectId } from '../domain/ids'
import type { OutgoingWhat } from '../flows/outgoing'
import type { Commit } from '../flows/ports'
import type { Target } from '../flows/sendingPorts'
import type { Recipient } from './messenger'

/**
 * What sending a message comes to, worked out from the records at the moment of sending. Once it is known what became
 * of it, one of the callbacks says what the records are to say from then on; that is written together with the
 * message's own end. Each reads what stands when it is called: it is called anew when a record has changed meanwhile.
 */
export type Delivery =
  | {
      readonly kind: 'nothing'
      /** Where the records are to say that it did not leave. */
      readonly held?: () => Promise<Commit>
    }
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

/** A project at one moment: whom its messages are for, and what sending them comes to. Good for a second or so. */
export type Look = {
  targetOf(what: OutgoingWhat): Target
  deliver(what: OutgoingWhat): Promise<Delivery>
}

/** Looks at a project, for the messages that wait there. */
export type Deliveries = (project: ProjectId) => Promise<Look>
