import fc from 'fast-check'
import type { ItemId } from '../../bot/domain/ids'
import type { Rag } from '../../bot/domain/rag'
import type { Recap } from '../../bot/domain/recap'
import { compareRecaps } from '../../bot/domain/recapComparison'
import { plainDate } from '../../bot/domain/time'
import type { WeekId } from '../../bot/domain/week'
import {
  ADELE,
  aRecap,
  aVerdict,
  DATA_MIGRATION,
  INTEGRATIONS,
  LAST_WEEK,
  MEGAN,
  THIS_WEEK,
  TRAINING,
} from '../support/builders'

function stream(workstream: typeof TRAINING, rule: Rag): Recap['workstreams'][number] {
  return { ...workstream, verdict: aVerdict({ rule }), was: null }
}

function blocked(item: ItemId): Recap['blocked'][number] {
  return {
    item,
    title: `Item ${item}`,
    owner: MEGAN,
    reason: 'no access',
    needs: ADELE,
    waits: null,
    unblocks: null,
    days: 3,
  }
}

function late(item: ItemId): Recap['late'][number] {
  return { item, title: `Item ${item}`, owner: MEGAN, due: plainDate('2026-11-17'), days: 3 }
}

function slipped(item: ItemId): Recap['slipped'][number] {
  const [from, to] = [plainDate('2026-11-20'), plainDate('2026-11-25')]
  return { item, title: `Item ${item}`, owner: MEGAN, from, to, why: 'late files', moves: 1 }
}

const before = (over: Partial<Recap> = {}) => aRecap({ week: LAST_WEEK, ...over })

describe('two weeks of a project', () => {
  test('the earlier one is compared with the later, whichever was named first', () => {
    const [one, two] = [before({ late: [late('A-1')] }), aRecap()]
    expect(compareRecaps(two, one)).toEqual(compareRecaps(one, two))
    expect(compareRecaps(two, one)).toMatchObject({ from: LAST_WEEK, to: THIS_WEEK })
  })

  test('over the year’s end the later week is the one of the new year', () => {
    const [old, young] = [aRecap({ week: '2026-W53' }), aRecap({ week: '2027-W01' })]
    expect(compareRecaps(young, old)).toMatchObject({ from: '2026-W53', to: '2027-W01' })
  })

  test('colours that changed, what became worse first; one that is new has none from before', () => {
    const was = before({ workstreams: [stream(DATA_MIGRATION, 'amber'), stream(INTEGRATIONS, 'green')] })
    const now = aRecap({
      workstreams: [stream(TRAINING, 'green'), stream(DATA_MIGRATION, 'green'), stream(INTEGRATIONS, 'red')],
    })
    expect(compareRecaps(was, now).colours).toEqual([
      { name: 'Integrations', from: 'green', to: 'red' },
      { name: 'Training', from: null, to: 'green' },
      { name: 'Data migration', from: 'amber', to: 'green' },
    ])
  })

  test('a colour that a lead set counts, and a workstream that was renamed is the same one', () => {
    const override = { colour: 'amber', by: ADELE, why: 'the fix is in test' } as const
    const set = { ...stream(DATA_MIGRATION, 'red'), verdict: aVerdict({ rule: 'red', override }) }
    const was = before({ workstreams: [stream(DATA_MIGRATION, 'red')] })
    const now = aRecap({ workstreams: [{ ...set, name: 'Data' }] })
    expect(compareRecaps(was, now).colours).toEqual([{ name: 'Data', from: 'red', to: 'amber' }])
  })

  test.each([
    ['blocked since', [], ['A-1'], ['A-1'], []],
    ['no longer blocked', ['A-1'], [], [], ['A-1']],
    ['still blocked, which is no difference', ['A-1'], ['A-1'], [], []],
    ['one for the other', ['A-1', 'A-2'], ['A-2', 'A-3'], ['A-3'], ['A-1']],
  ] as const)('%s', (_, was, is, newly, noLonger) => {
    const comparison = compareRecaps(
      before({ blocked: was.map(blocked), late: was.map(late) }),
      aRecap({ blocked: is.map(blocked), late: is.map(late) }),
    )
    expect(comparison.newlyBlocked.map(({ item }) => item)).toEqual(newly)
    expect(comparison.noLongerBlocked.map(({ item }) => item)).toEqual(noLonger)
    expect(comparison.newlyLate.map(({ item }) => item)).toEqual(newly)
    expect(comparison.noLongerLate.map(({ item }) => item)).toEqual(noLonger)
  })

  test('what slipped says whether it had in the earlier week too', () => {
    const comparison = compareRecaps(
      before({ slipped: [slipped('A-1')] }),
      aRecap({ slipped: ['A-1', 'A-2'].map((id) => slipped(id as ItemId)) }),
    )
    expect(comparison.slipped.map(({ item, again }) => [item, again])).toEqual([
      ['A-1', true],
      ['A-2', false],
    ])
  })

  test('numbers stand beside each other; nobody asked is no number, and none unrated is no line', () => {
    const comparison = compareRecaps(before({ answers: null, goLive: null }), aRecap({ late: [late('A-1')] }))
    const numbers = new Map(comparison.numbers.map(({ what, from, to }) => [what, [from, to]]))
    expect(numbers.get('late')).toEqual([0, 1])
    expect(numbers.get('answered')).toEqual([null, 6])
    expect(numbers.get('goLiveDrift')).toEqual([null, 0])
    expect(numbers.has('unrated')).toBe(false)
    expect(comparison.goLive).toEqual({ from: null, to: '2027-01-11' })
  })
})

