import type { IssueId, ItemId } from './ids'
import type { Person } from './person'

/** Red is a request for help, amber a warning, green on plan. */
export type Rag = 'red' | 'amber' | 'green'

/** One reason for a colour, counted from the records. */
export type Evidence =
  | { readonly kind: 'showStopper'; readonly issue: IssueId; readonly days: number }
  | { readonly kind: 'itemBlocked'; readonly item: ItemId; readonly days: number }
  | { readonly kind: 'itemsLate'; readonly late: number; readonly open: number; readonly worstDays: number }
  | { readonly kind: 'itemMovedOften'; readonly item: ItemId; readonly times: number }
  | { readonly kind: 'goLiveMoved'; readonly days: number }
  | { readonly kind: 'workstreams'; readonly red: number; readonly amber: number; readonly of: number }
  | { readonly kind: 'allOnTrack'; readonly open: number }
  | { readonly kind: 'nothingOpen' }

export type RagOverride = { readonly colour: Rag; readonly by: Person; readonly why: string | null }

/** What the rule says, what it rests on, and whether a person set another colour. */
export type RagVerdict = {
  readonly rule: Rag
  readonly evidence: readonly Evidence[]
  readonly override: RagOverride | null
}

export function colourOf(verdict: RagVerdict): Rag {
  return verdict.override?.colour ?? verdict.rule
}
