import { z } from 'zod'

/** From where activities are taken: this machine alone, or Teams for some tenants. */
export type GuardRules =
  | { readonly kind: 'local' }
  | { readonly kind: 'teams'; readonly tenants: readonly string[]; readonly services: readonly RegExp[] }

/**
 * Where the Bot Framework's connector for Teams stands (public cloud). Elsewhere a stored reference would be a way to
 * make the bot call anyone.
 */
export const BOT_FRAMEWORK_SERVICES: readonly RegExp[] = [
  /^https:\/\/smba\.trafficmanager\.net$/,
  /^https:\/\/[a-z0-9-]+\.botframework\.com$/,
  /^https:\/\/smba\.[a-z0-9-]+\.teams\.microsoft\.com$/,
]

const bodyParser = z.object({
  channelId: z.string(),
  serviceUrl: z.string().min(1),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
})

/**
 * Why an activity is refused before its token is looked at, for the log; `null` when it may go on. A good token alone
 * says nothing of the tenant.
 */
export function refusalOf(rules: GuardRules, body: unknown): string | null {
  const parsed = bodyParser.safeParse(body)
  if (!parsed.success) return 'no activity'
  const { channelId, serviceUrl, conversation, channelData } = parsed.data
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null
  if (!url) return 'serviceUrl is none'
  if (rules.kind === 'local') return isLoopback(url) ? null : 'serviceUrl is not on this machine'
  if (channelId !== 'msteams') return 'channel is not Teams'
  if (!isPlain(url) || !rules.services.some((origin) => origin.test(url.origin)))
    return 'serviceUrl is not the Bot Framework'
  const tenants = [channelData?.tenant?.id, conversation?.tenantId].filter((tenant) => tenant !== undefined)
  const isAllowed = tenants.length > 0 && tenants.every((tenant) => rules.tenants.includes(tenant))
  return isAllowed ? null : 'tenant is not allowed'
}

/** The origin alone says who is called: an address with a user, a query or a fragment is none of the connector's. */
function isPlain({ username, password, search, hash }: URL): boolean {
  return [username, password, search, hash].every((part) => part === '')
}

function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}
