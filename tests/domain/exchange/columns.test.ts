import { fieldCalled } from '../../../bot/domain/exchange/columnWords'
import { findHeader, columnsAs } from '../../../bot/domain/exchange/columns'
import { exportColumns, sheetName } from '../../../bot/domain/exchange/exportSheets'
import { LANGUAGES, type Language } from '../../../bot/domain/language'
import type { SheetRow } from '../../../bot/domain/exchange/cell'

const row = (number: number, ...cells: (string | null)[]): SheetRow => ({ number, cells })
const fields = (name: string, ...headings: string[]) =>
  Object.fromEntries(
    (findHeader(name, [row(1, ...headings)])?.columns ?? []).map(({ heading, field }) => [heading, field]),
  )

test('the headings are found under titles, empty lines and a legend', () => {
  const header = findHeader('Sheet1', [
    row(1, 'UAT issue log, Northwind'),
    row(3, 'Owner: PMO', 'Status: live'),
    row(7, null, 'Issue', 'Severity', 'Assigned To', 'Status'),
    row(8, '1', 'Order total', 'High', 'Megan', 'Open'),
  ])
  expect(header?.row).toBe(7)
  expect(header?.columns.map(({ at, field }) => [at, field])).toEqual([
    [1, 'title'],
    [2, 'severity'],
    [3, 'owner'],
    [4, 'status'],
  ])
})

test.each([
  ['Bug ID', 'number'],
  ['Sevrity', 'severity'],
  ['Date raised *', 'raised'],
  ['ASSIGNED TO:', 'owner'],
  ['Priority (P1-P4)', 'severity'],
  ['Steps to Reproduce', 'steps'],
  ['Target date', 'details'],
  ['Impact (1-5)', undefined],
  ['Days Open', undefined],
] as const)('over issues, %p is the column of %p', (heading, field) => {
  expect(fieldCalled(heading, 'issues')).toBe(field)
})

test.each([
  ['Target date', 'due'],
  ['By when?', 'due'],
  ['Action owner', 'owner'],
  ['Severity', undefined],
] as const)('over action items, %p is the column of %p', (heading, field) => {
  expect(fieldCalled(heading, 'items')).toBe(field)
})

test('a description says what it is about where nothing else does, and is the rest where something does', () => {
  expect(fields('Issues', 'Description', 'Severity', 'Notes')).toEqual({
    Description: 'title',
    Severity: 'severity',
    Notes: 'details',
  })
  expect(fields('Issues', 'Title', 'Description', 'Severity')).toEqual({
    Title: 'title',
    Description: 'details',
    Severity: 'severity',
  })
})

test('what the rows are follows the name of the sheet, then the headings', () => {
  expect(findHeader('Action log', [row(1, 'Description', 'Owner', 'Due date')])?.kind).toBe('items')
  expect(findHeader('Sheet1', [row(1, 'Task', 'Owner', 'Deadline')])?.kind).toBe('items')
  expect(findHeader('Sheet1', [row(1, 'Summary', 'Severity', 'Reported by')])?.kind).toBe('issues')
})

test('sheets without records are passed over', () => {
  expect(findHeader('Legend', [row(1, 'Title', 'Status')])).toBeNull()
  expect(findHeader('Budget', [row(1, 'Month', 'Cost', 'Owner')])).toBeNull()
  for (const language of LANGUAGES) {
    for (const sheet of ['delays', 'recaps', 'source'] as const) {
      const headings = exportColumns(sheet, language).map(({ heading }) => heading)
      expect(findHeader(sheetName(sheet, language), [row(1, ...headings)])).toBeNull()
    }
  }
})

test('our own headings are all known again', () => {
  const known = (sheet: 'issues' | 'items', language: Language = 'en') => {
    const headings = exportColumns(sheet, language).map(({ heading }) => heading)
    return findHeader(sheetName(sheet, language), [row(1, ...headings)])?.columns.flatMap(
      ({ heading, field }) => (field ? [`${heading}: ${field}`] : []),
    )
  }
  expect(known('issues')).toEqual([
    'Number: number',
    'Title: title',
    'Status: status',
    'Severity: severity',
    'Owner: owner',
    'Workstream: workstream',
    'Where: where',
    'Steps: steps',
    'When it happened: happened',
    'Workaround: workaround',
    'Details: details',
    'Reason: why',
    'Reported by: reporter',
    'Reported on: raised',
    'Closed on: ended',
    'Plumbline key: key',
  ])
  expect(known('items')).toEqual([
    'Number: number',
    'Title: title',
    'Status: status',
    'Owner: owner',
    'For: for',
    'Due: due',
    'Unblocks: unblocks',
    'Workstream: workstream',
    'Reason: why',
    'Created on: raised',
    'Closed on: ended',
    'Plumbline key: key',
  ])
  const meant = (sheet: 'issues' | 'items', language: Language) =>
    known(sheet, language)?.map((one) => one.replace(/^.*: /, ''))
  for (const sheet of ['issues', 'items'] as const) expect(meant(sheet, 'de')).toEqual(meant(sheet, 'en'))
})

test('German headings and names of sheets are known as well', () => {
  expect(fields('Fehlerliste', 'Nr.', 'Kurzbeschreibung', 'Priorität', 'Bearbeiter', 'Gemeldet am')).toEqual({
    'Nr.': 'number',
    Kurzbeschreibung: 'title',
    Priorität: 'severity',
    Bearbeiter: 'owner',
    'Gemeldet am': 'raised',
  })
  expect(findHeader('Maßnahmen', [row(1, 'Was', 'Wer', 'Bis wann')])?.kind).toBe('items')
  expect(findHeader('Tabelle1', [row(1, 'Titel', 'Schweregrad', 'Gemeldet von')])?.kind).toBe('issues')
})

test('the same columns can be read as the other kind of rows', () => {
  const { columns } = findHeader('Issues', [row(1, 'Title', 'Owner', 'Due date', 'Severity')]) ?? {
    columns: [],
  }
  expect(columnsAs(columns, 'items').map(({ field }) => field)).toEqual(['title', 'owner', 'due', null])
})
