import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { PersonId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { TeamOwners } from '../flows/teamPorts'
import type { Log } from '../log'
import type { GraphClient } from './client'
import { teamPath, type FindPlace, type GraphPlace } from './where'

type OwnersDeps = {
  readonly client: GraphClient
  readonly find: FindPlace
  readonly clock: Clock
  readonly log: Log
}

/** How long the owners of a team are believed, in ms, and how long it is that Graph did not tell them. */
const BELIEVED_FOR = 5 * 60_000
const SILENT_FOR = 60_000
const REMEMBERED_TEAMS = 2_000

const memberParser = z.object({
  roles: z.array(z.string()),
  userId: z.string().nullish(),
  tenantId: z.string().nullish(),
})

/** Who owns a team, asked of Graph and kept for minutes. Where Graph does not tell, nobody does. */
export function createTeamOwners({ client, find, clock, log }: OwnersDeps): TeamOwners {
  const known = new LRUCache<string, Promise<ReadonlySet<PersonId> | null>>({
    max: REMEMBERED_TEAMS,
    ttl: BELIEVED_FOR,
    ttlResolution: 0,
    perf: { now: () => epochMs(clock.now()) },
  })
  let loggedAt = -Infinity

  const complain = (cause: unknown, project: string): void => {
    const now = epochMs(clock.now())
    if (now - loggedAt < SILENT_FOR) return
    loggedAt = now
    log.warn({ cause, project }, 'Graph did not tell who owns a team')
  }

  async function read(place: GraphPlace, project: string): Promise<ReadonlySet<PersonId> | null> {
    const { tenant } = place
    const answer = await client.list({ tenant, path: `${teamPath(place)}/members`, patient: false })
    if (answer.kind === 'listed') return ownersAmong(answer.items, place)
    complain(answer.kind === 'failed' ? answer.cause : answer, project)
    return null
  }

  return {
    async owns(project, person) {
      try {
        const place = await find(project)
        if (!place) return false
        const key = `${place.tenant} ${place.group}`
        const there = known.get(key)
        const owners = there ?? read(place, project)
        if (!there) {
          known.set(key, owners)
          // Where Graph is slow to answer, a whole team does not wait for it again and again.
          if ((await owners) === null) known.set(key, owners, { ttl: SILENT_FOR })
        }
        return (await owners)?.has(person) ?? false
      } catch (cause) {
        complain(cause, project)
        return false
      }
    },
  }
}

/** People of other tenants may carry the same id. */
function ownersAmong(items: readonly unknown[], { tenant }: GraphPlace): ReadonlySet<PersonId> {
  const owners = items.flatMap((item) => {
    const member = memberParser.safeParse(item).data
    const isOurs = member && (!member.tenantId || member.tenantId === tenant)
    return isOurs && member.userId && member.roles.includes('owner') ? [member.userId] : []
  })
  return new Set(owners.map((id) => id as PersonId))
}
