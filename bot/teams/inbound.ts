import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { ChannelId, GroupId, PersonId, TeamId, TenantId } from '../domain/ids'
import { fromEpochMs, parseZone, type Instant, type ZoneId } from '../domain/time'
import type { PlaceNews } from '../flows/followPlace'
import { readPlaceNews } from './placeNews'

/** Who sent an activity, as the Bot Framework vouches for it. Whether they belong to the team is asked of the roster. */
export type Sender = {
  readonly tenant: TenantId
  readonly id: PersonId
  readonly name: string
  readonly teamsId: string
  /** BCP 47; English of Britain where none was told. */
  readonly locale: string
  readonly tellsLocale: boolean
  readonly zone: ZoneId | null
}

export type Place =
  | {
      readonly kind: 'channel'
      readonly tenant: TenantId
      readonly team: TeamId
      readonly channel: ChannelId
      readonly teamName: string | null
      readonly channelName: string | null
      /** Told by some activities alone. */
      readonly group: GroupId | null
    }
  | { readonly kind: 'personal' }

export type SentFile = { readonly name: string; readonly url: string }

/** A mention as it stands in the text, and the Teams id that it means. */
export type Mention = { readonly text: string; readonly teamsId: string; readonly name: string }

/** What arrived, parsed; what a bot has no use for is `ignored`. */
export type Inbound =
  | {
      readonly kind: 'message'
      readonly from: Sender
      readonly place: Place
      /** Without the mention of the bot. */
      readonly text: string
      readonly mentions: readonly Mention[]
      /** Files that Teams keeps for whoever it gives their addresses to; they come in a 1:1 chat alone. */
      readonly files: readonly SentFile[]
      /** When the client sent it; it says the same however often it is delivered. */
      readonly sentAt: Instant | null
    }
  | {
      readonly kind: 'cardAction'
      readonly from: Sender
      readonly place: Place
      readonly verb: unknown
      readonly data: unknown
      /** The message that holds the card. */
      readonly card: string | null
      readonly sentAt: Instant | null
    }
  | {
      readonly kind: 'installed'
      readonly tenant: TenantId
      readonly place: Place
      /** Teams tells no name of who installed it. */
      readonly by: Sender | null
      /** It was there before, in an older version. */
      readonly isUpdate: boolean
    }
  | {
      readonly kind: 'fileConsent'
      readonly from: Sender
      readonly place: Place
      readonly value: unknown
      /** The message that asked. */
      readonly card: string | null
    }
  | { readonly kind: 'placeNews'; readonly news: PlaceNews }
  | { readonly kind: 'ignored' }

const nonEmpty = z.string().min(1)
/** Ids become keys. Teams' longest has half of this; what is longer is nobody's. */
const id = nonEmpty.max(300)
const activityParser = z.object({
  type: nonEmpty,
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  replyToId: z.string().nullish(),
  localTimezone: z.string().nullish(),
  localTimestamp: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  from: z.object({ id, name: z.string().nullish(), aadObjectId: id.nullish() }).optional(),
  recipient: z.object({ id: nonEmpty }),
  conversation: z.object({
    id: nonEmpty,
    conversationType: z.string().nullish(),
    tenantId: id.nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id }).optional(),
      team: z.object({ id, name: z.string().nullish(), aadGroupId: id.nullish() }).optional(),
      channel: z.object({ id, name: z.string().nullish() }).optional(),
    })
    .nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string(), name: z.string().nullish(), content: z.unknown().optional() }))
    .nullish(),
  value: z.unknown().optional(),
})
type ParsedActivity = z.infer<typeof activityParser>

const mentionParser = z.object({
  type: z.literal('mention'),
  text: nonEmpty,
  mentioned: z.object({ id: nonEmpty, name: z.string().nullish() }),
})
const clientInfoParser = z.object({
  type: z.literal('clientInfo'),
  timezone: z.string().nullish(),
  locale: z.string().nullish(),
})
const invokeParser = z.object({
  action: z.object({ verb: z.unknown().optional(), data: z.unknown().optional() }),
})

