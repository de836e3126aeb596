import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { createServer, plugins } from 'restify'
import { BOT_APP_ID, BotCredentials } from '../../support/standIns'
import { answerWith, echoOf, groundGiven } from './child'

/* The yardstick: restify and botbuilder's own CloudAdapter, as its samples put them together. */

const { issuer, metadata, serviceUrl } = groundGiven()
const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: BOT_APP_ID,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
  },
  new BotCredentials(),
)
const adapter = new CloudAdapter(authentication)
const server = createServer()
server.use(plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response, echo)
})
server.listen(0, '127.0.0.1', () =>
  answerWith(server.address().port, () =>
    adapter.continueConversationAsync(
      BOT_APP_ID,
      {
        bot: { id: 'the-bot', name: 'The bot' },
        channelId: 'msteams',
        conversation: { id: 'a-chat', isGroup: false, conversationType: 'personal', name: '' },
        serviceUrl,
      },
      async (context) => {
        await context.sendActivity(echoOf('nothing'))
      },
    ),
  ),
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
