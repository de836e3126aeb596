import { numberOf, type EntryId, type IssueId, type ItemId, type ProjectId } from '../domain/ids'
import type { Commit, CommitResult, Records } from '../flows/ports'
import { actionItemRow } from './actionItemRow'
import type { NotedAgenda } from './agenda'
import { answerRow } from './answerRow'
import { askRow } from './askRow'
import { changeRow } from './changeRow'
import { CHART_PROPERTIES, chartLineIn } from './chartColumn'
import { letsLastWriteWin, type Commits } from './commits'
import { correctionRow } from './correctionRow'
import { counterRow } from './counterRow'
import { cycleRow } from './cycleRow'
import type { Place, StoredRow } from './document'
import { dayCountRow } from './dayCountRow'
import { draftRow } from './draftRow'
import { entryReadRow } from './entryReadRow'
import { fatesOf } from './fates'
import { importedRow } from './importedRow'
import type { IssueLists } from './issueLists'
import { issueRow } from './issueRow'
import { projectPartition, ranges, type KeyRange } from './keys'
import { markRow } from './markRow'
import type { openMarks } from './marks'
import type { openNumbering } from './numbering'
import { openQuestionRow } from './openQuestionRow'
import type { openPendingProjects } from './pendingProjects'
import { postedRow } from './postedRow'
import { projectRow } from './projectRow'
import { raisedRow } from './raisedRow'
import { recapRow } from './recapRow'
import type { openRemoval } from './removal'
import { stored } from './revision'
import { sourceEntryRow } from './sourceEntryRow'
import type { Table, Write } from './table'
import { toldRow } from './toldRow'
import type { openTurns } from './turns'

type Parts = {
  readonly table: Table
  readonly pending: ReturnType<typeof openPendingProjects>
  readonly commits: Commits
  readonly lists: IssueLists
  readonly agenda: Pick<NotedAgenda, 'note'>
  readonly numbered: ReturnType<typeof openNumbering>
  readonly turns: ReturnType<typeof openTurns>
  readonly marks: ReturnType<typeof openMarks>
  readonly removal: ReturnType<typeof openRemoval>
}

/** Beyond so many rows, reading all that ever came is quicker than asking for each. */
const MOST_LOOKED_UP = 50

/** A last write that may win still has to know what it writes over; so often it looks anew when overtaken. */
const LAST_WRITE_ATTEMPTS = 5
/** Each issue that somebody else's process counted first is one attempt in vain here. */
const COUNT_ATTEMPTS = 40