/** Reads an activity that passed authentication. Ids are opaque: nothing is read out of them. */
export function readActivity(raw: Activity): Inbound {
  const parsed = activityParser.safeParse(raw)
  if (!parsed.success) return { kind: 'ignored' }
  const activity = parsed.data
  const tenant = activity.channelData?.tenant?.id ?? activity.conversation.tenantId
  const place = tenant ? placeOf(activity, tenant as TenantId) : null
  if (!tenant || !place) return { kind: 'ignored' }
  const news = place.kind === 'channel' ? readPlaceNews(raw, tenant as TenantId) : null
  if (news) return { kind: 'placeNews', news }
  if (activity.type === 'installationUpdate') {
    return activity.action?.startsWith('add') === true
      ? {
          kind: 'installed',
          tenant: tenant as TenantId,
          place,
          by: senderOf(activity, tenant as TenantId),
          isUpdate: activity.action === 'add-upgrade',
        }
      : { kind: 'ignored' }
  }
  const from = senderOf(activity, tenant as TenantId)
  if (!from) return { kind: 'ignored' }
  if (activity.type === 'message') return messageOf(activity, from, place)
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const invoke = invokeParser.safeParse(activity.value)
    return {
      kind: 'cardAction',
      from,
      place,
      verb: invoke.data?.action.verb,
      data: invoke.data?.action.data,
      card: activity.replyToId ?? null,
      sentAt: sentAtOf(activity),
    }
  }
  if (activity.type === 'invoke' && activity.name === 'fileConsent/invoke') {
    return { kind: 'fileConsent', from, place, value: activity.value, card: activity.replyToId ?? null }
  }
  return { kind: 'ignored' }
}

function messageOf(activity: ParsedActivity, from: Sender, place: Place): Inbound {
  const mentions = (activity.entities ?? []).flatMap((entity) => {
    const mention = mentionParser.safeParse(entity)
    return mention.success
      ? [
          {
            text: mention.data.text,
            teamsId: mention.data.mentioned.id,
            name: mention.data.mentioned.name ?? '',
          },
        ]
      : []
  })
  const bot = mentions.filter((mention) => mention.teamsId === activity.recipient.id)
  const text = bot.reduce((rest, mention) => rest.replace(mention.text, ' '), activity.text ?? '')
  return {
    kind: 'message',
    from,
    place,
    text: text.trim(),
    mentions: mentions.filter((mention) => mention.teamsId !== activity.recipient.id),
    files: place.kind === 'personal' ? (activity.attachments ?? []).flatMap(fileIn) : [],
    sentAt: sentAtOf(activity),
  }
}

const fileParser = z.object({ downloadUrl: z.string().min(1).max(4_000) })

function fileIn({
  contentType,
  name,
  content,
}: NonNullable<ParsedActivity['attachments']>[number]): SentFile[] {
  if (contentType !== 'application/vnd.microsoft.teams.file.download.info') return []
  const file = fileParser.safeParse(content)
  return file.success ? [{ name: name?.slice(0, 300) ?? 'file', url: file.data.downloadUrl }] : []
}

/** The client's own time before the channel's: a delivery that is made anew may be stamped anew on its way. */
function sentAtOf({ localTimestamp, timestamp }: ParsedActivity): Instant | null {
  const times = [localTimestamp, timestamp].map((time) => (typeof time === 'string' ? Date.parse(time) : NaN))
  const known = times.find((time) => !Number.isNaN(time))
  return known === undefined ? null : fromEpochMs(known)
}

function senderOf(activity: ParsedActivity, tenant: TenantId): Sender | null {
  if (!activity.from?.aadObjectId) return null
  const client = (activity.entities ?? [])
    .map((entity) => clientInfoParser.safeParse(entity))
    .find((info) => info.success)
  const zone = client?.data.timezone ?? activity.localTimezone
  const locale = activity.locale ?? client?.data.locale ?? null
  return {
    tenant,
    id: activity.from.aadObjectId as PersonId,
    name: activity.from.name ?? '',
    teamsId: activity.from.id,
    locale: locale ?? 'en-GB',
    tellsLocale: locale !== null,
    zone: zone ? (parseZone(zone) ?? null) : null,
  }
}

function placeOf(activity: ParsedActivity, tenant: TenantId): Place | null {
  if (activity.conversation.conversationType === 'personal') return { kind: 'personal' }
  const { team, channel } = activity.channelData ?? {}
  if (!team) return null
  return {
    kind: 'channel',
    tenant,
    team: team.id as TeamId,
    channel: (channel?.id ?? team.id) as ChannelId,
    teamName: team.name ?? null,
    channelName: channel?.name ?? null,
    group: (team.aadGroupId ?? null) as GroupId | null,
  }
}