const anyItems = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 })
  .map((ids) => ids.map((id): ItemId => `A-${id}`))
const anyWeek = fc
  .integer({ min: 1, max: 52 })
  .map((week): WeekId => `2026-W${String(week).padStart(2, '0')}`)
const anyColour = fc.constantFrom<Rag>('red', 'amber', 'green')
const anyRecap = fc
  .record({
    week: anyWeek,
    blocked: anyItems,
    late: anyItems,
    colours: fc.array(anyColour, { maxLength: 3 }),
    overall: anyColour,
  })
  .map((some) =>
    aRecap({
      week: some.week,
      blocked: some.blocked.map(blocked),
      late: some.late.map(late),
      overall: aVerdict({ rule: some.overall }),
      workstreams: some.colours.flatMap((colour, at) => {
        const workstream = [DATA_MIGRATION, INTEGRATIONS, TRAINING][at]
        return workstream ? [stream(workstream, colour)] : []
      }),
    }),
  )

describe('of any two recaps', () => {
  test('a recap does not differ from itself', () => {
    fc.assert(
      fc.property(anyRecap, (recap) => {
        const same = compareRecaps(recap, recap)
        expect(
          [same.colours, same.newlyBlocked, same.noLongerBlocked, same.newlyLate, same.noLongerLate].flat(),
        ).toEqual([])
        expect(same.numbers.every(({ from, to }) => from === to)).toBe(true)
      }),
    )
  })

  test('what was blocked, less what is no longer, and what is newly, is what is blocked', () => {
    fc.assert(
      fc.property(anyRecap, anyRecap, (one, other) => {
        fc.pre(one.week !== other.week)
        const [was, is] = one.week < other.week ? [one, other] : [other, one]
        const { newlyBlocked, noLongerBlocked } = compareRecaps(one, other)
        const gone = new Set(noLongerBlocked.map(({ item }) => item))
        const left = was.blocked.map(({ item }) => item).filter((item) => !gone.has(item))
        const now = [...left, ...newlyBlocked.map(({ item }) => item)]
        expect(now.toSorted()).toEqual(is.blocked.map(({ item }) => item).toSorted())
      }),
    )
  })
})
