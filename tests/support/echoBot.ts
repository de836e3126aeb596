import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  TurnContext,
  type Activity,
  type Attachment,
  type Request,
  type Response,
} from 'botbuilder'
import { createServer, plugins, type Next } from 'restify'

/*
 * Stands in for the service where a test is about the runner or about driving the Playground: it answers every
 * message with a card that says it again, with a text input and a button; "tell <first name>" writes to that
 * person's own chat. "die" ends the process.
 */

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = createServer()
server.use(plugins.bodyParser())

server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response as Response, answer)
})
server.get('/healthz', sayOk)
server.get('/readyz', sayOk)
server.listen(Number(process.env['PORT']), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))

async function answer(context: TurnContext): Promise<void> {
  const { activity } = context
  if (activity.type === 'invoke') return confirm(context)
  if (activity.type !== 'message') return
  const said = TurnContext.removeRecipientMention(activity).trim()
  if (said === 'die') {
    console.log('Goodbye from the echo bot')
    process.exit(3)
  }
  if (said.startsWith('tell ')) await tell(context, said.slice('tell '.length))
  await context.sendActivity({ attachments: [card(`You said: ${said}`)] })
}

/** Answers the button in both ways that a bot should: the invoke itself, and the message edited in place. */
async function confirm(context: TurnContext): Promise<void> {
  const { activity } = context
  const answered = card(`You answered: ${JSON.stringify(activity.value)}`)
  const body = {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: answered.content as unknown,
  }
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
  const edited: Partial<Activity> = { type: 'message', attachments: [answered] }
  if (activity.replyToId !== undefined) await context.updateActivity({ ...edited, id: activity.replyToId })
}

async function tell(context: TurnContext, firstName: string): Promise<void> {
  const { members } = await TeamsInfo.getPagedMembers(context)
  const person = members.find(({ name }) => name.startsWith(firstName))
  if (person === undefined) return
  const { serviceUrl, recipient, conversation } = context.activity
  const tenantId = conversation.tenantId ?? ''
  await adapter.createConversationAsync(
    '',
    'msteams',
    serviceUrl,
    '',
    {
      isGroup: false,
      bot: recipient,
      members: [person],
      tenantId,
      activity: {} as Activity,
      channelData: {},
    },
    async (chat) => {
      await chat.sendActivity({ attachments: [card(`For you, ${person.name}`)] })
    },
  )
}

function card(text: string): Attachment {
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text, wrap: true },
      { type: 'Input.Text', id: 'why', label: 'Why' },
    ],
    actions: [{ type: 'Action.Execute', title: 'Answer', verb: 'answer', data: { item: 'A-1' } }],
  })
}

function sayOk(_request: unknown, response: { send(code: number): void }, next: Next): void {
  response.send(200)
  next()
}
