import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import type { EntryId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import type { EntryChange } from '../../bot/domain/sourceEntry'
import { ADELE, daysAgo, LYNNE, MEGAN, NOW, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, focused, openTab, overflow, type OpenTab } from '../support/tabPage'

/** Each run leaves the pictures here, to be looked at. */
const PICTURES = join(projectRoot(), 'dist/pictures/tab')

let browser: Browser
let tab: ServedTab
let opened: OpenTab[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  opened = []
  tab = await serveTab()
  await tab.setUp()
  tab.clock.set(daysAgo(80))
  await change('S-1', PATTI, { kind: 'edit', content: 'https://northwind.example/plan' })
  tab.clock.set(daysAgo(4))
  await change('S-3', PATTI, { kind: 'edit', content: RACI })
  await change('S-5', PATTI, {
    kind: 'edit',
    content: 'Weekdays: Megan. At any hour: Lynne.',
    owner: MEGAN,
    toBeRead: true,
  })
  tab.clock.set(NOW)
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  await tab.close()
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})

const RACI = [
  'One person answers for each line.',
  '',
  '| Work | Adele | Megan |',
  '|---|---|---|',
  '| Data load | **A** | R |',
  '',
  '- Sign-off: Patti <img src=x onerror="document.title=1">',
  '- [The whole table](https://northwind.example/raci)',
].join('\n')

async function change(entry: EntryId, by: Person, what: EntryChange) {
  const outcome = await tab.inChat(by, { do: 'changeEntry', entry, change: what, seen: null, onCard: null })
  expect(outcome.kind).toBe('entry')
}

async function open(path = '/tab/source', look: Parameters<typeof openTab>[3] = {}) {
  const view = await openTab(browser, tab, path, look)
  opened.push(view)
  return view.page
}

type Page = Awaited<ReturnType<typeof open>>
const entry = (page: Page, title: string) => page.getByRole('article', { name: title })
const pane = (page: Page, id: string) => page.getByRole('region', { name: `Entry ${id}` })
const stored = async (id: EntryId) => (await tab.records.entry(tab.project, id))?.record

it('reads as a handbook: every place in its order, with who answers for it and how far to trust it', async () => {
  const page = await open()
  await entry(page, 'Project plan').waitFor()
  expect(await page.locator('.entry h4').allInnerTexts()).toEqual([
    'Project plan',
    'Scope and exclusions',
    'Roles (RACI)',
    'How to report an issue',
    'Contacts',
    'Who hears what, and when',
    'How to request a change',
    'UAT guide',
    'Cut-over guide',
    'Support after go-live',
  ])
  expect(await entry(page, 'Project plan').innerText()).toMatch(/Stale since .+Patti/s)
  expect(await entry(page, 'Roles (RACI)').innerText()).toContain('Verified by Patti, 16 Nov')
  expect(await entry(page, 'Contacts').innerText()).toMatch(/Never verified.+Megan/s)
  expect(await entry(page, 'UAT guide').innerText()).toContain('You could write it, or anybody on the team.')
  await page.getByText('3 entries: 1 verified, 1 to check, 1 stale. 7 places are empty.').waitFor()
})

it('draws lists, tables and links of a text, and never runs what somebody wrote', async () => {
  const page = await open()
  const roles = entry(page, 'Roles (RACI)')
  await roles.getByRole('cell', { name: 'Data load' }).waitFor()
  expect(await roles.locator('td b').innerText()).toBe('A')
  expect(await roles.getByRole('link', { name: 'The whole table' }).getAttribute('href')).toBe(
    'https://northwind.example/raci',
  )
  expect(await roles.innerText()).toContain('Patti <img src=x onerror="document.title=1">')
  expect(await page.locator('.source img').count()).toBe(0)
})

it('opens by a deep link, steps by keys, and closes with Esc', async () => {
  const page = await open('/tab/source?entry=S-3')
  await pane(page, 'S-3').getByText('wrote it').waitFor()
  await page.getByRole('link', { name: 'Roles (RACI)' }).last().focus()
  await page.keyboard.press(']')
  await pane(page, 'S-4').getByText('A link will do, or a few lines.').waitFor()
  expect(new URL(page.url()).searchParams.get('entry')).toBe('S-4')
  await page.keyboard.press('Escape')
  await pane(page, 'S-4').waitFor({ state: 'detached' })
  await page.keyboard.press('j')
  await page.locator('#row-S-5:focus').waitFor()
  await page.keyboard.press('Enter')
  await pane(page, 'S-5').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('next and previous entry').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await focused(page, 'search')
})

