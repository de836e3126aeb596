import { either, figure } from './say'

const MISSING: Readonly<Record<string, string>> = {
  why: 'a reason',
  severity: 'a severity',
  title: 'a title',
  owner: 'an owner',
}

/** What the service answers the tab with; the tab's own words stand with the tab. */
export const tab = {
  nothingHere: 'There is nothing here for this account.',
  noAddress: 'There is nothing here.',
  notHere: 'That can’t be done here.',
  tooMuch: 'That is more than fits in one go. Nothing was saved.',
  unreadable: 'That request can’t be read.',
  broken: 'That didn’t work, and nothing was changed. Try again in a moment.',
  signInEnded: 'Your sign-in has ended. Reload the page.',
  olderPage: 'This page is older than the service. Reload it.',
  noSuchList: 'There is no such list. Reload the page.',
  nobodyInTrial: 'There is nobody of that name in this trial.',
  you: 'You',
  personLeft: 'That person is no longer on the team. Reload the page.',
  oldCard: 'This card is from another time. Reload the page.',
  worksInChat: 'That works in the chat with Plumbline.',
  tap: {
    personGone: 'That person is no longer on the team. Choose somebody else.',
    badDate: 'That is no date. Choose one from the calendar.',
    badIssueNumber: 'That is no issue’s number. Write it as I-7.',
  },
  tooLong: (length: number, most: number): string =>
    `That is ${figure(length)} characters; ${figure(most)} fit. Nothing was saved.`,
  undo: {
    notYours: 'Only who made a change can take it back.',
    changedSince: 'It was changed again since, so it stays.',
    nothing: 'There is nothing to take back.',
    tooOld: 'That is too long ago to take back.',
  },
  undoEntry: 'That can no longer be taken back.',
  noSuch: (id: string): string => `There is no ${id} in this project.`,
  missing: (what: string): string => MISSING[what] ?? what,
  ofItself: (id: string): string => `${id} can’t be a duplicate of itself.`,
  onlyLead: (lead: string): string => `Only ${lead}, who leads the project, can do that.`,
  onlyReporter: (owner: string | null, lead: string): string =>
    `Who reported it, ${owner ?? 'who fixes it'}, or ${lead} can change its words.`,
  onlyOwner: (owner: string | null, lead: string): string =>
    `Its owner${owner === null ? '' : ` ${owner}`}, who added it, or ${lead} can change it.`,
  reopenFirst: (id: string, status: string): string => `${id} is ${status}. Reopen it first.`,
  canAnswer: (lead: string): string => `${lead} can answer it.`,
  canChange: (names: readonly string[], you: string): string =>
    `${either(names)} can change this, ${you} can’t.`,
  entry: {
    noTitle: 'It needs a title.',
    noContent: 'It needs a title and a link or a text.',
    titleTooLong: 'The title is too long.',
    textTooLong: 'The text is too long. Put it in a file and give its link.',
    badLink: 'Only links that begin with https:// can be kept.',
    badInterval: 'Choose between a day and a year.',
  },
  takeAsCsv: 'There are too many records for one workbook. Take them as CSV.',
  mayImport: (lead: string): string =>
    `Only ${lead}, who leads the project, and the team’s owners can import.`,
}
