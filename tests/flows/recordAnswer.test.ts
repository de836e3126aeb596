import type { AnswerSays } from '../../bot/domain/cycle'
import type { ItemId } from '../../bot/domain/ids'
import { MAX_TEXT } from '../../bot/domain/text'
import { ADELE, aDueDate, ALEX, at, ISAIAH, LYNNE, MEGAN, PATTI, THIS_WEEK } from '../support/builders'
import { expectKind } from './northwind'
import {
  aWeek,
  blockedBy,
  DONE,
  megansWeek,
  moveTo,
  NEXT_WEEK,
  NO_CHANGE,
  ON_TRACK,
  THURSDAY,
} from './theWeek'

const MINUTE = 60_000

describe('one answer', () => {
  test('done ends the item, with a line in its history, and tells who waits', async () => {
    const { soon, answered, item, history, outgoing } = await megansWeek()
    const view = await answered(MEGAN, soon, DONE)
    expect(view.rows.find((row) => row.item.id === soon)?.answer?.says).toEqual(DONE)
    expect((await item(soon)).state).toEqual({ status: 'done', at: THURSDAY, by: MEGAN })
    expect(await history(soon)).toMatchObject([
      { version: 2, by: MEGAN, at: THURSDAY, door: 'weeklyCard', why: null },
    ])
    expect(await outgoing()).toContainEqual({ kind: 'itemDone', item: soon, to: LYNNE, version: 2 })
  })

  test('on track starts it', async () => {
    const { soon, answered, item } = await megansWeek()
    await answered(MEGAN, soon, ON_TRACK)
    expect((await item(soon)).state).toEqual({ status: 'inProgress' })
  })

  test('not on track with a date moves it: the ledger keeps the first date, the move, who and why', async () => {
    const { late, answered, item, history, outgoing } = await megansWeek()
    await answered(MEGAN, late, moveTo('2026-11-27', ' the files\u0007 came late \n'))
    expect((await item(late)).due).toEqual({
      first: '2026-11-17',
      moves: [{ from: '2026-11-17', to: '2026-11-27', by: MEGAN, at: THURSDAY, why: 'the files came late' }],
    })
    expect(await history(late)).toMatchObject([{ why: 'the files came late' }])
    expect(await outgoing()).toContainEqual({
      kind: 'itemMoved',
      item: late,
      to: LYNNE,
      version: 2,
    })
  })

  test('with a person it blocks the item until they act', async () => {
    const { soon, answered, item } = await megansWeek()
    await answered(MEGAN, soon, blockedBy(ADELE))
    expect(await item(soon)).toMatchObject({
      state: { status: 'blocked', reason: 'no access', needs: ADELE, since: THURSDAY },
      due: { moves: [] },
    })
  })

  test('with both it does both, in one version', async () => {
    const { soon, answered, item } = await megansWeek()
    await answered(MEGAN, soon, { ...moveTo('2026-12-01'), needs: ADELE } as AnswerSays)
    expect(await item(soon)).toMatchObject({
      version: 2,
      state: { status: 'blocked', needs: ADELE },
      due: { moves: [{ to: '2026-12-01' }] },
    })
  })

  test('the card in the channel follows; an answer given elsewhere edits the one in the chat, where one stands', async () => {
    const { soon, undated, delivered, outgoing, clock, pressed, pressedOnTab, pressedInChannel } =
      await megansWeek()
    clock.advance(MINUTE)
    const cards = async () => (await outgoing()).filter(({ kind }) => kind === 'weeklyAsk').length
    await pressedOnTab(MEGAN, { answers: [{ item: soon, says: NO_CHANGE }] })
    expect(await cards()).toBe(1)
    await delivered(MEGAN)
    clock.advance(MINUTE)
    await pressed(MEGAN, { answers: [{ item: undated, says: NO_CHANGE }] })
    expect(await cards()).toBe(1)
    await pressedOnTab(MEGAN, { answers: [{ item: undated, says: DONE }] })
    expect(await cards()).toBe(2)
    clock.advance(MINUTE)
    await pressedInChannel(MEGAN, { answers: [{ item: soon, says: DONE }] })
    expect(await cards()).toBe(3)
  })
})

