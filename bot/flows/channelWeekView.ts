import { awayLines, standingAsks, weekProgress } from '../domain/channelWeek'
import type { Ask } from '../domain/cycle'
import type { Project } from '../domain/project'
import { draftMoment } from '../domain/schedule'
import { stepAt, type WeekId } from '../domain/week'
import type { FlowDeps } from './deps'
import type { ChannelWeekView } from './outcome'
import { headOf } from './projectHead'

/** The channel's card of a week as it stands now. */
export async function loadChannelWeek(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  week: WeekId,
): Promise<ChannelWeekView> {
  const [cycle, stored, open, recap] = await Promise.all([
    records.cycle(project.id, week),
    records.asks(project.id, week),
    records.openItems(project.id),
    records.recap(project.id, week),
  ])
  const asks = standingAsks(
    stored.map(({ record }) => record),
    open,
  )
  const { asked, answered, unreached, unknown, away } = weekProgress(asks)
  return {
    project: headOf(project),
    week,
    asked,
    answered,
    people: dots(waitedFor(asks), project.namesWhoIsMissing),
    unreached,
    unknown: unknown.length,
    away: awayLines(away, project.namesWhoIsMissing),
    answerBy: cycle
      ? draftMoment(project, week, cycle.record.askedAt)
      : stepAt(week, 'draft', project.week, project.zone),
    recapPosted: recap !== null,
  }
}

/** Who is away and silent is told of apart. */
function waitedFor(asks: readonly Ask[]): readonly Ask[] {
  return asks.filter((ask) => ask.away === null || ask.answeredAt !== null)
}

/** Answered first, so that without names nobody can tell from the order who is missing. */
function dots(asks: readonly Ask[], named: boolean): ChannelWeekView['people'] {
  return asks
    .map((ask) => ({ person: named ? ask.person : null, answered: ask.answeredAt !== null }))
    .sort((a, b) => Number(b.answered) - Number(a.answered))
}
