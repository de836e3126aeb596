import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { liveThrough } from '../support/livedProject'
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
  await liveThrough(tab)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await tab.close()
})

const LOOKS = [
  ['light', 'default', 1280, 1000],
  ['contrast', 'contrast', 1280, 1000],
  ['dark', 'dark', 1280, 1000],
  ['dark in a usual Teams window', 'dark', 960, 720],
  ['on a phone', 'default', 375, 2400],
  ['on a small phone', 'default', 320, 2600],
] as const

test.each(LOOKS)('%s: nothing for axe to find, nothing sideways', async (look, theme, width, height) => {
  const at = { width, height, as: MEGAN }
  const { page, complaints } = await openTab(browser, tab, `/tab/overview?theme=${theme}`, at)
  await page.locator('.chart svg').first().waitFor()
  await page.screenshot({ path: join(PICTURES, `overview lived ${look}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await page.context().close()
})
