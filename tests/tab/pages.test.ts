import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, openTab, overflow } from '../support/tabPage'

/** Each run leaves the pictures here, to be looked at. */
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

/** Read from right to left, on a system that forces its own colours; what that needs is there when this is. */
async function turned(page: Page): Promise<void> {
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('forced')))
}

const PAGES = [
  ['issue log', '/tab/', '.row[tabindex="0"]'],
  ['issue log by owner', '/tab/?group=owner&severity=showStopper,workaround', '.row[tabindex="0"]'],
  ['one issue', '/tab/?issue=I-7', '.history li'],
  ['action items', '/tab/items', '.row[role=row]'],
  ['one action item', '/tab/items?item=A-3', '.history li'],
  ['board of action items', '/tab/items?show=board', '.card'],
  ['who waits for whom', '/tab/items?show=waits', '.wait-list'],
  ['source of truth', '/tab/source', '.entry'],
  ['one entry', '/tab/source?entry=S-5', '.history li'],
  ['recaps', '/tab/recaps', '.ac-adaptiveCard'],
  ['my card', '/tab/my-card', '.ac-adaptiveCard'],
  ['what waits for me everywhere', '/tab/mine', 'a.mine-line'],
] as const

const LOOKS = [
  ['light', 'default', 1280, 800],
  ['contrast', 'contrast', 1280, 800],
  ['dark in a usual Teams window', 'dark', 960, 720],
  ['on a small dark phone', 'dark', 320, 640],
  ['from right to left in forced colours', 'contrast', 1280, 800, 'rtl'],
  ['from right to left in forced colours on a phone', 'default', 390, 844, 'rtl'],
] as const

