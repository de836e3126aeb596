import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'

/** What an inbound request must be before the Bot Framework's own authentication looks at it. */
export type GuardRules =
  | { readonly kind: 'local' }
  | { readonly kind: 'teams'; readonly tenants: readonly string[]; readonly serviceHosts: readonly RegExp[] }

/**
 * Hosts of the Bot Framework's connector for Teams (public cloud). Elsewhere a stored reference would be a way to make
 * the bot call anyone.
 */
export const BOT_FRAMEWORK_HOSTS: readonly RegExp[] = [
  /^smba\.trafficmanager\.net$/,
  /^[a-z0-9-]+\.botframework\.com$/,
  /^smba\.[a-z0-9-]+\.teams\.microsoft\.com$/,
]

const bodyParser = z.object({
  channelId: z.string(),
  serviceUrl: z.string().min(1),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
})

/**
 * Why a request is refused, for the log; `null` when the Bot Framework's authentication may go on with it. The stock
 * adapter accepts a foreign tenant, an absent serviceUrl and a token without expiry, and answers a token without a
 * usable algorithm with a 500.
 */
export function refusalOf(rules: GuardRules, authorization: string, body: unknown): string | null {
  const parsed = bodyParser.safeParse(body)
  if (!parsed.success) return 'no activity'
  const { channelId, serviceUrl, conversation, channelData } = parsed.data
  const url = parseUrl(serviceUrl)
  if (!url) return 'serviceUrl is none'
  if (rules.kind === 'local') return isLoopback(url) ? null : 'serviceUrl is not on this machine'
  if (channelId !== 'msteams') return 'channel is not Teams'
  if (url.protocol !== 'https:') return 'serviceUrl is not https'
  if (!rules.serviceHosts.some((host) => host.test(url.hostname)))
    return 'serviceUrl is not the Bot Framework'
  const tenant = channelData?.tenant?.id ?? conversation?.tenantId
  if (!tenant || !rules.tenants.includes(tenant)) return 'tenant is not allowed'
  return refusalOfToken(authorization)
}

function refusalOfToken(authorization: string): string | null {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1]
  if (!token) return 'no token'
  try {
    const { alg } = decodeProtectedHeader(token)
    if (alg !== 'RS256' && alg !== 'RS384' && alg !== 'RS512') return 'token algorithm'
    return decodeJwt(token).exp === undefined ? 'token never expires' : null
  } catch {
    return 'token is garbage'
  }
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}
