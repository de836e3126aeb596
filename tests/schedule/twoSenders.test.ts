import type { PersonId } from '../../bot/domain/ids'
import type { Hints } from '../../bot/flows/sendingPorts'
import type { Sender } from '../../bot/schedule/sender'
import { connectQueues } from '../../bot/storage/connectQueues'
import { tablesConnection } from '../support/azurite'
import { startAzurite, type Azurite } from '../support/azuriteProcess'
import { becomesDone } from '../support/becomesDone'
import { PEOPLE, startTeamsTrial, TENANT_ID, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* Two processes of the service on one storage: of a tenant's messages one of them sends all. */

const { alex, megan } = PEOPLE
let queues: Azurite
let trial: TeamsTrial
let one: Sender
let other: Sender

beforeAll(async () => {
  queues = await startAzurite('queue')
})
afterAll(() => queues.stop())
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection(), {
    queues: connectQueues({ kind: 'connection', connection: queues.connection }),
  })
  await setUp(trial)
  one = trial.sender
  other = (await trial.another()).sender
})
afterEach(() => trial.close())

const project = () => trial.project('general')
const waiting = async () => (await trial.storage.outbox.pending(project(), 50)).length
const told = () =>
  trial.connector.messagesIn(trial.connector.chatWith(megan)).map((message) => wordsIn(message))
let count = 0

/** Something that Megan is told, written by whichever process; nobody has heard of it yet. */
async function somethingToTell(title = `thing ${++count}`): Promise<string> {
  const given = { title, by: personOf(alex), for: personOf(megan), at: trial.clock.now() }
  await trial.records.createItem(project(), (item) => becomesDone(item, given))
  return title
}

test('whoever holds the lease sends; the other leaves it to them, and hints', async () => {
  await somethingToTell()
  await one.drain(project())
  expect(told()).toHaveLength(1)
  await somethingToTell()
  await other.drain(project())
  await other.sweep()
  expect(told()).toHaveLength(1)
  expect(await trial.storage.hints.receive(TENANT_ID)).toEqual([project()])
})

test('the hint wakes the holder within a second, long before it sweeps', async () => {
  await somethingToTell()
  await one.drain(project())
  await somethingToTell()
  await other.drain(project())
  await pass(1_000)
  await until(async () => (await waiting()) === 0)
  expect(told()).toHaveLength(2)
})

test('when the holder dies the other takes over at the end of the lease, and nothing comes twice', async () => {
  await somethingToTell()
  await one.drain(project())
  await somethingToTell()
  await other.drain(project())
  // The holder is heard of no more: only the other's own timers go on.
  await pass(14_000, ({ ms }) => ms > 14_000)
  expect(told()).toHaveLength(1)
  await pass(2_000, ({ ms }) => ms > 14_000)
  await until(async () => (await waiting()) === 0)
  await Promise.all([other.drain(project()), other.sweep()])
  expect(told()).toHaveLength(2)
})

test('what the dead one was sending is not sent again, and known as that', async () => {
  await somethingToTell()
  const [message] = await trial.storage.outbox.pending(project(), 1)
  await trial.storage.outbox.claim(project(), message!, trial.clock.now())
  trial.clock.advance(61_000)
  await other.sweep()
  expect(told()).toEqual([])
  expect(await waiting()).toBe(0)
})

test('a holder whose lease ended while it was paused posts nothing more', async () => {
  await somethingToTell()
  await one.drain(project())
  trial.clock.advance(60_000)
  await other.drain(project())
  await somethingToTell()
  await other.drain(project())
  await somethingToTell()
  await one.drain(project())
  expect(told()).toHaveLength(2)
  expect(await waiting()).toBe(1)
})

test('closing gives the lease back, and the other goes on at once', async () => {
  await somethingToTell()
  await one.drain(project())
  await somethingToTell()
  await one.close()
  await one.drain(project())
  expect(told()).toHaveLength(1)
  await other.drain(project())
  expect(told()).toHaveLength(2)
})

test('what one is told of after it has closed, the other is left and takes over', async () => {
  await somethingToTell()
  await one.drain(project())
  await one.close()
  await somethingToTell()
  one.kick(project())
  await one.left()
  expect(told()).toHaveLength(1)
  await one.takeOver()
  await other.takeOver()
  await until(async () => (await waiting()) === 0)
  expect(told()).toHaveLength(2)
})

