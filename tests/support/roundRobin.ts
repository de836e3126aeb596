import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How often it asks whether an instance is ready, in ms. */
const PROBED_EVERY = 100

/**
 * Spreads requests over instances in turn, as a load balancer does: to those alone that say that they are ready, over
 * connections that it keeps, and without ever asking twice. The caller closes it.
 */
export async function startRoundRobin() {
  const agent = new Agent({ keepAlive: true })
  const instances = new Map<string, { isReady: boolean; probing: NodeJS.Timeout }>()
  let turn = 0

  const probe = async (url: string): Promise<void> => {
    const isReady = await fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
      ({ ok }) => ok,
      () => false,
    )
    const instance = instances.get(url)
    if (instance) instance.isReady = isReady
  }
  const next = (): string | undefined => {
    const ready = [...instances].filter(([, { isReady }]) => isReady).map(([url]) => url)
    return ready[turn++ % Math.max(1, ready.length)]
  }
  const server = createServer((from, to) => {
    const url = next()
    if (url === undefined) to.writeHead(503).end('Nobody is ready')
    else passOn(from, to, url, agent)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves when the instance is ready. */
    async add(url: string): Promise<void> {
      const probing = setInterval(() => void probe(url), PROBED_EVERY)
      instances.set(url, { isReady: false, probing })
      await probe(url)
    },
    remove(url: string): void {
      clearInterval(instances.get(url)?.probing)
      instances.delete(url)
    },
    async close(): Promise<void> {
      for (const { probing } of instances.values()) clearInterval(probing)
      agent.destroy()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function passOn(from: IncomingMessage, to: ServerResponse, url: string, agent: Agent): void {
  const { hostname: host, port } = new URL(url)
  const { connection: _ours, ...headers } = from.headers
  const onward = request({ agent, host, port, method: from.method, path: from.url, headers })
  onward.once('response', (answer) => {
    const { connection: _theirs, 'keep-alive': _too, ...given } = answer.headers
    to.writeHead(answer.statusCode ?? 502, given)
    answer.pipe(to)
  })
  onward.once('error', ({ message }) => to.writeHead(502).end(message))
  from.pipe(onward)
}
