import { BOT_FRAMEWORK_SERVICES, refusalOf, type GuardRules } from '../../bot/teams/guard'

const TEAMS: GuardRules = { kind: 'teams', tenants: ['tenant-1'], services: BOT_FRAMEWORK_SERVICES }
const body = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelData: { tenant: { id: 'tenant-1' } },
}

describe('the guard before the adapter, in a tenant', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/teams/',
    'https://smba.gcc.teams.microsoft.com/gcc/',
    'https://webchat.botframework.com/',
  ])('lets an activity of Teams go on to be verified: %s', (serviceUrl) => {
    expect(refusalOf(TEAMS, { ...body, serviceUrl })).toBeNull()
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
    ['a user name before the host', { ...body, serviceUrl: 'https://x:y@smba.trafficmanager.net/emea/' }],
    ['a query behind the address', { ...body, serviceUrl: 'https://smba.trafficmanager.net/emea/?to=me' }],
    [
      'a host in its own right inside another',
      { ...body, serviceUrl: 'https://evil-smba.trafficmanager.net/' },
    ],
    ['an address inside a network', { ...body, serviceUrl: 'https://10.0.0.1/' }],
    ['the machine itself', { ...body, serviceUrl: 'https://localhost/' }],
    ['plain http', { ...body, serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
    ['a foreign tenant', { ...body, channelData: { tenant: { id: 'tenant-2' } } }],
    ['no tenant', { ...body, channelData: {} }],
    ['no body', undefined],
    ['a list', []],
    ['another port', { ...body, serviceUrl: 'https://smba.trafficmanager.net:8443/emea/' }],
    ['two tenants, one of them foreign', { ...body, conversation: { tenantId: 'tenant-2' } }],
  ])('refuses %s', (_what, sent) => {
    expect(refusalOf(TEAMS, sent)).not.toBeNull()
  })

  test('takes a tenant that only the conversation names', () => {
    const sent = { ...body, channelData: null, conversation: { tenantId: 'tenant-1' } }
    expect(refusalOf(TEAMS, sent)).toBeNull()
  })
})

describe('the guard before the adapter, on one machine', () => {
  test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
    'lets %s in',
    (serviceUrl) => {
      expect(refusalOf({ kind: 'local' }, { ...body, serviceUrl })).toBeNull()
    },
  )

  test.each(['https://smba.trafficmanager.net/', 'http://localhost.evil.example/', 'http://10.0.0.1/'])(
    'calls nobody elsewhere: %s',
    (serviceUrl) => {
      expect(refusalOf({ kind: 'local' }, { ...body, serviceUrl })).not.toBeNull()
    },
  )
})
