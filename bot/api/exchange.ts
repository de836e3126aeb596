import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'restify'
import { problemWords } from '../cards/exchangeWords'
import { wordsOf, type Words } from '../cards/words/wordsOf'
import {
  mappingRequest,
  type ImportAnswer,
  type ImportSheet,
  type MappingRequest,
} from '../contract/exchange'
import type { ExportSheet } from '../domain/exchange/exportColumns'
import { sheetName } from '../domain/exchange/exportSheets'
import { languageOf } from '../domain/language'
import { MOST_BYTES, type ImportId, type PlannedSheet } from '../domain/exchange/importJob'
import { readingOf } from '../domain/exchange/sheetPlan'
import { carryOut } from '../flows/carryOut'
import type { Command } from '../flows/command'
import { changeMapping as changeMappingOf, type PlanChange } from '../flows/exchange/changeMapping'
import { exportCsv, exportWorkbook } from '../flows/exchange/exportProject'
import { receiveImport } from '../flows/exchange/receiveImport'
import type { Outcome } from '../flows/outcome'
import { end, NOTHING_HERE, ok, Refused, type Reply } from './answers'
import type { ApiDeps } from './deps'
import { parsed } from './issues'
import type { Visitor } from './visitor'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** All records as one workbook. */
export async function sendWorkbook(deps: ApiDeps, { project, actor }: Visitor, res: Response): Promise<void> {
  const bytes = await exportWorkbook(deps, project, languageOf(actor.locale))
  if (!bytes) throw new Refused(413, (w) => w.tab.takeAsCsv)
  end(res, 200, fileHeaders(`${project.name}.xlsx`, 'export.xlsx', XLSX), Buffer.from(bytes))
}

/** One kind of records as CSV, sent as it is read: what is open stays small, however many there are. */
export async function sendCsv(
  deps: ApiDeps,
  { project, actor }: Visitor,
  of: ExportSheet,
  res: Response,
): Promise<void> {
  const language = languageOf(actor.locale)
  const headers = fileHeaders(
    `${project.name}, ${sheetName(of, language)}.csv`,
    `${of}.csv`,
    'text/csv; charset=utf-8',
  )
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  res.writeHead(200)
  await pipeline(Readable.from(exportCsv(deps, project, of, language)), res)
}

function fileHeaders(name: string, plainName: string, type: string): Record<string, string> {
  const encoded = encodeURIComponent(name.replaceAll(/[/\\:*?"<>|]/g, ' ')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'private, no-store',
    vary: 'authorization',
  }
}

/** Takes a file in, which comes as the bare body of the request. */
export async function uploadImport(
  deps: ApiDeps,
  visitor: Visitor,
  req: Request,
  name: unknown,
): Promise<Reply> {
  if (req.getContentType() !== 'application/octet-stream') throw new Refused(415, (w) => w.tab.unreadable)
  const bytes = await bodyOf(req)
  if (!bytes) return answered({ kind: 'importRefused', why: 'tooBig' }, visitor)
  const file = { name: typeof name === 'string' && name !== '' ? name : 'file', bytes }
  return answered(await receiveImport(deps, orderOf(visitor), file), visitor)
}

/** Null for more than is taken. What comes beyond it is let go by, so that the sender hears the answer. */
function bodyOf(req: Request): Promise<Uint8Array | null> {
  if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) {
    req.resume()
    return Promise.resolve(null)
  }
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] = []
    let size = 0
    req.on('data', (piece: Buffer) => {
      size += piece.length
      if (size <= MOST_BYTES) pieces.push(piece)
      else pieces = []
      if (size > MOST_BYTES * PATIENCE) req.destroy()
    })
    req.on('end', () => resolve(size > MOST_BYTES ? null : Buffer.concat(pieces)))
    req.on('close', () => resolve(null))
    req.on('error', reject)
  })
}

/** Whoever sends without an end is cut off. */
const PATIENCE = 5

export async function showImport(deps: ApiDeps, visitor: Visitor, id: string): Promise<Reply> {
  return answered(await order(deps, visitor, { do: 'showImport', id: importIdIn(id), card: null }), visitor)
}

