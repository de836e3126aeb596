import {
  addDays,
  dateIn,
  dayOfWeek,
  epochMs,
  fromEpochMs,
  instantAt,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from './time'

const FROM = '09:00' as WallTime
const UNTIL = '17:00' as WallTime

/** The first moment from `at` on at which people work: Monday to Friday, 09:00 to 17:00 on the wall of `zone`. */
export function workingMoment(at: Instant, zone: ZoneId): Instant {
  for (let date = dateIn(at, zone); ; date = addDays(date, 1)) {
    const hours = hoursOf(date, zone)
    if (hours && at < hours.until) return at < hours.from ? hours.from : at
  }
}

/** The moment at which so many ms of working time have gone by since `at`. */
export function workingTimeLater(at: Instant, ms: number, zone: ZoneId): Instant {
  let left = ms
  for (let from = workingMoment(at, zone); ;) {
    const until = hoursOf(dateIn(from, zone), zone)?.until ?? from
    const today = epochMs(until) - epochMs(from)
    if (left <= today) return fromEpochMs(epochMs(from) + left)
    left -= today
    from = workingMoment(until, zone)
  }
}

/** Null on a weekend, and on a day that the zone left out. */
function hoursOf(date: PlainDate, zone: ZoneId): { readonly from: Instant; readonly until: Instant } | null {
  if (dayOfWeek(date) > 5) return null
  const [from, until] = [instantAt(date, FROM, zone), instantAt(date, UNTIL, zone)]
  return dateIn(from, zone) === date ? { from, until } : null
}