it('says that there is no such entry', async () => {
  const page = await open('/tab/source?entry=S-99', { expects: /404/ })
  await page.getByText('There is no S-99 in this project.').waitFor()
})

it('says who can change what is not one’s own, and offers nothing that would be refused', async () => {
  const page = await open('/tab/source?entry=S-3', { as: LYNNE })
  await pane(page, 'S-3').getByText('Patti Fernandez or Alex Wilber can change it.').waitFor()
  expect(await pane(page, 'S-3').locator('.moves').count()).toBe(0)
  await entry(page, 'Project plan').getByText('Not sure? Ask Patti Fernandez.').waitFor()
})

it('keeps an entry true with one press, and takes it back', async () => {
  const page = await open('/tab/source', { as: MEGAN })
  await page.getByRole('button', { name: 'Still true: Contacts' }).click()
  await entry(page, 'Contacts').getByText('Verified by Megan, 20 Nov').waitFor()
  expect(await stored('S-5')).toMatchObject({ verified: { by: MEGAN, at: NOW } })
  await page.getByRole('button', { name: 'Undo' }).click()
  await entry(page, 'Contacts').getByText('Never verified').waitFor()
  expect(await stored('S-5')).toMatchObject({ verified: null })
})

it('writes an empty place where it stands', async () => {
  const page = await open('/tab/source', { as: LYNNE, expects: /422/ })
  await entry(page, 'UAT guide').getByRole('button', { name: 'Write it' }).click()
  const form = pane(page, 'S-8')
  await form.getByLabel('Link or text').fill('http://northwind.example/uat')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Only links that begin with https:// can be kept.').waitFor()
  await form.getByLabel('Link or text').fill('https://northwind.example/uat')
  await form.getByRole('button', { name: 'Save' }).click()
  await entry(page, 'UAT guide').getByRole('link', { name: 'northwind.example/uat' }).waitFor()
  expect(await stored('S-8')).toMatchObject({
    content: { kind: 'link', url: 'https://northwind.example/uat' },
    owner: LYNNE,
  })
})

it('changes title, place, text, owner and interval in one form; Esc gives it up', async () => {
  const page = await open('/tab/source?entry=S-5')
  const contacts = pane(page, 'S-5')
  await contacts.getByRole('button', { name: 'Edit' }).click()
  await contacts.getByRole('textbox', { name: 'Title' }).fill('Something else')
  await page.keyboard.press('Escape')
  await contacts.getByRole('heading', { name: 'Contacts' }).waitFor()
  await contacts.getByRole('button', { name: 'Edit' }).click()
  await contacts.getByRole('textbox', { name: 'Title' }).fill('Who to call')
  await contacts.getByLabel('Link or text').fill('Weekdays: Adele.')
  await contacts.getByLabel('Who answers for it').selectOption({ label: 'Adele Vance' })
  await contacts.getByLabel('How often it is checked').selectOption({ label: 'Every 14 days' })
  await contacts.getByLabel('Where it stands on the page').selectOption({ label: 'Support after go-live' })
  await contacts.getByRole('button', { name: 'Save' }).click()
  await page.getByText('S-5 saved').waitFor()
  expect(await stored('S-5')).toMatchObject({
    title: 'Who to call',
    kind: 'support',
    content: { kind: 'text', text: 'Weekdays: Adele.' },
    owner: ADELE,
    reviewDays: 14,
  })
  expect((await page.locator('.entry h4').allInnerTexts()).at(-2)).toBe('Who to call')
  await contacts.getByText('changed the text').waitFor()
})

it('shows both values when somebody else was first, and saves mine only when told to', async () => {
  const page = await open('/tab/source?entry=S-3', { expects: /409/ })
  await pane(page, 'S-3').getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Link or text').fill('Ask Alex.')
  await change('S-3', PATTI, { kind: 'edit', content: 'Ask Patti.' })
  await page.getByRole('button', { name: 'Save' }).click()
  const notice = page.getByRole('alert')
  await notice.getByText('Patti changed this').waitFor()
  expect(await notice.innerText()).toMatch(/What it says was “One person .+now it is “Ask Patti.”/s)
  expect(await notice.innerText()).toContain('You chose “Ask Alex.”; that is not saved.')
  expect(await stored('S-3')).toMatchObject({ content: { text: 'Ask Patti.' } })
  await notice.getByRole('button', { name: 'Save mine: “Ask Alex.”' }).click()
  await page.getByText('S-3 saved').waitFor()
  expect(await stored('S-3')).toMatchObject({ content: { text: 'Ask Alex.' } })
  await notice.waitFor({ state: 'detached' })
})

