import fc from 'fast-check'
import type { ActionItem, ItemState } from '../../bot/domain/actionItem'
import type { AnswerSays } from '../../bot/domain/cycle'
import type { ItemId } from '../../bot/domain/ids'
import { ADELE, aDueDate, ALEX, at, inDays, ISAIAH, MEGAN, THIS_WEEK } from '../support/builders'
import { expectKind } from './northwind'
import { aWeek, blockedBy, DONE, megansWeek, moveTo, NEXT_WEEK, NO_CHANGE, ON_TRACK } from './theWeek'

const MINUTE = 60_000

describe('a second answer in the same week replaces the first', () => {
  test.each<[string, readonly AnswerSays[], object]>([
    [
      'two dates are one move',
      [moveTo('2026-11-27'), moveTo('2026-12-01', 'the tax numbers too')],
      { due: { moves: [{ from: '2026-11-24', to: '2026-12-01', why: 'the tax numbers too' }] } },
    ],
    [
      'three dates are one move',
      [moveTo('2026-11-27'), moveTo('2026-12-01'), moveTo('2026-12-03')],
      { due: { moves: [{ from: '2026-11-24', to: '2026-12-03' }] } },
    ],
    ['done, then on track: it is open again', [DONE, ON_TRACK], { state: { status: 'inProgress' } }],
    ['done, then no change: it is as it was', [DONE, NO_CHANGE], { state: { status: 'open' } }],
    [
      'moved, then on track: it keeps its date',
      [moveTo('2026-11-27'), ON_TRACK],
      { due: { first: '2026-11-24', moves: [] }, state: { status: 'inProgress' } },
    ],
    [
      'blocked, then moved: it is not blocked',
      [blockedBy(ADELE), moveTo('2026-12-01')],
      { due: { moves: [{ to: '2026-12-01' }] }, state: { status: 'open' } },
    ],
    [
      'moved, blocked, done: the third counts',
      [moveTo('2026-11-27'), blockedBy(ADELE), DONE],
      { due: { moves: [] }, state: { status: 'done' } },
    ],
  ])('%s', async (_, all, expected) => {
    const { soon, answered, item, records, project, clock } = await megansWeek()
    for (const says of all) {
      clock.advance(MINUTE)
      expect((await answered(MEGAN, soon, says)).form).toBeNull()
    }
    const now = await item(soon)
    expect(now).toMatchObject(expected)
    const moves = (expected as { due?: { moves: readonly unknown[] } }).due?.moves
    if (moves) expect(now.due?.moves).toHaveLength(moves.length)
    const answers = await records.answers(project, THIS_WEEK, MEGAN.id)
    expect(answers.map(({ record }) => record.says)).toEqual([all.at(-1)])
  })

  test('an item that was done is among the open ones again', async () => {
    const { soon, answered, records, project } = await megansWeek()
    await answered(MEGAN, soon, DONE)
    expect((await records.openItems(project)).map(({ id }) => id)).not.toContain(soon)
    const view = await answered(MEGAN, soon, NO_CHANGE)
    expect(view.rows.map((row) => row.item.id)).toContain(soon)
    expect((await records.openItems(project)).map(({ id }) => id)).toContain(soon)
  })

  test('the same tap delivered twice is one answer', async () => {
    const { soon, answered, item, history } = await megansWeek()
    await answered(MEGAN, soon, moveTo('2026-12-01'))
    expect((await answered(MEGAN, soon, moveTo('2026-12-01'))).form).toBeNull()
    expect((await item(soon)).version).toBe(2)
    expect(await history(soon)).toHaveLength(1)
  })

  test('a move that stood before this week stays', async () => {
    const { givenItem, askNow, answered, item } = await aWeek()
    const due = aDueDate('2026-11-10', ['2026-11-24', 'first slip', at('2026-11-12')])
    const id = await givenItem({ due })
    await askNow()
    await answered(MEGAN, id, moveTo('2026-11-27'))
    await answered(MEGAN, id, moveTo('2026-12-01'))
    expect((await item(id)).due?.moves.map(({ to }) => to)).toEqual(['2026-11-24', '2026-12-01'])
  })

  test('what somebody else changed in between stays', async () => {
    const { soon, when, answered, item } = await megansWeek()
    await answered(MEGAN, soon, moveTo('2026-11-27'))
    const title = 'Send the whole list'
    await when(ALEX, { do: 'changeItem', id: soon, change: { kind: 'edit', title }, seen: null })
    await when(ALEX, {
      do: 'changeItem',
      id: soon,
      change: { kind: 'move', to: inDays(18), why: 'steering' },
      seen: null,
    })
    await answered(MEGAN, soon, blockedBy(ISAIAH))
    const now = await item(soon)
    expect(now).toMatchObject({ title, state: { status: 'blocked', needs: ISAIAH } })
    expect(now.due?.moves.map(({ to, by }) => [to, by.name])).toEqual([
      ['2026-11-27', 'Megan Bowen'],
      ['2026-12-08', 'Alex Wilber'],
    ])
  })
})

