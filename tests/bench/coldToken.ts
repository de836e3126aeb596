import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector'
import { setTimeout as wait } from 'node:timers/promises'
import { BotAdapter } from '../../bot/teams/adapter'
import { BotAuthentication } from '../../bot/teams/connector'
import { BOT_TOKEN } from '../support/standIns'
import { TENANT_ID, type TeamsTrial } from '../support/teamsTrial'
import { tableOf } from './numbers'

const AT_ONCE = 50
/** How long a token takes to come, in ms. */
const TAKES = 20

/** How often the bot asks for its own token when fifty messages find none: of our adapter, and of the stock one. */
export async function countTokens({ connector }: TeamsTrial): Promise<string> {
  const chat = connector.chatWith({ id: 'user-id-0', name: 'Alex', aadObjectId: '', email: '' })
  const { serviceUrl } = connector

  const ours = new CountedCredentials('our-bot')
  const registration = { kind: 'managedIdentity', appId: 'our-bot', tenant: TENANT_ID } as const
  const authentication = new BotAuthentication({ registration, credentials: ours })
  const verify = () => Promise.resolve({ kind: 'trusted' } as const)
  const adapter = new BotAdapter({ registration, authentication, verify })
  await atOnce(async () => {
    const client = await adapter.connectTo(serviceUrl)
    await client.conversations.sendToConversation(chat, { type: 'message', text: 'Hello' })
  })

  const theirs = new CountedCredentials('stock-bot')
  const stock = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: 'stock-bot' }, theirs),
  )
  const conversation = { id: chat, isGroup: false, conversationType: 'personal', name: '' }
  const reference = { bot: { id: 'the-bot', name: '' }, channelId: 'msteams', conversation, serviceUrl }
  await atOnce(() =>
    stock.continueConversationAsync('stock-bot', reference, async (context) => {
      await context.sendActivity('Hello')
    }),
  )
  return tableOf([
    [`${AT_ONCE} messages at once, from cold`, 'requests for a token'],
    ['our adapter', ours.requests],
    ['botbuilder', theirs.requests],
  ])
}

async function atOnce(send: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, send))
}

class CountedCredentials extends ServiceClientCredentialsFactory {
  requests = 0

  constructor(private readonly appId: string) {
    super()
  }

  override isValidAppId(appId: string) {
    return Promise.resolve(appId === this.appId)
  }

  override isAuthenticationDisabled() {
    return Promise.resolve(false)
  }

  override createCredentials(appId: string, audience: string | undefined) {
    return Promise.resolve(new SlowCredentials(appId, audience, () => void (this.requests += 1)))
  }
}

class SlowCredentials extends AppCredentials {
  constructor(
    appId: string,
    audience: string | undefined,
    private readonly asked: () => void,
  ) {
    super(appId, undefined, audience)
  }

  protected override async refreshToken() {
    this.asked()
    await wait(TAKES)
    return { accessToken: BOT_TOKEN, expiresOn: new Date(Date.now() + 3_600_000) } as never
  }
}