describe('an answer that can’t be taken opens its row’s form with what was typed', () => {
  test.each<[string, AnswerSays, object]>([
    [
      'without a why and without a date or person',
      { kind: 'notOnTrack', why: ' ', newDate: null, needs: null },
      { why: '', newDate: null, needs: null, missing: ['why', 'dateOrPerson'], problem: null },
    ],
    [
      'without a why',
      moveTo('2026-12-01', ''),
      { why: '', newDate: '2026-12-01', missing: ['why'], problem: null },
    ],
    [
      'without a date or person',
      { kind: 'notOnTrack', why: 'too much to do', newDate: null, needs: null },
      { why: 'too much to do', missing: ['dateOrPerson'], problem: null },
    ],
    [
      'with a date that has passed',
      { ...moveTo('2026-11-18', 'late'), needs: ADELE } as AnswerSays,
      { why: 'late', newDate: '2026-11-18', needs: ADELE.id, missing: [], problem: 'dateInPast' },
    ],
    [
      'with the date that it has',
      moveTo('2026-11-24'),
      { why: 'the files came late', newDate: '2026-11-24', problem: 'sameDate' },
    ],
    [
      'with a why that is too long to keep, which is handed back whole',
      moveTo('2026-12-01', 'x'.repeat(MAX_TEXT + 1)),
      { why: 'x'.repeat(MAX_TEXT + 1), problem: 'textTooLong' },
    ],
  ])('%s', async (_, says, form) => {
    const { soon, answered, item, channelCard } = await megansWeek()
    const view = await answered(MEGAN, soon, says)
    expect(view.form).toMatchObject({ item: soon, ...form })
    expect(view.rows.find((row) => row.item.id === soon)?.answer).toBeNull()
    expect((await item(soon)).version).toBe(1)
    expect((await channelCard()).answered).toBe(0)
  })

  test('a late item has no "on track": it is done or not yet', async () => {
    const { late, answered, item } = await megansWeek()
    expect((await answered(MEGAN, late, ON_TRACK)).form).toMatchObject({ item: late, problem: 'late' })
    expect((await item(late)).version).toBe(1)
  })

  test('an item due today is not late yet, in the project’s zone', async () => {
    const { givenItem, askNow, answered, clock } = await aWeek()
    const id = await givenItem({ due: aDueDate('2026-11-19') })
    await askNow()
    clock.set(at('2026-11-19', '23:59'))
    expect((await answered(MEGAN, id, ON_TRACK)).form).toBeNull()
    clock.set(at('2026-11-20', '00:00'))
    expect((await answered(MEGAN, id, NO_CHANGE)).rows[0]?.daysLate).toBe(1)
  })

  test('the other answers and the comment of the same press are saved', async () => {
    const { soon, undated, pressed, item, theAsk } = await megansWeek()
    const outcome = await pressed(MEGAN, {
      answers: [
        { item: soon, says: moveTo('2026-12-01', '') },
        { item: undated, says: DONE },
      ],
      comment: 'busy week',
    })
    const { view } = expectKind(outcome, 'weeklyCard')
    expect(view.form).toMatchObject({ item: soon, missing: ['why'] })
    expect((await item(undated)).state.status).toBe('done')
    expect((await theAsk(MEGAN)).comment).toBe('busy week')
  })

  test('an item that somebody else has ended meanwhile is shown with what was typed', async () => {
    const { soon, when, answered, item } = await megansWeek()
    await when(ALEX, { do: 'changeItem', id: soon, change: { kind: 'done' }, seen: null })
    const view = await answered(MEGAN, soon, moveTo('2026-12-01', 'the bank is late'))
    expect(view.form).toMatchObject({ item: soon, why: 'the bank is late', problem: 'alreadyDone' })
    expect(view.rows.map((row) => row.item.id)).toContain(soon)
    expect(await item(soon)).toMatchObject({ state: { status: 'done', by: ALEX }, due: { moves: [] } })
  })

  test('the same item twice in one press counts as last said', async () => {
    const { soon, pressed, item } = await megansWeek()
    const answers = [ON_TRACK, DONE].map((says) => ({ item: soon, says }))
    expectKind(await pressed(MEGAN, { answers }), 'weeklyCard')
    expect(await item(soon)).toMatchObject({ state: { status: 'done' }, version: 2 })
  })
})

