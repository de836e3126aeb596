import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { isAwayAt, type Away } from '../../bot/domain/away'
import type { Ask } from '../../bot/domain/cycle'
import {
  reminderMoment,
  snoozeChoices,
  waitingSnooze,
  wasAskedFor,
  type ReminderContext,
} from '../../bot/domain/reminder'
import { postMoment } from '../../bot/domain/schedule'
import { addDays, fromEpochMs, instant, plainDate, type Instant, type ZoneId } from '../../bot/domain/time'
import { USUAL_WEEK, type WeekTimes } from '../../bot/domain/week'
import { anAsk, aProject, at, COPENHAGEN, MEGAN, NOW, wallTime, zone } from '../support/builders'

/* Week 47: asked Thursday 19 November 10:00, reminded Friday 09:00, posted Friday 15:00, Copenhagen time. */

const THURSDAY = at('2026-11-19', '10:00')
const NOON = at('2026-11-19', '12:00')
const FRIDAY = '2026-11-20'
const NINE = at(FRIDAY, '09:00')
const PROJECT = aProject({ zone: COPENHAGEN })
/** A week that is asked for on Monday and ends on Friday: there is time for a second reminder by the clock. */
const LONG_WEEK: WeekTimes = {
  ...USUAL_WEEK,
  ask: { day: 1, time: wallTime('10:00') },
  remind: { day: 2, time: wallTime('11:00') },
}

function context(over: Partial<ReminderContext> = {}): ReminderContext {
  return { now: NOON, zone: COPENHAGEN, weekAskedAt: THURSDAY, away: null, wanted: true, ...over }
}

function moment(
  ask: Partial<Ask> = {},
  over: Partial<ReminderContext> = {},
  project: Parameters<typeof reminderMoment>[0] = PROJECT,
) {
  return reminderMoment(project, anAsk(ask), context(over))
}

function away(from: string, until: string): Away {
  return { from: plainDate(from), until: plainDate(until), delegate: null }
}

describe('somebody who is silent is reminded on Friday at nine', () => {
  test.each([
    ['in the project’s zone', 'Europe/Copenhagen', NINE],
    ['on their own wall in London, an hour later', 'Europe/London', at(FRIDAY, '10:00')],
    ['in Kathmandu while Copenhagen sleeps', 'Asia/Kathmandu', at(FRIDAY, '04:15')],
    ['in Auckland on what is Thursday elsewhere', 'Pacific/Auckland', at('2026-11-19', '21:00')],
    ['not at all in San Francisco, where nine is after the recap', 'America/Los_Angeles', null],
  ] as const)('%s', (_, where, expected) => {
    expect(moment({}, { zone: zone(where) })).toBe(expected)
  })

  test.each([
    ['late, when the service was down at nine', at(FRIDAY, '11:20'), at(FRIDAY, '11:20')],
    ['not once the recap is due', at(FRIDAY, '15:00'), null],
    ['not on the weekend', at('2026-11-21', '10:00'), null],
  ])('%s', (_, now, expected) => {
    expect(moment({}, { now })).toBe(expected)
  })

  test('in working hours even where the lead chose others', () => {
    const early = { ...PROJECT, week: { ...PROJECT.week, remind: { day: 5, time: wallTime('06:00') } } }
    expect(moment({}, {}, early)).toBe(NINE)
  })
})

test.each([
  ['who has answered', { answeredAt: NOW }],
  ['whom the clock reminded, when the recap comes before a working day is over', { remindedAt: [NINE] }],
  ['twice already', { remindedAt: [at('2026-11-17'), at('2026-11-18')] }],
  ['of whose card nobody knows whether it arrived', { delivery: { status: 'unknown', at: NOW } }],
  [
    'who could not be reached',
    { delivery: { status: 'unreachable', at: NOW, why: 'blocked', fallback: true } },
  ],
  ['who got their card only an hour before', { askedAt: at(FRIDAY, '08:00') }],
  [
    'to whom somebody else’s items came only an hour before',
    {
      covers: [
        { owner: MEGAN, until: plainDate('2026-12-03'), since: at(FRIDAY, '08:00'), answeredAt: null },
      ],
    },
  ],
  ['for whom somebody else was asked', { away: { until: plainDate('2026-12-03'), inPlace: MEGAN } }],
] satisfies [string, Partial<Ask>][])('nobody is reminded %s', (_, ask) => {
  expect(moment(ask)).toBeNull()
})

test('who was to be asked two hours before is reminded, though their card went out a little later', () => {
  expect(moment({ askedAt: at(FRIDAY, '07:00') })).toBe(NINE)
  expect(moment({ askedAt: instant('2026-11-20T06:00:19Z') })).toBe(NINE)
  expect(moment({ askedAt: at(FRIDAY, '07:15') })).toBeNull()
})

