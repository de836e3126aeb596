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

/** Collects from before the page is loaded on. */
export function listenToLog(page: Page): readonly LoggedCall[] {
  const calls: LoggedCall[] = []
  page.on('websocket', (socket) => {
    if (!socket.url().endsWith('/_ws/log/stream')) return
    socket.on('framereceived', ({ payload }) => {
      const told = frame.safeParse(JSON.parse(payload.toString()))
      if (told.success) calls.push(told.data.log) // Others are lines of text for people.
    })
  })
  return calls
}

/** A message of the bot in a 1:1 chat, as it stands now. */
export type ChatMessage = {
  readonly conversationId: string
  readonly messageId: string
  readonly card: unknown
}

/** What the bot sent to a person's own chat, oldest first, each as last edited. */
export function messagesTo(calls: readonly LoggedCall[], personId: string): readonly ChatMessage[] {
  const chats = new Set(
    calls
      .filter(
        ({ activityName, request }) =>
          activityName === 'createConversation' && request.body?.members?.[0]?.id === personId,
      )
      .map(({ messageId }) => messageId),
  )
  const messages = new Map<string, ChatMessage>()
  for (const { conversationId, messageId, from, request, response } of calls) {
    const card = request.body?.attachments?.[0]?.content
    if (from !== 'User Application' || response.statusCode >= 300 || card === undefined) continue
    if (conversationId === undefined || messageId === undefined || !chats.has(conversationId)) continue
    messages.set(messageId, { conversationId, messageId, card })
  }
  return [...messages.values()]
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
