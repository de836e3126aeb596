import { Temporal } from 'temporal-polyfill'
import type { Ask } from '../../bot/domain/cycle'
import { epochMs, type Instant, type ZoneId } from '../../bot/domain/time'
import type { WeekId } from '../../bot/domain/week'
import { absencesIn, handedOverInVain, notInPlace, toWhoIsAway } from './judgeAway'
import { wall, zoneNow, zoneOf } from './walls'
import { OWNERS, type Lived, type Sent } from './years'

/*
 * What should have happened is worked out anew here, from wall clocks alone: Thursday 10:00 asks, Friday 09:00 reminds
 * on one's own wall, Friday 15:00 posts.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What is wrong in the years that were lived, in words; `weeks`: how many were quiet enough to be held to the hour. */
export async function judge(lived: Lived, from: Instant, until: Instant) {
  const wrong: string[] = [...doubled(lived), ...toWhoIsAway(lived), ...handedOverInVain(lived)]
  let quiet = 0
  const asksOf = async (week: WeekId): Promise<readonly Ask[]> =>
    (await lived.deps.records.asks(lived.project, week)).map(({ record }) => record)
  const asked = new Set(lived.sent.flatMap(({ what }) => (what.kind === 'weeklyAsk' ? [what.week] : [])))
  for (const week of asked) {
    for (const ask of await asksOf(week)) wrong.push(...badReminders(lived, week, ask))
  }
  for (const week of weeksIn(from, until)) {
    const zone = zoneAt(lived, week.monday)
    const begins = wall(week.monday, 0, '00:00', zone)
    const isUnrest = lived.unrests.some((one) => one.from < begins + 8 * DAY && one.until > begins - DAY)
    if (isUnrest || hasGap(week.monday, zone)) continue
    quiet += 1
    wrong.push(...notInTime(lived, week, zone, await asksOf(week.id)))
  }
  return { wrong, quiet, weeks: asked.size }
}

