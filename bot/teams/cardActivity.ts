import { ActivityTypes, CardFactory, type Activity } from 'botbuilder'
import { summaryOf, type Card } from '../cards/card'

/** A message that is one card and nothing else: with text beside it Teams splits it and returns no id. */
export function cardActivity(card: Card): Activity {
  return {
    type: ActivityTypes.Message,
    summary: summaryOf(card),
    attachments: [CardFactory.adaptiveCard(card)],
  } as Activity
}
