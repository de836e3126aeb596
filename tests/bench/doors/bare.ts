import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerWith, echoOf } from './child'

/*
 * The floor under every door: Node's HTTP server, which reads a tap and answers it, and neither asks who sent it nor
 * runs a turn. What it costs, no bot on Node can go below.
 */

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.once('end', () => {
    const { value } = JSON.parse(Buffer.concat(chunks).toString()) as { value: unknown }
    const body = JSON.stringify({ text: echoOf(JSON.stringify(value)) })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => answerWith((server.address() as AddressInfo).port))
