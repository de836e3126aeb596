import { colourOf, type RagVerdict } from './rag'
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

/** One honest line when the lead wrote none: the worst first, "All on track" only when the rule finds nothing. */
export function headlineOf(facts: HeadlineFacts): string {
  const parts = [showStoppers(facts), blocked(facts), late(facts), goLive(facts), slipped(facts)]
  const line = parts
    .filter((part) => part !== null)
    .slice(0, MOST_PARTS)
    .join(', ')
  return line === '' ? quietLine(facts) : line.slice(0, 1).toUpperCase() + line.slice(1)
}

function showStoppers({ issues }: HeadlineFacts): string | null {
  const count = issues.bySeverity.find((row) => row.severity === 'showStopper')?.open ?? 0
  const oldest = issues.worst.find((issue) => issue.severity === 'showStopper')
  if (count > 1) return `${count} show-stoppers open`
  if (!oldest) return null
  return oldest.days > 0
    ? `show-stopper ${oldest.issue} open for ${days(oldest.days)}`
    : `show-stopper ${oldest.issue} open`
}

function blocked({ blocked: lines }: HeadlineFacts): string | null {
  const [longest, ...others] = lines
  if (!longest) return null
  if (others.length > 0) {
    return longest.days > 0
      ? `${lines.length} items blocked, one for ${days(longest.days)}`
      : `${lines.length} items blocked`
  }
  const name = longest.title.length <= TITLE_SHOWN ? longest.title : longest.item
  return longest.days > 0 ? `${name} blocked for ${days(longest.days)}` : `${name} blocked`
}

function late({ late: lines }: HeadlineFacts): string | null {
  const [worst, ...others] = lines
  if (!worst) return null
  return others.length > 0 ? `${lines.length} items late` : `1 item ${days(worst.days)} late`
}

function goLive({ overall }: HeadlineFacts): string | null {
  const moved = overall.evidence.find((evidence) => evidence.kind === 'goLiveMoved')
  if (!moved) return null
  return moved.days > 0 ? `go-live ${days(moved.days)} later than first planned` : 'go-live moved later'
}

function slipped({ slipped: lines }: HeadlineFacts): string | null {
  return lines.length === 0 ? null : `${lines.length === 1 ? '1 item' : `${lines.length} items`} moved`
}

/** Nothing to report in numbers; a worse colour that the lead set still says so. */
function quietLine({ overall, open }: HeadlineFacts): string {
  if (overall.override && colourOf(overall) !== 'green') {
    const { why, by } = overall.override
    return why
      ? shortened(why.split('\n', 1)[0] ?? '', WHY_SHOWN)
      : `${COLOURS[colourOf(overall)]}, set by ${by.name}`
  }
  if (overall.rule !== 'green') return 'Some items were moved'
  return open === 0 ? 'Nothing open' : 'All on track'
}

const COLOURS = { red: 'Red', amber: 'Amber', green: 'Green' } as const

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
