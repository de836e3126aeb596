import type { PersonId } from '../../bot/domain/ids'
import { epochMs } from '../../bot/domain/time'
import { TEAMS_LIMITS } from '../../bot/schedule/pacing'
import { tablesConnection } from '../support/azurite'
import { anActionItem } from '../support/builders'
import type { Incoming } from '../support/connector'
import { PEOPLE, startTeamsTrial, TENANT_ID, type TeamsTrial } from '../support/teamsTrial'
import { virtualTime, type VirtualTime } from '../support/virtualTime'
import { setUp } from '../teams/projects'

const OWNERS = Array.from({ length: 1_000 }, (_, index) => ({
  id: `29:owner-${index}`,
  name: `Owner ${index}`,
  aadObjectId: `owner-${index}`,
  email: `owner-${index}@example.com`,
}))

let time: VirtualTime
let trial: TeamsTrial

/** A project with a thousand owners, whose chats with the bot are known. */
beforeEach(async () => {
  time = virtualTime()
  trial = await startTeamsTrial(tablesConnection(), {
    alsoThere: OWNERS,
    paced: { time, limits: TEAMS_LIMITS },
  })
  trial.connector.pageSize(500)
  await setUp(trial)
  await inPieces(OWNERS, 50, (some) => Promise.all(some.map(meet)))
  await inPieces(OWNERS, 40, (some) =>
    trial.records.commit(trial.project('general'), {
      items: some.map(({ aadObjectId, name }) => {
        const owner = { id: aadObjectId as PersonId, name }
        const id = `A-${OWNERS.findIndex((one) => one.name === name) + 1}` as const
        return { record: anActionItem({ id, owner, for: null }), over: 'new' as const }
      }),
    }),
  )
  time.clock.advance(60_000)
  trial.connector.ledger.length = 0
}, 300_000)
afterEach(() => trial.close())

test('a thousand owners of one project are asked within 21 seconds, and Teams asks for no patience', async () => {
  const start = epochMs(time.clock.now())
  await askEverybody()
  expect(trial.connector.limitsBroken()).toEqual([])
  expectAllAskedOnce()
  expect((lastAskAt() - start) / 1_000).toBeLessThanOrEqual(21)
}, 600_000)

test('when every twentieth is told to wait, nobody is left out, asked twice, or waits a tenth longer', async () => {
  trial.connector.failEvery(20, { kind: 'status', status: 429, retryAfter: 1 }, isAsk)
  const start = epochMs(time.clock.now())
  await askEverybody()
  expect(trial.connector.limitsBroken()).toEqual([])
  expectAllAskedOnce()
  expect(asks().filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(50)
  expect((lastAskAt() - start) / 1_000).toBeLessThanOrEqual(23.1)
}, 600_000)

async function askEverybody(): Promise<void> {
  await trial.say(PEOPLE.alex, 'general', 'ask now')
  const waiting = async () => (await trial.storage.outbox.pending(trial.project('general'), 1)).length
  for (let left = await waiting(); left > 0; left = await waiting()) {
    await time.until(trial.settle())
    await time.until(new Promise<void>((resolve) => time.after(500, resolve)))
  }
}

const isAsk = ({ method, path }: Pick<Incoming, 'method' | 'path'>) =>
  method === 'POST' && path.includes('/chat-with-')
const asks = () => trial.connector.ledger.filter(isAsk)
const lastAskAt = () => Math.max(...asks().map(({ at }) => at))

function expectAllAskedOnce() {
  const reached = asks().filter(({ status }) => status === 201)
  expect(reached).toHaveLength(OWNERS.length)
  expect(new Set(reached.map(({ path }) => path)).size).toBe(OWNERS.length)
}

function meet({ id, name, aadObjectId }: (typeof OWNERS)[number]): Promise<void> {
  const conversation = trial.connector.chatWith({ id, name, aadObjectId, email: '' })
  return trial.storage.people.meet(TENANT_ID, {
    person: { id: aadObjectId as PersonId, name },
    locale: 'en-GB',
    zone: null,
    teamsId: id,
    reference: {
      serviceUrl: trial.connector.serviceUrl,
      conversation,
      tenant: TENANT_ID,
      bot: { id: 'bot', name: 'Plumbline' },
    },
  })
}

async function inPieces<T>(all: readonly T[], size: number, work: (some: T[]) => Promise<unknown>) {
  for (let start = 0; start < all.length; start += size) await work(all.slice(start, start + size))
}
