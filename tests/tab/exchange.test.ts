import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow, type OpenTab } from '../support/tabPage'

const CSV =
  'ID,Title,Sev,Owner,Logged\n1,Order total shows 0,Purple,Megan Bowen,3/4/2022\n2,Logo is blurred,Low,Priya,23/1/2022\n,,Low,Priya Nair,1/2/2022\n'
const SHOTS = process.env['SHOTS']
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
  await tab.inChat(MEGAN, {
    do: 'logIssue',
    title: 'Goods receipt can’t be posted',
    details: '',
    conversation: null,
  })
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  await tab.close()
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})

async function open(path = '/tab/', look: Parameters<typeof openTab>[3] = {}) {
  const view = await openTab(browser, tab, path, look)
  opened.push(view)
  return view.page
}

type Page = Awaited<ReturnType<typeof open>>
const give = (page: Page, text = CSV, name = 'log.csv') =>
  page
    .getByLabel(/Choose a file|Datei wählen/)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Holds the dialog, as it stands, to what every page is held to; with SHOTS it is also drawn. */
async function look(page: Page, name: string) {
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

it('brings a list in: shown, put right, taken, and the log has it', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Import, export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Records in and out' })
  await dialog.waitFor()
  await look(page, 'start')
  await give(page)
  await dialog.getByRole('heading', { name: '1 row can come in' }).waitFor()
  await dialog.getByText('Cosmetic · Sun 23 Jan 2022').waitFor()
  const take = dialog.locator('label', { hasText: 'Take this sheet' })
  expect(await take.evaluate((label) => getComputedStyle(label).opacity)).toBe('1')
  await look(page, 'preview')
  expect(await dialog.locator('.problems td:last-child').allInnerTexts()).toEqual([
    'I don’t know “Purple”. Say what it means.',
    '“Priya” is not known here and stays in the details.',
    'It has no title.',
  ])

  await dialog.getByRole('combobox', { name: 'Purple' }).selectOption('Show-stopper')
  await dialog.getByRole('heading', { name: '2 rows can come in' }).waitFor()
  await dialog.getByRole('combobox', { name: 'Priya', exact: true }).selectOption('Megan Bowen')
  await dialog
    .locator('.problems td:last-child', { hasText: 'stays in the details' })
    .waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Import 2 rows' }).click()
  await dialog.getByRole('heading', { name: '2 rows came in' }).waitFor()
  await look(page, 'done')

  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the list' }).click()
  expect((await saving).suggestedFilename()).toBe('left out.csv')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.locator('.row .title', { hasText: 'Order total shows 0' }).waitFor()
  expect((await tab.records.issue(tab.project, 'I-3'))?.record.owner).toEqual(MEGAN)
})

it('takes the records out as a workbook and as CSV', async () => {
  const page = await open('/tab/?export=new')
  const dialog = page.getByRole('dialog')
  for (const [button, file] of [
    ['Workbook', 'ERP roll-out.xlsx'],
    ['Action items', 'ERP roll-out, Action items.csv'],
  ] as const) {
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: button }).click()
    expect((await saving).suggestedFilename()).toBe(file)
  }
})

it('says why a file is not taken, and goes on from there', async () => {
  const page = await open('/tab/?import=new', { expects: /422/ })
  await give(page, 'nothing', 'log.pdf')
  await page.getByRole('alert').filter({ hasText: 'This is no list that I can read' }).waitFor()
  let mayBeRead: () => void = () => undefined
  const held = new Promise<void>((resolve) => (mayBeRead = resolve))
  await page.route('**/imports?*', async (route) => {
    await held
    await route.continue()
  })
  await give(page)
  await page.getByRole('progressbar', { name: 'Reading the file' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  mayBeRead()
  await page.getByRole('heading', { name: '1 row can come in' }).waitFor()
})

it('tells who may bring a list in to who may not', async () => {
  const page = await open('/tab/?import=new', { as: MEGAN, expects: /403/ })
  await page
    .getByText('Alex Wilber, who leads the project, and the team’s owners can bring a list in.')
    .waitFor()
  await give(page)
  await page.getByRole('alert').filter({ hasText: 'Only Alex Wilber' }).waitFor()
})

it('opens a file that was given in the chat, and by keyboard alone all of it is reached', async () => {
  const given = await fetch(`${tab.origin}/api/projects/${tab.project}/imports?name=log.csv`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tab.tokenOf(ALEX)}`,
      'content-type': 'application/octet-stream',
    },
    body: CSV,
  })
  const { id } = (await given.json()) as { id: string }
  const page = await open(`/tab/?import=${id}`)
  await page.getByRole('heading', { name: '1 row can come in' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H3')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Import 1 row')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '1 row came in' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it.each([
  ['dark', 960, 'en-GB'],
  ['contrast', 1280, 'en-GB'],
  ['default', 1280, 'de-DE'],
  ['default', 375, 'en-GB'],
  ['dark', 320, 'de-DE'],
] as const)('holds in %s at %i px, in %s', async (theme, width, locale) => {
  const page = await open(`/tab/?import=new&theme=${theme}&locale=${locale}`, { width, height: 760 })
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await look(page, `start-${theme}-${width}`)
  await give(page)
  await dialog.locator('.problems').waitFor()
  await look(page, `preview-${theme}-${width}`)
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  await dialog.getByRole('button', { name: /^Import 1 row$|^1 Zeile einlesen$/ }).click()
  await dialog.getByRole('button', { name: /^Save the list$|^Liste speichern$/ }).waitFor()
  await look(page, `done-${theme}-${width}`)
})
