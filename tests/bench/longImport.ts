import { setTimeout as wait } from 'node:timers/promises'
import type { ImportAnswer, ImportProgressJson } from '../../bot/contract/exchange'
import { MOST_ROWS } from '../../bot/domain/exchange/importJob'
import type { IssueId } from '../../bot/domain/ids'
import type { Issue } from '../../bot/domain/issue'
import { openFleet, type Fleet, type Instance } from '../support/fleet'
import { aWorkbook, type RawCell } from '../support/workbooks'
import { tableOf } from './numbers'

/** In MB. What a process holds at most, with a file of many rows open in it. */
const MOST_MEMORY = 512
const LOOKS_EVERY_MS = 1_000
const PAGE = 500

/**
 * A workbook as long as one may be, given on the tab and taken twice by a process of the service. Throws where a row is
 * missing, doubled or changed the second time, where nobody could see how far it was, and where it took too much memory.
 */
export async function measureLongImport(rows = MOST_ROWS): Promise<string> {
  const bytes = aLongLog(rows)
  const fleet = await openFleet(() => Promise.resolve('on'))
  try {
    const instance = await fleet.start()
    const empty = await instance.peak()
    const first = await take(fleet, instance, bytes)
    hold(first.end, { created: rows, updated: 0, unchanged: 0, skipped: 0 })
    await holdEach(fleet, rows)
    const afterOne = await instance.peak()
    const second = await take(fleet, instance, bytes)
    hold(second.end, { created: 0, updated: 0, unchanged: rows, skipped: 0 })
    await holdEach(fleet, rows)
    const peak = await instance.peak()
    if (peak > MOST_MEMORY) throw new Error(`It took ${peak.toFixed(0)} MB`)
    const row = ({ shown, seconds, seen }: Taken, name: string) => [
      ...[name, shown.toFixed(1), seconds.toFixed(0), (rows / seconds).toFixed(0), seen],
    ]
    return [
      tableOf([
        ['', 's until it is shown', 's until it is in', 'rows a second', 'states seen on the way'],
        row(first, 'new'),
        row(second, 'once more'),
      ]),
      '',
      `  ${(bytes.length / 1e6).toFixed(1)} MB; all ${rows.toLocaleString('en')} rows are there once, none was changed by the second time`,
      `  memory           ${empty.toFixed(0)} MB before it, ${afterOne.toFixed(0)} MB at most in the first, ${peak.toFixed(0)} MB in both; ${MOST_MEMORY} MB are let be`,
    ].join('\n')
  } finally {
    await fleet.close()
  }
}

type Taken = {
  readonly shown: number
  readonly seconds: number
  /** How many different counts whoever looked each second saw before the end. */
  readonly seen: number
  readonly end: ImportProgressJson
}

async function take(fleet: Fleet, { url }: Instance, bytes: Uint8Array): Promise<Taken> {
  const given = performance.now()
  const preview = await fleet.giveFile(url, 'long.xlsx', bytes)
  if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview))
  const begun = performance.now()
  const seen = new Set<number>()
  let now = progressIn(await fleet.runImport(url, preview.id))
  while (now.status !== 'done') {
    if (now.status === 'halted') throw new Error(`It came to a halt: ${JSON.stringify(now)}`)
    seen.add(doneOf(now))
    await wait(LOOKS_EVERY_MS)
    now = progressIn(await fleet.importNow(url, preview.id))
  }
  if (seen.size < 10) throw new Error('Nobody could see how far it was')
  const seconds = (performance.now() - begun) / 1_000
  return { shown: (begun - given) / 1_000, seconds, seen: seen.size, end: now }
}

function progressIn(answer: ImportAnswer): ImportProgressJson {
  if (answer.kind !== 'progress') throw new Error(JSON.stringify(answer))
  return answer
}

function doneOf({ created, updated, unchanged, skipped }: ImportProgressJson): number {
  return created + updated + unchanged + skipped
}

function hold(end: ImportProgressJson, wanted: Partial<ImportProgressJson>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (end[name as keyof ImportProgressJson] !== value) throw new Error(`${name}: ${JSON.stringify(end)}`)
  }
}

/** Each row is one issue, as it was made. */
async function holdEach({ storage, project }: Fleet, rows: number): Promise<void> {
  const titles = new Set<string>()
  let before: IssueId | null = null
  let all = 0
  for (;;) {
    const page: readonly Issue[] = await storage.records.issues(project, { before, limit: PAGE })
    for (const { title, version } of page) {
      if (version !== 1) throw new Error(`${title} was changed`)
      titles.add(title)
      all += 1
    }
    before = page.at(-1)?.id ?? null
    if (before === null) break
  }
  const missing = Array.from({ length: rows }, (_, at) => titleOf(at + 1)).filter((one) => !titles.has(one))
  if (all !== rows || missing.length > 0)
    throw new Error(`${all} issues; missing: ${missing.slice(0, 5).join()}`)
}

const titleOf = (number: number) => `Totals of delivery note ${number} differ from its order`
const SEVERITIES = ['High', 'Medium', 'Low']
const STATES = ['Open', 'In progress', 'Closed', 'Open']
const OWNERS = ['Megan Bowen', 'Adele Vance', '']

/** An issue log as hurried people keep one. */
function aLongLog(rows: number): Uint8Array {
  const lines: [number, RawCell[]][] = [
    [1, ['ID', 'Title', 'Severity', 'Status', 'Owner', 'Details', 'Date raised']],
  ]
  for (let number = 1; number <= rows; number++) {
    lines.push([
      number + 1,
      [
        number,
        titleOf(number),
        SEVERITIES[number % SEVERITIES.length] ?? '',
        STATES[number % STATES.length] ?? '',
        OWNERS[number % OWNERS.length] ?? '',
        `Seen at store ${number % 90}: the sum of the lines is right, the total of the note is not.`,
        { serial: 45_900 + (number % 300) },
      ],
    ])
  }
  return aWorkbook([{ name: 'Issues', rows: Object.fromEntries(lines) }])
}
