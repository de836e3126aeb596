import fc from 'fast-check'
import type { SourceEntry } from '../../bot/domain/sourceEntry'
import { countFreshness, FRESHNESS_LIMITS, freshnessOf, wantsCheck } from '../../bot/domain/sourceFreshness'
import { fromEpochMs, epochMs } from '../../bot/domain/time'
import { ALEX, anEntry, at, COPENHAGEN, MEGAN, NOW, zone } from '../support/builders'

const TODAY = { now: NOW, zone: COPENHAGEN }
const verifiedOn = (date: string, over: Partial<SourceEntry> = {}) =>
  anEntry({ writtenAt: at('2026-01-05'), verified: { by: ALEX, at: at(date) }, reviewDays: 14, ...over })

/* Today is Fri 20 Nov 2026; the entry is to be checked every 14 days. */
test.each([
  ['verified today', verifiedOn('2026-11-20'), { kind: 'verified', daysAgo: 0, until: '2026-12-04' }],
  ['verified 13 days ago', verifiedOn('2026-11-07'), { kind: 'verified', daysAgo: 13, until: '2026-11-21' }],
  ['verified 14 days ago', verifiedOn('2026-11-06'), { kind: 'due', days: 0 }],
  ['verified 23 days ago', verifiedOn('2026-10-28'), { kind: 'due', days: 9 }],
  ['verified 28 days ago', verifiedOn('2026-10-23'), { kind: 'due', days: 14 }],
  [
    'verified 29 days ago',
    verifiedOn('2026-10-22'),
    { kind: 'stale', since: '2026-11-20', everVerified: true },
  ],
  [
    'verified half a year ago',
    verifiedOn('2026-05-20'),
    { kind: 'stale', since: '2026-06-18', everVerified: true },
  ],
  [
    'verified 60 days ago, to be checked every 90',
    verifiedOn('2026-09-21', { reviewDays: 90 }),
    { kind: 'verified', daysAgo: 60, until: '2026-12-20' },
  ],
  [
    'never verified, written today',
    anEntry({ verified: null, writtenAt: NOW }),
    { kind: 'unverified', days: 0, before: false },
  ],
  [
    'never verified, written 21 days ago',
    anEntry({ verified: null, writtenAt: at('2026-10-30') }),
    { kind: 'unverified', days: 21, before: false },
  ],
  [
    'never verified, written 22 days ago',
    anEntry({ verified: null, writtenAt: at('2026-10-29') }),
    { kind: 'stale', since: '2026-11-20', everVerified: false },
  ],
  [
    'written anew by somebody else since it was verified',
    verifiedOn('2026-11-10', { writtenAt: at('2026-11-18') }),
    { kind: 'unverified', days: 2, before: true },
  ],
  [
    'written anew long ago and not confirmed since',
    verifiedOn('2026-09-01', { writtenAt: at('2026-10-01') }),
    { kind: 'stale', since: '2026-10-23', everVerified: true },
  ],
  ['empty', anEntry({ content: { kind: 'empty' }, writtenAt: null, verified: null }), { kind: 'empty' }],
] as const)('an entry that is %s', (_, entry, freshness) => {
  expect(freshnessOf(entry, TODAY)).toEqual(freshness)
})

test('days are those on the wall of the project', () => {
  const entry = verifiedOn('2026-11-06', { verified: { by: ALEX, at: at('2026-11-06', '23:30') } })
  const lateEvening = at('2026-11-19', '23:30')
  expect(freshnessOf(entry, { now: lateEvening, zone: COPENHAGEN }).kind).toBe('verified')
  expect(freshnessOf(entry, { now: lateEvening, zone: zone('Pacific/Auckland') }).kind).toBe('verified')
  expect(
    freshnessOf(verifiedOn('2026-11-06'), { now: lateEvening, zone: zone('Pacific/Auckland') }).kind,
  ).toBe('due')
})

test('with time alone an entry goes from verified to due to stale, and never back', () => {
  const order = ['verified', 'due', 'stale']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 }), fc.nat(500), fc.nat(60), (reviewDays, day, more) => {
      const entry = verifiedOn('2026-01-10', { reviewDays })
      const on = (days: number) =>
        order.indexOf(
          freshnessOf(entry, {
            now: fromEpochMs(epochMs(at('2026-01-10')) + days * 86_400_000),
            zone: COPENHAGEN,
          }).kind,
        )
      expect(on(day)).toBeGreaterThanOrEqual(0)
      expect(on(day + more)).toBeGreaterThanOrEqual(on(day))
      expect(on(reviewDays + FRESHNESS_LIMITS.grace + 2)).toBe(2)
    }),
  )
})

test('its owner is asked about what is due, unconfirmed or stale, and about nothing else', () => {
  const wants = (entry: SourceEntry) => wantsCheck(freshnessOf(entry, TODAY))
  expect(wants(verifiedOn('2026-11-19'))).toBe(false)
  expect(wants(verifiedOn('2026-11-06'))).toBe(true)
  expect(wants(verifiedOn('2026-05-20'))).toBe(true)
  expect(wants(anEntry({ owner: MEGAN, verified: null, writtenAt: NOW }))).toBe(true)
  expect(wants(anEntry({ content: { kind: 'empty' }, writtenAt: null }))).toBe(false)
})

test('the recap counts what is written, may be trusted, and is stale', () => {
  const entries = [
    verifiedOn('2026-11-19'),
    verifiedOn('2026-11-06'),
    verifiedOn('2026-05-20'),
    anEntry({ content: { kind: 'empty' }, writtenAt: null, verified: null }),
  ]
  expect(countFreshness(entries, TODAY)).toEqual({ written: 3, verified: 1, stale: 1 })
})
