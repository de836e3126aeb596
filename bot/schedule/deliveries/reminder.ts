import { overtakenWeeklyCard, weeklyCard } from '../../cards/weeklyCard'
import { isAwayAt } from '../../domain/away'
import type { Ask, MessageRef } from '../../domain/cycle'
import type { PersonId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import type { WeekId } from '../../domain/week'
import type { OutgoingWhat } from '../../flows/outgoing'
import type { Commit } from '../../flows/ports'
import { presenceOf } from '../../flows/presence'
import { loadWeeklyView } from '../../flows/weeklyView'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, UNTRACKED, type DeliveryDeps } from './parts'

/**
 * The person's card once more, as it stands now, to remind them of it or because somebody else's items came onto it. It
 * takes the place of the one before, which is edited to say so: there is one live card. One that did not arrive leaves
 * the one before as it is. Nobody who went away meanwhile is reminded.
 */
export async function reminder(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  const before = view?.ask.delivery
  if (!view || view.rows.length === 0 || view.recapPosted) return NOTHING
  if (view.ask.answeredAt !== null || before?.status !== 'sent') return NOTHING
  if (await isAway(deps, project, person)) return NOTHING
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: weeklyCard(view, [], await readerFor(deps, project, person)),
    ...UNTRACKED,
    sent: (message) => noteReminder(deps, project, { week, person, message, before: before.message }),
  }
}

/** The card once more because somebody else's items came onto it; nothing where they went back before it could be told. */
export async function handedOver(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const ask = await deps.records.ask(project.id, week, person)
  const isThere = ask?.record.covers.some(({ answeredAt }) => answeredAt === null) ?? false
  return isThere ? reminder(deps, project, week, person) : NOTHING
}

async function isAway(deps: DeliveryDeps, project: Project, person: PersonId): Promise<boolean> {
  const { away, zone } = await presenceOf(deps, project, person)
  return isAwayAt(away, deps.clock.now(), zone)
}

/** Makes the reminder's card the live one, on top of what the ask says by then. */
async function noteReminder(
  { records, clock }: DeliveryDeps,
  project: Project,
  sent: Pick<Ask, 'week'> & {
    readonly person: PersonId
    readonly message: MessageRef
    readonly before: MessageRef
  },
): Promise<Commit> {
  const { week, person, message, before } = sent
  const stored = await records.ask(project.id, week, person)
  if (!stored) return {}
  const at = clock.now()
  const record: Ask = { ...stored.record, delivery: { status: 'sent', at, message } }
  const what: OutgoingWhat = { kind: 'overtakenCard', week, person, message: before }
  return {
    asks: [{ record, over: stored.revision }],
    outgoing: [{ id: `overtakenCard.${week}.${person}.${before.message}`, at, what }],
  }
}

export async function overtakenCard(
  deps: DeliveryDeps,
  project: Project,
  { week, person, message }: Extract<OutgoingWhat, { kind: 'overtakenCard' }>,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  if (!view) return NOTHING
  const card = overtakenWeeklyCard(view, await readerFor(deps, project, person))
  return { kind: 'edit', message, card, whenGone: NOTHING }
}
