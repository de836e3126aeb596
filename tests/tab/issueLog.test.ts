import type { Browser } from 'playwright-core'
import { ADELE, ALEX, LYNNE, MEGAN, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { focused, openTab, type OpenTab } from '../support/tabPage'

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
  await issue('Goods receipt can’t be posted', 'showStopper', MEGAN)
  await issue('Delivery note prints the old number', 'workaround', ADELE)
  await issue('Logo is cut off', 'cosmetic', null)
  await issue('Dunning letter in the wrong language', null, null)
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  await tab.close()
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})

async function issue(
  title: string,
  severity: 'showStopper' | 'workaround' | 'cosmetic' | null,
  owner: typeof MEGAN | null,
) {
  const outcome = await tab.inChat(PATTI, {
    do: 'logIssue',
    title,
    details: '',
    conversation: null,
    severity,
    owner,
  })
  expect(outcome.kind).toBe('record')
}

async function open(path = '/tab/', look: Parameters<typeof openTab>[3] = {}) {
  const view = await openTab(browser, tab, path, look)
  opened.push(view)
  return view.page
}

type Page = Awaited<ReturnType<typeof open>>
const titles = (page: Page) => page.locator('.row .title').allInnerTexts()
const row = (page: Page, id: string) => page.locator(`#row-${id}`)

it('shows the open issues under their severity, the worst first', async () => {
  const page = await open()
  await row(page, 'I-1').waitFor()
  expect(await page.locator('.group-head b:first-of-type').allInnerTexts()).toEqual([
    'Show-stopper',
    'Workaround',
    'Cosmetic',
    'Not triaged',
  ])
  expect(await titles(page)).toEqual([
    'Goods receipt can’t be posted',
    'Delivery note prints the old number',
    'Logo is cut off',
    'Dunning letter in the wrong language',
  ])
  expect(await row(page, 'I-1').innerText()).toMatch(/I-1[\s\S]*New[\s\S]*Megan[\s\S]*today/)
})

it('keeps view, search, filter and order in the address, so that a link shows the same', async () => {
  const page = await open()
  await row(page, 'I-1').waitFor()
  await page.getByLabel('Search issues').fill('number')
  await page.waitForURL(/q=number/)
  expect(await titles(page)).toEqual(['Delivery note prints the old number'])
  const other = await open('/tab/?view=all&owner=none&group=none&sort=-no')
  await row(other, 'I-4').waitFor()
  expect(await titles(other)).toEqual(['Dunning letter in the wrong language', 'Logo is cut off'])
  await other.getByRole('button', { name: 'Take off the filter Owner' }).click()
  await row(other, 'I-1').waitFor()
  expect(new URL(other.url()).searchParams.has('owner')).toBe(false)
})

it('shows whoever is signed in what is theirs', async () => {
  const page = await open('/tab/?view=mine', { as: MEGAN })
  await row(page, 'I-1').waitFor()
  expect(await titles(page)).toEqual(['Goods receipt can’t be posted'])
})

