import { byTrouble } from '../domain/actionItem'
import type { RecordId } from '../domain/ids'
import { byUrgency, type Issue } from '../domain/issue'
import type { Person } from '../domain/person'
import { dateIn } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Project } from '../domain/project'

/** More are a list to look through, not a choice. */
const MOST = 5

/** Whose records somebody may mean who names none: their own items, what they fix, what waits for a test or a rating. */
export type Meant = 'ownItems' | 'ownIssues' | 'toRetest' | 'notRated'

export type MeantRecord = { readonly id: RecordId; readonly title: string }

/** The records that are likeliest meant, the newest trouble first; none where there are none. */
export async function recordsMeant(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  { id, zone }: Pick<Project, 'id' | 'zone'>,
  person: Person,
  meant: Meant,
): Promise<readonly MeantRecord[]> {
  const now = clock.now()
  if (meant === 'ownItems') {
    const own = (await records.openItems(id)).filter(({ owner }) => owner.id === person.id)
    return own.sort(byTrouble(dateIn(now, zone))).slice(0, MOST)
  }
  const open = await records.openIssues(id)
  return open
    .filter((issue) => isMeant(issue, person, meant))
    .sort(byUrgency(now))
    .slice(0, MOST)
}

function isMeant(
  { owner, severity, state }: Issue,
  person: Person,
  meant: Exclude<Meant, 'ownItems'>,
): boolean {
  switch (meant) {
    case 'ownIssues':
      return owner?.id === person.id
    case 'toRetest':
      return state.status === 'readyForRetest'
    case 'notRated':
      return severity === null
  }
}
