import fc from 'fast-check'
import { openInAll } from '../../bot/domain/dayCounts'
import { ageBands, ownerLoads } from '../../bot/domain/openLoad'
import type { RagContext } from '../../bot/domain/rag'
import {
  aDueDate,
  ADELE,
  anActionItem,
  anIssue,
  at,
  COPENHAGEN,
  daysAgo,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TODAY,
} from '../support/builders'

const CTX: RagContext = { today: TODAY, zone: COPENHAGEN }
const CLOSED = { status: 'closed', validatedBy: ADELE, at: NOW } as const

describe('open issues by age', () => {
  test.each([
    ['today', at('2026-11-20', '00:10'), 0],
    ['two days', daysAgo(2), 0],
    ['three days', daysAgo(3), 1],
    ['a week', daysAgo(7), 1],
    ['eight days', daysAgo(8), 2],
    ['two weeks', daysAgo(14), 2],
    ['a month', daysAgo(30), 3],
    ['longer', daysAgo(31), 4],
    ['reported tomorrow, by a clock that runs ahead', at('2026-11-21', '00:01'), 0],
    ['late last night on the project’s wall', at('2026-11-17', '23:59'), 1],
  ])('%s', (_, createdAt, band) => {
    const bands = ageBands([anIssue({ createdAt, severity: 'showStopper' })], CTX)
    expect(bands.map(({ open }) => open.showStopper)).toEqual(
      [0, 1, 2, 3, 4].map((index) => (index === band ? 1 : 0)),
    )
  })

  test('bands leave no day out, and only open issues count', () => {
    const bands = ageBands([anIssue({ state: CLOSED })], CTX)
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [3, 7],
      [8, 14],
      [15, 30],
      [31, null],
    ])
    expect(bands.every(({ open }) => openInAll(open) === 0)).toBe(true)
  })

  test('every open issue is in one band', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 })), (ages) => {
        const issues = ages.map((days) => anIssue({ createdAt: daysAgo(days), severity: null }))
        const all = ageBands(issues, CTX).reduce((sum, { open }) => sum + openInAll(open), 0)
        expect(all).toBe(ages.length)
      }),
    )
  })
})

describe('who has how much open', () => {
  test('items, late and blocked ones, issues and show-stoppers, by owner', () => {
    const items = [
      anActionItem({ owner: MEGAN, due: aDueDate('2026-11-18') }),
      anActionItem({
        owner: MEGAN,
        state: { status: 'blocked', reason: 'no access', needs: null, since: NOW },
      }),
      anActionItem({ owner: MEGAN, state: { status: 'done', at: NOW, by: MEGAN } }),
    ]
    const issues = [
      anIssue({ owner: MEGAN, severity: 'showStopper' }),
      anIssue({ owner: null }),
      anIssue({ owner: MEGAN, state: CLOSED }),
    ]
    expect(ownerLoads(items, issues, CTX).loads).toEqual([
      { owner: MEGAN, items: 2, late: 1, blocked: 1, issues: 1, showStoppers: 1, heavy: false },
      { owner: null, items: 0, late: 0, blocked: 0, issues: 1, showStoppers: 0, heavy: false },
    ])
  })

  const having = (...counts: readonly number[]) => {
    const people = [MEGAN, ADELE, ISAIAH, LYNNE, PATTI]
    const issues = counts.flatMap((count, at) =>
      Array.from({ length: count }, () => anIssue({ owner: people[at] ?? null })),
    )
    return ownerLoads([], issues, CTX)
  }

  test.each([
    ['twice what the one in the middle has', [6, 3, 3], ['Megan Bowen']],
    ['less than twice', [5, 3, 3], []],
    ['few, however little others have', [5, 1, 1], []],
    ['as much as everybody', [9, 9, 9], []],
    ['the only one with anything', [9], []],
    ['more than one', [12, 10, 4, 4, 2], ['Megan Bowen', 'Adele Vance']],
  ])('%s', (_, counts, heavy) => {
    const { loads } = having(...counts)
    expect(loads.filter((load) => load.heavy).map(({ owner }) => owner?.name)).toEqual(heavy)
  })

  test('what nobody owns is never too much for somebody, and does not move the middle', () => {
    const nobodys = Array.from({ length: 20 }, () => anIssue({ owner: null }))
    const { loads, middle } = ownerLoads([], [...nobodys, anIssue({ owner: MEGAN })], CTX)
    expect(middle).toBe(1)
    expect(loads.map(({ owner, heavy }) => [owner?.name ?? null, heavy])).toEqual([
      ['Megan Bowen', false],
      [null, false],
    ])
  })

  test('nothing open is nobody’s', () => {
    expect(ownerLoads([], [], CTX)).toEqual({ loads: [], middle: 0 })
  })
})
