import { findHeader } from '../../../bot/domain/exchange/columns'
import { readRow, type ReadRow } from '../../../bot/domain/exchange/readRow'
import { recordKey } from '../../../bot/domain/exchange/recordKey'
import { factsCollector, readingOf, type SheetPlan } from '../../../bot/domain/exchange/sheetPlan'
import type { Cell, SheetRow } from '../../../bot/domain/exchange/cell'
import type { ProjectId } from '../../../bot/domain/ids'
import { ADELE, aMember, DATA_MIGRATION, MEGAN, PROJECT_ID } from '../../support/builders'

/** Reads a sheet whose first row has the headings, as the project Northwind would. */
function read(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  over: Partial<SheetPlan> = {},
): ReadRow[] {
  const all: SheetRow[] = [headings, ...rows].map((cells, at) => ({ number: at + 1, cells }))
  const header = findHeader(name, all)
  if (!header) throw new Error('No headings were found')
  const plan: SheetPlan = {
    sheet: 0,
    name,
    takes: true,
    kind: header.kind,
    header: header.row,
    columns: header.columns,
    order: null,
    severities: {},
    issueStates: {},
    itemStates: {},
    people: {},
    ...over,
  }
  const collector = factsCollector(plan)
  for (const row of all.slice(1)) collector.add(row)
  const into = {
    project: PROJECT_ID,
    members: [aMember(MEGAN), aMember(ADELE)],
    workstreams: [DATA_MIGRATION],
  }
  const reading = readingOf(plan, collector.facts(false), into)
  return all.slice(1).map((row) => readRow(row, reading))
}

const faultsOf = (row: ReadRow | undefined) =>
  row?.kind === 'wrong' ? row.faults.map(({ kind, column, value }) => [kind, column, value]) : row?.kind

test('an issue is read with all that its row says', () => {
  const [row] = read(
    'Issues',
    ['ID', 'Summary', 'Severity', 'Status', 'Assigned to', 'Module', 'Date raised', 'Stream', 'Notes'],
    [
      [
        '7',
        'Order total shows 0',
        'P1',
        'In-Progress',
        'Megan',
        'Orders',
        '23/1/2022',
        'data migration',
        'Seen twice',
      ],
    ],
  )
  expect(row).toEqual({
    kind: 'record',
    record: 'issue',
    fields: {
      title: 'Order total shows 0',
      severity: 'showStopper',
      status: 'inProgress',
      owner: { text: 'Megan Bowen', person: MEGAN },
      where: 'Orders',
      raised: '2022-01-23',
      workstream: DATA_MIGRATION.id,
      details: 'Notes: Seen twice',
    },
    identity: { ours: null, name: 'number 7' },
    notes: [],
  })
})

test('an action item is read with its owner and due date', () => {
  const [row] = read(
    'Actions',
    ['Action', 'Owner', 'Due date', 'For', 'Status'],
    [['Price file', 'Megan Bowen', { day: '2026-12-01' } as Cell, 'Adele', 'Open']],
  )
  expect(row).toMatchObject({
    record: 'item',
    fields: {
      title: 'Price file',
      owner: { person: MEGAN },
      for: { person: ADELE },
      due: '2026-12-01',
      status: 'open',
    },
    identity: { ours: null, name: 'title price file' },
  })
})

test('a row is taken whole or not at all, and each of its faults is told with its column', () => {
  const rows = read(
    'Issues',
    ['Title', 'Severity', 'Status', 'Date raised'],
    [
      ['Good', 'High', 'Open', '23/1/2022'],
      ['Bad twice', 'Sky-high', 'Purple', '31/2/2022'],
      ['', 'High', 'Open', '1/2/2022'],
      ['Broken', 'High', 'Open', '#REF!'],
    ],
  )
  expect(rows.map((row) => faultsOf(row))).toEqual([
    'record',
    [
      ['unknownWord', 'Severity', 'Sky-high'],
      ['unknownWord', 'Status', 'Purple'],
      ['badDate', 'Date raised', '31/2/2022'],
    ],
    [['noTitle', 'Title', '']],
    [
      ['badDate', 'Date raised', '#REF!'],
      ['brokenFormula', 'Date raised', '#REF!'],
    ],
  ])
})

test('dates that can be read both ways wait until somebody says which', () => {
  const rows = [
    ['One', 'High', '3/4/2022'],
    ['Two', 'High', '5/6/2022'],
  ]
  const headings = ['Title', 'Severity', 'Date raised']
  expect(read('Issues', headings, rows).map((row) => faultsOf(row))).toEqual([
    [['ambiguousDate', 'Date raised', '3/4/2022']],
    [['ambiguousDate', 'Date raised', '5/6/2022']],
  ])
  const chosen = read('Issues', headings, rows, { order: 'monthFirst' })
  expect(chosen.map((row) => row.kind === 'record' && row.fields.raised)).toEqual([
    '2022-03-04',
    '2022-05-06',
  ])
})