describe('"no change"', () => {
  test('answers all that has no answer yet, changes nothing, and says what is still late', async () => {
    const { theirs, late, soon, answered, pressed, item, channelCard } = await megansWeek()
    await answered(MEGAN, soon, ON_TRACK)
    const outcome = expectKind(await pressed(MEGAN, { restNoChange: true }), 'weeklyCard')
    expect(outcome.stillLate).toEqual([late])
    expect(outcome.view.rows.map((row) => [row.item.id, row.answer?.says.kind])).toEqual([
      [late, 'noChange'],
      [soon, 'onTrack'],
      [theirs[2], 'noChange'],
    ])
    expect(await item(late)).toMatchObject({ version: 1, due: { moves: [] } })
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 1 })
  })

  test('to thirty items is one press, though it takes more than one transaction', async () => {
    const { givenItem, askNow, pressed, channelCard, records, project } = await aWeek()
    for (let n = 0; n < 30; n++) await givenItem()
    await askNow()
    const { view } = expectKind(
      await pressed(MEGAN, { restNoChange: true, comment: 'all as it was' }),
      'weeklyCard',
    )
    expect(view.rows.filter((row) => row.answer?.says.kind === 'noChange')).toHaveLength(30)
    expect(view.ask.comment).toBe('all as it was')
    expect((await records.answers(project, THIS_WEEK, MEGAN.id)).length).toBe(30)
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 1 })
  })

  test('thirty items that all change in one press are all changed', async () => {
    const { givenItem, givenCard, askNow, pressed, item, channelCard } = await aWeek()
    const ids: ItemId[] = []
    for (let n = 0; n < 30; n++) ids.push(await givenItem())
    for (const id of ids) await givenCard(id)
    await askNow()
    await pressed(MEGAN, { answers: ids.map((id) => ({ item: id, says: moveTo('2026-12-01') })) })
    for (const id of ids) expect((await item(id)).due?.moves).toHaveLength(1)
    expect((await channelCard()).answered).toBe(1)
  })
})

describe('the channel’s count', () => {
  test('goes up only when the whole card is answered, and a second answer leaves it', async () => {
    const { theirs, answered, channelCard, theAsk, clock } = await megansWeek()
    const counts: number[] = []
    for (const id of theirs) {
      await answered(MEGAN, id, NO_CHANGE)
      counts.push((await channelCard()).answered)
    }
    expect(counts).toEqual([0, 0, 1])
    clock.advance(MINUTE)
    await answered(MEGAN, theirs[1], DONE)
    expect((await channelCard()).answered).toBe(1)
    expect((await theAsk(MEGAN)).answeredAt).toBe(THURSDAY)
  })

  test('a comment alone is no answer', async () => {
    const { pressed, channelCard } = await megansWeek()
    await pressed(MEGAN, { comment: 'more tomorrow' })
    expect((await channelCard()).answered).toBe(0)
  })

  test('an item that was given to somebody else is not waited for', async () => {
    const { theirs, when, answered, channelCard } = await megansWeek()
    const [late, soon, undated] = theirs
    await when(ALEX, { do: 'changeItem', id: undated, change: { kind: 'own', owner: PATTI }, seen: null })
    await answered(MEGAN, late, NO_CHANGE)
    await answered(MEGAN, soon, NO_CHANGE)
    expect((await channelCard()).answered).toBe(1)
  })
})

