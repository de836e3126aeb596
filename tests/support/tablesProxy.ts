import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectionTo } from './azuriteProcess'

/** What goes wrong between the service and its tables. */
export type Trouble =
  | 'none'
  /** Every listing begins with an empty page that has a continuation, as Azure's may. */
  | 'emptyPages'
  /** The next transaction happens, and its answer gets lost. */
  | 'loseNextAnswer'
  /** Every request is refused as Azure does when it throttles. */
  | 'busy'
  /** No request is answered. */
  | 'silent'

const CONTINUE = { NextPartitionKey: 'first', NextRowKey: 'empty' }

/** Stands between a client and Azurite, for what Azurite never does. */
export async function startTablesProxy(upstream: string) {
  const port = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(upstream)?.[1])
  let trouble: Trouble = 'none'

  const server = createServer((from, to) => {
    const url = new URL(from.url ?? '/', 'http://127.0.0.1')
    if (trouble === 'silent') return
    if (trouble === 'busy') {
      refuse(from, to)
      return
    }
    if (trouble === 'emptyPages' && from.method === 'GET' && url.searchParams.has('$filter')) {
      if (!url.searchParams.has('NextRowKey')) {
        answerEmpty(from, to)
        return
      }
      if (url.searchParams.get('NextRowKey') === CONTINUE.NextRowKey) {
        for (const name of Object.keys(CONTINUE)) url.searchParams.delete(name)
      }
    }
    const losesAnswer = trouble === 'loseNextAnswer' && url.pathname.endsWith('$batch')
    if (losesAnswer) trouble = 'none'
    forward(from, to, port, `${url.pathname}${url.search}`, losesAnswer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    connection: connectionTo((server.address() as AddressInfo).port),
    make: (next: Trouble) => (trouble = next),
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function forward(
  from: IncomingMessage,
  to: ServerResponse,
  port: number,
  path: string,
  losesAnswer: boolean,
) {
  const { method, headers } = from
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    if (losesAnswer) return answer.resume().on('end', () => from.socket.destroy())
    to.writeHead(answer.statusCode ?? 500, answer.headers)
    return answer.pipe(to)
  })
  onward.on('error', () => from.socket.destroy())
  from.pipe(onward)
}

function answerEmpty(from: IncomingMessage, to: ServerResponse) {
  from.resume()
  to.writeHead(200, {
    'content-type': 'application/json;odata=minimalmetadata',
    'x-ms-continuation-nextpartitionkey': CONTINUE.NextPartitionKey,
    'x-ms-continuation-nextrowkey': CONTINUE.NextRowKey,
  })
  to.end('{"value":[]}')
}

function refuse(from: IncomingMessage, to: ServerResponse) {
  from.resume()
  to.writeHead(503, {
    'content-type': 'application/json',
    'x-ms-error-code': 'ServerBusy',
    'retry-after': '0',
  })
  to.end('{"odata.error":{"code":"ServerBusy","message":{"value":"secret detail"}}}')
}
