import type { Recap, RecapPart } from '../domain/recap'
import { dateIn } from '../domain/time'
import { momentWords } from './dates'
import { oneLine } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** "Corrected Fri 27 Nov, 16:10 by Alex Wilber: headline", in plain words; null while a recap stands as it was posted. */
export function correctedWords(recap: Recap, locale: string): string | null {
  const w = wordsOf({ locale })
  const note = recap.corrected
  if (!note) return null
  const calendar = calendarOf(dateIn(recap.asOf, recap.zone), { locale })
  const when = momentWords(note.at, recap.zone, calendar)
  return w.recap.corrected(note.times, when, oneLine(note.by.name, 80), partWords(note.parts, recap, w))
}

/** What of a recap was put right: "headline and colour of Training". */
export function partWords(
  parts: readonly RecapPart[],
  { workstreams }: Pick<Recap, 'workstreams'>,
  w: Words,
): string {
  return w.recap.parts(
    parts.map((part) => {
      if (part === 'headline') return w.recap.part.headline
      if (part === 'note') return w.recap.part.note
      if (part === 'overall') return w.recap.part.overall
      return w.recap.colourOf(oneLine(workstreams.find(({ id }) => id === part)?.name ?? part, 80))
    }),
  )
}
