import { byTrouble, type ActionItem } from '../domain/actionItem'
import { withAbsences } from '../domain/cover'
import type { Ask, Cycle } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import { dateIn, epochMs, type Instant } from '../domain/time'
import { weekIn, type WeekId } from '../domain/week'
import { loadChannelWeek } from './channelWeekView'
import type { CommandOf, Order } from './command'
import { absencesOf, delegatesOf, meetDelegates, messagesAbout } from './coverAway'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Outgoing } from './outgoing'
import type { Stored } from './ports'
import { loadPresence } from './presence'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { saveAsks, stepsBetween } from './saveAsks'
import { channelWeekMessage, newAsk, weeklyAskMessage, type Wish } from './weekMessages'

/** A card on its way for longer than this, in ms, was dropped: it is sent again. A send takes a minute at most. */
const ON_ITS_WAY_FOR = 600_000

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
  const members = new Set((await deps.roster.members(project.id)).map(({ id }) => id))
  const wishes = itemsByOwner(items, dateIn(now, project.zone)).map((theirs): Wish => ({
    ...theirs,
    week,
    now,
    isMember: members.has(theirs.person.id),
  }))
  const owners = wishes.map(({ person }) => person.id)
  const presence = await loadPresence(deps, project, owners)
  await meetDelegates(deps, project, [...owners, ...delegatesOf(owners, presence)])
  await saveAsks(deps, project, week, async (standing) => {
    const answers = (await deps.records.answers(project.id, week)).map(({ record }) => record)
    const soon = () => 'now' as const
    const absences = absencesOf({ now, week, open: items, answers, members, presence, soon })
    const wanted = withAbsences(withAllOwners(standing, wishes), absences)
    return stepsBetween(standing, wanted, (before, after) => messages(before, after, now))
  })
}

/** The asks that stand, brought up to date, and new ones for owners who have none. */
function withAllOwners(standing: readonly Stored<Ask>[], wishes: readonly Wish[]): readonly Ask[] {
  const known = new Set(standing.map(({ record }) => record.person.id))
  const current = standing.map(({ record }) => {
    const wish = wishes.find(({ person }) => person.id === record.person.id)
    return wish ? broughtUpToDate(record, wish) : record
  })
  return [...current, ...wishes.filter(({ person }) => !known.has(person.id)).map(newAsk)]
}

function broughtUpToDate(ask: Ask, { items, isMember }: Wish): Ask {
  const ids = items.map(({ id }) => id)
  const hasNewItems = ids.some((id) => !ask.items.includes(id))
  const isRetried = ask.delivery.status === 'unreachable' && isMember
  if (!hasNewItems && !isRetried) return ask
  return {
    ...ask,
    items: [...new Set([...ask.items, ...ids])],
    delivery: isRetried ? { status: 'pending' } : ask.delivery,
    answeredAt: hasNewItems ? null : ask.answeredAt,
  }
}

/**
 * A message goes out only for a card that was never sent, is known not to have arrived, or is there to be edited: one on
 * its way, or of which nobody knows, would arrive twice.
 */
function messages(before: Ask | null, after: Ask, now: Instant): readonly Outgoing[] {
  const news = messagesAbout(before, after, now)
  if (news.length > 0 || !before || after.away !== null) return news
  return canSendAgain(before, now) ? [weeklyAskMessage(after.week, after.person.id, now)] : []
}

/** Sent cards are edited in place; of an `unknown` one nobody knows whether it stands. */
function canSendAgain({ delivery, askedAt }: Ask, now: Instant): boolean {
  const wasDropped = delivery.status === 'pending' && epochMs(now) - epochMs(askedAt) > ON_ITS_WAY_FOR
  return delivery.status === 'sent' || wasDropped
}

function itemsByOwner(
  items: readonly ActionItem[],
  today: ReturnType<typeof dateIn>,
): readonly Pick<Wish, 'person' | 'items'>[] {
  const byOwner = new Map<PersonId, { person: Person; items: ActionItem[] }>()
  for (const item of items.toSorted(byTrouble(today))) {
    const theirs = byOwner.get(item.owner.id)
    if (theirs) theirs.items.push(item)
    else byOwner.set(item.owner.id, { person: item.owner, items: [item] })
  }
  return [...byOwner.values()]
}
