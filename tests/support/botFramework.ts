import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { epochMs } from '../../bot/domain/time'
import type { Clock } from '../../bot/flows/ports'
import { BOT_APP_ID } from './standIns'

/** What stands otherwise in a token than in a good one; `undefined` leaves a claim out. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * A stand-in for the Bot Framework's token service: OpenID metadata and signing keys over HTTP, and tokens as its
 * channels bring them. `serviceUrl` is the one that good tokens are made for. The caller closes it.
 */
export async function startBotFramework({ clock, serviceUrl }: { clock: Clock; serviceUrl: string }) {
  made ??= makeKeys()
  const { teams, others, stranger } = await made
  let keys = [teams, others]
  const issuer = 'https://api.botframework.example'
  const requests: string[] = []
  let isDown = false
  const server = createServer((req, res) => {
    const { url = '' } = req
    requests.push(url)
    if (isDown) {
      res.statusCode = 503
      return res.end()
    }
    const body = url.startsWith('/keys')
      ? { keys: keys.map(({ jwk }) => jwk) }
      : { issuer, jwks_uri: `${originOf()}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
    res.setHeader('content-type', 'application/json')
    return res.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const originOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const claimsOf = (over: Claims): JWTPayload => {
    const now = Math.floor(epochMs(clock.now()) / 1000)
    const claims = { iss: issuer, aud: BOT_APP_ID, serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600 }
    const given: [string, unknown][] = Object.entries({ ...claims, ...over })
    return Object.fromEntries(given.filter(([, value]) => value !== undefined))
  }
  const sign = (over: Claims, { privateKey, kid }: { privateKey: CryptoKey; kid: string }) =>
    new SignJWT(claimsOf(over)).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey)

  return {
    issuer,
    metadata: `${originOf()}/.well-known/openidconfiguration`,
    /** Paths that were asked for, oldest first. */
    requests,
    /** Whether the service answers 503 from now on. */
    fail: (fails: boolean) => void (isDown = fails),
    /** Takes the key that endorses Teams back, as a key service does with one that leaked. */
    drop: () => void (keys = [others]),
    token: (over: Claims = {}) => sign(over, teams),
    /** Signed by a key that is published and does not endorse Teams. */
    unendorsed: (over: Claims = {}) => sign(over, others),
    /** Signed by somebody else under the name of a good key. */
    forged: (over: Claims = {}) => sign(over, { privateKey: stranger, kid: teams.kid }),
    /** Signed by a key that was never published. */
    unpublished: (over: Claims = {}) => sign(over, { privateKey: stranger, kid: 'nobody-knows-it' }),
    unsigned: (over: Claims = {}) => new UnsecuredJWT(claimsOf(over)).encode(),
    /** Signed by HMAC with the public key as its secret. */
    confused: async (over: Claims = {}) =>
      new SignJWT(claimsOf(over))
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: teams.kid })
        .sign(new TextEncoder().encode(await exportSPKI(teams.publicKey))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

let made: ReturnType<typeof makeKeys> | undefined

/** Made once in a test file: they cost more than all the rest. */
async function makeKeys() {
  const [teams, others, stranger] = await Promise.all([
    aKey('teams', ['msteams', 'webchat']),
    aKey('others', ['webchat', 'slack']),
    generateKeyPair('RS256'),
  ])
  return { teams, others, stranger: stranger.privateKey }
}

async function aKey(kid: string, endorsements: readonly string[]) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    kid,
    publicKey,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements },
  }
}
