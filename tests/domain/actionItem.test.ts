import fc from 'fast-check'
import {
  byTrouble,
  canChangeItem,
  daysLate,
  decideItem,
  isOpen,
  isOverdue,
  type ActionItem,
  type ItemChange,
  type ItemDecision,
  type ItemState,
} from '../../bot/domain/actionItem'
import { driftDays, dueOn } from '../../bot/domain/dueDate'
import { MAX_TEXT, TITLE_MAX } from '../../bot/domain/text'
import {
  ADELE,
  aDueDate,
  ALEX,
  anActionItem,
  daysAgo,
  INTEGRATIONS,
  inDays,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TODAY,
} from '../support/builders'

const ctx = { by: MEGAN, at: NOW, today: TODAY }
const DONE: ItemState = { status: 'done', at: daysAgo(1), by: MEGAN }
const CANCELLED: ItemState = { status: 'cancelled', at: daysAgo(1), by: ALEX, why: 'out of scope' }
const BLOCKED: ItemState = { status: 'blocked', reason: 'no access', needs: ISAIAH, since: daysAgo(9) }
const STATES: readonly ItemState[] = [{ status: 'open' }, { status: 'inProgress' }, BLOCKED, DONE, CANCELLED]

function changed(decision: ItemDecision): ActionItem {
  if (decision.kind !== 'changed') throw new Error(`Expected a change, got ${JSON.stringify(decision)}`)
  return decision.item
}

describe('late', () => {
  test.each([
    ['due today is on time', aDueDate('2026-11-20'), { status: 'open' } as const, 0],
    ['due yesterday is a day late', aDueDate('2026-11-19'), { status: 'open' } as const, 1],
    ['over a month’s end every day counts', aDueDate('2026-10-30'), { status: 'inProgress' } as const, 21],
    ['blocked does not stop the count', aDueDate('2026-11-17'), BLOCKED, 3],
    ['without a date nothing is late', null, { status: 'open' } as const, 0],
    ['done is not late any more', aDueDate('2026-11-02'), DONE, 0],
    ['cancelled is not late', aDueDate('2026-11-02'), CANCELLED, 0],
    ['the latest move counts', aDueDate('2026-11-02', ['2026-11-18']), { status: 'open' } as const, 2],
  ])('%s', (_, due, state, days) => {
    const item = anActionItem({ due, state })
    expect(daysLate(item, TODAY)).toBe(days)
    expect(isOverdue(item, TODAY)).toBe(days > 0)
  })
})

