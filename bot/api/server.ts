import { createServer, plugins, type Request, type RequestHandler, type Response, type Server } from 'restify'
import { IN_ENGLISH, wordsOf } from '../cards/words/wordsOf'
import { withCause } from '../cause'
import { localSignIn } from '../contract/session'
import { EXPORT_SHEETS } from '../domain/exchange/exportColumns'
import type { ProjectId } from '../domain/ids'
import { epochMs } from '../domain/time'
import { end, ok, Refused, sendJson, type Reply, type Sentence } from './answers'
import { BOT_DOOR, botDoor } from './botDoor'
import type { ApiDeps } from './deps'
import { changeMapping, runImport, sendCsv, sendWorkbook, showImport, uploadImport } from './exchange'
import {
  changeIssue,
  commentIssue,
  listedNow,
  foundIssues,
  listIssues,
  logIssue,
  parsed,
  showIssue,
  undoIssue,
} from './issues'
import { addItem, changeItem, listItems, pageItems, showItem, undoItem } from './items'
import { showMine } from './mine'
import { pressMyCard, showMyCard } from './myCard'
import { showOverview } from './overview'
import { sendRecapMail } from './recapMail'
import { listRecaps, showComparison, showRecap } from './recaps'
import { askQuestion, listQuestions, settleQuestion } from './questions'
import {
  addEntry,
  changeEntry,
  postAnchor,
  readEntry,
  searchSource,
  showEntry,
  showSource,
  undoEntry,
} from './source'
import { pulse, start } from './start'
import { openTabPages } from './tabPages'
import { enter, localeOf, type Visitor } from './visitor'

/** Five texts of 20,000 characters in four bytes each, and some. */
const MOST_BODY_BYTES = 500_000

/** The service's HTTP side, not listening yet: the bot's endpoint, the tab's API and pages, and the health checks. */
export function createApi(deps: ApiDeps): Server {
  const server = createServer({
    name: 'plumbline',
    ignoreTrailingSlash: true,
    formatters: plainFormatters(deps),
  })
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.removeHeader('server')
    for (const [name, value] of Object.entries(SECURITY)) res.setHeader(name, value)
    // At the moment of the answer: a request may have come in before the end began.
    res.once('header', () => {
      if (deps.isEnding()) res.setHeader('connection', 'close')
    })
    if (!deps.local) res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    next()
  })
  server.pre(botDoor(deps, (take) => answering(deps, take, BOT_DOOR)))
  server.use(plugins.queryParser({ mapParams: false }))
  server.use(plugins.bodyParser({ mapParams: false, maxBodySize: MOST_BODY_BYTES }).map(exceptUploads))
  health(server, deps)
  tabApi(server, deps)
  if (deps.local) localApi(server, deps, deps.local)
  tabPages(server, deps)
  return server
}

/** Files are read by their own route, piece by piece and after it is known who sends them. */
function exceptUploads(handler: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (UPLOAD.test(req.path())) next()
    else void handler(req, res, next)
  }
}

const UPLOAD = /^\/api\/projects\/[^/]+\/imports\/?$/

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-resource-policy': 'same-origin',
}

function health(server: Server, deps: ApiDeps): void {
  server.get(
    '/healthz',
    answering(deps, (req, res) => sendJson(req, res, ok({ alive: true }))),
  )
  server.get(
    '/readyz',
    answering(deps, async (req, res) => {
      if (deps.isEnding()) return sendJson(req, res, { status: 503, body: { ready: false } })
      await deps.ready()
      await sendJson(req, res, ok({ ready: true }))
    }),
  )
}

