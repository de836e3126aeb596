import type { Browser } from 'playwright-core'
import { plainDate } from '../../bot/domain/time'
import type { CommandOf } from '../../bot/flows/command'
import { ADELE, ALEX, ISAIAH, LYNNE, MEGAN, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, type OpenTab } from '../support/tabPage'

let browser: Browser
let tab: ServedTab
let opened: OpenTab[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  opened = []
  tab = await serveTab()
  await tab.setUp()
  await item('Price file for 2026', { owner: MEGAN, for: ADELE, unblocks: 'load test', due: '2026-11-23' })
  await item('Read rights on price tables', { owner: ADELE, for: MEGAN, unblocks: 'A-1', due: '2026-11-27' })
  await item('Bin map of hall C', { owner: LYNNE, for: ADELE, due: '2026-12-02' })
  tab.clock.set('2026-11-25T09:00:00Z')
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  await tab.close()
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})

type Given = Pick<CommandOf<'addItem'>, 'owner'> & {
  readonly for?: typeof MEGAN
  readonly unblocks?: string
  readonly due: string
}

async function item(title: string, { owner, for: waits, unblocks, due }: Given) {
  const outcome = await tab.inChat(PATTI, {
    do: 'addItem',
    title,
    owner,
    for: waits ?? null,
    unblocks: unblocks ?? null,
    due: plainDate(due),
    workstream: null,
    conversation: null,
  })
  expect(outcome.kind).toBe('record')
}

async function open(path: string, look: Parameters<typeof openTab>[3] = {}) {
  const view = await openTab(browser, tab, path, look)
  opened.push(view)
  return view.page
}

type Page = Awaited<ReturnType<typeof open>>
const titles = (page: Page) => page.locator('.row .title').allInnerTexts()
const row = (page: Page, id: string) => page.locator(`#row-${id}`)
const stored = async (id: `A-${number}`) => (await tab.records.item(tab.project, id))?.record

it('shows what is late first and says by how much, and the same again for a link', async () => {
  const page = await open('/tab/items')
  await row(page, 'A-1').getByText('2 d over').waitFor()
  expect(await page.locator('.group-head b').allInnerTexts()).toEqual([
    'Late',
    'Week 48, this week',
    'Week 49, 30 Nov to 4 Dec',
  ])
  await page.getByRole('button', { name: /^Filter/ }).click()
  await page.getByRole('checkbox', { name: 'Waiting for me' }).check()
  await page.waitForURL(/only=forMe/)
  const other = await open(`/tab/items${new URL(page.url()).search}`, { as: ADELE })
  await row(other, 'A-3').waitFor()
  expect(await titles(other)).toEqual(['Price file for 2026', 'Bin map of hall C'])
  await other.getByRole('button', { name: 'Take off the filter Only' }).click()
  await row(other, 'A-2').waitFor()
})

