import type { Ask } from '../domain/cycle'
import type { Project } from '../domain/project'
import { stepAt, type WeekId } from '../domain/week'
import type { ChannelWeekView } from './outcome'
import { headOf } from './projectHead'
import type { FlowDeps } from './deps'

/** The channel's card of a week as it stands now. */
export async function loadChannelWeek(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  week: WeekId,
): Promise<ChannelWeekView> {
  const [stored, recap] = await Promise.all([records.asks(project.id, week), records.recap(project.id, week)])
  const asks = stored.map(({ record }) => record)
  return {
    project: headOf(project),
    week,
    asked: asks.length,
    answered: asks.filter(hasAnswered).length,
    people: dots(asks, project.namesWhoIsMissing),
    unreached: asks.flatMap(({ person, delivery }) =>
      delivery.status === 'unreachable' ? [{ person, why: delivery.why, mentioned: delivery.fallback }] : [],
    ),
    unknown: asks.filter(({ delivery }) => delivery.status === 'unknown').length,
    answerBy: stepAt(week, 'draft', project.week, project.zone),
    recapPosted: recap !== null,
  }
}

/** Answered first, so that without names nobody can tell from the order who is missing. */
function dots(asks: readonly Ask[], named: boolean): ChannelWeekView['people'] {
  return asks
    .map((ask) => ({ person: named ? ask.person : null, answered: hasAnswered(ask) }))
    .sort((a, b) => Number(b.answered) - Number(a.answered))
}

function hasAnswered(ask: Ask): boolean {
  return ask.answeredAt !== null
}
