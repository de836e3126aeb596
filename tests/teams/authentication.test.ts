import { tablesConnection } from '../support/azurite'
import { BOT_APP_ID } from '../support/botFramework'
import { startTeamsTrial, type Activity, type TeamsTrial } from '../support/teamsTrial'

let trial: TeamsTrial
const console_ = (['log', 'info', 'warn', 'error'] as const).map((name) => ({ name, calls: [] as unknown[] }))

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  for (const { name, calls } of console_) {
    calls.length = 0
    jest.spyOn(console, name).mockImplementation((...said: unknown[]) => void calls.push(said))
  }
})
afterEach(async () => {
  jest.restoreAllMocks()
  await trial.close()
})

/** A message that would be answered and remembered if it were let in. */
const help = () => trial.fixture('channel-message-with-mentions')
const minutes = (count: number) => Math.floor(Date.parse(trial.clock.now()) / 1000) + count * 60

async function expectNothingDone(answer: { status: number; text: string }) {
  expect(answer).toEqual({ status: 401, text: '' })
  expect(trial.connector.ledger).toEqual([])
  expect(await trial.storage.channels.place(trial.project('general'))).toBeNull()
  expect(console_.flatMap(({ calls }) => calls)).toEqual([])
  expect(trial.logged).toEqual([
    { level: 'warn', message: 'An activity was refused', fields: { why: expect.any(String) as string } },
  ])
}

test('an activity with a good token of the Bot Framework is answered and its channel remembered', async () => {
  const answer = await trial.post(help())
  expect(answer.status).toBe(200)
  expect(trial.connector.posts()).toHaveLength(1)
  expect(await trial.storage.channels.place(trial.project('general'))).toMatchObject({ team: 'team-id' })
})

type Sign = () => Promise<string | null> | string | null
const TOKENS: [string, Sign][] = [
  ['no token', () => null],
  ['an empty one', () => 'Bearer '],
  ['garbage', () => 'Bearer garbage'],
  ['three parts of garbage', () => 'Bearer aaa.bbb.ccc'],
  ['another scheme', async () => `Basic ${await trial.botFramework.token()}`],
  ['a token for another bot', async () => `Bearer ${await trial.botFramework.token({ aud: 'another-bot' })}`],
  ['a token for nobody', async () => `Bearer ${await trial.botFramework.token({ aud: undefined })}`],
  [
    'a token of another issuer',
    async () => `Bearer ${await trial.botFramework.token({ iss: 'https://sts.windows.net/elsewhere/' })}`,
  ],
  [
    "a token of the emulator's issuer for this bot",
    async () =>
      `Bearer ${await trial.botFramework.token({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: BOT_APP_ID,
      })}`,
  ],
  ['an expired token', async () => `Bearer ${await trial.botFramework.token({ exp: minutes(-6) })}`],
  [
    'a token that is not valid yet',
    async () => `Bearer ${await trial.botFramework.token({ nbf: minutes(6) })}`,
  ],
  ['a token that never expires', async () => `Bearer ${await trial.botFramework.token({ exp: undefined })}`],
  ["a signature that is not the key's", async () => `Bearer ${await trial.botFramework.forged()}`],
  ['a key that was never published', async () => `Bearer ${await trial.botFramework.unpublished()}`],
  ['no signature (alg: none)', () => `Bearer ${trial.botFramework.unsigned()}`],
  ['HMAC with the public key', async () => `Bearer ${await trial.botFramework.confused()}`],
  ['a key that does not endorse Teams', async () => `Bearer ${await trial.botFramework.unendorsed()}`],
  [
    'a token made for another serviceUrl',
    async () =>
      `Bearer ${await trial.botFramework.token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })}`,
  ],
  [
    'a token made for no serviceUrl',
    async () => `Bearer ${await trial.botFramework.token({ serviceurl: undefined })}`,
  ],
]

test.each(TOKENS)('%s: refused, nothing is done, nothing is printed', async (_what, sign) => {
  await expectNothingDone(await trial.post(help(), await sign()))
})

const BODIES: [string, (good: Activity) => unknown][] = [
  [
    'a foreign tenant',
    (good) => ({ ...good, channelData: { ...data(good), tenant: { id: 'another-tenant' } } }),
  ],
  [
    'a tenant that only the conversation disowns',
    (good) => ({ ...good, conversation: { ...good.conversation, tenantId: 'another-tenant' } }),
  ],
  [
    'no tenant at all',
    (good) => ({
      ...good,
      channelData: {},
      conversation: { id: good.conversation.id, conversationType: 'channel' },
    }),
  ],
  ['another channel than Teams', (good) => ({ ...good, channelId: 'webchat' })],
  ['the emulator', (good) => ({ ...good, channelId: 'emulator' })],
  ['no serviceUrl', (good) => ({ ...good, serviceUrl: undefined })],
  ["a serviceUrl that is somebody's own", (good) => ({ ...good, serviceUrl: 'https://evil.example/' })],
  ['nothing', () => ({})],
  ['a list', () => [1, 2, 3]],
]

