import { counted, listed } from './say'

export const away = {
  youAre: (span: string): string => `You are away ${span}`,
  oneDay: 'On that day I ask you nothing and remind you of nothing, in all your projects.',
  manyDays: 'That day included, I ask you nothing and remind you of nothing, in all your projects.',
  callOff: 'To call it off, press the button.',
  backEarlier: 'Back earlier? Say: back, or press the button.',
  notAway: 'I am not away',
  iAmBack: 'I am back',
  change: 'Change',
  today: 'today',
  on: (date: string): string => `on ${date}`,
  fromUntil: (from: string, until: string): string => `from ${from} until ${until}`,
  until: (until: string): string => `until ${until}`,
  nobodyInstead: 'Nobody is asked in your place: the channel’s card and the recap say so.',
  delegateAway: (name: string, from: string, until: string): string =>
    `${name} is asked about your items instead, but is away from ${from} until ${until}: in those days nobody is.`,
  delegate: (name: string): string =>
    `${name} is asked about your items instead, in each project with them on the team, and may answer for you.`,
  untilWhen: 'Until when are you away?',
  firstDay: 'First day',
  lastDay: 'Last day',
  whoInstead: 'Who is asked instead?',
  welcomeBack: 'Welcome back',
  youAreNot: 'You are not away',
  fromNowOn:
    'From now on I ask you about your own items again. What was answered for you this week stands; you can still change it.',
  asAlways: 'I ask you about your own items as always. To change that, say: away until 3 Dec',
  myCard: 'My card',
  moreAway: (count: number): string =>
    `${counted(count, 'more person', 'more people')} ${count === 1 ? 'is' : 'are'} away.`,
  isAway: (name: string, until: string, delegate: string | null, answered: boolean): string =>
    `${name} is away until ${until}; ${delegate === null ? 'nobody was asked' : answered ? `${delegate} answered` : `${delegate} is asked`} in their place.`,
  oneAway: (way: string): string => `1 person is away; ${way} in their place.`,
  someAway: (count: number, parts: readonly string[]): string =>
    `${counted(count, 'person', 'people')} are away: ${listed(parts)}.`,
  wayFor: (way: string, count: number): string => `${way} for ${count}`,
  ways: {
    answered: 'somebody else answered',
    silent: 'somebody else is asked',
    nobody: 'nobody was asked',
  },
  problem: {
    past: 'That day has passed. Please give a last day from today on.',
    endsBeforeItBegins: 'The last day is before the first. Please change one of them.',
    ownDelegate: 'You can not be asked in your own place. Please choose somebody else, or nobody.',
    delegateNotHere: 'That person is not on this team. Please choose somebody who is, or nobody.',
  },
}
