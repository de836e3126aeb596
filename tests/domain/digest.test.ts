import fc from 'fast-check'
import {
  delivered,
  lookedAt,
  lookMoment,
  raisedIn,
  type LookContext,
  type Raised,
} from '../../bot/domain/digest'
import type { Project } from '../../bot/domain/project'
import { USUAL_RAISING } from '../../bot/domain/raising'
import {
  addDays,
  dateIn,
  dayOfWeek,
  epochMs,
  fromEpochMs,
  plainDate,
  wallTimeIn,
  type Instant,
  type PlainDate,
} from '../../bot/domain/time'
import type { Trouble } from '../../bot/domain/trouble'
import {
  aDueDate,
  ALEX,
  aMessageRef,
  aProject,
  at,
  COPENHAGEN,
  ISAIAH,
  LYNNE,
  NOW,
  TODAY,
  zone,
} from '../support/builders'

/* The project looks Monday to Friday at nine; it is the week of Monday 16 November, Copenhagen time. */

const PROJECT = aProject({ raising: USUAL_RAISING })
const AUCKLAND = zone('Pacific/Auckland')

function moment(now: Instant, over: Partial<LookContext> = {}, project: Partial<Project> = {}) {
  const ctx = { now, zone: COPENHAGEN, lookedOn: null, wasAsked: true, ...over }
  return lookMoment({ ...PROJECT, ...project }, ctx)
}
const tuesday = plainDate('2026-11-17')
const raises = (over: Partial<typeof USUAL_RAISING>) => ({ raising: { ...USUAL_RAISING, ...over } })

describe('a look is due at nine on the lead’s own wall', () => {
  test.each<[string, Instant, Partial<LookContext>, string | null, Instant | null]>([
    ['not before', at('2026-11-17', '08:59'), {}, null, at('2026-11-17', '09:00')],
    ['at nine', at('2026-11-17', '09:00'), {}, '2026-11-17', at('2026-11-18', '09:00')],
    ['late, when the service was down', at('2026-11-17', '16:59'), {}, '2026-11-17', at('2026-11-18')],
    ['but not in the evening', at('2026-11-17', '17:00'), {}, null, at('2026-11-18')],
    ['once a day', at('2026-11-17', '09:01'), { lookedOn: tuesday }, null, at('2026-11-18')],
    ['not on Saturday', at('2026-11-21', '10:00'), {}, null, at('2026-11-23')],
    ['on Friday, then on Monday', at(TODAY), {}, TODAY, at('2026-11-23')],
    [
      'in Auckland while Copenhagen sleeps',
      at('2026-11-16', '21:00'),
      { zone: AUCKLAND },
      '2026-11-17',
      at('2026-11-17', '21:00'),
    ],
    [
      'not again after a flight back over the date line',
      at('2026-11-16', '22:00'),
      { lookedOn: tuesday },
      null,
      at('2026-11-18'),
    ],
    [
      'although a clock ran a month ahead once',
      at('2026-11-17'),
      { lookedOn: plainDate('2026-12-20') },
      '2026-11-17',
      at('2026-11-18'),
    ],
  ])('%s', (_, now, over, day, next) => {
    expect(moment(now, over)).toEqual({ day, next })
  })

  test('on the days that the lead chose', () => {
    const sundays = raises({ days: [7] })
    expect(moment(at('2026-11-17'), {}, sundays)).toEqual({ day: null, next: at('2026-11-22') })
    expect(moment(at('2026-11-22'), {}, sundays).day).toBe('2026-11-22')
  })
})

describe('no look at all', () => {
  test.each<[string, Partial<Project>]>([
    ['of a paused project', { state: { status: 'paused', since: NOW, by: ALEX } }],
    ['of one whose go-live is long past', { goLive: aDueDate('2026-08-01') }],
    ['where the lead turned it off', raises({ on: false })],
    ['where no day is chosen', raises({ days: [] })],
  ])('%s', (_, project) => {
    expect(moment(at('2026-11-17'), {}, project)).toEqual({ day: null, next: null })
  })

  test('before the first week of a new project asks, unless somebody asked by hand', () => {
    const setUp = { createdAt: at('2026-11-13', '11:00') }
    expect(moment(at('2026-11-18'), { wasAsked: false }, setUp)).toEqual({
      day: null,
      next: at('2026-11-19'),
    })
    expect(moment(at('2026-11-20'), { wasAsked: false }, setUp).day).toBe(TODAY)
    expect(moment(at('2026-11-18'), { wasAsked: true }, setUp).day).toBe('2026-11-18')
  })
})

const blocked = (key: string): Trouble => ({
  kind: 'blocked',
  key,
  item: 'A-21',
  title: 'Bank interface',
  owner: ISAIAH,
  waits: LYNNE,
  unblocks: null,
  reason: 'firewall',
  needs: null,
  since: TODAY,
  days: 6,
})
const look = (before: Raised | null, keys: readonly string[], day: PlainDate = TODAY) =>
  lookedAt(before, keys.map(blocked), { day, at: at(day), lead: ALEX })
const sent = { status: 'sent', at: NOW, message: aMessageRef() } as const
const lost = { status: 'unreachable', at: NOW, why: 'blocked', fallback: false } as const
const day = (n: number) => addDays(TODAY, n)

