import { Agent, request } from 'node:http'
import { paths } from '../bot/contract/paths'
import type { ImportId } from '../bot/domain/exchange/importJob'
import type { PersonId } from '../bot/domain/ids'
import type { Incoming } from './support/connector'
import { openFleet, type Fleet, type Instance } from './support/fleet'
import { becomesDone } from './support/becomesDone'
import { startRoundRobin } from './support/roundRobin'
import { eventually } from './support/runner'
import { PEOPLE } from './support/teamsTrial'

/* Processes of the service on one storage, ended and started anew as a deployment or a balancer does it. */

const { adele, alex, megan } = PEOPLE
let fleet: Fleet
/** What the connector waits for before it answers. */
let held: ((request: Incoming) => Promise<unknown>) | null = null

beforeAll(async () => {
  fleet = await openFleet(async (moment, request) => {
    if (moment === 'arrived') await held?.(request)
    return 'on'
  })
}, 60_000)
afterEach(() => (held = null))
afterAll(() => fleet.close())

/** Holds back what applies; `come` resolves when the first of it is there. */
function holdBack(applies: (request: Incoming) => boolean) {
  let release: () => void = () => undefined
  let arrive: (request: Incoming) => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const come = new Promise<Incoming>((resolve) => (arrive = resolve))
  held = (asked) => {
    if (!applies(asked)) return Promise.resolve()
    arrive(asked)
    return released
  }
  return { come, release: () => release() }
}

const isReply = ({ method, path }: Incoming) => method === 'POST' && path.includes('/activities')
const statusOf = async (url: string) => (await fetch(url)).status

test('told to end, it is not ready at once, ends what is under way, answers what still comes, and ends', async () => {
  const instance = await fleet.start({ answersFor: 1_000 })
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  expect(await askOver(kept, `${instance.url}/healthz`)).toEqual({ status: 200, connection: 'keep-alive' })
  const rows = Array.from({ length: 240 }, (_, row) => `From the list ${row}`)
  expect(await fleet.importIssues(instance.url, rows)).toMatchObject({ kind: 'progress', status: 'running' })
  const reply = holdBack(isReply)
  const turn = fleet.say(instance.url, alex, 'help')
  await reply.come
  instance.signal('SIGTERM')

  await eventually(async () => (await statusOf(`${instance.url}/readyz`)) === 503)
  expect(await askOver(kept, `${instance.url}/healthz`)).toEqual({ status: 200, connection: 'close' })
  expect((await fleet.logIssue(instance.url, 'Logged while it ends')).status).toBe(200)
  reply.release()
  const answer = await turn
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
  expect(await instance.ended).toBe(0)
  kept.destroy()
  const imported = (await allIssues()).filter((title) => title.startsWith('From the list'))
  expect(imported.sort()).toEqual(rows.sort())
}, 60_000)

test('what takes longer than it may is left as a crash leaves it', async () => {
  const instance = await fleet.start({ answersFor: 0, endsWithin: 300 })
  const reply = holdBack(isReply)
  const turn = fleet.say(instance.url, alex, 'help').catch(() => 'broken')
  await reply.come
  instance.signal('SIGTERM')
  expect(await instance.ended).toBe(1)
  reply.release()
  expect(await turn).toBe('broken')
}, 60_000)

test('an import whose process is killed goes on in another one by itself, and each row is in once', async () => {
  const killed = await fleet.start()
  const rows = Array.from({ length: 400 }, (_, row) => `From the long list ${row}`)
  const begun = await fleet.importIssues(killed.url, rows)
  if (begun.kind !== 'progress') throw new Error(JSON.stringify(begun))
  const theirs = async () => (await allIssues()).filter((title) => title.startsWith('From the long list'))
  await eventually(async () => (await theirs()).length > 50)
  killed.signal('SIGKILL')
  await killed.ended
  const before = (await theirs()).length
  expect(before).toBeLessThan(rows.length)

  // For this one half a minute has gone by since anybody was at it.
  const ahead = Date.parse(fleet.clock.now()) - Date.now() + 40_000
  const other = await fleet.start({ ahead })
  await eventually(async () => {
    const stored = await fleet.storage.imports.job(begun.id as ImportId)
    return stored?.record.state.status === 'done'
  })
  expect((await theirs()).sort()).toEqual(rows.sort())
  other.signal('SIGTERM')
  expect(await other.ended).toBe(0)
}, 60_000)