describe('a comment', () => {
  test('of 20,000 characters is kept whole; a longer one is handed back and nothing is saved', async () => {
    const { soon, pressed, theAsk, item } = await megansWeek()
    const comment = `Grüße 🙂 قال "x" `.repeat(1_300).slice(0, 19_990).trim()
    await pressed(MEGAN, { comment })
    expect((await theAsk(MEGAN)).comment).toBe(comment.normalize('NFC'))
    const text = 'y'.repeat(20_001)
    expect(await pressed(MEGAN, { comment: text, answers: [{ item: soon, says: DONE }] })).toEqual({
      kind: 'tooLong',
      field: 'comment',
      length: 20_001,
      most: 20_000,
      text,
    })
    expect((await theAsk(MEGAN)).comment).toBe(comment.normalize('NFC'))
    expect((await item(soon)).state.status).toBe('open')
  })

  test('is made fit to show: no control characters, no half characters', async () => {
    const { pressed, theAsk } = await megansWeek()
    await pressed(MEGAN, { comment: '  fine\u0000 so\u202E far \uD83D ' })
    expect((await theAsk(MEGAN)).comment).toBe('fine so far \uFFFD')
  })

  test('stays when an answer comes without one, and goes when it is emptied', async () => {
    const { soon, pressed, answered, theAsk } = await megansWeek()
    await pressed(MEGAN, { comment: 'busy' })
    await answered(MEGAN, soon, DONE)
    expect((await theAsk(MEGAN)).comment).toBe('busy')
    await pressed(MEGAN, { comment: ' ' })
    expect((await theAsk(MEGAN)).comment).toBe('')
  })
})

describe('whose card', () => {
  test('who was not asked has none, and changes nothing', async () => {
    const { soon, pressed, item } = await megansWeek()
    const outcome = await pressed(ISAIAH, { answers: [{ item: soon, says: DONE }], restNoChange: true })
    expect(expectKind(outcome, 'noCardForYou').week).toBe(THIS_WEEK)
    expect((await item(soon)).version).toBe(1)
  })

  test('not even the lead answers for somebody else with a card of their own', async () => {
    const { givenItem, askNow, soon, pressed, item, records, project } = await megansWeek()
    await givenItem({ owner: ALEX })
    await askNow()
    const { view } = expectKind(await pressed(ALEX, { answers: [{ item: soon, says: DONE }] }), 'weeklyCard')
    expect(view.rows.map((row) => row.item.id)).not.toContain(soon)
    expect((await item(soon)).version).toBe(1)
    expect(await records.answers(project, THIS_WEEK, ALEX.id)).toEqual([])
  })

  test('an item given to somebody else mid-week leaves the card; an answer to it does nothing', async () => {
    const { soon, theirs, answered, when, card, item } = await megansWeek()
    await answered(MEGAN, soon, moveTo('2026-12-01'))
    await when(ALEX, { do: 'changeItem', id: soon, change: { kind: 'own', owner: PATTI }, seen: null })
    expect((await card(MEGAN)).rows.map((row) => row.item.id)).toEqual(theirs.filter((id) => id !== soon))
    await answered(MEGAN, soon, DONE)
    expect(await item(soon)).toMatchObject({ owner: PATTI, state: { status: 'open' }, version: 3 })
  })

  test('what was given away after an answer is not on the card either, once its new owner ended it', async () => {
    const { soon, answered, when, card } = await megansWeek()
    await answered(MEGAN, soon, ON_TRACK)
    await when(MEGAN, { do: 'changeItem', id: soon, change: { kind: 'own', owner: PATTI }, seen: null })
    await when(PATTI, { do: 'changeItem', id: soon, change: { kind: 'done' }, seen: null })
    expect((await card(MEGAN)).rows.map((row) => row.item.id)).not.toContain(soon)
  })

  test('a week that was never asked has no card', async () => {
    const { pressed } = await megansWeek()
    expect((await pressed(MEGAN, { week: NEXT_WEEK, restNoChange: true })).kind).toBe('noCardForYou')
  })
})
