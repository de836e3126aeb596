import { counted, listed, capital } from './say'

export const channel = {
  askedAlready: (week: string): string => `${capital(week)} was asked already`,
  beingAsked: (count: number): string =>
    `${counted(count, 'person', 'people')} ${count === 1 ? 'is' : 'are'} being asked`,
  haveAnswered: (answered: number, asked: number): string =>
    `${answered} of ${asked} have answered. Nobody is asked twice.`,
  eachGets: 'Each gets one card with their own items, in their chat with me.',
  whoGotIt: 'Who got it',
  everybodyAway: 'Everybody with open items is away',
  nobodyHas: 'Nobody has open items',
  allAnswered: (count: number): string =>
    count === 1 ? 'The one person asked has answered' : `All ${count} have answered`,
  someAnswered: (answered: number, asked: number): string =>
    `${answered} of ${asked} ${answered === 1 ? 'has' : 'have'} answered`,
  open: (names: readonly string[]): string => `Open: ${listed(names, 12)}`,
  stillToAnswer: (count: number): string =>
    `${counted(count, 'person', 'people')} ${count === 1 ? 'is' : 'are'} still to answer.`,
  isPosted: 'The recap is posted. Answers now appear in the next one.',
  countUntil: (until: string): string => `Answers count until ${until}.`,
  askedForBy: (until: string): string =>
    `Asked for by ${until}. An answer still counts until the recap is posted.`,
  inThread: (names: readonly string[]): string =>
    `${listed(names)} could not be reached in chat: asked in this thread.`,
  notReached: (names: readonly string[]): string => `${listed(names)} could not be reached: not asked.`,
  mayHave: (count: number): string => `${counted(count, 'message')} may or may not have arrived.`,
  answerMine: 'Answer my items',
}
