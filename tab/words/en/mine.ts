import { age, counted } from './common'

/* The words of what is one's own over all projects. */

export const TITLE = 'My items'
export const HEAD = 'What waits for you'
export const NOTHING = {
  title: 'Nothing waits for you',
  text: 'Your open action items and issues of all your projects stand here, the latest trouble first.',
}
export const NO_PROJECT = {
  title: 'You are on no project yet',
  text: 'Once Plumbline meets you in a project’s channel, what is yours stands here.',
}
export const FAILED = {
  title: 'Your items can’t be reached',
  text: 'Nothing is lost. Try again in a moment.',
}

export const CARDS = 'Cards that wait for your answer'
export const CARD_LINK = 'Open my card'
export const LIST = 'Your open items and issues'

/** How many there are, over how many projects. */
export function sum(owed: number, projects: number): string {
  const open = counted(owed, 'open item or issue', 'open items and issues')
  return `${open} in ${counted(projects, 'project', 'projects')}`
}

export function unreachable(count: number): string {
  return `${counted(count, 'project', 'projects')} can’t be asked right now. What is yours there is missing here.`
}

/** `week`: "Week 47". */
export function cardWaits(week: string, project: string, items: number): string {
  return `${week} of ${project}: ${counted(items, 'item waits', 'items wait')} for your answer`
}

export function issueStands(severity: string, days: number): string {
  return `${severity}, ${age(days)}`
}

export function late(days: number): string {
  return `${days} d over`
}

export function blocked(late: string | null): string {
  return late === null ? 'Blocked' : `Blocked, ${late}`
}

export function due(date: string): string {
  return `due ${date}`
}

export const NO_DATE = 'No date'
export const ISSUE = 'Issue'

export function waits(name: string): string {
  return `${name} waits`
}