/** No message twice; reminders, of which two a week are allowed, not three times. */
function doubled({ sent }: Lived): string[] {
  const counts = new Map<string, number>()
  for (const { what } of sent) {
    const key = keyOf(what)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = (key: string) => (key.startsWith('reminder') ? 2 : 1)
  return [...counts]
    .filter(([key, count]) => count > most(key))
    .map(([key, count]) => `${key}: ${count} times`)
}

/** What is sent once is the same by this; null for what may come again. */
function keyOf(what: Sent['what']): string | null {
  if (what.kind === 'digest') return `digest ${what.on}`
  if (!('week' in what) || what.kind === 'handedOver') return null
  return `${what.kind} ${what.week} ${'person' in what ? what.person : ''}`
}

/** Outside working hours on one's own wall, to somebody who had answered, or who wants none. */
function badReminders(lived: Lived, week: WeekId, ask: Ask): string[] {
  const reminders = lived.sent.filter(
    ({ what }) => what.kind === 'reminder' && what.week === week && what.person === ask.person.id,
  )
  return reminders.flatMap(({ at, trueAt }) => {
    const zone = zoneOf(lived, ask.person.id, trueAt)
    const wrong = []
    // One process may have decided it and another, whose clock is behind, have sent it.
    if ([trueAt, epochMs(at)].every((moment) => !isWorkingAt(moment, zone)))
      wrong.push('outside working hours')
    if (ask.answeredAt !== null && epochMs(ask.answeredAt) < trueAt) wrong.push('who had answered')
    if (!mayBeReminded(lived, ask, trueAt)) wrong.push('who wants none')
    return wrong.map((why) => `${ask.person.name} was reminded in ${week} at ${at}: ${why}`)
  })
}

function isWorkingAt(moment: number, zone: ZoneId): boolean {
  const on = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  return on.dayOfWeek <= 5 && on.hour >= 9 && on.hour < 17
}

/** Who turned reminders off wants none. */
function mayBeReminded({ wishes }: Lived, { person }: Ask, at: number): boolean {
  const latest = wishes.findLast((wish) => wish.person.id === person.id && wish.at <= at)
  return latest?.on ?? true
}

type Week = { readonly id: WeekId; readonly monday: Temporal.PlainDate }

/** A week without any trouble near it happens to the minute. */
function notInTime(lived: Lived, { id, monday }: Week, zone: ZoneId, asks: readonly Ask[]): string[] {
  const wrong: string[] = []
  const [asked, posted] = [wall(monday, 3, '10:00', zone), wall(monday, 4, '15:00', zone)]
  const at = (kind: string, person?: string) =>
    lived.sent.filter(
      ({ what }) =>
        what.kind === kind &&
        'week' in what &&
        what.week === id &&
        (person === undefined || ('person' in what && what.person === person)),
    )
  const once = (name: string, sent: readonly { readonly trueAt: number }[], due: number) => {
    const isInTime = sent.length === 1 && Math.abs((sent[0]?.trueAt ?? 0) - due) < 5 * 60_000
    const times = sent.map(({ trueAt }) => new Date(trueAt).toISOString()).join()
    if (!isInTime)
      wrong.push(`${name} of ${id} in ${zone} is due ${new Date(due).toISOString()}, was [${times}]`)
  }
  once('recap', at('recap'), posted)
  for (const owner of OWNERS) {
    const { id: person, name } = owner.person
    const touching = absencesIn(
      lived,
      person,
      wall(monday, -1, '00:00', zone),
      wall(monday, 8, '00:00', zone),
    )
    if (touching.some((absence) => absence.person.id !== person)) continue
    if (touching.length > 0) {
      wrong.push(...notInPlace(lived, { id, touching, from: asked - HOUR, until: posted + HOUR }, asks))
      continue
    }
    once(`The ask of ${name}`, at('weeklyAsk', person), asked)
    const ask = asks.find((one) => one.person.id === person)
    const due = wall(monday, 4, '09:00', owner.zone ?? zone)
    const isDue = due - asked >= 2 * HOUR && due < posted
    const answeredAt = ask?.answeredAt ? epochMs(ask.answeredAt) : Infinity
    // An answer or a wish around that moment goes either way.
    const isClear =
      Math.abs(answeredAt - due) > HOUR &&
      lived.wishes.every((wish) => wish.at < due - HOUR || wish.at > due + HOUR)
    if (!ask || !isClear) continue
    const wants = isDue && answeredAt > due && mayBeReminded(lived, ask, due)
    const reminders = at('reminder', person)
    if (wants) once(`The reminder of ${name}`, reminders, due)
    // Later that day it may still come, for who wants reminders again by then.
    else if (!isDue && reminders.length > 0)
      wrong.push(`${name} was reminded in ${id}, for which it is no time`)
  }
  return wrong
}

function weeksIn(from: Instant, until: Instant): Week[] {
  const weeks: Week[] = []
  const end = Temporal.PlainDate.from(until.slice(0, 10)).subtract({ days: 8 })
  let day = Temporal.PlainDate.from(from.slice(0, 10)).add({ days: 8 })
  day = day.subtract({ days: day.dayOfWeek - 1 })
  for (; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ weeks: 1 })) {
    const id: WeekId = `${day.yearOfWeek ?? 0}-W${String(day.weekOfYear).padStart(2, '0')}`
    weeks.push({ id, monday: day })
  }
  return weeks
}

/** Whether the zone left a day of the week out, as Apia's did. */
function hasGap(monday: Temporal.PlainDate, zone: ZoneId): boolean {
  return [0, 1, 2, 3, 4, 5, 6].some((days) => {
    const date = monday.add({ days })
    return !date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toPlainDate().equals(date)
  })
}

function zoneAt(lived: Lived, monday: Temporal.PlainDate): ZoneId {
  return zoneNow(lived, Date.parse(`${monday.toString()}T00:00:00Z`))
}
