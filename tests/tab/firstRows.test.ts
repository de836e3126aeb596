import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { ALEX } from '../support/builders'

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

it('shows the first rows before the code that draws the page is there, where they will stand', async () => {
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
  const rows = page.locator('.row .title')
  await rows.first().waitFor()
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
  await context.close()
})
