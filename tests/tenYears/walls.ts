import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../bot/domain/ids'
import type { ZoneId } from '../../bot/domain/time'
import { OWNERS, type Lived } from './years'

/** So many days after a Monday, when the wall of a zone shows this time; in ms. */
export function wall(monday: Temporal.PlainDate, days: number, time: string, zone: ZoneId): number {
  return monday.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/** Where somebody lives: with the project, unless they have a zone of their own. */
export function zoneOf(lived: Lived, id: PersonId, at: number): ZoneId {
  return OWNERS.find(({ person }) => person.id === id)?.zone ?? zoneNow(lived, at)
}

/** The project's zone at a moment. */
export function zoneNow({ zones }: Lived, at: number): ZoneId {
  return zones.findLast(({ from }) => from <= at)?.zone ?? ('UTC' as ZoneId)
}
