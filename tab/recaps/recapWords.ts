import type { RecapComparisonJson, RecapLine, RecapNumberJson } from '../../bot/contract/recap'
import type { ProjectFacts } from '../../bot/contract/session'
import type { PlainDate } from '../../bot/domain/time'
import { dateWords, firstName, momentWords, weekWords } from '../look/words'

/* The words of the recaps page. */

export const WORDS = {
  list: 'Recaps',
  cantLoadList: 'The recaps',
  cantLoadOne: 'This recap',
  cantCompare: 'The comparison',
  compareWith: 'Compare with',
  compareHint: 'another week',
  differences: 'Differences',
  sideBySide: 'Side by side',
  ways: 'Ways to compare',
  stop: 'Stop comparing',
  print: 'Print this recap',
  printShort: 'Print',
  printBoth: 'Print the comparison',
  download: 'Download this recap as a page to mail',
  downloadShort: 'Download',
  copyMail: 'Copy this recap as a mail',
  copyMailShort: 'Copy as mail',
  copyLink: 'Copy a link to this recap',
  copyLinkToComparison: 'Copy a link to this comparison',
  linkCopied: 'Link copied',
  linkNotCopied: 'The browser didn’t let the link be copied',
  downloaded: 'Page to mail downloaded',
  notDownloaded: 'The page can’t be loaded right now. Try again in a moment.',
  mailCopied: 'Copied. Paste it into a mail.',
  mailNotCopied: 'The browser didn’t let the mail be copied. Download it instead.',
  overall: 'The project',
  colours: 'Colours that changed',
  noColours: 'Every workstream has the colour that it had.',
  numbers: 'Numbers',
  what: 'What',
  change: 'Change',
  newlyBlocked: 'Newly blocked',
  noLongerBlocked: 'No longer blocked',
  newlyLate: 'Newly late',
  noLongerLate: 'No longer late',
  notThere: 'not in it',
  none: 'none',
} as const

export const NUMBER_WORD: Record<RecapNumberJson, string> = {
  openIssues: 'Open issues',
  showStopper: 'Open show-stoppers',
  workaround: 'Open with a workaround',
  cosmetic: 'Open cosmetic ones',
  unrated: 'Open, not rated',
  newIssues: 'New issues',
  closedIssues: 'Closed issues',
  done: 'Items done',
  slipped: 'Items moved later',
  late: 'Items late',
  blocked: 'Items blocked',
  goLiveDrift: 'Days that go-live stands later',
  asked: 'Owners asked',
  answered: 'Owners who answered',
}

/** `Week 46, 2025` where the year is not the other week's. */
export function weekName(week: string, beside: string = week): string {
  const year = week.slice(0, 4)
  return year === beside.slice(0, 4) ? weekWords(week) : `${weekWords(week)}, ${year}`
}

export function recapOf(week: string): string {
  return `Recap of ${weekWords(week)}`
}

export function comparisonName(from: string, to: string): string {
  return `${weekName(from, to)} and ${weekName(to, from).toLowerCase()}`
}

export function slippedIn(week: string): string {
  return `Moved later in ${weekWords(week).toLowerCase()}`
}

/** `+3`, `−2`, `0`; a dash where one of the two has no such number. */
export function changeWords(from: number | null, to: number | null): string {
  if (from === null || to === null) return '–'
  const by = to - from
  if (by === 0) return '0'
  return by > 0 ? `+${by}` : `−${-by}`
}

/** `+5 d, moved 3 times, in week 46 too`. */
export function slipWords(
  { moves, again }: RecapComparisonJson['slipped'][number],
  days: number,
  before: string,
): string {
  const parts = [
    days >= 0 ? `+${days} d` : `−${-days} d`,
    moves === 1 ? 'first move' : moves === 2 ? 'moved twice' : `moved ${moves} times`,
    again ? `in ${weekWords(before).toLowerCase()} too` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

export function blockedWords(owner: string, days: number, waits: string | null): string {
  const waiting = waits === null ? '' : `, ${firstName(waits)} waits`
  return `${firstName(owner)}, ${days} d${waiting}`
}

export function lateWords(owner: string, due: PlainDate, days: number, today: PlainDate): string {
  return `${firstName(owner)}, due ${dateWords(due, today)}, ${days} d late`
}

export function goLiveWords(from: PlainDate | null, to: PlainDate | null, today: PlainDate): string {
  const [was, is] = [from, to].map((date) => (date === null ? 'no date' : dateWords(date, today)))
  return from === to ? `Go-live stays at ${is}.` : `Go-live moved from ${was} to ${is}.`
}

export function postedWords(
  { postedAt, postedBy, editedBy, corrected }: RecapLine,
  { zone, today }: Pick<ProjectFacts, 'zone' | 'today'>,
): string {
  const by = postedBy ? ` by ${postedBy.name}` : ''
  const from = editedBy
    ? `, from ${editedBy.id === postedBy?.id ? 'their' : `${editedBy.name}’s`} draft`
    : ', as it was drafted'
  const put = corrected === null ? '' : ` ${corrected}.`
  return `Posted ${momentWords(postedAt, zone, today)}${by}${from}.${put} Its numbers are frozen: later changes don’t touch them.`
}
