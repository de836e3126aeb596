import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
} from 'jose'
import { z } from 'zod'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'

/** Who signs what Teams sends, and where the OpenID metadata of its keys stands. */
export type TokenService = { readonly issuer: string; readonly metadata: string }

/** The public cloud's, as the Bot Framework documents it. */
export const BOT_FRAMEWORK_TOKENS: TokenService = {
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}

/** Whether a request comes from the Bot Framework's channel; `why` is for the log. */
type TokenVerdict = { readonly kind: 'trusted' } | { readonly kind: 'refused'; readonly why: string }

/** Verifies the Authorization header of an activity; throws when the signing keys can't be had at all. */
export type VerifyToken = (
  authorization: string,
  activity: { readonly channelId: string; readonly serviceUrl: string },
) => Promise<TokenVerdict>

type ChannelTokenDeps = { readonly appId: string; readonly tokens: TokenService; readonly clock: Clock }

/** What the Bot Framework allows between two clocks, in seconds. */
const CLOCK_TOLERANCE = 5 * 60
const ALGORITHMS = ['RS256', 'RS384', 'RS512']

/**
 * The Bot Framework's rules for tokens from its channels: issuer, audience, lifetime, signature, the key's endorsement
 * of the channel, and the serviceUrl that the token was made for. Botbuilder's own check accepts tokens that never
 * expire, writes each refusal to the console and forgets good keys when it can't fetch new ones.
 */
export function channelTokens({ appId, tokens, clock }: ChannelTokenDeps): VerifyToken {
  const keys = signingKeys(tokens.metadata, clock)
  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1]
    if (!token) return refused('no token')
    const kid = kidOf(token, tokens.issuer)
    if (typeof kid !== 'string') return kid
    const found = await keys(kid)
    if (!found) return refused('unknown signing key')
    try {
      const { payload } = await jwtVerify(token, found.key, {
        issuer: tokens.issuer,
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
        ? { kind: 'trusted' }
        : refused('serviceUrl is not the token’s')
    } catch (cause) {
      if (cause instanceof errors.JOSEError) return refused(cause.message)
      throw cause
    }
  }
}

function refused(why: string): TokenVerdict {
  return { kind: 'refused', why }
}

/** The key that a token names; a token that can't be one of ours is refused before any key is asked for. */
function kidOf(token: string, issuer: string): string | TokenVerdict {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (alg === undefined || !ALGORITHMS.includes(alg)) return refused('token algorithm')
    if (decodeJwt(token).iss !== issuer) return refused('token issuer')
    return kid ?? refused('no key id')
  } catch {
    return refused('token is garbage')
  }
}

type SigningKey = {
  readonly key: ReturnType<typeof createLocalJWKSet>
  readonly endorsements: readonly string[]
}

/** How long keys are believed, and how often an unknown one is asked for again, in ms. */
const BELIEVED_FOR = 24 * 3_600_000
const ASKED_AGAIN_AFTER = 5 * 60_000
const FETCH_TIMEOUT = 10_000

const metadataParser = z.object({ jwks_uri: z.string() })
const keySetParser = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string().optional(),
      kty: z.string(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
})

/** The service's keys by id, fetched once for all who wait; old keys serve on while no new ones can be had. */
function signingKeys(metadata: string, clock: Clock): (kid: string) => Promise<SigningKey | null> {
  let known: ReadonlyMap<string, SigningKey> | null = null
  let askedAt = 0
  let asking: Promise<void> | null = null
  const ask = async (): Promise<void> => {
    const now = epochMs(clock.now())
    try {
      known = await fetchKeys(metadata)
      askedAt = now
    } catch (cause) {
      if (!known) throw cause
      // The next try waits a little: a key service that is down is not asked with each activity.
      askedAt = now - BELIEVED_FOR + ASKED_AGAIN_AFTER
    }
  }
  return async (kid) => {
    const age = epochMs(clock.now()) - askedAt
    const isStale = age > BELIEVED_FOR || (age > ASKED_AGAIN_AFTER && known?.has(kid) === false)
    if (!known || isStale) {
      asking ??= ask().finally(() => (asking = null))
      await asking
    }
    return known?.get(kid) ?? null
  }
}

async function fetchKeys(metadata: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadataParser.parse(await fetchJson(metadata))
  const { keys } = keySetParser.parse(await fetchJson(jwks_uri))
  return new Map(
    keys.flatMap(({ endorsements = [], ...jwk }) =>
      jwk.kid === undefined
        ? []
        : [[jwk.kid, { key: createLocalJWKSet({ keys: [jwk] } as JSONWebKeySet), endorsements }] as const],
    ),
  )
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT) })
  if (!answer.ok) throw new Error(`The Bot Framework's keys could not be fetched (${answer.status})`)
  return answer.json()
}