describe('moving an item', () => {
  test('adds a line to the ledger and keeps the first date', () => {
    const item = anActionItem({ due: aDueDate('2026-11-17') })
    const moved = changed(decideItem(item, { kind: 'move', to: inDays(6), why: ' duplicates found ' }, ctx))
    expect(moved.due).toEqual({
      first: '2026-11-17',
      moves: [{ from: '2026-11-17', to: '2026-11-26', by: MEGAN, at: NOW, why: 'duplicates found' }],
    })
    expect(driftDays(moved.due!)).toBe(9)
  })

  test('gives a first date to an item that had none, without a ledger line and without a why', () => {
    const item = anActionItem({ due: null })
    const moved = changed(decideItem(item, { kind: 'move', to: inDays(6), why: '' }, ctx))
    expect(moved.due).toEqual({ first: '2026-11-26', moves: [] })
  })

  test('to an earlier date is a move too', () => {
    const item = anActionItem({ due: aDueDate('2026-11-30') })
    const moved = changed(decideItem(item, { kind: 'move', to: inDays(1), why: 'finished early' }, ctx))
    expect(moved.due?.moves).toHaveLength(1)
    expect(driftDays(moved.due!)).toBe(-9)
  })

  test.each<[string, ItemChange, ItemDecision['kind'], object]>([
    [
      'without a date asks for it',
      { kind: 'move', to: null, why: 'files late' },
      'missing',
      { what: ['date'] },
    ],
    ['without a why asks for it', { kind: 'move', to: inDays(9), why: ' \n' }, 'missing', { what: ['why'] }],
    ['without both asks for both', { kind: 'move', to: null, why: '' }, 'missing', { what: ['date', 'why'] }],
    ['to the date it has changes nothing', { kind: 'move', to: inDays(4), why: '' }, 'unchanged', {}],
    [
      'into the past is refused',
      { kind: 'move', to: inDays(-1), why: 'x' },
      'refused',
      { because: 'dateInPast' },
    ],
    [
      'with a why of over 20,000 characters is refused',
      { kind: 'move', to: inDays(9), why: 'x'.repeat(MAX_TEXT + 1) },
      'refused',
      { because: 'textTooLong' },
    ],
  ])('%s', (_, change, kind, rest) => {
    expect(decideItem(anActionItem(), change, ctx)).toMatchObject({ kind, ...rest })
  })

  test('leaves a blocked item blocked', () => {
    const item = anActionItem({ state: BLOCKED })
    expect(changed(decideItem(item, { kind: 'move', to: inDays(9), why: 'x' }, ctx)).state).toEqual(BLOCKED)
  })

  test('however often: the ledger is a chain from the first date to the one now, and only grows', () => {
    const day = fc.integer({ min: 0, max: 400 }).map(inDays)
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), (days) => {
        let item = anActionItem()
        for (const to of days) {
          const before = item.due!.moves
          const decision = decideItem(item, { kind: 'move', to, why: 'again' }, ctx)
          if (decision.kind === 'changed') item = decision.item
          expect(item.due!.moves.slice(0, before.length)).toEqual(before)
          expect(dueOn(item.due!)).toBe(to)
        }
        const { first, moves } = item.due!
        const chain = [first, ...moves.map((move) => move.to)]
        expect(first).toBe('2026-11-24')
        expect(moves.map((move) => move.from)).toEqual(chain.slice(0, -1))
        expect(moves.every((move) => move.from !== move.to)).toBe(true)
      }),
    )
  })
})

