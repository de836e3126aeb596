import type { Mine, OwedJson } from '../../bot/contract/mine'
import { ageDays, counted, dateWords, daysBetween, firstName, SEVERITY_WORD, weekWords } from '../look/words'

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
  again: 'Try again',
}

/** How many there are, over how many projects. */
export function sumWords({ owed, projects }: Mine): string {
  const open = counted(owed.length, 'open item or issue', 'open items and issues')
  return `${open} in ${counted(projects, 'project', 'projects')}`
}

export function unreachableWords(count: number): string {
  return `${counted(count, 'project', 'projects')} can’t be asked right now. What is yours there is missing here.`
}

export function cardWords({ project, week, items }: Mine['cards'][number]): string {
  return `${weekWords(week)} of ${project.name}: ${counted(items, 'item waits', 'items wait')} for your answer`
}

export const CARD_LINK = 'Open my card'

/** Whether it needs somebody now. */
export function isTrouble(owed: OwedJson): boolean {
  if (owed.record === 'issue') return owed.severity === 'showStopper'
  return owed.status === 'blocked' || (owed.due !== null && owed.due < owed.today)
}

/** How it stands, in a few words. */
export function standWords(owed: OwedJson): string {
  if (owed.record === 'issue') {
    const age = ageDays(owed.createdAt, owed.zone, owed.today)
    return `${SEVERITY_WORD[owed.severity ?? 'none']}, ${age === 0 ? 'today' : `${age} d`}`
  }
  const { due, today, status } = owed
  const late = due !== null && due < today ? `${daysBetween(due, today)} d over` : null
  if (status === 'blocked') return late === null ? 'Blocked' : `Blocked, ${late}`
  return late ?? (due === null ? 'No date' : `due ${dateWords(due, today)}`)
}

/** Who waits, or why it stands still. */
export function besideWords(owed: OwedJson): string {
  if (owed.record === 'issue') return 'Issue'
  if (owed.reason !== null) return `“${owed.reason}”`
  return owed.for ? `${firstName(owed.for.name)} waits` : ''
}
