import type { TableClient, TransactionAction } from '@azure/data-tables'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { asQuery } from '../../bot/contract/issueListing'
import type { ProjectId } from '../../bot/domain/ids'
import type { Issue } from '../../bot/domain/issue'
import { countedAnew, facetsOf, listed, NO_ISSUES, type IssueListing } from '../../bot/domain/issueList'
import { connectTables } from '../../bot/storage/connectTables'
import { issueCountsRow } from '../../bot/storage/issueCountsRow'
import { issueRow } from '../../bot/storage/issueRow'
import { listedIssueRow } from '../../bot/storage/listedIssueRow'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTableName, tablesConnection } from '../support/azurite'
import { ADELE, anIssue, daysAgo, fixedClock, MEGAN, NOW, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, TAB_FOLDER } from '../support/servedTab'
import { startTablesProxy } from '../support/tablesProxy'
import { median, spread, tableOf } from './numbers'

const LOADS = 7
const LONG = { all: 100_000, open: 10_000 }
const BARE = 'bare-log.html'
const PAGE = 100
const AT_ONCE = 4
/** The stand-in for tables is slow while it is filled. */
const FILLING_PATIENCE_MS = 120_000

/** What the first page and the first row of a log cost when it is short and when it is long. */
export async function measureLongLog({ all, open } = LONG): Promise<string> {
  const proxy = { requests: 0 }
  const tables = await startTablesProxy(tablesConnection(), (moment) => {
    if (moment === 'arrived') proxy.requests += 1
    return Promise.resolve('on')
  })
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  cpSync(TAB_FOLDER, folder, { recursive: true })
  writeFileSync(join(folder, 'en', BARE), BARE_PAGE)
  try {
    const short = await servedLog(folder, 1_000, 1_000)
    const long = await servedLog(folder, all, open)
    try {
      const reads = [
        await countReads(tables.connection, proxy, short),
        await countReads(tables.connection, proxy, long),
      ]
      return [tableOf([headOf(all), ...rowsOf(reads)]), '', await inBrowser(long.tab.origin, open)].join('\n')
    } finally {
      await short.tab.close()
      await long.tab.close()
    }
  } finally {
    await tables.stop()
    rmSync(folder, { recursive: true })
  }
}

type Served = { readonly tab: Awaited<ReturnType<typeof serveTab>>; readonly table: string }

async function servedLog(folder: string, all: number, open: number): Promise<Served> {
  const table = freshTableName()
  const client = await connectTables(
    { table, at: { kind: 'connection', connection: tablesConnection() } },
    FILLING_PATIENCE_MS,
  )
  const tab = await serveTab({ client, over: () => ({ tabFolder: folder }) })
  await tab.setUp()
  await fill(client, tab.project, all, open)
  return { tab, table }
}

/** Writes the rows as commits would leave them, many at a time: a commit each would take an hour. */
async function fill(client: TableClient, project: ProjectId, all: number, open: number): Promise<void> {
  let counts = NO_ISSUES
  let batch: TransactionAction[] = []
  let underWay: Promise<unknown>[] = []
  for (let number = 1; number <= all; number++) {
    const issue = anIssueOf(number, number > all - open)
    counts = countedAnew(counts, null, facetsOf(issue))
    const isOpen = issueRow.isOpen(issue)
    const rows = [
      { ...issueRow.toEntity(project, issue), listed: isOpen },
      ...(isOpen ? [issueRow.toOpenEntity(project, issue)] : []),
      ...listedIssueRow
        .keys(issue.id, facetsOf(issue))
        .map((key) => listedIssueRow.toEntity(project, key, listed(issue))),
    ]
    batch.push(...rows.map((row): TransactionAction => ['create', row]))
    if (batch.length > 90 || number === all) {
      underWay.push(client.submitTransaction(batch))
      batch = []
    }
    if (underWay.length >= AT_ONCE || number === all) {
      await Promise.all(underWay)
      underWay = []
    }
  }
  await client.createEntity(issueCountsRow.toEntity(project, counts))
}

const SEVERITIES = ['showStopper', 'workaround', 'cosmetic', null] as const
const STATES: readonly Issue['state'][] = [
  { status: 'new' },
  { status: 'triaged' },
  { status: 'inProgress' },
  { status: 'readyForRetest' },
]

function anIssueOf(number: number, open: boolean): Issue {
  return anIssue({
    id: `I-${number}`,
    title: `Totals of delivery note ${number} differ from its order`,
    where: 'Sales › Delivery note',
    severity: SEVERITIES[number % 4] ?? null,
    owner: number % 3 === 0 ? null : number % 3 === 1 ? MEGAN : ADELE,
    state: open
      ? (STATES[number % 4] ?? { status: 'new' })
      : { status: 'closed', at: NOW, validatedBy: PATTI },
    createdAt: daysAgo(number % 40),
  })
}

const headOf = (all: number) => [
  'first page, storage reads / rows asked for',
  '1,000 issues',
  `${all.toLocaleString('en')} issues`,
]
const LISTINGS: readonly IssueListing[] = [
  { by: 'severity', severity: null },
  { by: 'severity', severity: 'cosmetic' },
  { by: 'state', state: 'readyForRetest', severity: null },
  { by: 'state', state: 'closed', severity: 'workaround' },
  { by: 'owner', owner: MEGAN.id, severity: 'showStopper' },
  { by: 'workstream', workstream: 'none', severity: null },
  { by: 'change' },
  { by: 'newest' },
  { by: 'all' },
]

type Reads = {
  readonly counts: number
  readonly pages: readonly { readonly requests: number; readonly rows: number }[]
}

