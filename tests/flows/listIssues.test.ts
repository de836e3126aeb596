import type { IssueFilter } from '../../bot/flows/command'
import { ADELE, anIssue, daysAgo, ISAIAH, LYNNE, NOW, PATTI } from '../support/builders'
import { expectKind, northwind } from './northwind'

function listIssues(filter: IssueFilter, page = 0) {
  return { do: 'listIssues', filter, page } as const
}

async function withFourIssues() {
  const world = await northwind()
  const cosmetic = await world.givenIssue({
    title: 'Logo is pale',
    where: 'Menu',
    steps: '',
    severity: 'cosmetic',
    owner: LYNNE,
  })
  const stopper = await world.givenIssue({ title: 'Invoice run stops', severity: 'showStopper' })
  const closed = await world.givenIssue({
    title: 'Invoice has no logo',
    severity: 'showStopper',
    state: { status: 'closed', validatedBy: PATTI, at: NOW },
  })
  const workaround = await world.givenIssue({
    title: 'Totals are wrong',
    details: 'on an invoice with two rates',
    severity: 'workaround',
    owner: null,
    reporter: LYNNE,
  })
  return { ...world, cosmetic, stopper, closed, workaround }
}

describe('lists of issues', () => {
  test('what is open stands in the order of urgency', async () => {
    const { when, stopper, workaround, cosmetic } = await withFourIssues()
    const { list } = expectKind(await when(ADELE, listIssues({ kind: 'open' })), 'issues')
    expect(list.rows.map(({ id }) => id)).toEqual([stopper, workaround, cosmetic])
    expect(list).toMatchObject({ total: 3, now: NOW })
  })

  test('one severity lists its open issues only', async () => {
    const { when, stopper } = await withFourIssues()
    const filter: IssueFilter = { kind: 'severity', severity: 'showStopper' }
    const { list } = expectKind(await when(ADELE, listIssues(filter)), 'issues')
    expect(list.rows.map(({ id }) => id)).toEqual([stopper])
  })

  test('what nobody has rated, and what nobody fixes, is listed by itself', async () => {
    const { when, givenIssue, workaround } = await withFourIssues()
    const notRated = await givenIssue({ title: 'Labels come out empty', severity: null, owner: PATTI })
    const ids = async (filter: IssueFilter) =>
      expectKind(await when(ADELE, listIssues(filter)), 'issues').list.rows.map(({ id }) => id)
    expect(await ids({ kind: 'notRated' })).toEqual([notRated])
    expect(await ids({ kind: 'unowned' })).toEqual([workaround])
  })

  test("a person's list holds what they fix and what they found", async () => {
    const { when, workaround, cosmetic } = await withFourIssues()
    const { list } = expectKind(await when(ADELE, listIssues({ kind: 'of', person: LYNNE })), 'issues')
    expect(list.rows.map(({ id }) => id)).toEqual([workaround, cosmetic])
  })

  test('words find open issues first and closed ones after them', async () => {
    const { when, stopper, workaround, closed } = await withFourIssues()
    const filter: IssueFilter = { kind: 'words', words: 'invoices' }
    const { list } = expectKind(await when(ADELE, listIssues(filter)), 'issues')
    expect(list.rows.map(({ id }) => id)).toEqual([stopper, workaround, closed])
  })

  test('a search over more issues than are read at once finds the oldest, and is paged', async () => {
    const { records, project, when, givenIssue } = await northwind()
    const first = await givenIssue({ title: 'The printer hums', state: { status: 'new' } })
    for (let group = 0; group < 63; group++) {
      const issues = Array.from({ length: 8 }, (_, index) =>
        anIssue({ id: `I-${2 + group * 8 + index}`, title: 'A pale logo' }),
      )
      await records.commit(project, { issues: issues.map((record) => ({ record, over: 'new' })) })
    }
    const hums = expectKind(await when(ADELE, listIssues({ kind: 'words', words: 'hums' })), 'issues')
    expect(hums.list.rows.map(({ id }) => id)).toEqual([first])
    const pale = expectKind(await when(ADELE, listIssues({ kind: 'words', words: 'pale' }, 50)), 'issues')
    expect(pale.list).toMatchObject({ total: 504, page: 50 })
    expect(pale.list.rows).toHaveLength(4)
    expect(await records.openIssues(project)).toHaveLength(505)
  })

  test('what nobody has rated for a day comes right after the show-stoppers', async () => {
    const { when, givenIssue } = await northwind()
    const workaround = await givenIssue({ severity: 'workaround', owner: ISAIAH })
    const unrated = await givenIssue({ severity: null, state: { status: 'new' }, createdAt: daysAgo(2) })
    const { list } = expectKind(await when(ADELE, listIssues({ kind: 'open' })), 'issues')
    expect(list.rows.map(({ id }) => id)).toEqual([unrated, workaround])
  })
})
