import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'restify'
import type { Words } from '../cards/words/wordsOf'

/** What a route answers: a value with the status it goes under. */
export type Reply = { readonly status: number; readonly body: unknown }

export function ok(body: unknown): Reply {
  return { status: 200, body }
}

/** What is said to somebody, in whichever language they read. */
export type Sentence = (w: Words) => string

/** Nothing to see: outside the team, another tenant, or not there. All look the same, so that nobody learns which. */
export const NOTHING_HERE: Sentence = (w) => w.tab.nothingHere

/** Ends a request with one sentence for the person; `reference` is in the log beside the cause. */
export class Refused extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415,
    readonly sentence: Sentence,
  ) {
    super(`Refused with ${status}`)
  }
}

const zipped = promisify(gzip)
/** Below this the headers weigh more than what is saved. */
const WORTH_ZIPPING_BYTES = 1_400

/**
 * Sends JSON. Reads carry an ETag of their content, so that a page that asks again gets 304 and no body; the service
 * has read the records all the same, which is why pages ask for a project's pulse first.
 */
export async function sendJson(req: Request, res: Response, { status, body }: Reply): Promise<void> {
  const text = JSON.stringify(body)
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, authorization',
  }
  if (req.method === 'GET' && status === 200) {
    headers['etag'] = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    if (req.headers['if-none-match'] === headers['etag']) {
      end(res, 304, headers)
      return
    }
  }
  if (text.length < WORTH_ZIPPING_BYTES || !acceptsGzip(req)) {
    end(res, status, headers, text)
  } else {
    end(res, status, { ...headers, 'content-encoding': 'gzip' }, await zipped(text))
  }
}

export function acceptsGzip(req: Request): boolean {
  return /\bgzip\b/.test(req.headers['accept-encoding'] ?? '')
}

/** A text leaves with its headers in one write, which is most of what a short answer costs; bytes need another. */
export function end(
  res: Response,
  status: number,
  headers: Record<string, string>,
  body?: string | Buffer,
): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  if (body !== undefined) res.setHeader('content-length', Buffer.byteLength(body))
  res.writeHead(status)
  res.end(body)
}