test('nobody is reminded in a project that does not remind, and nobody who wants none', () => {
  expect(moment({}, {}, { ...PROJECT, reminds: false })).toBeNull()
  expect(moment({}, { wanted: false })).toBeNull()
})

describe('the clock reminds a second time', () => {
  const long = { ...PROJECT, week: LONG_WEEK }
  const asked = { askedAt: at('2026-11-16', '10:00') }
  const seen = { now: at('2026-11-17', '12:00'), weekAskedAt: at('2026-11-16', '10:00') }

  test('one working day after the first, where the recap is still to come', () => {
    const first = at('2026-11-17', '11:00')
    expect(moment({ ...asked, remindedAt: [first] }, seen, long)).toBe(at('2026-11-18', '11:00'))
  })

  test('over a weekend on Monday', () => {
    const overWeekend = { ...LONG_WEEK, post: { day: 7, time: wallTime('20:00') } }
    const late = { ...asked, remindedAt: [at(FRIDAY, '16:00')] }
    expect(moment(late, { ...seen, now: at(FRIDAY, '16:30') }, { ...PROJECT, week: overWeekend })).toBeNull()
  })
})

describe('who is away is not reminded', () => {
  test.each([
    ['while they are', away('2026-11-18', '2026-12-03'), null],
    ['on a day that is still to come', away(FRIDAY, FRIDAY), null],
    ['but is when they are back in time', away('2026-11-18', '2026-11-19'), NINE],
    ['or were away before', away('2026-11-09', '2026-11-13'), NINE],
  ] as const)('%s', (_, theirs, expected) => {
    expect(moment({}, { away: theirs })).toBe(expected)
  })
})

describe('a snooze moves the next reminder', () => {
  const snoozed = (until: Instant, choice: 'hour' | 'tomorrow' | 'nextWeek' = 'hour') => ({
    snoozes: [{ at: NOON, choice, until }],
  })

  test('to the moment that was asked for', () => {
    expect(moment(snoozed(at('2026-11-19', '13:00')))).toBe(at('2026-11-19', '13:00'))
    expect(moment(snoozed(at(FRIDAY, '11:00')))).toBe(at(FRIDAY, '11:00'))
  })

  test('and comes although the person or the project wants no reminders', () => {
    const ask = snoozed(at('2026-11-19', '13:00'))
    expect(moment(ask, { wanted: false })).toBe(at('2026-11-19', '13:00'))
    expect(moment(ask, {}, { ...PROJECT, reminds: false })).toBe(at('2026-11-19', '13:00'))
  })

  test('"next week" leaves none in this one', () => {
    expect(moment(snoozed(at('2026-11-26', '10:00'), 'nextWeek'))).toBeNull()
  })

  test('the clock’s own follows a working day later, and there is no third', () => {
    const first = at('2026-11-19', '11:00')
    const ask = { snoozes: [{ at: at('2026-11-19', '10:00'), choice: 'hour' as const, until: first }] }
    expect(moment({ ...ask, remindedAt: [first] })).toBe(at(FRIDAY, '11:00'))
    expect(moment({ ...ask, remindedAt: [first, at(FRIDAY, '11:00')] })).toBeNull()
  })

  test('what it asked for is known from the ask', () => {
    const ask = { ...snoozed(at('2026-11-19', '13:00')), remindedAt: [] }
    expect(waitingSnooze(ask)?.choice).toBe('hour')
    const reminded = { ...ask, remindedAt: [at('2026-11-19', '13:00')] }
    expect([waitingSnooze(reminded), wasAskedFor(reminded)]).toEqual([null, true])
    const again = { ...reminded, remindedAt: [...reminded.remindedAt, at(FRIDAY, '13:00')] }
    expect(wasAskedFor(again)).toBe(false)
    expect(wasAskedFor({ snoozes: [], remindedAt: [NINE] })).toBe(false)
  })
})

describe('a card can be put off', () => {
  const choices = (over: Partial<ReminderContext> = {}, ask: Partial<Ask> = {}) =>
    snoozeChoices(PROJECT, anAsk(ask), context(over)).map(({ choice, until }) => [choice, until])
  const NEXT = ['nextWeek', at('2026-11-26', '10:00')]

  test('for an hour, until tomorrow morning, until next week', () => {
    expect(choices()).toEqual([['hour', at('2026-11-19', '13:00')], ['tomorrow', NINE], NEXT])
  })

  test('in working hours: an hour at the end of a day is tomorrow, and early in the morning it is nine', () => {
    expect(choices({ now: at('2026-11-19', '16:30') })).toEqual([['tomorrow', NINE], NEXT])
    expect(choices({ now: at(FRIDAY, '07:10') })).toEqual([['hour', NINE], NEXT])
  })

  test('never beyond the recap: on Friday tomorrow is too late, at two an hour as well', () => {
    expect(choices({ now: at(FRIDAY, '10:00') })).toEqual([['hour', at(FRIDAY, '11:00')], NEXT])
    expect(choices({ now: at(FRIDAY, '14:30') })).toEqual([NEXT])
    expect(choices({ now: at(FRIDAY, '15:00') })).toEqual([])
  })

  test.each<[string, Partial<Ask>]>([
    ['no reminder is left', { remindedAt: [at('2026-11-19', '11:00'), NOON] }],
    ['all of it is answered', { answeredAt: NOON }],
    ['they are away', { away: { until: plainDate('2026-12-03'), inPlace: null } }],
  ])('not where %s', (_, ask) => {
    expect(choices({}, ask)).toEqual([])
  })
})

const ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'America/Los_Angeles',
  'UTC',
].map(zone)
const MONDAY = Date.parse(at('2026-11-16', '00:00'))
const minute = fc.integer({ min: 0, max: 7 * 24 * 60 })
const momentOfWeek = minute.map((later) => fromEpochMs(MONDAY + later * 60_000))

const aways = fc.option(
  fc
    .record({ start: fc.integer({ min: -7, max: 7 }), days: fc.integer({ min: 0, max: 6 }) })
    .map(({ start, days }): Away => {
      const from = addDays(plainDate('2026-11-16'), start)
      return { from, until: addDays(from, days), delegate: null }
    }),
)

const weeks = fc.record({
  remind: fc.record({
    day: fc.integer({ min: 1, max: 6 }),
    time: fc.integer({ min: 0, max: 23 }).map((hour) => wallTime(`${hour}:30`)),
  }),
  post: fc.record({
    day: fc.integer({ min: 5, max: 7 }),
    time: fc.integer({ min: 6, max: 22 }).map((hour) => wallTime(`${hour}:15`)),
  }),
})

/** What happens to somebody in a week, in its order: they put their card off, or only look. */
const acts = fc.array(
  fc.record({
    at: momentOfWeek,
    chosen: fc.option(fc.integer({ min: 0, max: 2 })),
    reminders: fc.boolean(),
  }),
  { maxLength: 12 },
)

test('whatever people choose, wherever they are: in their hours, twice at most, never away and never after the recap', () => {
  let reminders = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      weeks,
      aways,
      acts,
      fc.option(momentOfWeek),
      fc.boolean(),
      (where, times, theirAway, week, answeredAt, reminds) => {
        const ask: WeekTimes['ask'] = { day: 1, time: wallTime('00:00') }
        const project = { ...PROJECT, reminds, week: { ...USUAL_WEEK, ...times, ask } }
        const weekAskedAt = fromEpochMs(MONDAY)
        const reminded = remindersOf(project, { where, weekAskedAt, theirAway, week, answeredAt })
        reminders += reminded.length
        expect(reminded.length).toBeLessThanOrEqual(2)
        for (const one of reminded) {
          const wall = Temporal.Instant.from(one).toZonedDateTimeISO(where)
          expect(wall.dayOfWeek).toBeLessThanOrEqual(5)
          expect([wall.hour >= 9, wall.hour < 17]).toEqual([true, true])
          expect(isAwayAt(theirAway, one, where)).toBe(false)
          expect(one < postMoment(project, '2026-W47', weekAskedAt)).toBe(true)
          expect(answeredAt === null || one <= answeredAt).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(reminders).toBeGreaterThan(50)
})

type Lived = {
  readonly where: ZoneId
  readonly weekAskedAt: Instant
  readonly theirAway: Away | null
  readonly week: readonly {
    readonly at: Instant
    readonly chosen: number | null
    readonly reminders: boolean
  }[]
  readonly answeredAt: Instant | null
}

/** Lives through a week as the clock does: it looks when it said it would, and when something happens. */
function remindersOf(project: Parameters<typeof reminderMoment>[0], lived: Lived): readonly Instant[] {
  const { where, weekAskedAt, theirAway, week, answeredAt } = lived
  let ask = anAsk({ askedAt: weekAskedAt })
  let wanted = true
  const ctx = (now: Instant): ReminderContext => ({ now, zone: where, weekAskedAt, away: theirAway, wanted })
  const lookUntil = (from: Instant, until: Instant) => {
    for (let now = from; ;) {
      const next = reminderMoment(project, ask, ctx(now))
      if (next === null || next >= until) return
      if (next > now) now = next
      else ask = { ...ask, remindedAt: [...ask.remindedAt, now] }
    }
  }
  let now = weekAskedAt
  for (const act of week.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const answered = answeredAt !== null && answeredAt <= act.at
    lookUntil(now, answered ? answeredAt : act.at)
    if (answered) return ask.remindedAt
    now = act.at
    wanted = act.reminders
    const snooze = act.chosen === null ? undefined : snoozeChoices(project, ask, ctx(now))[act.chosen]
    if (snooze) ask = { ...ask, snoozes: [...ask.snoozes, snooze] }
  }
  lookUntil(now, answeredAt ?? fromEpochMs(MONDAY + 8 * 86_400_000))
  return ask.remindedAt
}
