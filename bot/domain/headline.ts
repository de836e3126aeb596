import type { IssueId } from './ids'
import { colourOf, type Rag, type RagVerdict } from './rag'
import type { Recap } from './recap'
import { shortened } from './text'

/** What a headline is made of. `open` counts open action items. */
export type HeadlineFacts = Pick<Recap, 'late' | 'blocked' | 'slipped' | 'issues'> & {
  readonly overall: RagVerdict
  readonly open: number
}

const MOST_PARTS = 3
/** A longer title gives way to its number, so that the line stays a line on a phone. */
const TITLE_SHOWN = 40
const WHY_SHOWN = 100

/** How a language says the parts of a headline; a count is at least 1, `days` may be 0. */
export type HeadlineWords = {
  readonly showStoppers: (count: number) => string
  readonly showStopper: (issue: IssueId, days: number) => string
  /** `days`: how long the longest is blocked. */
  readonly severalBlocked: (count: number, days: number) => string
  readonly blocked: (name: string, days: number) => string
  readonly severalLate: (count: number) => string
  readonly late: (days: number) => string
  readonly goLiveMoved: (days: number) => string
  readonly moved: (count: number) => string
  readonly setBy: (colour: Rag, name: string) => string
  readonly someMoved: string
  readonly nothingOpen: string
  readonly onTrack: string
}

const COLOURS = { red: 'Red', amber: 'Amber', green: 'Green' } as const
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const forDays = (count: number) => (count > 0 ? ` for ${days(count)}` : '')

/** The words that a recap is posted with: a channel has many readers. */
export const ENGLISH_HEADLINE: HeadlineWords = {
  showStoppers: (count) => `${count} show-stoppers open`,
  showStopper: (issue, open) => `show-stopper ${issue} open${forDays(open)}`,
  severalBlocked: (count, longest) =>
    `${count} items blocked${longest > 0 ? `, one for ${days(longest)}` : ''}`,
  blocked: (name, since) => `${name} blocked${forDays(since)}`,
  severalLate: (count) => `${count} items late`,
  late: (by) => `1 item ${days(by)} late`,
  goLiveMoved: (by) => (by > 0 ? `go-live ${days(by)} later than first planned` : 'go-live moved later'),
  moved: (count) => `${count === 1 ? '1 item' : `${count} items`} moved`,
  setBy: (colour, name) => `${COLOURS[colour]}, set by ${name}`,
  someMoved: 'Some items were moved',
  nothingOpen: 'Nothing open',
  onTrack: 'All on track',
}

/** One honest line when the lead wrote none: the worst first, "All on track" only when the rule finds nothing. */
export function headlineOf(facts: HeadlineFacts, say: HeadlineWords = ENGLISH_HEADLINE): string {
  const parts = [showStoppers, blocked, late, goLive, slipped].map((part) => part(facts, say))
  const line = parts
    .filter((part) => part !== null)
    .slice(0, MOST_PARTS)
    .join(', ')
  return line === '' ? quietLine(facts, say) : line.slice(0, 1).toUpperCase() + line.slice(1)
}

/** The headline of a recap for a reader of another language: what the rule wrote said anew, the lead's words as they are. */
export function headlineIn(recap: Recap, say: HeadlineWords): string {
  // A recap does not keep how many items were open: of that the rule says only whether any were.
  for (const open of [0, 1]) {
    if (headlineOf({ ...recap, open }) === recap.headline) return headlineOf({ ...recap, open }, say)
  }
  return recap.headline
}

type Part = (facts: HeadlineFacts, say: HeadlineWords) => string | null

const showStoppers: Part = ({ issues }, say) => {
  const count = issues.bySeverity.find((row) => row.severity === 'showStopper')?.open ?? 0
  const oldest = issues.worst.find((issue) => issue.severity === 'showStopper')
  if (count > 1) return say.showStoppers(count)
  return oldest ? say.showStopper(oldest.issue, oldest.days) : null
}

const blocked: Part = ({ blocked: lines }, say) => {
  const [longest, ...others] = lines
  if (!longest) return null
  if (others.length > 0) return say.severalBlocked(lines.length, longest.days)
  return say.blocked(longest.title.length <= TITLE_SHOWN ? longest.title : longest.item, longest.days)
}

const late: Part = ({ late: lines }, say) => {
  const [worst, ...others] = lines
  if (!worst) return null
  return others.length > 0 ? say.severalLate(lines.length) : say.late(worst.days)
}

const goLive: Part = ({ overall }, say) => {
  const moved = overall.evidence.find((evidence) => evidence.kind === 'goLiveMoved')
  return moved ? say.goLiveMoved(moved.days) : null
}

const slipped: Part = ({ slipped: lines }, say) => (lines.length === 0 ? null : say.moved(lines.length))

/** Nothing to report in numbers; a worse colour that the lead set still says so. */
function quietLine({ overall, open }: HeadlineFacts, say: HeadlineWords): string {
  if (overall.override && colourOf(overall) !== 'green') {
    const { why, by } = overall.override
    return why ? shortened(why.split('\n', 1)[0] ?? '', WHY_SHOWN) : say.setBy(colourOf(overall), by.name)
  }
  if (overall.rule !== 'green') return say.someMoved
  return open === 0 ? say.nothingOpen : say.onTrack
}
