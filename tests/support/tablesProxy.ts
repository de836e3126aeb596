import { once } from 'node:events'
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { connectionTo } from './azuriteProcess'
import type { Watch } from './connector'

/** What goes wrong between the service and its tables. */
export type Trouble =
  | 'none'
  /** Every listing begins with an empty page that has a continuation, as Azure's may. */
  | 'emptyPages'
  /** It happens, and its answer gets lost. */
  | 'loseAnswer'
  /** The connection ends before it happens. */
  | 'reset'
  /** It happens, and is answered late. */
  | 'slow'
  /** Refused as Azure does when it throttles. */
  | 'busy'
  /** Never answered. */
  | 'silent'

export type TableRequest = {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string
  readonly isWrite: boolean
}

const CONTINUE = { NextPartitionKey: 'first', NextRowKey: 'empty' }
const SLOW_MS = 60

/** Stands between a client and Azurite, for what Azurite never does. `watch` sees every request on its way. */
export async function startTablesProxy(upstream: string, watch?: Watch<TableRequest>) {
  const port = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(upstream)?.[1])
  const agent = new Agent({ keepAlive: true })
  let troubleOf: (request: TableRequest) => Trouble = () => 'none'

  const handle = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const { method = '', url = '/' } = from
    const asked = { method, path: url, body: await text(from), isWrite: method !== 'GET' }
    if ((await watch?.('arrived', asked)) === 'cut') {
      cut(to)
      return
    }
    const trouble = troubleOf(asked)
    if (trouble === 'silent') return
    if (trouble === 'reset' || trouble === 'busy') {
      if (trouble === 'busy') refuse(to)
      else cut(to)
      return
    }
    const path = new URL(url, 'http://127.0.0.1')
    if (path.searchParams.get('NextRowKey') === CONTINUE.NextRowKey) {
      for (const name of Object.keys(CONTINUE)) path.searchParams.delete(name)
    } else if (trouble === 'emptyPages' && isListing(path) && !path.searchParams.has('NextRowKey')) {
      answerEmpty(to)
      return
    }
    const onward = { agent, host: '127.0.0.1', port, method, headers: from.headers }
    const answer = await carryOut({ ...onward, path: `${path.pathname}${path.search}` }, asked.body)
    if (trouble === 'slow') await wait(SLOW_MS)
    if ((await watch?.('carriedOut', asked)) === 'cut' || trouble === 'loseAnswer') {
      cut(to)
      return
    }
    to.writeHead(answer.status, answer.headers)
    to.end(answer.body)
  }
  const server = createServer((from, to) => void handle(from, to).catch(() => cut(to)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    connection: connectionTo((server.address() as AddressInfo).port),
    /** All requests meet this from now on. */
    make: (next: Trouble) => void (troubleOf = () => next),
    /** Each request meets what is chosen for it. */
    choose: (choose: (request: TableRequest) => Trouble) => void (troubleOf = choose),
    /** The next transaction happens, and its answer gets lost. */
    loseNextAnswer: () => {
      troubleOf = ({ path }) => {
        if (!path.endsWith('$batch')) return 'none'
        troubleOf = () => 'none'
        return 'loseAnswer'
      }
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      agent.destroy()
      await once(server, 'close')
    },
  }
}

function isListing({ searchParams }: URL): boolean {
  return searchParams.has('$filter')
}

function cut(to: ServerResponse): void {
  to.socket?.destroy()
}

type Answered = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

function carryOut(options: RequestOptions, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const onward = request(options, (answer) => {
      const { statusCode: status = 500, headers } = answer
      text(answer).then((read) => resolve({ status, headers, body: read }), reject)
    })
    onward.once('error', reject)
    onward.end(body)
  })
}

function answerEmpty(to: ServerResponse): void {
  to.writeHead(200, {
    'content-type': 'application/json;odata=minimalmetadata',
    'x-ms-continuation-nextpartitionkey': CONTINUE.NextPartitionKey,
    'x-ms-continuation-nextrowkey': CONTINUE.NextRowKey,
  })
  to.end('{"value":[]}')
}

function refuse(to: ServerResponse): void {
  to.writeHead(503, {
    'content-type': 'application/json',
    'x-ms-error-code': 'ServerBusy',
    'retry-after': '0',
  })
  to.end('{"odata.error":{"code":"ServerBusy","message":{"value":"secret detail"}}}')
}
