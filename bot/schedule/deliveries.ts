import { storedCard, type Card } from '../cards/card'
import { askInThreadCard } from '../cards/askInThread'
import { channelWeekCard } from '../cards/channelWeek'
import { draftCard } from '../cards/draftCard'
import { issueCard } from '../cards/issueCard'
import { itemCard } from '../cards/itemCard'
import type { Links, Reader } from '../cards/reader'
import { itemDoneCard, itemMovedCard } from '../cards/toldCards'
import { overtakenWeeklyCard, weeklyCard } from '../cards/weeklyCard'
import type { Ask, MessageRef } from '../domain/cycle'
import { isItemId, type PersonId, type RecordId } from '../domain/ids'
import type { PostedRecap } from '../domain/recap'
import type { Project } from '../domain/project'
import { postMoment } from '../domain/schedule'
import type { WeekId } from '../domain/week'
import { channelWeekMessage } from '../flows/askForUpdates'
import { loadChannelWeek } from '../flows/channelWeekView'
import type { Actor } from '../flows/command'
import type { FlowDeps } from '../flows/deps'
import type { OutgoingWhat, Posted } from '../flows/ports'
import { headOf } from '../flows/projectHead'
import { recapAsOf } from '../flows/recapAsOf'
import { issueView, itemView } from '../flows/recordView'
import { loadWeeklyView } from '../flows/weeklyView'
import type { Deliveries, Delivery } from './delivery'

export type DeliveryDeps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'> & {
  readonly links: Links
}

/** Works out messages from the records as they are when the message is sent. */
export function createDeliveries(deps: DeliveryDeps): Deliveries {
  return async (id, what) => {
    const stored = await deps.records.project(id)
    return stored ? deliveryOf(deps, stored.record, what) : NOTHING
  }
}

const NOTHING: Delivery = { kind: 'nothing' }

/** What becomes of the message is kept with the message alone. */
const UNTRACKED = {
  sent: () => Promise.resolve(),
  refused: () => Promise.resolve(),
  unknown: () => Promise.resolve(),
}

function deliveryOf(deps: DeliveryDeps, project: Project, what: OutgoingWhat): Promise<Delivery> {
  switch (what.kind) {
    case 'weeklyAsk':
      return weeklyAsk(deps, project, what.week, what.person)
    case 'reminder':
      return reminder(deps, project, what.week, what.person)
    case 'overtakenCard':
      return overtakenCard(deps, project, what)
    case 'askInThread':
      return askInThread(deps, project, what.week, what.person)
    case 'channelWeek':
      return channelWeek(deps, project, what.week)
    case 'recap':
      return recap(deps, project, what.week)
    case 'draft':
      return draft(deps, project, what.week)
    case 'itemDone':
    case 'itemMoved':
      return told(deps, project, what)
    case 'refreshCard':
      return refreshedCard(deps, project, what.record)
  }
}

/** The person's card in their 1:1 chat: sent once, edited in place from then on. */
async function weeklyAsk(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  if (!view || view.rows.length === 0) return NOTHING
  const card = weeklyCard(view, [], await readerFor(deps, project, person))
  const { delivery } = view.ask
  if (delivery.status === 'sent') return { kind: 'edit', message: delivery.message, card, whenGone: NOTHING }
  // Unknown: it may be there, and a second card would be one too many. Unreachable: only asking again tries again.
  if (delivery.status !== 'pending') return NOTHING
  const note = (next: (ask: Ask) => Ask, inThread = false) =>
    noteAsk(deps, project, week, person, next, inThread)
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

/**
 * The person's card once more, as it stands now. It takes the place of the one before, which is edited to say so: there
 * is one live card. A reminder that did not arrive leaves the one before as it is.
 */
async function reminder(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  const before = view?.ask.delivery
  if (!view || view.rows.length === 0 || view.recapPosted) return NOTHING
  if (view.ask.answeredAt !== null || before?.status !== 'sent') return NOTHING
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: weeklyCard(view, [], await readerFor(deps, project, person)),
    ...UNTRACKED,
    sent: (message) => noteReminder(deps, project, { week, person, message, before: before.message }),
  }
}

