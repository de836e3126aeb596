import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'

type SigningKey = {
  readonly key: ReturnType<typeof createLocalJWKSet>
  readonly endorsements: readonly string[]
}

export type SigningKeys = {
  /** The key of an id, from the service when it may be new there; throws when no keys can be had at all. */
  find(kid: string): Promise<SigningKey | null>
  /** Stands for the set of keys that is believed now: what was verified under another is to be verified anew. */
  current(): unknown
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
export function signingKeys(metadata: string, clock: Clock): SigningKeys {
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
  return {
    async find(kid) {
      const age = epochMs(clock.now()) - askedAt
      const isStale = age > BELIEVED_FOR || (age > ASKED_AGAIN_AFTER && known?.has(kid) === false)
      if (!known || isStale) {
        asking ??= ask().finally(() => (asking = null))
        await asking
      }
      return known?.get(kid) ?? null
    },
    current: () => known,
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
