import { z } from 'zod'
import type { IssueId, PersonId, ProjectId } from '../domain/ids'
import { isOpenIssue, type Issue, type IssueState, type IssueStatus, type Severity } from '../domain/issue'
import { facetsOf, type Facets } from '../domain/issueList'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, conversation, count, person, workstreamId } from './parts'

export const severity = z.enum(['showStopper', 'workaround', 'cosmetic']) satisfies z.ZodType<Severity>

export const issueStatus = z.enum([
  'new',
  'triaged',
  'inProgress',
  'readyForRetest',
  'reopened',
  'closed',
  'deferred',
  'duplicate',
]) satisfies z.ZodType<IssueStatus>

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('new') }),
  z.object({ status: z.literal('triaged') }),
  z.object({ status: z.literal('inProgress') }),
  z.object({ status: z.literal('readyForRetest') }),
  z.object({ status: z.literal('reopened'), why: z.string() }),
  z.object({ status: z.literal('closed'), validatedBy: person, at }),
  z.object({ status: z.literal('deferred'), acceptedBy: person, at, why: z.string() }),
  z.object({ status: z.literal('duplicate'), of: text<IssueId>(), at }),
]) satisfies z.ZodType<IssueState>

const schema = z.object({
  id: text<IssueId>(),
  title: z.string(),
  details: z.string(),
  where: z.string(),
  steps: z.string(),
  happened: z.string(),
  severity: severity.nullable(),
  workaround: z.string(),
  owner: person.nullable(),
  workstream: workstreamId.nullable(),
  reporter: person,
  state,
  timesReopened: count,
  conversation: conversation.nullable(),
  createdAt: at,
  changedBy: person,
  changedAt: at,
  version: count,
}) satisfies z.ZodType<Issue>

const facets = z.object({
  status: issueStatus,
  severity: z.enum(['showStopper', 'workaround', 'cosmetic', 'none']),
  owner: text<PersonId>().nullable(),
  workstream: workstreamId.nullable(),
  changedAt: at,
}) satisfies z.ZodType<Facets>

function facetsToText(of: Facets): string {
  return JSON.stringify(of)
}

export function facetsFromText(of: string): Facets {
  return facets.parse(JSON.parse(of))
}

/** An issue in its row, and in the copy that stands among the open ones while it is open. */
export const issueRow = {
  isOpen: isOpenIssue,
  place: (project: ProjectId, id: IssueId) => ({ partition: project, row: rowKeys.issue(id) }),
  openPlace: (project: ProjectId, id: IssueId) => ({ partition: project, row: rowKeys.openIssue(id) }),
  /** Notes where the issue stands in the lists, so that who writes over it knows. */
  toEntity: (project: ProjectId, issue: Issue) => ({
    ...toRow(issueRow.place(project, issue.id), 'issue', issue),
    facets: facetsToText(facetsOf(issue)),
  }),
  toOpenEntity: (project: ProjectId, issue: Issue) =>
    toRow(issueRow.openPlace(project, issue.id), 'issue', issue),
  fromEntity: (row: StoredRow): Issue => fromRow(row, 'issue', schema),
}