/** Makes the reminder's card the live one; an answer that comes in at the same moment wins, and this is tried on top. */
async function noteReminder(
  { records, clock }: DeliveryDeps,
  project: Project,
  sent: Pick<Ask, 'week'> & {
    readonly person: PersonId
    readonly message: MessageRef
    readonly before: MessageRef
  },
): Promise<void> {
  const { week, person, message, before } = sent
  for (;;) {
    const stored = await records.ask(project.id, week, person)
    if (!stored) return
    const at = clock.now()
    const record: Ask = { ...stored.record, delivery: { status: 'sent', at, message } }
    const what: OutgoingWhat = { kind: 'overtakenCard', week, person, message: before }
    const result = await records.commit(project.id, {
      asks: [{ record, over: stored.revision }],
      outgoing: [{ id: `overtakenCard.${week}.${person}.${before.message}`, at, what }],
    })
    if (result === 'saved') return
  }
}

async function overtakenCard(
  deps: DeliveryDeps,
  project: Project,
  { week, person, message }: Extract<OutgoingWhat, { kind: 'overtakenCard' }>,
): Promise<Delivery> {
  const view = await loadWeeklyView(deps, project, week, person)
  return view ? { kind: 'edit', message, card: overtakenWeeklyCard(view), whenGone: NOTHING } : NOTHING
}

/** For somebody whose 1:1 chat can't be reached: a mention under the channel's card of the week, or beside it where none stands. */
async function askInThread(
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
    recipient: inChannel ? { to: 'thread', root: inChannel.message } : { to: 'channel' },
    card: askInThreadCard(view, mention, await readerFor(deps, project, null)),
    sent: () =>
      noteAsk(deps, project, week, person, (ask) =>
        ask.delivery.status === 'unreachable'
          ? { ...ask, delivery: { ...ask.delivery, fallback: true } }
          : ask,
      ),
    refused: () => Promise.resolve(),
    unknown: () => Promise.resolve(),
  }
}

/** Writes what became of an ask; an answer that comes in at the same moment wins, and this is tried on top of it. */
async function noteAsk(
  { records, clock }: DeliveryDeps,
  project: Project,
  week: WeekId,
  person: PersonId,
  next: (ask: Ask) => Ask,
  inThread = false,
): Promise<void> {
  for (;;) {
    const stored = await records.ask(project.id, week, person)
    if (!stored) return
    const now = clock.now()
    const ask = next(stored.record)
    const mention = {
      id: `askInThread.${week}.${person}`,
      at: now,
      what: { kind: 'askInThread' as const, week, person },
    }
    const outgoing = [
      ...(ask.delivery.status === 'sent' ? [] : [channelWeekMessage(week, now)]),
      ...(inThread ? [mention] : []),
    ]
    const result = await records.commit(project.id, {
      asks: [{ record: ask, over: stored.revision }],
      outgoing,
    })
    if (result === 'saved') return
  }
}

async function channelWeek(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const [view, standing, reader] = await Promise.all([
    loadChannelWeek(deps, project, week),
    deps.records.posted(project.id, `week:${week}`),
    readerFor(deps, project, null),
  ])
  if (view.asked === 0) return NOTHING
  const card = channelWeekCard(view, reader)
  const post: Delivery = {
    kind: 'post',
    recipient: { to: 'channel' },
    card,
    ...remembered(deps, project, `week:${week}`),
  }
  return standing ? { kind: 'edit', message: standing.message, card, whenGone: post } : post
}

async function recap(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const stored = await deps.records.recap(project.id, week)
  if (!stored || stored.record.delivery.status === 'sent') return NOTHING
  const at = deps.clock.now()
  const note = async (delivery: PostedRecap['delivery'], posted: readonly Posted[] = []) => {
    const record = { ...stored.record, delivery }
    await deps.records.commit(project.id, { recap: { record, over: stored.revision }, posted })
  }
  return {
    kind: 'post',
    recipient: { to: 'channel' },
    card: storedCard(stored.record.card),
    sent: (message) => note({ status: 'sent', at, message }, [{ about: `recap:${week}`, message }]),
    refused: (why) => note({ status: 'unreachable', at, why, fallback: false }),
    unknown: () => note({ status: 'unknown', at }),
  }
}

