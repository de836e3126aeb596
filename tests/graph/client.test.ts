import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TenantId } from '../../bot/domain/ids'
import { createGraphClient } from '../../bot/graph/client'

const TENANT = 'tenant' as TenantId

/** Answers every request with the next of these, and keeps what was asked. */
async function answering(...bodies: readonly ((origin: string) => unknown)[]) {
  const asked: { url: string; authorization: string | undefined }[] = []
  const server: Server = createServer((from, to) => {
    const body = bodies[asked.length]?.(origin()) ?? {}
    asked.push({ url: from.url ?? '', authorization: from.headers.authorization })
    to.setHeader('content-type', 'application/json')
    to.end(JSON.stringify(body))
  })
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const door = { token: () => Promise.resolve('secret'), wait: () => Promise.resolve() }
  return {
    asked,
    client: createGraphClient({ ...door, url: `${origin()}/v1.0` }),
    origin,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

test('a collection is read page by page, as long as its links lead to Graph', async () => {
  const elsewhere = await answering()
  const graph = await answering(
    (origin) => ({ value: [1], '@odata.nextLink': `${origin}/v1.0/teams/x/members?$skiptoken=a%2Fb` }),
    () => ({ value: [2], '@odata.nextLink': `${elsewhere.origin()}/v1.0/teams/x/members` }),
  )
  const list = await graph.client.list({ tenant: TENANT, path: '/teams/x/members', patient: true })
  expect(list).toEqual({ kind: 'listed', items: [1, 2] })
  expect(graph.asked.map(({ url }) => url)).toEqual([
    '/v1.0/teams/x/members',
    '/v1.0/teams/x/members?$skiptoken=a%2Fb',
  ])
  expect(elsewhere.asked).toEqual([])
  await graph.close()
  await elsewhere.close()
})

test('without a token nothing is asked, and nothing is thrown', async () => {
  const graph = await answering()
  const client = createGraphClient({
    url: `${graph.origin()}/v1.0`,
    token: () => Promise.reject(new Error('Entra is down')),
    wait: () => Promise.resolve(),
  })
  const answer = await client.send({ tenant: TENANT, method: 'GET', path: '/teams/x', patient: true })
  expect(answer.kind).toBe('failed')
  expect(graph.asked).toEqual([])
  await graph.close()
})

test('what is no collection is a failure, never an empty list', async () => {
  const graph = await answering(() => ({ hello: 'there' }))
  const list = await graph.client.list({ tenant: TENANT, path: '/teams/x/members', patient: true })
  expect(list.kind).toBe('failed')
  await graph.close()
})
