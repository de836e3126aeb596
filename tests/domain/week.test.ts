import fc from 'fast-check'
import { addDays, daysBetween, dayOfWeek, epochMs, instant, plainDate } from '../../bot/domain/time'
import {
  mondayOf,
  parseWeek,
  stepAt,
  sundayOf,
  USUAL_WEEK,
  weekIn,
  weekNumber,
  weekOf,
  weeksLater,
  type WeekId,
  type WeekStep,
} from '../../bot/domain/week'
import { COPENHAGEN, wallTime, zone } from '../support/builders'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate('1990-01-01'), days))

describe('the ISO week of a day', () => {
  test.each([
    ['2026-11-20', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['2028-02-29', '2028-W09'],
  ])('%s is in %s', (date, week) => {
    expect(weekOf(plainDate(date))).toBe(week)
  })

  test('every day lies between its week’s Monday and Sunday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOf(day)
        expect(mondayOf(week) <= day && day <= sundayOf(week)).toBe(true)
        expect(dayOfWeek(mondayOf(week))).toBe(1)
        expect(daysBetween(mondayOf(week), sundayOf(week))).toBe(6)
        expect(parseWeek(week)).toBe(week)
      }),
    )
  })

  test('weeks follow each other without a gap or a double, over every year’s end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, count) => {
        const week = weekOf(day)
        const later = weeksLater(week, count)
        expect(daysBetween(mondayOf(week), mondayOf(later))).toBe(count * 7)
        expect(weeksLater(later, -count)).toBe(week)
        expect(week < later).toBe(count > 0)
      }),
    )
  })

  test('a person in Apia is in Monday’s week while New York still has Sunday', () => {
    const moment = instant('2026-11-22T12:00:00Z')
    expect(weekIn(moment, zone('Pacific/Apia'))).toBe('2026-W48')
    expect(weekIn(moment, zone('America/New_York'))).toBe('2026-W47')
  })

  test('the number is what people call it', () => {
    expect(weekNumber('2026-W07')).toBe(7)
    expect(weekNumber('2026-W53')).toBe(53)
  })
})

describe('a week as text', () => {
  test.each(['2026-W47', '2026-W53', '2020-W53'])('%s is one', (text) => {
    expect(parseWeek(text)).toBe(text)
  })

  test.each([
    '2025-W53',
    '2027-W53',
    '2026-W00',
    '2026-W54',
    '2026-47',
    '2026-W7',
    'W47',
    '2026-W47 ',
    '',
    '99999-W01',
  ])('%j is none', (text) => {
    expect(parseWeek(text)).toBeUndefined()
  })
})

describe('the steps of a week', () => {
  test.each<[string, WeekId, WeekStep, string, string]>([
    ['the ask on an ordinary Thursday', '2026-W47', 'ask', 'Europe/Copenhagen', '2026-11-19T09:00:00.000Z'],
    ['the recap on Friday', '2026-W47', 'post', 'Europe/Copenhagen', '2026-11-20T14:00:00.000Z'],
    ['the ask on New Year’s Eve', '2026-W53', 'ask', 'Europe/Copenhagen', '2026-12-31T09:00:00.000Z'],
    [
      'the recap of the same week, next year',
      '2026-W53',
      'post',
      'Europe/Copenhagen',
      '2027-01-01T14:00:00.000Z',
    ],
    ['the ask before the spring change', '2026-W13', 'ask', 'Europe/Copenhagen', '2026-03-26T09:00:00.000Z'],
    [
      'the ask after the spring change, an hour earlier in UTC',
      '2026-W14',
      'ask',
      'Europe/Copenhagen',
      '2026-04-02T08:00:00.000Z',
    ],
    ['the ask before the autumn change', '2026-W43', 'ask', 'Europe/Copenhagen', '2026-10-22T08:00:00.000Z'],
    ['the ask after the autumn change', '2026-W44', 'ask', 'Europe/Copenhagen', '2026-10-29T09:00:00.000Z'],
    ['the reminder in Kathmandu', '2026-W47', 'remind', 'Asia/Kathmandu', '2026-11-20T03:15:00.000Z'],
    [
      'the draft in Chatham, the night before in UTC',
      '2026-W47',
      'draft',
      'Pacific/Chatham',
      '2026-11-19T22:15:00.000Z',
    ],
    ['the ask in Lord Howe’s summer', '2026-W47', 'ask', 'Australia/Lord_Howe', '2026-11-18T23:00:00.000Z'],
    [
      'the ask in Lord Howe’s winter, half an hour off',
      '2026-W27',
      'ask',
      'Australia/Lord_Howe',
      '2026-07-01T23:30:00.000Z',
    ],
    ['the ask in Apia, Wednesday in UTC', '2026-W47', 'ask', 'Pacific/Apia', '2026-11-18T21:00:00.000Z'],
  ])('%s', (_, week, step, where, expected) => {
    expect(stepAt(week, step, USUAL_WEEK, zone(where))).toBe(expected)
  })

  test('a step at an hour that the spring change skips happens once, an hour later on the wall', () => {
    const night = { ...USUAL_WEEK, post: { day: 7, time: wallTime('02:30') } }
    expect(stepAt('2026-W13', 'post', night, COPENHAGEN)).toBe('2026-03-29T01:30:00.000Z')
  })

  test('they keep their order and stay in their week, in every zone', () => {
    const zones = [
      'Europe/Copenhagen',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'Pacific/Apia',
    ]
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones.map(zone)), (day, where) => {
        const week = weekOf(day)
        const steps = (['ask', 'remind', 'draft', 'post'] as const).map((step) =>
          stepAt(week, step, USUAL_WEEK, where),
        )
        expect(steps).toEqual(steps.toSorted())
        expect(steps.every((moment) => weekIn(moment, where) === week)).toBe(true)
      }),
    )
  })

  test('asks are a week apart on the wall, give or take the hour of a change', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOf(day)
        const first = stepAt(week, 'ask', USUAL_WEEK, COPENHAGEN)
        const next = stepAt(weeksLater(week, 1), 'ask', USUAL_WEEK, COPENHAGEN)
        expect([167, 168, 169]).toContain((epochMs(next) - epochMs(first)) / 3_600_000)
      }),
    )
  })
})
