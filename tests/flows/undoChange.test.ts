import type { ItemChange } from '../../bot/domain/actionItem'
import type { RecordId } from '../../bot/domain/ids'
import { plainDate } from '../../bot/domain/time'
import type { Command } from '../../bot/flows/command'
import { aDueDate, ALEX, LYNNE, MEGAN, PATTI } from '../support/builders'
import { expectKind, issueIn, itemIn, northwind } from './northwind'

const MINUTE = 60_000
const MOVE: ItemChange = { kind: 'move', to: plainDate('2026-11-30'), why: 'the files came late' }

function undo(id: RecordId, version: number): Command {
  return { do: 'undo', id, version }
}

/** Megan has just moved her item by a week. */
async function afterAMove() {
  const world = await northwind()
  const id = await world.givenItem({ owner: MEGAN, for: LYNNE, due: aDueDate('2026-11-24') })
  await world.when(MEGAN, { do: 'changeItem', id, change: MOVE, seen: null })
  return { ...world, id }
}

describe('taking a change back', () => {
  test('its author does so within half an hour, and the history keeps both', async () => {
    const { when, clock, item, history, id } = await afterAMove()
    clock.advance(30 * MINUTE)
    const outcome = expectKind(await when(MEGAN, undo(id, 2)), 'record')
    expect(outcome.note).toEqual({ kind: 'undone', by: MEGAN })
    expect(itemIn(outcome).item).toMatchObject({ due: { first: '2026-11-24', moves: [] }, version: 3 })
    expect((await item(id)).due).toEqual({ first: '2026-11-24', moves: [] })
    expect((await history(id)).map(({ version, undoes }) => [version, undoes])).toEqual([
      [2, null],
      [3, 2],
    ])
  })

  test('who waits for it is told that the old date holds again', async () => {
    const { when, outgoing, id } = await afterAMove()
    await when(MEGAN, undo(id, 2))
    expect(await outgoing()).toEqual(
      [2, 3].map((version) => ({ kind: 'itemMoved', item: id, to: LYNNE, version })),
    )
  })

  test('a second tap on the same button changes nothing more', async () => {
    const { when, item, id } = await afterAMove()
    await when(MEGAN, undo(id, 2))
    const again = expectKind(await when(MEGAN, undo(id, 2)), 'record')
    expect(again.note).toEqual({ kind: 'undone', by: MEGAN })
    expect((await item(id)).version).toBe(3)
  })

  test('two taps in the same moment take it back once', async () => {
    const { when, item, id } = await afterAMove()
    const both = await Promise.all([when(MEGAN, undo(id, 2)), when(MEGAN, undo(id, 2))])
    expect(both.map(({ kind }) => kind)).toEqual(['record', 'record'])
    expect((await item(id)).version).toBe(3)
  })

  test('nobody takes back what somebody else did, not even the lead', async () => {
    const { when, item, id } = await afterAMove()
    const outcome = expectKind(await when(ALEX, undo(id, 2)), 'undoTooLate')
    expect(outcome.because).toBe('notYours')
    expect((await item(id)).version).toBe(2)
  })

  test('once the item has changed again it is too late', async () => {
    const { when, item, id } = await afterAMove()
    await when(ALEX, { do: 'changeItem', id, change: { kind: 'start' }, seen: null })
    const outcome = expectKind(await when(MEGAN, undo(id, 2)), 'undoTooLate')
    expect(outcome.because).toBe('changedSince')
    expect((await item(id)).due?.moves).toHaveLength(1)
  })

  test('after half an hour it is too late', async () => {
    const { when, clock, id } = await afterAMove()
    clock.advance(30 * MINUTE + 1)
    expect(expectKind(await when(MEGAN, undo(id, 2)), 'undoTooLate').because).toBe('tooOld')
  })

  test('who gave an item away by mistake gets it back, though it is no longer theirs', async () => {
    const { givenItem, when, item } = await northwind()
    const id = await givenItem({ owner: MEGAN, createdBy: ALEX })
    await when(MEGAN, { do: 'changeItem', id, change: { kind: 'own', owner: PATTI }, seen: null })
    expectKind(await when(MEGAN, undo(id, 2)), 'record')
    expect((await item(id)).owner).toEqual(MEGAN)
  })

  test('a creation is not taken back, because its number is given', async () => {
    const { when, issue } = await northwind()
    await when(PATTI, { do: 'logIssue', title: 'Totals are wrong', details: '', conversation: null })
    expect(expectKind(await when(PATTI, undo('I-1', 1)), 'undoTooLate').because).toBe('nothing')
    expect((await issue('I-1')).version).toBe(1)
  })

  test('an issue closed by mistake is open again', async () => {
    const { givenIssue, givenCard, when, records, project, outgoing } = await northwind()
    const id = await givenIssue({ state: { status: 'readyForRetest' } })
    await givenCard(id)
    await when(LYNNE, { do: 'changeIssue', id, change: { kind: 'close' }, seen: null })
    const outcome = await when(LYNNE, undo(id, 2))
    expect(issueIn(outcome).issue.state).toEqual({ status: 'readyForRetest' })
    expect((await records.openIssues(project)).map((issue) => issue.id)).toEqual([id])
    expect(await outgoing()).toEqual([
      { kind: 'refreshCard', record: id },
      { kind: 'refreshCard', record: id },
    ])
  })
})
