import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
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

async function aRecap() {
  const opened = await openTab(browser, tab, '/tab/recaps', { as: MEGAN })
  await opened.page.locator('.ac-adaptiveCard').waitFor()
  return opened
}

test('a recap is downloaded as a page to mail, under the name of its project and week', async () => {
  const { page, complaints } = await aRecap()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download this recap as a page to mail' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^Northwind Traders ERP, week \d+\.html$/)
  const saved = readFileSync(await file.path(), 'utf8')
  expect(saved).toContain(await page.locator('.recap-line[aria-current=true] .headline').innerText())
  await page.getByText('Page to mail downloaded').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a recap is copied as a mail, formatted and plain', async () => {
  const { page, complaints } = await aRecap()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy this recap as a mail' }).click()
  await page.getByText('Copied. Paste it into a mail.').waitFor()
  expect(complaints).toEqual([])
  const held = await pasted(page)
  const headline = await page.locator('.recap-line[aria-current=true] .headline').innerText()
  expect(held.html).toContain(headline)
  expect(held.html).toMatch(/<table[^>]* style="[^"]*max-width/)
  expect(held.text).toContain(headline)
  expect(held.text).not.toContain('<')
  await page.context().close()
})

test('what can’t be loaded is said, and nothing is saved', async () => {
  const { page } = await aRecap()
  await page.route('**/mail.html', (route) => route.abort())
  await page.getByRole('button', { name: 'Download this recap as a page to mail' }).click()
  await page.getByText('The page can’t be loaded right now. Try again in a moment.').waitFor()
  await page.context().close()
})

/** What a paste brings, as a mail client gets it. */
async function pasted(page: Page) {
  await page.evaluate(() => {
    document.addEventListener('paste', ({ clipboardData }) => {
      document.body.dataset['html'] = clipboardData?.getData('text/html') ?? ''
      document.body.dataset['text'] = clipboardData?.getData('text/plain') ?? ''
    })
  })
  await page.keyboard.press('Control+V')
  await page.waitForFunction(() => document.body.dataset['text'] !== undefined)
  return page.evaluate(() => ({ html: document.body.dataset['html'], text: document.body.dataset['text'] }))
}
