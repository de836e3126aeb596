import fc from 'fast-check'
import type { ActionItem, ItemState } from '../../bot/domain/actionItem'
import { answerItem, type AnswerDecision, type EarlierAnswer } from '../../bot/domain/answer'
import type { AnswerSays } from '../../bot/domain/cycle'
import { dueOn } from '../../bot/domain/dueDate'
import { changeOf, fieldsChanged, type Change } from '../../bot/domain/history'
import { MAX_TEXT } from '../../bot/domain/text'
import {
  ADELE,
  aDueDate,
  anActionItem,
  anAnswer,
  daysAgo,
  inDays,
  ISAIAH,
  MEGAN,
  NOW,
  TODAY,
} from '../support/builders'

const ctx = { by: MEGAN, at: NOW, today: TODAY }
const BLOCKED: ItemState = { status: 'blocked', reason: 'no access', needs: ISAIAH, since: daysAgo(9) }
const moveTo = (days: number, why = 'files come late'): AnswerSays => ({
  kind: 'notOnTrack',
  why,
  newDate: inDays(days),
  needs: null,
})
const needs = (person: typeof MEGAN, why = 'no access'): AnswerSays => ({
  kind: 'notOnTrack',
  why,
  newDate: null,
  needs: person,
})

/** Answers in one week, one after another, with the records that each leaves; stops at what is not taken. */
function answering(item: ActionItem, ...all: readonly AnswerSays[]) {
  const changes: Change[] = []
  let current = item
  let previous: EarlierAnswer | null = null
  let decision: AnswerDecision | undefined
  for (const says of all) {
    decision = answerItem(current, says, { ...ctx, previous })
    if (decision.kind !== 'changed' && decision.kind !== 'unchanged') break
    if (decision.kind === 'changed') {
      changes.push(changeOf(item.id, current, decision.item, { by: MEGAN, at: NOW, door: 'weeklyCard' }))
    }
    current = decision.item
    const { itemVersionBefore: before, itemVersionAfter: after } = decision.versions
    previous = {
      answer: anAnswer({ says, ...decision.versions }),
      changes: changes.filter(({ version }) => version > before && version <= after),
    }
  }
  return { item: current, previous, changes, decision: decision! }
}

