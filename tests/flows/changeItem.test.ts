import { plainDate } from '../../bot/domain/time'
import type { ItemChange } from '../../bot/domain/actionItem'
import type { ItemId } from '../../bot/domain/ids'
import type { Command } from '../../bot/flows/command'
import {
  ADELE,
  aDueDate,
  ALEX,
  INTEGRATIONS,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TENANT,
  TRAINING,
} from '../support/builders'
import { expectKind, itemIn, northwind } from './northwind'

/** Words are about what stands (`seen` null); a button is about the version on its card. */
function change(id: ItemId, what: ItemChange, seen: number | null = null): Command {
  return { do: 'changeItem', id, change: what, seen }
}

const DONE: ItemChange = { kind: 'done' }
function move(to: string, why = 'the files came late'): ItemChange {
  return { kind: 'move', to: plainDate(to), why }
}

describe('who may change an action item', () => {
  test.each([
    ['its owner, who neither leads nor created it', MEGAN, {}],
    ['its creator', ADELE, {}],
    ['the lead', ALEX, {}],
    ['an owner of the team', ISAIAH, { ownsTeam: true }],
  ])('%s may', async (_, person, over) => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem({ owner: MEGAN, createdBy: ADELE })
    expectKind(await when(person, change(id, DONE), over), 'record')
    expect((await item(id)).state.status).toBe('done')
  })

  test('another member may not, is told who may, and changes nothing', async () => {
    const { givenItem, when, item, history, outgoing } = await northwind()
    const id = await givenItem({ owner: MEGAN, createdBy: ADELE })
    expect(await when(PATTI, change(id, DONE))).toEqual({
      kind: 'notAllowed',
      who: 'ownerCreatorLead',
      lead: ALEX,
      owner: MEGAN,
    })
    expect(await item(id)).toMatchObject({ state: { status: 'open' }, version: 1 })
    expect(await history(id)).toEqual([])
    expect(await outgoing()).toEqual([])
  })

  test('even who waits for it may not', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem({ owner: MEGAN, createdBy: ADELE, for: LYNNE })
    expectKind(await when(LYNNE, change(id, DONE)), 'notAllowed')
  })
})

