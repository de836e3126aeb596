import type { ProjectFacts } from '../../bot/contract/session'
import { NO_ONE, SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { AGE_NAME, NO_PLACE, NO_WORKSTREAM, OTHER_WORKSTREAM, SOMEBODY_WHO_LEFT } from '#words/log'
import { SEVERITIES, STATUSES } from '../look/words'
import { NOBODY, type Filter } from './issueList'

/** The word for a value of a filter, and for a group's head. */
export function valueName(filter: Filter, key: string, project: ProjectFacts): string {
  switch (filter) {
    case 'severity':
      return SEVERITY_WORD[SEVERITIES.find((one) => one === key) ?? 'none']
    case 'state':
      return STATUS_WORD[STATUSES.find((one) => one === key) ?? 'new']
    case 'owner':
      if (key === NOBODY) return NO_ONE
      return project.members.find(({ id }) => id === key)?.name ?? SOMEBODY_WHO_LEFT
    case 'workstream':
      if (key === NOBODY) return NO_WORKSTREAM
      return project.workstreams.find(({ id }) => id === key)?.name ?? OTHER_WORKSTREAM
    case 'where':
      return key === NOBODY ? NO_PLACE : key
    case 'age':
      return AGE_NAME[key] ?? key
  }
}
