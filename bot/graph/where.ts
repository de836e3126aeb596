import type { ChannelId, GroupId, ProjectId, TenantId } from '../domain/ids'

/** A project's channel as Graph addresses it. */
export type GraphPlace = { readonly tenant: TenantId; readonly group: GroupId; readonly channel: ChannelId }

/** Finds it; null where Teams knows no such team. Throws when Teams can't be asked. */
export type FindPlace = (project: ProjectId) => Promise<GraphPlace | null>

export function teamPath({ group }: GraphPlace): string {
  return `/teams/${encodeURIComponent(group)}`
}

export function tabsPath(place: GraphPlace): string {
  return `${teamPath(place)}/channels/${encodeURIComponent(place.channel)}/tabs`
}