/** The lead's draft in their 1:1 chat; once the recap is posted there is nothing to edit any more. */
async function draft(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const { records, clock } = deps
  const lead = project.lead.id
  const [posted, edited, cycle, reader] = await Promise.all([
    records.recap(project.id, week),
    records.draft(project.id, week),
    records.cycle(project.id, week),
    readerFor(deps, project, lead),
  ])
  if (posted || !cycle) return NOTHING
  const recap = await recapAsOf(deps, project, week, clock.now(), edited?.record ?? null)
  const outcome = { kind: 'draft', project: headOf(project), recap, typed: null, problems: [] } as const
  const postsAt = postMoment(project, week, cycle.record.askedAt)
  return {
    kind: 'post',
    recipient: { to: 'person', person: lead },
    card: draftCard(outcome, reader, postsAt),
    ...UNTRACKED,
  }
}

async function told(
  deps: DeliveryDeps,
  project: Project,
  what: Extract<OutgoingWhat, { kind: 'itemDone' | 'itemMoved' }>,
): Promise<Delivery> {
  const stored = await deps.records.item(project.id, what.item)
  // Opened again before it was told: what is told must be so when it is read.
  if (!stored || (what.kind === 'itemDone') !== (stored.record.state.status === 'done')) return NOTHING
  const person = what.to.id
  const reader = await readerFor(deps, project, person)
  const view = itemView({ project, actor: actorOf(project, what.to, reader), now: reader.now }, stored.record)
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: what.kind === 'itemDone' ? itemDoneCard(view) : itemMovedCard(view, what.from, what.until, reader),
    ...UNTRACKED,
  }
}

/** The channel's card of a record, as the record is now; there may be none. */
async function refreshedCard(deps: DeliveryDeps, project: Project, record: RecordId): Promise<Delivery> {
  const standing = await deps.records.posted(project.id, record)
  if (!standing) return NOTHING
  const card = await cardOf(deps, project, record, standing.shows)
  return card ? { kind: 'edit', message: standing.message, card, whenGone: NOTHING } : NOTHING
}

/** Null where there is no such record, or where the card shows this very version of it: an edit would take its note away. */
async function cardOf(
  deps: DeliveryDeps,
  project: Project,
  record: RecordId,
  shown: Posted['shows'],
): Promise<Card | null> {
  const reader = await readerFor(deps, project, null)
  const look = { project, actor: actorOf(project, project.lead, reader), now: reader.now }
  if (isItemId(record)) {
    const item = await deps.records.item(project.id, record)
    if (!item || item.record.version === shown) return null
    return itemCard(itemView(look, item.record), null, reader)
  }
  const issue = await deps.records.issue(project.id, record)
  if (!issue || issue.record.version === shown) return null
  return issueCard(issueView(look, issue.record), null, reader)
}

/** Remembers where a card of ours stands in the channel, so that it is edited in place from then on. */
function remembered({ records }: DeliveryDeps, project: Project, about: Posted['about']) {
  return {
    sent: async (message: MessageRef) => {
      await records.commit(project.id, { posted: [{ about, message }] })
    },
    refused: () => Promise.resolve(),
    unknown: () => Promise.resolve(),
  }
}

/** For one person, by what their client told; for the channel (`null`) in the lead's language and the project's zone. */
async function readerFor(deps: DeliveryDeps, project: Project, person: PersonId | null): Promise<Reader> {
  const contact = await deps.people.contact(project.tenant, person ?? project.lead.id)
  return {
    locale: contact?.locale ?? 'en-GB',
    zone: person === null ? project.zone : (contact?.zone ?? project.zone),
    now: deps.clock.now(),
    links: deps.links,
  }
}

/** Whose eyes a card is made for when no command of theirs caused it. */
function actorOf(project: Project, person: Actor['person'], reader: Reader): Actor {
  return { tenant: project.tenant, person, locale: reader.locale, zone: reader.zone, ownsTeam: false }
}