it('adds an entry, and asks everybody to read it; who has says so', async () => {
  const page = await open('/tab/source', { as: LYNNE })
  await entry(page, 'Project plan').waitFor()
  await page.getByRole('button', { name: 'Add entry' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add an entry' })
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await dialog.getByText('It needs a title.').waitFor()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('VPN to the test system')
  await dialog.getByLabel('Link or text').fill('Ask the service desk for a token.')
  await dialog.getByLabel('Ask everybody to read it').check()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await pane(page, 'S-11').getByRole('button', { name: 'I have read it' }).click()
  await pane(page, 'S-11').getByText('you have read it').waitFor()
  expect(await pane(page, 'S-11').innerText()).toContain('1 of 6 people')
  expect(await stored('S-11')).toMatchObject({ title: 'VPN to the test system', owner: LYNNE, toBeRead: 1 })
})

it('removes an entry, and puts it back', async () => {
  const page = await open('/tab/source?entry=S-3')
  await pane(page, 'S-3').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('S-3 removed').waitFor()
  await entry(page, 'Roles (RACI)').waitFor({ state: 'detached' })
  await pane(page, 'S-3').waitFor({ state: 'detached' })
  expect((await stored('S-3'))?.state.status).toBe('removed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await entry(page, 'Roles (RACI)').waitFor()
  expect((await stored('S-3'))?.state.status).toBe('standing')
})

it('finds what is written; else what the bot would answer; else whom to ask, and the question waits', async () => {
  const page = await open('/tab/source', { as: LYNNE })
  await entry(page, 'Project plan').waitFor()
  const search = page.getByLabel('Search how this project runs')
  await search.fill('any hour')
  await page.waitForURL(/q=any/)
  expect(await page.locator('.entry h4').allInnerTexts()).toEqual(['Contacts'])
  await search.fill('timeline')
  await page.locator('.source-nothing').getByRole('link', { name: 'Project plan' }).waitFor()
  await search.fill('Who signs for the Rotterdam warehouse?')
  await page.getByRole('button', { name: 'Ask Alex' }).click()
  await page.locator('.question').getByText('Who signs for the Rotterdam warehouse?').waitFor()
  expect(await page.locator('.question').innerText()).toContain('Lynne, today')
})

it('answers a waiting question by an entry that stands', async () => {
  await tab.inChat(LYNNE, { do: 'askLead', question: 'Whom do I call at night?' })
  const page = await open()
  await page.getByRole('button', { name: 'Answer: Whom do I call at night?' }).click()
  const dialog = page.getByRole('dialog', { name: 'Whom do I call at night?' })
  await dialog.getByLabel('The entry that answers it').selectOption({ label: 'Contacts' })
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Answer by this entry' }).click()
  await page.getByText('Answered by S-5; Lynne will be told').waitFor()
  await page.getByText('Nobody waits for an answer.').waitFor()
})

it('answers a waiting question by an entry that is written for it', async () => {
  await tab.inChat(LYNNE, { do: 'askLead', question: 'Which carrier on go-live day?' })
  const page = await open()
  await page.getByRole('button', { name: 'Answer: Which carrier' }).click()
  await page.getByRole('button', { name: 'Write a new entry' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an entry' })
  await dialog.getByText('It answers: Which carrier on go-live day?').waitFor()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Carriers')
  await dialog.getByLabel('Link or text').fill('Nordvik, as on every day.')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await pane(page, 'S-11').getByText('Nordvik, as on every day.').waitFor()
  await page.getByText('Answered by S-11; Lynne will be told').waitFor()
  await pane(page, 'S-11').getByRole('button', { name: 'Close' }).click()
  await page.getByText('Nobody waits for an answer.').waitFor()
})

it('offers a waiting question to who writes what may answer it', async () => {
  await tab.inChat(LYNNE, { do: 'askLead', question: 'Who signs for Rotterdam?' })
  const page = await open()
  await page.getByRole('button', { name: 'Answer: Who signs for Rotterdam?' }).waitFor()
  await page.getByRole('button', { name: 'Add entry' }).first().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Who signs for Rotterdam')
  await page.getByLabel('Link or text').fill('Patti signs.')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('button', { name: 'It answers it' }).click()
  await page.getByText('Answered by S-11; Lynne will be told').waitFor()
  await page.getByRole('button', { name: 'It answers it' }).waitFor({ state: 'detached' })
})

it('shows a change made in chat within ten seconds, without a reload', async () => {
  const page = await open('/tab/source?entry=S-5')
  await pane(page, 'S-5').getByText('wrote it').waitFor()
  await change('S-5', MEGAN, { kind: 'verify' })
  await entry(page, 'Contacts').getByText('Verified by Megan').waitFor({ timeout: 10_000 })
  await pane(page, 'S-5').getByText('said it is still true').waitFor({ timeout: 10_000 })
})

it('keeps the page and what was typed while the service is away', async () => {
  const page = await open('/tab/source?entry=S-3', { expects: /Failed to load resource|ERR_/ })
  await pane(page, 'S-3').getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Link or text').fill('Ask Alex.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The service can’t be reached. Nothing was changed; try again.').waitFor()
  await page.getByText('The log can’t be reached.').waitFor()
  expect(await page.getByLabel('Link or text').inputValue()).toBe('Ask Alex.')
  expect(await entry(page, 'Project plan').isVisible()).toBe(true)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('S-3 saved').waitFor()
})

it('shows its shape while it loads, and a way to try again when it can’t', async () => {
  const page = await open('/tab/source', { expects: /503|Failed to load/ })
  await entry(page, 'Project plan').waitFor()
  let answer: 'never' | 'fails' = 'never'
  await page.route('**/source', (route) =>
    answer === 'never' || route.request().resourceType() === 'document'
      ? route.request().resourceType() === 'document' && route.continue()
      : route.fulfill({ status: 503, json: { text: 'Not now.', reference: 'R-1' } }),
  )
  await page.reload()
  await page.locator('.source[aria-busy=true] .bone').first().waitFor()
  answer = 'fails'
  await page.reload()
  await page.getByText('The source of truth can’t be loaded right now').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.unroute('**/source')
  await page.getByRole('button', { name: 'Try again' }).click()
  await entry(page, 'Project plan').waitFor()
})

it.each([
  ['light', 'default', 1280],
  ['contrast', 'contrast', 1280],
  ['small phone', 'dark', 320],
] as const)(
  'has nothing for axe to find in its form and what waits, nor anything sideways: %s',
  async (look, theme, width) => {
    await tab.inChat(LYNNE, { do: 'askLead', question: 'Does the legacy web shop stay up for returns?' })
    const page = await open(`/tab/source?theme=${theme}`, { width, height: 800 })
    const picture = (name: string) =>
      page.screenshot({ path: join(PICTURES, `source ${name} ${look}.png`.replaceAll(' ', '-')) })
    await page.locator('.question').scrollIntoViewIfNeeded()
    await picture('what waits')
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('link', { name: 'Roles (RACI)' }).last().click()
    await pane(page, 'S-3').getByRole('button', { name: 'Remove' }).waitFor()
    await picture('pane')
    expect(await axeFindings(page)).toEqual([])
    await pane(page, 'S-3').getByRole('button', { name: 'Edit' }).click()
    await picture('form')
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  },
)

it('prints as a document: the whole text, black on white, nothing to press', async () => {
  const page = await open('/tab/source?theme=dark')
  await entry(page, 'Project plan').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: join(PICTURES, 'source-print.png'), fullPage: true })
  expect(
    await page.getByRole('button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(0)
  const table = page.getByRole('link', { name: 'The whole table' })
  expect(await table.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://northwind.example/raci',
  )
  await page.getByText('ERP roll-out, Fri 20 Nov').waitFor()
  expect(await page.locator('.source-doc h2').evaluate((head) => getComputedStyle(head).color)).toBe(
    'rgb(0, 0, 0)',
  )
  expect(await page.locator('.source-body').evaluate((body) => body.scrollHeight - body.clientHeight)).toBe(0)
})
