import {
  blocked,
  comparison,
  goLive,
  late,
  posted,
  recapOf as recapOfWeek,
  slip,
  slippedIn as slippedInWeek,
  week,
} from '#words/recaps'
import type { RecapComparisonJson, RecapLine } from '../../bot/contract/recap'
import type { ProjectFacts } from '../../bot/contract/session'
import type { PlainDate } from '../../bot/domain/time'
import { dateWords, daysBetween, firstName, momentWords, shortDate } from '../look/words'

/* What the recaps page says of which fact. */

const numberOf = (name: string) => Number(name.slice(-2))

/** `Week 46, 2025` where the year is not the other week's. */
export function weekName(name: string, beside: string = name): string {
  return withYear(week.head(numberOf(name)), name, beside)
}

function withYear(words: string, name: string, beside: string): string {
  const year = name.slice(0, 4)
  return year === beside.slice(0, 4) ? words : week.ofYear(words, year)
}

export function recapOf(name: string): string {
  return recapOfWeek(week.head(numberOf(name)))
}

export function comparisonName(from: string, to: string): string {
  return comparison(weekName(from, to), withYear(week.inline(numberOf(to)), to, from))
}

export function slippedIn(name: string): string {
  return slippedInWeek(week.inline(numberOf(name)))
}

/** `+3`, `−2`, `0`; a dash where one of the two has no such number. */
export function changeWords(from: number | null, to: number | null): string {
  if (from === null || to === null) return '–'
  const by = to - from
  if (by === 0) return '0'
  return by > 0 ? `+${by}` : `−${-by}`
}

/** `20 Nov → 25 Nov, +5 d, moved 3 times, in week 46 too`; `before`: the week that is compared with. */
export function slipWords(
  { from, to, moves, again }: RecapComparisonJson['slipped'][number],
  before: string,
): string {
  const againIn = again ? week.inline(numberOf(before)) : null
  return slip(shortDate(from), shortDate(to), daysBetween(from, to), moves, againIn)
}

export function blockedWords(owner: string, days: number, waits: string | null): string {
  return blocked(firstName(owner), days, waits === null ? null : firstName(waits))
}

export function lateWords(owner: string, due: PlainDate, days: number, today: PlainDate): string {
  return late(firstName(owner), dateWords(due, today), days)
}

export function goLiveWords(from: PlainDate | null, to: PlainDate | null, today: PlainDate): string {
  return goLive(from && dateWords(from, today), to && dateWords(to, today))
}

export function postedWords(
  { postedAt, postedBy, editedBy, corrected }: RecapLine,
  { zone, today }: Pick<ProjectFacts, 'zone' | 'today'>,
): string {
  const draft = editedBy && { own: editedBy.id === postedBy?.id, name: editedBy.name }
  return posted(momentWords(postedAt, zone, today), postedBy?.name ?? null, draft, corrected)
}
