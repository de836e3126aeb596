import { TeamsConnectorClient, type ConnectorClient } from 'botframework-connector'
import { z } from 'zod'
import type { ChannelId, GroupId, ProjectId, TenantId } from '../domain/ids'
import type { Channels } from '../flows/peoplePorts'
import { parseReference } from './reference'

type GroupDeps = {
  readonly channels: Channels
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>
}

/** How long the connector may take to tell, in ms. */
const DETAILS_TIMEOUT = 5_000

const detailsParser = z.object({ aadGroupId: z.string().min(1) })

/**
 * A project's channel with the Entra group of its team, which Teams' own id of the team does not tell: some activities
 * carry it, else the connector is asked once and it is kept. Null where nothing was heard from the channel yet.
 */
export function createTeamGroups({ channels, connect }: GroupDeps) {
  return async (
    project: ProjectId,
  ): Promise<{ readonly tenant: TenantId; readonly group: GroupId; readonly channel: ChannelId } | null> => {
    const place = await channels.place(project)
    if (!place) return null
    const { tenant, channel, team } = place
    if (place.group) return { tenant, channel, group: place.group }
    const reference = parseReference(place.reference)
    if (!reference) return null
    const details = await teamDetails(await connect(reference.serviceUrl), reference.serviceUrl, team)
    const group = detailsParser.parse(details).aadGroupId as GroupId
    await channels.change(project, (stands) => ({ ...stands, group }))
    return { tenant, channel, group }
  }
}

async function teamDetails(connector: ConnectorClient, serviceUrl: string, team: string): Promise<unknown> {
  const client = new TeamsConnectorClient(connector.credentials, { baseUri: serviceUrl })
  return client.teams.fetchTeamDetails(team, { timeout: DETAILS_TIMEOUT })
}
