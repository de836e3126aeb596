import type { WeeklyView } from '../flows/outcome'
import { execute } from './actions'
import type { Element } from './elements'
import { buttons, heading, section, small } from './parts'
import type { Reader } from './reader'
import { entryRow } from './sourceCard'
import { wordsOf } from './words/wordsOf'

/** More would push the items aside, which are what the card is for. */
const MOST = 3

/** The pages that the person answers for and that wait for their word; nothing when none does. */
export function stillTrueSection(
  { stillTrue, project, week, today }: WeeklyView,
  shown: number,
  reader: Reader,
): Element[] {
  const w = wordsOf(reader)
  if (stillTrue.length === 0) return []
  const hidden = stillTrue.length - MOST
  return [
    section([
      heading(w.weekly.stillTrueQuestion),
      ...stillTrue.slice(0, MOST).flatMap((line): Element[] => [
        entryRow(line, { project, today }, reader, true),
        ...buttons(
          [
            execute(w.common.stillTrue, 'week.stillTrue', {
              project: project.id,
              week,
              shown,
              entry: line.entry.id,
              seen: line.entry.version,
            }),
            execute(w.common.changed, 'source.form', { project: project.id, id: line.entry.id, aside: true }),
          ],
          'small',
        ),
      ]),
      ...(hidden > 0 ? [small(w.weekly.moreAfter(hidden), 'small')] : []),
    ]),
  ]
}
