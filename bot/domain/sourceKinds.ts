import type { EntryId } from './ids'
import type { Language } from './language'

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
export type UsualPlace = {
  readonly id: EntryId
  readonly kind: EntryKind
  readonly title: Readonly<Record<Language, string>>
}

/** The usual ten: what people ask for in every project. Their numbers are the same everywhere. */
export const USUAL_PLACES: readonly UsualPlace[] = [
  { id: 'S-1', kind: 'plan', title: { en: 'Project plan', de: 'Projektplan' } },
  { id: 'S-2', kind: 'scope', title: { en: 'Scope and exclusions', de: 'Umfang und was nicht dazugehört' } },
  { id: 'S-3', kind: 'roles', title: { en: 'Roles (RACI)', de: 'Rollen (RACI)' } },
  { id: 'S-4', kind: 'procedure', title: { en: 'How to report an issue', de: 'Wie man ein Problem meldet' } },
  { id: 'S-5', kind: 'contacts', title: { en: 'Contacts', de: 'Ansprechpersonen' } },
  {
    id: 'S-6',
    kind: 'communication',
    title: { en: 'Who hears what, and when', de: 'Wer was wann erfährt' },
  },
  {
    id: 'S-7',
    kind: 'change',
    title: { en: 'How to request a change', de: 'Wie man eine Änderung beantragt' },
  },
  { id: 'S-8', kind: 'uat', title: { en: 'UAT guide', de: 'Leitfaden für den Abnahmetest (UAT)' } },
  { id: 'S-9', kind: 'cutover', title: { en: 'Cut-over guide', de: 'Leitfaden für den Cut-over' } },
  {
    id: 'S-10',
    kind: 'support',
    title: { en: 'Support after go-live', de: 'Unterstützung nach dem Go-live' },
  },
]
