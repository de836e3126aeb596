import { USUAL_RAISING } from '../../bot/domain/raising'
import type { CommandOf, SetupForm } from '../../bot/flows/command'
import {
  ADELE,
  ALEX,
  aPerson,
  COPENHAGEN,
  ISAIAH,
  MEGAN,
  NOW,
  PATTI,
  TENANT,
  TRAINING,
} from '../support/builders'
import { aChannel, expectKind, northwind } from './northwind'

const FORM: SetupForm = {
  name: 'ERP roll-out',
  customer: 'Northwind Traders',
  lead: ADELE,
  zone: 'Europe/Copenhagen',
  language: 'en',
  goLive: '2027-01-11',
  goLiveWhy: '',
  workstreams: 'Data migration\nIntegrations\nTraining',
  ask: 'Thu 10:00',
  remind: 'Fri 09:00',
  draft: 'Fri 12:00',
  post: 'Fri 15:00',
  namesWhoIsMissing: false,
  reminds: true,
}

function save(over: Partial<SetupForm> = {}, version: number | null = null): CommandOf<'saveSetup'> {
  return { do: 'saveSetup', form: { ...FORM, ...over }, version }
}

/** The form that Alex, the lead, sees in a channel that is set up already. */
async function openForm(world: Awaited<ReturnType<typeof northwind>>) {
  return expectKind(await world.when(ALEX, { do: 'showSetup' }), 'setupForm')
}

