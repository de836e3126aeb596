import type { EntryId } from './ids'

/** What an entry of the source of truth is about. */
export const ENTRY_KINDS = [
  'plan',
  'scope',
  'roles',
  'procedure',
  'contacts',
  'communication',
  'change',
  'uat',
  'cutover',
  'support',
  'other',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A part of the page: kinds that are looked for together, in an order that stays, so that places are remembered. */
export type SourcePart = 'planAndScope' | 'workingTogether' | 'testAndCutover' | 'other'

const PART_OF: Readonly<Record<EntryKind, SourcePart>> = {
  plan: 'planAndScope',
  scope: 'planAndScope',
  roles: 'planAndScope',
  procedure: 'workingTogether',
  contacts: 'workingTogether',
  communication: 'workingTogether',
  change: 'workingTogether',
  uat: 'testAndCutover',
  cutover: 'testAndCutover',
  support: 'testAndCutover',
  other: 'other',
}

export function partOf(kind: EntryKind): SourcePart {
  return PART_OF[kind]
}

/** Days after which somebody looks whether it is still true: what moves every week sooner than what is agreed once. */
const USUAL_REVIEW_DAYS: Readonly<Record<EntryKind, number>> = {
  plan: 14,
  scope: 60,
  roles: 60,
  procedure: 90,
  contacts: 30,
  communication: 60,
  change: 90,
  uat: 30,
  cutover: 14,
  support: 30,
  other: 90,
}

export function usualReviewDays(kind: EntryKind): number {
  return USUAL_REVIEW_DAYS[kind]
}

/** A place that every project begins with, empty until somebody writes it. */
export type UsualPlace = { readonly id: EntryId; readonly kind: EntryKind; readonly title: string }

/** The usual ten: what people ask for in every project. Their numbers are the same everywhere. */
export const USUAL_PLACES: readonly UsualPlace[] = [
  { id: 'S-1', kind: 'plan', title: 'Project plan' },
  { id: 'S-2', kind: 'scope', title: 'Scope and exclusions' },
  { id: 'S-3', kind: 'roles', title: 'Roles (RACI)' },
  { id: 'S-4', kind: 'procedure', title: 'How to report an issue' },
  { id: 'S-5', kind: 'contacts', title: 'Contacts' },
  { id: 'S-6', kind: 'communication', title: 'Who hears what, and when' },
  { id: 'S-7', kind: 'change', title: 'How to request a change' },
  { id: 'S-8', kind: 'uat', title: 'UAT guide' },
  { id: 'S-9', kind: 'cutover', title: 'Cut-over guide' },
  { id: 'S-10', kind: 'support', title: 'Support after go-live' },
]
