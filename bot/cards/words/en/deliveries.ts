import { counted, listed } from './say'

export const deliveries = {
  card: (name: string): string => `${name}’s card`,
  reminder: (name: string): string => `${name}’s reminder`,
  weekCard: 'The week’s card in the channel',
  draftFor: (name: string): string => `The draft for ${name}`,
  recapInChannel: 'The recap in the channel',
  copyIn: (name: string): string => `The copy in ${name}`,
  correctionIn: (name: string): string => `The correction in ${name}`,
  correctionInChannel: 'The correction in the channel',
  thenAskNow: 'then say: ask now',
  orAskThem: 'or ask them yourself. Their card from before stands.',
  sayRecapDraft: 'Say recap to see the draft in our chat or in the channel.',
  thenSayAskNow: (help: string): string => `${help} Then say: ask now`,
  standsOnTab: (help: string): string => `${help} The recap stands on the tab and can be mailed from there.`,
  mailed: (help: string): string => `${help} This one can be mailed from the tab.`,
  deletedThere:
    'The message was deleted there, and nothing is posted again. The corrected recap stands on the tab.',
  editNotTaken:
    'Teams did not take the edit, so the message still says what it said before. Say correct recap and save again.',
  twice: 'Teams did not say whether it arrived, and nothing is sent twice.',
  askThem: (name: string): string => `Ask ${name}, who can also open the card by saying: my card`,
  sayRecap: 'Say recap to see it.',
  lookInChannel: 'Look in the channel.',
  lookIn: (name: string): string => `Look in ${name}.`,
  notSaidChanged: 'Teams did not say whether the message was changed. Look there.',
  person: {
    notInstalled: (who: string, then: string): string =>
      `Plumbline isn’t installed for ${who}: ask your administrator to allow it for them, ${then}`,
    blocked: (who: string, then: string): string =>
      `${who} has blocked Plumbline: ask them to unblock it in their chat with it, ${then}`,
    gone: (who: string, then: string): string =>
      `${who} isn’t in this team any more: add them again, or give their items to somebody else, ${then}`,
    tooBig: (who: string, then: string): string =>
      `The card was too big for Teams: close or hand over some of ${who}’s items, ${then}`,
    refused: (who: string, then: string): string => `Teams did not take it: wait a little, ${then}`,
  },
  own: {
    gone: 'This channel can’t be found: add Plumbline to the team again.',
    notInstalled: 'I may not post in this channel: ask a team owner to allow it.',
    blocked: 'I may not post in this channel: ask a team owner to allow it.',
    tooBig: 'It was too big for Teams.',
    refused: 'Teams did not take it.',
  },
  channel: {
    gone: (where: string): string =>
      `${where} can’t be found: choose again by saying audience, or add Plumbline to the team again.`,
    notInstalled: (where: string): string =>
      `I may not post in ${where}: ask a team owner to allow it there, or take the channel off by saying audience.`,
    blocked: (where: string): string =>
      `I may not post in ${where}: ask a team owner to allow it there, or take the channel off by saying audience.`,
    tooBig: (where: string): string => `The recap was too big for Teams in ${where}.`,
    refused: (where: string): string => `Teams did not take it in ${where}.`,
  },
  onlyYou: (project: string): string => `${project} · only you see it`,
  nothingLately: 'Nothing was sent this week or last.',
  askNow: 'Ask now',
  whoGetsRecap: 'Who gets the recap',
  lookAgain: 'Look again',
  notArrived: (count: number): string => `${counted(count, 'message')} did not arrive`,
  mayHave: (count: number): string => `${counted(count, 'message')} may or may not have arrived`,
  onTheWay: (count: number): string => `${counted(count, 'message')} on the way`,
  nothingSent: 'Nothing was sent',
  everythingArrived: 'Everything arrived',
  moreNotArrived: (count: number): string => `and ${count} more that have not arrived`,
  nobodyAsked: 'Nobody has been asked this week.',
  allAnswered: 'All have answered this week.',
  noAnswerYet: (names: readonly string[]): string => `No answer yet: ${listed(names)}`,
  remindedAlone:
    'Where the project reminds, I do it: at most twice a week, in their working hours, and nobody who is away.',
  arrived: 'Arrived',
  moreArrived: (count: number): string => `and ${count} more that arrived`,
  answeredAnyway: 'Has answered all the same: nothing to do.',
  askedInThread: 'Asked in the week’s thread instead.',
  notReached: 'not reached',
  nobodyKnows: 'nobody knows',
  onItsWay: 'on its way',
  notTakenYet: 'Teams has not taken it yet. Look again in a minute.',
  sentOnceMore: 'Sent once more as a reminder.',
}
