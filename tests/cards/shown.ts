import type { Card } from '../../bot/cards/card'
import type { Look } from '../../bot/cards/look'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import type { Reader } from '../../bot/cards/reader'
import type { ItemId } from '../../bot/domain/ids'
import type { IssueView, ItemView, Outcome, WeeklyView } from '../../bot/flows/outcome'
import { READER, THURSDAY, aWeeklyView } from './views'

/* How the gallery makes its cards: by the outcome that each stands for. */

export type Shown = readonly [name: string, card: Card, width?: 480 | 560]

export function wide([name, card]: Shown): Shown {
  return [name, card, 560]
}

export function shown(name: string, outcome: Outcome, look: Look = {}, reader: Reader = READER): Shown {
  return [name, outcomeCard(outcome, reader, look)]
}

export function weekly(
  name: string,
  view: Partial<WeeklyView> = {},
  look: Look = {},
  stillLate: readonly ItemId[] = [],
): Shown {
  return shown(name, { kind: 'weeklyCard', view: aWeeklyView(view), stillLate }, look, THURSDAY)
}

export function record(
  name: string,
  view: ItemView | IssueView,
  note: Extract<Outcome, { kind: 'record' }>['note'] = null,
  look: Look = {},
): Shown {
  return shown(name, { kind: 'record', view, note }, look)
}