describe('setting a channel up', () => {
  test('any member may be the first; the form opens with the usual week and them as the lead', async () => {
    const { when } = await aChannel()
    const outcome = expectKind(await when(ADELE, { do: 'showSetup' }), 'setupForm')
    expect(outcome).toMatchObject({ project: null, version: null, problems: [] })
    expect(outcome.form).toMatchObject({ lead: ADELE, zone: COPENHAGEN, ask: 'Thu 10:00', post: 'Fri 15:00' })
    expect(outcome.members).toHaveLength(6)
  })

  test('the project is there afterwards, in the very team and channel', async () => {
    const { when, records, project, place, people, history } = await aChannel()
    const outcome = expectKind(await when(ADELE, save()), 'projectSaved')
    expect(outcome.created).toBe(true)
    expect((await records.project(project))?.record).toEqual({
      id: project,
      tenant: TENANT,
      team: place.team,
      channel: place.channel,
      name: 'ERP roll-out',
      customer: 'Northwind Traders',
      lead: ADELE,
      zone: COPENHAGEN,
      language: 'en',
      goLive: { first: '2027-01-11', moves: [] },
      workstreams: place.workstreams,
      week: place.week,
      audience: [],
      namesWhoIsMissing: false,
      reminds: true,
      raising: USUAL_RAISING,
      state: { status: 'running' },
      createdBy: ADELE,
      createdAt: NOW,
      version: 1,
    })
    expect(await history('project')).toMatchObject([{ version: 1, by: ADELE, fields: [] }])
    expect(await people.projectsOf(TENANT, ADELE.id)).toContain(project)
  })

  test('who sets it up may name another lead, whose chat then finds the project', async () => {
    const { when, people, project } = await aChannel()
    const outcome = expectKind(await when(ADELE, save({ lead: MEGAN })), 'projectSaved')
    expect(outcome.project).toMatchObject({ lead: MEGAN, createdBy: ADELE })
    expect(await people.projectsOf(TENANT, MEGAN.id)).toContain(project)
  })

  test('who names nobody leads it', async () => {
    const { when } = await aChannel()
    expect(expectKind(await when(ADELE, save({ lead: null })), 'projectSaved').project.lead).toEqual(ADELE)
  })

  test('a lead who is not in the team is refused; a name that the form makes up is not taken over', async () => {
    const { when, records, project } = await aChannel()
    const stranger = aPerson('Stan Ranger')
    const refused = expectKind(await when(ADELE, save({ lead: stranger })), 'setupForm')
    expect(refused.problems).toEqual([{ field: 'lead', because: 'notAMember' }])
    expect(await records.project(project)).toBeNull()
    const saved = expectKind(await when(ADELE, save({ lead: { ...MEGAN, name: 'Boss' } })), 'projectSaved')
    expect(saved.project.lead).toEqual(MEGAN)
  })

  test('all that is wrong is said at once, and all that was typed stays in the form', async () => {
    const { when } = await aChannel()
    const typed = { name: ' ', zone: 'Middle Earth', ask: 'soon', goLive: 'spring' }
    const outcome = expectKind(await when(ADELE, save(typed)), 'setupForm')
    expect(outcome.form).toMatchObject(typed)
    expect(outcome.problems).toEqual([
      { field: 'name', because: 'missing' },
      { field: 'zone', because: 'notAZone', suggestions: [] },
      { field: 'goLive', because: 'notADate' },
      { field: 'ask', because: 'notATime' },
    ])
  })

  test('of two members who set it up in the same moment one does, and the other learns who leads', async () => {
    const { when, records, project } = await aChannel()
    const both = await Promise.all([
      when(ADELE, save({ lead: ADELE })),
      when(PATTI, save({ lead: PATTI, name: 'Another' })),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['notAllowed', 'projectSaved'])
    expect((await records.project(project))?.record.version).toBe(1)
  })

  test('a form for a new project does not write over one that was set up meanwhile', async () => {
    const { when, records, project } = await aChannel()
    await when(ADELE, save())
    const late = await when(PATTI, save({ name: 'Another' }), { ownsTeam: true })
    expect(expectKind(late, 'setupChangedMeanwhile')).toMatchObject({ by: ADELE, form: { name: 'Another' } })
    expect((await records.project(project))?.record.name).toBe('ERP roll-out')
  })

  test('the same form sent twice sets it up once', async () => {
    const { when, history } = await aChannel()
    await when(ADELE, save())
    expect(expectKind(await when(ADELE, save()), 'projectSaved').created).toBe(false)
    expect(await history('project')).toHaveLength(1)
  })
})

describe('changing the setup', () => {
  test('the form opens filled in', async () => {
    const { form, version } = await openForm(await northwind())
    expect(form).toEqual({ ...FORM, lead: ALEX })
    expect(version).toBe(1)
  })

  test('only the lead and the owners of the team may see or save it', async () => {
    const { when } = await northwind()
    const refusal = { kind: 'notAllowed', who: 'lead', lead: ALEX, owner: null }
    expect(await when(MEGAN, { do: 'showSetup' })).toEqual(refusal)
    expect(await when(MEGAN, save({ lead: MEGAN }, 1))).toEqual(refusal)
    expectKind(await when(MEGAN, { do: 'showSetup' }, { ownsTeam: true }), 'setupForm')
    expectKind(await when(MEGAN, save({ lead: MEGAN }, 1), { ownsTeam: true }), 'projectSaved')
  })

  test('a lead who hands over can not change it any more, and the new one finds the project', async () => {
    const { when, people, project } = await northwind()
    await when(ALEX, save({ lead: MEGAN }, 1))
    expect(await people.projectsOf(TENANT, MEGAN.id)).toContain(project)
    expect(await when(ALEX, { do: 'showSetup' })).toMatchObject({ kind: 'notAllowed', lead: MEGAN })
  })

  test('a project can not be left without a lead, but one who has left the team may stay named', async () => {
    const { when } = await northwind({ lead: aPerson('Gone Already') })
    const nobody = await when(MEGAN, save({ lead: null }, 1), { ownsTeam: true })
    const { problems } = expectKind(nobody, 'setupForm')
    expect(problems).toEqual([{ field: 'lead', because: 'missing' }])
    const kept = save({ lead: aPerson('Gone Already'), name: 'ERP Denmark' }, 1)
    expectKind(await when(MEGAN, kept, { ownsTeam: true }), 'projectSaved')
  })

  test('a new go-live date needs a why, and goes into its ledger', async () => {
    const { when, history } = await northwind()
    const moved = { lead: ALEX, goLive: '2027-02-01' }
    const asked = expectKind(await when(ALEX, save(moved, 1)), 'setupForm')
    expect(asked.problems.map(({ field }) => field)).toEqual(['goLiveWhy'])
    const goLiveWhy = 'the data is not clean'
    const saved = expectKind(await when(ALEX, save({ ...moved, goLiveWhy }, 1)), 'projectSaved')
    expect(saved.project.goLive).toEqual({
      first: '2027-01-11',
      moves: [{ from: '2027-01-11', to: '2027-02-01', by: ALEX, at: NOW, why: goLiveWhy }],
    })
    expect(await history('project')).toMatchObject([{ version: 2, why: goLiveWhy }])
  })

  test('a workstream with open records stays until they are done', async () => {
    const { when, givenItem, givenIssue, records, project } = await northwind()
    await givenItem({ workstream: TRAINING.id })
    await givenItem({ workstream: TRAINING.id })
    await givenIssue({ workstream: TRAINING.id })
    const without = { lead: ALEX, workstreams: 'Data migration, Integrations' }
    const outcome = expectKind(await when(ALEX, save(without, 1)), 'setupForm')
    expect(outcome.problems).toEqual([
      { field: 'workstreams', because: 'inUse', name: 'Training', items: 2, issues: 1 },
    ])
    expect((await records.project(project))?.record.version).toBe(1)
  })

  test('a workstream without open records may go, and one may be renamed on its line with its records', async () => {
    const { when, givenItem, place } = await northwind()
    const id = await givenItem({ workstream: place.workstreams[0]?.id ?? null })
    await when(ALEX, save({ lead: ALEX, workstreams: 'Data\nIntegrations' }, 1))
    const outcome = await when(ALEX, { do: 'show', id, history: false })
    expect(outcome).toMatchObject({ view: { workstream: 'Data' } })
  })

  test('a form opened before somebody else changed the same field is not saved over it', async () => {
    const world = await northwind()
    const { form, version } = await openForm(world)
    await world.when(ISAIAH, save({ lead: ALEX, name: 'ERP wave 1' }, 1), { ownsTeam: true })
    const mine = { ...form, name: 'ERP Denmark' }
    const command = { do: 'saveSetup', form: mine, version } as const
    const outcome = expectKind(await world.when(ALEX, command), 'setupChangedMeanwhile')
    expect(outcome).toMatchObject({ by: ISAIAH, form: mine, project: { name: 'ERP wave 1' } })
  })

  test('a pause between opening and saving the form stands in nobody’s way, and is kept', async () => {
    const world = await northwind()
    const { form, version } = await openForm(world)
    await world.when(ALEX, { do: 'pause' })
    const command = { do: 'saveSetup', form: { ...form, name: 'ERP Denmark' }, version } as const
    const outcome = expectKind(await world.when(ALEX, command), 'projectSaved')
    expect(outcome.project).toMatchObject({ name: 'ERP Denmark', state: { status: 'paused' } })
  })
})
