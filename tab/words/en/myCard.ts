/* The words around the reader's weekly card. */

export const YOUR_CARD = 'Your card'

/** `week`: "Week 47". */
export function cardFor(week: string): string {
  return `Your card for ${week}`
}

export const WHO_SEES = 'Who sees this'

/** `answers`: how many have answered; null before the week is asked. */
export function whatIsSeen(answers: { readonly answered: number; readonly asked: number } | null): string {
  const count = answers ? `: ${answers.answered} of ${answers.asked}` : ''
  return `The card in the channel counts you${count}. Your items and reasons go into the recap. It is the same card as in your chat with Plumbline.`
}

export function nothingAsked(week: string): string {
  return `Nothing is asked of you in ${week.toLowerCase()}`
}

export function noneIsYours(name: string): string {
  return `${name}, none of the open items was yours when the week was asked.`
}

export const NOT_SENT_YET =
  'The cards of this week have not gone out yet. Yours will be here and in your chat with Plumbline.'
