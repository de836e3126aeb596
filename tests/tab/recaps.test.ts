import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import { MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { liveThrough } from '../support/livedProject'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow } from '../support/tabPage'

const PICTURES = join(projectRoot(), 'dist/pictures/tab')
const DIFFERENCES = '/tab/recaps?week=2026-W46&with=2026-W43'
const SIDE = `${DIFFERENCES}&view=side`

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

async function opened(path: string, ready: string, look: Parameters<typeof openTab>[3] = {}) {
  const there = await openTab(browser, tab, path, { as: MEGAN, ...look })
  await there.page.locator(ready).first().waitFor()
  return there
}

const CASES = [
  ['differences', 'light', 'default', 1280, 900],
  ['differences', 'contrast', 'contrast', 1280, 900],
  ['differences', 'on a small phone', 'default', 320, 1800],
  ['side by side', 'dark in a usual Teams window', 'dark', 960, 720],
  ['side by side', 'on a small phone', 'default', 320, 1800],
] as const
const WAYS = {
  differences: [DIFFERENCES, '.numbers'],
  'side by side': [SIDE, '.side-by-side section:last-child .ac-adaptiveCard'],
} as const

test.each(CASES)('two weeks, %s, %s: nothing for axe to find', async (way, look, theme, width, height) => {
  const [path, ready] = WAYS[way]
  const { page, complaints } = await opened(`${path}&theme=${theme}`, ready, { width, height })
  await page.screenshot({ path: join(PICTURES, `recaps ${way} ${look}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('another week is chosen by keyboard, and the address says what is compared', async () => {
  const { page, complaints } = await opened('/tab/recaps', '.ac-adaptiveCard')
  const choice = page.getByLabel('Compare with')
  await choice.focus()
  await choice.selectOption('2026-W45')
  await page.getByRole('heading', { name: 'Week 45 and week 46' }).waitFor()
  expect(new URL(page.url()).searchParams.get('with')).toBe('2026-W45')
  await page.getByRole('link', { name: 'Side by side' }).press('Enter')
  await page.locator('.side-by-side section:last-child .ac-adaptiveCard').last().waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('side')
  await page.goBack()
  await page.locator('.numbers').waitFor()
  await page.getByRole('link', { name: 'Stop comparing' }).press('Enter')
  await page.locator('.ac-adaptiveCard').waitFor()
  expect(new URL(page.url()).search).toBe('')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('whichever week is named first, the earlier one stands on the left', async () => {
  const heads = async (path: string) => {
    const { page } = await opened(path, '.numbers')
    const texts = await page.locator('.numbers thead th').allInnerTexts()
    await page.context().close()
    return texts
  }
  const order = ['What', 'Week 43', 'Week 46', 'Change']
  expect(await heads(DIFFERENCES)).toEqual(order)
  expect(await heads('/tab/recaps?week=2026-W43&with=2026-W46')).toEqual(order)
})

test('the numbers are those that the two recaps said', async () => {
  const { page } = await opened(DIFFERENCES, '.numbers')
  const row = await page
    .locator('.numbers tr', { hasText: 'Open issues' })
    .first()
    .locator('td')
    .allInnerTexts()
  const said = async (week: '2026-W43' | '2026-W46') =>
    (await tab.records.recap(tab.project, week))?.record.recap.issues.open ?? -1
  const [was, is] = [await said('2026-W43'), await said('2026-W46')]
  expect(row).toEqual([String(was), String(is), `+${is - was}`])
  await page.context().close()
})

test.each([
  ['a week that has no recap', '/tab/recaps?week=2026-W20', 'This recap can’t be loaded right now'],
  [
    'a comparison with one',
    '/tab/recaps?week=2026-W46&with=2026-W20',
    'The comparison can’t be loaded right now',
  ],
])('%s says so, offers to try again, and leaves the list', async (_, path, words) => {
  const { page } = await opened(path, '.recap-line', { expects: /404/ })
  await page.getByText(words).waitFor()
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: /^Week 45/ }).click()
  await page.locator('.ac-adaptiveCard').waitFor()
  await page.context().close()
})

test.each([
  ['one recap', '/tab/recaps?theme=dark', '.ac-adaptiveCard'],
  ['a comparison', `${DIFFERENCES}&theme=dark`, '.numbers'],
])('%s on paper has no navigation and no buttons, and dark words on white', async (what, path, ready) => {
  const { page } = await opened(path, ready)
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({
    path: join(PICTURES, `recaps ${what} on paper.png`.replaceAll(' ', '-')),
    fullPage: true,
  })
  for (const hidden of ['.nav', '.recap-list', '.compare-with']) {
    expect(await page.locator(hidden).isVisible()).toBe(false)
  }
  expect(await page.locator('.main button:visible').count()).toBe(0)
  const words = page.locator(ready === '.numbers' ? '.numbers th' : '.ac-textBlock').first()
  const colour = await words.evaluate((text) => getComputedStyle(text).color)
  expect(Math.max(...(colour.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number))).toBeLessThan(120)
  await page.context().close()
})