describe('the states of an item', () => {
  type Expected = Partial<Record<ItemState['status'], string>>
  const MOVE: ItemChange = { kind: 'move', to: inDays(9), why: 'x' }
  const CLOSED = { done: 'alreadyDone', cancelled: 'alreadyCancelled' }
  test.each<[string, ItemChange, Expected]>([
    [
      'done',
      { kind: 'done' },
      { open: 'done', inProgress: 'done', blocked: 'done', done: 'unchanged', cancelled: 'alreadyCancelled' },
    ],
    [
      'start',
      { kind: 'start' },
      { open: 'inProgress', inProgress: 'unchanged', blocked: 'inProgress', ...CLOSED },
    ],
    [
      'block',
      { kind: 'block', reason: 'no key', needs: null },
      { open: 'blocked', inProgress: 'blocked', blocked: 'blocked', ...CLOSED },
    ],
    ['move', MOVE, { open: 'open', inProgress: 'inProgress', blocked: 'blocked', ...CLOSED }],
    [
      'own',
      { kind: 'own', owner: ADELE },
      { open: 'open', inProgress: 'inProgress', blocked: 'blocked', ...CLOSED },
    ],
    [
      'reopen',
      { kind: 'reopen', why: 'came back' },
      { open: 'notClosed', inProgress: 'notClosed', blocked: 'notClosed', done: 'open', cancelled: 'open' },
    ],
    [
      'cancel',
      { kind: 'cancel', why: 'not needed' },
      {
        open: 'cancelled',
        inProgress: 'cancelled',
        blocked: 'cancelled',
        done: 'alreadyDone',
        cancelled: 'unchanged',
      },
    ],
    [
      'edit',
      { kind: 'edit', title: 'Put right' },
      { open: 'open', inProgress: 'inProgress', blocked: 'blocked', done: 'done', cancelled: 'cancelled' },
    ],
  ])('%s from each of them', (_, change, expected) => {
    const outcomes = STATES.map((state) => {
      const decision = decideItem(anActionItem({ state }), change, ctx)
      const is =
        decision.kind === 'changed'
          ? decision.item.state.status
          : decision.kind === 'refused'
            ? decision.because
            : decision.kind
      return [state.status, is]
    })
    expect(Object.fromEntries(outcomes)).toEqual(expected)
  })

  test('done says by whom and when', () => {
    expect(changed(decideItem(anActionItem(), { kind: 'done' }, ctx)).state).toEqual({
      status: 'done',
      by: MEGAN,
      at: NOW,
    })
  })

  test('blocked anew for another reason, it has been blocked since the first time', () => {
    const item = anActionItem({ state: BLOCKED })
    const again = changed(decideItem(item, { kind: 'block', reason: 'firewall', needs: ADELE }, ctx))
    expect(again.state).toEqual({ status: 'blocked', reason: 'firewall', needs: ADELE, since: daysAgo(9) })
  })

  test('blocked twice for the same reason is one block', () => {
    const item = anActionItem({ state: BLOCKED })
    const change: ItemChange = { kind: 'block', reason: ' no access ', needs: ISAIAH }
    expect(decideItem(item, change, ctx)).toEqual({ kind: 'unchanged', item })
  })

  test.each<[string, ItemChange, ItemState, object]>([
    [
      'a block asks for its reason',
      { kind: 'block', reason: '  ', needs: ADELE },
      { status: 'open' },
      { what: ['reason'] },
    ],
    ['a reopening asks why', { kind: 'reopen', why: '' }, DONE, { what: ['why'] }],
    ['a cancelling asks why', { kind: 'cancel', why: '' }, { status: 'open' }, { what: ['why'] }],
    ['a hand-over asks to whom', { kind: 'own', owner: null }, { status: 'open' }, { what: ['owner'] }],
  ])('%s', (_, change, state, rest) => {
    expect(decideItem(anActionItem({ state }), change, ctx)).toEqual({ kind: 'missing', ...rest })
  })

  test('handed to who owns it already, nothing changes', () => {
    const item = anActionItem()
    const samePersonNewName = { ...MEGAN, name: 'Megan Bowen-Smith' }
    expect(decideItem(item, { kind: 'own', owner: samePersonNewName }, ctx)).toEqual({
      kind: 'unchanged',
      item,
    })
  })
})

describe('editing an item', () => {
  test('changes what was given and leaves the rest', () => {
    const item = anActionItem()
    const change: ItemChange = {
      kind: 'edit',
      title: ' Send\nthe list ',
      unblocks: '',
      workstream: INTEGRATIONS.id,
    }
    expect(changed(decideItem(item, change, ctx))).toEqual({
      ...item,
      title: 'Send the list',
      unblocks: null,
      workstream: INTEGRATIONS.id,
      version: 2,
      changedBy: MEGAN,
      changedAt: NOW,
    })
  })

  test('nobody waits any more when that is said, and only then', () => {
    const item = anActionItem({ for: LYNNE })
    expect(changed(decideItem(item, { kind: 'edit', for: null }, ctx)).for).toBeNull()
    expect(decideItem(item, { kind: 'edit', title: item.title }, ctx)).toEqual({ kind: 'unchanged', item })
  })

  test.each<[string, ItemChange, string]>([
    ['a title is needed', { kind: 'edit', title: ' ' }, 'noTitle'],
    ['a title has an end', { kind: 'edit', title: 'x'.repeat(TITLE_MAX + 1) }, 'titleTooLong'],
    ['other texts have one too', { kind: 'edit', unblocks: 'x'.repeat(MAX_TEXT + 1) }, 'textTooLong'],
  ])('%s', (_, change, because) => {
    expect(decideItem(anActionItem(), change, ctx)).toEqual({ kind: 'refused', because })
  })
})

