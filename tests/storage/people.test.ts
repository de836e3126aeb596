import type { ChannelId, PersonId, ProjectId, TenantId } from '../../bot/domain/ids'
import type { Contact } from '../../bot/flows/peoplePorts'
import type { Storage } from '../../bot/storage/openStorage'
import { openTestStorage } from '../support/azurite'
import { ALEX, COPENHAGEN, MEGAN, NOW } from '../support/builders'

let storage: Storage
let tenant: TenantId
let count = 0

beforeEach(async () => {
  storage = await openTestStorage()
  tenant = `tenant/${++count}` as TenantId
})

function aContact(over: Partial<Contact> = {}): Contact {
  return {
    person: MEGAN,
    locale: 'da-DK',
    zone: COPENHAGEN,
    reference: { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: { id: 'a:1' } },
    teamsId: '29:1abc',
    ...over,
  }
}

test('a person is known by how they were met last', async () => {
  expect(await storage.people.contact(tenant, MEGAN.id)).toBeNull()
  await storage.people.meet(tenant, aContact())
  expect(await storage.people.contact(tenant, MEGAN.id)).toEqual(aContact())
  const latest = aContact({ locale: null, zone: null, reference: null })
  await storage.people.meet(tenant, latest)
  expect(await storage.people.contact(tenant, MEGAN.id)).toEqual(latest)
})

test('the same person id in another tenant is somebody else', async () => {
  await storage.people.meet(tenant, aContact())
  expect(await storage.people.contact(`${tenant}x` as TenantId, MEGAN.id)).toBeNull()
})

test('a person is found in each project they were seen in, once', async () => {
  const projects = ['a', 'b'].map((channel) => storage.records.idOf(tenant, channel as ChannelId))
  const longer = { ...MEGAN, id: `${MEGAN.id}-2` as PersonId }
  for (const project of [...projects, ...projects]) await storage.people.seenIn(tenant, MEGAN.id, project)
  await storage.people.seenIn(tenant, longer.id, 'project.x' as ProjectId)
  expect([...(await storage.people.projectsOf(tenant, MEGAN.id))].sort()).toEqual([...projects].sort())
  expect(await storage.people.projectsOf(tenant, ALEX.id)).toEqual([])
})

test('a person is reminded until they say otherwise, and their word holds in one tenant', async () => {
  const { people } = storage
  const elsewhere = `${tenant}-other` as TenantId
  expect(await people.wishes(tenant, MEGAN.id)).toMatchObject({ reminders: true })
  await people.keepWishes(tenant, MEGAN.id, { reminders: false })
  await people.meet(tenant, aContact())
  expect(await people.wishes(tenant, MEGAN.id)).toMatchObject({ reminders: false })
  expect(await people.wishes(tenant, ALEX.id)).toMatchObject({ reminders: true })
  expect(await people.wishes(elsewhere, MEGAN.id)).toMatchObject({ reminders: true })
  await people.keepWishes(tenant, MEGAN.id, { reminders: true })
  expect(await people.wishes(tenant, MEGAN.id)).toMatchObject({ reminders: true })
})

test('what a 1:1 chat is about is known by what was said last, to each tenant apart', async () => {
  const { people } = storage
  const [hub, erp] = ['hub', 'erp'].map((channel) => storage.records.idOf(tenant, channel as ChannelId))
  expect(await people.focus(tenant, MEGAN.id)).toBeNull()
  await people.keepFocus(tenant, MEGAN.id, { project: hub!, since: NOW, at: NOW })
  await people.keepFocus(tenant, MEGAN.id, { project: erp!, since: NOW, at: NOW })
  expect(await people.focus(tenant, MEGAN.id)).toEqual({ project: erp, since: NOW, at: NOW })
  expect(await people.focus(`${tenant}x` as TenantId, MEGAN.id)).toBeNull()
  expect(await people.focus(tenant, ALEX.id)).toBeNull()
})
