import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { reminderMoment } from '../../bot/domain/reminder'
import { fromEpochMs, type Instant, type ZoneId } from '../../bot/domain/time'
import { anAsk, aProject, at, COPENHAGEN, NOW, wallTime, zone } from '../support/builders'

/* Week 47: asked Thursday 19 November 10:00, reminded Friday 09:00, posted Friday 15:00, Copenhagen time. */

const THURSDAY = at('2026-11-19', '10:00')
const FRIDAY = '2026-11-20'
const PROJECT = aProject({ zone: COPENHAGEN })

function moment(
  ask: Parameters<typeof anAsk>[0] = {},
  now: Instant = at('2026-11-19', '12:00'),
  owner: ZoneId = COPENHAGEN,
  project = PROJECT,
) {
  return reminderMoment(project, anAsk(ask), { now, zone: owner, weekAskedAt: THURSDAY })
}

describe('somebody who is silent is reminded on Friday at nine', () => {
  test.each([
    ['in the project’s zone', 'Europe/Copenhagen', at(FRIDAY, '09:00')],
    ['on their own wall in London, an hour later', 'Europe/London', at(FRIDAY, '10:00')],
    ['in Kathmandu while Copenhagen sleeps', 'Asia/Kathmandu', at(FRIDAY, '04:15')],
    ['in Auckland on what is Thursday elsewhere', 'Pacific/Auckland', at('2026-11-19', '21:00')],
    ['not at all in San Francisco, where nine is after the recap', 'America/Los_Angeles', null],
  ] as const)('%s', (_, where, expected) => {
    expect(moment({}, at('2026-11-19', '12:00'), zone(where))).toBe(expected)
  })

  test.each([
    ['late, when the service was down at nine', at(FRIDAY, '11:20'), at(FRIDAY, '11:20')],
    ['not once the recap is due', at(FRIDAY, '15:00'), null],
    ['not on the weekend', at('2026-11-21', '10:00'), null],
  ])('%s', (_, now, expected) => {
    expect(moment({}, now)).toBe(expected)
  })

  test('in working hours even where the lead chose others', () => {
    const early = { ...PROJECT, week: { ...PROJECT.week, remind: { day: 5, time: wallTime('06:00') } } }
    expect(moment({}, at('2026-11-19', '12:00'), COPENHAGEN, early)).toBe(at(FRIDAY, '09:00'))
  })
})

test.each([
  ['who has answered', { answeredAt: NOW }],
  ['who was reminded this week', { remindedAt: at(FRIDAY, '09:00') }],
  ['of whose card nobody knows whether it arrived', { delivery: { status: 'unknown', at: NOW } }],
  [
    'who could not be reached',
    { delivery: { status: 'unreachable', at: NOW, why: 'blocked', fallback: true } },
  ],
  ['who got their card only an hour before', { askedAt: at(FRIDAY, '08:00') }],
] as const)('nobody is reminded %s', (_, ask) => {
  expect(moment(ask)).toBeNull()
})

test('nobody is reminded in a project that does not remind', () => {
  expect(moment({}, undefined, undefined, { ...PROJECT, reminds: false })).toBeNull()
})

const ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'UTC',
]
const minutes = fc.integer({ min: 0, max: 7 * 24 * 60 })

test('whenever one looks and wherever somebody is, a reminder is in working hours, to come, and before the recap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES.map(zone)),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 23 }),
      minutes,
      (where, day, hour, later) => {
        const remind = { day, time: wallTime(`${hour}:30`) }
        const project = { ...PROJECT, week: { ...PROJECT.week, remind } }
        const now = fromEpochMs(Date.parse(at('2026-11-16', '00:00')) + later * 60_000)
        const found = moment({ askedAt: at('2026-11-16', '00:00') }, now, where, project)
        if (found === null) return
        const wall = Temporal.Instant.from(found).toZonedDateTimeISO(where)
        expect(wall.dayOfWeek).toBeLessThanOrEqual(5)
        expect([wall.hour >= 9, wall.hour < 17, found >= now, found < NOW]).toEqual([true, true, true, true])
      },
    ),
  )
})
