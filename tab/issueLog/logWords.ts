import type { ProjectFacts } from '../../bot/contract/session'
import { SEVERITIES, SEVERITY_WORD, STATUSES, STATUS_WORD } from '../look/words'
import type { Column } from './columns'
import { NOBODY, type Filter, type Group, type Sort, type View } from './issueList'

/* The words of the log's list and toolbar. */

export const VIEW_NAME: Record<View, string> = {
  open: 'Open',
  mine: 'Mine',
  retest: 'To retest',
  all: 'All',
}
export const GROUP_NAME: Record<Group, string> = {
  severity: 'Severity',
  workstream: 'Workstream',
  owner: 'Owner',
  state: 'State',
  none: 'Nothing',
}
export const SORT_NAME: Record<Sort, string> = {
  no: 'Number',
  title: 'Title',
  severity: 'Severity',
  state: 'State',
  owner: 'Owner',
  where: 'Where',
  age: 'Age',
  changed: 'Last change',
}
export const LONG_SORT_NAME: Partial<Record<Sort, string>> = {
  age: 'Worst, then oldest',
  no: 'Newest first',
  changed: 'Last change first',
}
export const FILTER_NAME: Record<Filter, string> = {
  severity: 'Severity',
  state: 'State',
  owner: 'Owner',
  workstream: 'Workstream',
  where: 'Where',
  age: 'Age',
}
export const COLUMN_NAME: Record<Column, string> = {
  state: 'State',
  owner: 'Owner',
  where: 'Where',
  workstream: 'Workstream',
  age: 'Age',
  changed: 'Last change',
}
const AGE_NAME: Record<string, string> = {
  '0': 'Up to 2 days',
  '3': '3 to 7 days',
  '8': '8 days to 4 weeks',
  '29': 'Over 4 weeks',
}

const plural = new Intl.PluralRules('en')

/** `1 new issue`, `2 new issues`: what waits on top of the list. */
export function newIssuesWords(count: number): string {
  return { one: `Show ${count} new issue`, other: `Show ${count} new issues` }[asOneOrOther(count)]
}

export function selectedWords(count: number): string {
  return `${count} selected`
}

function asOneOrOther(count: number): 'one' | 'other' {
  return plural.select(count) === 'one' ? 'one' : 'other'
}

/** A long log offers what it can read page by page; this says so beside the filters. */
export const LONG_LOG_NOTE =
  'Over 1,000 issues here: filter by severity and one of the others, or go to an issue by its number.'

/** The word for a value of a filter, and for a group's head. */
export function valueName(filter: Filter, key: string, project: ProjectFacts): string {
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
    case 'where':
      return key === NOBODY ? 'Not said' : key
    case 'age':
      return AGE_NAME[key] ?? key
  }
}
