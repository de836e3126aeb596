import { LOCALE } from './common'

/* The words of the dialog by which records go out and come in. */

const figures = new Intl.NumberFormat(LOCALE)

export function number(count: number): string {
  return figures.format(count)
}

function rows(count: number): string {
  return count === 1 ? `${number(count)} row` : `${number(count)} rows`
}

export const WORDS = {
  title: 'Records in and out',
  out: 'Take the records out',
  outHow: 'One workbook with a sheet each, or each as CSV.',
  workbook: 'Workbook',
  cantLoad: 'The file can’t be loaded. Try again in a moment.',
  into: 'Bring a list in',
  intoHow:
    'Drop an Excel workbook or a CSV file here, or choose one. Nothing is changed before you have seen what comes of it.',
  choose: 'Choose a file',
  reading: 'Reading the file',
  unreachable: 'The service can’t be reached. Try again in a moment.',
  another: 'Another file',
  readAs: 'How it is read',
  take: 'Take this sheet',
  holds: 'Its rows are',
  columns: 'Columns',
  meanings: 'Words',
  people: 'People',
  order: 'Dates like 3/4/2022',
  orderAsk: 'Some dates can be read both ways. Say which comes first.',
  notTaken: 'Left out',
  say: 'Say what it means',
  nobody: 'Nobody here',
  problems: 'To look at',
  sheet: 'Sheet',
  row: 'Row',
  column: 'Column',
  what: 'What',
  cell: 'Cell',
  sample: 'The first rows, as they would come in',
  restFollows: 'What is in stays in. The rest usually follows by itself within a minute.',
  goOn: 'Go on',
  save: 'Save the list',
  saved: 'left out.csv',
  leftOut: 'What was left out',
} as const

export const SHEETS = {
  issues: 'Issues',
  items: 'Action items',
  delays: 'Delay ledger',
  recaps: 'Recaps',
  source: 'Source of truth',
} as const

export const KINDS = { issues: 'Issues', items: 'Action items' } as const

export const FIELD = {
  key: 'Plumbline key',
  number: 'Their number',
  title: 'Title',
  details: 'Details',
  where: 'Where',
  steps: 'Steps',
  happened: 'When it happened',
  severity: 'Severity',
  workaround: 'Workaround',
  owner: 'Owner',
  for: 'For whom',
  unblocks: 'Unblocks',
  workstream: 'Workstream',
  status: 'Status',
  why: 'Reason',
  due: 'Due date',
  raised: 'Reported on',
  ended: 'Closed on',
  reporter: 'Reported by',
  category: 'Kind of row',
} as const

export const ITEM_STATES = {
  open: 'Open',
  inProgress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  cancelled: 'Cancelled',
} as const

export const ORDERS = {
  '': 'As the dates show',
  dayFirst: 'Day first: 3 April',
  monthFirst: 'Month first: 4 March',
} as const

/** What a row can come to. */
export const FACT = {
  fresh: 'New',
  known: 'Here already, brought up to date',
  wrong: 'With something wrong, left out',
  /** `category`: a kind of row that has no place here, as the file calls it. */
  other: (category: string) => `${category}, not kept here`,
  without: 'Sheets without records',
  updated: 'Brought up to date',
  unchanged: 'As it was',
  skipped: 'Left out',
} as const

export function importButton(count: number): string {
  return `Import ${rows(count)}`
}

export const NO_ROW = 'No row can come in yet'

export function canComeIn(count: number): string {
  return `${rows(count)} can come in`
}

/** `cut`: there are more rows than one import takes. */
export function sheetHead(name: string, count: number, cut: boolean, header: number): string {
  const end = cut ? ', the first 20,000 of them' : ''
  return `${name}: ${rows(count)}${end} under the headings in row ${header}`
}

export function soFar(done: number, all: number): string {
  return `${number(done)} of ${rows(all)} so far`
}

export function halted(done: number): string {
  return `It came to a halt after ${rows(done)}`
}

export const NOTHING_NEW = 'Nothing new in this file'

export function cameIn(count: number): string {
  return `${rows(count)} came in`
}

export function moreProblems(count: number): string {
  return `and ${number(count)} more`
}

export function onlyTheLead(name: string): string {
  return `${name}, who leads the project, and the team’s owners can bring a list in.`
}
