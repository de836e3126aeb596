import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { ALEX } from '../support/builders'
import { openTab } from '../support/tabPage'

let browser: Browser
let tab: ServedTab

beforeAll(async () => {
  browser = await launchBrowser()
  tab = await serveTab()
  await tab.seed()
})
afterAll(async () => {
  await browser.close()
  await tab.close()
})

/** The log while the code that draws the page is held back, and what lets it come. */
async function openHeldBack() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  await context.addInitScript((id) => localStorage.setItem('plumbline.person', id), ALEX.id)
  const page = await context.newPage()
  let arrive = () => {}
  const late = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/assets/main-*.js', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(`${tab.origin}/tab/`, { waitUntil: 'commit' })
  await page.locator('[aria-busy] .row .title').first().waitFor()
  return { page, arrive, close: () => context.close() }
}

it('shows the first rows before the code that draws the page is there, where they will stand', async () => {
  const { page, arrive, close } = await openHeldBack()
  const rows = page.locator('.row .title')
  expect(await page.locator('[aria-busy] .row').count()).toBeGreaterThan(10)
  const look = async () => ({
    titles: await rows.allInnerTexts(),
    at: await page.locator('.row .title').nth(5).boundingBox(),
  })
  const before = await look()
  arrive()
  await page.locator('.row[tabindex="0"]').waitFor()
  const after = await look()
  expect(after.titles).toEqual(before.titles)
  expect(after.at?.x).toBe(before.at?.x)
  expect(Math.abs((after.at?.y ?? 0) - (before.at?.y ?? 99))).toBeLessThanOrEqual(4)
  await close()
})

it('opens a row that was pressed that early, and Back leads to the list', async () => {
  const { page, arrive, close } = await openHeldBack()
  const row = page.locator('[aria-busy] .row').nth(3)
  const title = await row.locator('.title').innerText()
  await row.click()
  arrive()
  await page.locator('.pane').getByRole('heading', { name: title }).waitFor()
  await page.goBack()
  await page.locator('.pane').waitFor({ state: 'detached' })
  await page.locator('.row[tabindex="0"]').waitFor()
  await close()
})

it('does what a key pressed that early means, and acts on letters while nothing has the focus', async () => {
  const { page, arrive, close } = await openHeldBack()
  await page.keyboard.press('?')
  arrive()
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByText('next and previous issue').waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'New issue' }).waitFor()
  await close()
})

it('does nothing in the log because of a key that was pressed on a page without keys', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/overview')
  await page.getByRole('heading', { name: 'Open issues', exact: true }).waitFor()
  await page.keyboard.press('c')
  await page
    .getByRole('link', { name: /^Issues/ })
    .first()
    .click()
  await page.locator('.row[tabindex="0"]').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
  expect(complaints).toEqual([])
  await page.context().close()
})
