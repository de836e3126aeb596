import { Teams, type ConnectorClient, type TeamsConnectorClientContext } from 'botframework-connector'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { GENERAL, type FurtherChannel } from '../domain/audience'
import type { ChannelId, ProjectId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Channels } from '../flows/peoplePorts'
import type { Clock } from '../flows/ports'
import type { TeamChannels } from '../flows/teamPorts'
import { parseReference } from './reference'

/** How long a list of channels is believed, in ms. */
const BELIEVED_FOR = 60_000
const REMEMBERED_PROJECTS = 500

const listParser = z.object({
  conversations: z.array(z.object({ id: z.string().min(1).max(300), name: z.string().nullish() })),
})

/** Teams' own operations run over any connector client; its shape is checked, so an update that moves it fails loudly. */
const operator = z.custom<TeamsConnectorClientContext>(
  (value) => typeof value === 'object' && value !== null && 'sendOperationRequest' in value,
)

type TeamChannelsDeps = {
  readonly channels: Pick<Channels, 'place'>
  /** A connector that makes one request a call. */
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>
  readonly clock: Clock
}

/** The channels of a project's team as Teams lists them, kept for a minute. Fails when Teams can't be asked. */
export function createTeamChannels(deps: TeamChannelsDeps): TeamChannels {
  const cache = new LRUCache<ProjectId, readonly FurtherChannel[]>({
    max: REMEMBERED_PROJECTS,
    ttl: BELIEVED_FOR,
    ttlResolution: 0,
    perf: { now: () => epochMs(deps.clock.now()) },
    fetchMethod: (project) => readChannels(deps, project),
  })
  return {
    async channels(project) {
      return (await cache.fetch(project)) ?? []
    },
  }
}

/** Undefined, which is not kept, where nothing was heard from the channel yet. */
async function readChannels(
  { channels, connect }: TeamChannelsDeps,
  project: ProjectId,
): Promise<readonly FurtherChannel[] | undefined> {
  const place = await channels.place(project)
  const reference = place && parseReference(place.reference)
  if (!reference) return undefined
  const connector = await connect(reference.serviceUrl)
  const answer: unknown = await new Teams(operator.parse(connector)).fetchChannelList(place.team)
  return listParser.parse(answer).conversations.map(({ id, name }) => ({
    id: id as ChannelId,
    name: name ?? GENERAL,
  }))
}
