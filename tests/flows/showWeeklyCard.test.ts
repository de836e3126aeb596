import { ADELE, aDueDate, ALEX, at, EVERYBODY, ISAIAH, MEGAN, THIS_WEEK } from '../support/builders'
import { expectKind } from './northwind'
import { aWeek, blockedBy, DONE, megansWeek, NEXT_WEEK, ON_TRACK } from './theWeek'

test('the card holds its owner’s open items, the most late on top, those without a date last', async () => {
  const { givenItem, askNow, card } = await aWeek()
  const undated = await givenItem({ due: null })
  const soon = await givenItem({ due: aDueDate('2026-11-24') })
  const late = await givenItem({ due: aDueDate('2026-11-17') })
  const latest = await givenItem({ due: aDueDate('2026-11-02') })
  await givenItem({ owner: ISAIAH })
  await askNow()
  const view = await card(MEGAN)
  expect(view.rows.map((row) => [row.item.id, row.daysLate])).toEqual([
    [latest, 17],
    [late, 2],
    [soon, 0],
    [undated, 0],
  ])
  expect(view).toMatchObject({ week: THIS_WEEK, today: '2026-11-19', form: null, recapPosted: false })
  expect(view.answerBy).toBe(at('2026-11-20', '12:00'))
  expect(view.members).toHaveLength(EVERYBODY.length)
})

test('an item that came after the ask is on it, one that somebody else ended is not', async () => {
  const { late, soon, undated, givenItem, when, card } = await megansWeek()
  const came = await givenItem({ due: aDueDate('2026-12-15') })
  await when(ALEX, { do: 'changeItem', id: soon, change: { kind: 'done' }, seen: null })
  expect((await card(MEGAN)).rows.map((row) => row.item.id)).toEqual([late, came, undated])
})

test('what its owner answered stays on it, done or not, with the last answer', async () => {
  const { soon, undated, answered, card } = await megansWeek()
  await answered(MEGAN, soon, DONE)
  await answered(MEGAN, undated, blockedBy(ADELE))
  const rows = (await card(MEGAN)).rows
  expect(rows.map((row) => row.answer?.says.kind ?? null)).toEqual([null, 'done', 'notOnTrack'])
})

test('shows nothing of anybody else’s answers', async () => {
  const { givenItem, askNow, answered, card } = await aWeek()
  const id = await givenItem({ owner: ISAIAH })
  await givenItem({ owner: MEGAN })
  await askNow()
  await answered(ISAIAH, id, ON_TRACK)
  expect((await card(MEGAN)).rows.map((row) => row.answer)).toEqual([null])
})

test('an earlier week’s card can be looked at; who was not asked has none', async () => {
  const { clock, when } = await megansWeek()
  clock.set(at('2026-11-24', '09:00'))
  const earlier = expectKind(await when(MEGAN, { do: 'showCard', week: THIS_WEEK }), 'weeklyCard')
  expect(earlier.view.rows).toHaveLength(3)
  expect(expectKind(await when(MEGAN, { do: 'showCard', week: null }), 'noCardForYou').week).toBe(NEXT_WEEK)
  expect(expectKind(await when(ADELE, { do: 'showCard', week: THIS_WEEK }), 'noCardForYou').week).toBe(
    THIS_WEEK,
  )
})

test('looking writes nothing', async () => {
  const { card, theAsk, outgoing } = await megansWeek()
  const before = [await theAsk(MEGAN), await outgoing()]
  await card(MEGAN)
  expect([await theAsk(MEGAN), await outgoing()]).toEqual(before)
})
