import fc from 'fast-check'
import type { ItemRow } from '../../bot/contract/item'
import type { Person } from '../../bot/domain/person'
import { hangsOf, type Hanging } from '../../tab/actionItems/hangs'
import { longestChain, ringsIn, waitsIn, type Wait } from '../../tab/actionItems/waiting'
import { ADELE, ALEX, anItemRow, EVERYBODY, ISAIAH, LYNNE, MEGAN, TODAY } from '../support/builders'

const first = ({ name }: { name: string }) => name.split(' ')[0] ?? ''
const said = (waits: readonly Wait[]) => waits.map(({ who, on }) => `${first(who)} waits for ${first(on)}`)
const owed = (owner: Person, waits: Person | null, over: Partial<ItemRow> = {}) =>
  anItemRow({ owner, for: waits, ...over })

describe('who waits for whom', () => {
  it('is told once for two people, with all that is between them, the worst first', () => {
    const waits = waitsIn(
      [
        owed(MEGAN, ADELE, { id: 'A-1' }),
        owed(MEGAN, ADELE, { id: 'A-2', due: '2026-11-18' as ItemRow['due'] }),
        owed(ADELE, null, { id: 'A-3' }),
      ],
      TODAY,
    )
    expect(said(waits)).toEqual(['Adele waits for Megan'])
    expect(waits[0]?.items.map(({ id }) => id)).toEqual(['A-2', 'A-1'])
  })

  it('knows whose help would free what is blocked', () => {
    const blocked = owed(MEGAN, ADELE, { status: 'blocked', needs: ALEX })
    expect(said(waitsIn([blocked], TODAY))).toEqual(['Adele waits for Megan', 'Megan waits for Alex'])
  })

  it('leaves out what has ended, and whoever would wait for themselves', () => {
    const rows = [owed(MEGAN, ADELE, { status: 'done' }), owed(ALEX, ALEX)]
    expect(waitsIn(rows, TODAY)).toEqual([])
  })
})

describe('the longest chain', () => {
  it.each<[string, [Person, Person][], string[], string[]]>([
    ['nobody waits', [], [], []],
    ['one waits', [[MEGAN, ADELE]], ['Adele waits for Megan'], []],
    [
      'a row, told from who waits longest',
      [
        [MEGAN, ADELE],
        [ALEX, MEGAN],
        [ISAIAH, LYNNE],
      ],
      ['Adele waits for Megan', 'Megan waits for Alex'],
      [],
    ],
    [
      'two for each other',
      [
        [MEGAN, ADELE],
        [ADELE, MEGAN],
      ],
      ['Adele waits for Megan'],
      ['Adele Megan'],
    ],
    [
      'somebody waits for one of a ring, who wait for somebody outside',
      [
        [MEGAN, LYNNE],
        [MEGAN, ADELE],
        [ADELE, MEGAN],
        [ALEX, ADELE],
      ],
      ['Lynne waits for Megan', 'Megan waits for Adele', 'Adele waits for Alex'],
      ['Adele Megan'],
    ],
  ])('%s', (_, owes, chain, rings) => {
    const waits = waitsIn(
      owes.map(([owner, waiting], index) => owed(owner, waiting, { id: `A-${index + 1}` })),
      TODAY,
    )
    expect(said(longestChain(waits))).toEqual(chain)
    expect(ringsIn(waits).map((ring) => ring.map(first).sort().join(' '))).toEqual(rings)
  })

  const anybody = fc.constantFrom(...EVERYBODY)
  const anyItems = fc
    .array(fc.tuple(anybody, anybody), { maxLength: 20 })
    .map((pairs) => pairs.map(([owner, waiting], index) => owed(owner, waiting, { id: `A-${index + 1}` })))

  it('ends whoever waits for whom, and has nobody in it twice', () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const waits = waitsIn(rows, TODAY)
        const chain = longestChain(waits)
        const people = [...chain.slice(0, 1).map(({ who }) => who.id), ...chain.map(({ on }) => on.id)]
        expect(new Set(people).size).toBe(people.length)
        chain.slice(1).forEach(({ who }, index) => expect(who.id).toBe(chain[index]?.on.id))
        expect(chain.length > 0).toBe(waits.length > 0)
      }),
    )
  })

  it('tells a ring exactly where somebody waits, over others, for themselves', () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const waits = waitsIn(rows, TODAY)
        const inRing = EVERYBODY.filter(({ id }) => reachedFrom(id, waits).has(id)).map(({ id }) => id)
        expect(
          ringsIn(waits)
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(inRing.sort())
      }),
    )
  })

  it('is as long as any where nobody waits in a ring', () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const waits = waitsIn(rows, TODAY)
        fc.pre(ringsIn(waits).length === 0)
        const longestFrom = (id: string): number =>
          Math.max(0, ...waits.filter(({ who }) => who.id === id).map(({ on }) => 1 + longestFrom(on.id)))
        expect(longestChain(waits)).toHaveLength(Math.max(...EVERYBODY.map(({ id }) => longestFrom(id))))
      }),
    )
  })
})

function reachedFrom(id: string, waits: readonly Wait[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const next = [id]
  for (let from = next.pop(); from !== undefined; from = next.pop()) {
    for (const { who, on } of waits) {
      if (who.id !== from || reached.has(on.id)) continue
      reached.add(on.id)
      next.push(on.id)
    }
  }
  return reached
}

describe('what hangs on one item', () => {
  const told = (hanging: readonly Hanging[]): string =>
    hanging.map(({ item, then }) => `${item.id}${then.length > 0 ? `(${told(then)})` : ''}`).join(' ')

  it('is what names its number, what it names, and what its words stand in', () => {
    const rights = owed(ALEX, MEGAN, { id: 'A-9', title: 'Read rights on the price tables' })
    const prices = owed(MEGAN, ADELE, {
      id: 'A-12',
      status: 'blocked',
      reason: 'needs rights, see a-9',
      unblocks: 'the load test',
    })
    const test = owed(ADELE, null, { id: 'A-17', title: 'Load test with 2026 prices', unblocks: 'I-24' })
    const check = owed(LYNNE, null, { id: 'A-21', title: 'Price check' })
    const rows = [rights, prices, test, { ...check, reason: 'A-120', status: 'blocked' as const }]
    const hangs = hangsOf(prices, rows)
    expect(hangs.on.map(({ id }) => id)).toEqual(['A-9'])
    expect(told(hangs.below)).toBe('A-17')
    expect(told(hangsOf(rights, rows).below)).toBe('A-12(A-17)')
  })

  it('ends where items wait for each other', () => {
    const one = owed(MEGAN, null, { id: 'A-1', unblocks: 'A-2' })
    const two = owed(ADELE, null, { id: 'A-2', unblocks: 'A-1' })
    expect(told(hangsOf(one, [one, two]).below)).toBe('A-2')
    expect(hangsOf(one, [one, two]).on.map(({ id }) => id)).toEqual(['A-2'])
  })
})
