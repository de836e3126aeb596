import type { PlainDate } from '../../bot/domain/time'
import type { ActionItem } from '../../bot/domain/actionItem'
import type { Ask } from '../../bot/domain/cycle'
import type { Issue } from '../../bot/domain/issue'
import { USUAL_RAISING, type RaiseLimits } from '../../bot/domain/raising'
import {
  silentSoFar,
  troublesIn,
  type AskedWeek,
  type Trouble,
  type TroubleInput,
} from '../../bot/domain/trouble'
import {
  ADELE,
  aDueDate,
  ALEX,
  anActionItem,
  anAsk,
  anIssue,
  at,
  COPENHAGEN,
  inDays,
  ISAIAH,
  LYNNE,
  MEGAN,
  TODAY,
  zone,
} from '../support/builders'

/* It is Friday 20 November. By the usual limits: silent 2 weeks, blocked over 5 days, show-stopper over 2, moved 3 times. */

const CTX = { today: TODAY, zone: COPENHAGEN }

function troubles(input: Partial<TroubleInput>, limits: Partial<RaiseLimits> = {}, ctx = CTX): Trouble[] {
  const all = { items: [], issues: [], weeks: [], ...input }
  return troublesIn(all, { ...USUAL_RAISING.limits, ...limits }, ctx)
}

function blockedFor(days: number, time = '09:00', over: Partial<ActionItem> = {}): ActionItem {
  const since = at(inDays(-days), time)
  return anActionItem({ state: { status: 'blocked', reason: 'firewall', needs: ADELE, since }, ...over })
}

describe('an item that is blocked', () => {
  test.each([
    [0, 5, 0],
    [5, 5, 0],
    [6, 5, 1],
    [6, 10, 0],
    [10, 10, 0],
    [11, 10, 1],
    [90, null, 0],
  ])('for %i whole days, over a limit of %p', (days, blockedDays, expected) => {
    expect(troubles({ items: [blockedFor(days)] }, { blockedDays })).toHaveLength(expected)
  })

  test('counts whole days on the project’s wall, not hours', () => {
    expect(troubles({ items: [blockedFor(6, '23:59')] })).toHaveLength(1)
    expect(troubles({ items: [blockedFor(5, '00:01')] })).toHaveLength(0)
    const auckland = { today: TODAY, zone: zone('Pacific/Auckland') }
    expect(troubles({ items: [blockedFor(6, '23:59')] }, {}, auckland)).toHaveLength(0)
  })

  test('comes with who holds it, why, since when and who waits', () => {
    expect(troubles({ items: [blockedFor(9)] })).toEqual([
      {
        kind: 'blocked',
        key: `blocked.A-12.${at(inDays(-9))}`,
        item: 'A-12',
        title: 'Send the cleaned customer list',
        owner: MEGAN,
        waits: LYNNE,
        unblocks: 'load test 3',
        reason: 'firewall',
        needs: ADELE,
        since: inDays(-9),
        days: 9,
      },
    ])
  })

  test('freed and blocked again is another trouble', () => {
    const [before, after] = [blockedFor(9), blockedFor(6)].map((item) => troubles({ items: [item] })[0]?.key)
    expect(before).not.toBe(after)
  })

  test('is no trouble once it is over', () => {
    const state = { status: 'done', at: at(TODAY), by: MEGAN } as const
    expect(troubles({ items: [blockedFor(9, '09:00', { state })] })).toEqual([])
  })
})

describe('a show-stopper', () => {
  const stopper = (days: number, over: Partial<Issue> = {}) =>
    anIssue({ severity: 'showStopper', createdAt: at(inDays(-days)), ...over })

  test.each([
    [2, 2, 0],
    [3, 2, 1],
    [3, null, 0],
  ])('open for %i days, over a limit of %p', (days, showStopperDays, expected) => {
    expect(troubles({ issues: [stopper(days)] }, { showStopperDays })).toHaveLength(expected)
  })

  test('that is closed, or only cosmetic, is none', () => {
    const closed = stopper(9, { state: { status: 'closed', validatedBy: LYNNE, at: at(TODAY) } })
    expect(troubles({ issues: [closed, stopper(9, { severity: 'cosmetic' })] })).toEqual([])
  })

  test('that came back is another trouble', () => {
    const keys = [0, 1].map((timesReopened) => troubles({ issues: [stopper(9, { timesReopened })] })[0]?.key)
    expect(new Set(keys).size).toBe(2)
  })
})

describe('an item that was moved', () => {
  const moved = (times: number) =>
    anActionItem({
      due: aDueDate(
        '2026-11-01',
        ...Array.from({ length: times }, (_, n) => [inDays(n + 1), `reason ${n + 1}`] as const),
      ),
    })

  test.each([
    [2, 3, 0],
    [3, 3, 1],
    [4, 3, 1],
    [4, 5, 0],
    [9, null, 0],
  ])('%i times, by a limit of %p', (times, moves, expected) => {
    expect(troubles({ items: [moved(times)] }, { moves })).toHaveLength(expected)
  })

  test('tells the first date, the one now and the last reason; one more move makes no other trouble of it', () => {
    const [third] = troubles({ items: [moved(3)] })
    expect(third).toMatchObject({ times: 3, first: '2026-11-01', due: inDays(3), why: 'reason 3' })
    expect(troubles({ items: [moved(4)] })[0]?.key).toBe(third?.key)
  })
})

