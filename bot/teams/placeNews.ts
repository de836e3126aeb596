import { z } from 'zod'
import type { ChannelId, TeamId, TenantId } from '../domain/ids'
import type { PlaceEvent } from '../domain/place'
import type { PlaceNews } from '../flows/followPlace'

const id = z.string().min(1).max(300)
const name = z.string().nullish()

/** Conversation updates of Teams, and an installation that ended: the fields that tell of channels and teams. */
const newsParser = z.object({
  type: z.string(),
  action: z.string().nullish(),
  recipient: z.object({ id: z.string() }),
  membersRemoved: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z.object({
    eventType: z.string().nullish(),
    team: z.object({ id, name }),
    channel: z.object({ id, name }).nullish(),
  }),
})
type RawNews = z.infer<typeof newsParser>

/**
 * Reads what an activity tells of the life of a channel or of a team; null for everything else. `tenant` is the one that
 * the activity was let in for.
 */
export function readPlaceNews(raw: unknown, tenant: TenantId): PlaceNews | null {
  const parsed = newsParser.safeParse(raw)
  if (!parsed.success) return null
  const { team, channel } = parsed.data.channelData
  const event = eventOf(parsed.data)
  if (!event) return null
  const isOfChannel = event.kind.startsWith('channel')
  if (isOfChannel && !channel) return null
  return {
    tenant,
    team: team.id as TeamId,
    channel: isOfChannel && channel ? (channel.id as ChannelId) : null,
    event,
  }
}

function eventOf(news: RawNews): PlaceEvent | null {
  const { type, action, recipient, membersRemoved, channelData } = news
  if (type === 'installationUpdate') return action === 'remove' ? { kind: 'removed' } : null
  if (type !== 'conversationUpdate') return null
  if (membersRemoved?.some((member) => member.id === recipient.id) === true) return { kind: 'removed' }
  // Teams' documentation writes some of these with a small letter in the middle.
  switch (channelData.eventType?.toLowerCase()) {
    case 'channeldeleted':
      return { kind: 'channelDeleted' }
    case 'channelrestored':
      return { kind: 'channelRestored' }
    case 'channelrenamed':
      return renamed('channelRenamed', channelData.channel?.name)
    case 'teamrenamed':
      return renamed('teamRenamed', channelData.team.name)
    case 'teamarchived':
      return { kind: 'teamArchived' }
    case 'teamunarchived':
      return { kind: 'teamUnarchived' }
    case 'teamdeleted':
    case 'teamharddeleted':
      return { kind: 'teamDeleted' }
    case 'teamrestored':
      return { kind: 'teamRestored' }
    default:
      return null
  }
}

function renamed(kind: 'channelRenamed' | 'teamRenamed', to: string | null | undefined): PlaceEvent | null {
  return to ? { kind, name: to } : null
}
