import { readFileSync } from 'node:fs'
import { errors, type Browser, type Page } from 'playwright-core'
import type { Person } from '../../bot/domain/person'
import { ALEX } from './builders'
import type { ServedTab } from './servedTab'

type Look = {
  readonly as?: Person
  readonly width?: number
  readonly height?: number
  /** Errors that the test brings about itself. */
  readonly expects?: RegExp
}

export type OpenTab = { readonly page: Page; readonly complaints: readonly string[] }

/** Opens a page of the tab as somebody; whatever the console complains about is kept for the test to refuse. */
export async function openTab(
  browser: Browser,
  tab: ServedTab,
  path: string,
  look: Look = {},
): Promise<OpenTab> {
  const { as = ALEX, width = 1280, height = 800, expects } = look
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((id) => localStorage.setItem('plumbline.person', id), as.id)
  const page = await context.newPage()
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!expects?.test(text)) complaints.push(text)
  }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text())
  })
  page.on('pageerror', (error) => complain(error.message))
  await page.goto(tab.origin + path)
  await settled(page)
  return { page, complaints }
}

/** Long enough for a page to come; one that is kept from it by a test is not waited for any longer, in ms. */
const COMES_WITHIN = 700

/**
 * Looks at each frame whether the page has come: what a test then waits for is found at its first look. Playwright's own
 * looks are up to half a second apart, which is more than the page takes.
 */
async function settled(page: Page): Promise<void> {
  const hasCome = () =>
    document.querySelector('#page > *') !== null && document.querySelector('[aria-busy=true]') === null
  await page.waitForFunction(hasCome, undefined, { timeout: COMES_WITHIN }).catch((cause: unknown) => {
    if (!(cause instanceof errors.TimeoutError)) throw cause
  })
}

/** Waits until the element of this id has the focus. A string would be evaluated in the page, which its CSP refuses. */
export async function focused(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has against the page as it stands: each rule with the elements that break it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(`${AXE};undefined`)
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
