import type { Problem } from '../../bot/contract/common'
import { problemShape, type Shape } from '../../bot/contract/firstView'
import type { Host } from '../host/host'
import { LOCALE } from '#words/common'
import { OLD_PAGE } from '#words/reach'

export type Answer<T> =
  | { readonly kind: 'ok'; readonly body: T }
  /** The service answered, with something other than what was asked for. */
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'unreachable' }

/** What an answer must look like; or how to get hold of that, for what is not needed before the first row. */
export type Wanted<T> = Shape<T> | (() => Promise<Shape<T>>)

export type Api = {
  /** `givenUp` aborts it when nobody waits for the answer any more, which the service then spares itself. */
  get<T>(path: string, shape: Wanted<T>, givenUp?: AbortSignal): Promise<Answer<T>>
  /** The text of a document: a page to mail, for example. */
  text(path: string): Promise<Answer<string>>
  post<T>(path: string, body: unknown, shape: Wanted<T>): Promise<Answer<T>>
  put<T>(path: string, body: unknown, shape: Wanted<T>): Promise<Answer<T>>
  /** Sends a file as it is. */
  upload<T>(path: string, file: Blob, shape: Wanted<T>): Promise<Answer<T>>
  /** A file of the service. */
  file(path: string): Promise<Answer<Blob>>
}

type Sending = Pick<RequestInit, 'method' | 'body' | 'signal'> & {
  readonly headers?: Readonly<Record<string, string>>
}

/** Requests to the service in the name of whoever the host signed in. The browser keeps ETags and sends them along. */
export function openApi(host: Promise<Host>): Api {
  async function whole<T>(path: string, read: (answer: Response) => Promise<T>): Promise<Answer<T>> {
    try {
      const settled = await signed(path, {})
      const body = await read(settled)
      return settled.ok ? { kind: 'ok', body } : { kind: 'unreachable' }
    } catch {
      return { kind: 'unreachable' }
    }
  }

  async function send<T>(path: string, wanted: Wanted<T>, init: Sending): Promise<Answer<T>> {
    try {
      const [settled, shape] = await Promise.all([
        signed(path, init),
        typeof wanted === 'function' ? wanted() : wanted,
      ])
      const body: unknown = await settled.json()
      return read(settled, body, shape)
    } catch {
      return { kind: 'unreachable' }
    }
  }

  async function signed(path: string, init: Sending): Promise<Response> {
    const answer = await signedWith(path, init, false)
    return answer.status === 401 ? signedWith(path, init, true) : answer
  }

  async function signedWith(path: string, init: Sending, fresh: boolean): Promise<Response> {
    const token = await (await host).token(fresh)
    const headers = {
      ...init.headers,
      authorization: `Bearer ${token}`,
      'x-time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
      'accept-language': localeOfPage(),
    }
    const patience = init.body instanceof Blob || isFile(path) ? FILE_PATIENCE : PATIENCE
    const givenUp = new AbortController()
    setTimeout(() => givenUp.abort(), patience)
    init.signal?.addEventListener('abort', () => givenUp.abort())
    if (init.signal?.aborted) givenUp.abort()
    return fetch(path, { ...init, headers, signal: givenUp.signal, cache: 'no-cache' })
  }

  return {
    get: (path, shape, signal) => send(path, shape, signal ? { signal } : {}),
    text: (path) => whole(path, (answer) => answer.text()),
    file: (path) => whole(path, (answer) => answer.blob()),
    put: (path, body, shape) => send(path, shape, { ...jsonOf(body), method: 'PUT' }),
    upload: (path, file, shape) =>
      send(path, shape, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }),
    post: (path, body, shape) => send(path, shape, { ...jsonOf(body), method: 'POST' }),
  }
}

/** The reader's own locale where it is of the page's language, which Teams may have chosen; else the page's. */
function localeOfPage(): string {
  const { lang } = document.documentElement
  return navigator.languages.find((locale) => locale.split('-')[0] === lang) ?? LOCALE
}

function jsonOf(body: unknown): Sending {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** How long one waits for an answer, and for one in which a file is made or read, in ms. */
const PATIENCE = 15_000
const FILE_PATIENCE = 120_000

function isFile(path: string): boolean {
  return /\.(?:xlsx|csv)$/.test(path) || /\/imports\//.test(path)
}

/** Answers that say no in the shape that was asked for. */
const REFUSALS: readonly number[] = [403, 409, 413, 422]

function read<T>(answer: Response, body: unknown, shape: Shape<T>): Answer<T> {
  // A refusal that the page knows how to show (somebody was first, a move not allowed) has the shape that was asked for.
  const wanted = shape.safeParse(body)
  if (wanted.success && (answer.ok || REFUSALS.includes(answer.status))) {
    return { kind: 'ok', body: wanted.data }
  }
  const said = problemShape.safeParse(body)
  if (said.success) return { kind: 'problem', status: answer.status, problem: said.data }
  return {
    kind: 'problem',
    status: answer.status,
    problem: { text: OLD_PAGE, reference: '' },
  }
}
