import { createRemoteJWKSet, jwtVerify, SignJWT, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import type { PersonId, TenantId } from '../domain/ids'
import type { Clock } from '../flows/ports'
import { epochMs } from '../domain/time'
import type { Authenticate, Identity, LocalDoor } from './deps'

type EntraSettings = {
  /** Client id of the app registration whose tokens the tab brings. */
  readonly tabAppId: string
  /** Tokens of any other tenant are refused. */
  readonly tenants: readonly TenantId[]
  /** Where the signing keys are published. */
  readonly keysUrl: string
}

/** Where Entra publishes its keys. Which tenant a token is of is checked by its issuer, not by where its key is. */
export const ENTRA_KEYS = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'

/** How far our clock and Entra's may be apart. */
const TOLERANCE_SECONDS = 60

/**
 * Verifies Entra's v2 access tokens for the tab: signature by a published key and RS256 alone, issuer of the token's
 * own tenant, that tenant on the list, audience, times, and the scope that a user consented to. jose refuses `none`
 * and any algorithm but the one named.
 */
export function entraTokens({ tabAppId, tenants, keysUrl }: EntraSettings): Authenticate {
  const keys = createRemoteJWKSet(new URL(keysUrl), { cooldownDuration: 30_000, cacheMaxAge: 24 * 3_600_000 })
  return async (token) => {
    const claims = await verified(token, keys, {
      algorithms: ['RS256'],
      audience: [tabAppId, `api://${tabAppId}`],
      requiredClaims: ['exp', 'iss', 'aud', 'tid', 'oid', 'scp', 'ver'],
      clockTolerance: TOLERANCE_SECONDS,
    })
    return claims && identityOf(claims, tenants)
  }
}

function identityOf(claims: JWTPayload, tenants: readonly TenantId[]): Identity | null {
  const { tid, oid, ver, scp, iss } = claims
  const tenant = tenants.find((allowed) => allowed === tid)
  const scopes = typeof scp === 'string' ? scp.split(' ') : []
  if (tenant === undefined || ver !== '2.0' || !scopes.includes('access_as_user')) return null
  if (iss !== `https://login.microsoftonline.com/${tenant}/v2.0`) return null
  return typeof oid === 'string' && oid !== '' ? { tenant, person: oid as PersonId } : null
}

/** A refusal is null; failing to fetch the keys is an outage and throws. */
async function verified(
  token: string,
  keys: JWTVerifyGetKey | Uint8Array,
  options: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload | null> {
  try {
    const { payload } =
      typeof keys === 'function'
        ? await jwtVerify(token, keys, options)
        : await jwtVerify(token, keys, options)
    return payload
  } catch (error) {
    if (isOutage(error)) throw error
    return null
  }
}

/** jose gives what is wrong with a token a code of its own; anything else is the network's. */
function isOutage(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return (
    typeof code !== 'string' ||
    code === 'ERR_JWKS_TIMEOUT' ||
    code === 'ERR_JOSE_GENERIC' ||
    !code.startsWith('ERR_J')
  )
}

const LOCAL_AUDIENCE = 'plumbline-local'
const LOCAL_HOURS = 8

type LocalSettings = Pick<LocalDoor, 'tenant' | 'people'> & {
  /** Made anew at each start: a token of another run opens nothing. */
  readonly key: Uint8Array
  readonly clock: Clock
}

/** Local mode signs its own tokens, for the people of the trial alone. */
export function localTokens({ tenant, people, key, clock }: LocalSettings) {
  const isKnown = (id: unknown) => people.some((person) => person.id === id)
  const authenticate: Authenticate = async (token) => {
    const claims = await verified(token, key, {
      algorithms: ['HS256'],
      audience: LOCAL_AUDIENCE,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(epochMs(clock.now())),
    })
    return claims && isKnown(claims.sub) ? { tenant, person: claims.sub as PersonId } : null
  }
  const signIn = (person: PersonId): Promise<string> => {
    const now = Math.floor(epochMs(clock.now()) / 1000)
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person)
      .setAudience(LOCAL_AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + LOCAL_HOURS * 3600)
      .sign(key)
  }
  return { authenticate, signIn }
}
