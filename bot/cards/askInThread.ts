import { isOpen } from '../domain/actionItem'
import type { WeeklyView } from '../flows/outcome'
import { execute } from './actions'
import { card, mentioning, type Card, type Mentioned } from './card'
import { weekWords } from './dates'
import { body, buttons, dotted, eyebrow, openUrl, title } from './parts'
import type { Reader } from './reader'
import { counted, mentionable, plain } from './text'

/** Asks somebody whose 1:1 chat can't be reached, by a mention in the week's thread. */
export function askInThreadCard(view: WeeklyView, mentioned: Mentioned, reader: Reader): Card {
  const { project, week, rows } = view
  const items = counted(rows.filter(({ item, answer }) => isOpen(item) && answer === null).length, 'item')
  const name = mentionable(mentioned.name)
  const asking = card(`${name}: how are your ${items}?`, [
    eyebrow(dotted(plain(project.name, 80), weekWords(week))),
    title(`How are your ${items}?`),
    body(`<at>${name}</at>, I could not reach you in a chat of our own, so I ask here.`),
    ...buttons([
      execute('Answer my items', 'week.show', { project: project.id, week }),
      openUrl('Open my card', reader.links.tab(project.id, { page: 'mine' })),
    ]),
  ])
  return mentioning(asking, { ...mentioned, name })
}