/** In a process that has read this log before: the very first one looks once whether all issues are in the lists. */
async function countReads(
  connection: string,
  proxy: { requests: number },
  { tab, table }: Served,
): Promise<Reads> {
  const client = await connectTables({ table, at: { kind: 'connection', connection } })
  const { records } = openStorage({ client, clock: fixedClock() })
  await records.issueCounts(tab.project)
  proxy.requests = 0
  await records.issueCounts(tab.project)
  const counts = proxy.requests
  const pages: { requests: number; rows: number }[] = []
  for (const listing of LISTINGS) {
    proxy.requests = 0
    const page = await records.issuePage(tab.project, listing, { after: null, limit: PAGE })
    pages.push({ requests: proxy.requests, rows: (page?.rows.length ?? 0) + (page?.next === null ? 0 : 1) })
  }
  return { counts, pages }
}

function rowsOf(reads: readonly Reads[]): string[][] {
  const cell = (at: number) => (of: Reads) => {
    const page = of.pages[at]
    return page ? `${page.requests} / ${page.rows}` : ''
  }
  return [
    ['counts of all views', ...reads.map(({ counts }) => `${counts} / 1`)],
    ...LISTINGS.map((listing, at) => [asQuery(listing), ...reads.map(cell(at))]),
  ]
}

type Load = { readonly ms: number }

async function inBrowser(origin: string, open: number): Promise<string> {
  const browser = await launchBrowser()
  try {
    await firstRow(browser, `${origin}/tab/`)
    const loads: { tab: Load; bare: Load }[] = []
    for (let load = 0; load < LOADS; load++) {
      loads.push({
        tab: await firstRow(browser, `${origin}/tab/`),
        bare: await firstRow(browser, `${origin}/tab/${BARE}`),
      })
    }
    const usual: Scrolled[] = []
    const thrown: Scrolled[] = []
    for (let round = 0; round < ROUNDS; round++) {
      usual.push(await scroll(browser, `${origin}/tab/`, USUAL_STEP))
      thrown.push(await scroll(browser, `${origin}/tab/`, THROWN_STEP))
    }
    const most = (of: keyof Scrolled) => Math.max(...[...usual, ...thrown].map((one) => one[of]))
    return [
      `  ${open.toLocaleString('en')} open issues, ${LOADS} cold loads each`,
      `  tab              ${median(loads.map(({ tab }) => tab.ms)).toFixed(0)} ms to the first row`,
      `  bare page        ${median(loads.map(({ bare }) => bare.ms)).toFixed(0)} ms: signs in, fetches the same JSON, prints it`,
      `  ratio            ${spread(loads.map(({ tab, bare }) => tab.ms / bare.ms))}`,
      `  rows in the page ${most('rows')} at most, while ${most('scrolled')} were scrolled past`,
      `  longest task     ${longestOf(usual)} by a quick wheel`,
      `                   ${longestOf(thrown)} where each step shows a page of other rows`,
    ].join('\n')
  } finally {
    await browser.close()
  }
}

async function firstRow(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(`window.firstRow = new Promise((resolve) => {
    const look = () => document.querySelector('.row[role=row]')
      ? requestAnimationFrame(resolve)
      : requestAnimationFrame(look)
    requestAnimationFrame(look)
  })`)
  const page = await context.newPage()
  await page.goto(url)
  const ms = await page.evaluate<number>('window.firstRow')
  await context.close()
  return { ms }
}

const STEPS = 60
/** Of a wheel that is turned three notches at once, and of a scrollbar that is thrown, in px. */
const USUAL_STEP = 300
const THROWN_STEP = 900

const ROUNDS = 5

type Scrolled = { readonly rows: number; readonly scrolled: number; readonly longest: number }

/** Of each round. The browser names no task of less than 50 ms; one that is longer may only have been kept waiting. */
function longestOf(rounds: readonly Scrolled[]): string {
  return rounds
    .map(({ longest }) => longest)
    .toSorted((a, b) => a - b)
    .map((longest) => (longest === 0 ? 'under 50' : longest.toFixed(0)))
    .join(', ')
    .concat(' ms')
}

/** Scrolls step by step, and watches how many rows there are and how long the page is busy at a time. */
async function scroll(browser: Browser, url: string, step: number): Promise<Scrolled> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('.virtual .row').first().waitFor()
  await page.evaluate(`window.longest = 0; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
  }).observe({ type: 'longtask' });undefined`)
  await page.mouse.move(600, 400)
  let rows = 0
  for (let steps = 0; steps < STEPS; steps++) {
    await page.mouse.wheel(0, step)
    await nextFrame(page)
    rows = Math.max(rows, await page.locator('.row').count())
  }
  const last = await page.locator('.row').last().getAttribute('aria-rowindex')
  const longest = await page.evaluate<number>('window.longest')
  await context.close()
  return { rows, scrolled: Number(last), longest }
}

function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(
    'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
  )
}

/** No tab around it: what signing in, the same answer and the browser take by themselves. */
const BARE_PAGE = `<!doctype html><html lang="en"><title>Bare</title><table id="rows"></table><script type="module">
  const json = async (path, init) => (await fetch(path, init)).json()
  const { people } = await json('/api/local/people')
  const { token } = await json('/api/local/sign-in', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ person: people[0].id }),
  })
  const { open } = await json('/api/start', { headers: { authorization: 'Bearer ' + token } })
  for (const issue of open.issues) {
    const row = document.getElementById('rows').insertRow()
    row.className = 'row'
    row.setAttribute('role', 'row')
    for (const text of [issue.id, issue.title, issue.status, issue.where]) row.insertCell().textContent = text
  }
</script></html>`