it.each(PAGES)(
  '%s, in every look: nothing for axe to find, nothing sideways, no complaint',
  async (name, path, ready) => {
    const { page, complaints } = await openTab(browser, tab, path, { as: MEGAN })
    await page.locator(ready).first().waitFor()
    for (const [look, theme, width, height, dir] of LOOKS) {
      await page.setViewportSize({ width, height })
      // As the page itself does when Teams says that the theme is another.
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
      if (dir) await turned(page)
      await page.locator(ready).first().waitFor()
      await page.screenshot({ path: join(PICTURES, `${name} ${look}.png`.replaceAll(' ', '-')) })
      expect([look, await axeFindings(page)]).toEqual([look, []])
      expect([look, await overflow(page)]).toEqual([look, 0])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

it.each([
  ['the filters', 'f', '#filter-choices fieldset'],
  ['a new issue', 'c', 'dialog'],
  ['what can be done to several', 'x Shift+ArrowDown', '#bulk-move'],
  ['all keys', '?', '.keys dd:has-text("next and previous issue")'],
])('%s: nothing for axe to find, nor from right to left in forced colours', async (name, keys, shown) => {
  const { page, complaints } = await openTab(browser, tab, '/tab/')
  await page.locator('.row[tabindex="0"]').focus()
  for (const key of keys.split(' ')) await page.keyboard.press(key)
  await page.locator(shown).first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await turned(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: join(PICTURES, `${name}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('says in the colours that the system forces what is open, where one is, and how bad it is', async () => {
  const { page } = await openTab(browser, tab, '/tab/?issue=I-7&theme=contrast', { as: MEGAN })
  await page.locator('.history li').first().waitFor()
  await turned(page)
  const said = await page.evaluate(() => {
    const looks = (selector: string, part?: string) => {
      const one = document.querySelector(selector)
      if (!one) throw new Error(`no ${selector}`)
      return getComputedStyle(one, part)
    }
    return {
      ground: getComputedStyle(document.body).backgroundColor,
      colours: {
        shape: looks('.row[aria-current] .shape-showStopper').color,
        page: looks('.nav-links [aria-current]', '::after').backgroundColor,
        row: looks('.row[aria-current]', '::before').backgroundColor,
        path: looks('.path li:nth-child(2)', '::before').backgroundColor,
        move: looks('.moves .primary').backgroundColor,
      },
      outline: looks('.row[aria-current]').outlineStyle,
    }
  })
  expect(Object.entries(said.colours).filter(([, colour]) => colour === said.ground)).toEqual([])
  expect(said.outline).not.toBe('none')
  await page.context().close()
})

it('magnified fourfold, what opens stays inside the window, and the page is not hidden by what stands over it', async () => {
  const small = { as: MEGAN, width: 320, height: 256 }
  const { page, complaints } = await openTab(browser, tab, '/tab/', small)
  await page.locator('.row[tabindex="0"]').focus()
  await page.keyboard.press('f')
  await page.locator('#filter-choices fieldset').first().waitFor()
  const box = await page.locator('#filter-choices').boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 256)).toBeLessThanOrEqual(256)
  expect(await axeFindings(page)).toEqual([])
  for (const path of ['/tab/source?entry=S-5', '/tab/?issue=I-7']) {
    await page.goto(tab.origin + path)
    await page.locator('.history li').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  }
  expect(await page.locator('.moves').evaluate((one) => getComputedStyle(one).position)).toBe('static')
  expect(complaints).toEqual([])
  await page.context().close()
})

it('keeps a row together on a screen that is wider than one reads', async () => {
  const { page } = await openTab(browser, tab, '/tab/', { width: 3840, height: 2160 })
  const last = page.locator('.row[tabindex="0"] .col-changed')
  await last.waitFor()
  const box = await last.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 3840)).toBeLessThanOrEqual(1800)
  expect(await overflow(page)).toBe(0)
  await page.context().close()
})

it('answers the weekly card on the tab: one tap, and the count in the page row goes up', async () => {
  const { page, complaints } = await openTab(browser, tab, '/tab/my-card', { as: MEGAN })
  const before = await page.locator('.answers').innerText()
  expect(before).toMatch(/^Week 47 · 0 of \d have answered$/)
  const cards = page.locator('.ac-adaptiveCard')
  await cards.waitFor()
  for (;;) {
    const done = cards.getByRole('button', { name: 'Done', exact: true })
    const left = await done.count()
    if (left === 0) break
    await done.first().click()
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('.card-frame button')].filter((b) => b.textContent === 'Done').length <
        count,
      left,
    )
  }
  await page.getByText('Week 47 · 1 of').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('offers nothing on a frozen recap that would change a record', async () => {
  const { page } = await openTab(browser, tab, '/tab/recaps')
  await page.locator('.ac-adaptiveCard').waitFor()
  const words = await page.locator('.card-frame button').allInnerTexts()
  expect(words.filter((word) => /done|block|move|close|post/i.test(word))).toEqual([])
  await page.context().close()
})

it('says what an empty log is for, and where nothing is set up how to begin', async () => {
  const empty = await serveTab()
  const nothing = await openTab(browser, empty, '/tab/')
  await nothing.page.getByText('No project here yet').waitFor()
  expect(await axeFindings(nothing.page)).toEqual([])
  await nothing.page.context().close()
  await empty.setUp()
  for (const [path, words] of [
    ['/tab/', 'No issues yet'],
    ['/tab/items', 'Nothing is owed to anybody'],
    ['/tab/source', 'Nothing is written yet.'],
    ['/tab/recaps', 'No recap yet'],
    ['/tab/my-card', 'Nothing is asked of you in week 47'],
    ['/tab/mine', 'Nothing waits for you'],
  ] as const) {
    const { page, complaints } = await openTab(browser, empty, path)
    await page.getByText(words).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  }
  await empty.close()
})

it('says nothing of what exists to somebody it is not for, and lets them try again', async () => {
  const { page } = await openTab(browser, tab, '/tab/?project=another', { expects: /404/ })
  await page.getByText('Nothing to show for this account').waitFor()
  expect(await page.locator('body').innerText()).not.toContain('Northwind')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.context().close()
})

it('shows its shape while it loads', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/api/start*', () => undefined)
  await page.goto(`${tab.origin}/tab/`)
  await page.locator('.bone').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await context.close()
})

it('becomes somebody else with the switcher in the page row', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${tab.origin}/tab/`)
  await page.getByLabel('Signed in as').selectOption({ label: 'Isaiah Langer' })
  await page.locator('.row[role=row]').first().waitFor()
  expect(await page.getByLabel('Signed in as').inputValue()).toBe('person-isaiah-langer')
  await context.close()
})
