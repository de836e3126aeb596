import type { ConnectorClient } from 'botframework-connector'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { PersonId, ProjectId } from '../domain/ids'
import type { Member } from '../domain/person'
import { isOutOfTeam } from '../domain/place'
import { epochMs } from '../domain/time'
import type { Channels, Roster } from '../flows/peoplePorts'
import type { Clock } from '../flows/ports'
import { rosterLane } from '../schedule/lanes'
import type { Pacing } from '../schedule/pacing'
import { parseReference } from './reference'

/** A member with the id by which Teams mentions and addresses them. */
export type TeamsMember = Member & { readonly teamsId: string }

export interface TeamsRoster extends Roster {
  members(project: ProjectId): Promise<readonly TeamsMember[]>
}

/** How long a roster is believed, in ms: somebody who left the team is out after it. */
const BELIEVED_FOR = 3 * 60_000
const REMEMBERED_PROJECTS = 2_000
const PAGE = 500

const pageParser = z.object({
  continuationToken: z.string().nullish(),
  members: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().nullish(),
      aadObjectId: z.string().nullish(),
      objectId: z.string().nullish(),
      givenName: z.string().nullish(),
      email: z.string().nullish(),
    }),
  ),
})

type RosterDeps = {
  readonly channels: Channels
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>
  readonly clock: Clock
  readonly pacing: Pacing
}

/** The channel team's members as Teams lists them, kept for minutes. Fails when Teams can't be asked. */
export function createRoster(deps: RosterDeps): TeamsRoster {
  const cache = new LRUCache<ProjectId, readonly TeamsMember[]>({
    max: REMEMBERED_PROJECTS,
    ttl: BELIEVED_FOR,
    ttlResolution: 0,
    perf: { now: () => epochMs(deps.clock.now()) },
    fetchMethod: (project) => readRoster(deps, project),
  })
  return {
    async members(project) {
      return (await cache.fetch(project)) ?? []
    },
  }
}

/** Undefined, which is not kept, where nothing was heard from the channel yet. */
async function readRoster(
  { channels, connect, pacing }: RosterDeps,
  project: ProjectId,
): Promise<readonly TeamsMember[] | undefined> {
  const place = await channels.place(project)
  const reference = place && parseReference(place.reference)
  // Teams tells a bot that was removed nothing of the team, so nobody can be let in.
  if (!reference || isOutOfTeam(place.hindrances)) return undefined
  const connector = await connect(reference.serviceUrl)
  const members: TeamsMember[] = []
  let continuationToken: string | undefined
  do {
    await pacing.slot(place.tenant, rosterLane(place.team), true)
    const answer: unknown = await connector.conversations.getConversationPagedMembers(
      place.team,
      continuationToken ? { pageSize: PAGE, continuationToken } : undefined,
    )
    const page = pageParser.parse(answer)
    members.push(...page.members.flatMap(memberOf))
    continuationToken = page.continuationToken ?? undefined
  } while (continuationToken)
  return members
}

/** Bots and people without an Entra id have no say and are left out. */
function memberOf(raw: z.infer<typeof pageParser>['members'][number]): TeamsMember[] {
  const id = raw.aadObjectId ?? raw.objectId
  if (!id) return []
  return [
    {
      id: id as PersonId,
      teamsId: raw.id,
      name: raw.name ?? raw.givenName ?? raw.email ?? 'Somebody',
      givenName: raw.givenName ?? null,
      email: raw.email ?? null,
    },
  ]
}
