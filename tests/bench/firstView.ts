import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { serveTab, TAB_FOLDER } from '../support/servedTab'
import { median, spread, tableOf } from './numbers'

const LOADS = 9
const BARE = 'bare.html'

/** What the tab loads before its first row stands, and how long that takes against a page of plain rows. */
export async function measureFirstView(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  cpSync(TAB_FOLDER, folder, { recursive: true })
  writeFileSync(join(folder, 'en', BARE), barePage(24))
  const tab = await serveTab({ over: () => ({ tabFolder: folder }) })
  await tab.seed()
  const browser = await launchBrowser()
  try {
    await firstRow(browser, `${tab.origin}/tab/`)
    const loads: { tab: Load; bare: Load }[] = []
    for (let load = 0; load < LOADS; load++) {
      loads.push({
        tab: await firstRow(browser, `${tab.origin}/tab/`),
        bare: await firstRow(browser, `${tab.origin}/tab/${BARE}`),
      })
    }
    return report(loads)
  } finally {
    await browser.close()
    await tab.close()
    rmSync(folder, { recursive: true })
  }
}

type Load = { readonly ms: number; readonly paths: readonly string[] }

/** One load with nothing cached: milliseconds from navigation to the first row painted, and what had come by then. */
async function firstRow(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  // The page's policy forbids code made of text, so what looks for the row is there before the page.
  await context.addInitScript(`window.firstRow = new Promise((resolve) => {
    const look = () => document.querySelector('.row[role=row]')
      ? requestAnimationFrame(resolve)
      : requestAnimationFrame(look)
    requestAnimationFrame(look)
  })`)
  const page = await context.newPage()
  await page.goto(url)
  const load = await page.evaluate<Load>(`window.firstRow.then((ms) => ({
    ms,
    paths: performance.getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= ms)
      .map(({ name }) => new URL(name).pathname),
  }))`)
  await context.close()
  return load
}

function report(loads: readonly { readonly tab: Load; readonly bare: Load }[]): string {
  const paths = loads[0]?.tab.paths ?? []
  const files = [
    ...new Set(['index.html', ...paths.filter((path) => path.startsWith('/tab/assets/')).map(nameOf)]),
  ]
  const sizes = files.map((file) => ({ file, ...sizeOf(file) }))
  const inTeams = besidesInTeams(files)
  const total = (all: readonly { readonly gzip: number }[]) =>
    kilobytes(all.reduce((sum, { gzip }) => sum + gzip, 0))
  const requests = paths.filter((path) => path.startsWith('/api/'))
  return [
    tableOf([
      ['needed before the first row', 'plain KB', 'gzip -9 KB'],
      ...sizes.map(({ file, plain, gzip }) => [basename(file), kilobytes(plain), kilobytes(gzip)]),
      ['all of it', '', total(sizes)],
      ['inside Teams besides (its SDK and sign-in)', '', total(inTeams)],
    ]),
    '',
    `  requests for data  ${requests.join(' ')}`,
    `  tab                ${median(loads.map(({ tab }) => tab.ms)).toFixed(0)} ms to the first row`,
    `  bare page          ${median(loads.map(({ bare }) => bare.ms)).toFixed(0)} ms to the first row`,
    `  ratio              ${spread(loads.map(({ tab, bare }) => tab.ms / bare.ms))}, in ${LOADS} cold loads each`,
  ].join('\n')
}

function nameOf(path: string): string {
  return path.replace('/tab/', '')
}

function sizeOf(file: string): { readonly plain: number; readonly gzip: number } {
  const bytes = readFileSync(join(TAB_FOLDER, 'en', file))
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}

/** What the host's chunk brings along: the first request for data waits for the token that it gets. */
function besidesInTeams(known: readonly string[]) {
  const found = new Set<string>()
  const open = readdirSync(join(TAB_FOLDER, 'en/assets')).filter((name) => name.startsWith('teams-'))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || known.includes(`assets/${name}`)) continue
    found.add(name)
    const text = readFileSync(join(TAB_FOLDER, 'en/assets', name), 'utf8')
    open.push(...[...text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, file = '']) => file))
  }
  return [...found].map((name) => sizeOf(join('assets', name)))
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}

/** As many rows as a page can show, as plain HTML: what the server and the browser take without any tab. */
function barePage(rows: number): string {
  const row = '<tr class="row" role="row"><td>I-1</td><td>Export stops at 500 rows</td><td>New</td></tr>'
  return `<!doctype html><html lang="en"><title>Bare</title><table>${row.repeat(rows)}</table></html>`
}