describe('what a look comes to', () => {
  test('the first trouble makes a digest, the same trouble on the next day none', () => {
    const first = look(null, ['a'])
    expect(first.digest).toMatchObject({ on: TODAY, to: ALEX, news: [{ key: 'a', item: 'A-21' }] })
    const second = look(first.raised, ['a'], day(1))
    expect(second.digest).toBeNull()
    expect(second.raised).toMatchObject({ lookedOn: day(1), known: [{ key: 'a', on: TODAY }] })
  })

  test('nothing at all makes none', () => {
    expect(look(null, [])).toEqual({ digest: null, raised: { lookedOn: TODAY, known: [], digests: [] } })
  })

  test('a new one makes a digest in which it alone is news', () => {
    const { digest } = look(look(null, ['a']).raised, ['a', 'b'], day(1))
    expect(digest?.news.map(({ key }) => key)).toEqual(['b'])
  })

  test('one that was solved is forgotten, and news when it comes back', () => {
    const solved = look(look(null, ['a']).raised, [], day(1)).raised
    expect(look(solved, ['a'], day(2)).digest?.news).toHaveLength(1)
  })

  test('one whose digest did not reach the lead is news once more; of an unknown one it is not', () => {
    const { raised } = look(null, ['a'])
    expect(look(delivered(raised, TODAY, lost), ['a'], day(1)).digest).not.toBeNull()
    expect(look(delivered(raised, TODAY, { status: 'unknown', at: NOW }), ['a'], day(1)).digest).toBeNull()
    expect(look(delivered(raised, TODAY, sent), ['a'], day(1)).digest).toBeNull()
  })

  test('digests of long ago are let go', () => {
    expect(look(look(null, ['a']).raised, ['b'], day(60)).raised.digests).toHaveLength(2)
    expect(look(look(null, ['a']).raised, ['b'], day(61)).raised.digests).toHaveLength(1)
  })
})

describe('the recap’s line', () => {
  const twoDays = look(delivered(look(null, ['a']).raised, TODAY, sent), ['a', 'b'], day(1)).raised
  const told = delivered(twoDays, day(1), sent)

  test('counts each record once, from what reached the lead in the recap’s time', () => {
    expect(raisedIn(told, at(day(-7)), at(day(2)))).toEqual({
      with: ALEX,
      showStoppers: [],
      blocked: ['A-21'],
      movedOften: [],
      silent: 0,
    })
  })

  test.each([
    ['before the last recap', at(day(1), '12:00'), at(day(2))],
    ['after this one', at(day(-7)), at(day(-6))],
  ])('leaves out what was raised %s', (_, since, now) => {
    expect(raisedIn(told, since, now)).toBeNull()
  })

  test('leaves out what did not reach the lead, and says nothing when nothing was raised', () => {
    expect(raisedIn(look(null, ['a']).raised, at(day(-7)), at(day(2)))).toBeNull()
    expect(raisedIn(delivered(look(null, ['a']).raised, TODAY, lost), at(day(-7)), at(day(2)))).toBeNull()
    expect(raisedIn(null, at(day(-7)), NOW)).toBeNull()
  })
})

const ZONES = [
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Europe/Copenhagen',
  'America/Los_Angeles',
  'Pacific/Apia',
]
const step = fc.record({
  /** Minutes until the next look; the clock may be set back a little. */
  minutes: fc.integer({ min: -90, max: 60 * 40 }),
  troubles: fc.subarray(['a', 'b', 'c', 'd']),
  where: fc.constantFrom(...ZONES.map(zone)),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  rests: fc.constantFrom('no', 'no', 'no', 'paused', 'ended', 'off'),
  fate: fc.constantFrom(sent, sent, lost),
})

test('whatever happens: at most one digest a day of the lead, at nine to five, never without news, never while it rests', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      let now = at('2026-11-02', '06:00')
      let raised: Raised | null = null
      /** The lead knows these: raised, arrived, and standing at every look since. */
      let knows = new Set<string>()
      const days: PlainDate[] = []
      for (const { minutes, troubles, where, days: chosen, rests, fate } of steps) {
        now = fromEpochMs(epochMs(now) + minutes * 60_000)
        const due = moment(
          now,
          { zone: where, lookedOn: raised?.lookedOn ?? null },
          {
            raising: { ...USUAL_RAISING, on: rests !== 'off', days: chosen },
            ...(rests === 'paused' && { state: { status: 'paused', since: now, by: ALEX } as const }),
            ...(rests === 'ended' && { goLive: aDueDate('2026-01-01') }),
          },
        )
        if (due.next !== null) expect(due.next > now).toBe(true)
        if (due.day === null) continue
        expect(rests).toBe('no')
        expect([dateIn(now, where), chosen.includes(dayOfWeek(due.day))]).toEqual([due.day, true])
        const wall = wallTimeIn(now, where)
        expect(wall >= '09:00' && wall < '17:00').toBe(true)
        const found = lookedAt(raised, troubles.map(blocked), { day: due.day, at: now, lead: ALEX })
        const news = troubles.filter((key) => !knows.has(key))
        expect(found.digest?.news.map(({ key }) => key) ?? []).toEqual(news)
        raised = found.raised
        knows = new Set(troubles)
        if (!found.digest) continue
        days.push(due.day)
        raised = delivered(raised, due.day, fate)
        if (fate === lost) for (const key of news) knows.delete(key)
      }
      expect(days).toEqual([...new Set(days)].sort())
    }),
    { numRuns: 60 },
  )
})
