import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { IssueCounts } from '../domain/issueList'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { count } from './parts'

const byKey = z.record(z.string(), count)

const schema = z.object({
  all: count,
  open: count,
  severity: z.object({ showStopper: count, workaround: count, cosmetic: count, none: count }),
  state: z.object({
    new: count,
    triaged: count,
    reopened: count,
    inProgress: count,
    readyForRetest: count,
    closed: count,
    deferred: count,
    duplicate: count,
  }),
  owner: byKey,
  workstream: byKey,
}) satisfies z.ZodType<IssueCounts>

/** How many issues a project has. */
export const issueCountsRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.issueCounts }),
  toEntity: (project: ProjectId, counts: IssueCounts) =>
    toRow(issueCountsRow.place(project), 'issueCounts', counts),
  fromEntity: (row: StoredRow): IssueCounts => fromRow(row, 'issueCounts', schema),
}