describe('an answer outside its week', () => {
  test('after the recap it is kept, changes the item, and appears in the next week’s recap with its comment', async () => {
    const { soon, late, undated, pressed, clock, item, posted, status, card } = await megansWeek()
    await pressed(MEGAN, { restNoChange: true, comment: 'all as it was' })
    clock.set(at('2026-11-20', '15:00'))
    const frozen = await posted()
    clock.set(at('2026-11-20', '16:00'))
    const says = moveTo('2026-12-04', 'the bank closed early')
    const view = expectKind(
      await pressed(MEGAN, {
        answers: [
          { item: soon, says },
          { item: undated, says: DONE },
        ],
        comment: 'I know it is late',
      }),
      'weeklyCard',
    ).view
    expect(view.recapPosted).toBe(true)
    expect((await item(soon)).due?.moves).toHaveLength(1)
    expect((await card(MEGAN)).rows.find((row) => row.item.id === soon)?.answer?.says).toEqual(says)
    expect(frozen.posted.recap).toMatchObject({
      done: [],
      slipped: [],
      comments: [{ text: 'all as it was' }],
    })

    clock.set(at('2026-11-27', '15:00'))
    const next = await status()
    expect(next.week).toBe(NEXT_WEEK)
    expect(next.slipped).toMatchObject([{ item: soon, from: '2026-11-24', to: '2026-12-04', moves: 1 }])
    expect(next.done).toMatchObject([{ item: undated }])
    expect(next.late).toMatchObject([{ item: late, days: 10 }])
    expect(next.comments).toEqual([{ person: MEGAN, text: 'I know it is late' }])
  })

  test('a comment from before the recap is not told again, though an answer follows it', async () => {
    const { theirs, pressed, clock, posted, status, answered } = await megansWeek()
    await pressed(MEGAN, { comment: 'told already' })
    clock.set(at('2026-11-20', '15:00'))
    await posted()
    clock.set(at('2026-11-20', '16:00'))
    for (const id of theirs) await answered(MEGAN, id, NO_CHANGE)
    clock.set(at('2026-11-27', '15:00'))
    expect((await status()).comments).toEqual([])
  })

  test('a comment after the recap is told though the weeks that followed had no recap', async () => {
    const { pressed, clock, posted, status } = await megansWeek()
    clock.set(at('2026-11-20', '15:00'))
    await posted()
    clock.set(at('2026-11-20', '16:00'))
    await pressed(MEGAN, { comment: 'written too late' })
    clock.set(at('2026-12-11', '15:00'))
    expect((await status()).comments).toEqual([{ person: MEGAN, text: 'written too late' }])
  })

  test.each([
    ['Sunday 23:59 is the same week: one move', '2026-11-22', '23:59', ['2026-12-03']],
    [
      'Monday 00:00 is the next: the move of the week before stays',
      '2026-11-23',
      '00:00',
      ['2026-12-01', '2026-12-03'],
    ],
  ])('%s', async (_, date, time, moves) => {
    const { soon, answered, item, clock } = await megansWeek()
    await answered(MEGAN, soon, moveTo('2026-12-01'))
    clock.set(at(date, time))
    await answered(MEGAN, soon, moveTo('2026-12-03'))
    expect((await item(soon)).due?.moves.map(({ to }) => to)).toEqual(moves)
  })

  test('on an old card the same answer again is none', async () => {
    const { soon, answered, item, clock } = await megansWeek()
    await answered(MEGAN, soon, moveTo('2026-12-01'))
    clock.set(at('2026-11-24', '09:00'))
    expect((await answered(MEGAN, soon, moveTo('2026-12-01'))).form).toBeNull()
    expect((await item(soon)).version).toBe(2)
  })

  test('in the next week’s card the last answer is shown beside the item', async () => {
    const { soon, answered, askNow, card, clock } = await megansWeek()
    await answered(MEGAN, soon, blockedBy(ADELE))
    clock.set(at('2026-11-26', '10:00'))
    await askNow()
    const row = (await card(MEGAN)).rows.find((one) => one.item.id === soon)
    expect(row).toMatchObject({ answer: null, lastWeek: { kind: 'notOnTrack', needs: ADELE } })
  })
})

