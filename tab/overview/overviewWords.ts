import {
  age,
  colourOfWeek as colourIn,
  evidence as reasons,
  goLive,
  load,
  RAG_WORD,
  verdict,
  yardstick,
} from '#words/overview'
import type {
  AgeBandJson,
  DayJson,
  EvidenceJson,
  LoadJson,
  OpenCountsJson,
  OverviewJson,
  VerdictJson,
  WeekJson,
} from '../../bot/contract/overview'
import type { PlainDate } from '../../bot/domain/time'
import { dateWords, firstName, weekWords } from '../look/words'

/* What the overview says of which number. */

export type OpenKey = keyof OpenCountsJson
/** From the worst to the least; as they stand on each other in a chart, from the ground up. */
export const OPEN_KEYS: readonly OpenKey[] = ['showStopper', 'workaround', 'cosmetic', 'unrated']

/** Who set the colour otherwise than the rule, and what the last recap said. */
export function verdictWords({ rule, override, was, colour }: VerdictJson): string {
  const by = override ? verdict.setBy(RAG_WORD[colour], override.by.name, override.why, RAG_WORD[rule]) : ''
  const before = was === null ? '' : verdict.last(RAG_WORD[was])
  return [by, before].filter((part) => part !== '').join(' ')
}

/** One reason in words, split around the record that it names. */
export function evidenceWords(evidence: EvidenceJson): {
  readonly record: string | null
  readonly text: string
} {
  switch (evidence.kind) {
    case 'showStopper':
      return { record: evidence.issue, text: reasons.showStopper(evidence.days) }
    case 'itemBlocked':
      return { record: evidence.item, text: reasons.itemBlocked(evidence.days) }
    case 'itemMovedOften':
      return { record: evidence.item, text: reasons.itemMovedOften(evidence.times) }
    case 'itemsLate':
      return { record: null, text: reasons.itemsLate(evidence.late, evidence.open, evidence.worstDays) }
    case 'itemsSlipped':
      return { record: null, text: reasons.itemsSlipped(evidence.slipped, evidence.open) }
    case 'goLiveMoved':
      return { record: null, text: reasons.goLiveMoved(evidence.days) }
    case 'workstreams':
      return { record: null, text: reasons.workstreams(evidence.red, evidence.amber, evidence.of) }
    case 'allOnTrack':
      return { record: null, text: reasons.allOnTrack(evidence.open) }
    case 'nothingOpen':
      return { record: null, text: reasons.nothingOpen }
  }
}

/** Beside the drift: what it is measured against. */
export function goLiveYardstick(
  { first, moves }: NonNullable<OverviewJson['goLive']>,
  today: PlainDate,
): string {
  return moves === 0 ? goLive.asPlanned : goLive.moved(dateWords(first, today), moves)
}

export function allOpen(open: OpenCountsJson): number {
  return OPEN_KEYS.reduce((sum, key) => sum + open[key], 0)
}

/** `28, 3 more than a week ago`. */
export function openYardstick(days: readonly DayJson[]): string {
  const [now, before] = [days.at(-1), days.at(-8)]
  if (!now) return ''
  const count = allOpen(now.open)
  if (!before) return `${count}`
  const more = count - allOpen(before.open)
  if (more === 0) return yardstick.asMany(count)
  return more > 0 ? yardstick.more(count, more) : yardstick.fewer(count, -more)
}

/** `5 opened, 3 closed this week`. */
export function flowYardstick(weeks: readonly WeekJson[]): string {
  const week = weeks.at(-1)
  return week ? yardstick.flow(week.opened, week.closed) : ''
}

/** `4 moved by 23 days this week`. */
export function slipsYardstick(weeks: readonly WeekJson[]): string {
  const week = weeks.at(-1)
  if (!week) return ''
  const moved = week.slips.first + week.slips.again
  return moved === 0 ? yardstick.noSlips : yardstick.slips(moved, week.slips.days)
}

/** `8 to 14 days`. */
export function ageWords({ from, to }: AgeBandJson): string {
  return to === null ? age.over(from - 1) : age.between(from, to)
}

/** The same under a bar: `8–14 d`. */
export function ageLabel({ from, to }: AgeBandJson): string {
  return to === null ? age.overShort(from - 1) : age.betweenShort(from, to)
}

export function heavyWords({ items, issues }: LoadJson, middle: number): string {
  return load.heavy(items + issues, middle)
}

export function colourOfWeek(week: string, colour: VerdictJson['colour'] | null): string {
  return colourIn(weekWords(week), colour && RAG_WORD[colour])
}

/** What a number of an owner counts, for who can't see the column. */
export function countWords(count: number, owner: LoadJson['owner'], of: 'items' | 'issues'): string {
  const name = owner && firstName(owner.name)
  return of === 'items' && name !== null ? load.items(count, name) : load.issues(count, name)
}

export function weekNumber(week: string): string {
  return String(Number(week.slice(-2)))
}
