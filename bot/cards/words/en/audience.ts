import { listed } from './say'

export const audience = {
  whoGets: 'Who gets the recap',
  alwaysGets: (home: string): string =>
    `${home} always gets it. Channels that you tick get a copy, which follows corrections.`,
  whoGotLast: 'Who got the last one',
  choseOther: (name: string): string => `${name} chose other channels meanwhile`,
  notSavedYet:
    'Nothing of yours is saved yet. Below is what you ticked: save it over theirs, or start from what stands now.',
  standsNow: 'What stands now',
  saveMine: 'Save mine',
  startAgain: 'Start again',
  saved: 'It is saved who gets the recap',
  fromNext: (names: string): string => `From the next recap on: ${names}.`,
  everybodyReads: 'Everybody who reads a channel can read the copy there, and no more of the project.',
  change: 'Change',
  channels: (names: readonly string[]): string => listed(names, 11),
  thisChannel: 'this project’s channel',
  thisChannelCapital: 'This project’s channel',
  noOther: 'This team has no other channel yet. Add one in Teams, then say: audience',
  alsoSend: 'Also send it to',
  moreChannels: (count: number): string =>
    `${count} more channels: say recap to and the name, such as: recap to Steering`,
  noLonger: (name: string): string => `${name} is no longer in this team. Saving takes it off the list.`,
  lastCopy: (help: string): string => `The last copy did not arrive. ${help}`,
  noChannel: (typed: string): string => `This team has no channel called ${typed}. These are its channels:`,
  goneMeanwhile:
    'A channel that you ticked is no longer in this team. Nothing is saved yet: tick again, then save.',
  tooMany: (ticked: number, most: number): string =>
    `You ticked ${ticked} channels, and ${most} can get a copy. Nothing is saved yet.`,
}