test('every change makes one version, by who and when; everything else leaves the item as it is', () => {
  const text = fc.constantFrom('', 'because', '  ')
  const anyChange: fc.Arbitrary<ItemChange> = fc.oneof(
    fc.constantFrom<ItemChange>({ kind: 'done' }, { kind: 'start' }),
    text.map((why) => ({ kind: 'cancel' as const, why })),
    text.map((why) => ({ kind: 'reopen' as const, why })),
    text.map((reason) => ({ kind: 'block' as const, reason, needs: null })),
    fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom(null, inDays(-2), inDays(4), inDays(9)),
      why: text,
    }),
    fc.constantFrom(null, MEGAN, ADELE).map((owner) => ({ kind: 'own' as const, owner })),
    text.map((title) => ({ kind: 'edit' as const, title })),
  )
  fc.assert(
    fc.property(fc.constantFrom(...STATES), anyChange, (state, change) => {
      const item = anActionItem({ state, version: 5 })
      const before = JSON.stringify(item)
      const decision = decideItem(item, change, ctx)
      expect(JSON.stringify(item)).toBe(before)
      if (decision.kind === 'unchanged') expect(decision.item).toBe(item)
      if (decision.kind !== 'changed') return
      expect(decision.item).toMatchObject({ id: item.id, version: 6, changedBy: MEGAN, changedAt: NOW })
      const again = decideItem(decision.item, change, { ...ctx, at: NOW })
      expect(again.kind).not.toBe('changed')
    }),
  )
})

describe('who may change an item', () => {
  const item = anActionItem({ owner: MEGAN, for: LYNNE, createdBy: ADELE })
  test.each([
    ['its owner', { person: MEGAN, isLead: false, ownsTeam: false }, true],
    ['who created it', { person: ADELE, isLead: false, ownsTeam: false }, true],
    ['the lead', { person: ALEX, isLead: true, ownsTeam: false }, true],
    ['an owner of the team', { person: PATTI, isLead: false, ownsTeam: true }, true],
    ['who waits for it may not', { person: LYNNE, isLead: false, ownsTeam: false }, false],
    ['another member may not', { person: PATTI, isLead: false, ownsTeam: false }, false],
    ['a namesake may not', { person: { ...PATTI, name: MEGAN.name }, isLead: false, ownsTeam: false }, false],
  ])('%s', (_, actor, may) => {
    expect(canChangeItem(item, actor)).toBe(may)
  })
})

describe('a list of items', () => {
  test('shows the newest trouble first, then what is due next, then what has no date, and closed ones last', () => {
    const items = [
      anActionItem({ id: 'A-1', due: null }),
      anActionItem({ id: 'A-2', due: aDueDate('2026-11-05') }),
      anActionItem({ id: 'A-3', state: DONE, due: aDueDate('2026-11-01') }),
      anActionItem({ id: 'A-4', due: aDueDate('2026-12-01') }),
      anActionItem({ id: 'A-5', due: aDueDate('2026-11-19') }),
      anActionItem({ id: 'A-6', due: aDueDate('2026-11-20') }),
      anActionItem({ id: 'A-7', due: null, state: { ...BLOCKED, since: daysAgo(9) } }),
      anActionItem({ id: 'A-8', due: aDueDate('2026-11-02'), state: { ...BLOCKED, since: daysAgo(2) } }),
    ]
    const order = items.toSorted(byTrouble(TODAY)).map((item) => item.id)
    expect(order).toEqual(['A-5', 'A-8', 'A-7', 'A-2', 'A-6', 'A-4', 'A-1', 'A-3'])
  })

  test('is in the same order however it was loaded', () => {
    const dues = [null, ...[-9, -1, 0, 1, 9].map((days) => aDueDate(inDays(days)))]
    const all = STATES.flatMap((state) => dues.map((due) => ({ state, due }))).map((over, index) =>
      anActionItem({ id: `A-${index + 1}`, ...over }),
    )
    const sorted = all.toSorted(byTrouble(TODAY))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(shuffled.toSorted(byTrouble(TODAY))).toEqual(sorted)
      }),
    )
    const closedFrom = sorted.findIndex((item) => !isOpen(item))
    expect(sorted.slice(closedFrom).some(isOpen)).toBe(false)
  })
})
