import type { ProjectFacts } from '../../bot/contract/session'
import { SEVERITIES, SEVERITY_WORD, STATUSES, STATUS_WORD } from '../look/words'
import { NOBODY, type Filter } from './issueList'

/** The word for a value of a filter, and for a group's head. */
export function groupName(filter: Filter, key: string, project: ProjectFacts): string {
  switch (filter) {
    case 'severity':
      return SEVERITY_WORD[SEVERITIES.find((one) => one === key) ?? 'none']
    case 'state':
      return STATUS_WORD[STATUSES.find((one) => one === key) ?? 'new']
    case 'owner':
      if (key === NOBODY) return 'No one'
      return project.members.find(({ id }) => id === key)?.name ?? 'Somebody who left'
    case 'workstream':
      if (key === NOBODY) return 'No workstream'
      return project.workstreams.find(({ id }) => id === key)?.name ?? 'Another workstream'
  }
}
