import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow } from '../support/tabPage'

/** Each run leaves the pictures here, to be looked at. */
const PICTURES = join(__dirname, '../../dist/pictures/tab')

let browser: Browser
let tab: ServedTab

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchBrowser()
  tab = await serveTab()
  await tab.seed()
  await tab.inChat(ALEX, { do: 'askNow' })
})
afterAll(async () => {
  await browser.close()
  await tab.close()
})

const PAGES = [
  ['issue log', '/tab/', '.row[role=row]'],
  ['issue log by owner', '/tab/?group=owner&severity=showStopper,workaround', '.row[role=row]'],
  ['one issue', '/tab/?issue=I-7', '.history li'],
  ['action items', '/tab/items', '.row[role=row]'],
  ['one action item', '/tab/items?item=A-3', '.history li'],
  ['board of action items', '/tab/items?show=board', '.card'],
  ['who waits for whom', '/tab/items?show=waits', '.wait-list'],
  ['source of truth', '/tab/source', '.entry'],
  ['one entry', '/tab/source?entry=S-5', '.history li'],
  ['recaps', '/tab/recaps', '.ac-adaptiveCard'],
  ['my card', '/tab/my-card', '.ac-adaptiveCard'],
  ['what waits for me everywhere', '/tab/mine', 'a.mine-line'],
] as const

const LOOKS = [
  ['light', 'default', 1280, 800],
  ['contrast', 'contrast', 1280, 800],
  ['dark in a usual Teams window', 'dark', 960, 720],
  ['on a small dark phone', 'dark', 320, 640],
] as const

it.each(PAGES)(
  '%s, in every look: nothing for axe to find, nothing sideways, no complaint',
  async (name, path, ready) => {
    const { page, complaints } = await openTab(browser, tab, path, { as: MEGAN })
    await page.locator(ready).first().waitFor()
    for (const [look, theme, width, height] of LOOKS) {
      await page.setViewportSize({ width, height })
      // As the page itself does when Teams says that the theme is another.
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
      await page.locator(ready).first().waitFor()
      await page.screenshot({ path: join(PICTURES, `${name} ${look}.png`.replaceAll(' ', '-')) })
      expect([look, await axeFindings(page)]).toEqual([look, []])
      expect([look, await overflow(page)]).toEqual([look, 0])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

it.each([
  ['the filters', '#filter', '#filter-choices'],
  ['a new issue', '.toolbar .button.primary', 'dialog'],
])('%s: nothing for axe to find', async (name, button, shown) => {
  const { page, complaints } = await openTab(browser, tab, '/tab/')
  await page.locator('.row[role=row]').first().waitFor()
  await page.locator(button).click()
  await page.locator(shown).waitFor()
  await page.screenshot({ path: join(PICTURES, `${name}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

it('lists all keys on "?"', async () => {
  const { page } = await openTab(browser, tab, '/tab/')
  await page.locator('.row[role=row]').first().focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('next and previous issue').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

it('answers the weekly card on the tab: one tap, and the count in the page row goes up', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/my-card', { as: MEGAN })
  const before = await page.locator('.answers').innerText()
  expect(before).toMatch(/^Week 47 · 0 of \d have answered$/)
  const cards = page.locator('.ac-adaptiveCard')
  await cards.waitFor()
  for (;;) {
    const done = cards.getByRole('button', { name: 'Done', exact: true })
    const left = await done.count()
    if (left === 0) break
    await done.first().click()
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('.card-frame button')].filter((b) => b.textContent === 'Done').length <
        count,
      left,
    )
  }
  await page.getByText('Week 47 · 1 of').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('offers nothing on a frozen recap that would change a record', async () => {
  const { page } = await openTab(browser, tab, '/tab/recaps')
  await page.locator('.ac-adaptiveCard').waitFor()
  const words = await page.locator('.card-frame button').allInnerTexts()
  expect(words.filter((word) => /done|block|move|close|post/i.test(word))).toEqual([])
  await page.context().close()
})

it('says what an empty log is for, and where nothing is set up how to begin', async () => {
  const empty = await serveTab()
  const nothing = await openTab(browser, empty, '/tab/')
  await nothing.page.getByText('No project here yet').waitFor()
  expect(await axeFindings(nothing.page)).toEqual([])
  await nothing.page.context().close()
  await empty.setUp()
  for (const [path, words] of [
    ['/tab/', 'No issues yet'],
    ['/tab/items', 'Nothing is owed to anybody'],
    ['/tab/source', 'Nothing is written yet.'],
    ['/tab/recaps', 'No recap yet'],
    ['/tab/my-card', 'Nothing is asked of you in week 47'],
    ['/tab/mine', 'Nothing waits for you'],
  ] as const) {
    const { page, complaints } = await openTab(browser, empty, path)
    await page.getByText(words).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  }
  await empty.close()
})

it('says nothing of what exists to somebody it is not for, and lets them try again', async () => {
  const { page } = await openTab(browser, tab, '/tab/?project=another', { expects: /404/ })
  await page.getByText('Nothing to show for this account').waitFor()
  expect(await page.locator('body').innerText()).not.toContain('Northwind')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.context().close()
})

it('shows its shape while it loads', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/api/start*', () => undefined)
  await page.goto(`${tab.origin}/tab/`)
  await page.locator('.bone').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await context.close()
})

it('becomes somebody else with the switcher in the page row', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${tab.origin}/tab/`)
  await page.getByLabel('Signed in as').selectOption({ label: 'Isaiah Langer' })
  await page.locator('.row[role=row]').first().waitFor()
  expect(await page.getByLabel('Signed in as').inputValue()).toBe('person-isaiah-langer')
  await context.close()
})
