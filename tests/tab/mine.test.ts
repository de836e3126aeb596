import type { Browser } from 'playwright-core'
import { ALEX, MEGAN, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab } from '../support/tabPage'

let browser: Browser
let tab: ServedTab

beforeAll(async () => {
  browser = await launchBrowser()
  tab = await serveTab()
  await tab.setUp()
  for (const title of ['Price file for 2026', 'Bin map of hall C']) {
    await tab.inChat(PATTI, {
      do: 'addItem',
      title,
      owner: MEGAN,
      for: PATTI,
      due: null,
      unblocks: null,
      workstream: null,
      conversation: null,
    })
  }
  await tab.inChat(MEGAN, {
    do: 'changeItem',
    id: 'A-2',
    change: { kind: 'block', reason: 'no plan of the hall', needs: null },
    seen: null,
  })
  await tab.inChat(ALEX, { do: 'askNow' })
})
afterAll(async () => {
  await browser.close()
  await tab.close()
})

it('leads from what is one’s own to the item in its project, and back', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/mine', { as: MEGAN })
  await page.getByRole('heading', { name: 'What waits for you' }).waitFor()
  await page.locator('a.mine-line').first().waitFor()
  expect(await page.locator('.mine-title').allInnerTexts()).toEqual([
    'Bin map of hall C',
    'Price file for 2026',
  ])
  expect(await page.locator('.mine-list').innerText()).toMatch(
    /Blocked[\s\S]*“no plan of the hall”[\s\S]*Patti waits/,
  )
  await page.getByText('Bin map of hall C').click()
  await page.getByRole('region', { name: 'Action item A-2' }).waitFor()
  await page.getByRole('link', { name: 'All projects' }).click()
  await page.getByRole('link', { name: 'Open my card' }).click()
  await page.locator('.ac-adaptiveCard').first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('says that it can’t be reached, and loads when told to try again', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/mine', {
    as: MEGAN,
    expects: /503|Failed to load/,
  })
  await page.locator('a.mine-line').first().waitFor()
  await page.route('**/api/mine', (route) =>
    route.fulfill({ status: 503, json: { text: 'x', reference: 'R' } }),
  )
  await page.reload()
  await page.getByText('Your items can’t be reached').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.unroute('**/api/mine')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('a.mine-line').first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
