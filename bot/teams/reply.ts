import { ActivityTypes, type TurnContext } from 'botbuilder'
import type { Card } from '../cards/card'
import type { MessageRef } from '../domain/cycle'
import { cardActivity } from './cardActivity'

/** Answers in the conversation with a card. Null where the client gave its message no id. */
export async function replyWith(context: TurnContext, card: Card): Promise<MessageRef | null> {
  const sent = await context.sendActivity(cardActivity(card))
  return sent?.id ? { conversation: context.activity.conversation.id, message: sent.id } : null
}

/** Puts a card in place of the one that was acted on, for everybody and for good. */
export async function replaceCard(context: TurnContext, message: string, card: Card): Promise<void> {
  await context.updateActivity({
    ...cardActivity(card),
    id: message,
    conversation: context.activity.conversation,
  })
}

/** The answer to a tapped button: the card that its sender sees in its place. */
export async function answerTap(context: TurnContext, card: Card): Promise<void> {
  await answerInvoke(context, 'application/vnd.microsoft.card.adaptive', card)
}

/** The answer to a tapped button whose card stays as it is: one line. */
export async function answerTapInWords(context: TurnContext, words: string): Promise<void> {
  await answerInvoke(context, 'application/vnd.microsoft.activity.message', words)
}

async function answerInvoke(context: TurnContext, type: string, value: unknown): Promise<void> {
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: { statusCode: 200, type, value } },
  })
}
