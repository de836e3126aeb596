import { counted } from './say'

export const dates = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  justNow: 'just now',
  minutesAgo: (minutes: number): string => (minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`),
  hoursAgo: (hours: number): string => `${counted(hours, 'hour')} ago`,
  daysAgo: (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`),
  on: (date: string): string => `on ${date}`,
  week: (week: number): string => `week ${week}`,
  day: {
    mon: 'Mon',
    tue: 'Tue',
    wed: 'Wed',
    thu: 'Thu',
    fri: 'Fri',
    sat: 'Sat',
    sun: 'Sun',
  },
}
