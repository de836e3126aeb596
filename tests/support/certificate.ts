import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a server proves itself with, and what its callers trust; both PEM. */
export type Certificate = { readonly key: string; readonly certificate: string }

/** A certificate of some hosts for a day, signed by itself: Node reads certificates, but makes none. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const name = sequence(set(sequence(COMMON_NAME, text('Plumbline tests'))))
  const from = moment(Date.now() - 3_600_000)
  const until = moment(Date.now() + 86_400_000)
  const what = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(ECDSA_SHA256),
    name,
    sequence(from, until),
    name,
    publicKey,
    der(
      0xa3,
      sequence(
        sequence(
          ALTERNATIVE_NAMES,
          der(0x04, sequence(...hosts.map((host) => der(0x82, Buffer.from(host))))),
        ),
      ),
    ),
  )
  const signature = sign('sha256', what, privateKey)
  const signed = sequence(
    what,
    sequence(ECDSA_SHA256),
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  )
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}

const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))
const ALTERNATIVE_NAMES = der(0x06, Buffer.from('551d11', 'hex'))
const ECDSA_SHA256 = der(0x06, Buffer.from('2a8648ce3d040302', 'hex'))

/** A value as DER has it: what it is, how long, and itself. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function set(part: Buffer): Buffer {
  return der(0x31, part)
}

function text(value: string): Buffer {
  return der(0x0c, Buffer.from(value))
}

/** As `YYMMDDHHMMSSZ`. */
function moment(at: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}
