import { tablesConnection } from '../support/azurite'
import { startTeamsTrial, type TeamsTrial } from '../support/teamsTrial'

let trial: TeamsTrial

beforeEach(async () => void (trial = await startTeamsTrial(tablesConnection())))
afterEach(() => trial.close())

/** A message that would be answered and remembered if it were let in. */
const help = () => trial.fixture('channel-message-with-mentions')
const minutes = (count: number) => Math.floor(Date.parse(trial.clock.now()) / 1000) + count * 60

test('an activity with a good token of the Bot Framework is answered and its channel remembered', async () => {
  const answer = await trial.post(help())
  expect(answer.status).toBe(200)
  expect(trial.connector.posts()).toHaveLength(1)
  expect(await trial.storage.channels.place(trial.project('general'))).toMatchObject({ team: 'team-id' })
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