describe('a change of an action item', () => {
  test('is written with its line in the history, and says what its author may take back', async () => {
    const { givenItem, when, history } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    const outcome = expectKind(await when(MEGAN, change(id, move('2026-11-30'))), 'record')
    expect(outcome.note).toEqual({ kind: 'changed', by: MEGAN, change: 'move', told: LYNNE, undo: 2 })
    expect(itemIn(outcome).item.due).toEqual({
      first: '2026-11-24',
      moves: [{ from: '2026-11-24', to: '2026-11-30', by: MEGAN, at: NOW, why: 'the files came late' }],
    })
    const [line, ...others] = await history(id)
    expect(others).toEqual([])
    expect(line).toMatchObject({ version: 2, by: MEGAN, at: NOW, door: 'chat', why: 'the files came late' })
    expect(line?.fields.map(({ field }) => field)).toEqual(['due'])
  })

  test('a first date needs no why, and is no move', async () => {
    const { givenItem, when, history } = await northwind()
    const id = await givenItem({ due: null })
    const outcome = expectKind(await when(MEGAN, change(id, move('2026-11-30', ' '))), 'record')
    expect(itemIn(outcome).item.due).toEqual({ first: '2026-11-30', moves: [] })
    expect(await history(id)).toMatchObject([{ version: 2, why: null }])
  })

  test('that changes nothing writes nothing', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem()
    await when(MEGAN, change(id, DONE))
    const again = expectKind(await when(MEGAN, change(id, DONE)), 'record')
    expect(again.note).toEqual({ kind: 'unchanged' })
    expect((await item(id)).version).toBe(2)
  })

  test.each<[string, ItemChange, readonly string[]]>([
    ['a block without a reason', { kind: 'block', reason: ' ', needs: PATTI }, ['reason']],
    ['a move without a date', { kind: 'move', to: null, why: 'late files' }, ['date']],
    ['a move without a why', move('2026-12-01', ''), ['why']],
    ['a hand-over without a name', { kind: 'own', owner: null }, ['owner']],
    ['a cancellation without a why', { kind: 'cancel', why: '' }, ['why']],
  ])('%s opens a form with what is known filled in', async (_, what, missing) => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem()
    const form = expectKind(await when(MEGAN, change(id, what)), 'changeForm')
    expect(form).toMatchObject({ change: what, missing })
    expect(form.members).toHaveLength(6)
    expect((await item(id)).version).toBe(1)
  })

  test('to a date that has passed is asked for again, and says so', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem()
    const form = expectKind(await when(MEGAN, change(id, move('2026-11-19'))), 'changeForm')
    expect(form).toMatchObject({ missing: ['date'], problem: 'dateInPast', change: move('2026-11-19') })
  })

  test('that is over is refused with the item as it ended', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem({ state: { status: 'done', at: NOW, by: MEGAN } })
    const outcome = expectKind(await when(MEGAN, change(id, move('2026-12-01'))), 'itemEnded')
    expect(outcome.view.item.state.status).toBe('done')
  })

  test('a reason of 20,000 characters is kept whole; a longer one is handed back', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem()
    const reason = '“Warte…” 🙂 قال '.repeat(1_400).slice(0, 20_000).trim()
    await when(MEGAN, change(id, { kind: 'block', reason, needs: null }))
    expect((await item(id)).state).toMatchObject({ status: 'blocked', reason })
    const text = 'x'.repeat(20_001)
    const outcome = await when(MEGAN, change(id, { kind: 'block', reason: text, needs: null }))
    expect(outcome).toEqual({ kind: 'tooLong', field: 'reason', length: 20_001, most: 20_000, text })
  })

  test('of a number that nobody gave out is not found', async () => {
    const { when } = await northwind()
    expect(await when(MEGAN, change('A-99', DONE))).toEqual({ kind: 'notFound', id: 'A-99' })
  })

  test('an edit keeps a workstream that the project no longer has out of it', async () => {
    const { givenItem, when, item } = await northwind({ workstreams: [INTEGRATIONS] })
    const id = await givenItem({ workstream: null })
    await when(MEGAN, change(id, { kind: 'edit', title: 'Send the list again', workstream: TRAINING.id }))
    expect(await item(id)).toMatchObject({ title: 'Send the list again', workstream: null })
  })
})

describe('who is told', () => {
  test('who waits for an item is told that it is done', async () => {
    const { givenItem, when, outgoing } = await northwind()
    const id = await givenItem({ owner: MEGAN, for: LYNNE })
    await when(MEGAN, change(id, DONE))
    expect(await outgoing()).toEqual([{ kind: 'itemDone', item: id, to: LYNNE, version: 2 }])
  })

  test('who waits for an item is told of its new date', async () => {
    const { givenItem, when, outgoing } = await northwind()
    const id = await givenItem({ for: LYNNE, due: aDueDate('2026-11-24') })
    await when(MEGAN, change(id, move('2026-11-30')))
    expect(await outgoing()).toEqual([{ kind: 'itemMoved', item: id, to: LYNNE, version: 2 }])
  })

  test('nobody is told what they did themselves', async () => {
    const { givenItem, when, outgoing } = await northwind()
    const id = await givenItem({ owner: MEGAN, for: MEGAN })
    const outcome = expectKind(await when(MEGAN, change(id, DONE)), 'record')
    expect(outcome.note).toMatchObject({ told: null })
    expect(await outgoing()).toEqual([])
  })

  test('nobody is told when work starts or an item that nobody waits for is done', async () => {
    const { givenItem, when, outgoing } = await northwind()
    await when(MEGAN, change(await givenItem({ for: LYNNE }), { kind: 'start' }))
    await when(MEGAN, change(await givenItem({ for: null }), DONE))
    expect(await outgoing()).toEqual([])
  })

  test('nobody is told twice when the title of a done item is put right', async () => {
    const { givenItem, when, outgoing } = await northwind()
    const id = await givenItem({ for: LYNNE })
    await when(MEGAN, change(id, DONE))
    await when(MEGAN, change(id, { kind: 'edit', title: 'Send the customer list' }))
    expect(await outgoing()).toEqual([{ kind: 'itemDone', item: id, to: LYNNE, version: 2 }])
  })

  test('the card in the channel follows every change; without a card there is nothing to refresh', async () => {
    const { givenItem, givenCard, when, outgoing } = await northwind()
    const shown = await givenItem()
    const unseen = await givenItem()
    await givenCard(shown)
    await when(MEGAN, change(shown, { kind: 'start' }))
    await when(MEGAN, change(unseen, { kind: 'start' }))
    expect(await outgoing()).toEqual([{ kind: 'refreshCard', record: shown }])
  })

  test('a new owner finds the project in their own chat', async () => {
    const { givenItem, when, people, project } = await northwind()
    const id = await givenItem()
    await when(MEGAN, change(id, { kind: 'own', owner: PATTI }))
    expect(await people.projectsOf(TENANT, PATTI.id)).toContain(project)
  })
})

