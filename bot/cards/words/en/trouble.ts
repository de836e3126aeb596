import { counted, listed, capital, timesWords } from './say'

export const trouble = {
  newThings: (count: number): string => `${counted(count, 'new thing')} could use your help`,
  things: (count: number): string => `${counted(count, 'thing')} could use your help`,
  nothingOver: 'Nothing is over your limits',
  asItStands: 'as it stands now',
  nobodyToday: 'Nobody has to be asked for help by these limits today.',
  new: 'New',
  raisedBefore: 'Raised before',
  more: (count: number): string => `and ${count} more. To see them: actions, issues`,
  next: (what: string): string => `Next: ${what}`,
  show: (id: string): string => `Show ${id}`,
  notAnswered: (name: string): string => `${name} has not answered`,
  forWeeks: (weeks: number): string => `for ${counted(weeks, 'week')}`,
  openDays: (days: number): string => `open ${counted(days, 'day')}`,
  blockedDays: (days: number): string => `blocked ${counted(days, 'day')}`,
  moved: (times: number): string => `moved ${timesWords(times)}`,
  notDelivered: 'The latest card could not be delivered in their chat.',
  askedSince: (date: string, items: readonly string[], most: number): string =>
    `Asked since ${date}, about ${listed(items, most)}.`,
  reported: (date: string, name: string): string => `Show-stopper, reported ${date} by ${name}.`,
  fixes: (name: string): string => `${name} fixes it.`,
  nobodyFixes: 'Nobody fixes it yet.',
  needs: (name: string): string => ` Needs ${name}.`,
  since: (date: string, why: string): string => `Since ${date}: ${why}`,
  firstDue: (first: string, due: string): string => `First due ${first}, now ${due}`,
  talk: (id: string): string => `talk to them, or hand it on: own ${id} @name`,
  addThen: 'tell them to add Plumbline, then ask again: ask now',
  askHelp: (name: string, id: string): string => `ask ${name} what would help: ${id}`,
  sayWho: (id: string): string => `say who fixes it: triage ${id} show-stopper @name`,
  askWay: (name: string, id: string): string =>
    `ask ${name} what stands in the way, or hand it on: own ${id} @name`,
  findWho: (id: string): string => `find who can free it, or hand it on: own ${id} @name`,
  agreeDate: (id: string): string => `agree a date that holds, or split it: ${id}`,
  wait: (who: readonly string[], most: number): string =>
    ` ${capital(listed(who, most))} ${who.length === 1 ? 'waits' : 'wait'}.`,
}
