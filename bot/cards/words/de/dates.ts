import { zahl, formOf } from './say'
import type { dates as en } from '../en/dates'

export const dates: typeof en = {
  today: 'heute',
  tomorrow: 'morgen',
  yesterday: 'gestern',
  justNow: 'gerade eben',
  minutesAgo: (minutes: number): string => `vor ${zahl(minutes, 'Minute', 'Minuten')}`,
  hoursAgo: (hours: number): string => `vor ${zahl(hours, 'Stunde', 'Stunden')}`,
  daysAgo: (days: number): string => formOf(days, 'gestern', `vor ${days} Tagen`),
  on: (date: string): string => `am ${date}`,
  week: (week: number): string => `Woche ${week}`,
  day: {
    mon: 'Mo',
    tue: 'Di',
    wed: 'Mi',
    thu: 'Do',
    fri: 'Fr',
    sat: 'Sa',
    sun: 'So',
  },
}
