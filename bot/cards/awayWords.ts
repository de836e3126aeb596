import type { AwayLine } from '../domain/channelWeek'
import { dateWords, type Calendar } from './dates'
import { counted, listed, plain } from './text'

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
  const named = away.flatMap(({ came, who }) => (who ? [sentence(came, who, calendar, say)] : []))
  const more = named.length - MOST_NAMED
  const unnamed = away.filter(({ who }) => who === null)
  return [
    ...named.slice(0, MOST_NAMED),
    ...(more > 0
      ? [`${counted(more, 'more person', 'more people')} ${more === 1 ? 'is' : 'are'} away.`]
      : []),
    ...(unnamed.length > 0 ? [countedSentence(unnamed)] : []),
  ]
}

function sentence(
  came: AwayLine['came'],
  who: NonNullable<AwayLine['who']>,
  calendar: Calendar,
  say: SayName,
): string {
  const start = `${say(who.person.name)} is away until ${dateWords(who.until, calendar)}`
  const delegate = who.inPlace ? say(who.inPlace.name) : null
  if (came === 'nobody' || delegate === null) return `${start}; nobody was asked in their place.`
  return came === 'answered'
    ? `${start}; ${delegate} answered in their place.`
    : `${start}; ${delegate} is asked in their place.`
}

function countedSentence(away: readonly AwayLine[]): string {
  const count = (came: AwayLine['came']) => away.filter((line) => line.came === came).length
  const people = `${counted(away.length, 'person', 'people')} ${away.length === 1 ? 'is' : 'are'} away`
  if (away.length === 1) return `${people}; ${WAYS[away[0]?.came ?? 'nobody']} in their place.`
  const parts = (['answered', 'silent', 'nobody'] as const).flatMap((came) =>
    count(came) === 0 ? [] : [`${WAYS[came]} for ${count(came)}`],
  )
  return `${people}: ${listed(parts)}.`
}

const WAYS: Readonly<Record<AwayLine['came'], string>> = {
  answered: 'somebody else answered',
  silent: 'somebody else is asked',
  nobody: 'nobody was asked',
}