function tabApi(server: Server, deps: ApiDeps): void {
  const root = '/api/projects/:project'
  server.get(
    '/api/start',
    replying(deps, (req) => start(deps, req, hintsOf(req))),
  )
  server.get(
    '/api/mine',
    replying(deps, (req) => showMine(deps, req)),
  )
  server.get(
    `${root}/pulse`,
    inProject(deps, (visitor, req) => pulse(deps, visitor, queryOf(req)['since'])),
  )
  server.get(
    `${root}/issues`,
    inProject(deps, (visitor, req) => listIssues(deps, visitor, queryOf(req))),
  )
  server.get(
    `${root}/issue-rows`,
    inProject(deps, (visitor, req) => listedNow(deps, visitor, queryOf(req)['ids'])),
  )
  server.get(
    `${root}/issue-search`,
    // A page that types on gives up the search before, and with it the connection.
    inProject(deps, (visitor, req) => foundIssues(deps, visitor, queryOf(req), () => !req.socket.destroyed)),
  )
  server.post(
    `${root}/issues`,
    inProject(deps, (visitor, req) => logIssue(deps, visitor, jsonOf(req))),
  )
  server.get(
    `${root}/issues/:id`,
    inProject(deps, (visitor, req) => showIssue(deps, visitor, param(req, 'id'))),
  )
  server.post(
    `${root}/issues/:id`,
    inProject(deps, (visitor, req) => changeIssue(deps, visitor, param(req, 'id'), jsonOf(req))),
  )
  server.post(
    `${root}/issues/:id/comments`,
    inProject(deps, (visitor, req) => commentIssue(deps, visitor, param(req, 'id'), jsonOf(req))),
  )
  server.post(
    `${root}/issues/:id/undo`,
    inProject(deps, (visitor, req) => undoIssue(deps, visitor, param(req, 'id'), jsonOf(req))),
  )
  sourceApi(server, deps, root)
  exchangeApi(server, deps, root)
  itemApi(server, deps, root)
  server.get(
    `${root}/overview`,
    inProject(deps, (visitor) => showOverview(deps, visitor)),
  )
  server.get(
    `${root}/recaps`,
    inProject(deps, (visitor) => listRecaps(deps, visitor)),
  )
  server.get(
    `${root}/recaps/:week`,
    inProject(deps, (visitor, req) => showRecap(deps, visitor, param(req, 'week'))),
  )
  server.get(
    `${root}/recaps/:week/with/:other`,
    inProject(deps, (visitor, req) =>
      showComparison(deps, visitor, { week: param(req, 'week'), other: param(req, 'other') }),
    ),
  )
  for (const as of ['html', 'text'] as const) {
    server.get(
      `${root}/recaps/:week/mail.${as === 'html' ? 'html' : 'txt'}`,
      answering(deps, async (req, res) => {
        const visitor = await enter(deps, req, param(req, 'project') as ProjectId)
        await sendRecapMail(deps, visitor, { week: param(req, 'week'), as }, res)
      }),
    )
  }
  server.get(
    `${root}/my-card`,
    inProject(deps, (visitor) => showMyCard(deps, visitor)),
  )
  server.post(
    `${root}/my-card`,
    inProject(deps, (visitor, req) => pressMyCard(deps, visitor, jsonOf(req))),
  )
}

function itemApi(server: Server, deps: ApiDeps, root: string): void {
  const get = (path: string, route: (visitor: Visitor, req: Request) => Promise<Reply>) =>
    server.get(`${root}/items${path}`, inProject(deps, route))
  const post = (path: string, route: (visitor: Visitor, req: Request) => Promise<Reply>) =>
    server.post(`${root}/items${path}`, inProject(deps, route))
  get('', (visitor) => listItems(deps, visitor))
  post('', (visitor, req) => addItem(deps, visitor, jsonOf(req)))
  get('/all', (visitor, req) => pageItems(deps, visitor, queryOf(req)['before']))
  get('/:id', (visitor, req) => showItem(deps, visitor, param(req, 'id')))
  post('/:id', (visitor, req) => changeItem(deps, visitor, param(req, 'id'), jsonOf(req)))
  post('/:id/undo', (visitor, req) => undoItem(deps, visitor, param(req, 'id'), jsonOf(req)))
}

