import type { Person } from '../domain/person'
import type { Correction, PostedRecap, RecapPart } from '../domain/recap'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { DraftEdit } from './command'
import type { DraftProblem } from './draftEdit'
import type { ProjectHead } from './projectHead'

export type CorrectionOutcome =
  | {
      readonly kind: 'correctionForm'
      readonly project: ProjectHead
      readonly posted: PostedRecap
      /** What was corrected so far, the first correction first. */
      readonly earlier: readonly Correction[]
      /** What was typed and not saved, kept in the form. */
      readonly typed: DraftEdit | null
      readonly problems: readonly DraftProblem[]
      /** Somebody else corrected the same meanwhile: who, when and what. */
      readonly overtaken: {
        readonly by: Person
        readonly at: Instant
        readonly parts: readonly RecapPart[]
      } | null
    }
  /** `parts`: what this correction put right; empty when it said what stood there already. */
  | {
      readonly kind: 'recapCorrected'
      readonly project: ProjectHead
      readonly posted: PostedRecap
      readonly parts: readonly RecapPart[]
    }
  | { readonly kind: 'nothingToCorrect'; readonly project: ProjectHead }
  /** The recap of a later week stands. `typed`: what was not saved. */
  | {
      readonly kind: 'tooLateToCorrect'
      readonly project: ProjectHead
      readonly week: WeekId
      readonly latest: WeekId
      readonly typed: DraftEdit | null
    }
