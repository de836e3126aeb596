/* The posted recaps: one of them, or two compared. */

export const WORDS = {
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
}

export const strip = { name: 'Colours by week', overall: 'Overall' }

export const empty = {
  title: 'No recap yet',
  text: 'The first one is posted to the channel when its week ends, and stays here as it was posted. The lead can post one at once:',
}

export const NUMBER_WORD = {
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

/** A week as a head: "Week 46"; inside a sentence: "week 46". */
export const week = {
  head: (number: number) => `Week ${number}`,
  inline: (number: number) => `week ${number}`,
  ofYear: (week: string, year: string) => `${week}, ${year}`,
}

export function recapOf(week: string): string {
  return `Recap of ${week}`
}

export function comparison(from: string, toInline: string): string {
  return `${from} and ${toInline}`
}

export function slippedIn(weekInline: string): string {
  return `Moved later in ${weekInline}`
}

export function answered(count: number, of: number): string {
  return `${count} of ${of}`
}

/** `20 Nov → 25 Nov, +5 d, moved 3 times, in week 46 too`. */
export function slip(from: string, to: string, days: number, moves: number, againIn: string | null): string {
  const times = moves === 1 ? 'first move' : moves === 2 ? 'moved twice' : `moved ${moves} times`
  const too = againIn === null ? '' : `, in ${againIn} too`
  return `${from} → ${to}, ${days >= 0 ? `+${days}` : `−${-days}`} d, ${times}${too}`
}

export function blocked(owner: string, days: number, waits: string | null): string {
  return `${owner}, ${days} d${waits === null ? '' : `, ${waits} waits`}`
}

export function late(owner: string, due: string, days: number): string {
  return `${owner}, due ${due}, ${days} d late`
}

/** Null: no date. */
export function goLive(from: string | null, to: string | null): string {
  const [was, is] = [from ?? 'no date', to ?? 'no date']
  return was === is ? `Go-live stays at ${is}.` : `Go-live moved from ${was} to ${is}.`
}

/** `draft`: whose draft it was: `own`, the poster's; null, nobody's. */
export function posted(
  at: string,
  by: string | null,
  draft: { readonly own: boolean; readonly name: string } | null,
  corrected: string | null,
): string {
  const poster = by === null ? '' : ` by ${by}`
  const from = draft ? `, from ${draft.own ? 'their' : `${draft.name}’s`} draft` : ', as it was drafted'
  const put = corrected === null ? '' : ` ${corrected}.`
  return `Posted ${at}${poster}${from}.${put} Its numbers are frozen: later changes don’t touch them.`
}
