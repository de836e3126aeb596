import type { Owed } from '../domain/mine'
import { byLatestTrouble } from '../domain/mine'
import type { Own } from '../flows/ownIn'
import type { ProjectHead } from '../flows/projectHead'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { issueRow, itemRow } from './lists'
import { buttons, eyebrow, openUrl, row, section, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf } from './words/wordsOf'

/** Rows of the card, and projects that can be looked at alone. */
const MOST_ROWS = 10
const MOST_PROJECTS = 6

type InProject = Own & { readonly project: ProjectHead }

/** What one person has to do in all their projects: cards that wait first, then the newest trouble. */
export function ownEverywhereCard(own: readonly InProject[], reader: Reader): Card {
  const w = wordsOf(reader)
  const all = own
    .flatMap(({ project, owed }) => owed.map((one) => ({ project, one })))
    .toSorted((a, b) => byLatestTrouble(a.one, b.one))
  const shown = all.slice(0, MOST_ROWS)
  const words = all.length === 0 ? w.lists.nothingForYou : w.lists.waitForYou(all.length)
  const span =
    shown.length === all.length ? w.lists.all(all.length) : w.lists.span(1, shown.length, all.length)
  return card(words, [
    eyebrow(w.lists.yourProjects(own.length)),
    title(words),
    ...own.flatMap((one) => cardRow(one, reader)),
    ...shown.map(({ project, one }) => owedRow(project, one, reader)),
    ...(all.length > 0 ? [section([small(w.lists.newestTrouble(span))])] : []),
    ...buttons([
      ...(all.length > MOST_ROWS ? own.slice(0, MOST_PROJECTS) : []).map(({ project: { id, name } }) =>
        execute(w.lists.only(oneLine(name, 40)), 'say', { project: id, text: 'mine' }),
      ),
      openUrl(w.weekly.openMine, own[0] ? reader.links.tab(own[0].project.id, { page: 'mine' }) : null),
    ]),
  ])
}

function cardRow({ project, card: waits }: InProject, reader: Reader): Element[] {
  if (!waits) return []
  const w = wordsOf(reader)
  return [
    row(w.lists.cardWaits, { text: w.lists.cardItems(waits.items) }, [plain(project.name, 80)], {
      bold: true,
      tap: execute(w.weekly.openCard, 'week.show', { project: project.id, week: waits.week }),
    }),
  ]
}

function owedRow(project: ProjectHead, owed: Owed, reader: Reader): Element {
  return owed.record === 'item'
    ? itemRow(project, owed.item, calendarOf(owed.today, reader), project.name)
    : issueRow(project, owed.issue, reader, project.name)
}
