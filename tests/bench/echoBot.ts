import { CardFactory, type TurnContext } from 'botbuilder'
import { createServer, plugins } from 'restify'
import { BotAdapter } from '../../bot/teams/adapter'
import { channelTokens } from '../../bot/teams/channelToken'
import { BotAuthentication } from '../../bot/teams/connector'
import { createEndpoint } from '../../bot/teams/endpoint'
import { BOT_APP_ID, BotCredentials } from '../support/standIns'
import { TENANT_ID, type TeamsTrial } from '../support/teamsTrial'
import { NOT_MEASURED } from '../support/unobserved'

/** A bot that says everything again, behind the trial's own door: same adapter, guard, tokens and connector. */
export async function startEchoBot({ botFramework, clock }: TeamsTrial) {
  const registration = { kind: 'managedIdentity', appId: BOT_APP_ID, tenant: TENANT_ID } as const
  const endpoint = createEndpoint({
    ...NOT_MEASURED,
    adapter: new BotAdapter({
      registration,
      authentication: new BotAuthentication({ registration, credentials: new BotCredentials() }),
      verify: channelTokens({
        appId: BOT_APP_ID,
        tokens: { issuer: botFramework.issuer, metadata: botFramework.metadata },
        clock,
      }),
    }),
    rules: { kind: 'teams', tenants: [TENANT_ID], services: [/^http:\/\/127\.0\.0\.1:\d+$/] },
    turn: async (context) => {
      await context.sendActivity({ attachments: [echo(context)] })
    },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  const server = createServer()
  server.use(plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', async (request, response) => {
    const body: unknown = request.body
    const answer = await endpoint(request.headers.authorization ?? '', body)
    response.send(answer.status, answer.body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${server.address().port}/api/messages`
  const authorization = `Bearer ${await botFramework.token()}`

  return {
    post: async (activity: unknown) => {
      const headers = { 'content-type': 'application/json', authorization }
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })
      await answer.text()
      return answer.status
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

function echo(context: TurnContext) {
  const { text } = context.activity
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: `You said: ${text}`, wrap: true }],
  })
}
