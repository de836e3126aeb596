/* The words around the reader's weekly card. */

export const YOUR_CARD = 'Ihre Karte'

/** `week`: "Woche 47". */
export function cardFor(week: string): string {
  return `Ihre Karte für ${week}`
}

export const WHO_SEES = 'Wer das sieht'

/** `answers`: how many have answered; null before the week is asked. */
export function whatIsSeen(answers: { readonly answered: number; readonly asked: number } | null): string {
  const count = answers ? `: ${answers.answered} von ${answers.asked}` : ''
  return `Die Karte im Kanal zählt Sie mit${count}. Ihre Aufgaben und Gründe kommen in den Wochenbericht. Es ist dieselbe Karte wie in Ihrem Chat mit Plumbline.`
}

export function nothingAsked(week: string): string {
  return `In ${week} gibt es keine Frage an Sie`
}

export function noneIsYours(name: string): string {
  return `${name}, als gefragt wurde, war keine der offenen Aufgaben bei Ihnen.`
}

export const NOT_SENT_YET =
  'Die Karten dieser Woche sind noch nicht verschickt. Ihre steht dann hier und in Ihrem Chat mit Plumbline.'
