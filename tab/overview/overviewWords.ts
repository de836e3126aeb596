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
import { counted, dateWords, firstName, shortDate, weekWords } from '../look/words'

/* The words of the overview. */

export type OpenKey = keyof OpenCountsJson
/** From the worst to the least; as they stand on each other in a chart, from the ground up. */
export const OPEN_KEYS: readonly OpenKey[] = ['showStopper', 'workaround', 'cosmetic', 'unrated']

export const OPEN_WORD: Record<OpenKey, string> = {
  showStopper: 'show-stopper',
  workaround: 'workaround',
  cosmetic: 'cosmetic',
  unrated: 'not rated',
}

const RAG_WORD: Record<VerdictJson['colour'], string> = { red: 'Red', amber: 'Amber', green: 'Green' }

export const WORDS = {
  page: 'The overview',
  workstreams: 'Workstreams',
  workstream: 'Workstream',
  now: 'Now',
  before: 'Weeks before',
  evidence: 'Evidence',
  open: 'Open',
  goLive: 'Go-live',
  openIssues: 'Open issues',
  flow: 'Opened and closed, per week',
  slips: 'Dates moved later, per week',
  ages: 'Open issues by age',
  owners: 'Who has how much open',
  owner: 'Owner',
  items: 'Action items',
  late: 'Late',
  blocked: 'Blocked',
  issues: 'Issues',
  showStoppers: 'Show-stoppers',
  nobody: 'Nobody yet',
  day: 'Day',
  week: 'Week',
  age: 'Age',
  all: 'All',
  opened: 'Opened',
  reopened: 'Of these reopened',
  closed: 'Closed',
  firstMove: 'First time',
  furtherMove: 'Moved before',
  days: 'Days',
  today: 'today',
  noIssues: 'No issue is open, and none was in these weeks.',
  noFlow: 'Nothing was opened or closed in these weeks.',
  noSlips: 'No date was moved later in these weeks.',
  noAges: 'No issue is open.',
  noOwners: 'Nothing is open, so nobody has anything to do.',
  closedMeans: 'Closed, deferred or found to be a duplicate',
  print: 'Print',
  showTable: 'Table',
} as const

export const EMPTY = {
  title: 'Nothing to look at yet',
  text: 'Once there are action items or issues, this page shows where the project stands and how it came there. Say in the channel what is wrong:',
  example: 'issue order total shows 0',
} as const

export function tableName(of: string): string {
  return `${of} as a table`
}

/** `By rule. Last week: Amber.` or who set it. */
export function verdictWords({ rule, override, was, colour }: VerdictJson): string {
  const by = override
    ? `${RAG_WORD[colour]} was set by ${override.by.name}${override.why ? `: “${override.why}”` : ''}. The rule says ${RAG_WORD[rule]}.`
    : ''
  const before = was === null ? '' : `Last recap: ${RAG_WORD[was]}.`
  return [by, before].filter((part) => part !== '').join(' ')
}

/** One reason in words, split around the record that it names. */
export function evidenceWords(evidence: EvidenceJson): {
  readonly record: string | null
  readonly text: string
} {
  switch (evidence.kind) {
    case 'showStopper':
      return {
        record: evidence.issue,
        text: evidence.days === 0 ? 'show-stopper, since today' : `show-stopper, open ${evidence.days} d`,
      }
    case 'itemBlocked':
      return {
        record: evidence.item,
        text: evidence.days === 0 ? 'blocked since today' : `blocked for ${evidence.days} d`,
      }
    case 'itemMovedOften':
      return { record: evidence.item, text: `moved ${evidence.times} times` }
    case 'itemsLate':
      return {
        record: null,
        text: `${evidence.late} of ${counted(evidence.open, 'item', 'items')} late, at most ${evidence.worstDays} d`,
      }
    case 'itemsSlipped':
      return {
        record: null,
        text: `${evidence.slipped} of ${counted(evidence.open, 'item', 'items')} moved later this week`,
      }
    case 'goLiveMoved':
      return { record: null, text: `go-live ${evidence.days} d later than first planned` }
    case 'workstreams':
      return {
        record: null,
        text: workstreamWords(evidence),
      }
    case 'allOnTrack':
      return {
        record: null,
        text:
          evidence.open === 0
            ? 'all on track'
            : evidence.open === 1
              ? 'the one open item is on track'
              : `all ${evidence.open} items on track`,
      }
    case 'nothingOpen':
      return { record: null, text: 'nothing open' }
  }
}

function workstreamWords({ red, amber, of }: Extract<EvidenceJson, { kind: 'workstreams' }>): string {
  const all = counted(of, 'workstream', 'workstreams')
  if (red === 0) return `${amber} amber of ${all}`
  return amber === 0 ? `${red} red of ${all}` : `${red} red and ${amber} amber of ${all}`
}

/** `52 days left`, `today`, `3 days ago`. */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `${counted(days, 'day', 'days')} left` : `${counted(-days, 'day', 'days')} ago`
}

/** `+14 d`, `−3 d`, `on time`. */
export function driftWords(days: number): string {
  if (days === 0) return 'on time'
  return days > 0 ? `+${days} d` : `−${-days} d`
}

/** Beside the drift: what it is measured against. */
export function goLiveYardstick(
  { first, moves }: NonNullable<OverviewJson['goLive']>,
  today: PlainDate,
): string {
  if (moves === 0) return 'as first planned'
  return `first planned ${dateWords(first, today)}, moved ${moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`}`
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
  if (more === 0) return `${count}, as many as a week ago`
  return more > 0 ? `${count}, ${more} more than a week ago` : `${count}, ${-more} fewer than a week ago`
}

/** `5 opened, 3 closed this week`. */
export function flowYardstick(weeks: readonly WeekJson[]): string {
  const week = weeks.at(-1)
  return week ? `${week.opened} opened, ${week.closed} closed this week` : ''
}

/** `4 moved by 23 days in all this week`. */
export function slipsYardstick(weeks: readonly WeekJson[]): string {
  const week = weeks.at(-1)
  if (!week) return ''
  const moved = week.slips.first + week.slips.again
  return moved === 0
    ? 'none this week'
    : `${moved} moved by ${counted(week.slips.days, 'day', 'days')} this week`
}

/** `8 to 14 days`. */
export function ageWords({ from, to }: AgeBandJson): string {
  return to === null ? `over ${from - 1} days` : `${from} to ${to} days`
}

/** The same under a bar: `8–14 d`. */
export function ageLabel({ from, to }: AgeBandJson): string {
  return to === null ? `>${from - 1} d` : `${from}–${to} d`
}

/** Beside the number of the oldest issue. */
export function oldestWords(days: number): string {
  return days === 0 ? 'is the oldest, since today' : `is the oldest, ${days} d`
}

export function middleWords(middle: number): string {
  return `the one in the middle has ${middle}`
}

export function heavyWords({ items, issues }: LoadJson, middle: number): string {
  return `${items + issues} in all; the one in the middle has ${middle}`
}

export function colourOfWeek(week: string, colour: VerdictJson['colour'] | null): string {
  return `${weekWords(week)}: ${colour === null ? 'not in the recap' : RAG_WORD[colour]}`
}

export function ownerLinkWords(name: string, what: 'items' | 'issues'): string {
  return what === 'items' ? `Action items of ${firstName(name)}` : `Issues of ${firstName(name)}`
}

export function weekNumber(week: string): string {
  return String(Number(week.slice(-2)))
}

export const dayLabel = shortDate