describe('two at once on one card', () => {
  test('two presses on two rows, from two processes, both count', async () => {
    const { theirs, pressed, pressedElsewhere, channelCard, card } = await megansWeek()
    const [late, soon, undated] = theirs
    await Promise.all([
      pressed(MEGAN, { answers: [{ item: late, says: DONE }] }),
      pressedElsewhere(MEGAN, { answers: [{ item: soon, says: blockedBy(ADELE) }] }),
      pressed(MEGAN, { answers: [{ item: undated, says: NO_CHANGE }] }),
      pressedElsewhere(MEGAN, { comment: 'and this' }),
    ])
    const view = await card(MEGAN)
    expect(view.rows.map((row) => row.answer?.says.kind).toSorted()).toEqual([
      'done',
      'noChange',
      'notOnTrack',
    ])
    expect(view.ask.comment).toBe('and this')
    expect((await channelCard()).answered).toBe(1)
  })

  test('"no change" to thirty items does not swallow a "done" that comes at the same moment', async () => {
    const { givenItem, askNow, pressed, pressedElsewhere, item, card } = await aWeek()
    const ids: ItemId[] = []
    for (let n = 0; n < 30; n++) ids.push(await givenItem())
    await askNow()
    const dones = ids.filter((_, n) => n % 7 === 0)
    await Promise.all([
      pressed(MEGAN, { restNoChange: true }),
      ...dones.map((id) => pressedElsewhere(MEGAN, { answers: [{ item: id, says: DONE }] })),
    ])
    const { rows } = await card(MEGAN)
    expect(rows).toHaveLength(30)
    for (const row of rows) {
      const said = dones.includes(row.item.id) ? 'done' : 'noChange'
      expect([row.item.id, row.answer?.says.kind]).toEqual([row.item.id, said])
      expect((await item(row.item.id)).state.status).toBe(said === 'done' ? 'done' : 'open')
    }
  })

  test('"no change" that was pressed before a "done" and comes after it leaves it', async () => {
    const { givenItem, askNow, overtaken, press, answered, card } = await aWeek()
    const first = await givenItem()
    for (let n = 1; n < 30; n++) await givenItem()
    await askNow()
    await overtaken(MEGAN, press({ restNoChange: true }), () => answered(MEGAN, first, DONE))
    const said = (await card(MEGAN)).rows.map((row) => [row.item.id === first, row.answer?.says.kind])
    expect(said).toContainEqual([true, 'done'])
    expect(said.filter(([, kind]) => kind === 'noChange')).toHaveLength(29)
  })

  test('the same date pressed twice at once is one move', async () => {
    const { soon, pressed, pressedElsewhere, item, history } = await megansWeek()
    const answers = [{ item: soon, says: moveTo('2026-12-01') }]
    await Promise.all([pressed(MEGAN, { answers }), pressedElsewhere(MEGAN, { answers })])
    expect((await item(soon)).due?.moves).toHaveLength(1)
    expect(await history(soon)).toHaveLength(1)
  })
})

/** What a week of answers to one item can be: as the buttons give them, taken or not. */
const anyAnswer = fc.oneof(
  fc.constantFrom<AnswerSays>(DONE, ON_TRACK, NO_CHANGE),
  fc.constantFrom('2026-11-18', '2026-11-24', '2026-11-27', '2026-12-01').map((date) => moveTo(date)),
  fc.constantFrom(ADELE, ISAIAH).map((person) => blockedBy(person)),
  fc.constant<AnswerSays>({ ...moveTo('2026-12-03', 'both'), needs: ADELE } as AnswerSays),
  fc.constant<AnswerSays>(moveTo('2026-12-03', '')),
)

test('whatever is answered in a week, the last answer taken counts, and the ledger loses only this week’s own move', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<ItemState>({ status: 'open' }, { status: 'inProgress' }),
      fc.constantFrom(
        aDueDate('2026-11-24'),
        aDueDate('2026-11-10', ['2026-11-24', 'first slip', at('2026-11-12')]),
      ),
      fc.array(fc.tuple(anyAnswer, fc.constantFrom('chat', 'tab')), { minLength: 1, maxLength: 5 }),
      async (state, due, all) => {
        const { givenItem, askNow, pressed, pressedOnTab, item, history, clock } = await aWeek()
        const [id, twin] = [await givenItem({ state, due }), await givenItem({ state, due })]
        await askNow()
        let taken: AnswerSays | null = null
        for (const [says, door] of all) {
          clock.advance(MINUTE)
          const press = door === 'tab' ? pressedOnTab : pressed
          const { view } = expectKind(await press(MEGAN, { answers: [{ item: id, says }] }), 'weeklyCard')
          if (view.form === null) taken = says
          const moves = (await item(id)).due?.moves ?? []
          expect(moves.slice(0, due.moves.length)).toEqual(due.moves)
          expect(moves.length - due.moves.length).toBe(taken?.kind === 'notOnTrack' && taken.newDate ? 1 : 0)
        }
        if (taken) await pressed(MEGAN, { answers: [{ item: twin, says: taken }] })
        expect(told(await item(id))).toEqual(told(await item(twin)))
        expect((await item(id)).version).toBe(1 + (await history(id)).length)
      },
    ),
    { numRuns: 25 },
  )
})

/** What an item is, apart from its number, its versions and the minute of the answer. */
function told({ state, due, title, owner }: ActionItem) {
  const since = state.status === 'blocked' ? { ...state, since: null } : { ...state, at: null }
  return {
    title,
    owner,
    state: since,
    due: due && { ...due, moves: due.moves.map((move) => ({ ...move, at: null })) },
  }
}
