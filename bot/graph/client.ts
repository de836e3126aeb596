import { z } from 'zod'
import type { TenantId } from '../domain/ids'

/** What a request to Graph came to. Nothing of it is thrown: a turn goes on without Graph. */
export type GraphAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  /** 4xx: Graph says what is wrong. `code` and `message` are for telling refusals apart and for the log. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
    }
  /** It asks for more patience than a person has who waits for an answer. */
  | { readonly kind: 'throttled' }
  /** Nobody knows whether it was done: no answer, a 5xx, or no token. */
  | { readonly kind: 'failed'; readonly cause: unknown }

type GraphRequest = {
  readonly tenant: TenantId
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the version, ids in it encoded. */
  readonly path: string
  readonly body?: unknown
  /** Whether to wait where Graph asks for a moment's patience. */
  readonly patient: boolean
}

export type GraphClient = {
  send(request: GraphRequest): Promise<GraphAnswer>
  /** Reads a collection with all its pages. */
  list(request: Pick<GraphRequest, 'tenant' | 'path' | 'patient'>): Promise<GraphList>
}

type GraphList =
  { readonly kind: 'listed'; readonly items: readonly unknown[] } | Exclude<GraphAnswer, { kind: 'done' }>

/** What the client needs of the world. */
export type GraphDoor = {
  /** With the version, without a slash at the end. */
  readonly url: string
  /** An app-only token of this tenant. */
  readonly token: (tenant: TenantId) => Promise<string>
  readonly wait: (ms: number) => Promise<void>
}

export const GRAPH_URL = 'https://graph.microsoft.com/v1.0'

/** How long one request may take, in ms. */
const REQUEST_TIMEOUT = 5_000
/** Waits that are worth while for a person who looks at a spinner: so long each, in ms, and so many. */
const LONGEST_WAIT = 4_000
const MOST_WAITS = 2
const USUAL_WAIT = 1_000
/** A page of a collection has 20 entries or more; a channel or a team has far fewer pages than this. */
const MOST_PAGES = 50

const errorParser = z.object({
  error: z.object({ code: z.string().catch(''), message: z.string().catch('') }),
})
const pageParser = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
})

/**
 * Microsoft Graph, one request after the other. A throttled request is made again after the time that Graph names; a read
 * that met a 5xx once more; a write that did is not, because it may have been carried out.
 */
export function createGraphClient({ url, token, wait }: GraphDoor): GraphClient {
  async function once({ tenant, method, path, body }: GraphRequest): Promise<Response> {
    return fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token(tenant)}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    })
  }

  async function send(request: GraphRequest): Promise<GraphAnswer> {
    try {
      for (let waits = 0; ; waits++) {
        const response = await once(request)
        const pause = pauseBeforeNext(response, request)
        if (pause === null) return await answerOf(response)
        await response.arrayBuffer()
        if (!request.patient || pause > LONGEST_WAIT || waits >= MOST_WAITS) {
          if (response.status < 500) return { kind: 'throttled' }
          return { kind: 'failed', cause: new Error(`Graph answered ${response.status}`) }
        }
        await wait(pause)
      }
    } catch (cause) {
      return { kind: 'failed', cause }
    }
  }

  return {
    send,
    async list({ tenant, path: first, patient }) {
      const items: unknown[] = []
      let path: string | null = first
      for (let page = 0; path !== null && page < MOST_PAGES; page++) {
        const answer: GraphAnswer = await send({ tenant, method: 'GET', path, patient })
        if (answer.kind !== 'done') return answer
        const parsed = pageParser.safeParse(answer.body)
        if (!parsed.success) return { kind: 'failed', cause: parsed.error }
        items.push(...parsed.data.value)
        const next: string | undefined = parsed.data['@odata.nextLink']
        // Our token goes to Graph alone, whatever a link says.
        path = next?.startsWith(`${url}/`) === true ? next.slice(url.length) : null
      }
      return { kind: 'listed', items }
    },
  }
}

/** Ms to wait before the request is made again; null where it is not to be. */
function pauseBeforeNext({ status, headers }: Response, { method }: GraphRequest): number | null {
  const asked = headers.get('retry-after')
  const isOutage = status >= 500 && (asked !== null || method === 'GET')
  if (status !== 429 && !isOutage) return null
  const seconds = Number(asked ?? NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : USUAL_WAIT
}

async function answerOf(response: Response): Promise<GraphAnswer> {
  const { status } = response
  const body = readJson(await response.text())
  if (response.ok) return { kind: 'done', body }
  if (status >= 500) return { kind: 'failed', cause: new Error(`Graph answered ${status}`) }
  const { error } = errorParser.safeParse(body).data ?? { error: { code: '', message: '' } }
  return { kind: 'refused', status, ...error }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // 204, or a gateway's page.
  }
}
