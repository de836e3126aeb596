import { isEmptyRow, type SheetRow } from '../../domain/exchange/cell'
import { findHeader, HEADER_WITHIN, type Header } from '../../domain/exchange/columns'
import { MOST_ROWS, type ImportJob, type PlannedSheet } from '../../domain/exchange/importJob'
import { readRow, type ReadRow } from '../../domain/exchange/readRow'
import { factsCollector, readingOf, type ReadingFor, type SheetPlan } from '../../domain/exchange/sheetPlan'
import type { OpenedFile } from '../exchangePorts'

/** Sheets of a file that are looked at; more are no log any more. */
const MOST_SHEETS = 30

/** The sheets of a file that hold records, with how each is read, and the names of those that don't. */
export async function planSheets(
  file: OpenedFile,
): Promise<{ readonly sheets: readonly PlannedSheet[]; readonly without: readonly string[] }> {
  const sheets: PlannedSheet[] = []
  const without: string[] = []
  for (const [sheet, { name, hidden }] of file.sheets.slice(0, MOST_SHEETS).entries()) {
    const header = findHeader(name, await firstRows(file, sheet))
    if (!header) {
      if (name !== '') without.push(name)
      continue
    }
    const plan = firstPlan(sheet, name, header, hidden)
    sheets.push({ plan, facts: await factsOf(file, plan) })
  }
  return { sheets: sheets.filter(({ facts }) => facts.rows > 0), without }
}

async function firstRows(file: OpenedFile, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of file.rows(sheet)) {
    if (row.number > HEADER_WITHIN || rows.length >= HEADER_WITHIN) break
    rows.push(row)
  }
  return rows
}

/** A hidden sheet waits for somebody to say that it is meant. */
function firstPlan(sheet: number, name: string, { kind, row, columns }: Header, hidden: boolean): SheetPlan {
  return {
    sheet,
    name,
    takes: !hidden,
    kind,
    header: row,
    columns,
    order: null,
    severities: {},
    issueStates: {},
    itemStates: {},
    people: {},
  }
}

/** What stands in the columns of a sheet as they are taken now. */
export async function factsOf(file: OpenedFile, plan: SheetPlan): Promise<PlannedSheet['facts']> {
  const collector = factsCollector(plan)
  let rows = 0
  for await (const row of file.rows(plan.sheet)) {
    if (row.number <= plan.header || isEmptyRow(row)) continue
    if (++rows > MOST_ROWS) return collector.facts(true)
    collector.add(row)
  }
  return collector.facts(false)
}

/** A row of a file with where it stands and what it says. */
export type RowOfFile = {
  readonly sheet: SheetPlan
  readonly row: number
  readonly read: ReadRow
}

/** The rows of a file that are to be taken, each read. What stands there a second time is wrong. */
export async function* rowsOfImport(
  file: OpenedFile,
  job: Pick<ImportJob, 'sheets'>,
  into: ReadingFor,
): AsyncGenerator<RowOfFile> {
  const seen = new Map<string, number>()
  let taken = 0
  for (const { plan, facts } of job.sheets) {
    if (!plan.takes) continue
    const reading = readingOf(plan, facts, into)
    for await (const row of file.rows(plan.sheet)) {
      if (row.number <= plan.header) continue
      const read = onlyOnce(readRow(row, reading), row.number, seen)
      if (read.kind === 'blank') continue
      if (++taken > MOST_ROWS) return
      yield { sheet: plan, row: row.number, read }
    }
  }
}

function onlyOnce(read: ReadRow, row: number, seen: Map<string, number>): ReadRow {
  if (read.kind !== 'record') return read
  const { ours, name } = read.identity
  const key = `${read.record} ${ours?.id ?? name}`
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, row)
    return read
  }
  const fault = { kind: 'sameAsRow', first: before, column: null, value: read.fields.title } as const
  return { kind: 'wrong', faults: [fault] }
}
