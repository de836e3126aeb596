import type { FurtherChannel } from '../domain/audience'
import type { UnreachableReason } from '../domain/cycle'
import type { ChannelId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { ProjectHead } from './projectHead'

/** The choice of who else gets the recap. */
export type AudienceView = {
  readonly project: ProjectHead
  /** The name of the project's own channel, which always gets it; null where nobody told it. */
  readonly home: string | null
  /** The other channels of the team. */
  readonly channels: readonly FurtherChannel[]
  readonly ticked: readonly ChannelId[]
  /** Chosen before, and no longer in the team. */
  readonly gone: readonly FurtherChannel[]
  /** Chosen before, and the latest recap did not get there. */
  readonly unreached: readonly { readonly channel: FurtherChannel; readonly why: UnreachableReason }[]
  /** The project's version that this was made from. */
  readonly version: number
}

export type AudienceProblem =
  | { readonly kind: 'noSuchChannel'; readonly typed: string }
  /** Something was ticked that is no longer there. */
  | { readonly kind: 'goneMeanwhile' }
  | { readonly kind: 'tooMany'; readonly ticked: number; readonly most: number }

export type AudienceOutcome =
  | {
      readonly kind: 'audienceForm'
      readonly view: AudienceView
      readonly problem: AudienceProblem | null
    }
  | {
      readonly kind: 'audienceSaved'
      readonly project: ProjectHead
      readonly home: string | null
      readonly audience: readonly FurtherChannel[]
    }
  /** Somebody else chose meanwhile; nothing of this choice was saved. `view` has it ticked. */
  | {
      readonly kind: 'audienceChangedMeanwhile'
      readonly view: AudienceView
      readonly by: Person
      readonly theirs: readonly FurtherChannel[]
    }
