import type { ProjectId } from '../../domain/ids'
import type { Channels, People } from '../../flows/peoplePorts'
import type { TeamsReference } from '../../teams/reference'
import type { DemoWorld } from './world'

type Deps = {
  readonly people: People
  readonly channels: Channels
}

/**
 * Makes the Playground's people and its channel known as their first messages would, so that the tab and the weekly
 * cards work before anybody has written. What was remembered of an earlier Playground would lead nowhere: its chats
 * end with it, and its port may be another.
 */
export async function meetPlayground(
  { people, channels }: Deps,
  world: DemoWorld,
  project: ProjectId,
): Promise<void> {
  const { tenant, team, channel } = world
  await channels.remember(project, {
    tenant,
    team: team.id,
    channel: channel.id,
    teamName: team.name,
    channelName: channel.name,
    group: null,
    reference: referenceTo(channel.id, world),
  })
  await Promise.all(
    world.people.map(async ({ id, name, teamsId, chat }) => {
      const known = await people.contact(tenant, id)
      await people.meet(tenant, {
        person: { id, name },
        locale: known?.locale ?? null,
        zone: known?.zone ?? null,
        reference: chat === null ? null : referenceTo(chat, world),
        teamsId,
      })
    }),
  )
}

function referenceTo(conversation: string, { serviceUrl, tenant, bot }: DemoWorld): TeamsReference {
  return { serviceUrl, conversation, tenant, bot }
}
