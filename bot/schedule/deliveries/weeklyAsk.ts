import { askInThreadCard } from '../../cards/askInThread'
import { weeklyCard } from '../../cards/weeklyCard'
import { isAwayAt } from '../../domain/away'
import type { Ask } from '../../domain/cycle'
import type { PersonId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import type { WeekId } from '../../domain/week'
import type { Outgoing } from '../../flows/outgoing'
import type { Commit } from '../../flows/ports'
import { presenceOf } from '../../flows/presence'
import { channelWeekMessage } from '../../flows/weekMessages'
import { loadWeeklyView } from '../../flows/weeklyView'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, UNTRACKED, type DeliveryDeps } from './parts'

/**
 * The person's card in their 1:1 chat: sent once, edited in place from then on. Of somebody who went away while it was on
 * its way it is held back until they return, and the clock looks for who is asked instead.
 */
export async function weeklyAsk(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  if (!view) return NOTHING
  const card = weeklyCard(view, [], await readerFor(deps, project, person))
  const { delivery } = view.ask
  // A card from which somebody's items went back is edited although nothing is left on it.
  if (delivery.status === 'sent') return { kind: 'edit', message: delivery.message, card, whenGone: NOTHING }
  // Unknown: it may be there, and a second card would be one too many. Unreachable: only asking again tries again.
  // Withheld: the person went away while it was on its way.
  if (delivery.status !== 'pending' || view.rows.length === 0) return NOTHING
  const note = (next: (ask: Ask) => Ask, inThread = false) =>
    noteAsk(deps, project, week, person, next, inThread)
  const { away, zone } = await presenceOf(deps, project, person)
  if (isAwayAt(away, deps.clock.now(), zone)) {
    const held: Partial<Ask> = {
      away: { until: away.until, inPlace: null },
      delivery: { status: 'withheld', at: deps.clock.now() },
    }
    return {
      kind: 'nothing',
      held: async () => {
        await deps.records.lookSoon(project.id)
        return note((ask) => (ask.delivery.status === 'pending' ? { ...ask, ...held } : ask))
      },
    }
  }
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card,
    sent: (message) =>
      note((ask) => ({ ...ask, delivery: { status: 'sent', at: deps.clock.now(), message } })),
    refused: (why) =>
      note(
        (ask) => ({
          ...ask,
          delivery: { status: 'unreachable', at: deps.clock.now(), why, fallback: false },
        }),
        true,
      ),
    unknown: () => note((ask) => ({ ...ask, delivery: { status: 'unknown', at: deps.clock.now() } })),
  }
}

/** For somebody whose 1:1 chat can't be reached: a mention under the channel's card of the week, or beside it where none stands. */
export async function askInThread(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const [view, inChannel, contact] = await Promise.all([
    loadWeeklyView(deps, project, week, person),
    deps.records.posted(project.id, `week:${week}`),
    deps.people.contact(project.tenant, person),
  ])
  if (!view || !contact || view.ask.answeredAt !== null) return NOTHING
  const mention = { id: contact.teamsId, name: view.ask.person.name }
  return {
    kind: 'post',
    recipient: inChannel?.message ? { to: 'thread', root: inChannel.message } : { to: 'channel' },
    card: askInThreadCard(view, mention, await readerFor(deps, project, null)),
    ...UNTRACKED,
    sent: () =>
      noteAsk(deps, project, week, person, (ask) =>
        ask.delivery.status === 'unreachable'
          ? { ...ask, delivery: { ...ask.delivery, fallback: true } }
          : ask,
      ),
  }
}

/** What became of an ask, on top of what it says by then. */
async function noteAsk(
  { records, clock }: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
  next: (ask: Ask) => Ask,
  inThread = false,
): Promise<Commit> {
  const stored = await records.ask(project.id, week, person)
  if (!stored) return {}
  const now = clock.now()
  const ask = next(stored.record)
  const mention: Outgoing = {
    id: `askInThread.${week}.${person}`,
    at: now,
    what: { kind: 'askInThread', week, person },
  }
  return {
    asks: [{ record: ask, over: stored.revision }],
    outgoing: [
      ...(ask.delivery.status === 'sent' ? [] : [channelWeekMessage(week, now)]),
      ...(inThread ? [mention] : []),
    ],
  }
}
