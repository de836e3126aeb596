import { createServer } from 'node:net'

/** `::1` too: where `localhost` means that first, a stranger there would be asked instead of us. */
const LOOPBACKS = ['127.0.0.1', '::1']

/** Whether nobody listens on a port of this machine's loopback addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of LOOPBACKS) {
    if (!(await canListen(port, host))) return false
  }
  return true
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1. Anything else, "permission denied" too, means that we can't have it.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
    })
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
