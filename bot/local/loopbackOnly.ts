import { Server } from 'node:net'

/*
 * Loaded before the Playground's own code, which listens on all addresses and has no option for it: whoever is on
 * the same network could then chat as the current user.
 */

const listen: unknown = Reflect.get(Server.prototype, 'listen')
if (typeof listen !== 'function') throw new Error('net.Server has no listen')

Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  const [port, ...rest] = args
  const onLoopback = typeof port === 'number' && typeof rest[0] !== 'string'
  Reflect.apply(listen, this, onLoopback ? [port, '127.0.0.1', ...rest] : args)
  return this
}
