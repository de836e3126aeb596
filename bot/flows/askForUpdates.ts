import { byTrouble, type ActionItem } from '../domain/actionItem'
import type { Ask, Cycle } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import { isSamePerson, type Person } from '../domain/person'
import type { Project } from '../domain/project'
import { dateIn, epochMs, type Instant } from '../domain/time'
import { weekIn, type WeekId } from '../domain/week'
import { loadChannelWeek } from './channelWeekView'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Outgoing, Put, Stored } from './ports'
import { headOf, leads, onlyTheLead } from './projectHead'

/** A card on its way for longer than this, in ms, was dropped: it is sent again. A send takes a minute at most. */
const ON_ITS_WAY_FOR = 600_000

/** An ask is two rows (the ask and its message), a transaction holds a hundred. */
const ASKS_IN_ONE_COMMIT = 40

type AskDeps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/**
 * Sends each owner with open items one card for this week. Asking again in the same week sends nobody a second card:
 * it reaches owners who are new, tries again where the first card could not be delivered, and brings the cards that
 * stand up to date.
 */
export async function askForUpdates(deps: AskDeps, order: Order<CommandOf<'askNow'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const items = await deps.records.openItems(project.id)
  if (items.length === 0) return { kind: 'nothingToAsk', project: headOf(project) }

  const now = deps.clock.now()
  const week = weekIn(now, project.zone)
  const isFirst = await askWeek(deps, project, items, { week, askedAt: now, askedBy: order.actor.person })
  return { kind: 'asked', view: await loadChannelWeek(deps, project, week), again: !isFirst }
}

/**
 * Asks the owners of these items, and then notes the week as asked; whether it was not before. Every ask is an insert
 * of its own: a crash before the note leaves some of them, and whoever asks next, a person or the clock, sends those
 * nothing twice and goes on with the others.
 */
export async function askWeek(
  deps: AskDeps,
  project: Project,
  items: readonly ActionItem[],
  asked: Pick<Cycle, 'week' | 'askedAt' | 'askedBy'>,
): Promise<boolean> {
  const { week, askedAt } = asked
  await askOwners(deps, project, week, items, askedAt)
  const outgoing = items.length === 0 ? [] : [channelWeekMessage(week, askedAt)]
  if (!(await deps.records.cycle(project.id, week))) {
    const cycle: Cycle = { ...asked, draftedAt: null, leftOutAt: null }
    const saved = await deps.records.commit(project.id, { cycle: { record: cycle, over: 'new' }, outgoing })
    if (saved === 'saved') return true
  }
  await deps.records.commit(project.id, { outgoing })
  return false
}

async function askOwners(
  deps: AskDeps,
  project: Project,
  week: WeekId,
  items: readonly ActionItem[],
  now: Instant,
): Promise<void> {
  const [asks, members] = await Promise.all([
    deps.records.asks(project.id, week),
    deps.roster.members(project.id),
  ])
  const standing = new Map(asks.map((ask) => [ask.record.person.id, ask]))
  const wishes = itemsByOwner(items, dateIn(now, project.zone)).map((theirs): Wish => {
    const isMember = members.some((member) => isSamePerson(member, theirs.owner))
    return { ...theirs, week, now, isMember }
  })
  for (const { owner } of wishes) await deps.people.seenIn(project.tenant, owner.id, project.id)
  const steps = wishes.map((wish) => ({ wish, step: stepFor(wish, standing.get(wish.owner.id) ?? null) }))
  for (let start = 0; start < steps.length; start += ASKS_IN_ONE_COMMIT) {
    await saveSteps(deps, project, steps.slice(start, start + ASKS_IN_ONE_COMMIT))
  }
}

/** An owner to be asked for these items. */
type Wish = {
  readonly owner: Person
  readonly items: readonly ActionItem[]
  readonly week: WeekId
  readonly now: Instant
  readonly isMember: boolean
}

/** What to write and what to send for one owner. */
type Step = { readonly asks: readonly Put<Ask>[]; readonly outgoing: readonly Outgoing[] }

