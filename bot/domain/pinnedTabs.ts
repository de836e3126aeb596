import type { Language } from './language'

/** Which page of ours a tab in a channel opens; Teams keeps it with the tab, and a tab is known by it. */
export type TabEntity = 'source' | 'issues'

/** A tab as it is to stand in the channel. Addresses are whole. */
export type WantedTab = {
  readonly entity: TabEntity
  readonly name: string
  readonly content: string
  readonly website: string
  /** What Teams shows to who takes the tab off by hand. */
  readonly remove: string
}

/** A tab of our app as it stands in the channel; somebody may have added or changed it by hand. */
export type StandingTab = {
  readonly id: string
  readonly entity: string | null
  readonly name: string
  readonly content: string | null
  readonly website: string | null
  readonly remove: string | null
}

export type TabStep =
  | { readonly do: 'create'; readonly tab: WantedTab }
  /** Renamed, or with another address than it should have. */
  | { readonly do: 'repair'; readonly id: string; readonly tab: WantedTab }
  | { readonly do: 'leave'; readonly id: string; readonly tab: WantedTab }
  /** A double of ours. */
  | { readonly do: 'remove'; readonly id: string }

/** The names by which people know the two tabs. */
const TAB_NAMES: Readonly<Record<Language, Readonly<Record<TabEntity, string>>>> = {
  en: { source: 'Source of truth', issues: 'Issue log' },
  de: { source: 'Projektwissen', issues: 'Problemliste' },
}

/** The tabs of a project, in the order in which they are put up. */
export const TAB_ENTITIES: readonly TabEntity[] = ['source', 'issues']

export function tabName(entity: TabEntity, language: Language): string {
  return TAB_NAMES[language][entity]
}

/** Whether a tab of our app is one of the two; others of our app were made by hand and are let be. */
export function isPinned(tab: StandingTab): tab is StandingTab & { readonly entity: TabEntity } {
  return TAB_ENTITIES.some((entity) => entity === tab.entity)
}

/**
 * What brings the channel from the tabs that stand there to one of each that is wanted. `known`: the ids of tabs that we
 * put up ourselves, which stay where there are doubles; otherwise the smallest id stays, whoever looks.
 */
export function stepsTo(
  wanted: readonly WantedTab[],
  standing: readonly StandingTab[],
  known: readonly string[],
): readonly TabStep[] {
  return wanted.flatMap((tab): readonly TabStep[] => {
    const there = standing
      .filter(({ entity }) => entity === tab.entity)
      .toSorted((a, b) => rank(a, known) - rank(b, known) || (a.id < b.id ? -1 : 1))
    const [first, ...doubles] = there
    if (!first) return [{ do: 'create', tab }]
    const { id } = first
    return [
      isAsWanted(first, tab) ? { do: 'leave', id, tab } : { do: 'repair', id, tab },
      ...doubles.map((double): TabStep => ({ do: 'remove', id: double.id })),
    ]
  })
}

function rank({ id }: StandingTab, known: readonly string[]): number {
  return known.includes(id) ? 0 : 1
}

function isAsWanted(standing: StandingTab, { name, content, website, remove }: WantedTab): boolean {
  return (
    standing.name === name &&
    standing.content === content &&
    standing.website === website &&
    standing.remove === remove
  )
}
