import type { ProjectId } from '../domain/ids'
import type { ChannelPlace, Channels, SeenPlace } from '../flows/peoplePorts'
import { ranges, rowKeys, tenantPartition } from './keys'
import { placeRow } from './placeRow'
import { ofTeamRow, placesAdoptedRow } from './pointerRow'
import type { Table } from './table'
import { StorageUnavailable } from './unavailable'

/** More than activities of one channel that come in at the same moment. */
const ATTEMPTS = 10

/**
 * Where the channels of projects are reached. Every write is over what was read, because what an activity tells must not
 * wipe out that the channel was deleted a moment before. A channel is noted under its team first: a crash between leaves
 * a pointer to a channel that nothing is known of, which is passed over.
 */
export function openChannels(table: Table): Channels {
  const placeOf = async (project: ProjectId): Promise<ChannelPlace | null> => {
    const found = await table.get(placeRow.place(project))
    return found && placeRow.fromEntity(found.row)
  }

  async function over(
    project: ProjectId,
    next: (before: ChannelPlace | null) => ChannelPlace | null,
  ): Promise<{ before: ChannelPlace | null; after: ChannelPlace | null }> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const found = await table.get(placeRow.place(project))
      const before = found && placeRow.fromEntity(found.row)
      const after = next(before)
      if (!after || after === before) return { before, after }
      const entity = placeRow.toEntity(project, after)
      const saved = found
        ? (await table.replace(entity, found.tag)) !== null
        : (await table.transact([{ how: 'new', entity }])) === 'saved'
      if (saved) return { before, after }
    }
    throw new StorageUnavailable('save a place', new Error(`Lost ${ATTEMPTS} races in a row`))
  }

  /** Channels that were noted before there were pointers; once, and from then on one read. */
  async function adopt(): Promise<void> {
    if (await table.get(placesAdoptedRow.place)) return
    for (const { row } of await table.listEverywhere(rowKeys.place)) {
      const { tenant, team } = placeRow.fromEntity(row)
      await table.upsert(ofTeamRow.toEntity(tenant, team, String(row['partitionKey']) as ProjectId))
    }
    await table.upsert(placesAdoptedRow.toEntity())
  }

  return {
    place: placeOf,
    async remember(project, seen) {
      if (!(await placeOf(project))) await table.upsert(ofTeamRow.toEntity(seen.tenant, seen.team, project))
      await over(project, (before) => withNews(before, seen))
    },
    async change(project, next) {
      const { before, after } = await over(project, (place) => place && next(place))
      return before && after && { before, after }
    },
    async ofTeam(tenant, team) {
      await adopt()
      const rows = await table.list(tenantPartition(tenant), ranges.ofTeam(team))
      return rows.map(({ row }) => ofTeamRow.fromEntity(row).project)
    },
  }
}

function withNews(before: ChannelPlace | null, seen: SeenPlace): ChannelPlace {
  return {
    ...seen,
    teamName: seen.teamName ?? before?.teamName ?? null,
    channelName: seen.channelName ?? before?.channelName ?? null,
    group: seen.group ?? before?.group ?? null,
    hindrances: before?.hindrances ?? [],
    hinderedSince: before?.hinderedSince ?? null,
  }
}
