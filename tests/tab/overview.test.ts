import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from '../../bot/local/localStack'
import { ALEX, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { liveThrough } from '../support/livedProject'
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
  await liveThrough(tab)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await tab.close()
})

const LOOKS = [
  ['light', 'default', 1280, 1000],
  ['contrast', 'contrast', 1280, 1000],
  ['dark in a usual Teams window', 'dark', 960, 720],
  ['on a small phone', 'default', 320, 2600],
] as const

test.each(LOOKS)('%s: nothing for axe to find, nothing sideways', async (look, theme, width, height) => {
  const at = { width, height, as: MEGAN }
  const { page, complaints } = await openTab(browser, tab, `/tab/overview?theme=${theme}`, at)
  await page.locator('.chart svg').first().waitFor()
  await page.screenshot({ path: join(PICTURES, `overview lived ${look}.png`.replaceAll(' ', '-')) })
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

async function anOverview(path = '/tab/overview') {
  const opened = await openTab(browser, tab, path, { as: MEGAN })
  await opened.page.locator('.chart svg').first().waitFor()
  return opened
}

/** The table behind a chart, newest day or week first: its first cells, and the numbers beside each. */
async function tableOf(page: Page, title: string): Promise<{ name: string; numbers: number[] }[]> {
  const rows = page
    .locator('.figure', { has: page.getByRole('heading', { name: title, exact: true }) })
    .locator('tbody tr')
  const texts = await rows.evaluateAll((trs) =>
    trs.map((tr) => [...tr.children].map((cell) => cell.textContent)),
  )
  return texts.map(([name = '', ...numbers]) => ({ name, numbers: numbers.map(Number) }))
}

const SEVERITIES = ['showStopper', 'workaround', 'cosmetic', 'unrated'] as const

test('the table behind the open issues has, day by day, the numbers that the areas are drawn from', async () => {
  const { page } = await anOverview()
  const drawn = await page
    .locator('.figure')
    .first()
    .evaluate((figure) => {
      const ticks = [...figure.querySelectorAll('svg > g[transform]')].flatMap((tick) => {
        const y = /translate\(0[ ,]([\d.]+)\)/.exec(tick.getAttribute('transform') ?? '')?.[1]
        return y === undefined ? [] : [{ y: Number(y), count: Number(tick.textContent) }]
      })
      const edges = [...figure.querySelectorAll('.edge')].map((edge) => ({
        severity: /edge-(\w+)/.exec(edge.getAttribute('class') ?? '')?.[1] ?? '',
        points: [...(edge.getAttribute('d') ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
          Number(x),
          Number(y),
        ]),
      }))
      return { ticks, edges }
    })
  const [ground, top] = [drawn.ticks[0], drawn.ticks.at(-1)]
  if (!ground || !top) throw new Error('no scale')
  const countAt = (y: number) => (top.count * (ground.y - y)) / (ground.y - top.y)
  const table = (await tableOf(page, 'Open issues')).toReversed()
  let below = table.map(() => 0)
  for (const [column, severity] of SEVERITIES.entries()) {
    const points = drawn.edges.find((edge) => edge.severity === severity)?.points ?? []
    // A step begins where its x comes for the last time; the last one only gives the last day its width.
    const atDay = [...new Map(points.map(([x = 0, y = 0]) => [x, y])).values()].slice(0, table.length)
    const tops = points.length === 0 ? below : atDay.map((y) => Math.round(countAt(y) * 1_000) / 1_000)
    expect(tops.map((all, day) => Math.round(all - (below[day] ?? 0)))).toEqual(
      table.map(({ numbers }) => numbers[column + 1]),
    )
    expect(tops.every((all) => Math.abs(all - Math.round(all)) < 0.02)).toBe(true)
    below = tops
  }
  expect(table.map(({ numbers }) => numbers[0])).toEqual(below.map(Math.round))
  await page.context().close()
})

const AT_BARS: readonly (readonly [title: string, columns: readonly number[]])[] = [
  ['Opened and closed, per week', [0, 2]],
  ['Dates moved later, per week', [0]],
  ['Open issues by age', [0]],
]

test('the tables behind the bars have the numbers that stand at them', async () => {
  const { page } = await anOverview()
  for (const [title, columns] of AT_BARS) {
    const figure = page.locator('.figure', { has: page.getByRole('heading', { name: title, exact: true }) })
    const shown = await figure.locator('.chart-count').allTextContents()
    const rows = await tableOf(page, title)
    const inOrder = title.endsWith('age') ? rows : rows.toReversed()
    const told = inOrder.flatMap(({ numbers }) => columns.map((column) => numbers[column]))
    expect(shown.map(Number)).toEqual(told.filter((count) => count !== 0))
    expect(shown.length).toBeGreaterThan(2)
  }
  await page.context().close()
})

test('a chart becomes its table and back by keyboard, and the focus stays', async () => {
  const { page, complaints } = await anOverview()
  const button = page.getByRole('button', { name: 'Open issues as a table' })
  await button.focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('region', { name: 'Open issues as a table' })
  expect(await table.locator('tbody tr').first().innerText()).toMatch(/^Fri 20 Nov\s+20\s+3\s+7\s+7\s+3$/)
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await table.waitFor({ state: 'detached' })
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
  await page.context().close()
})

const LINKS = [
  ['a severity', '.legend a:has-text("show-stopper")', '/tab/?severity=showStopper'],
  ['a workstream', '.workstreams tbody th a >> nth=0', '/tab/?workstream=data-migration'],
  ['a record in the evidence', '.evidence a >> nth=0', '/tab/?issue=I-9'],
  ['an earlier week', '.overview-head .past-strip a >> nth=5', '/tab/recaps?week=2026-W46'],
  ['somebody’s items', '.owners tbody tr:first-child a >> nth=0', '/tab/items?owner=person-megan-bowen'],
  ['somebody’s issues', '.owners tbody tr:first-child a >> nth=1', '/tab/?owner=person-megan-bowen'],
  ['the oldest issue', '.figure-head .quiet a', '/tab/?issue=I-2'],
] as const

test('every number leads to what it counts, by keyboard, and Back returns', async () => {
  const { page } = await anOverview()
  const reached: Record<string, string> = {}
  for (const [what, link] of LINKS) {
    await page.locator(link).focus()
    await page.keyboard.press('Enter')
    await page.locator('.chart svg').first().waitFor({ state: 'detached' })
    reached[what] = await page.evaluate(() => location.pathname + location.search)
    await page.goBack()
    await page.locator('.chart svg').first().waitFor()
  }
  expect(reached).toEqual(Object.fromEntries(LINKS.map(([what, _, address]) => [what, address])))
  await page.context().close()
})

test('an area leads to the issues of its severity, which are as many as the log then shows', async () => {
  const { page } = await anOverview()
  await page
    .locator('.area-workaround')
    .first()
    .click({ position: { x: 240, y: 4 }, force: true })
  await page.waitForFunction(() => location.search === '?severity=workaround')
  await page.locator('.row[role=row]').first().waitFor()
  expect(await page.locator('.row[role=row]').count()).toBe(7)
  await page.context().close()
})

test('a band leads to the issues of its age and severity, and its number to all of that age: as many as the log then shows', async () => {
  const { page } = await anOverview()
  const figure = page.locator('.figure', { has: page.getByRole('heading', { name: 'Open issues by age' }) })
  const shownAt = async (search: string) => {
    await page.waitForFunction((wanted) => location.search === wanted, search)
    await page.locator('.row[role=row]').first().waitFor()
    const count = await page.locator('.row[role=row]').count()
    await page.goBack()
    await figure.locator('svg').first().waitFor()
    return count
  }
  const bands = await tableOf(page, 'Open issues by age')
  const ages = ['0', '3', '8', '15', '31']
  expect(bands.map(({ name }) => name.match(/\d+/)?.[0])).toEqual(['0', '3', '8', '15', '30'])
  for (const [index, { numbers }] of bands.entries()) {
    const band = figure.locator('svg g[transform]').nth(index)
    await band.locator('.chart-count').click()
    expect(await shownAt(`?age=${ages[index]}`)).toBe(numbers[0])
    for (const [at, key] of SEVERITIES.entries()) {
      if (key !== 'workaround' && key !== 'unrated') continue
      const part = band.locator(`.area-${key}`)
      const count = numbers[at + 1]
      expect(await part.count()).toBe(count === 0 ? 0 : 1)
      if (count === 0) continue
      await part.click()
      expect(await shownAt(`?severity=${key === 'unrated' ? 'none' : key}&age=${ages[index]}`)).toBe(count)
    }
  }
  await page.getByRole('button', { name: 'Open issues by age as a table' }).press('Enter')
  const last = figure.locator('tbody tr:last-child td:nth-child(2) a')
  expect(await axeFindings(page)).toEqual([])
  await last.press('Enter')
  await page.waitForFunction(() => location.search === '?age=31')
  await page.context().close()
})

test('a change in the chat is on the page seconds later', async () => {
  const { page } = await anOverview()
  await page.getByText('20, 2 more than a week ago').waitFor()
  await tab.inChat(ALEX, {
    do: 'changeIssue',
    id: 'I-2',
    change: { kind: 'defer', why: 'later' },
    seen: null,
  })
  await page.getByText('19, 1 more than a week ago').waitFor()
  await page.context().close()
})

test('on paper it stands alone, in light colours, with its charts', async () => {
  const { page } = await anOverview('/tab/overview?theme=contrast')
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: join(PICTURES, 'overview-on-paper.png'), fullPage: true })
  expect(await page.locator('.nav').isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  expect(await page.locator('.chart svg').first().isVisible()).toBe(true)
  expect(
    await page
      .locator('h2')
      .first()
      .evaluate((line) => getComputedStyle(line).color),
  ).toBe('rgb(36, 36, 36)')
  await page.context().close()
})

test('read from right to left nothing runs sideways, and where the system forces its colours areas still differ', async () => {
  const { page, complaints } = await anOverview()
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.emulateMedia({ forcedColors: 'active' })
  const fills = await page
    .locator('.figure')
    .first()
    .locator('.area')
    .evaluateAll((areas) => areas.map((area) => getComputedStyle(area).fill))
  expect(new Set(fills).size).toBe(fills.length)
  expect(fills.length).toBe(4)
  expect(await axeFindings(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})
