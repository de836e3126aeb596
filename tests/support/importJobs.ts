import {
  NOTHING_YET,
  type ImportId,
  type ImportJob,
  type ImportRun,
  type RowProblem,
} from '../../bot/domain/exchange/importJob'
import type { SheetPlan } from '../../bot/domain/exchange/sheetPlan'
import type { ImportPreview } from '../../bot/flows/exchange/importOutcome'
import { ALEX, NOW, PROJECT_ID, daysAgo } from './builders'

const IMPORT = 'import-1' as ImportId

/** How a sheet of a RAID log is read. */
export function aSheetPlan(over: Partial<SheetPlan> = {}): SheetPlan {
  return {
    sheet: 0,
    name: 'RAID Log',
    takes: true,
    kind: 'issues',
    header: 4,
    columns: [
      { at: 0, heading: 'ID', field: 'number' },
      { at: 1, heading: 'Description', field: 'title' },
      { at: 2, heading: 'Owner', field: 'owner' },
      { at: 3, heading: 'Priority', field: 'severity' },
      { at: 4, heading: 'Probability (1-5)', field: null },
    ],
    order: null,
    severities: {},
    issueStates: {},
    itemStates: {},
    people: {},
    ...over,
  }
}

/** Alex had it taken, in the chat. */
export function aRun(over: Partial<ImportRun> = {}): ImportRun {
  return { by: ALEX, door: 'chat', card: null, inVain: 0, ...over }
}

/** A file that Alex gave. */
export function anImportJob(over: Partial<ImportJob> = {}): ImportJob {
  const facts = {
    rows: 40,
    cut: false,
    order: 'none',
    severities: ['High'],
    states: [],
    categories: [],
    people: ['Megan', 'Priya Nair'],
  } as const
  return {
    id: IMPORT,
    project: PROJECT_ID,
    by: ALEX,
    at: NOW,
    until: daysAgo(-3),
    file: { name: 'raid-log.xlsx', bytes: 12_610 },
    sheets: [{ plan: aSheetPlan(), facts }],
    without: ['Legend'],
    state: { status: 'ready' },
    run: null,
    counts: NOTHING_YET,
    mark: null,
    conflicts: [],
    ...over,
  }
}

export function aProblem(over: Partial<RowProblem> = {}): RowProblem {
  return {
    kind: 'unknownWord',
    sheet: 'RAID Log',
    row: 7,
    column: 'Priority',
    value: 'Sky-high',
    skipped: true,
    ...over,
  } as RowProblem
}

export function aPreview(over: Partial<ImportPreview> = {}): ImportPreview {
  return {
    fresh: 35,
    known: 2,
    wrong: 3,
    others: [],
    problems: [aProblem()],
    allProblems: 1,
    sample: [],
    ...over,
  }
}
