import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ALEX } from './builders'

/** The tab's app registration, as the tests' Entra knows it. */
export const TAB_APP_ID = '11111111-2222-3333-4444-555555555555'
/** The customer's tenant, whose tokens are to be taken; any other is foreign. */
export const ENTRA_TENANT = 'aaaaaaaa-0000-0000-0000-00000000000a'

export type Entra = Awaited<ReturnType<typeof startEntra>>

/** A stand-in for Entra: publishes a key over HTTP and signs what a test asks for. The caller closes it. */
export async function startEntra() {
  const kid = 'key-of-the-tests'
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const stranger = (await generateKeyPair('RS256')).privateKey
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }
  let fetches = 0
  const server = createServer((_req, res) => {
    fetches += 1
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const sign = (claims: JWTPayload, key: CryptoKey = privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key)
  return {
    keysUrl: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    /** A token as Entra gives it to the tab, with some claims otherwise; `undefined` leaves a claim out. */
    token: (over: Record<string, unknown> = {}) => sign(claimsOf(over)),
    /** The same, signed by a key that Entra never published. */
    forged: (over: Record<string, unknown> = {}) => sign(claimsOf(over), stranger),
    /** The same without a signature at all. */
    unsigned: (over: Record<string, unknown> = {}) => new UnsecuredJWT(claimsOf(over)).encode(),
    /** The same, signed by HMAC with the public key as its secret: the oldest trick there is. */
    confused: (over: Record<string, unknown> = {}) =>
      new SignJWT(claimsOf(over))
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function claimsOf(over: Record<string, unknown>): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  const claims: Record<string, unknown> = {
    aud: TAB_APP_ID,
    iss: `https://login.microsoftonline.com/${ENTRA_TENANT}/v2.0`,
    iat: now - 60,
    nbf: now - 60,
    exp: now + 3600,
    oid: ALEX.id,
    tid: ENTRA_TENANT,
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Somebody',
    ...over,
  }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}
