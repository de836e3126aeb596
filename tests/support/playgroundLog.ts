import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { z } from 'zod'

/*
 * The Playground tells its page, over a WebSocket, of every call that it made to the bot or got from it. That is
 * the one place where a message to somebody other than the current user can be seen.
 */

const cardAttachment = z.object({ contentType: z.string(), content: z.unknown() })

const entry = z.object({
  type: z.literal('bot'),
  activityName: z.string(),
  conversationId: z.string().optional(),
  messageId: z.string().optional(),
  from: z.string(),
  request: z.object({
    body: z
      .object({
        type: z.string().optional(),
        text: z.string().optional(),
        members: z.array(z.object({ id: z.string() })).optional(),
        attachments: z.array(cardAttachment).optional(),
      })
      .loose()
      .optional(),
  }),
  response: z.object({ statusCode: z.number(), body: z.unknown().optional() }),
})
const frame = z.object({ logAction: z.literal('appendLog'), log: entry })

/** One call between the Playground and the bot, oldest first in the log. */
export type LoggedCall = z.infer<typeof entry>

/** `news` emits `call` for each call that joins the others. */
export type CallLog = { readonly calls: readonly LoggedCall[]; readonly news: EventEmitter }

/** Collects from before the page is loaded on. */
export function listenToLog(page: Page): CallLog {
  const calls: LoggedCall[] = []
  const news = new EventEmitter()
  page.on('websocket', (socket) => {
    if (!socket.url().endsWith('/_ws/log/stream')) return
    socket.on('framereceived', ({ payload }) => {
      const told = frame.safeParse(JSON.parse(payload.toString()))
      if (!told.success) return // A line of text for people.
      calls.push(told.data.log)
      news.emit('call')
    })
  })
  return { calls, news }
}

/** A message of the bot in a 1:1 chat, as it stands now. */
export type ChatMessage = {
  readonly conversationId: string
  readonly messageId: string
  readonly card: unknown
}

/** The newest card of a channel that has the words in its own text, as last edited. */
export function cardInChannel(calls: readonly LoggedCall[], words: string): ChatMessage | undefined {
  const cards = calls.flatMap(({ from, response, messageId, conversationId, request }) => {
    const card = request.body?.attachments?.[0]?.content
    const isPosted = from === 'User Application' && response.statusCode < 300
    if (!isPosted || messageId === undefined || conversationId === undefined || card === undefined) return []
    return [{ conversationId, messageId, card }]
  })
  return cards.findLast(({ card }) => textOf(card).includes(words))
}

/**
 * What the bot sent to a person's own chat, oldest first, each as last edited. The log names the chat of a message that
 * does so itself; an edit is known by its message.
 */
export function messagesTo(calls: readonly LoggedCall[], personId: string): readonly ChatMessage[] {
  const chats = new Set<string>()
  const messages = new Map<string, ChatMessage>()
  for (const call of calls) {
    const { messageId, request } = call
    if (call.from !== 'User Application' || call.response.statusCode >= 300 || messageId === undefined)
      continue
    const member = request.body?.members?.[0]?.id
    if (call.activityName === 'createConversation') {
      if (member === personId) chats.add(messageId)
      continue
    }
    const card = request.body?.attachments?.[0]?.content
    if (card === undefined) continue
    const conversationId = call.conversationId ?? messages.get(messageId)?.conversationId
    if (conversationId !== undefined && chats.has(conversationId)) {
      messages.set(messageId, { conversationId, messageId, card })
    }
  }
  return [...messages.values()]
}

/** A button that sends: its words, and what a press of it carries besides the card's inputs. */
export type Button = { readonly title: string; readonly verb: string; readonly data: object }

const button = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.looseObject({}),
})

/** A card's buttons in the order in which they are read. */
export function buttonsOf(card: unknown): Button[] {
  if (typeof card !== 'object' || card === null) return []
  const own = button.safeParse(card)
  return own.success ? [own.data] : Object.values(card).flatMap(buttonsOf)
}

/** Every text that a card shows, line by line: enough to see what a person reads. */
export function textOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(textOf).filter(Boolean).join('\n')
  if (typeof card !== 'object' || card === null) return ''
  return Object.entries(card)
    .map(([key, value]: [string, unknown]) =>
      (key === 'text' || key === 'title' || key === 'label') && typeof value === 'string'
        ? value
        : textOf(value),
    )
    .filter(Boolean)
    .join('\n')
}
