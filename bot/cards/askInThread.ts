import { isOpen } from '../domain/actionItem'
import type { WeeklyView } from '../flows/outcome'
import { execute } from './actions'
import { card, mentioning, type Card, type Mentioned } from './card'
import { weekWords } from './dates'
import { body, buttons, dotted, eyebrow, openUrl, title } from './parts'
import type { Reader } from './reader'
import { mentionable, plain } from './text'
import { wordsOf } from './words/wordsOf'

/** Asks somebody whose 1:1 chat can't be reached, by a mention in the week's thread. */
export function askInThreadCard(view: WeeklyView, mentioned: Mentioned, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, week, rows } = view
  const items = rows.filter(({ item, answer }) => isOpen(item) && answer === null).length
  const name = mentionable(mentioned.name)
  const asking = card(w.weekly.howAreYoursInline(name, items), [
    eyebrow(dotted(plain(project.name, 80), weekWords(week, w))),
    title(w.weekly.howAreYours(items)),
    body(w.weekly.askedHere(`<at>${name}</at>`)),
    ...buttons([
      execute(w.weekly.answerMine, 'week.show', { project: project.id, week }),
      openUrl(w.weekly.openCard, reader.links.tab(project.id, { page: 'mine' })),
    ]),
  ])
  return mentioning(asking, { ...mentioned, name })
}
