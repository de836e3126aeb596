import { parseWeek, weekIn, type WeekId } from '../domain/week'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'

/** A posted recap as it stands now: the latest one, or that of a week by its number. */
export async function showRecap(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  { project: id, command }: Order<CommandOf<'showRecap'>>,
): Promise<Outcome> {
  const stored = await records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const { week: number } = command
  const week = number === null ? null : latestOf(number, weekIn(clock.now(), project.zone))
  const posted = week
    ? (await records.recap(id, week))?.record
    : number === null
      ? (await records.recaps(id, null, 1))[0]
      : undefined
  return posted
    ? { kind: 'pastRecap', project: headOf(project), posted }
    : { kind: 'noPastRecap', project: headOf(project), week: number }
}

/** The latest week of this number that has begun; `undefined` where no year near has one. */
function latestOf(number: number, running: WeekId): WeekId | undefined {
  const year = Number(running.slice(0, 4))
  const weeks = [year, year - 1].map((one) => parseWeek(`${one}-W${String(number).padStart(2, '0')}`))
  return weeks.find((week) => week !== undefined && week <= running)
}
