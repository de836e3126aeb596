import { createServer } from 'node:net'

/** `::1` too: where `localhost` means that first, a stranger there would be asked instead of us. */
const LOOPBACKS = ['127.0.0.1', '::1']

/** Whether nobody listens on a port of this machine's loopback addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of LOOPBACKS) {
    const bound = await bind(port, host)
    if (bound === 'taken') return false
  }
  return true
}

/** A port that is free now. Another process may take it before it is used. */
export async function findFreePort(): Promise<number> {
  const bound = await bind(0, '127.0.0.1')
  if (typeof bound !== 'number') throw new Error('No free port on the loopback address')
  return bound
}

function bind(port: number, host: string): Promise<number | 'taken' | 'noSuchAddress'> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1. Anything else, "permission denied" too, means that we can't have it.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? 'noSuchAddress' : 'taken')
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 'taken'))
    })
  })
}