export async function runImport(deps: ApiDeps, visitor: Visitor, id: string): Promise<Reply> {
  const outcome = await order(deps, visitor, { do: 'runImport', id: importIdIn(id), card: null })
  deps.wake(visitor.project.id)
  return answered(outcome, visitor)
}

export async function changeMapping(
  deps: ApiDeps,
  visitor: Visitor,
  id: string,
  body: unknown,
): Promise<Reply> {
  const { sheets } = parsed(mappingRequest.safeParse(body))
  return answered(
    await changeMappingOf(deps, orderOf(visitor), importIdIn(id), sheets.map(planChange)),
    visitor,
  )
}

/** The import that an address names; what no id of ours looks like is not there. */
function importIdIn(text: string): ImportId {
  if (!/^[\w-]{1,64}$/.test(text)) throw new Refused(404, NOTHING_HERE)
  return text as ImportId
}

function planChange({ fields, ...rest }: MappingRequest['sheets'][number]): PlanChange {
  const chosen = fields && { fields: Object.fromEntries(fields.map(({ at, field }) => [at, field])) }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(given) as PlanChange), ...chosen }
}

function orderOf({ project, actor }: Visitor) {
  return { project: project.id, actor }
}

function order(deps: ApiDeps, visitor: Visitor, command: Command): Promise<Outcome> {
  return carryOut(deps, { ...orderOf(visitor), door: 'tab', command })
}

type Given = Outcome | { readonly kind: 'importRefused'; readonly why: 'tooBig' }

function answered(outcome: Given, visitor: Visitor): Reply {
  const w = wordsOf(visitor.actor)
  switch (outcome.kind) {
    case 'importPreview':
      return ok(previewJson(outcome, visitor))
    case 'importProgress':
      return ok(progressJson(outcome, w))
    case 'importRefused':
      return refused(outcome.why === 'tooBig' ? 413 : 422, w.exchange.refusal[outcome.why])
    case 'notAllowed':
      return refused(403, w.tab.mayImport(outcome.lead.name))
    default:
      throw new Error(`An import can't end as ${outcome.kind}`)
  }
}

function refused(status: number, text: string): Reply {
  const body: ImportAnswer = { kind: 'refused', text }
  return { status, body }
}

function previewJson(
  { job, preview }: Extract<Outcome, { kind: 'importPreview' }>,
  visitor: Visitor,
): ImportAnswer {
  const { problems, ...rest } = preview
  return {
    ...rest,
    kind: 'preview',
    id: job.id,
    file: job.file.name,
    sheets: job.sheets.map((sheet) => sheetJson(sheet, visitor)),
    without: job.without,
    problems: problems.map((problem) => problemJson(problem, wordsOf(visitor.actor))),
  }
}

function sheetJson({ plan, facts }: PlannedSheet, { project, members }: Visitor): ImportSheet {
  const reading = readingOf(plan, facts, { project: project.id, members, workstreams: project.workstreams })
  const status = plan.kind === 'issues' ? reading.issueStatus : reading.itemStatus
  const meant = (words: readonly string[], of: (word: string) => string | undefined) =>
    words.map((word) => ({ word, means: of(word) ?? null }))
  return {
    sheet: plan.sheet,
    name: plan.name,
    takes: plan.takes,
    kind: plan.kind,
    header: plan.header,
    rows: facts.rows,
    cut: facts.cut,
    columns: plan.columns,
    order: plan.order,
    asksOrder: facts.order === 'ambiguous',
    severities: meant(facts.severities, reading.severity),
    states: meant(facts.states, status),
    people: meant(facts.people, (name) => reading.peopleIn(name).found[0]?.id),
  }
}

function progressJson(
  { job, underWay, rows }: Extract<Outcome, { kind: 'importProgress' }>,
  w: Words,
): ImportAnswer {
  const status = job.state.status === 'done' ? 'done' : underWay ? 'running' : 'halted'
  return {
    kind: 'progress',
    id: job.id,
    file: job.file.name,
    status,
    rows,
    ...job.counts,
    problems: job.conflicts.map((problem) => problemJson(problem, w)),
  }
}

/** The tab shows these as they are. */
function problemJson(problem: Parameters<typeof problemWords>[0], w: Words) {
  const { sheet, row, column, value, skipped } = problem
  return { sheet, row, column, value, skipped, text: problemWords(problem, w) }
}