describe('one answer on the weekly card', () => {
  test('done ends the item', () => {
    expect(answering(anActionItem(), { kind: 'done' }).item).toMatchObject({
      state: { status: 'done', by: MEGAN, at: NOW },
      version: 2,
    })
  })

  test.each<[string, ItemState, ItemState['status'], number]>([
    ['starts an open item', { status: 'open' }, 'inProgress', 2],
    ['frees a blocked one', BLOCKED, 'inProgress', 2],
    ['leaves a started one as it is', { status: 'inProgress' }, 'inProgress', 1],
  ])('on track %s', (_, state, status, version) => {
    const { item } = answering(anActionItem({ state }), { kind: 'onTrack' })
    expect(item).toMatchObject({ state: { status }, version })
  })

  test('a late item cannot be on track: it is done or not yet', () => {
    const late = anActionItem({ due: aDueDate('2026-11-17') })
    expect(answerItem(late, { kind: 'onTrack' }, { ...ctx, previous: null })).toEqual({
      kind: 'refused',
      because: 'late',
    })
    expect(answering(late, { kind: 'done' }).item.state.status).toBe('done')
  })

  test('an item due today is not late', () => {
    expect(answering(anActionItem({ due: aDueDate(TODAY) }), { kind: 'onTrack' }).decision.kind).toBe(
      'changed',
    )
  })

  test('no change leaves the item as it is, and late stays late', () => {
    const late = anActionItem({ due: aDueDate('2026-11-17'), version: 4 })
    expect(answerItem(late, { kind: 'noChange' }, { ...ctx, previous: null })).toEqual({
      kind: 'unchanged',
      item: late,
      versions: { itemVersionBefore: 4, itemVersionAfter: 4 },
    })
  })

  test('not on track with a date moves it', () => {
    const { item } = answering(anActionItem({ due: aDueDate('2026-11-17') }), moveTo(6))
    expect(item).toMatchObject({
      due: {
        first: '2026-11-17',
        moves: [{ from: '2026-11-17', to: '2026-11-26', by: MEGAN, why: 'files come late' }],
      },
      state: { status: 'open' },
      version: 2,
    })
  })

  test('not on track with a person blocks it until they act', () => {
    const { item } = answering(anActionItem(), needs(ADELE))
    expect(item.state).toEqual({ status: 'blocked', reason: 'no access', needs: ADELE, since: NOW })
    expect(item.due?.moves).toEqual([])
  })

  test('with both it is blocked and moved, in one version', () => {
    const says: AnswerSays = { kind: 'notOnTrack', why: 'firewall', newDate: inDays(9), needs: ADELE }
    const { item } = answering(anActionItem(), says)
    expect(item).toMatchObject({ state: { status: 'blocked', needs: ADELE }, version: 2 })
    expect(item.due?.moves).toHaveLength(1)
  })

  test('still blocked, it has been blocked since the first time', () => {
    const { item } = answering(anActionItem({ state: BLOCKED }), needs(ADELE, 'firewall'))
    expect(item.state).toEqual({ status: 'blocked', reason: 'firewall', needs: ADELE, since: daysAgo(9) })
  })

  test.each<[string, AnswerSays, object]>([
    [
      'without a date and a person it asks for either',
      { kind: 'notOnTrack', why: 'late', newDate: null, needs: null },
      { kind: 'missing', what: ['dateOrPerson'] },
    ],
    ['without a why it asks for it', moveTo(6, ' '), { kind: 'missing', what: ['why'] }],
    [
      'with nothing it asks for both',
      { kind: 'notOnTrack', why: '', newDate: null, needs: null },
      { kind: 'missing', what: ['why', 'dateOrPerson'] },
    ],
    ['with a date that has passed it is refused', moveTo(-1), { kind: 'refused', because: 'dateInPast' }],
    [
      'with a past date and a person nothing is half done',
      { kind: 'notOnTrack', why: 'x', newDate: inDays(-1), needs: ADELE },
      { kind: 'refused', because: 'dateInPast' },
    ],
    ['with the date it has it is refused', moveTo(4), { kind: 'refused', because: 'sameDate' }],
    [
      'with a why of over 20,000 characters it is refused',
      moveTo(6, 'x'.repeat(MAX_TEXT + 1)),
      { kind: 'refused', because: 'textTooLong' },
    ],
  ])('not on track: %s', (_, says, expected) => {
    expect(answerItem(anActionItem(), says, { ...ctx, previous: null })).toEqual(expected)
  })

  test('the date it has beside a person is no move', () => {
    const { item } = answering(anActionItem(), {
      kind: 'notOnTrack',
      why: 'x',
      newDate: inDays(4),
      needs: ADELE,
    })
    expect(item).toMatchObject({ state: { status: 'blocked' }, due: { moves: [] } })
  })

  test('a first date given on the card needs a why, and makes no ledger line', () => {
    expect(answering(anActionItem({ due: null }), moveTo(6)).item.due).toEqual({
      first: '2026-11-26',
      moves: [],
    })
  })

  test('an item that somebody ended meanwhile is not opened by an answer', () => {
    const done = anActionItem({ state: { status: 'done', at: daysAgo(1), by: ADELE } })
    expect(answering(done, { kind: 'done' }).decision.kind).toBe('unchanged')
    expect(answering(done, { kind: 'onTrack' }).decision).toEqual({ kind: 'refused', because: 'alreadyDone' })
    expect(answering(done, moveTo(9)).decision).toEqual({ kind: 'refused', because: 'alreadyDone' })
  })
})

