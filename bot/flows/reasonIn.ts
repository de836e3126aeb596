import { cleanText } from '../domain/text'

/** The reason in what was typed, fit to keep in a history; null when there is none. The domain has refused long ones. */
export function reasonIn(typed: string | null): string | null {
  if (typed === null) return null
  const clean = cleanText(typed)
  return clean.kind === 'ok' && clean.text !== '' ? clean.text : null
}