test('what the other had hinted at goes on with it when the holder closes', async () => {
  await somethingToTell()
  await one.drain(project())
  await somethingToTell()
  await other.drain(project())
  await one.close()
  await other.takeOver()
  await until(async () => (await waiting()) === 0)
  expect(told()).toHaveLength(2)
})

test('one that closed takes no lease again, whatever it is asked', async () => {
  await somethingToTell()
  await one.close()
  await Promise.all([one.sweep(), one.takeOver(), one.drain(project())])
  expect(await trial.storage.openLeases().take(TENANT_ID, 1_000)).toMatchObject({ kind: 'ours' })
  expect(told()).toEqual([])
})

test('closing waits for what is on its way, and begins nothing new', async () => {
  await somethingToTell()
  await somethingToTell()
  const draining = one.drain(project())
  await until(() => Promise.resolve(trial.connector.posts().some(({ path }) => path.includes('chat-with'))))
  await one.close()
  const sent = told().length
  await draining
  expect(told()).toHaveLength(sent)
  const states = (await trial.storage.outbox.pending(project(), 50)).map(({ record }) => record.state.status)
  expect(states).not.toContain('sending')
})

test('messages to one chat arrive in their order, whichever process is told of them', async () => {
  const titles: string[] = []
  for (let time = 0; time < 6; time++) {
    titles.push(await somethingToTell())
    trial.clock.advance(1)
  }
  await Promise.all([one.drain(project()), other.drain(project()), one.sweep()])
  expect(told().map((words) => titles.findIndex((title) => words.includes(title)))).toEqual([
    0, 1, 2, 3, 4, 5,
  ])
})

test('a chat that is told to wait holds up no other, and keeps its order', async () => {
  trial.connector.failNext(
    { kind: 'status', status: 429, retryAfter: 5 },
    ({ method, path }) => method === 'POST' && path.includes(trial.connector.chatWith(megan)),
  )
  const first = await somethingToTell()
  trial.clock.advance(1)
  const second = await somethingToTell()
  await trial.records.commit(project(), {
    outgoing: [{ id: 'draft', at: trial.clock.now(), what: { kind: 'refreshCard', record: 'A-1' } }],
  })
  await one.drain(project())
  expect(told()).toEqual([])
  expect(await waiting()).toBe(2)
  await trial.runLater()
  await until(async () => (await waiting()) === 0)
  const words = told()
  expect(words).toHaveLength(2)
  expect(words[0]).toContain(first)
  expect(words[1]).toContain(second)
})

describe('hints', () => {
  test('reach whoever asks next, once each, however many there are', async () => {
    const { hints } = trial.storage
    for (let time = 0; time < 3; time++) await hints.send(TENANT_ID, project())
    expect(await hints.receive(TENANT_ID)).toEqual([project(), project(), project()])
    expect(await hints.receive(TENANT_ID)).toEqual([])
  })

  test('that can not be given or read change nothing', async () => {
    const broken: Hints = {
      send: () => Promise.reject(new Error('away')),
      receive: () => Promise.reject(new Error('away')),
      handOver: () => Promise.reject(new Error('away')),
      handedOver: () => Promise.reject(new Error('away')),
    }
    Object.assign(trial.storage.hints, broken)
    await somethingToTell()
    await one.drain(project())
    await somethingToTell()
    await other.drain(project())
    await pass(1_000)
    await one.sweep()
    expect(told()).toHaveLength(2)
  })

  test('of a tenant that nobody ever gave any are none', async () => {
    expect(await trial.storage.hints.receive('somebody-else' as never)).toEqual([])
  })
})

function personOf({ aadObjectId, name }: typeof megan) {
  return { id: aadObjectId as PersonId, name }
}

/** Lets so many ms pass and runs the timers of that time, or those of them that are given. */
async function pass(ms: number, which: (timer: { readonly ms: number }) => boolean = () => true) {
  trial.clock.advance(ms)
  const now = Date.parse(trial.clock.now())
  const due = trial.later.filter((timer) => timer.at <= now && which(timer))
  for (const timer of due) {
    trial.later.splice(trial.later.indexOf(timer), 1)
    timer.run()
  }
  await Promise.resolve()
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate)
}
