import type { ChannelId, ProjectId, TeamId, TenantId } from '../domain/ids'
import { hindrancesAfter, isGone, isReachable, type PlaceEvent } from '../domain/place'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'
import type { ChannelPlace, Channels } from './peoplePorts'
import type { Agenda } from './ports'
import type { Pins } from './teamPorts'
import type { ShutTargets } from './sendingPorts'

export type PlaceDeps = Pick<FlowDeps, 'records' | 'clock'> & {
  readonly channels: Channels
  readonly agenda: Pick<Agenda, 'plan'>
  readonly pins: Pick<Pins, 'forget'>
  readonly shutTargets: Pick<ShutTargets, 'open'>
}

/** What Teams told of a channel, or of a team and all of its channels (`channel` null). */
export type PlaceNews = {
  readonly tenant: TenantId
  readonly team: TeamId
  readonly channel: ChannelId | null
  readonly event: PlaceEvent
}

/**
 * Follows a channel through its life. The records stay whatever happens; while something stands in the way nothing is
 * sent, and the week goes on by the usual rules once nothing does. News of a channel that is not known is no news.
 */
export async function followPlace(deps: PlaceDeps, news: PlaceNews): Promise<void> {
  const { tenant, team, channel, event } = news
  const projects =
    channel === null ? await deps.channels.ofTeam(tenant, team) : [deps.records.idOf(tenant, channel)]
  for (const project of projects) await happen(deps, project, event)
}

/** Somebody wrote from a channel: it is reachable, though nobody told that it is again. Answers whether that was news. */
export async function heardFrom(deps: PlaceDeps, project: ProjectId): Promise<boolean> {
  return happen(deps, project, { kind: 'heardFrom' })
}

/** Answers whether the channel became reachable by it. */
async function happen(deps: PlaceDeps, project: ProjectId, event: PlaceEvent): Promise<boolean> {
  const now = deps.clock.now()
  const change = await deps.channels.change(project, (place) => placeAfter(place, event, now))
  if (!change) return false
  // Teams takes the tabs of an app away with the app.
  if (event.kind === 'removed') await deps.pins.forget(project)
  const isBack = !isReachable(change.before) && isReachable(change.after)
  if (isBack) {
    // What was on its way when the channel was closed may have been refused for good.
    await deps.shutTargets.open(change.after.tenant, { to: 'channel', project })
    await goOn(deps, project, change.before.hinderedSince ?? now)
  }
  return isBack
}

/** A message that was on its way while the channel was closed says nothing of it, for so many ms. */
const UNDER_WAY = 60_000

function placeAfter(place: ChannelPlace, event: PlaceEvent, now: Instant): ChannelPlace {
  const { hinderedSince: since } = place
  if (event.kind === 'channelRenamed') return { ...place, channelName: event.name }
  if (event.kind === 'teamRenamed') return { ...place, teamName: event.name }
  if (event.kind === 'heardFrom' && since !== null && epochMs(now) - epochMs(since) < UNDER_WAY) return place
  const hindrances = hindrancesAfter(place.hindrances, event)
  if (hindrances.length === place.hindrances.length) return place
  if (hindrances.length === 0) return { ...place, hindrances, hinderedSince: null }
  // What was asleep for a year and is gone today has been gone for no day: its records are kept from today on.
  const hasGone = isGone(hindrances) && !isGone(place.hindrances)
  return { ...place, hindrances, hinderedSince: hasGone ? now : (since ?? now) }
}

/** Longer than any commit takes, and than clocks of two processes stand apart, in ms. */
const GRACE = 10 * 60_000

/**
 * Has the clock look at the project, now and once more when all of this is certain to have ended, and says in one line
 * that it goes on. A crash before leaves it to the look that the clock takes once a day at a project that is closed.
 */
async function goOn(
  { records, agenda, clock }: PlaceDeps,
  project: ProjectId,
  since: Instant,
): Promise<void> {
  const stored = await records.project(project)
  if (!stored) return
  const now = clock.now()
  await agenda.plan(project, now)
  await agenda.plan(project, fromEpochMs(epochMs(now) + GRACE))
  if (stored.record.state.status !== 'running') return
  const line: Outgoing = { id: `backAgain.${since}`, at: now, what: { kind: 'backAgain' } }
  await records.commit(project, { outgoing: [line] })
}
