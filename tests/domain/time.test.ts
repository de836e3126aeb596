import fc from 'fast-check'
import {
  addDays,
  dateIn,
  dayOfWeek,
  daysBetween,
  epochMs,
  fromEpochMs,
  instant,
  instantAt,
  parsePlainDate,
  parseWallTime,
  parseZone,
  plainDate,
  wallTimeIn,
} from '../../bot/domain/time'
import { wallTime, zone } from '../support/builders'

const ODD_ZONES = [
  'Europe/Copenhagen',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
]

describe('a moment on the wall of a zone', () => {
  test.each([
    [
      'an ordinary Friday in Copenhagen',
      '2026-11-20',
      '15:00',
      'Europe/Copenhagen',
      '2026-11-20T14:00:00.000Z',
    ],
    ['a summer day in Copenhagen', '2026-07-03', '15:00', 'Europe/Copenhagen', '2026-07-03T13:00:00.000Z'],
    [
      'the hour that spring skips gives the later reading',
      '2026-03-29',
      '02:30',
      'Europe/Copenhagen',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'the hour that autumn repeats gives the earlier reading',
      '2026-10-25',
      '02:30',
      'Europe/Copenhagen',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'after the repeated hour winter time counts',
      '2026-10-25',
      '03:00',
      'Europe/Copenhagen',
      '2026-10-25T02:00:00.000Z',
    ],
    ['spring in New York', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    [
      'Lord Howe skips half an hour only',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:45:00.000Z',
    ],
    [
      'Lord Howe in its summer is 11 hours ahead',
      '2026-12-31',
      '10:00',
      'Australia/Lord_Howe',
      '2026-12-30T23:00:00.000Z',
    ],
    [
      'Lord Howe repeats half an hour only',
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['Kathmandu is 5:45 ahead', '2026-01-01', '00:00', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
    [
      'Chatham in summer is 13:45 ahead',
      '2027-01-01',
      '00:00',
      'Pacific/Chatham',
      '2026-12-31T10:15:00.000Z',
    ],
    [
      'Chatham in winter is 12:45 ahead',
      '2026-07-01',
      '00:00',
      'Pacific/Chatham',
      '2026-06-30T11:15:00.000Z',
    ],
    ['Apia has no summer time any more', '2026-01-01', '00:00', 'Pacific/Apia', '2025-12-31T11:00:00.000Z'],
    ['Apia had no 30 December 2011', '2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T20:00:00.000Z'],
  ])('%s', (_, date, time, where, expected) => {
    expect(instantAt(plainDate(date), wallTime(time), zone(where))).toBe(expected)
  })

  test.each([
    [
      'late on New Year’s Eve in New York',
      '2027-01-01T04:59:59.999Z',
      'America/New_York',
      '2026-12-31',
      '23:59',
    ],
    [
      'a minute later it is the new year',
      '2027-01-01T05:00:00.000Z',
      'America/New_York',
      '2027-01-01',
      '00:00',
    ],
    [
      'Kathmandu is a day ahead in the evening',
      '2026-11-20T18:15:00.000Z',
      'Asia/Kathmandu',
      '2026-11-21',
      '00:00',
    ],
    [
      'Chatham is a day ahead before noon',
      '2026-11-20T10:15:00.000Z',
      'Pacific/Chatham',
      '2026-11-21',
      '00:00',
    ],
    ['29 February', '2028-02-29T12:00:00.000Z', 'UTC', '2028-02-29', '12:00'],
    [
      'before and after autumn’s change the wall shows the same',
      '2026-10-25T01:30:00.000Z',
      'Europe/Copenhagen',
      '2026-10-25',
      '02:30',
    ],
  ])('%s', (_, moment, where, date, time) => {
    expect(dateIn(instant(moment), zone(where))).toBe(date)
    expect(wallTimeIn(instant(moment), zone(where))).toBe(time)
  })

  test('what a wall shows leads back to that wall, outside the hours that are skipped', () => {
    const minutes = fc.integer({ min: Date.UTC(2013, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ODD_ZONES.map(zone)), (minute, where) => {
        const moment = fromEpochMs(minute * 60_000)
        const [date, time] = [dateIn(moment, where), wallTimeIn(moment, where)]
        const back = instantAt(date, time, where)
        expect(dateIn(back, where)).toBe(date)
        expect(wallTimeIn(back, where)).toBe(time)
        expect(epochMs(moment) - epochMs(back)).toBeGreaterThanOrEqual(0)
        expect(epochMs(moment) - epochMs(back)).toBeLessThanOrEqual(3_600_000)
      }),
    )
  })
})

describe('dates', () => {
  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-1-1',
    '20261120',
    '2026-11-20T00:00',
    ' 2026-11-20',
    '',
  ])('%j is no date', (text) => {
    expect(parsePlainDate(text)).toBeUndefined()
    expect(() => plainDate(text)).toThrow(RangeError)
  })

  test.each([
    ['over a year’s end', '2026-12-31', 1, '2027-01-01'],
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['back over a leap day', '2028-03-01', -1, '2028-02-29'],
    ['over the spring change, which no date notices', '2026-03-28', 2, '2026-03-30'],
  ])('days are added %s', (_, from, days, to) => {
    expect(addDays(plainDate(from), days)).toBe(to)
    expect(daysBetween(plainDate(from), plainDate(to))).toBe(days)
  })

  test('the days between two dates are those that adding them counts', () => {
    const day = fc.integer({ min: -200_000, max: 200_000 })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [addDays(plainDate('2026-11-20'), a), addDays(plainDate('2026-11-20'), b)]
        expect(daysBetween(from, to)).toBe(b - a)
      }),
    )
  })

  test('they compare as text in the order of days', () => {
    const day = fc
      .integer({ min: -20_000, max: 20_000 })
      .map((days) => addDays(plainDate('2026-11-20'), days))
    fc.assert(fc.property(day, day, (a, b) => a < b === daysBetween(a, b) > 0))
  })

  test('the week starts on Monday', () => {
    expect(dayOfWeek(plainDate('2026-11-16'))).toBe(1)
    expect(dayOfWeek(plainDate('2026-11-22'))).toBe(7)
  })

  test('a moment is kept in UTC with milliseconds, so that it compares as text', () => {
    expect(instant('2026-11-20T15:00:00+01:00')).toBe('2026-11-20T14:00:00.000Z')
    expect(() => instant('2026-11-20')).toThrow(RangeError)
  })
})

describe('zones', () => {
  test.each([
    ['europe/copenhagen', 'Europe/Copenhagen'],
    [' Asia/Kolkata ', 'Asia/Kolkata'],
    ['asia/kathmandu', 'Asia/Kathmandu'],
    ['Pacific/Apia', 'Pacific/Apia'],
    ['utc', 'UTC'],
  ])('%j is %s', (text, expected) => {
    expect(parseZone(text)).toBe(expected)
  })

  test.each(['', '+01:00', 'Europe/Kopenhagen', 'GMT+1', 'Mars/Olympus', '2026-01-01T00:00[Europe/Paris]'])(
    '%j is none',
    (text) => {
      expect(parseZone(text)).toBeUndefined()
    },
  )
})

describe('wall times', () => {
  test.each([
    ['9:00', '09:00'],
    [' 17:30 ', '17:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('%j is %s', (text, expected) => {
    expect(parseWallTime(text)).toBe(expected)
  })

  test.each(['24:00', '9', '9:5', '12:60', '-1:00', 'noon', ''])('%j is none', (text) => {
    expect(parseWallTime(text)).toBeUndefined()
  })
})