function sourceApi(server: Server, deps: ApiDeps, root: string): void {
  const get = (path: string, route: (visitor: Visitor, req: Request) => Promise<Reply>) =>
    server.get(`${root}${path}`, inProject(deps, route))
  const post = (path: string, route: (visitor: Visitor, req: Request) => Promise<Reply>) =>
    server.post(`${root}${path}`, inProject(deps, route))
  get('/source', (visitor) => showSource(deps, visitor))
  post('/source', (visitor, req) => addEntry(deps, visitor, jsonOf(req)))
  get('/source/search', (visitor, req) => searchSource(deps, visitor, queryOf(req)['q']))
  get('/source/:id', (visitor, req) => showEntry(deps, visitor, param(req, 'id')))
  post('/source/:id', (visitor, req) => changeEntry(deps, visitor, param(req, 'id'), jsonOf(req)))
  post('/source/:id/undo', (visitor, req) => undoEntry(deps, visitor, param(req, 'id'), jsonOf(req)))
  post('/source/:id/read', (visitor, req) => readEntry(deps, visitor, param(req, 'id'), jsonOf(req)))
  post('/anchor', (visitor) => postAnchor(deps, visitor))
  get('/questions', (visitor) => listQuestions(deps, visitor))
  post('/questions', (visitor, req) => askQuestion(deps, visitor, jsonOf(req)))
  post('/questions/:id', (visitor, req) => settleQuestion(deps, visitor, param(req, 'id'), jsonOf(req)))
}

function exchangeApi(server: Server, deps: ApiDeps, root: string): void {
  const sending = (send: (visitor: Visitor, req: Request, res: Response) => Promise<void>) =>
    answering(deps, async (req, res) => {
      await send(await enter(deps, req, param(req, 'project') as ProjectId), req, res)
    })
  server.get(
    `${root}/export.xlsx`,
    sending((visitor, _req, res) => sendWorkbook(deps, visitor, res)),
  )
  for (const sheet of EXPORT_SHEETS) {
    server.get(
      `${root}/export/${sheet}.csv`,
      sending((visitor, _req, res) => sendCsv(deps, visitor, sheet, res)),
    )
  }
  const one = `${root}/imports/:id`
  server.post(
    `${root}/imports`,
    inProject(deps, (visitor, req) => uploadImport(deps, visitor, req, queryOf(req)['name'])),
  )
  server.get(
    one,
    inProject(deps, (visitor, req) => showImport(deps, visitor, param(req, 'id'))),
  )
  server.put(
    one,
    inProject(deps, (visitor, req) => changeMapping(deps, visitor, param(req, 'id'), jsonOf(req))),
  )
  server.post(
    `${one}/run`,
    inProject(deps, (visitor, req) => runImport(deps, visitor, param(req, 'id'))),
  )
}

/** Local mode alone: who one can be, and being one of them. In production these addresses don't exist. */
function localApi(server: Server, deps: ApiDeps, local: NonNullable<ApiDeps['local']>): void {
  const people = local.people.map(({ id, name }) => ({ id, name }))
  server.get(
    '/api/local/people',
    replying(deps, () => Promise.resolve(ok({ people }))),
  )
  server.post(
    '/api/local/sign-in',
    replying(deps, async (req) => {
      const { person } = parsed(localSignIn.safeParse(jsonOf(req)))
      const me = people.find(({ id }) => id === person)
      if (!me) throw new Refused(404, (w) => w.tab.nobodyInTrial)
      return ok({ token: await local.signIn(me.id), me })
    }),
  )
}

function tabPages(server: Server, deps: ApiDeps): void {
  const sendTab = openTabPages(deps)
  const send = answering(deps, sendTab)
  server.get('/tab', send)
  server.get('/tab/*', send)
  server.get(
    '/',
    answering(deps, (_req, res) => end(res, 302, { location: '/tab/' })),
  )
}

type Handler = (req: Request, res: Response) => Promise<void>

/** A route inside a project: entered by members of its team alone. */
function inProject(deps: ApiDeps, route: (visitor: Visitor, req: Request) => Promise<Reply>): Handler {
  return replying(deps, async (req) => route(await enter(deps, req, param(req, 'project') as ProjectId), req))
}

