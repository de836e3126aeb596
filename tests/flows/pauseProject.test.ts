import { ALEX, ISAIAH, MEGAN, NOW } from '../support/builders'
import { expectKind, northwind } from './northwind'

describe('pausing a project', () => {
  test('the lead pauses and resumes; the history says who and when', async () => {
    const { when, records, project, history } = await northwind()
    expect(expectKind(await when(ALEX, { do: 'pause' }), 'paused')).toMatchObject({
      already: false,
      project: { paused: true },
    })
    const paused = (await records.project(project))?.record
    expect(paused?.state).toEqual({ status: 'paused', since: NOW, by: ALEX })
    expect(expectKind(await when(ALEX, { do: 'resume' }), 'resumed').project.paused).toBe(false)
    expect((await history('project')).map(({ version, by }) => [version, by.name])).toEqual([
      [2, 'Alex Wilber'],
      [3, 'Alex Wilber'],
    ])
  })

  test('a second pause says that it is paused already and keeps since when', async () => {
    const { when, clock, records, project } = await northwind()
    await when(ALEX, { do: 'pause' })
    clock.advance(60_000)
    expect(await when(ALEX, { do: 'pause' })).toMatchObject({ kind: 'paused', already: true })
    expect((await records.project(project))?.record).toMatchObject({ state: { since: NOW }, version: 2 })
  })

  test('resuming what runs says so', async () => {
    const { when } = await northwind()
    expect(await when(ALEX, { do: 'resume' })).toMatchObject({ kind: 'resumed', already: true })
  })

  test('a member who neither leads nor owns the team may not', async () => {
    const { when } = await northwind()
    expect(await when(MEGAN, { do: 'pause' })).toEqual({
      kind: 'notAllowed',
      who: 'lead',
      lead: ALEX,
      owner: null,
    })
    expectKind(await when(ISAIAH, { do: 'pause' }, { ownsTeam: true }), 'paused')
  })
})
