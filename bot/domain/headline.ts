import { HEADLINE_WORDS, type HeadlineWords } from './headlineWords'
import type { Language } from './language'
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
export function headlineOf(facts: HeadlineFacts, language: Language): string {
  const say = HEADLINE_WORDS[language]
  const parts = [showStoppers, blocked, late, goLive, slipped].map((part) => part(facts, say))
  const line = parts
    .filter((part) => part !== null)
    .slice(0, MOST_PARTS)
    .join(', ')
  return line === '' ? quietLine(facts, say) : line.slice(0, 1).toUpperCase() + line.slice(1)
}

/** The headline of a recap in another language: what the rule wrote said anew, the lead's words as they are. */
export function headlineIn(recap: Recap, language: Language): string {
  // A recap does not keep how many items were open: of that the rule says only whether any were.
  for (const open of [0, 1]) {
    const facts = { ...recap, open }
    if (headlineOf(facts, recap.language) === recap.headline) return headlineOf(facts, language)
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
