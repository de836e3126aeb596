import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import { plainDate } from '../../bot/domain/time'
import type { CommandOf } from '../../bot/flows/command'
import { ADELE, ALEX, LYNNE, MEGAN, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { liveThrough } from '../support/livedProject'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow, type OpenTab } from '../support/tabPage'

/* The pages as somebody sees them whose Teams speaks German: it writes its locale into the address. */

/** Each run leaves the pictures here, to be looked at. */
const PICTURES = join(projectRoot(), 'dist/pictures/tab')

let browser: Browser
let tab: ServedTab
let lived: ServedTab
let opened: OpenTab[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launchBrowser()
  ;[tab, lived] = await Promise.all([serveTab(), serveTab()])
  await liveThrough(lived)
  await tab.setUp()
  await item('Preisliste für 2026', { owner: MEGAN, for: ADELE, unblocks: 'Lasttest', due: '2026-11-23' })
  await item('Leserechte', { owner: ADELE, for: MEGAN, unblocks: 'A-1', due: '2026-11-27' })
  await item('Plan der Halle C', { owner: LYNNE, for: ADELE, unblocks: null, due: '2026-12-02' })
  await tab.inChat(PATTI, {
    do: 'changeEntry',
    entry: 'S-5',
    change: { kind: 'edit', content: 'Werktags: Megan.', owner: MEGAN },
    seen: null,
    onCard: null,
  })
  await tab.inChat(LYNNE, { do: 'askLead', question: 'Bleibt der alte Webshop für Rücksendungen?' })
  tab.clock.set('2026-11-25T09:00:00Z')
}, 120_000)
beforeEach(() => {
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await Promise.all([tab.close(), lived.close()])
})

type Given = Pick<CommandOf<'addItem'>, 'owner' | 'for' | 'unblocks'> & { readonly due: string }

async function item(title: string, { due, ...given }: Given) {
  const rest = { workstream: null, conversation: null }
  const outcome = await tab.inChat(PATTI, { do: 'addItem', title, due: plainDate(due), ...given, ...rest })
  expect(outcome.kind).toBe('record')
}

async function open(path: string, look: Parameters<typeof openTab>[3] = {}, of = tab) {
  const german = `${path}${path.includes('?') ? '&' : '?'}locale=de-DE`
  const view = await openTab(browser, of, german, { as: MEGAN, ...look })
  opened.push(view)
  return view.page
}

