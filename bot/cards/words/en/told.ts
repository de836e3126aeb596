import { counted, capital } from './say'

export const told = {
  finished: (by: string, id: string, title: string): string => `${by} finished ${id}: ${title}`,
  done: 'Done',
  by: (name: string): string => ` by ${name}`,
  goOn: (what: string): string => `You can go on: ${what}`,
  noDateYet: 'It has no date yet.',
  isDue: (date: string): string => `It is due ${date}.`,
  hasToWait: (what: string): string => ` ${capital(what)} has to wait for it.`,
  openAgainSummary: (id: string, title: string): string => `${id} is open again: ${title}`,
  openAgain: 'Open again',
  toldDone: ', I told you that it was done',
  thatIs: (days: number): string =>
    `That is ${days === 0 ? 'on plan' : days > 0 ? `${counted(days, 'day')} later` : `${counted(-days, 'day')} earlier`}.`,
  movedSummary: (id: string, dates: string, title: string): string => `${id} moved, ${dates}: ${title}`,
  moved: 'Moved',
  effect: (what: string | null, days: number): string =>
    `${what === null ? 'It comes' : `${capital(what)} can start`} ${days > 0 ? `${counted(days, 'day')} later` : `${counted(-days, 'day')} sooner`}.`,
  dueOf: (id: string, date: string): string => `${id}, due ${date}`,
  dueBefore: (names: readonly string[], count: number): string =>
    count === 1
      ? `Your ${names[0] ?? ''}, is due before this arrives.`
      : `Of yours, ${count} are due before this arrives: ${names.join('; ')}${count > names.length ? ' and so on' : ''}.`,
  youWait: 'you wait for this',
  openIt: 'Open it',
}
