import { chosenAmong, MOST_FURTHER_CHANNELS, nameOfOwnChannel, type FurtherChannel } from '../domain/audience'
import { changeOf } from '../domain/history'
import type { ChannelId } from '../domain/ids'
import type { Project } from '../domain/project'
import { againWhenLost } from './againWhenLost'
import type { AudienceProblem, AudienceView } from './audienceOutcome'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { overtakenBy } from './overtakenBy'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'

type Deps = Pick<FlowDeps, 'records' | 'channels' | 'teamChannels' | 'clock'>

/** The choice of the channels that get a copy of the recap; a channel named in the asking is ticked already. */
export async function showAudience(
  deps: Deps,
  { project: id, actor, command: { wanted } }: Order<CommandOf<'showAudience'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(actor, project)) return onlyTheLead(project)
  const view = await loadView(deps, project)
  if (wanted === null || isSameName(wanted, view.home)) return { kind: 'audienceForm', view, problem: null }
  const named = channelCalled(wanted, view.channels)
  if (!named) {
    return { kind: 'audienceForm', view, problem: { kind: 'noSuchChannel', typed: wanted } }
  }
  const ticked = [...new Set([...view.ticked, named.id])]
  return { kind: 'audienceForm', view: { ...view, ticked }, problem: null }
}

/**
 * Keeps the lead's choice of who else gets the recap, from the next one on. Only channels that Teams lists for the
 * project's own team count, whatever a card names.
 */
export async function saveAudience(deps: Deps, order: Order<CommandOf<'saveAudience'>>): Promise<Outcome> {
  const { actor, command } = order
  return againWhenLost(async () => {
    const stored = await deps.records.project(order.project)
    if (!stored) return { kind: 'notSetUp' }
    const before = stored.record
    if (!leads(actor, before)) return onlyTheLead(before)
    const view = { ...(await loadView(deps, before)), ticked: command.channels }
    const problem = problemWith(view)
    if (problem) return { kind: 'audienceForm', view, problem }
    const audience = chosenAmong(command.channels, view.channels, before.channel)
    const after: Project = { ...before, audience, version: before.version + 1 }
    const fields = ['audience']
    const story = { by: actor.person, at: deps.clock.now(), door: order.door }
    const change = changeOf('project', before, after, story)
    const saved = { kind: 'audienceSaved', project: headOf(before), home: view.home, audience } as const
    if (change.fields.length === 0) return saved
    const sight = { project: before.id, record: 'project', seen: command.version, fields } as const
    const last = await overtakenBy(deps, { ...sight, version: before.version })
    if (last) return { kind: 'audienceChangedMeanwhile', view, by: last.by, theirs: before.audience }
    const result = await deps.records.commit(before.id, {
      project: { record: after, over: stored.revision },
      changes: [change],
    })
    return result === 'lost' ? 'lost' : saved
  })
}

async function loadView({ records, channels, teamChannels }: Deps, project: Project): Promise<AudienceView> {
  const [all, place, [last]] = await Promise.all([
    teamChannels.channels(project.id),
    channels.place(project.id),
    records.recaps(project.id, null, 1),
  ])
  const others = all.filter(({ id }) => id !== project.channel)
  const isThere = (channel: FurtherChannel) => others.some(({ id }) => id === channel.id)
  const chosen = project.audience.filter(isThere)
  const own = all.find(({ id }) => id === project.channel)?.name ?? place?.channelName ?? null
  return {
    project: headOf(project),
    home: nameOfOwnChannel(project, own),
    channels: others,
    ticked: chosen.map(({ id }) => id),
    gone: project.audience.filter((channel) => !isThere(channel)),
    unreached: (last?.copies ?? []).flatMap(({ channel, delivery }) =>
      delivery.status === 'unreachable' && chosen.some(({ id }) => id === channel.id)
        ? [{ channel, why: delivery.why }]
        : [],
    ),
    version: project.version,
  }
}

function problemWith({ ticked, channels, gone }: AudienceView): AudienceProblem | null {
  const known = new Set<ChannelId>([...channels, ...gone].map(({ id }) => id))
  if (ticked.some((id) => !known.has(id))) return { kind: 'goneMeanwhile' }
  if (ticked.length <= MOST_FURTHER_CHANNELS) return null
  return { kind: 'tooMany', ticked: ticked.length, most: MOST_FURTHER_CHANNELS }
}

/** The one channel of this name, or the only one whose name has these words in it. */
function channelCalled(wanted: string, channels: readonly FurtherChannel[]): FurtherChannel | null {
  const named = channels.find(({ name }) => isSameName(wanted, name))
  if (named) return named
  const close = channels.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  return close.length === 1 ? (close[0] ?? null) : null
}

function isSameName(a: string, b: string | null): boolean {
  return b !== null && a.toLowerCase() === b.toLowerCase()
}
