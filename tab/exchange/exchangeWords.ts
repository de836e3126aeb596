import type { ImportPreviewJson, ImportProgressJson } from '../../bot/contract/exchange'
import type { Field, SheetKind } from '../../bot/domain/exchange/fields'
import type { ExportSheet } from '../../bot/domain/exchange/exportSheets'

/* The words of the dialog by which records go out and come in. */

const plural = new Intl.PluralRules('en')
const figures = new Intl.NumberFormat('en')

const number = (count: number): string => figures.format(count)

function rows(count: number): string {
  return plural.select(count) === 'one' ? `${number(count)} row` : `${number(count)} rows`
}

export const WORDS = {
  open: 'Import, export',
  title: 'Records in and out',
  out: 'Take the records out',
  outHow: 'One workbook with a sheet each, or each as CSV.',
  workbook: 'Workbook',
  cantLoad: 'The file can’t be loaded. Try again in a moment.',
  into: 'Bring a list in',
  intoHow:
    'Drop an Excel workbook or a CSV file here. Nothing is changed before you have seen what comes of it.',
  choose: 'Choose a file',
  reading: 'Reading the file',
  unreachable: 'The service can’t be reached. Try again in a moment.',
  close: 'Close',
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
  row: 'Row',
  column: 'Column',
  what: 'What',
  sample: 'The first rows, as they would come in',
  goOn: 'Go on',
  save: 'Save the list',
  saved: 'left out.csv',
  leftOut: 'What was left out',
} as const

export const SHEETS: Readonly<Record<ExportSheet, string>> = {
  issues: 'Issues',
  items: 'Action items',
  delays: 'Delay ledger',
  recaps: 'Recaps',
  source: 'Source of truth',
}

export const KINDS: Readonly<Record<SheetKind, string>> = { issues: 'Issues', items: 'Action items' }

export const FIELD: Readonly<Record<Field, string>> = {
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
}

export const ORDERS = {
  '': 'As the dates show',
  dayFirst: 'Day first: 3 April',
  monthFirst: 'Month first: 4 March',
} as const

export function importButton(count: number): string {
  return `Import ${rows(count)}`
}

export function previewHead({ fresh, known }: ImportPreviewJson): string {
  return fresh + known === 0 ? 'No row can come in yet' : `${rows(fresh + known)} can come in`
}

export function previewFacts({
  fresh,
  known,
  wrong,
  others,
  without,
}: ImportPreviewJson): readonly (readonly [string, string])[] {
  return [
    ['New', number(fresh)],
    ['Here already, brought up to date', number(known)],
    ...(wrong > 0 ? [['With something wrong, left out', number(wrong)] as const] : []),
    ...others.map(({ category, rows }) => [`${category}, not kept here`, number(rows)] as const),
    ...(without.length > 0 ? [['Sheets without records', without.join(', ')] as const] : []),
  ]
}

export function sheetHead({ name, header, rows: count, cut }: ImportPreviewJson['sheets'][number]): string {
  const end = cut ? ', the first 20,000 of them' : ''
  return `${name}: ${rows(count)}${end} under the headings in row ${header}`
}

export function progressHead({ status, rows: all, ...counts }: ImportProgressJson): string {
  const changed = counts.created + counts.updated
  const done = changed + counts.unchanged + counts.skipped
  if (status === 'running') return `${number(done)} of ${rows(all)} so far`
  if (status === 'halted') return `It came to a halt after ${rows(done)}`
  return changed === 0 ? 'Nothing new in this file' : `${rows(changed)} came in`
}

export function progressFacts({
  created,
  updated,
  unchanged,
  skipped,
}: ImportProgressJson): readonly (readonly [string, string])[] {
  return [
    ['New', number(created)],
    ['Brought up to date', number(updated)],
    ['As it was', number(unchanged)],
    ['Left out', number(skipped)],
  ]
}

export function moreProblems(count: number): string {
  return `and ${number(count)} more`
}

export function onlyTheLead(name: string): string {
  return `${name}, who leads the project, and the team’s owners can bring a list in.`
}
