import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerWith } from './child'

/* As little of a connector as takes messages: what a bot's turn costs shall be the bot's. */

let messages = 0
const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    messages += 1
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: String(messages) }))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => answerWith((server.address() as AddressInfo).port))
