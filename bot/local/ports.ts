import { createServer, type Server } from 'node:net'

/** `::1` too: where `localhost` means that first, a stranger there would be asked instead of us. */
const LOOPBACKS = ['127.0.0.1', '::1']

/** Whether nobody listens on a port of this machine's loopback addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of LOOPBACKS) {
    const bound = await bind(port, host)
    if (bound === 'taken') return false
    if (bound !== 'noSuchAddress') await close(bound)
  }
  return true
}

/** So many different ports that are free now. Another process may take one before it is used. */
export async function findFreePorts(count: number): Promise<number[]> {
  const bound = await Promise.all(Array.from({ length: count }, () => bind(0, '127.0.0.1')))
  return Promise.all(
    bound.map(async (server) => {
      const address = typeof server === 'string' ? null : server.address()
      if (typeof server === 'string' || typeof address !== 'object' || address === null) {
        throw new Error('The loopback address has no free port')
      }
      await close(server)
      return address.port
    }),
  )
}

function bind(port: number, host: string): Promise<Server | 'taken' | 'noSuchAddress'> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1. Anything else, "permission denied" too, means that we can't have it.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? 'noSuchAddress' : 'taken')
    })
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