test.each(BODIES)('%s under a good token: refused all the same', async (_what, change) => {
  await expectNothingDone(await trial.post(change(help())))
})

test('a clock that is five minutes off is forgiven', async () => {
  const token = await trial.botFramework.token({ exp: minutes(-4), nbf: minutes(4) - 3600 })
  expect((await trial.post(help(), `Bearer ${token}`)).status).toBe(200)
})

test('a flood of refusals is one line a minute for each reason', async () => {
  for (let time = 0; time < 20; time++) await trial.post(help(), null)
  await trial.post(help(), 'Bearer garbage')
  expect(trial.logged.map(({ fields }) => fields['why'])).toEqual(['no token', 'token is garbage'])
  trial.clock.advance(60_000)
  await trial.post(help(), null)
  expect(trial.logged).toHaveLength(3)
})

test('tokens that can not be ours never make the bot ask for keys', async () => {
  await trial.post(help(), `Bearer ${await trial.botFramework.token({ iss: 'https://elsewhere.example' })}`)
  await trial.post(help(), `Bearer ${await trial.botFramework.confused()}`)
  expect(trial.botFramework.requests).toEqual([])
})

test('keys are fetched once for all who come at the same time, and not again within the day', async () => {
  await Promise.all(Array.from({ length: 8 }, () => trial.post(help())))
  trial.clock.advance(3 * 3_600_000)
  const later = `Bearer ${await trial.botFramework.token()}`
  await trial.post(help(), later)
  expect(trial.botFramework.requests).toHaveLength(2)
})

test('made-up key ids make the bot ask for keys once in five minutes at most', async () => {
  await trial.post(help())
  trial.clock.advance(5 * 60_000 + 1)
  for (let time = 0; time < 5; time++) {
    await trial.post(help(), `Bearer ${await trial.botFramework.unpublished()}`)
  }
  expect(trial.botFramework.requests).toHaveLength(4)
})

describe('a token that was verified is believed again', () => {
  const post = (token: string, over: object = {}) => trial.post({ ...help(), ...over }, `Bearer ${token}`)

  test('for its own serviceUrl alone', async () => {
    const token = await trial.botFramework.token()
    expect((await post(token)).status).toBe(200)
    expect((await post(token, { serviceUrl: 'http://127.0.0.1:1/' })).status).toBe(401)
    expect((await post(token, { channelId: 'webchat' })).status).toBe(401)
  })

  test('never after its end', async () => {
    const token = await trial.botFramework.token({ exp: minutes(1) })
    expect((await post(token)).status).toBe(200)
    trial.clock.advance(6 * 60_000 + 1000)
    expect((await post(token)).status).toBe(401)
  })

  test('never after its key was taken back', async () => {
    const token = await trial.botFramework.token()
    expect((await post(token)).status).toBe(200)
    trial.botFramework.drop()
    trial.clock.advance(4 * 60_000)
    expect((await post(token)).status).toBe(200)
    trial.clock.advance(60_000 + 1)
    // A key that nobody knows makes the bot ask for the keys, and so learn of it.
    expect((await post(await trial.botFramework.unpublished())).status).toBe(401)
    expect((await post(token)).status).toBe(401)
  })

  test('and one that was changed by a character is not it', async () => {
    const token = await trial.botFramework.token()
    expect((await post(token)).status).toBe(200)
    const [head, claims, signature = ''] = token.split('.')
    const other = signature.startsWith('A') ? 'B' : 'A'
    expect((await post([head, claims, other + signature.slice(1)].join('.'))).status).toBe(401)
  })
})

test('good keys serve on when the key service is down a day later', async () => {
  await trial.post(help())
  trial.clock.advance(25 * 3_600_000)
  trial.botFramework.fail(true)
  const token = `Bearer ${await trial.botFramework.token()}`
  expect((await trial.post(help(), token)).status).toBe(200)
  expect((await trial.post(help(), `Bearer ${await trial.botFramework.forged()}`)).status).toBe(401)
})

test('without any keys Teams is asked to come again, rather than told that it is nobody', async () => {
  trial.botFramework.fail(true)
  const answer = await trial.post(help())
  expect(answer.status).toBe(503)
  trial.botFramework.fail(false)
  expect((await trial.post(help())).status).toBe(200)
})

function data(activity: Activity): object {
  return activity['channelData'] as object
}
