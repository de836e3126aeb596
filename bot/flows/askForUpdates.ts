import { byTrouble, type ActionItem } from '../domain/actionItem'
import type { Ask, Cycle } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import { dateIn, type Instant } from '../domain/time'
import { weekIn, type WeekId } from '../domain/week'
import { loadChannelWeek } from './channelWeekView'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Commit, Outgoing, Put, Stored } from './ports'
import { headOf, leads, onlyTheLead } from './projectHead'

/** An ask is two rows (the ask and its message), a transaction holds a hundred. */
const ASKS_IN_ONE_COMMIT = 40

/**
 * Sends each owner with open items one card for this week. Asking again in the same week sends nobody a second card:
 * it reaches owners who are new, tries again where the first card could not be delivered, and brings the cards that
 * stand up to date.
 */
export async function askForUpdates(
  deps: Pick<FlowDeps, 'records' | 'people' | 'clock'>,
  order: Order<CommandOf<'askNow'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const items = await deps.records.openItems(project.id)
  if (items.length === 0) return { kind: 'nothingToAsk', project: headOf(project) }

  const now = deps.clock.now()
  const week = weekIn(now, project.zone)
  const again = (await deps.records.cycle(project.id, week)) !== null
  if (!again) await claimCycle(deps, project, { week, askedAt: now, askedBy: order.actor.person })
  await askOwners(deps, project, week, items, now)
  return { kind: 'asked', view: await loadChannelWeek(deps, project, week), again }
}

/**
 * The cycle row is the claim to a week. A crash right after it leaves a week without asks: asking again finds the
 * claim, and since every ask is its own insert, goes on where the first attempt ended.
 */
async function claimCycle(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  cycle: Cycle,
): Promise<void> {
  await records.commit(project.id, { cycle: { record: cycle, over: 'new' } })
}

async function askOwners(
  deps: Pick<FlowDeps, 'records' | 'people'>,
  project: Project,
  week: WeekId,
  items: readonly ActionItem[],
  now: Instant,
): Promise<void> {
  const standing = new Map(
    (await deps.records.asks(project.id, week)).map((ask) => [ask.record.person.id, ask]),
  )
  const puts = [...itemsByOwner(items, dateIn(now, project.zone))].flatMap(([owner, theirs]) =>
    askOf(week, theirs, standing.get(owner) ?? null, now),
  )
  for (const { record } of puts) await deps.people.seenIn(project.tenant, record.person.id, project.id)
  for (let start = 0; start < puts.length; start += ASKS_IN_ONE_COMMIT) {
    await saveAsks(deps, project, puts.slice(start, start + ASKS_IN_ONE_COMMIT), now)
  }
  await deps.records.commit(project.id, { outgoing: [channelWeekMessage(week, now)] })
}

/** A lost race means that somebody asked, or somebody answered, at this very moment; each is then tried alone. */
async function saveAsks(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  puts: readonly Put<Ask>[],
  now: Instant,
): Promise<void> {
  const commitOf = (asks: readonly Put<Ask>[]): Commit => ({
    asks,
    outgoing: asks.map(({ record }) => weeklyAskMessage(record.week, record.person.id, now)),
  })
  if ((await records.commit(project.id, commitOf(puts))) === 'saved') return
  for (const put of puts) await records.commit(project.id, commitOf([put]))
}

/** What to write for one owner: a new ask, a standing one brought up to date or tried again, or nothing. */
function askOf(
  week: WeekId,
  items: readonly ActionItem[],
  standing: Stored<Ask> | null,
  now: Instant,
): Put<Ask>[] {
  const [first] = items
  if (!first) return []
  const ids = items.map((item) => item.id)
  if (!standing) {
    const ask: Ask = {
      week,
      person: first.owner,
      items: ids,
      askedAt: now,
      delivery: { status: 'pending' },
      comment: '',
      snoozedUntil: null,
      answeredAt: null,
    }
    return [{ record: ask, over: 'new' }]
  }
  const { record, revision } = standing
  const hasNewItems = ids.some((id) => !record.items.includes(id))
  if (!hasNewItems && record.delivery.status !== 'unreachable') return []
  return [
    {
      record: {
        ...record,
        items: [...new Set([...record.items, ...ids])],
        delivery: record.delivery.status === 'unreachable' ? { status: 'pending' } : record.delivery,
        answeredAt: hasNewItems ? null : record.answeredAt,
      },
      over: revision,
    },
  ]
}

function itemsByOwner(
  items: readonly ActionItem[],
  today: ReturnType<typeof dateIn>,
): Map<PersonId, ActionItem[]> {
  const byOwner = new Map<PersonId, ActionItem[]>()
  for (const item of [...items].sort(byTrouble(today))) {
    byOwner.set(item.owner.id, [...(byOwner.get(item.owner.id) ?? []), item])
  }
  return byOwner
}

export function weeklyAskMessage(week: WeekId, person: PersonId, at: Instant): Outgoing {
  return { id: `weeklyAsk.${week}.${person}`, at, what: { kind: 'weeklyAsk', week, person } }
}

export function channelWeekMessage(week: WeekId, at: Instant): Outgoing {
  return { id: `channelWeek.${week}`, at, what: { kind: 'channelWeek', week } }
}
