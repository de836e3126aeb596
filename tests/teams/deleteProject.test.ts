import type { PersonId } from '../../bot/domain/ids'
import { tablesConnection } from '../support/azurite'
import { anActionItem, THIS_WEEK } from '../support/builders'
import { PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

/* A project goes when its lead says so and means it, or when it was left for long. */

const { alex, megan } = PEOPLE
const MINUTE = 60_000
const DAY = 86_400_000
let trial: TeamsTrial
let name: string

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  await trial.say(megan, 'general', 'help')
  await trial.say(alex, 'general', 'action price file @Megan Bowen by Friday', megan)
  await trial.say(alex, 'general', 'issue order total shows 0')
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  name = (await trial.records.project(project()))?.record.name ?? ''
})
afterEach(() => trial.close())

const project = () => trial.project('general')
const isThere = async () => (await trial.records.project(project())) !== null

/** Keys of whatever stands for the project, wherever; where its channel is reached is known without one. */
async function left(): Promise<string[]> {
  const found: string[] = []
  for await (const { partitionKey = '', rowKey = '' } of trial.table.listEntities()) {
    if (rowKey === 'place' || rowKey.startsWith('team.')) continue
    if (partitionKey === project() || rowKey.endsWith(project())) found.push(`${partitionKey} ${rowKey}`)
  }
  return found
}

async function later(ms: number): Promise<void> {
  trial.clock.advance(ms)
  await trial.ticker.tick()
  await trial.settle()
}

const delivered = () => trial.connector.posts().length

test('nothing goes without the project’s name, and what was said is shown again', async () => {
  expect(wordsIn(...(await trial.say(alex, 'general', 'delete project')))).toMatch(
    /Everything in it goes for good[^]*export[^]*delete project/,
  )
  expect(wordsIn(...(await trial.say(alex, 'general', 'delete project Something else')))).toContain(
    '“Something else” is not what this project is called',
  )
  expect(await isThere()).toBe(true)
})

test('it is not for anybody else to delete', async () => {
  expect(wordsIn(...(await trial.say(megan, 'general', `delete project ${name}`)))).toContain(alex.name)
  expect(await isThere()).toBe(true)
})

test('said by the lead with its name, however that is cased, it is gone at once and all of it soon', async () => {
  const said = await trial.say(alex, 'general', `delete the project "${name.toUpperCase()}"`)
  expect(wordsIn(...said)).toMatch(/This project is deleted[^]*By Alex Wilber/)
  expect(await isThere()).toBe(false)
  expect(wordsIn(...(await trial.say(alex, 'general', 'actions')))).toContain('no project yet')
  await later(MINUTE)
  await later(16 * MINUTE)
  await later(16 * MINUTE)
  expect(await left()).toEqual([])
})

test('nobody is asked, told or reminded of it any more', async () => {
  await trial.records.commit(project(), {
    outgoing: [{ id: 'one-more', at: trial.clock.now(), what: { kind: 'draft', week: THIS_WEEK } }],
  })
  await trial.say(alex, 'general', `delete project ${name}`)
  const before = delivered()
  await trial.settle()
  for (let day = 0; day < 8; day++) await later(DAY)
  expect(delivered()).toBe(before)
})

test('said twice it has one effect, and a second delivery says what stands', async () => {
  await trial.say(alex, 'general', `delete project ${name}`)
  expect(wordsIn(...(await trial.say(alex, 'general', `delete project ${name}`)))).toContain('no project yet')
})

test('until all of it is gone nothing can be set up there; then it begins with the first number', async () => {
  await trial.say(alex, 'general', `delete project ${name}`)
  expect(wordsIn(...(await trial.say(alex, 'general', 'setup')))).toMatch(
    /still being cleared away[^]*can be set up here from/,
  )
  await later(MINUTE)
  await later(16 * MINUTE)
  await setUp(trial)
  await trial.say(alex, 'general', 'action begin anew @Megan Bowen by Friday', megan)
  const item = await trial.records.item(project(), 'A-1')
  expect(item?.record.title).toBe('begin anew')
  await later(DAY)
  expect(await trial.records.item(project(), 'A-1')).not.toBeNull()
})

test('whoever stops in the middle leaves the rest to the next look, of whichever process', async () => {
  const owner = { id: megan.aadObjectId as PersonId, name: megan.name }
  for (let batch = 0; batch < 4; batch++) {
    await trial.records.createItems(project(), 40, (ids) => ({
      items: ids.map((id) => ({ record: anActionItem({ id, owner, workstream: null }), over: 'new' })),
    }))
  }
  await trial.records.remove(project())
  const another = await trial.another()
  await Promise.all([trial.ticker.tick(), another.ticker.tick()])
  for (let look = 0; look < 3; look++) await later(16 * MINUTE)
  expect(await left()).toEqual([])
})

describe('when the app was taken out of its team', () => {
  const take = (out: boolean) =>
    trial.storage.channels.change(project(), (place) => ({
      ...place,
      hindrances: out ? ['removed'] : [],
      hinderedSince: out ? trial.clock.now() : null,
    }))

  test('the project is kept for thirty days, and back whole when the app is', async () => {
    await take(true)
    for (let day = 0; day < 29; day++) await later(DAY)
    expect(await isThere()).toBe(true)
    await take(false)
    for (let day = 0; day < 10; day++) await later(DAY)
    expect(await trial.records.item(project(), 'A-1')).not.toBeNull()
  })

  test('after thirty days it is gone', async () => {
    await take(true)
    for (let day = 0; day < 33; day++) await later(DAY)
    expect(await isThere()).toBe(false)
    expect(await left()).toEqual([])
  })
})

test('what slept in an archived team for long is kept from the day on which the app is taken out', async () => {
  const hear = (name: string) => trial.post({ ...trial.fixture(name), id: `news-${name}` })
  await hear('documented-teamArchived')
  await later(100 * DAY)
  await hear('documented-botRemoved')
  for (let day = 0; day < 29; day++) await later(DAY)
  expect(await isThere()).toBe(true)
  for (let day = 0; day < 4; day++) await later(DAY)
  expect(await isThere()).toBe(false)
})

test('an archived team keeps its project for good', async () => {
  await trial.storage.channels.change(project(), (place) => ({
    ...place,
    hindrances: ['teamArchived'],
    hinderedSince: trial.clock.now(),
  }))
  for (let week = 0; week < 20; week++) await later(7 * DAY)
  expect(await isThere()).toBe(true)
})
