import type { Trouble } from '../domain/trouble'
import type { TroubleView } from '../flows/outcome'
import { card, type Card } from './card'
import { dateWords } from './dates'
import type { Element } from './elements'
import { body, buttons, dotted, eyebrow, heading, section, small, title } from './parts'
import { raisingButton, raisingWords } from './raisingCards'
import type { Reader } from './reader'
import { showButton, troubleRow } from './troubleRow'
import { oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** More would be a list and no message: the lists have them all. */
const MOST_ROWS = 12

/** Tells the lead, in their 1:1 chat, what is over the limits: what is new first, then what was raised before. */
export function digestCard(view: TroubleView, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, fresh, known } = view
  const words = w.trouble.newThings(fresh.length)
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(dotted(plain(project.name, 80), dateWords(view.today, calendarOf(view.today, reader)))),
    title(words),
    ...rows(view, known.length > 0, reader),
    section([small(raisingWords(view.raising, w))]),
    ...actions(view, w),
  ])
}

/** What would be raised now, to the lead who asked. */
export function troubleCard(view: TroubleView, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, known } = view
  const words = known.length === 0 ? w.trouble.nothingOver : w.trouble.things(known.length)
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(dotted(plain(project.name, 80), w.trouble.asItStands)),
    title(words),
    ...(known.length === 0 ? [body(w.trouble.nobodyToday)] : []),
    ...rows(view, false, reader),
    section([small(raisingWords(view.raising, w))]),
    ...actions(view, w),
  ])
}

function rows({ project, today, fresh, known }: TroubleView, inTwo: boolean, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const calendar = calendarOf(today, reader)
  const shown = (troubles: readonly Trouble[], most: number) =>
    troubles.slice(0, most).map((trouble) => troubleRow(trouble, project, calendar))
  const left = Math.max(0, MOST_ROWS - fresh.length)
  const past = fresh.length + known.length - MOST_ROWS
  return [
    ...(inTwo ? [heading(w.trouble.new, 'medium')] : []),
    ...shown(fresh, MOST_ROWS),
    ...(inTwo && left > 0 ? [heading(w.trouble.raisedBefore, 'medium')] : []),
    ...shown(known, left),
    ...(past > 0 ? [small(w.trouble.more(past), 'small')] : []),
  ]
}

/** The records of what is worst, each once, and the settings. */
function actions({ project, fresh, known }: TroubleView, w: Words): Element[] {
  const shows = [...fresh, ...known].map((trouble) => showButton(trouble, project, w.trouble.show))
  const distinct = [...new Map(shows.map((button) => [button.title, button])).values()]
  return buttons([...distinct.slice(0, 2), raisingButton(project.id, w)])
}
