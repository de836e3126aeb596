import { plainDate } from '../../bot/domain/time'
import type { CommandOf } from '../../bot/flows/command'
import { ADELE, ALEX, DATA_MIGRATION, LYNNE, MEGAN, NOW, TENANT } from '../support/builders'
import { aChannel, expectKind, itemIn, northwind } from './northwind'

function addItem(over: Partial<CommandOf<'addItem'>> = {}): CommandOf<'addItem'> {
  return {
    do: 'addItem',
    title: 'Send the price file',
    owner: MEGAN,
    for: LYNNE,
    due: plainDate('2026-12-15'),
    unblocks: 'load test',
    workstream: DATA_MIGRATION.id,
    conversation: { conversation: 'thread-1', message: 'message-9' },
    ...over,
  }
}

describe('adding an action item', () => {
  test('any member adds one; it is kept whole, with the first line of its history', async () => {
    const { when, item, history } = await northwind()
    const outcome = expectKind(await when(ADELE, addItem()), 'record')
    expect(outcome.note).toEqual({ kind: 'added' })
    expect(itemIn(outcome)).toMatchObject({ workstream: 'Data migration', canChange: true })
    expect(await item('A-1')).toEqual({
      id: 'A-1',
      title: 'Send the price file',
      owner: MEGAN,
      for: LYNNE,
      unblocks: 'load test',
      workstream: DATA_MIGRATION.id,
      due: { first: '2026-12-15', moves: [] },
      state: { status: 'open' },
      conversation: { conversation: 'thread-1', message: 'message-9' },
      createdBy: ADELE,
      createdAt: NOW,
      changedBy: ADELE,
      changedAt: NOW,
      version: 1,
    })
    expect(await history('A-1')).toEqual([
      {
        record: 'A-1',
        version: 1,
        at: NOW,
        by: ADELE,
        inPlaceOf: null,
        door: 'chat',
        why: null,
        undoes: null,
        fields: [],
      },
    ])
  })

  test('people taking numbers at once, in two processes, get each number once with none left out', async () => {
    const { when, whenElsewhere, deps, project } = await northwind()
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 ? when : whenElsewhere)(ADELE, addItem({ title: `File ${index}` })),
      ),
    )
    const numbers = all.map((outcome) => Number(itemIn(outcome).item.id.slice(2))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    const titles = (await deps.records.openItems(project)).map(({ title }) => title)
    expect(new Set(titles).size).toBe(24)
  })

  test.each([
    ['without an owner', { owner: null }, ['owner']],
    ['without a title', { title: ' \n ' }, ['title']],
    ['with neither', { title: '\u0007', owner: null }, ['title', 'owner']],
  ])('%s it asks for what is missing, keeps the rest and adds nothing', async (_, over, missing) => {
    const { when, records, project } = await northwind()
    const draft = addItem(over)
    const form = expectKind(await when(ADELE, draft), 'itemForm')
    expect(form).toMatchObject({ missing, draft })
    expect(form.members.map(({ name }) => name)).toContain('Megan Bowen')
    expect(await records.openItems(project)).toEqual([])
  })

  test('its owner and who waits for it find the project in their own chat', async () => {
    const { when, people, project } = await northwind()
    await when(ADELE, addItem({ owner: MEGAN, for: LYNNE }))
    expect(await people.projectsOf(TENANT, MEGAN.id)).toContain(project)
    expect(await people.projectsOf(TENANT, LYNNE.id)).toContain(project)
  })

  test('a title too long for one line is handed back whole, and nothing is added', async () => {
    const { when, records, project } = await northwind()
    const title = 'Send the price file, '.repeat(20)
    const outcome = expectKind(await when(ADELE, addItem({ title })), 'tooLong')
    expect(outcome).toMatchObject({ field: 'title', most: 250, text: title })
    expect(await records.openItems(project)).toEqual([])
  })

  test('what it unblocks is kept to the last of 20,000 characters, and refused beyond', async () => {
    const { when, item } = await northwind()
    const long = 'x'.repeat(19_999) + '!'
    await when(ADELE, addItem({ unblocks: long }))
    expect((await item('A-1')).unblocks).toBe(long)
    const text = `${long}y`
    const outcome = expectKind(await when(ADELE, addItem({ unblocks: text })), 'tooLong')
    expect(outcome).toEqual({ kind: 'tooLong', field: 'unblocks', length: 20_001, most: 20_000, text })
  })

  test('a workstream that the project does not have is left out', async () => {
    const { when } = await northwind({ workstreams: [] })
    const view = itemIn(await when(ADELE, addItem()))
    expect(view.item.workstream).toBeNull()
  })

  test('in a channel without a project nothing is added', async () => {
    const { when } = await aChannel()
    expect(await when(ALEX, addItem())).toEqual({ kind: 'notSetUp' })
  })
})
