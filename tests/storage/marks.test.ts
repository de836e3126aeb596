import { openStorage } from '../../bot/storage/openStorage'
import type { ChannelId, TenantId } from '../../bot/domain/ids'
import { freshTable } from '../support/azurite'
import { fixedClock, TENANT } from '../support/builders'
import { eventually } from '../support/runner'

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function aProjectsRecords() {
  const clock = fixedClock()
  const client = await freshTable()
  const { records, greetings } = openStorage({ client, clock })
  const project = records.idOf(TENANT, 'channel' as ChannelId)
  const mark = (key: string) => records.commit(project, { mark: { key, at: clock.now(), about: 'A-1' } })
  return { clock, client, records, greetings, project, mark }
}

describe('a mark of what was done', () => {
  test('is there once: a commit that carries it again is lost, whatever else is in it', async () => {
    const { records, project, mark, clock } = await aProjectsRecords()
    expect(await mark('one')).toBe('saved')
    expect(await mark('one')).toBe('lost')
    const posted = { about: 'A-1', message: { conversation: 'c', message: 'm' } } as const
    const again = { mark: { key: 'one', at: clock.now(), about: null }, posted: [posted] }
    expect(await records.commit(project, again)).toBe('lost')
    expect(await records.posted(project, 'A-1')).toBeNull()
    expect(await records.marked(project, 'one')).toMatchObject({ about: 'A-1' })
    expect(await records.marked(project, 'another')).toBeNull()
  })

  test('goes when it is a week old, with the next mark of another hour, and the younger ones stay', async () => {
    const { records, project, mark, clock } = await aProjectsRecords()
    for (let count = 0; count < 120; count++) await mark(`old-${count}`)
    clock.advance(7 * DAY)
    await mark('young')
    clock.advance(2 * HOUR)
    await mark('now')
    await eventually(async () => (await records.marked(project, 'old-119')) === null)
    await eventually(async () => (await records.marked(project, 'old-0')) === null)
    expect(await records.marked(project, 'young')).not.toBeNull()
    expect(await mark('young')).toBe('lost')
  })
})

describe('a greeting', () => {
  test('is one process’s to give, and another’s only at an installation long after', async () => {
    const { client, clock, greetings } = await aProjectsRecords()
    const others = openStorage({ client, clock }).greetings
    const claims = () => Promise.all([greetings, others, greetings].map((one) => one.claim(TENANT, 'chat-1')))
    expect((await claims()).filter(Boolean)).toHaveLength(1)
    expect(await greetings.claim(TENANT, 'chat-2')).toBe(true)
    expect(await greetings.claim('another' as TenantId, 'chat-1')).toBe(true)
    clock.advance(HOUR)
    expect((await claims()).filter(Boolean)).toHaveLength(1)
  })
})
