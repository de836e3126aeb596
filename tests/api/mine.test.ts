import { mine } from '../../bot/contract/mine'
import { paths } from '../../bot/contract/paths'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import {
  ADELE,
  ALEX,
  aDueDate,
  aMember,
  anActionItem,
  anIssue,
  aProject,
  daysAgo,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TENANT,
} from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab
/** Who is on which team; a team that is not here can't be asked. */
let teams: Map<ProjectId, readonly Person[]>
let crm: ProjectId

beforeEach(async () => {
  teams = new Map()
  tab = await serveTab({
    over: () => ({
      roster: {
        members: (project) => {
          const team = teams.get(project)
          return team
            ? Promise.resolve(team.map((one) => aMember(one)))
            : Promise.reject(new Error('Teams can’t be asked'))
        },
      },
    }),
  })
  await tab.setUp()
  const channel = 'channel-crm' as ChannelId
  crm = tab.records.idOf(TENANT, channel)
  const record = aProject({ id: crm, channel, tenant: TENANT, name: 'CRM', customer: 'Contoso' })
  await tab.records.commit(crm, { project: { record, over: 'new' } })
  teams.set(tab.project, [ALEX, MEGAN, LYNNE])
  teams.set(crm, [ALEX, MEGAN])
  await tab.deps.people.seenIn(TENANT, MEGAN.id, crm)
  await tab.deps.people.seenIn(TENANT, PATTI.id, crm)
})
afterEach(() => tab.close())

async function keep(
  project: ProjectId,
  ...records: (ReturnType<typeof anActionItem> | ReturnType<typeof anIssue>)[]
) {
  for (const record of records) {
    const put = { record, over: 'new' } as const
    await tab.records.commit(
      project,
      'due' in record ? { items: [{ ...put, record }] } : { issues: [{ ...put, record: record }] },
    )
  }
}

async function seenBy(person: Person) {
  const answer = await tab.ask(person, paths.mine)
  expect(answer.status).toBe(200)
  return mine.parse(answer.body)
}

const told = ({ owed }: Awaited<ReturnType<typeof seenBy>>) =>
  owed.map(({ project, id }) => `${project.name} ${id}`)

it('brings together what is one’s own and open in all projects, the latest trouble first', async () => {
  const blocked = { status: 'blocked', reason: 'no rights', needs: null, since: daysAgo(1) } as const
  await keep(
    tab.project,
    anActionItem({ id: 'A-1', due: aDueDate('2026-11-10') }),
    anActionItem({ id: 'A-2', due: aDueDate('2026-12-24') }),
    anActionItem({ id: 'A-3', owner: LYNNE }),
    anActionItem({ id: 'A-4', state: { status: 'done', at: NOW, by: MEGAN } }),
    anIssue({ id: 'I-1', owner: MEGAN, severity: 'cosmetic', state: { status: 'triaged' } }),
    anIssue({
      id: 'I-2',
      owner: MEGAN,
      severity: 'showStopper',
      createdAt: daysAgo(3),
      state: { status: 'triaged' },
    }),
  )
  await keep(
    crm,
    anActionItem({ id: 'A-1', state: blocked, due: aDueDate('2026-12-01') }),
    anActionItem({ id: 'A-2', due: null }),
    anActionItem({ id: 'A-3', due: aDueDate('2026-11-24') }),
  )
  const seen = await seenBy(MEGAN)
  expect(told(seen)).toEqual([
    'CRM A-1',
    'ERP roll-out I-2',
    'ERP roll-out A-1',
    'CRM A-3',
    'ERP roll-out A-2',
    'CRM A-2',
    'ERP roll-out I-1',
  ])
  expect(seen).toMatchObject({ me: { name: 'Megan Bowen' }, projects: 2, unreachable: 0, cards: [] })
  expect(seen.owed[0]).toMatchObject({
    status: 'blocked',
    reason: 'no rights',
    for: { name: 'Lynne Robbins' },
  })
})

it('shows nothing of a team any more to who was taken off it', async () => {
  await keep(crm, anActionItem({ id: 'A-1' }))
  expect(told(await seenBy(MEGAN))).toEqual(['CRM A-1'])
  teams.set(crm, [ALEX])
  expect(await seenBy(MEGAN)).toMatchObject({ owed: [], projects: 1 })
})

it('knows one’s projects by our own records alone, whatever the address says', async () => {
  await keep(crm, anActionItem({ id: 'A-1', owner: ADELE }))
  teams.set(tab.project, [ADELE])
  teams.set(crm, [ADELE])
  const answer = await tab.ask(ADELE, `${paths.mine}?project=${crm}&channel=channel-crm`)
  expect(mine.parse(answer.body)).toMatchObject({ owed: [], projects: 1 })
  await tab.deps.people.seenIn(TENANT, ADELE.id, crm)
  expect(told(await seenBy(ADELE))).toEqual(['CRM A-1'])
})

it('lists the weekly cards that wait, until they are answered', async () => {
  await tab.inChat(ALEX, {
    do: 'addItem',
    title: 'Price file',
    owner: MEGAN,
    for: null,
    due: null,
    unblocks: null,
    workstream: null,
    conversation: null,
  })
  await tab.inChat(ALEX, { do: 'askNow' })
  expect((await seenBy(MEGAN)).cards).toEqual([
    { project: expect.objectContaining({ id: tab.project }) as object, week: '2026-W47', items: 1 },
  ])
  expect((await seenBy(LYNNE)).cards).toEqual([])
  await tab.inChat(MEGAN, { do: 'changeItem', id: 'A-1', change: { kind: 'done' }, seen: null })
  expect((await seenBy(MEGAN)).cards).toEqual([])
})

it('says how many projects can’t be asked, and fails where none can', async () => {
  await keep(crm, anActionItem({ id: 'A-1' }))
  teams.delete(tab.project)
  expect(await seenBy(MEGAN)).toMatchObject({ projects: 1, unreachable: 1, owed: [{ id: 'A-1' }] })
  teams.delete(crm)
  const answer = await tab.ask(MEGAN, paths.mine)
  expect(answer.status).toBe(503)
})

it('is empty for who is on no team, and closed to who is not signed in', async () => {
  expect(await seenBy(PATTI)).toMatchObject({ me: { name: 'Patti Fernandez' }, owed: [], projects: 0 })
  expect((await tab.ask(null, paths.mine)).status).toBe(401)
})
