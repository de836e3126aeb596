import type { AwayLine } from '../domain/channelWeek'
import { dateWords, type Calendar } from './dates'
import { plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

/** Named people before the rest is counted. */
const MOST_NAMED = 8

/** How a name is written: with its marks made harmless where marks count, as on a card. */
type SayName = (name: string) => string

/** Who is away in a week and what came of their items, a sentence each; one that counts where the project does not name. */
export function awaySentences(
  away: readonly AwayLine[],
  calendar: Calendar,
  say: SayName = (name) => plain(name, 80),
): readonly string[] {
  const w = wordsOf(calendar)
  const named = away.flatMap(({ came, who }) => (who ? [sentence(came, who, calendar, say)] : []))
  const more = named.length - MOST_NAMED
  const unnamed = away.filter(({ who }) => who === null)
  return [
    ...named.slice(0, MOST_NAMED),
    ...(more > 0 ? [w.away.moreAway(more)] : []),
    ...(unnamed.length > 0 ? [countedSentence(unnamed, w)] : []),
  ]
}

function sentence(
  came: AwayLine['came'],
  who: NonNullable<AwayLine['who']>,
  calendar: Calendar,
  say: SayName,
): string {
  const w = wordsOf(calendar)
  const delegate = came !== 'nobody' && who.inPlace ? say(who.inPlace.name) : null
  return w.away.isAway(say(who.person.name), dateWords(who.until, calendar), delegate, came === 'answered')
}

function countedSentence(away: readonly AwayLine[], w: Words): string {
  const count = (came: AwayLine['came']) => away.filter((line) => line.came === came).length
  if (away.length === 1) return w.away.oneAway(w.away.ways[away[0]?.came ?? 'nobody'])
  const parts = (['answered', 'silent', 'nobody'] as const).flatMap((came) =>
    count(came) === 0 ? [] : [w.away.wayFor(w.away.ways[came], count(came))],
  )
  return w.away.someAway(away.length, parts)
}
