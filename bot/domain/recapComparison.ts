import type { ItemId } from './ids'
import type { Severity } from './issue'
import { colourOf, ragRank, type Rag } from './rag'
import type { BlockedLine, LateLine, Recap, SlippedLine } from './recap'
import type { PlainDate } from './time'
import { mondayOf, type WeekId } from './week'

/** A colour in two weeks; null where that week's recap does not have the workstream. */
type ColourChange = { readonly name: string; readonly from: Rag | null; readonly to: Rag | null }

/** A number of a recap; null where that week's recap does not have it. */
type NumberChange = {
  readonly what: RecapNumber
  readonly from: number | null
  readonly to: number | null
}

type RecapNumber =
  | 'openIssues'
  | Severity
  | 'unrated'
  | 'newIssues'
  | 'closedIssues'
  | 'done'
  | 'slipped'
  | 'late'
  | 'blocked'
  | 'goLiveDrift'
  | 'asked'
  | 'answered'

/** What differs between the recaps of two weeks, said of the later one against the earlier. */
export type RecapComparison = {
  readonly from: WeekId
  readonly to: WeekId
  readonly overall: { readonly from: Rag; readonly to: Rag }
  /** Those that differ, what became worse first. */
  readonly colours: readonly ColourChange[]
  /** All numbers that either has, in the order of a recap. */
  readonly numbers: readonly NumberChange[]
  readonly goLive: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  /** What the later one tells as slipped; `again`: the earlier one told so of the same item. */
  readonly slipped: readonly (SlippedLine & { readonly again: boolean })[]
  readonly newlyBlocked: readonly BlockedLine[]
  /** As they stand in the earlier one. */
  readonly noLongerBlocked: readonly BlockedLine[]
  readonly newlyLate: readonly LateLine[]
  /** As they stand in the earlier one. */
  readonly noLongerLate: readonly LateLine[]
}

/** Compares two posted recaps; which is given first makes no difference. */
export function compareRecaps(one: Recap, other: Recap): RecapComparison {
  const isInOrder = mondayOf(one.week) <= mondayOf(other.week)
  const [before, now] = isInOrder ? [one, other] : [other, one]
  const slippedBefore = new Set(before.slipped.map(({ item }) => item))
  return {
    from: before.week,
    to: now.week,
    overall: { from: colourOf(before.overall), to: colourOf(now.overall) },
    colours: colourChanges(before, now),
    numbers: numberChanges(before, now),
    goLive: { from: before.goLive?.date ?? null, to: now.goLive?.date ?? null },
    slipped: now.slipped.map((line) => ({ ...line, again: slippedBefore.has(line.item) })),
    newlyBlocked: without(now.blocked, before.blocked),
    noLongerBlocked: without(before.blocked, now.blocked),
    newlyLate: without(now.late, before.late),
    noLongerLate: without(before.late, now.late),
  }
}

function without<T extends { readonly item: ItemId }>(lines: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others.map(({ item }) => item))
  return lines.filter(({ item }) => !known.has(item))
}

/** By id, under the later name: a workstream that was renamed is the same one. */
function colourChanges(before: Recap, now: Recap): ColourChange[] {
  const ids = new Set([...now.workstreams, ...before.workstreams].map(({ id }) => id))
  return [...ids]
    .map((id) => {
      const [was, is] = [before, now].map(({ workstreams }) => workstreams.find((line) => line.id === id))
      return {
        name: is?.name ?? was?.name ?? '',
        from: was ? colourOf(was.verdict) : null,
        to: is ? colourOf(is.verdict) : null,
      }
    })
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => worsening(b) - worsening(a))
}

/** How many steps worse; 0 for one that came or went. */
function worsening({ from, to }: ColourChange): number {
  return from === null || to === null ? 0 : ragRank(from) - ragRank(to)
}

function numberChanges(before: Recap, now: Recap): NumberChange[] {
  const [from, to] = [numbersOf(before), numbersOf(now)]
  return ORDER.map((what) => ({ what, from: from.get(what) ?? null, to: to.get(what) ?? null })).filter(
    ({ what, from, to }) => (what === 'unrated' ? (from ?? 0) + (to ?? 0) > 0 : from !== null || to !== null),
  )
}

const ORDER: readonly RecapNumber[] = [
  'openIssues',
  'showStopper',
  'workaround',
  'cosmetic',
  'unrated',
  'newIssues',
  'closedIssues',
  'done',
  'slipped',
  'late',
  'blocked',
  'goLiveDrift',
  'asked',
  'answered',
]

function numbersOf({ issues, goLive, answers, ...lists }: Recap): Map<RecapNumber, number> {
  const numbers = new Map<RecapNumber, number>([
    ['openIssues', issues.open],
    // A recap has no line of these while there are none.
    ['unrated', 0],
    ['newIssues', issues.opened],
    ['closedIssues', issues.closed],
    ['done', lists.done.length],
    ['slipped', lists.slipped.length],
    ['late', lists.late.length],
    ['blocked', lists.blocked.length],
  ])
  for (const { severity, open } of issues.bySeverity) numbers.set(severity ?? 'unrated', open)
  if (goLive) numbers.set('goLiveDrift', goLive.driftDays)
  if (answers) numbers.set('asked', answers.asked).set('answered', answers.answered)
  return numbers
}
