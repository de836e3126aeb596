import type { ChannelId, PersonId, TeamId, TenantId } from '../../domain/ids'
import type { Member } from '../../domain/person'
import { parseZone, type ZoneId } from '../../domain/time'
import { playgroundWorld } from '../playgroundWorld'

/** Where the demo's project stands and who is on it. */
export type DemoWorld = {
  readonly tenant: TenantId
  readonly team: { readonly id: TeamId; readonly name: string }
  readonly channel: { readonly id: ChannelId; readonly name: string }
  readonly bot: { readonly id: string; readonly name: string }
  readonly people: readonly (Member & {
    readonly teamsId: string
    /** Their 1:1 chat with the bot, where it stands already. */
    readonly chat: string | null
  })[]
  /** Where messages are handed in. */
  readonly serviceUrl: string
  readonly zone: ZoneId
}

/** The Playground's General channel, as this machine's clock goes. `playgroundUrl` is its page's address. */
export function demoWorld(playgroundUrl: string): DemoWorld {
  const { tenantId, team, general, bot, people, personalChatId } = playgroundWorld
  return {
    tenant: tenantId as TenantId,
    team: { id: team.id as TeamId, name: team.name },
    channel: { id: general.id as ChannelId, name: general.name },
    bot,
    people: people.map(({ id, name, aadObjectId, email }, index) => ({
      id: aadObjectId as PersonId,
      name,
      givenName: name.split(' ')[0] ?? null,
      email,
      teamsId: id,
      // The Playground shows one person's chat: that of its current user, who is the first.
      chat: index === 0 ? personalChatId : null,
    })),
    serviceUrl: new URL('/_connector', playgroundUrl).href,
    zone: machineZone(),
  }
}

function machineZone(): ZoneId {
  const own = parseZone(new Intl.DateTimeFormat().resolvedOptions().timeZone)
  return own ?? ('Europe/Copenhagen' as ZoneId)
}