it('is worked by keys: down, open, next, close', async () => {
  const page = await open()
  await row(page, 'I-1').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Issue I-2' }).waitFor()
  expect(new URL(page.url()).searchParams.get('issue')).toBe('I-2')
  await page.keyboard.press(']')
  await page.getByRole('region', { name: 'Issue I-3' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Issue I-3' }).waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await focused(page, 'search')
})

it('closes the pane with Back', async () => {
  const page = await open()
  await row(page, 'I-1').click()
  await page.getByRole('region', { name: 'Issue I-1' }).waitFor()
  await page.goBack()
  await page.getByRole('region', { name: 'Issue I-1' }).waitFor({ state: 'detached' })
})

it('changes the severity where it stands, and takes it back', async () => {
  const page = await open('/tab/?issue=I-3')
  await page.getByRole('combobox', { name: 'Severity' }).selectOption('workaround')
  await page.getByText('I-3: triaged').waitFor()
  expect((await tab.records.issue(tab.project, 'I-3'))?.record).toMatchObject({ severity: 'workaround' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('I-3 is as it was').waitFor()
  expect((await tab.records.issue(tab.project, 'I-3'))?.record).toMatchObject({ severity: 'cosmetic' })
})

it('moves an issue along its way and offers only what is allowed next', async () => {
  const page = await open('/tab/?issue=I-1', { as: MEGAN })
  const pane = page.getByRole('region', { name: 'Issue I-1' })
  await pane.getByRole('button', { name: 'Triage…' }).click()
  await page.getByRole('button', { name: 'Triage it' }).click()
  await pane.getByRole('button', { name: 'Start the fix' }).click()
  await pane.getByRole('button', { name: 'Ready for retest' }).click()
  await pane.getByRole('button', { name: 'Close, it works' }).click()
  await page.getByText('I-1 closed, validated by you').waitFor()
  expect((await tab.records.issue(tab.project, 'I-1'))?.record.state.status).toBe('closed')
  await pane.getByRole('button', { name: 'Reopen…' }).waitFor()
  expect(await pane.locator('.moves button').allInnerTexts()).toEqual(['Reopen…'])
})

it('asks why before it defers', async () => {
  const page = await open('/tab/?issue=I-3')
  await page.getByRole('button', { name: 'Defer…' }).click()
  await page.getByRole('button', { name: 'Defer it' }).click()
  await page.getByText('Say why; it stays with the issue.').waitFor()
  await page.getByRole('dialog').getByRole('textbox').fill('The printer is replaced in March')
  await page.getByRole('button', { name: 'Defer it' }).click()
  await page.getByText('“The printer is replaced in March”').first().waitFor()
})

it('shows a change made in chat within ten seconds, without a reload', async () => {
  const page = await open('/tab/?issue=I-1')
  await page.getByRole('region', { name: 'Issue I-1' }).getByText('reported it').waitFor()
  await tab.inChat(LYNNE, {
    do: 'changeIssue',
    id: 'I-1',
    change: { kind: 'triage', severity: 'showStopper', owner: ADELE },
    seen: null,
  })
  await row(page, 'I-1').getByText('Adele').waitFor({ timeout: 10_000 })
  await page.getByRole('region').getByText('triaged it, gave it to Adele').waitFor({ timeout: 10_000 })
})

it('shows both values when somebody else was first, and saves mine only when told to', async () => {
  const page = await open('/tab/?issue=I-1', { expects: /409|ERR_FAILED/ })
  const owner = page.getByRole('combobox', { name: 'Owner' })
  await owner.waitFor()
  // The page must not hear of it before its own change is sent.
  await page.route('**/pulse?*', (route) => route.abort())
  await tab.inChat(PATTI, { do: 'changeIssue', id: 'I-1', change: { kind: 'edit', owner: ALEX }, seen: null })
  await owner.selectOption({ label: 'Isaiah Langer' })
  const notice = page.getByRole('alert')
  await notice.getByText('Patti changed this').waitFor()
  expect(await notice.innerText()).toContain(
    'The owner was Megan, now it is Alex. You chose Isaiah; that is not saved.',
  )
  await notice.getByRole('button', { name: 'Keep Alex' }).waitFor()
  await notice.getByRole('button', { name: 'Save mine: Isaiah' }).click()
  await page.getByText('I-1 saved').waitFor()
  expect((await tab.records.issue(tab.project, 'I-1'))?.record.owner?.name).toBe('Isaiah Langer')
})

it('logs an issue that asks for what, where, when, how and how bad', async () => {
  const page = await open()
  await row(page, 'I-1').waitFor()
  await page.getByRole('button', { name: 'New issue' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByRole('button', { name: 'Log the issue' }).click()
  await dialog.getByText('Say in one line what is wrong.').waitFor()
  await dialog.getByLabel('What is wrong, in one line').fill('Bank statement import stops')
  await dialog.getByLabel('Where in the system').fill('Banking > Import')
  await dialog.getByLabel('How to reproduce it').fill('1. Import the file of Monday')
  await dialog.getByRole('radio', { name: /Workaround/ }).check()
  await dialog.getByLabel('How does work go on meanwhile').fill('Post it by hand')
  await dialog.getByRole('button', { name: 'Log the issue' }).click()
  await page.getByRole('region', { name: 'Issue I-5' }).getByText('Post it by hand').waitFor()
  expect((await tab.records.issue(tab.project, 'I-5'))?.record).toMatchObject({
    where: 'Banking > Import',
    severity: 'workaround',
    reporter: ALEX,
  })
})

it('edits a title in place; Esc restores, Enter saves', async () => {
  const page = await open('/tab/?issue=I-3', { as: PATTI })
  await page.getByRole('button', { name: /^Title: Logo/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Something else')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Title: Logo is cut off/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Logo is cut off on A5')
  await page.keyboard.press('Enter')
  await row(page, 'I-3').getByText('Logo is cut off on A5').waitFor()
})

it('never runs what somebody wrote', async () => {
  await issue('<img src=x onerror="document.title=1"> **bold** {{DATE()}}', null, null)
  const page = await open('/tab/?issue=I-5')
  await page.getByRole('region', { name: 'Issue I-5' }).getByText('reported it').waitFor()
  expect(await page.locator('.list img, .pane img').count()).toBe(0)
  expect(await row(page, 'I-5').innerText()).toContain(
    '<img src=x onerror="document.title=1"> **bold** {{DATE()}}',
  )
})

it('keeps the loaded list and the unsaved change while the service is away, and sends it when it is back', async () => {
  const page = await open('/tab/?issue=I-2', { expects: /Failed to load resource|ERR_/ })
  const owner = page.getByRole('combobox', { name: 'Owner' })
  await owner.waitFor()
  await page.context().setOffline(true)
  await owner.selectOption({ label: 'Lynne Robbins' })
  const bar = page.getByRole('alert')
  await bar.getByText('The log can’t be reached.').waitFor()
  expect(await bar.innerText()).toContain('Your change to I-2 is kept here and not yet saved.')
  expect(await row(page, 'I-1').isVisible()).toBe(true)
  await page.context().setOffline(false)
  await bar.getByRole('button', { name: 'Try now' }).click()
  await bar.waitFor({ state: 'detached' })
  await page.getByText('I-2 saved').waitFor()
  expect((await tab.records.issue(tab.project, 'I-2'))?.record.owner?.name).toBe('Lynne Robbins')
})
