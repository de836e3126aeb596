import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose'
import { BOT_FRAMEWORK_HOSTS, refusalOf, type GuardRules } from '../../bot/teams/guard'

const TEAMS: GuardRules = { kind: 'teams', tenants: ['tenant-1'], serviceHosts: BOT_FRAMEWORK_HOSTS }
const body = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelData: { tenant: { id: 'tenant-1' } },
}

async function aToken(claims: { exp?: string } = { exp: '1h' }): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  const token = new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'k' })
  return `Bearer ${await (claims.exp ? token.setExpirationTime(claims.exp) : token).sign(privateKey)}`
}

describe('the guard before the adapter, in a tenant', () => {
  test('lets a Teams activity with a signed, ending token go on to be verified', async () => {
    expect(refusalOf(TEAMS, await aToken(), body)).toBeNull()
  })

  test.each([
    ['another channel than Teams', { ...body, channelId: 'webchat' }],
    ['the emulator', { ...body, channelId: 'emulator' }],
    ['no serviceUrl', { ...body, serviceUrl: undefined }],
    ['an empty serviceUrl', { ...body, serviceUrl: '' }],
    ['a serviceUrl that is none', { ...body, serviceUrl: 'nowhere' }],
    ["somebody else's host", { ...body, serviceUrl: 'https://evil.example/' }],
    [
      'a host that only ends like it',
      { ...body, serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
    ],
    ['a host behind a user name', { ...body, serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }],
    ['plain http', { ...body, serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
    ['a foreign tenant', { ...body, channelData: { tenant: { id: 'tenant-2' } } }],
    ['no tenant', { ...body, channelData: {} }],
    ['no body', undefined],
    ['a list', []],
  ])('refuses %s', async (_what, sent) => {
    expect(refusalOf(TEAMS, await aToken(), sent)).not.toBeNull()
  })

  test('refuses a token without expiry, one without signature, none, and garbage', async () => {
    const unsigned = new UnsecuredJWT({}).setExpirationTime('1h').encode()
    const tokens = [await aToken({}), `Bearer ${unsigned}`, '', 'Bearer', 'Bearer a.b.c', 'Basic abc']
    expect(tokens.map((token) => refusalOf(TEAMS, token, body))).not.toContain(null)
  })

  test('takes a tenant that only the conversation names', async () => {
    const sent = { ...body, channelData: null, conversation: { tenantId: 'tenant-1' } }
    expect(refusalOf(TEAMS, await aToken(), sent)).toBeNull()
  })
})

describe('the guard before the adapter, on one machine', () => {
  test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
    'lets %s in',
    (serviceUrl) => {
      expect(refusalOf({ kind: 'local' }, '', { ...body, serviceUrl })).toBeNull()
    },
  )

  test.each(['https://smba.trafficmanager.net/', 'http://localhost.evil.example/', 'http://10.0.0.1/'])(
    'calls nobody elsewhere: %s',
    (serviceUrl) => {
      expect(refusalOf({ kind: 'local' }, '', { ...body, serviceUrl })).not.toBeNull()
    },
  )
})
