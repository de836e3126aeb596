import { AzureNamedKeyCredential, generateAccountSas } from '@azure/data-tables'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { makeCertificate } from './certificate'

/** Names as an account's are, for the account stands in them; nobody resolves them. */
const HOSTS = { tables: 'plumbline.table.storage.example', queues: 'plumbline.queue.storage.example' }

/** To be required by whoever asks: those names lead to this machine. */
export const NAMES = `
const dns = require('node:dns')
const { lookup } = dns
dns.lookup = (host, ...rest) => lookup(host.endsWith('.storage.example') ? '127.0.0.1' : host, ...rest)
`

export type AzureStandIn = Awaited<ReturnType<typeof startAzureStandIn>>

/**
 * What the service finds around it in App Service: the address at which its managed identity gets tokens, and storage
 * that takes nothing but those, by https. Behind it Azurite keeps what is written. The caller closes it.
 */
export async function startAzureStandIn({ client, tables, queues }: Given) {
  const { key, certificate } = makeCertificate([HOSTS.tables, HOSTS.queues])
  const secret = 'secret-of-the-site'
  const token = 'token-of-the-identity'
  const asked: string[] = []
  let isAway = false

  const identity = createServer((req, res) => {
    const wanted = new URL(req.url ?? '/', 'http://127.0.0.1').searchParams
    const isFine = req.headers['x-identity-header'] === secret && wanted.get('client_id') === client
    asked.push(wanted.get('resource') ?? '')
    const expires = String(Math.floor(Date.now() / 1_000) + 86_400)
    res.writeHead(isFine ? 200 : 401, { 'content-type': 'application/json' })
    res.end(JSON.stringify(isFine ? { access_token: token, expires_on: expires, token_type: 'Bearer' } : {}))
  })
  const front = (upstream: string) => {
    const azurite = Azurite.behind(upstream)
    return createSecureServer({ key, cert: certificate }, (from, to) => {
      if (isAway || from.headers.authorization !== `Bearer ${token}`) {
        to.statusCode = isAway ? 503 : 403
        to.end()
        return
      }
      passOn(from, to, azurite)
    })
  }
  const servers = { identity, tables: front(tables), queues: front(queues) }
  await Promise.all(Object.values(servers).map(listening))

  return {
    /** PEM, as Node takes it by NODE_EXTRA_CA_CERTS. */
    certificate,
    /** What App Service puts into the environment of a site with an identity. */
    environment: {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${portOf(identity)}/msi/token`,
      IDENTITY_HEADER: secret,
    },
    tablesUrl: `https://${HOSTS.tables}:${portOf(servers.tables)}`,
    queuesUrl: `https://${HOSTS.queues}:${portOf(servers.queues)}`,
    /** For which resources tokens were asked. */
    asked,
    /** Whether storage answers 503 from now on. */
    fail: (fails: boolean) => void (isAway = fails),
    close: () =>
      Promise.all(
        Object.values(servers).map(async (server) => {
          server.close()
          server.closeAllConnections()
          await once(server, 'close')
        }),
      ),
  }
}

/** The identity's client id, and the connection strings of Azurite. */
type Given = { readonly client: string; readonly tables: string; readonly queues: string }

const EVERYTHING = {
  query: true,
  write: true,
  delete: true,
  list: true,
  add: true,
  create: true,
  update: true,
  process: true,
}

/** Where Azurite is, and the signature that it takes instead of a token. */
class Azurite {
  static behind(connection: string): Azurite {
    const valueOf = (name: string) => new RegExp(`${name}=([^;]+)`).exec(connection)?.[1] ?? ''
    const account = valueOf('AccountName')
    const signature = generateAccountSas(new AzureNamedKeyCredential(account, valueOf('AccountKey')), {
      permissions: EVERYTHING,
      services: { table: true, queue: true },
      resourceTypes: 'sco',
      expiresOn: new Date(Date.now() + 86_400_000),
    })
    return new Azurite(Number(new URL(valueOf('(?:Table|Queue)Endpoint')).port), account, signature)
  }

  private constructor(
    readonly port: number,
    private readonly account: string,
    private readonly signature: string,
  ) {}

  /** The address by which it knows what the service asks of its account. */
  pathOf(asked: string): string {
    const { pathname, search } = new URL(asked, 'https://127.0.0.1')
    return `/${this.account}${pathname}${search === '' ? '?' : `${search}&`}${this.signature}`
  }
}

function passOn(from: IncomingMessage, to: ServerResponse, azurite: Azurite): void {
  const { authorization: _token, host: _host, ...headers } = from.headers
  const path = azurite.pathOf(from.url ?? '/')
  const onward = request({ host: '127.0.0.1', port: azurite.port, method: from.method, path, headers })
  onward.once('response', (answer) => {
    to.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(to)
  })
  onward.once('error', () => to.destroy())
  from.pipe(onward)
}

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
