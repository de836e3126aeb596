import type { TurnContext } from 'botbuilder'
import { createApi } from '../../../bot/api/server'
import type { ApiDeps } from '../../../bot/api/deps'
import { NO_LINKS } from '../../../bot/cards/reader'
import { fromEpochMs } from '../../../bot/domain/time'
import type { Clock } from '../../../bot/flows/ports'
import { BotAdapter } from '../../../bot/teams/adapter'
import { channelTokens } from '../../../bot/teams/channelToken'
import { BotAuthentication } from '../../../bot/teams/connector'
import { createEndpoint } from '../../../bot/teams/endpoint'
import { BOT_APP_ID, BotCredentials } from '../../support/standIns'
import { TAB_FOLDER } from '../../support/servedTab'
import { TENANT_ID } from '../../support/teamsTrial'
import { answerWith, echoOf, groundGiven } from './child'
import { NOT_MEASURED } from '../../support/unobserved'

/* The service's whole door, as in production: HTTP server, guard, tokens, adapter, connector. Its turn is an echo. */

const { issuer, metadata, serviceUrl } = groundGiven()
const clock: Clock = { now: () => fromEpochMs(Date.now()) }
const silent = () => undefined
const log = { info: silent, warn: silent, error: silent }
const registration = { kind: 'managedIdentity', appId: BOT_APP_ID, tenant: TENANT_ID } as const
const adapter = new BotAdapter({
  registration,
  authentication: new BotAuthentication({ registration, credentials: new BotCredentials() }),
  verify: channelTokens({ appId: BOT_APP_ID, tokens: { issuer, metadata }, clock }),
})
const messages = createEndpoint({
  ...NOT_MEASURED,
  adapter,
  rules: { kind: 'teams', tenants: [TENANT_ID], services: [/^http:\/\/127\.0\.0\.1:\d+$/] },
  turn: echo,
  clock,
  log,
})
const unused = {} as ApiDeps
const server = createApi({
  ...unused,
  ...NOT_MEASURED,
  clock,
  messages,
  local: null,
  tabSignIn: null,
  isEnding: () => false,
  links: NO_LINKS,
  tabFolder: TAB_FOLDER,
  log,
  newReference: () => 'R-1',
})
server.listen(0, '127.0.0.1', () =>
  answerWith(server.address().port, async () => {
    const connector = await adapter.connectTo(serviceUrl)
    await connector.conversations.sendToConversation('a-chat', { type: 'message', text: echoOf('nothing') })
  }),
)

async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity
  const value: unknown = context.activity.value
  await context.sendActivity(
    type === 'invoke'
      ? { type: 'invokeResponse', value: { status: 200, body: { text: echoOf(JSON.stringify(value)) } } }
      : echoOf(text),
  )
}
