import * as z from 'zod/mini'
import { card, weekId } from './common'

/** The reader's weekly card; null when they were not asked this week. */
export const myCard = z.readonly(z.object({ week: weekId, card: z.nullable(card) }))
export type MyCard = z.infer<typeof myCard>

/** A button of a card, pressed: its verb, and its data with the card's inputs laid over. */
export const cardPress = z.object({
  verb: z.string().check(z.maxLength(100)),
  data: z.unknown(),
})
export type CardPress = z.infer<typeof cardPress>
