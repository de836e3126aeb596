import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { hash } from 'node:crypto'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import { signingKeys, type SigningKeys } from './signingKeys'

/** Who signs what Teams sends, and where the OpenID metadata of its keys stands. */
export type TokenService = { readonly issuer: string; readonly metadata: string }

/** The public cloud's, as the Bot Framework documents it. */
export const BOT_FRAMEWORK_TOKENS: TokenService = {
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}

/** Whether a request comes from the Bot Framework's channel; `why` is for the log. */
type TokenVerdict = { readonly kind: 'trusted' } | Refusal
type Refusal = { readonly kind: 'refused'; readonly why: string }

/** Verifies the Authorization header of an activity; throws when the signing keys can't be had at all. */
export type VerifyToken = (
  authorization: string,
  activity: { readonly channelId: string; readonly serviceUrl: string },
) => Promise<TokenVerdict>

type ChannelTokenDeps = { readonly appId: string; readonly tokens: TokenService; readonly clock: Clock }

/** What the Bot Framework allows between two clocks, in seconds. */
const CLOCK_TOLERANCE = 5 * 60
const ALGORITHMS = ['RS256', 'RS384', 'RS512']

/** How long a token that was verified is believed without another look at its signature, in ms, and how many are. */
const BELIEVED_FOR = 3 * 60_000
const REMEMBERED = 1_000

/**
 * The Bot Framework's rules for tokens from its channels, with a short memory: a channel brings the same token for an
 * hour, and its signature costs more than the rest of a turn's way in. A remembered verdict holds for the same token,
 * channel and serviceUrl, until the token's own end, for minutes at most, and only under the keys it was verified with.
 * Refusals are not remembered; tokens are, by their hash.
 */
export function channelTokens({ appId, tokens, clock }: ChannelTokenDeps): VerifyToken {
  const keys = signingKeys(tokens.metadata, clock)
  const verify = verifyingWith(keys, appId, tokens.issuer, clock)
  const trusted = new LRUCache<string, { readonly until: number; readonly keys: unknown }>({
    max: REMEMBERED,
  })
  return async (authorization, activity) => {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1]
    if (!token) return refused('no token')
    const id = `${hash('sha256', token, 'base64')} ${activity.channelId} ${activity.serviceUrl}`
    const known = trusted.get(id)
    const now = epochMs(clock.now())
    if (known && now < known.until && known.keys === keys.current()) return { kind: 'trusted' }
    const verdict = await verify(token, activity)
    if (verdict.kind === 'refused') return verdict
    const until = Math.min(now + BELIEVED_FOR, verdict.exp * 1000)
    trusted.set(id, { until, keys: keys.current() })
    return { kind: 'trusted' }
  }
}

type Activity = Parameters<VerifyToken>[1]
/** `exp`: when the token ends, in seconds. */
type Verified = { readonly kind: 'verified'; readonly exp: number }

/**
 * Issuer, audience, lifetime, signature, the key's endorsement of the channel, and the serviceUrl that the token was
 * made for. Botbuilder's own check accepts tokens that never expire, writes each refusal to the console and forgets good
 * keys when it can't fetch new ones.
 */
function verifyingWith(keys: SigningKeys, appId: string, issuer: string, clock: Clock) {
  return async (token: string, { channelId, serviceUrl }: Activity): Promise<Verified | Refusal> => {
    const kid = kidOf(token, issuer)
    if (typeof kid !== 'string') return kid
    const found = await keys.find(kid)
    if (!found) return refused('unknown signing key')
    try {
      const { payload } = await jwtVerify(token, found.key, {
        issuer,
        audience: appId,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: new Date(epochMs(clock.now())),
      })
      if (found.endorsements.length > 0 && !found.endorsements.includes(channelId)) {
        return refused('the key does not endorse the channel')
      }
      return payload['serviceurl'] === serviceUrl
        ? { kind: 'verified', exp: payload.exp ?? 0 }
        : refused('serviceUrl is not the token’s')
    } catch (cause) {
      if (cause instanceof errors.JOSEError) return refused(whyOf(cause))
      throw cause
    }
  }
}

/** By code and claim: the words of an error quote what the token says, and a flood of those would be no two alike. */
function whyOf(cause: errors.JOSEError): string {
  const isAboutClaim = cause instanceof errors.JWTClaimValidationFailed || cause instanceof errors.JWTExpired
  return isAboutClaim ? `${cause.code} ${cause.claim}` : cause.code
}

function refused(why: string): Refusal {
  return { kind: 'refused', why }
}

/** The key that a token names; a token that can't be one of ours is refused before any key is asked for. */
function kidOf(token: string, issuer: string): string | Refusal {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (alg === undefined || !ALGORITHMS.includes(alg)) return refused('token algorithm')
    if (decodeJwt(token).iss !== issuer) return refused('token issuer')
    return kid ?? refused('no key id')
  } catch {
    return refused('token is garbage')
  }
}