describe('a second answer in the same week replaces the first', () => {
  test('two dates are one move in the ledger', () => {
    const { item } = answering(anActionItem(), moveTo(6), moveTo(9, 'tax numbers too'))
    expect(item.due?.moves).toEqual([
      { from: '2026-11-24', to: '2026-11-29', by: MEGAN, at: NOW, why: 'tax numbers too' },
    ])
    expect(item.version).toBe(3)
  })

  test('three dates are one move too', () => {
    const { item } = answering(anActionItem(), moveTo(6), moveTo(9), moveTo(12))
    expect(item.due?.moves.map((move) => [move.from, move.to])).toEqual([['2026-11-24', '2026-12-02']])
  })

  test('a move and then "on track" is no move', () => {
    const { item } = answering(anActionItem(), moveTo(6), { kind: 'onTrack' })
    expect(item).toMatchObject({ state: { status: 'inProgress' }, due: { moves: [] } })
  })

  test('done by mistake, then no change: it is open again', () => {
    const { item } = answering(anActionItem({ state: BLOCKED }), { kind: 'done' }, { kind: 'noChange' })
    expect(item).toMatchObject({ state: BLOCKED, version: 3 })
  })

  test('a late item that was moved and is then said to be on track is late again, so it is refused', () => {
    const late = anActionItem({ due: aDueDate('2026-11-17') })
    const { decision, item } = answering(late, moveTo(6), { kind: 'onTrack' })
    expect(decision).toEqual({ kind: 'refused', because: 'late' })
    expect(dueOn(item.due!)).toBe('2026-11-26')
  })

  test('moves of earlier weeks stay', () => {
    const due = aDueDate('2026-11-10', ['2026-11-24', 'first slip', daysAgo(8)])
    const { item } = answering(anActionItem({ due }), moveTo(6), moveTo(9))
    expect(item.due?.moves.map((move) => move.to)).toEqual(['2026-11-24', '2026-11-29'])
  })

  test('the same answer twice, as by a double tap, is one', () => {
    const once = answering(anActionItem(), moveTo(6))
    const twice = answering(anActionItem(), moveTo(6), moveTo(6))
    expect(twice.decision.kind).toBe('unchanged')
    expect(twice.item).toEqual(once.item)
  })

  test('what somebody else did in between is not taken back', () => {
    const first = answering(anActionItem(), moveTo(6))
    const handedOver = { ...first.item, title: 'Send the whole list', version: 3 }
    const decision = answerItem(handedOver, moveTo(9), { ...ctx, previous: first.previous })
    expect(decision).toMatchObject({
      kind: 'changed',
      item: { title: 'Send the whole list', version: 4 },
      versions: { itemVersionBefore: 3, itemVersionAfter: 4 },
    })
    const moves = decision.kind === 'changed' ? decision.item.due?.moves : []
    expect(moves?.map((move) => move.to)).toEqual(['2026-11-26', '2026-11-29'])
  })

  test('however often and whatever was said, the last answer alone counts', () => {
    const says = fc.oneof(
      fc.constantFrom<AnswerSays>({ kind: 'done' }, { kind: 'onTrack' }, { kind: 'noChange' }),
      fc.constantFrom(5, 6, 9, 12).map((days) => moveTo(days)),
      fc.constantFrom(ADELE, ISAIAH).map((person) => needs(person)),
      fc.constant<AnswerSays>({ kind: 'notOnTrack', why: 'both', newDate: inDays(8), needs: ADELE }),
    )
    const states = fc.constantFrom<ItemState>({ status: 'open' }, { status: 'inProgress' }, BLOCKED)
    fc.assert(
      fc.property(states, fc.array(says, { minLength: 1, maxLength: 6 }), (state, all) => {
        const start = anActionItem({ state, version: 3 })
        const many = answering(start, ...all)
        const last = answering(start, all.at(-1)!)
        expect(fieldsChanged(last.item, many.item)).toEqual([])
        expect(many.item.version).toBeLessThanOrEqual(3 + all.length)
        expect(many.item.version).toBe(3 + many.changes.length)
      }),
    )
  })
})
