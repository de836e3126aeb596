import type { ProjectId } from '../domain/ids'
import type { Commit, Put } from '../flows/ports'
import { actionItemRow } from './actionItemRow'
import type { NotedAgenda } from './agenda'
import { rowsOf } from './commitRows'
import type { Place } from './document'
import type { IssueLists } from './issueLists'
import { issueRow } from './issueRow'
import { revisionOf } from './revision'
import type { Table, Write } from './table'

type Parts = {
  readonly table: Table
  readonly agenda: Pick<NotedAgenda, 'note'>
  readonly lists: Pick<IssueLists, 'rows'>
  readonly newId: () => string
}

export type Commits = ReturnType<typeof openCommits>

/** Makes commits into rows, for whoever writes them: the records, and the outbox beside what became of a message. */
export function openCommits({ table, agenda, lists, newId }: Parts) {
  return {
    /** Notes on the agenda what the commit may make due, before it is written. */
    async rows(project: ProjectId, commit: Commit): Promise<Write[]> {
      const known = await knowingWhatStands(table, project, commit)
      const rows = [...rowsOf(project, known, newId), ...(await lists.rows(project, known.issues ?? []))]
      if (commit.project ?? commit.cycle) await agenda.note(project)
      return rows
    },
  }
}

/** Whether a commit that was overtaken is made again on what stands then. */
export function letsLastWriteWin(commit: Commit): boolean {
  return [...(commit.items ?? []), ...(commit.issues ?? [])].some(({ over }) => over === 'any')
}

/** For items and issues `any` becomes what stands there now, so that their copy among the open ones stays right. */
async function knowingWhatStands(table: Table, project: ProjectId, commit: Commit): Promise<Commit> {
  if (!letsLastWriteWin(commit)) return commit
  const known = async <T>(put: Put<T>, place: Place): Promise<Put<T>> => {
    if (put.over !== 'any') return put
    const there = await table.get(place)
    return { ...put, over: there ? revisionOf(there) : 'new' }
  }
  return {
    ...commit,
    items: await Promise.all(
      (commit.items ?? []).map((put) => known(put, actionItemRow.place(project, put.record.id))),
    ),
    issues: await Promise.all(
      (commit.issues ?? []).map((put) => known(put, issueRow.place(project, put.record.id))),
    ),
  }
}
