import { weekIn } from '../domain/week'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { loadWeeklyView } from './weeklyView'

/** Shows the actor their card of a week (null: this one) as it stands now. */
export async function showWeeklyCard(
  deps: Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>,
  { project: id, actor, command }: Order<CommandOf<'showCard'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const week = command.week ?? weekIn(deps.clock.now(), stored.record.zone)
  const view = await loadWeeklyView(deps, stored.record, week, actor.person.id)
  if (!view) return { kind: 'noCardForYou', project: headOf(stored.record), week }
  return { kind: 'weeklyCard', view, stillLate: [] }
}
