import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab } from '../support/tabPage'

const PICTURES = join(projectRoot(), 'dist/pictures/tab')

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

/** Each page with its code, its data, what shows that it is there, and what it says when its data can't be had. */
const PAGES = [
  ['overview', 'OverviewPage', '/overview', '.chart svg', 'The overview can’t be loaded right now'],
  ['items', 'ItemsPage', '/items', '.row[role=row]', null],
  ['source', 'SourcePage', '/source', '.entry-head', null],
  ['recaps', 'RecapsPage', '/recaps', '.ac-adaptiveCard', 'The recaps can’t be loaded right now'],
  ['my-card', 'MyCardPage', '/my-card', '.ac-adaptiveCard', 'Your card can’t be loaded right now'],
] as const

const never = () => undefined
/** What the browser itself says of answers that a test keeps away. */
const EXPECTED =
  /Failed to load resource|net::ERR|503|404|Failed to fetch dynamically imported module|error occurred/

const opened = (path: string) => openTab(browser, tab, path, { as: MEGAN, expects: EXPECTED })

async function looksRight(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `state ${picture}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
}

/** Has the page look for news now: as when one comes back to it. */
async function look(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** From the issue log, so that the page's code and data are asked for only then. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.locator('.row[role=row]').first().waitFor()
  await page.locator(`.nav a[href^="/tab/${path}"]`).click()
}

test.each(PAGES)(
  '%s has its shape while its code and then its data are on the way',
  async (path, code, data, there) => {
    const { page, complaints } = await opened('/tab/')
    let letCode = never as () => void
    const codeMayCome = new Promise<void>((resolve) => (letCode = resolve))
    await page.route(`**/assets/${code}-*.js`, async (route) => {
      await codeMayCome
      await route.continue()
    })
    let letData = never as () => void
    const dataMayCome = new Promise<void>((resolve) => (letData = resolve))
    await page.route(`**/api/projects/*${data}`, async (route) => {
      await dataMayCome
      await route.continue()
    })
    await goTo(page, path)
    await page.locator('.bone').first().waitFor()
    await looksRight(page, `${path} loading`)
    letCode()
    await page.waitForResponse(`**/assets/${code}-*.js`)
    await page.locator('.bone').first().waitFor()
    letData()
    await page.locator(there).first().waitFor()
    expect(await page.locator('.bone').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test.each(PAGES.filter(([, , , , words]) => words !== null))(
  '%s says when its data can’t be had, and comes when one tries again',
  async (path, _, data, there, words) => {
    const { page, complaints } = await opened('/tab/')
    let isBroken = true
    await page.route(`**/api/projects/*${data}`, (route) =>
      isBroken
        ? route.fulfill({ status: 503, json: { text: 'That didn’t work.', reference: 'R-1' } })
        : route.continue(),
    )
    await goTo(page, path)
    await page.getByRole('heading', { name: words ?? '' }).waitFor()
    await looksRight(page, `${path} not loaded`)
    isBroken = false
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.locator(there).first().waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('a page whose code can’t be had says so, and the other pages are still there', async () => {
  const { page, complaints } = await opened('/tab/')
  await page.route('**/assets/RecapsPage-*.js', (route) => route.abort())
  await goTo(page, 'recaps')
  await page.getByRole('heading', { name: 'This page can’t be shown right now' }).waitFor()
  await looksRight(page, 'page without code')
  await page.locator('.nav a[href^="/tab/overview"]').click()
  await page.locator('.chart svg').first().waitFor()
  await page.unroute('**/assets/RecapsPage-*.js')
  await page.goto(`${tab.origin}/tab/recaps`)
  await page.locator('.ac-adaptiveCard').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('while nothing can be reached, each page stays as it was loaded, and says so', async () => {
  const { page, complaints } = await opened('/tab/')
  for (const [path, , , there] of PAGES) {
    await page.goto(`${tab.origin}/tab/${path}`)
    await page.locator(there).first().waitFor()
    await page.route('**/api/**', (route) => route.abort())
    await look(page)
    await page.getByRole('alert').filter({ hasText: 'can’t be reached' }).waitFor()
    expect(await page.locator(there).first().isVisible()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.unroute('**/api/**')
  }
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a tab that opens while nothing can be reached says so, and opens when it can', async () => {
  const { page } = await opened('/tab/remove')
  await page.route('**/api/start*', (route) => route.abort())
  await page.goto(`${tab.origin}/tab/overview`)
  await page.getByRole('heading', { name: 'The log can’t be reached' }).waitFor()
  await looksRight(page, 'not reached')
  await page.unroute('**/api/start*')
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await page.locator('.chart svg').first().waitFor()
  await page.context().close()
})

test('a project that was removed while it was open can’t be opened any more, and nothing of it stays on the page', async () => {
  const { page, complaints } = await opened('/tab/overview')
  await page.locator('.chart svg').first().waitFor()
  await page.route('**/api/**', (route) =>
    route.fulfill({
      status: 404,
      json: { text: 'There is nothing here for this account.', reference: 'R-9' },
    }),
  )
  await look(page)
  await page.getByRole('heading', { name: 'This project can’t be opened any more' }).waitFor()
  await looksRight(page, 'removed')
  expect(await page.locator('body').innerText()).not.toContain('Northwind')
  await page.unroute('**/api/**')
  await page.getByRole('link', { name: 'See what there is for you' }).press('Enter')
  await page.locator('.row[role=row]').first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('an overview of a project in which nothing was said yet says how to begin', async () => {
  const empty = await serveTab()
  await empty.setUp()
  const { page, complaints } = await openTab(browser, empty, '/tab/overview')
  await page.getByRole('heading', { name: 'Nothing to look at yet' }).waitFor()
  await looksRight(page, 'overview empty')
  expect(complaints).toEqual([])
  await page.context().close()
  await empty.close()
})