describe('two of them', () => {
  let instances: [Instance, Instance]

  beforeAll(async () => {
    instances = await Promise.all([fleet.start(), fleet.start()])
  }, 60_000)

  test('what one was sending arrives, and the other sends the rest within seconds', async () => {
    const message = holdBack(
      ({ method, path }) => method === 'POST' && path.includes(fleet.connector.chatWith(megan)),
    )
    const titles: string[] = []
    for (let one = 0; one < 6; one++) {
      const title = `Handed over ${one}`
      titles.push(title)
      const given = { title, by: personOf(adele), for: personOf(megan), at: fleet.clock.now() }
      await fleet.storage.records.createItem(fleet.project, (id) => becomesDone(id, given))
    }
    await fleet.storage.hints.handOver(fleet.project)
    const { authorization } = await message.come
    const one = instances.find(({ name }) => authorization.endsWith(`.${name}`))!
    one.signal('SIGTERM')
    await eventually(async () => (await statusOf(`${one.url}/readyz`)) === 503)
    message.release()
    expect(await one.ended).toBe(0)
    const from = Date.now()
    await eventually(async () => (await fleet.waiting()) === 0)
    // A lease that nobody gave back would last for fifteen.
    expect(Date.now() - from).toBeLessThan(8_000)
    expect(titles.map((title) => fleet.timesTold(title))).toEqual(titles.map(() => 1))
    instances[instances.indexOf(one)] = await fleet.start()
  }, 60_000)

  test('each restarted in turn under load: every request is answered, nothing is lost and nothing doubled', async () => {
    const balancer = await startRoundRobin()
    await Promise.all(instances.map(({ url }) => balancer.add(url)))
    const owed = await fleet.oweMegan(150)
    const toDo = [...owed.keys()]
    const done: string[] = []
    const logged: string[] = []
    const failed: string[] = []
    let isOver = false

    const load = async (): Promise<void> => {
      while (!isOver) {
        const item = toDo.pop()
        if (item !== undefined) {
          await note(fleet.say(balancer.url, adele, `done ${item}`), `done ${item}`)
          done.push(item)
        }
        const title = `Seen under load ${logged.length}`
        logged.push(title)
        await note(fleet.logIssue(balancer.url, title), title)
        await note(fleet.ask(balancer.url, paths.issues(fleet.project)), 'issues')
      }
    }
    const note = async (asked: Promise<Response>, what: string): Promise<void> => {
      const answer = await asked
      const said = await answer.text()
      if (!answer.ok) failed.push(`${what}: ${answer.status} ${said}`)
    }
    const loads = [load(), load(), load()]
    for (const old of [...instances]) {
      const before = done.length
      await eventually(() => done.length > before + 3)
      old.signal('SIGTERM')
      const [code, next] = await Promise.all([old.ended, fleet.start()])
      expect(code).toBe(0)
      balancer.remove(old.url)
      await balancer.add(next.url)
      instances[instances.indexOf(old)] = next
    }
    isOver = true
    await Promise.all(loads)
    await eventually(async () => (await fleet.waiting()) === 0)
    await balancer.close()

    expect(failed).toEqual([])
    expect(done.map((id) => [id, fleet.timesTold(owed.get(id) ?? '?')])).toEqual(done.map((id) => [id, 1]))
    const open = new Set((await fleet.storage.records.openItems(fleet.project)).map(({ id }): string => id))
    expect(done.filter((id) => open.has(id))).toEqual([])
    const issues = await allIssues()
    expect(logged.map((title) => issues.filter((one) => one === title).length)).toEqual(logged.map(() => 1))
    for (const { url } of instances) expect(await statusOf(`${url}/readyz`)).toBe(200)
  }, 90_000)
})

/** What they are called. */
async function allIssues(): Promise<string[]> {
  const { records } = fleet.storage
  return (await records.openIssues(fleet.project)).map(({ title }) => title)
}

function personOf({ aadObjectId, name }: typeof megan) {
  return { id: aadObjectId as PersonId, name }
}

/** Over a connection that is kept, unless the answer ends it. */
function askOver(agent: Agent, url: string) {
  return new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    const asked = request(url, { agent }, (answer) => {
      answer.resume().once('end', () => {
        resolve({ status: answer.statusCode, connection: answer.headers.connection })
      })
    })
    asked.once('error', reject).end()
  })
}
