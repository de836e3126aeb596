import type { FieldValue } from '../domain/history'
import type { Element } from './elements'

/** An Adaptive Card as it is sent. `speak` says it in one line, for notifications and screen readers. */
export type Card = {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly speak: string
  readonly body: readonly Element[]
  readonly msteams?: { readonly width?: 'full'; readonly entities?: readonly MentionEntity[] }
}

/** Somebody whom a card mentions: `id` is the one by which Teams addresses them. */
export type Mentioned = { readonly id: string; readonly name: string }

type MentionEntity = { readonly type: 'mention'; readonly text: string; readonly mentioned: Mentioned }

/** The card with somebody mentioned where its text says `<at>Their Name</at>`. */
export function mentioning(plain: Card, mentioned: Mentioned): Card {
  const entity: MentionEntity = { type: 'mention', text: `<at>${mentioned.name}</at>`, mentioned }
  return { ...plain, msteams: { ...plain.msteams, entities: [entity] } }
}

/** The most that a card may weigh, in bytes of JSON: Teams refuses messages somewhat above 100 KB. */
export const MOST_BYTES = 80_000

/** A card of these elements. `summary` is plain text: no markdown, one line. */
export function card(summary: string, body: readonly Element[], width: 'full' | 'usual' = 'full'): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak: summary,
    body,
    ...(width === 'full' ? { msteams: { width: 'full' } } : {}),
  }
}

/** What a notification says of the card. */
export function summaryOf(card: Card): string {
  return card.speak
}

/** The card that `recapCard` made and storage kept; throws when it is none, because nothing else is stored there. */
export function storedCard(value: FieldValue): Card {
  if (isCard(value)) return value
  throw new TypeError('What was stored as a card is none')
}

/** The card as a value that storage keeps. */
export function fieldValueOf(card: Card): FieldValue {
  return JSON.parse(JSON.stringify(card)) as FieldValue
}

/** Length of the card as it travels, in bytes of UTF-8. */
export function bytesOf(value: unknown): number {
  let bytes = 0
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function isCard(value: unknown): value is Card {
  if (typeof value !== 'object' || value === null) return false
  return (
    'type' in value &&
    value.type === 'AdaptiveCard' &&
    'speak' in value &&
    typeof value.speak === 'string' &&
    'body' in value &&
    Array.isArray(value.body)
  )
}