it('is worked by keys: down, open, next, close, and straight to the owner or the moves', async () => {
  const page = await open('/tab/items')
  await row(page, 'A-1').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Action item A-2' }).waitFor()
  await page.keyboard.press(']')
  await page.getByRole('region', { name: 'Action item A-3' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Action item A-3' }).waitFor({ state: 'detached' })
  await page.locator('#row-A-3:focus').waitFor()
  await page.keyboard.press('a')
  await page.locator('#pane-owner:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#row-A-3').focus()
  await page.keyboard.press('m')
  await page.locator('.moves button:focus').waitFor()
  await page.locator('#row-A-3').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('next and previous item').waitFor()
})

it('does, blocks with a reason and goes on, and takes the last step back', async () => {
  const page = await open('/tab/items?item=A-1', { as: MEGAN })
  const pane = page.getByRole('region', { name: 'Action item A-1' })
  await pane.getByRole('button', { name: 'Blocked…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Call it blocked' }).click()
  await dialog.getByText('Say what is in the way').waitFor()
  await dialog.getByLabel('What is in the way').fill('no read rights')
  await dialog.getByLabel('Whose help would free it').selectOption({ label: 'Alex Wilber' })
  await dialog.getByRole('button', { name: 'Call it blocked' }).click()
  await pane.getByText('Blocked since Wed 25 Nov, needs Alex').waitFor()
  await pane.getByRole('button', { name: 'Done', exact: true }).click()
  await page.getByText('A-1: done').waitFor()
  expect((await stored('A-1'))?.state.status).toBe('done')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('A-1 is as it was').waitFor()
  expect(await stored('A-1')).toMatchObject({ state: { status: 'blocked', reason: 'no read rights' } })
})

it('moves a date with its reason and tells the whole delay', async () => {
  const page = await open('/tab/items?item=A-1', { as: MEGAN })
  const pane = page.getByRole('region', { name: 'Action item A-1' })
  await pane.getByRole('button', { name: 'Due: Mon 23 Nov. Change' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The new date').fill('2026-11-30')
  await dialog.getByRole('button', { name: 'Give it this date' }).click()
  await dialog.getByText('Say why it moves').waitFor()
  await dialog.getByLabel(/^Why it moves/).fill('two regions late')
  await dialog.getByRole('button', { name: 'Give it this date' }).click()
  await pane.getByText('7 d past the first date, moved once').waitFor()
  const ledger = pane.getByRole('table', { name: 'Every date of A-1' })
  expect(await ledger.innerText()).toMatch(
    /First date 23 Nov[\s\S]*23 Nov to 30 Nov[\s\S]*Megan: “two regions late”/,
  )
})

it('edits the words in place, and says to who may not whom to ask', async () => {
  const page = await open('/tab/items?item=A-1', { as: MEGAN })
  await page.getByRole('button', { name: /^Unblocks: load test/ }).click()
  await page.getByRole('textbox', { name: 'Unblocks' }).fill('load test 3')
  await page.keyboard.press('Enter')
  await page.getByText('Adele waits for this, for load test 3.').waitFor()
  const other = await open('/tab/items?item=A-1', { as: LYNNE })
  await other.getByText('Its owner Megan Bowen, who added it, or Alex Wilber can change A-1.').waitFor()
  expect(await other.locator('.pane .moves, .pane select').count()).toBe(0)
})

it('shows both values when somebody else was first, and saves mine only when told to', async () => {
  const page = await open('/tab/items?item=A-1', { expects: /409|ERR_FAILED/ })
  const owner = page.getByRole('combobox', { name: 'Owner' })
  await owner.waitFor()
  // The page must not hear of it before its own change is sent.
  await page.route('**/items', (route) => route.abort())
  await page.route('**/pulse?*', (route) => route.abort())
  await tab.inChat(PATTI, { do: 'changeItem', id: 'A-1', change: { kind: 'own', owner: LYNNE }, seen: null })
  await owner.selectOption({ label: 'Isaiah Langer' })
  const notice = page.locator('.notice')
  await notice.getByText('Patti changed this').waitFor()
  expect(await notice.innerText()).toContain(
    'The owner was Megan, now it is Lynne. You chose Isaiah; that is not saved.',
  )
  expect(await axeFindings(page)).toEqual([])
  await notice.getByRole('button', { name: 'Save mine: Isaiah' }).click()
  await page.getByText('A-1 is Isaiah’s now').waitFor()
  expect((await stored('A-1'))?.owner).toEqual(ISAIAH)
})

it('adds an item from the form, and opens it', async () => {
  const page = await open('/tab/items')
  await row(page, 'A-1').waitFor()
  await page.getByRole('button', { name: 'New action item' }).click()
  const dialog = page.getByRole('dialog', { name: 'New action item' })
  await dialog.getByRole('button', { name: 'Add the item' }).click()
  await dialog.getByText('Say in one line what has to be provided.').waitFor()
  await dialog.getByLabel('What has to be provided').fill('Tax table')
  await dialog.getByLabel('Who provides it').selectOption({ label: 'Patti Fernandez' })
  await dialog.getByLabel('Who waits for it').selectOption({ label: 'Alex Wilber' })
  await dialog.getByLabel('By when').fill('2026-12-04')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add the item' }).click()
  await page.getByRole('region', { name: 'Action item A-4' }).getByText('Alex waits for this.').waitFor()
  expect(await stored('A-4')).toMatchObject({ owner: PATTI, for: ALEX, due: { first: '2026-12-04' } })
})

it('shows a change made in chat within ten seconds, and what has ended in its view', async () => {
  const page = await open('/tab/items')
  await row(page, 'A-3').waitFor()
  await tab.inChat(LYNNE, { do: 'changeItem', id: 'A-3', change: { kind: 'done' }, seen: null })
  await row(page, 'A-3').waitFor({ state: 'detached', timeout: 10_000 })
  await page.getByRole('link', { name: 'Ended' }).click()
  await row(page, 'A-3').getByText('Done').waitFor()
})

describe('the board', () => {
  const card = (page: Page, id: string) => page.locator('.card').filter({ has: page.locator(`#row-${id}`) })
  const column = (page: Page, name: string) => page.locator('.column').filter({ hasText: name })

  it('takes a card by drag to done in one go, with Undo, and asks why before it is blocked', async () => {
    const page = await open('/tab/items?show=board', { as: MEGAN })
    await card(page, 'A-1').dragTo(column(page, 'Done'))
    await page.getByText('A-1: done').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('A-1 is as it was').waitFor()
    await card(page, 'A-1').dragTo(column(page, 'Blocked'))
    await page
      .getByRole('dialog', { name: 'A-1 is blocked' })
      .getByLabel('What is in the way')
      .fill('no rights')
    await page.getByRole('button', { name: 'Call it blocked' }).click()
    await column(page, 'Blocked').getByText('Price file for 2026').waitFor()
    await page.getByText('A-1: blocked').waitFor()
    expect((await stored('A-1'))?.state).toMatchObject({ status: 'blocked', reason: 'no rights' })
  })

  it('never refuses in silence: a card that is not mine says whose it is', async () => {
    const page = await open('/tab/items?show=board', { as: LYNNE })
    await card(page, 'A-1').dragTo(column(page, 'Done'))
    await page
      .getByText('Its owner Megan Bowen, who added it, or Alex Wilber can change A-1.')
      .first()
      .waitFor()
    expect((await stored('A-1'))?.state.status).toBe('open')
  })

  it('is worked by keys: from card to card, and to another week with its reason', async () => {
    const page = await open('/tab/items?show=board&group=due', { as: ALEX })
    await row(page, 'A-1').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('#row-A-2:focus').waitFor()
    await page.keyboard.press('m')
    const menu = page.getByRole('dialog', { name: 'Move A-2 to' })
    await menu.getByText('That week has passed: a new date has to be ahead.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await menu.getByRole('button', { name: 'Week 49, 30 Nov to 4 Dec…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'A new date for A-2' })
    expect(await dialog.getByLabel('The new date').inputValue()).toBe('2026-12-04')
    await dialog.getByLabel(/^Why it moves/).fill('Adele is away')
    await dialog.getByRole('button', { name: 'Give it this date' }).click()
    await column(page, 'Week 49').getByText('Read rights on price tables').waitFor()
    await page.locator('#row-A-2:focus').waitFor()
    await page.getByText(/^A-2 is due/).waitFor()
    expect((await stored('A-2'))?.due?.moves).toMatchObject([{ to: '2026-12-04', why: 'Adele is away' }])
  })
})

describe('who waits', () => {
  it('is drawn, told in a sentence with those who wait for each other, and listed', async () => {
    const page = await open('/tab/items?show=waits')
    await page
      .getByText('Adele and Megan wait for each other')
      .or(page.getByText('Megan and Adele wait for each other'))
      .waitFor()
    expect(await page.locator('.wait-picture .wait-name').allInnerTexts()).toHaveLength(3)
    expect(await page.locator('.wait-picture').innerText()).toContain('A-1, 2 d over')
    const list = page.getByRole('list', { name: 'Who waits for whom' })
    await list.getByText('Adele waits for Lynne').waitFor()
    await list.getByRole('button', { name: /Bin map of hall C/ }).press('Enter')
    await page.getByRole('region', { name: 'Action item A-3' }).waitFor()
  })

  it('is the list alone on a small phone', async () => {
    const page = await open('/tab/items?show=waits', { width: 320, height: 640 })
    await page.getByText('Adele waits for Lynne').waitFor()
    expect(await page.locator('.wait-picture').isVisible()).toBe(false)
  })

  it('tells in the pane what hangs on an item', async () => {
    const page = await open('/tab/items?item=A-2')
    const below = page.getByRole('list', { name: 'A-2 is waited for by' })
    await below.getByRole('button', { name: /A-1 Price file for 2026/ }).click()
    await page.getByRole('region', { name: 'Action item A-1' }).waitFor()
  })
})

it('keeps the loaded list and the unsaved change while the service is away, and sends it when it is back', async () => {
  const page = await open('/tab/items?item=A-1', { expects: /Failed to load resource|ERR_/ })
  const owner = page.getByRole('combobox', { name: 'Owner' })
  await owner.waitFor()
  await page.context().setOffline(true)
  await owner.selectOption({ label: 'Lynne Robbins' })
  const bar = page.getByRole('alert')
  await bar.getByText('Your change to A-1 is kept here and not yet saved.').waitFor()
  await page.getByRole('link', { name: /^Issues/ }).click()
  await page.context().setOffline(false)
  await bar.getByRole('button', { name: 'Try now' }).click()
  await page.getByText('A-1 is Lynne’s now').waitFor()
  expect((await stored('A-1'))?.owner).toEqual(LYNNE)
})
