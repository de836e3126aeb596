import getRawBody from 'raw-body'
import type { Request, RequestHandler, Response } from 'restify'
import { end, Refused, sendJson, type Sentence } from './answers'
import type { ApiDeps } from './deps'

/** Where the Bot Framework's activities come in. */
export const BOT_DOOR = '/api/messages'

const DOOR = new RegExp(`^${BOT_DOOR}/?(?:\\?|$)`)

/** More than any activity of Teams: a message of it is at most 100 KB. */
const MOST_BYTES = 500_000

type Handler = (req: Request, res: Response) => Promise<void>

/**
 * Takes activities before the router and the parsers of all else: by far the most requests come in here, and those would
 * cost them a fifth of what they cost at all on their way to a turn.
 */
export function botDoor(
  { messages }: Pick<ApiDeps, 'messages'>,
  answering: (handle: Handler) => Handler,
): RequestHandler {
  const take = answering(async (req, res) => {
    if (req.method !== 'POST') throw new Refused(405, (w) => w.tab.notHere)
    const answer = await messages(req.headers.authorization ?? '', await activityIn(req))
    await endOfRound()
    if (answer.body === undefined) end(res, answer.status, {})
    else await sendJson(req, res, answer)
  })
  return (req: Request, res: Response, next: (goOn?: unknown) => void) => {
    if (DOOR.test(req.url ?? '')) void take(req, res).then(() => next(false), next)
    else next()
  }
}

/**
 * Until the requests that came in together have been seen to: their answers leave together then. Most of what a short
 * answer costs is to wake whoever waits for it, and who is awake already costs little.
 */
function endOfRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What somebody says to be an activity: JSON, and nothing known of it yet. */
async function activityIn(req: Request): Promise<unknown> {
  if (!/^application\/json\s*(?:;|$)/i.test(req.headers['content-type'] ?? ''))
    throw new Refused(415, UNREADABLE)
  const text = await getRawBody(req, {
    length: req.headers['content-length'] ?? null,
    limit: MOST_BYTES,
    encoding: 'utf8',
  }).catch((error: unknown) => {
    // What is not read would hold the connection up, and with it its next request.
    req.resume()
    throw new Refused(isTooLarge(error) ? 413 : 400, UNREADABLE)
  })
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    throw new Refused(400, UNREADABLE)
  }
}

const UNREADABLE: Sentence = (w) => w.tab.unreadable

/** As raw-body says it: https://github.com/stream-utils/raw-body#errors */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'entity.too.large'
}
