import { isOpen, isOverdue, type ActionItem } from './actionItem'
import { openCounts, type OpenCounts } from './dayCounts'
import { isOpenIssue, type Issue } from './issue'
import { standingOf } from './issueSteps'
import type { Person } from './person'
import { RAG_LIMITS, type RagContext } from './rag'
import { dateIn, daysBetween } from './time'

/** What is open now, by how old it is and by whose it is. */

/** Open issues of an age: from so many whole days to so many; null: and older. */
export type AgeBand = { readonly from: number; readonly to: number | null; readonly open: OpenCounts }

/** The upper ends of the bands in days; the first two are where a show-stopper turns its workstream and the project red. */
const AGE_ENDS: readonly number[] = [
  RAG_LIMITS.showStopperRedDays,
  RAG_LIMITS.showStopperProjectRedDays,
  14,
  30,
]

/** Open issues by age in whole days on the project's wall since they were reported, as the colours count it. */
export function ageBands(issues: readonly Issue[], ctx: RagContext): readonly AgeBand[] {
  const open = issues.filter(isOpenIssue)
  const ends = [...AGE_ENDS, null]
  return ends.map((to, index) => {
    const from = index === 0 ? 0 : (AGE_ENDS[index - 1] ?? 0) + 1
    const ofAge = open.filter((issue) => {
      const days = ageInDays(issue, ctx)
      return days >= from && (to === null || days <= to)
    })
    return { from, to, open: openCounts(ofAge.map(standingOf)) }
  })
}

/** Whole days on the project's wall; 0 for what a clock running ahead reported tomorrow. */
export function ageInDays({ createdAt }: Issue, { today, zone }: RagContext): number {
  return Math.max(0, daysBetween(dateIn(createdAt, zone), today))
}

/** What somebody has open. Null owner: issues that nobody fixes yet. */
export type OwnerLoad = {
  readonly owner: Person | null
  readonly items: number
  readonly late: number
  readonly blocked: number
  readonly issues: number
  readonly showStoppers: number
  /** Whether it is far more than others have. */
  readonly heavy: boolean
}

/** Somebody has far too much with so many open items and issues, and so many times what the one in the middle has. */
const HEAVY = { least: 6, timesMiddle: 2 } as const

/** Who has how much open: the most first, what nobody owns last. `middle`: what the one in the middle has, 0 when nobody has any. */
export function ownerLoads(
  items: readonly ActionItem[],
  issues: readonly Issue[],
  { today }: RagContext,
): { readonly loads: readonly OwnerLoad[]; readonly middle: number } {
  const loads = new Map<string, OwnerLoad>()
  const add = (owner: Person | null, more: Partial<Omit<OwnerLoad, 'owner' | 'heavy'>>) => {
    const key = owner?.id ?? ''
    const load = loads.get(key) ?? { ...NOTHING, owner }
    loads.set(key, {
      ...load,
      items: load.items + (more.items ?? 0),
      late: load.late + (more.late ?? 0),
      blocked: load.blocked + (more.blocked ?? 0),
      issues: load.issues + (more.issues ?? 0),
      showStoppers: load.showStoppers + (more.showStoppers ?? 0),
    })
  }
  for (const item of items.filter(isOpen)) {
    const late = isOverdue(item, today) ? 1 : 0
    add(item.owner, { items: 1, late, blocked: item.state.status === 'blocked' ? 1 : 0 })
  }
  for (const { owner, severity } of issues.filter(isOpenIssue)) {
    add(owner, { issues: 1, showStoppers: severity === 'showStopper' ? 1 : 0 })
  }
  const totals = [...loads.values()].filter(({ owner }) => owner !== null).map(totalOf)
  const middle = median(totals)
  return {
    middle,
    loads: [...loads.values()].map((load) => ({ ...load, heavy: isHeavy(load, middle) })).toSorted(byLoad),
  }
}

const NOTHING = { owner: null, items: 0, late: 0, blocked: 0, issues: 0, showStoppers: 0, heavy: false }

function totalOf({ items, issues }: OwnerLoad): number {
  return items + issues
}

function isHeavy(load: OwnerLoad, middle: number): boolean {
  const total = totalOf(load)
  return load.owner !== null && total >= HEAVY.least && total >= middle * HEAVY.timesMiddle
}

function byLoad(a: OwnerLoad, b: OwnerLoad): number {
  if ((a.owner === null) !== (b.owner === null)) return a.owner === null ? 1 : -1
  return (
    totalOf(b) - totalOf(a) || b.late - a.late || ((a.owner?.name ?? '') < (b.owner?.name ?? '') ? -1 : 1)
  )
}

/** Of an even number of them the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0
}
