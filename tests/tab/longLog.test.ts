import type { Browser } from 'playwright-core'
import { ADELE, anIssue, MEGAN, NOW, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab } from '../support/tabPage'

/* A log that is too long to come whole: here a short one of which the service says so. */

let browser: Browser
let tab: ServedTab

beforeAll(async () => {
  browser = await launchBrowser()
  tab = await serveTab({
    over: ({ records }) => ({
      records: {
        ...records,
        issueCounts: async (project) => ({ ...(await records.issueCounts(project)), open: 1_001 }),
      },
    }),
  })
  await tab.setUp()
  for (let number = 1; number <= 24; number++) {
    const record = anIssue({
      id: `I-${number}`,
      title: number % 4 === 0 ? `Invoice ${number} has no total` : `Price ${number} is old`,
      owner: number % 3 === 0 ? MEGAN : ADELE,
      state: number === 8 ? { status: 'closed', at: NOW, validatedBy: PATTI } : { status: 'triaged' },
    })
    await tab.records.createIssue(tab.project, () => ({ issues: [{ record, over: 'new' }] }))
  }
})
afterAll(async () => {
  await browser.close()
  await tab.close()
})

async function open(path = '/tab/') {
  const { page, complaints } = await openTab(browser, tab, path)
  await page.locator('.row[tabindex="0"]').waitFor()
  const numbers = () => page.locator('.row.issue .col-no').allInnerTexts()
  const shows = (first: string, count: number) =>
    page.waitForFunction(
      ([id, rows]) => {
        const found = [...document.querySelectorAll('.row.issue .col-no')].map((cell) => cell.textContent)
        return found.length === rows && found.includes(id)
      },
      [first, count] as const,
    )
  const close = async () => {
    expect(complaints).toEqual([])
    await page.context().close()
  }
  return { page, numbers, shows, close }
}

it('is searched by words as they are typed, with the filters over what was found, and Esc leads back', async () => {
  const { page, numbers, shows, close } = await open()
  const box = page.getByRole('searchbox', { name: 'Search issues' })
  await box.pressSequentially('invoice total')
  await shows('I-4', 5)
  expect(new Set(await numbers())).toEqual(new Set(['I-4', 'I-12', 'I-16', 'I-20', 'I-24']))
  expect(await axeFindings(page)).toEqual([])
  await page.goto(`${page.url()}&owner=${MEGAN.id}`)
  await shows('I-12', 2)
  await box.press('Escape')
  await page.waitForURL((url) => !url.searchParams.has('q'))
  await page.locator('#row-I-3').waitFor()
  await close()
})

it('gives up a search when one types on, and looks again where one failed', async () => {
  const { page, shows } = await open()
  const box = page.getByRole('searchbox', { name: 'Search issues' })
  const held: string[] = []
  await page.route(/issue-search\?.*price/, (route) => void held.push(route.request().url()))
  await page.route(/issue-search\?.*invoice/, (route) => route.fulfill({ status: 500, body: '{}' }), {
    times: 1,
  })
  const asked = page.waitForRequest(/issue-search\?.*price/)
  await box.fill('price')
  const first = await asked
  const gaveUp = page.waitForEvent('requestfailed', (request) => request === first)
  await box.fill('invoice total')
  expect((await gaveUp).failure()?.errorText).toContain('ABORTED')
  await shows('I-4', 5)
  expect(held).toHaveLength(1)
  await page.context().close()
})

it('finds closed ones where all are looked at, and says when there are more than it shows', async () => {
  const { page, shows, close } = await open('/tab/?view=all')
  await page.route(/issue-search/, async (route) => {
    const response = await route.fetch()
    const found = (await response.json()) as object
    await route.fulfill({ response, json: { ...found, more: true } })
  })
  await page.getByRole('searchbox', { name: 'Search issues' }).fill('has no')
  await shows('I-8', 6)
  await page.getByText('These are the 6 newest. One more word narrows them down.').waitFor()
  await close()
})

it('opens an issue whose number was typed, and says what to do when nothing holds the words', async () => {
  const { page, close } = await open()
  const box = page.getByRole('searchbox', { name: 'Search issues' })
  await box.fill('nothing like that')
  await page.getByRole('heading', { name: 'Nothing fits' }).waitFor()
  await box.fill('i 8')
  await box.press('Enter')
  await page.locator('.pane').getByRole('heading', { name: 'Invoice 8 has no total' }).waitFor()
  await close()
})
