import type { Recap, RecapPart } from '../domain/recap'
import { dateIn } from '../domain/time'
import { momentWords } from './dates'
import { listed, oneLine } from './text'
import { calendarOf } from './words'

/** "Corrected Fri 27 Nov, 16:10 by Alex Wilber: headline", in plain words; null while a recap stands as it was posted. */
export function correctedWords(recap: Recap, locale: string): string | null {
  const note = recap.corrected
  if (!note) return null
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), { locale })
  const when = momentWords(note.at, recap.zone, calendar)
  const often = note.times === 1 ? '' : note.times === 2 ? 'twice, last ' : `${note.times} times, last `
  return `Corrected ${often}${when} by ${oneLine(note.by.name, 80)}: ${partWords(note.parts, recap)}`
}

/** What of a recap was put right: "headline and colour of Training". */
export function partWords(parts: readonly RecapPart[], { workstreams }: Pick<Recap, 'workstreams'>): string {
  return listed(
    parts.map((part) => {
      if (part === 'headline' || part === 'note') return part
      if (part === 'overall') return 'overall colour'
      return `colour of ${oneLine(workstreams.find(({ id }) => id === part)?.name ?? part, 80)}`
    }),
    25,
  )
}
