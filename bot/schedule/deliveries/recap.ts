import { storedCard } from '../../cards/card'
import { draftCard } from '../../cards/draftCard'
import type { Project } from '../../domain/project'
import { postMoment } from '../../domain/schedule'
import type { WeekId } from '../../domain/week'
import { openQuestions } from '../../flows/openQuestions'
import { headOf } from '../../flows/projectHead'
import { recapAsOf } from '../../flows/recapAsOf'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, UNTRACKED, type DeliveryDeps } from './parts'
import { noteRecap } from './recapCorrected'

/** The frozen recap in the channel, posted once. */
export async function recap(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const stored = await deps.records.recap(project.id, week)
  if (!stored || stored.record.delivery.status === 'sent') return NOTHING
  const at = deps.clock.now()
  const sent = { recap: stored.record, channel: null }
  return {
    kind: 'post',
    recipient: { to: 'channel' },
    card: storedCard(stored.record.card),
    sent: async (message) => ({
      ...(await noteRecap(deps, project, sent, { status: 'sent', at, message })),
      posted: [{ about: `recap:${week}`, message }],
    }),
    refused: (why) => noteRecap(deps, project, sent, { status: 'unreachable', at, why, fallback: false }),
    unknown: () => noteRecap(deps, project, sent, { status: 'unknown', at }),
  }
}

/** The lead's draft in their 1:1 chat; once the recap is posted there is nothing to edit any more. */
export async function draft(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const { records, clock } = deps
  const lead = project.lead.id
  const [posted, edited, cycle, reader, questions] = await Promise.all([
    records.recap(project.id, week),
    records.draft(project.id, week),
    records.cycle(project.id, week),
    readerFor(deps, project, lead),
    openQuestions(deps, project),
  ])
  if (posted || !cycle) return NOTHING
  const recap = await recapAsOf(deps, project, week, clock.now(), edited?.record ?? null)
  const outcome = {
    kind: 'draft',
    project: headOf(project),
    recap,
    typed: null,
    problems: [],
    questions,
  } as const
  const postsAt = postMoment(project, week, cycle.record.askedAt)
  return {
    kind: 'post',
    recipient: { to: 'person', person: lead },
    card: draftCard(outcome, reader, postsAt),
    ...UNTRACKED,
  }
}