/** The records of projects, each project in a partition of its own. */
export function openRecords({
  table,
  pending,
  commits,
  lists,
  agenda,
  numbered,
  turns,
  marks,
  removal,
}: Parts): Records {
  async function one<T>(place: Place, fromEntity: (row: StoredRow) => T) {
    const tagged = await table.get(place)
    return tagged && stored(tagged, fromEntity)
  }

  async function all<T>(
    project: ProjectId,
    range: KeyRange,
    fromEntity: (row: StoredRow) => T,
    limit?: number,
  ) {
    return (await table.list(project, range, limit)).map(({ row }) => fromEntity(row))
  }

  async function commitRows(project: ProjectId, commit: Commit): Promise<Write[]> {
    const rows = await commits.rows(project, commit)
    if (commit.outgoing?.length) await pending.note(project)
    if (commit.mark) marks.clearNowAndThen(project)
    return rows
  }

  async function commit(project: ProjectId, what: Commit): Promise<CommitResult> {
    if (!what.issues?.length) return commitNow(project, what)
    return turns(`issue ${project}`, () => commitNow(project, what))
  }

  async function commitNow(project: ProjectId, what: Commit): Promise<CommitResult> {
    for (let attempt = 1; ; attempt++) {
      const rows = await commitRows(project, what)
      const result = await table.transact(rows)
      if (result === 'saved') return result
      if (letsLastWriteWin(what) && attempt < LAST_WRITE_ATTEMPTS) continue
      if (attempt >= COUNT_ATTEMPTS || !(await lists.wasCountedSince(project, rows))) return result
    }
  }

  return {
    idOf: projectPartition,
    commit,
    ...removal,
    async createItem(project, make) {
      const id = (number: number): ItemId => `A-${number}`
      return id(
        await numbered(project, 'item', async (number) => commitRows(project, await make(id(number)))),
      )
    },
    async createIssue(project, make) {
      const id = (number: number): IssueId => `I-${number}`
      return id(
        await numbered(project, 'issue', async (number) => commitRows(project, await make(id(number)))),
      )
    },
    async createEntry(project, make) {
      const id = (number: number): EntryId => `S-${number}`
      return id(
        await numbered(project, 'entry', async (number) => commitRows(project, await make(id(number)))),
      )
    },

    async createItems(project, count, make) {
      const ids = (first: number) => numbersFrom(first, count).map((number): ItemId => `A-${number}`)
      const rows = async (first: number) => commitRows(project, await make(ids(first)))
      return ids(await numbered(project, 'item', rows, count))
    },
    async createIssues(project, count, make) {
      const ids = (first: number) => numbersFrom(first, count).map((number): IssueId => `I-${number}`)
      const rows = async (first: number) => commitRows(project, await make(ids(first)))
      return ids(await numbered(project, 'issue', rows, count))
    },
    async imported(project, keys) {
      if (keys.length > MOST_LOOKED_UP) {
        const wanted = new Set(keys)
        const all = (await table.list(project, ranges.imported)).map((row) =>
          stored(row, importedRow.fromEntity),
        )
        return new Map(
          all.flatMap((row) => (wanted.has(row.record.key) ? [[row.record.key, row] as const] : [])),
        )
      }
      const rows = keys.map((key) => one(importedRow.place(project, key), importedRow.fromEntity))
      const found = (await Promise.all(rows)).filter((row) => row !== null)
      return new Map(found.map((row) => [row.record.key, row]))
    },

    project: (project) => one(projectRow.place(project), projectRow.fromEntity),
    item: (project, id) => one(actionItemRow.place(project, id), actionItemRow.fromEntity),
    issue: (project, id) => one(issueRow.place(project, id), issueRow.fromEntity),
    openItems: (project) => all(project, ranges.openItems, actionItemRow.fromEntity),
    openIssues: (project) => all(project, ranges.openIssues, issueRow.fromEntity),
    /** Numbers are dense, so a page is a range of them, and the counter knows where the first one ends. */
    async items(project, { before, limit }) {
      const counter =
        before === null ? await one(counterRow.place(project, 'item'), counterRow.fromEntity) : null
      const until = before === null ? (counter?.record.last ?? 0) + 1 : numberOf(before)
      const range = ranges.itemsNumbered(until - limit, until)
      return (await all(project, range, actionItemRow.fromEntity)).reverse()
    },
    issues: (project, { before, limit }) =>
      all(project, ranges.issuesBefore(before), issueRow.fromEntity, limit),

    async issueCounts(project) {
      return (await lists.counted(project)).counts
    },
    async issuePage(project, listing, page) {
      return lists.page(project, listing, page)
    },

    entry: (project, id) => one(sourceEntryRow.place(project, id), sourceEntryRow.fromEntity),
    entries: (project) => all(project, ranges.entries, sourceEntryRow.fromEntity),
    reads: (project, entry, version) =>
      all(project, ranges.entryReads(entry, version), entryReadRow.fromEntity),
    question: (project, id) => one(openQuestionRow.place(project, id), openQuestionRow.fromEntity),
    openQuestions: (project) => all(project, ranges.openQuestions, openQuestionRow.fromEntity),

    history: (project, record) => all(project, ranges.history(record), changeRow.fromEntity),
    async change(project, record, version) {
      const change = await one(changeRow.place(project, { record, version }), changeRow.fromEntity)
      return change?.record ?? null
    },
    changesBetween: (project, from, until) => all(project, ranges.changes(from, until), changeRow.fromEntity),

    async chartLines(project, from, until) {
      const rows = await table.list(project, ranges.changes(from, until), Infinity, CHART_PROPERTIES)
      const lines = rows.map(({ row }) => chartLineIn(row))
      return lines.every((line) => line !== null) ? lines : null
    },

    cycle: (project, week) => one(cycleRow.place(project, week), cycleRow.fromEntity),
    ask: (project, week, person) => one(askRow.place(project, week, person), askRow.fromEntity),
    async asks(project, week) {
      const rows = await table.list(project, ranges.asks(week))
      return rows.map((row) => stored(row, askRow.fromEntity))
    },
    async answers(project, week, person) {
      const rows = await table.list(project, ranges.answers(week, person))
      return rows.map((row) => stored(row, answerRow.fromEntity))
    },

    draft: (project, week) => one(draftRow.place(project, week), draftRow.fromEntity),
    recap: (project, week) => one(recapRow.place(project, week), recapRow.fromEntity),
    recaps: (project, before, limit) => all(project, ranges.recapsBefore(before), recapRow.fromEntity, limit),

    countedDays: (project, zone, from) => all(project, ranges.daysSince(zone, from), dayCountRow.fromEntity),
    raised: (project) => one(raisedRow.place(project), raisedRow.fromEntity),
    async told(project, item, person) {
      return (await one(toldRow.place(project, item, person), toldRow.fromEntity))?.record ?? null
    },
    corrections: (project, week) => all(project, ranges.corrections(week), correctionRow.fromEntity),
    fates: (project, ids) => fatesOf(table, project, ids),

    async posted(project, about) {
      return (await one(postedRow.place(project, about), postedRow.fromEntity))?.record ?? null
    },
    lookSoon: (project) => agenda.note(project),
    async marked(project, key) {
      return (await one(markRow.place(project, key), markRow.fromEntity))?.record ?? null
    },
  }
}

function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at)
}
