import { ADELE, ALEX, MEGAN, PATTI, TODAY } from '../support/builders'
import { expectKind, issueIn, itemIn, northwind } from './northwind'

describe('showing a record', () => {
  test.each([
    ['its owner may change it', MEGAN, true],
    ['another member only reads it', ADELE, false],
  ])('an item, with its workstream by name: %s', async (_, person, canChange) => {
    const { givenItem, when } = await northwind()
    const id = await givenItem({ owner: MEGAN, createdBy: ALEX })
    const outcome = expectKind(await when(person, { do: 'show', id, history: false }), 'record')
    expect(itemIn(outcome)).toMatchObject({
      project: { name: 'ERP roll-out', customer: 'Northwind Traders', paused: false },
      workstream: 'Data migration',
      today: TODAY,
      canChange,
      history: null,
    })
    expect(outcome.note).toBeNull()
  })

  test('an issue with its history, oldest first', async () => {
    const { when } = await northwind()
    await when(PATTI, { do: 'logIssue', title: 'Totals are wrong', details: '', conversation: null })
    await when(ADELE, {
      do: 'changeIssue',
      id: 'I-1',
      change: { kind: 'triage', severity: 'cosmetic', owner: null },
      seen: 1,
    })
    const view = issueIn(await when(ALEX, { do: 'show', id: 'I-1', history: true }))
    expect(view.history?.map(({ version, by }) => [version, by.name])).toEqual([
      [1, 'Patti Fernandez'],
      [2, 'Adele Vance'],
    ])
  })

  test('a number that nobody gave out is not found', async () => {
    const { when } = await northwind()
    expect(await when(ADELE, { do: 'show', id: 'A-7', history: true })).toEqual({
      kind: 'notFound',
      id: 'A-7',
    })
    expect(await when(ADELE, { do: 'show', id: 'I-7', history: false })).toEqual({
      kind: 'notFound',
      id: 'I-7',
    })
  })
})