describe('two people at one item', () => {
  test("a second person's move is told what changed meanwhile, and is not saved", async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    await when(MEGAN, change(id, move('2026-11-30'), 1))
    const outcome = expectKind(await when(ALEX, change(id, move('2026-12-07'), 1)), 'changedMeanwhile')
    expect(outcome.yours).toEqual(move('2026-12-07'))
    expect(outcome.last).toMatchObject({ version: 2, by: MEGAN, why: 'the files came late' })
    expect(itemIn(outcome).item.due?.moves.at(-1)?.to).toBe('2026-11-30')
    expect((await item(id)).version).toBe(2)
  })

  test('a title put right meanwhile does not stand in the way of "done"', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem()
    await when(ALEX, change(id, { kind: 'edit', title: 'Send the customer list' }, 1))
    expectKind(await when(MEGAN, change(id, DONE, 1)), 'record')
    expect(await item(id)).toMatchObject({ title: 'Send the customer list', state: { status: 'done' } })
  })

  test('a date that the card already showed is no news, though the title changed since', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    await when(MEGAN, change(id, move('2026-11-30'), 1))
    await when(ALEX, change(id, { kind: 'edit', title: 'Send the customer list' }, 2))
    const outcome = expectKind(await when(ALEX, change(id, move('2026-12-07'), 2)), 'record')
    expect(itemIn(outcome).item.due?.moves).toHaveLength(2)
  })

  test('"done" on a card that is two changes old, one of them a cancellation, says who cancelled it', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem()
    await when(ALEX, change(id, { kind: 'cancel', why: 'no longer needed' }))
    await when(ALEX, change(id, { kind: 'edit', title: 'Old list' }))
    const outcome = expectKind(await when(MEGAN, change(id, DONE, 1)), 'changedMeanwhile')
    expect(outcome.last).toMatchObject({ version: 2, by: ALEX, why: 'no longer needed' })
  })

  test('the same tap from two cards is no conflict', async () => {
    const { givenItem, when } = await northwind()
    const id = await givenItem()
    await when(ALEX, change(id, DONE, 1))
    const outcome = expectKind(await when(MEGAN, change(id, DONE, 1)), 'record')
    expect(outcome.note).toEqual({ kind: 'unchanged' })
  })

  test('typed words are about what stands, whoever was first', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    await when(MEGAN, change(id, move('2026-11-30')))
    expectKind(await when(ALEX, change(id, move('2026-12-07', 'one more week'))), 'record')
    const due = (await item(id)).due
    expect(due?.moves.map(({ to, by }) => [to, by.name])).toEqual([
      ['2026-11-30', 'Megan Bowen'],
      ['2026-12-07', 'Alex Wilber'],
    ])
  })

  test('of two taps in the same moment one is saved and the other is told so', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    const both = await Promise.all([
      when(MEGAN, change(id, move('2026-11-30'), 1)),
      when(ALEX, change(id, move('2026-12-07'), 1)),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changedMeanwhile', 'record'])
    expect((await item(id)).due?.moves).toHaveLength(1)
  })

  test('a dozen sentences in the same moment are all kept, each with its line', async () => {
    const { givenItem, when, item, history } = await northwind()
    const id = await givenItem({ due: aDueDate('2026-11-24') })
    const days = Array.from({ length: 12 }, (_, index) => `2026-12-${String(index + 10)}`)
    await Promise.all(days.map((day) => when(MEGAN, change(id, move(day)))))
    const { due, version } = await item(id)
    expect(due?.moves.map(({ to }) => String(to)).sort()).toEqual(days)
    expect(version).toBe(13)
    expect((await history(id)).map((line) => line.version)).toEqual(days.map((_, index) => index + 2))
  })
})