it('lists what is late in German, and says what a new item needs', async () => {
  const page = await open('/tab/items')
  await page.locator('#row-A-1').getByText('2 T überfällig').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await page.locator('.group-head b').allInnerTexts()).toEqual([
    'Überfällig',
    'Woche 48, diese Woche',
    'Woche 49, 30. Nov. bis 4. Dez.',
  ])
  expect(await page.locator('#row-A-1').innerText()).toMatch(/Mo 23\. Nov\.[\s\S]*Offen/)
  await page.getByRole('columnheader', { name: 'Zuständig' }).waitFor()
  await page.getByRole('button', { name: 'Neue Aufgabe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Neue Aufgabe' })
  await dialog.getByRole('button', { name: 'Anlegen' }).click()
  await dialog.getByText('Bitte in einer Zeile sagen, was zu tun ist.').waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('moves an item on with a German toast, and takes it back', async () => {
  const page = await open('/tab/items?item=A-1')
  const pane = page.getByRole('region', { name: 'Aufgabe A-1' })
  await pane.getByText('Adele wartet darauf. Danach möglich: Lasttest.').waitFor()
  await pane.getByRole('button', { name: 'Blockiert…' }).click()
  const dialog = page.getByRole('dialog', { name: 'A-1 ist blockiert' })
  await dialog.getByRole('button', { name: 'Als blockiert melden' }).click()
  await dialog.getByText('Bitte sagen, was im Weg steht').waitFor()
  await dialog.getByLabel('Was steht im Weg?').fill('keine Leserechte')
  await dialog.getByLabel('Wessen Hilfe würde es lösen?').selectOption({ label: ALEX.name })
  await dialog.getByRole('button', { name: 'Als blockiert melden' }).click()
  await page.getByText('A-1: blockiert').waitFor()
  await pane.getByText('Blockiert seit Mi 25. Nov., braucht Alex').waitFor()
  await pane.getByText('hat sie als blockiert gemeldet').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.locator('[data-undo]').click()
  await page.getByText('A-1 ist wie zuvor').waitFor()
  expect((await tab.records.item(tab.project, 'A-1'))?.record.state.status).toBe('open')
})

it('says on the board in German why a card can’t go somewhere', async () => {
  const page = await open('/tab/items?show=board&group=due')
  await page.locator('#row-A-1').focus()
  await page.keyboard.press('m')
  const menu = page.getByRole('dialog', { name: 'Wohin mit A-1?' })
  await menu.getByText('Steht schon dort.').waitFor()
  await menu.getByRole('button', { name: 'Woche 49, 30. Nov. bis 4. Dez.…' }).click()
  await page.getByRole('dialog', { name: 'Ein neues Datum für A-1' }).getByLabel('Das neue Datum').waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('tells the longest wait as one German sentence', async () => {
  const page = await open('/tab/items?show=waits')
  await page.locator('.chain').waitFor()
  expect(await page.locator('.chain').innerText()).toMatch(/^Am längsten: \S+ wartet auf \S+ \(A-\d.*\)\.$/)
  await page.getByRole('list', { name: 'Wer auf wen wartet' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('shows the overview in German, and its charts as tables', async () => {
  const page = await open('/tab/overview', {}, lived)
  await page.getByRole('heading', { name: 'Offene Probleme', exact: true }).waitFor()
  await page.getByRole('columnheader', { name: 'Teilprojekt' }).waitFor()
  await page.getByText(/noch \d+ Tage · zuerst .+ verschoben/).waitFor()
  await page.getByRole('button', { name: 'Neu und geschlossen, je Woche, als Tabelle' }).click()
  await page
    .getByRole('region', { name: 'Neu und geschlossen, je Woche, als Tabelle' })
    .getByText('Woche 47')
    .waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('compares two recaps in German', async () => {
  const page = await open('/tab/recaps', {}, lived)
  await page.getByText(/Die Zahlen sind eingefroren/).waitFor()
  await page.getByLabel('Vergleichen mit').selectOption({ label: 'Woche 43' })
  await page.getByRole('heading', { name: 'Woche 43 und Woche 46' }).waitFor()
  await page.getByRole('heading', { name: 'Geänderte Farben' }).waitFor()
  await page.getByText(/^Go-live bleibt am .+\.$/).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('keeps an entry true with one press in German, and takes it back', async () => {
  const page = await open('/tab/source')
  await page.getByRole('heading', { name: 'Wie dieses Projekt läuft' }).waitFor()
  await page.getByText('1 Eintrag: 1 zu prüfen. 9 weitere sind noch leer.').waitFor()
  await page.getByRole('heading', { name: /^Offene Fragen/ }).waitFor()
  await page.getByRole('button', { name: /^Stimmt noch: / }).click()
  await page.getByText('S-5 stimmt noch: in Ihrem Namen vermerkt').waitFor()
  await page.locator('[data-undo]').click()
  await page.getByText('S-5 ist wie zuvor').waitFor()
  expect((await tab.records.entry(tab.project, 'S-5'))?.record.verified).toBeNull()
  expect(await axeFindings(page)).toEqual([])
})

const NARROW = [
  ['items', '/tab/items', '.item-rows .row'],
  ['an item', '/tab/items?item=A-1', '.pane .facts'],
  ['board', '/tab/items?show=board', '.card'],
  ['waiting', '/tab/items?show=waits', '.wait-list'],
  ['overview', '/tab/overview', '.owners tbody tr'],
  ['recap', '/tab/recaps', '.recap-top'],
  ['comparison', '/tab/recaps?week=2026-W46&with=2026-W43', '.numbers'],
  ['source', '/tab/source', '.entry h4'],
  ['an entry', '/tab/source?entry=S-5', '.pane .facts'],
] as const

test.each(NARROW)('%s: nothing sideways on a small phone', async (name, path, ready) => {
  const of = /overview|recaps/.test(path) ? lived : tab
  const page = await open(path, { width: 320, height: 720 }, of)
  await page.locator(ready).first().waitFor({ state: 'attached' })
  await page.screenshot({ path: join(PICTURES, `german ${name} small.png`.replaceAll(' ', '-')) })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await axeFindings(page)).toEqual([])
})
