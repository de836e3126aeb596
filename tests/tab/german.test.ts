import type { Browser, Page } from 'playwright-core'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow } from '../support/tabPage'

let browser: Browser
let tab: ServedTab

beforeAll(async () => {
  browser = await launchBrowser()
  tab = await serveTab()
  await tab.seed()
  await tab.inChat(ALEX, { do: 'askNow' })
})
afterAll(async () => {
  await browser.close()
  await tab.close()
})

/** Words that an English page of ours can hardly do without. */
const ENGLISH =
  /\b(?:issues?|items?|owner|severity|state|triaged|reported|changed|the|of|and|not|today|oldest|cancel|save|close|search)\b/i

/** What a page says of itself: without what people wrote, who write English in this project. */
async function saidByUs(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const copy = document.body.cloneNode(true)
    const written = '[dir=auto], .col-where, .col-workstream, .frameless, .quiet [dir], .card-frame, option, .keys dt'
    copy.querySelectorAll(written).forEach((element) => element.remove())
    const named = [...copy.querySelectorAll('[aria-label], [title], [placeholder]')]
    return [
      copy.textContent,
      ...named.flatMap((element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name))),
    ].join(' | ')
  })()`)
}

it('says everything in the log in German, to whom Teams says that they read it', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/?locale=de-DE')
  await page.locator('.row[tabindex="0"]').waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('de')
  expect(await page.title()).toMatch(/^Probleme · /)
  expect(await page.locator('.group-head b:first-of-type').allInnerTexts()).toEqual([
    'Blockierend',
    'Mit Umweg',
    'Kosmetisch',
    'Ohne Schwere',
  ])
  expect(await page.locator('#row-I-5').innerText()).toMatch(/Wieder offen[\s\S]*15 T[\s\S]*12\. Nov\./)
  expect(await page.locator('.answers').innerText()).toMatch(/^Woche 47 · 0 von \d haben geantwortet$/)
  expect(await saidByUs(page)).not.toMatch(ENGLISH)
  expect(await axeFindings(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

it('draws the very first rows in German, before the code of the page is there', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  await context.addInitScript((id) => localStorage.setItem('plumbline.person', id), ALEX.id)
  const page = await context.newPage()
  await page.route('**/assets/main-*.js', (route) => route.abort())
  await page.goto(`${tab.origin}/tab/?locale=de-DE`, { waitUntil: 'commit' })
  await page.locator('[aria-busy] .row').first().waitFor()
  expect(await page.locator('th').allInnerTexts()).toEqual([
    '',
    'Nr.',
    'Titel',
    'Stand',
    'Zuständig',
    'Ort',
    'Alter',
    'Geändert',
  ])
  expect(await page.locator('.group-head').first().innerText()).toBe('Blockierend')
  expect(await page.locator('.row.issue').first().innerText()).toMatch(/Wieder offen[\s\S]*15 T/)
  await context.close()
})

const PAGES = [
  ['an issue and what became of it', '/tab/?issue=I-7', '.history li'],
  ['what waits for one', '/tab/mine', 'a.mine-line'],
  ['what stands around one’s card', '/tab/my-card', '.ac-adaptiveCard'],
  ['how records come in and go out', '/tab/?export=new', 'dialog'],
] as const

it.each(PAGES)('says %s in German, and has room for it on a small phone', async (_, path, ready) => {
  const to = `${path}${path.includes('?') ? '&' : '?'}locale=de-DE`
  const { page, complaints } = await openTab(browser, tab, to, { as: MEGAN })
  await page.locator(ready).first().waitFor()
  expect(await saidByUs(page)).not.toMatch(ENGLISH)
  for (const [width, height] of [
    [960, 720],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect([width, await overflow(page)]).toEqual([width, 0])
    expect([width, await axeFindings(page)]).toEqual([width, []])
  }
  expect(complaints).toEqual([])
  await page.context().close()
})

it('tells in German how a change ended, and takes it back', async () => {
  const { page } = await openTab(browser, tab, '/tab/?issue=I-22&locale=de-DE')
  await page.getByRole('combobox', { name: 'Schwere' }).selectOption('workaround')
  await page.getByText('I-22: eingeordnet').waitFor()
  await page.getByText('hat es eingeordnet, die Schwere auf „Mit Umweg“ gesetzt').waitFor()
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await page.getByText('I-22 ist wieder wie vorher').waitFor()
  await page.context().close()
})

it('keeps the language from page to page, and out of a link for others', async () => {
  const { page } = await openTab(browser, tab, '/tab/?locale=de-DE')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('link', { name: 'Meine Karte' }).click()
  await page.reload()
  await page.getByRole('link', { name: 'Alle Projekte' }).click()
  await page.getByRole('heading', { name: 'Was auf Sie wartet' }).waitFor()
  await page.locator('a.mine-line').first().click()
  await page.getByRole('button', { name: /^Link zu [AI]-\d+ kopieren$/ }).click()
  await page.getByText(/^Link zu [AI]-\d+ kopiert$/).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).not.toContain('locale')
  await page.context().close()
})