test('one date of a column tells how all of them are meant', () => {
  const rows = read(
    'Issues',
    ['Title', 'Severity', 'Date raised'],
    [
      ['One', 'High', '3/4/2022'],
      ['Two', 'High', '23/1/2022'],
    ],
  )
  expect(rows.map((row) => row.kind === 'record' && row.fields.raised)).toEqual(['2022-04-03', '2022-01-23'])
})

test('who is not on the team is kept in an issue’s details; an action item needs somebody who is', () => {
  const [issue] = read(
    'Issues',
    ['Title', 'Severity', 'Owner', 'Reported by'],
    [['One', 'High', 'Priya Nair', 'Tom']],
  )
  expect(issue).toMatchObject({
    fields: { owner: { text: 'Priya Nair', person: null }, details: 'Owner: Priya Nair\n\nReported by: Tom' },
    notes: [
      { kind: 'keptInDetails', column: 'Owner', value: 'Priya Nair' },
      { kind: 'keptInDetails', column: 'Reported by', value: 'Tom' },
    ],
  })
  const items = read(
    'Actions',
    ['Action', 'Owner', 'Due'],
    [
      ['One', 'Priya Nair', null],
      ['Two', '', null],
      ['Three', 'Adele', null],
    ],
  )
  expect(items.map((row) => faultsOf(row))).toEqual([
    [['ownerUnknown', 'Owner', 'Priya Nair']],
    [['noOwner', 'Owner', '']],
    'record',
  ])
  const [meant] = read('Actions', ['Action', 'Owner', 'Due'], [['One', 'Priya Nair', null]], {
    people: { 'priya nair': MEGAN.id },
  })
  expect(meant).toMatchObject({ fields: { owner: { person: MEGAN } } })
})

test('of two owners the first who is on the team owns it, and the others are kept', () => {
  const [row] = read('Issues', ['Title', 'Severity', 'Owner'], [['One', 'High', 'Megan / Priya']])
  expect(row).toMatchObject({
    fields: { owner: { person: MEGAN }, details: 'Owner: Megan / Priya' },
    notes: [{ kind: 'onlyOneOwner', owner: 'Megan Bowen' }],
  })
})

test('a mixed log gives its issues and actions; risks are told by what the file calls them', () => {
  const rows = read(
    'RAID',
    ['ID', 'Type', 'Description', 'Owner', 'Status'],
    [
      ['1', 'Issue', 'Memory leak', 'Megan', 'Open'],
      ['2', 'Risk', 'Vendor late', 'Megan', 'Open'],
      ['3', 'Action', 'Order laptops', 'Adele', 'Done'],
    ],
  )
  expect(rows.map((row) => (row.kind === 'record' ? row.record : row))).toEqual([
    'issue',
    { kind: 'other', category: 'Risk' },
    'item',
  ])
})

test('rows that were only prepared are passed over', () => {
  const rows = read(
    'Issues',
    ['ID', 'Title', 'Status', 'Owner'],
    [
      ['I-004', '', 'Open', ''],
      ['I-005', '', '', ''],
    ],
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['blank', 'blank'])
})

test('a long text gives its first sentence as the title and stays whole', () => {
  const text = `It broke. ${'x'.repeat(300)}`
  const [issue] = read('Issues', ['Title', 'Severity'], [[text, 'High']])
  expect(issue).toMatchObject({ fields: { title: 'It broke.', details: text } })
  const [item] = read('Actions', ['Action', 'Owner'], [[text, 'Megan']])
  expect(faultsOf(item)).toMatchObject([['tooLong', 'Action', text.slice(0, 200)]])
})

test('our own mark finds the record, and another project’s does not', () => {
  const keys = [
    recordKey(PROJECT_ID, { id: 'I-7', version: 3 }),
    recordKey('project-other' as ProjectId, { id: 'I-7', version: 3 }),
    'I-7 v9 forged',
  ]
  const rows = read(
    'Issues',
    ['Number', 'Title', 'Plumbline key'],
    keys.map((key) => ['I-7', 'One', key]),
  )
  expect(rows.map((row) => row.kind === 'record' && row.identity.ours)).toEqual([
    { id: 'I-7', version: 3 },
    null,
    null,
  ])
})

test('a state that wants a reason says so where the file has none', () => {
  const rows = read(
    'Actions',
    ['Action', 'Owner', 'Status', 'Reason'],
    [
      ['One', 'Megan', 'On hold', ''],
      ['Two', 'Megan', 'On hold', 'No access'],
    ],
  )
  expect(rows.map((row) => row.kind === 'record' && row.notes.map(({ kind }) => kind))).toEqual([
    ['noReason'],
    [],
  ])
})
