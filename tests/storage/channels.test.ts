import type { ChannelId, GroupId, TeamId, TenantId } from '../../bot/domain/ids'
import type { ChannelPlace, SeenPlace } from '../../bot/flows/peoplePorts'
import type { Pinned } from '../../bot/flows/teamPorts'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { placeRow } from '../../bot/storage/placeRow'
import { freshTable, openTestStorage } from '../support/azurite'
import { fixedClock, NOW } from '../support/builders'

let storage: Storage
let tenant: TenantId
let count = 0

beforeEach(async () => {
  storage = await openTestStorage()
  tenant = `tenant/${++count}` as TenantId
})

const GROUP = '0c0c0c0c-0000-4000-8000-000000000001' as GroupId

function seen(over: Partial<SeenPlace> = {}): SeenPlace {
  return {
    tenant,
    team: 'team' as TeamId,
    channel: 'channel' as ChannelId,
    teamName: null,
    channelName: 'Général "1"',
    group: null,
    reference: { deep: [{ list: [1, 'two', null, true] }] },
    ...over,
  }
}
const FREE = { hindrances: [], hinderedSince: null }
const projectIn = (channel: string) => storage.records.idOf(tenant, channel as ChannelId)

describe('a channel', () => {
  test('is reached where it was seen last, without changing its project', async () => {
    const project = projectIn('channel')
    expect(await storage.channels.place(project)).toBeNull()
    await storage.channels.remember(project, seen({ reference: null }))
    await storage.channels.remember(project, seen())
    expect(await storage.channels.place(project)).toEqual({ ...seen(), ...FREE })
    expect(await storage.records.project(project)).toBeNull()
  })

  test('keeps what an activity does not tell: its name, its group, and what stands in the way', async () => {
    const project = projectIn('channel')
    await storage.channels.remember(project, seen({ group: GROUP, teamName: 'Northwind' }))
    await storage.channels.change(project, (place) => ({
      ...place,
      hindrances: ['teamArchived'],
      hinderedSince: NOW,
    }))
    await storage.channels.remember(project, seen({ channelName: null, reference: 'elsewhere' }))
    expect(await storage.channels.place(project)).toEqual({
      ...seen({ group: GROUP, teamName: 'Northwind', reference: 'elsewhere' }),
      hindrances: ['teamArchived'],
      hinderedSince: NOW,
    })
  })

  test('changed by ten at once loses no change', async () => {
    const project = projectIn('channel')
    await storage.channels.remember(project, seen({ channelName: '' }))
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    await Promise.all(
      letters.map((letter) =>
        storage.channels.change(project, (place) => ({
          ...place,
          channelName: `${place.channelName ?? ''}${letter}`,
        })),
      ),
    )
    const { channelName } = (await storage.channels.place(project))!
    expect(Array.from(channelName!).sort()).toEqual(letters)
  })

  test('that nothing was heard from is not changed', async () => {
    const next = jest.fn((place: ChannelPlace) => place)
    expect(await storage.channels.change(projectIn('nowhere'), next)).toBeNull()
    expect(next).not.toHaveBeenCalled()
  })
})

describe('the channels of a team', () => {
  test('are found by it, those of other teams and tenants are not', async () => {
    const mine = ['one', 'two'].map(projectIn)
    for (const project of mine) await storage.channels.remember(project, seen())
    await storage.channels.remember(projectIn('three'), seen({ team: 'team2' as TeamId }))
    await storage.channels.remember(projectIn('four'), seen({ tenant: `${tenant}x` as TenantId }))
    const found = await storage.channels.ofTeam(tenant, 'team' as TeamId)
    expect([...found].sort()).toEqual([...mine].sort())
  })

  test('are found although they were noted by a version that kept no list of them', async () => {
    const client = await freshTable()
    const old = openStorage({ client, clock: fixedClock() })
    const project = old.records.idOf(tenant, 'channel' as ChannelId)
    const { group: _, ...place } = seen()
    await client.createEntity({ ...placeRow.toEntity(project, place as never) })
    expect(await old.channels.place(project)).toEqual({ ...seen(), ...FREE })
    expect(await old.channels.ofTeam(tenant, 'team' as TeamId)).toEqual([project])
    expect(await old.channels.ofTeam(tenant, 'team' as TeamId)).toEqual([project])
  })
})

describe('what is known of our tabs', () => {
  const pinned: Pinned = {
    app: 'app',
    tabs: [{ entity: 'source', id: 'tab-1', at: NOW }],
    busySince: NOW,
  }

  test('is written by one of two who are first, and by nobody over what another wrote', async () => {
    const project = projectIn('pinned')
    const claims = await Promise.all(
      [1, 2, 3].map(() => storage.pins.keep(project, { record: pinned, over: 'new' })),
    )
    const [revision, ...others] = claims.filter((claim) => claim !== null)
    expect(others).toEqual([])
    const freed = { ...pinned, busySince: null }
    expect(await storage.pins.keep(project, { record: freed, over: revision! })).not.toBeNull()
    expect(await storage.pins.keep(project, { record: pinned, over: revision! })).toBeNull()
    expect((await storage.pins.of(project))?.record).toEqual(freed)
    await storage.pins.forget(project)
    expect(await storage.pins.of(project)).toBeNull()
  })
})