describe('an owner of whom nothing is heard', () => {
  const asked = at('2026-11-12', '10:00')
  const ask = (over: Partial<Ask> = {}) => anAsk({ askedAt: asked, ...over })
  const week = (over: Partial<Ask> = {}, ...heard: (typeof MEGAN)[]): AskedWeek => ({
    asks: [ask(over)],
    heard: new Set(heard.map(({ id }) => id)),
  })
  const SILENT = week()
  const ANSWERED = week({ answeredAt: at('2026-11-12', '11:00') })
  const OTHERS: AskedWeek = { asks: [ask({ person: ISAIAH, answeredAt: asked })], heard: new Set() }

  test.each<[string, AskedWeek[], number]>([
    ['one week is no trouble', [SILENT], 0],
    ['two weeks in a row are', [SILENT, SILENT], 2],
    ['three are three', [SILENT, SILENT, SILENT], 3],
    ['an answer in the latest week ends it', [ANSWERED, SILENT, SILENT], 0],
    ['an answer between breaks the row', [SILENT, ANSWERED, SILENT], 0],
    ['an answer before it only ends the count', [SILENT, SILENT, ANSWERED, SILENT], 2],
    ['a week in which they were not asked breaks it', [SILENT, OTHERS, SILENT], 0],
    ['a comment is an answer', [week({ comment: 'On a course' }), SILENT, SILENT], 0],
    ['one item answered of several is an answer', [week({}, MEGAN), SILENT, SILENT], 0],
    [
      'a snooze is not',
      [week({ snoozes: [{ at: asked, choice: 'tomorrow', until: at('2026-11-13', '09:00') }] }), SILENT],
      2,
    ],
    [
      'a week away breaks it',
      [week({ away: { until: '2026-11-20' as PlainDate, inPlace: null } }), SILENT, SILENT],
      0,
    ],
  ])('%s', (_, weeks, expected) => {
    const found = troubles({ items: [anActionItem()], weeks })
    expect(found.map((trouble) => trouble.kind === 'silent' && trouble.weeks)).toEqual(
      expected === 0 ? [] : [expected],
    )
  })

  test('who changed an item of theirs by themselves since they were asked was heard', () => {
    const items = [anActionItem({ changedBy: MEGAN, changedAt: at('2026-11-13') })]
    expect(troubles({ items, weeks: [SILENT, SILENT] })).toEqual([])
    const byTheLead = [anActionItem({ changedBy: ALEX, changedAt: at('2026-11-13') })]
    expect(troubles({ items: byTheLead, weeks: [SILENT, SILENT] })).toHaveLength(1)
  })

  test('who owns nothing open any more is left in peace', () => {
    expect(troubles({ items: [anActionItem({ owner: ADELE })], weeks: [SILENT, SILENT] })).toEqual([])
  })

  test('comes with what they hold, who waits, since when, and that the card did not reach them', () => {
    const items = [
      anActionItem(),
      anActionItem({ id: 'A-14', for: ISAIAH }),
      anActionItem({ id: 'A-15', for: MEGAN }),
    ]
    const delivery = { status: 'unreachable', at: asked, why: 'blocked', fallback: true } as const
    const weeks = [week({ delivery }), week({ askedAt: at('2026-11-05', '10:00') })]
    expect(troubles({ items, weeks })).toEqual([
      {
        kind: 'silent',
        key: `silent.${MEGAN.id}`,
        owner: MEGAN,
        weeks: 2,
        since: '2026-11-05',
        unreached: 'blocked',
        items: ['A-12', 'A-14', 'A-15'],
        waits: [LYNNE, ISAIAH],
      },
    ])
  })

  test('one looks further back only for who is silent so far', () => {
    const items = [anActionItem(), anActionItem({ id: 'A-2', owner: ADELE })]
    expect(silentSoFar(items, [])).toEqual([MEGAN.id, ADELE.id])
    expect(silentSoFar(items, [SILENT])).toEqual([MEGAN.id])
    expect(silentSoFar(items, [SILENT, ANSWERED])).toEqual([])
  })

  test('by a limit of never is nobody’s business', () => {
    expect(troubles({ items: [anActionItem()], weeks: [SILENT, SILENT] }, { silentWeeks: null })).toEqual([])
  })
})

test('show-stoppers stand first, then what is blocked, the longest on top', () => {
  const items = [blockedFor(6, '09:00', { id: 'A-1' }), blockedFor(9, '09:00', { id: 'A-2' })]
  const issues = [anIssue({ severity: 'showStopper', createdAt: at(inDays(-3)) })]
  const keys = troubles({ items, issues }).map(({ key }) => key.split('.').slice(0, 2).join(' '))
  expect(keys).toEqual(['showStopper I-7', 'blocked A-2', 'blocked A-1'])
})
