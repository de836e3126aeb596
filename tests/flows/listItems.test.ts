import type { ItemFilter } from '../../bot/flows/command'
import { ADELE, aDueDate, inDays, MEGAN, NOW, PATTI } from '../support/builders'
import { expectKind, northwind } from './northwind'

function listItems(filter: ItemFilter, page = 0) {
  return { do: 'listItems', filter, page } as const
}

/** Late, blocked, due soon, without a date, and over. */
async function withFiveItems() {
  const world = await northwind()
  const noDate = await world.givenItem({ title: 'no date', due: null })
  const soon = await world.givenItem({ title: 'soon', due: aDueDate(inDays(3)), owner: PATTI })
  const late = await world.givenItem({ title: 'late', due: aDueDate(inDays(-9)) })
  const blocked = await world.givenItem({
    title: 'blocked',
    state: { status: 'blocked', reason: 'no server', needs: null, since: NOW },
  })
  const over = await world.givenItem({
    due: aDueDate(inDays(-2)),
    state: { status: 'done', at: NOW, by: MEGAN },
  })
  return { ...world, noDate, soon, late, blocked, over }
}

describe('lists of action items', () => {
  test('what is open stands in the order of trouble, the newest first; what is over is left out', async () => {
    const { when, noDate, soon, late, blocked } = await withFiveItems()
    const { list } = expectKind(await when(ADELE, listItems({ kind: 'open' })), 'items')
    expect(list.rows.map(({ id }) => id)).toEqual([blocked, late, soon, noDate])
    expect(list).toMatchObject({ total: 4, page: 0 })
  })

  test('overdue lists only what is late', async () => {
    const { when, late } = await withFiveItems()
    const { list } = expectKind(await when(ADELE, listItems({ kind: 'overdue' })), 'items')
    expect(list.rows.map(({ id }) => id)).toEqual([late])
  })

  test('what is blocked, and what is due by a day, what is late among it', async () => {
    const { when, soon, late, blocked } = await withFiveItems()
    const ids = async (filter: ItemFilter) =>
      expectKind(await when(ADELE, listItems(filter)), 'items').list.rows.map(({ id }) => id)
    expect(await ids({ kind: 'blocked' })).toEqual([blocked])
    expect(await ids({ kind: 'dueBy', until: inDays(3) })).toEqual(expect.arrayContaining([late, soon]))
    expect(await ids({ kind: 'dueBy', until: inDays(2) })).not.toContain(soon)
  })

  test("a person's list holds what they own", async () => {
    const { when, soon } = await withFiveItems()
    const { list } = expectKind(await when(ADELE, listItems({ kind: 'of', person: PATTI })), 'items')
    expect(list.rows.map(({ id }) => id)).toEqual([soon])
  })

  test('a long list is paged and nothing is cut; a page beyond the end is the last one', async () => {
    const { when, givenItem } = await northwind()
    for (let index = 0; index < 23; index++) await givenItem({ due: aDueDate(inDays(index)) })
    const page = async (number: number) =>
      expectKind(await when(ADELE, listItems({ kind: 'open' }, number)), 'items').list
    const pages = [await page(0), await page(1), await page(2)]
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids).toEqual(Array.from({ length: 23 }, (_, index) => `A-${index + 1}`))
    expect(pages.map(({ rows }) => rows.length)).toEqual([10, 10, 3])
    expect(await page(7)).toMatchObject({ page: 2, total: 23 })
  })

  test('an empty list is a list', async () => {
    const { when } = await northwind()
    const { list } = expectKind(await when(ADELE, listItems({ kind: 'open' }, 3)), 'items')
    expect(list).toMatchObject({ rows: [], page: 0, total: 0 })
  })
})
