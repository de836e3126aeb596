import { causeNow } from '../cause'
import type { Change } from '../domain/history'
import type { ProjectId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import type { Commit, Put } from '../flows/ports'
import { actionItemRow } from './actionItemRow'
import { answerRow } from './answerRow'
import { askRow } from './askRow'
import { changeRow } from './changeRow'
import { correctionRow } from './correctionRow'
import { cycleRow } from './cycleRow'
import type { Entity, Place } from './document'
import { dayCountRow } from './dayCountRow'
import { draftRow } from './draftRow'
import { entryReadRow } from './entryReadRow'
import { importedRow } from './importedRow'
import { issueRow } from './issueRow'
import { markRow } from './markRow'
import { outgoingRow, UNTOUCHED } from './outgoingRow'
import { openQuestionRow } from './openQuestionRow'
import { postedRow } from './postedRow'
import { projectRow } from './projectRow'
import { raisedRow } from './raisedRow'
import { recapRow } from './recapRow'
import { wasListed, writeOf } from './revision'
import { sourceEntryRow } from './sourceEntryRow'
import type { Write } from './table'
import { toldRow } from './toldRow'

/**
 * The rows of a commit. What each costs of the 100 that a transaction holds: an item or question 2 (1 when it was closed
 * and stays so, or is born closed), an issue at most 12 with its rows in the lists, and 1 more for the counts of all
 * issues, a change 2, everything else 1, and creating a numbered record 1 more for the number.
 * A message gets a row of its own even when one that says the same waits already: `newId` keeps them apart.
 */
export function rowsOf(project: ProjectId, commit: Commit, newId: () => string): Write[] {
  return [
    ...one(commit.project, (record) => projectRow.toEntity(project, record)),
    ...(commit.items ?? []).flatMap((put) => listedRows(put, actionItemRow, project)),
    ...(commit.issues ?? []).flatMap((put) => listedRows(put, issueRow, project)),
    ...(commit.entries ?? []).flatMap((put) =>
      one(put, (record) => sourceEntryRow.toEntity(project, record)),
    ),
    ...(commit.reads ?? []).map((read) => asNew(entryReadRow.toEntity(project, read))),
    ...(commit.questions ?? []).flatMap((put) => listedRows(put, openQuestionRow, project)),
    ...(commit.changes ?? []).flatMap((change) =>
      changeRow.toEntities(project, change, issueIn(commit, change)).map(asNew),
    ),
    ...one(commit.cycle, (record) => cycleRow.toEntity(project, record)),
    ...(commit.asks ?? []).flatMap((put) => one(put, (record) => askRow.toEntity(project, record))),
    ...(commit.answers ?? []).flatMap((put) => one(put, (record) => answerRow.toEntity(project, record))),
    ...one(commit.draft, (record) => draftRow.toEntity(project, record)),
    ...one(commit.recap, (record) => recapRow.toEntity(project, record)),
    ...one(commit.raised, (record) => raisedRow.toEntity(project, record)),
    ...(commit.told ?? []).map((told) => asAny(toldRow.toEntity(project, told))),
    ...dayRows(project, commit.days),
    ...one(commit.correction, (record) => correctionRow.toEntity(project, record)),
    ...(commit.posted ?? []).map((posted) => asAny(postedRow.toEntity(project, posted))),
    ...(commit.imported ?? []).flatMap((put) => one(put, (record) => importedRow.toEntity(project, record))),
    ...(commit.outgoing ?? []).map((outgoing) =>
      asNew(
        outgoingRow.toWaitingEntity(project, { ...outgoing, state: UNTOUCHED, causeId: causeNow() }, newId()),
      ),
    ),
    ...(commit.mark ? [asNew(markRow.toEntity(project, commit.mark))] : []),
  ]
}

/** A kind of record that has a copy in a range of its own while it is open. */
type ListedRow<T extends { readonly id: Id }, Id> = {
  readonly isOpen: (record: T) => boolean
  readonly openPlace: (project: ProjectId, id: Id) => Place
  readonly toEntity: (project: ProjectId, record: T) => Entity
  readonly toOpenEntity: (project: ProjectId, record: T) => Entity
}

function listedRows<T extends { readonly id: Id }, Id>(
  { record, over }: Put<T>,
  row: ListedRow<T, Id>,
  project: ProjectId,
): Write[] {
  const listed = row.isOpen(record)
  const rows = [writeOf({ ...row.toEntity(project, record), listed }, over)]
  if (listed) rows.push(asAny(row.toOpenEntity(project, record)))
  else if (wasListed(over)) rows.push({ how: 'delete', place: row.openPlace(project, record.id) })
  return rows
}

function one<T>(put: Put<T> | undefined, toEntity: (record: T) => Entity): Write[] {
  return put ? [writeOf(toEntity(put.record), put.over)] : []
}

function issueIn({ issues }: Commit, { record }: Change): Issue | null {
  return issues?.find((put) => put.record.id === record)?.record ?? null
}

function dayRows(project: ProjectId, days: Commit['days']): Write[] {
  return days ? days.counts.map((day) => asNew(dayCountRow.toEntity(project, days.zone, day))) : []
}

function asNew(entity: Entity): Write {
  return { how: 'new', entity }
}

function asAny(entity: Entity): Write {
  return { how: 'any', entity }
}