async function saveSteps(
  { records }: AskDeps,
  project: Project,
  steps: readonly { readonly wish: Wish; readonly step: Step }[],
): Promise<void> {
  const saved = await records.commit(project.id, {
    asks: steps.flatMap(({ step }) => step.asks),
    outgoing: steps.flatMap(({ step }) => step.outgoing),
    more: true,
  })
  if (saved === 'saved') return
  for (const { wish } of steps) await saveAlone(records, project, wish)
}

/**
 * A lost race means that somebody asked, answered or was sent a card at this very moment: each owner is then decided
 * anew on the ask that stands now. Every round that is lost is somebody's that was won, so it ends.
 */
async function saveAlone(records: AskDeps['records'], project: Project, wish: Wish): Promise<void> {
  for (;;) {
    const step = stepFor(wish, await records.ask(project.id, wish.week, wish.owner.id))
    if ((await records.commit(project.id, { ...step, more: true })) === 'saved') return
  }
}

/**
 * A new ask, or a standing one brought up to date. Its message goes out only for a card that was never sent, is known
 * not to have arrived, or is there to be edited: one on its way, or of which nobody knows, would arrive twice.
 */
function stepFor(wish: Wish, standing: Stored<Ask> | null): Step {
  const { owner, week, now } = wish
  const message = [weeklyAskMessage(week, owner.id, now)]
  if (!standing) {
    return { asks: [{ record: newAsk(wish), over: 'new' }], outgoing: wish.isMember ? message : [] }
  }
  const { record, revision } = standing
  const ids = idsOf(wish)
  const hasNewItems = ids.some((id) => !record.items.includes(id))
  const isRetried = record.delivery.status === 'unreachable' && wish.isMember
  const ask: Ask = {
    ...record,
    items: [...new Set([...record.items, ...ids])],
    delivery: isRetried ? { status: 'pending' } : record.delivery,
    answeredAt: hasNewItems ? null : record.answeredAt,
  }
  return {
    asks: hasNewItems || isRetried ? [{ record: ask, over: revision }] : [],
    outgoing: isRetried || canSendAgain(record, now) ? message : [],
  }
}

/** Sent cards are edited in place; of an `unknown` one nobody knows whether it stands. */
function canSendAgain({ delivery, askedAt }: Ask, now: Instant): boolean {
  const wasDropped = delivery.status === 'pending' && epochMs(now) - epochMs(askedAt) > ON_ITS_WAY_FOR
  return delivery.status === 'sent' || wasDropped
}

/** Somebody who left the team is shown as not reached; their items still wait for a new owner. */
function newAsk(wish: Wish): Ask {
  const { owner, week, now, isMember } = wish
  return {
    week,
    person: owner,
    items: idsOf(wish),
    askedAt: now,
    delivery: isMember
      ? { status: 'pending' }
      : { status: 'unreachable', at: now, why: 'gone', fallback: false },
    comment: '',
    commentedAt: null,
    snoozedUntil: null,
    remindedAt: null,
    answeredAt: null,
  }
}

function idsOf({ items }: Wish) {
  return items.map((item) => item.id)
}

function itemsByOwner(
  items: readonly ActionItem[],
  today: ReturnType<typeof dateIn>,
): { readonly owner: Person; readonly items: readonly ActionItem[] }[] {
  const byOwner = new Map<PersonId, { owner: Person; items: ActionItem[] }>()
  for (const item of items.toSorted(byTrouble(today))) {
    const theirs = byOwner.get(item.owner.id)
    if (theirs) theirs.items.push(item)
    else byOwner.set(item.owner.id, { owner: item.owner, items: [item] })
  }
  return [...byOwner.values()]
}

export function weeklyAskMessage(week: WeekId, person: PersonId, at: Instant): Outgoing {
  return { id: `weeklyAsk.${week}.${person}`, at, what: { kind: 'weeklyAsk', week, person } }
}

export function channelWeekMessage(week: WeekId, at: Instant): Outgoing {
  return { id: `channelWeek.${week}`, at, what: { kind: 'channelWeek', week } }
}