function replying(deps: ApiDeps, route: (req: Request) => Promise<Reply>): Handler {
  return answering(deps, async (req, res) => sendJson(req, res, await route(req)))
}

/** Runs each request under an id of its own, by which all is found that it sets off. `path`: of one without a route. */
function answering(
  deps: ApiDeps,
  handle: (...args: Parameters<Handler>) => Promise<void> | void,
  path?: string,
): Handler {
  const answer = caught(deps, handle)
  // restify tells such a handler from one with a callback by how it is declared.
  return async (req, res) =>
    withCause(deps.newCause(), async () => {
      const start = epochMs(deps.clock.now())
      await answer(req, res)
      const ms = epochMs(deps.clock.now()) - start
      const route = `${req.method ?? ''} ${path ?? routeOf(req)}`
      deps.observe({ what: 'request', route, status: res.statusCode, ms })
    })
}

/** As it was declared: an address itself holds ids. */
function routeOf(req: Request): string {
  const { path } = req.getRoute() as { readonly path?: unknown }
  return typeof path === 'string' ? path : ''
}

/** The one catch of the HTTP side: the log gets the cause, the person one sentence and a reference. */
function caught(deps: ApiDeps, handle: (...args: Parameters<Handler>) => Promise<void> | void): Handler {
  return async (req, res) => {
    try {
      await handle(req, res)
    } catch (error) {
      if (res.headersSent) {
        deps.log.error({ err: error, path: req.path() }, 'A request failed after its answer had begun')
        res.end()
        return
      }
      await sendJson(req, res, refusal(deps, req, error))
    }
  }
}

function refusal({ log, newReference }: ApiDeps, req: Request, error: unknown): Reply {
  const reference = newReference()
  const facts = { reference, method: req.method, path: req.path() }
  const w = wordsOf({ locale: localeOf(req) })
  if (error instanceof Refused) {
    log.info({ ...facts, status: error.status }, error.sentence(wordsOf(IN_ENGLISH)))
    return { status: error.status, body: { text: error.sentence(w), reference } }
  }
  log.error({ ...facts, err: error }, 'A request failed')
  return { status: 503, body: { text: w.tab.broken, reference } }
}

/** What restify itself refuses (no such address, bad JSON, too much) is said in the same shape. */
function plainFormatters({ log, newReference }: ApiDeps) {
  const format = (req: Request, res: Response, body: unknown): string => {
    const reference = newReference()
    const cause = body instanceof Error ? body.name : 'unknown'
    log.info({ reference, path: req.path(), status: res.statusCode, cause }, 'A request was refused')
    res.setHeader('content-type', 'application/json; charset=utf-8')
    const sentence = REFUSAL_WORDS[res.statusCode] ?? UNREADABLE
    const text = sentence(wordsOf({ locale: localeOf(req) }))
    const answer = JSON.stringify({ text, reference })
    res.setHeader('content-length', Buffer.byteLength(answer))
    return answer
  }
  return {
    'application/json': format,
    'text/plain': format,
    'application/javascript': format,
    'application/octet-stream': format,
  }
}

const UNREADABLE: Sentence = (w) => w.tab.unreadable
const REFUSAL_WORDS: Readonly<Record<number, Sentence>> = {
  404: (w) => w.tab.noAddress,
  405: (w) => w.tab.notHere,
  413: (w) => w.tab.tooMuch,
}

function hintsOf(req: Request) {
  const query = queryOf(req)
  return { project: query['project'], channel: query['channel'], list: query }
}

function queryOf(req: Request): Readonly<Record<string, unknown>> {
  const query: unknown = req.query
  return typeof query === 'object' && query !== null ? (query as Record<string, unknown>) : {}
}

function param(req: Request, name: string): string {
  const params: unknown = req.params
  const value = typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : ''
  return typeof value === 'string' ? value : ''
}

/** A body that is JSON and says so: a plain form of another site can't pass for one. */
function jsonOf(req: Request): unknown {
  if (req.getContentType() !== 'application/json') throw new Refused(415, UNREADABLE)
  const body: unknown = req.body
  return body
}
