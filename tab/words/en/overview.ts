/* The overview: where the project stands and how it came there. */

/** Inside a count: "2 show-stopper". */
export const OPEN_WORD = {
  showStopper: 'show-stopper',
  workaround: 'workaround',
  cosmetic: 'cosmetic',
  unrated: 'not rated',
}

export const RAG_WORD = { red: 'Red', amber: 'Amber', green: 'Green' }

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
}

export const EMPTY = {
  title: 'Nothing to look at yet',
  text: 'Once there are action items or issues, this page shows where the project stands and how it came there. Say in the channel what is wrong:',
  example: 'issue order total shows 0',
}

export function tableName(of: string): string {
  return `${of} as a table`
}

const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`
const items = (count: number) => many(count, 'item', 'items')
const days = (count: number) => many(count, 'day', 'days')

export const verdict = {
  setBy: (colour: string, name: string, why: string | null, rule: string) =>
    `${colour} was set by ${name}${why ? `: “${why}”` : ''}. The rule says ${rule}.`,
  last: (colour: string) => `Last recap: ${colour}.`,
}

/** Why a colour is what it is; where it names a record, it goes on after its number. */
export const evidence = {
  showStopper: (age: number) => (age === 0 ? 'show-stopper, since today' : `show-stopper, open ${age} d`),
  itemBlocked: (age: number) => (age === 0 ? 'blocked since today' : `blocked for ${age} d`),
  itemMovedOften: (times: number) => `moved ${times} times`,
  itemsLate: (late: number, open: number, worst: number) =>
    `${late} of ${items(open)} late, at most ${worst} d`,
  itemsSlipped: (slipped: number, open: number) => `${slipped} of ${items(open)} moved later this week`,
  goLiveMoved: (by: number) => `go-live ${by} d later than first planned`,
  workstreams: (red: number, amber: number, of: number) => {
    const all = many(of, 'workstream', 'workstreams')
    if (red === 0) return `${amber} amber of ${all}`
    return amber === 0 ? `${red} red of ${all}` : `${red} red and ${amber} amber of ${all}`
  },
  allOnTrack: (open: number) =>
    open === 0 ? 'all on track' : open === 1 ? 'the one open item is on track' : `all ${open} items on track`,
  nothingOpen: 'nothing open',
}

export const goLive = {
  /** `52 days left`, `today`, `3 days ago`. */
  daysLeft: (left: number) => (left === 0 ? 'today' : left > 0 ? `${days(left)} left` : `${days(-left)} ago`),
  /** `+14 d`, `−3 d`, `on time`. */
  drift: (by: number) => (by === 0 ? 'on time' : by > 0 ? `+${by} d` : `−${-by} d`),
  asPlanned: 'as first planned',
  moved: (first: string, moves: number) =>
    `first planned ${first}, moved ${moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`}`,
}

/** What the newest number of a chart is measured against. */
export const yardstick = {
  asMany: (count: number) => `${count}, as many as a week ago`,
  more: (count: number, by: number) => `${count}, ${by} more than a week ago`,
  fewer: (count: number, by: number) => `${count}, ${by} fewer than a week ago`,
  flow: (opened: number, closed: number) => `${opened} opened, ${closed} closed this week`,
  noSlips: 'none this week',
  slips: (moved: number, by: number) => `${moved} moved by ${days(by)} this week`,
  /** Beside the number of the oldest issue. */
  oldest: (age: number) => (age === 0 ? 'is the oldest, since today' : `is the oldest, ${age} d`),
}

export const age = {
  over: (limit: number) => `over ${limit} days`,
  between: (from: number, to: number) => `${from} to ${to} days`,
  /** The same under a bar. */
  overShort: (limit: number) => `>${limit} d`,
  betweenShort: (from: number, to: number) => `${from}–${to} d`,
}

export const load = {
  middle: (middle: number) => `the one in the middle has ${middle}`,
  heavy: (all: number, middle: number) => `${all} in all; the one in the middle has ${middle}`,
  items: (count: number, name: string) => `${count}, Action items of ${name}`,
  /** Null: nobody fixes them yet. */
  issues: (count: number, name: string | null) => `${count}, Issues of ${name ?? 'Nobody'}`,
}

export function openCounts(itemCount: number, issueCount: number): string {
  return `${items(itemCount)}, ${many(issueCount, 'issue', 'issues')}`
}

/** Null: the recap of that week had none of it. */
export function colourOfWeek(week: string, colour: string | null): string {
  return `${week}: ${colour ?? 'not in the recap'}`
}
