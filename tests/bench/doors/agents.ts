import {
  authorizeJWT,
  CloudAdapter,
  getAuthConfigWithDefaults,
  type TurnContext,
} from '@microsoft/agents-hosting'
import express, { type Response } from 'express'
import type { AddressInfo } from 'node:net'
import { BOT_APP_ID, BOT_TOKEN } from '../../support/standIns'
import { TENANT_ID } from '../../support/teamsTrial'
import { answerWith, echoOf, groundGiven } from './child'

/* The other yardstick: botbuilder's successor on express, with its own middleware for tokens. */

const { keys } = groundGiven()
const settings = getAuthConfigWithDefaults({ clientId: BOT_APP_ID, tenantId: TENANT_ID, authority: keys })
const adapter = new CloudAdapter(settings)
// Nobody gives tokens out here: the bot's own one costs nothing, as it does behind the other two doors.
const given = { getAccessToken: () => Promise.resolve(BOT_TOKEN) }
for (const name of ['getTokenProvider', 'getTokenProviderFromActivity'] as const) {
  Object.assign(adapter.connectionManager, { [name]: () => given })
}
const app = express()
app.use(express.json())
app.use(authorizeJWT(settings) as never)
app.post('/api/messages', (request, response: Response) => {
  void adapter.process(request, response as never, echo)
})
const server = app.listen(0, '127.0.0.1', () => answerWith((server.address() as AddressInfo).port))

async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity
  const value: unknown = context.activity.value
  await context.sendActivity(
    type === 'invoke'
      ? ({
          type: 'invokeResponse',
          value: { status: 200, body: { text: echoOf(JSON.stringify(value)) } },
        } as never)
      : echoOf(text),
  )
}
