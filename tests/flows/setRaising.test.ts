import { raisingFieldsOf, USUAL_RAISING, type RaisingFields } from '../../bot/domain/raising'
import type { Command } from '../../bot/flows/command'
import { ADELE, ALEX, at, ISAIAH, MEGAN } from '../support/builders'
import { aLookedAtWeek } from './aLookedAtWeek'
import { aChannel, expectKind } from './northwind'

const USUAL = raisingFieldsOf(USUAL_RAISING)
const save = (over: Partial<RaisingFields> = {}, version = 1): Command => ({
  do: 'saveRaising',
  form: { ...USUAL, ...over },
  version,
})

test('the lead sees the settings, changes a limit, and the project’s history has it', async () => {
  const { when, theProject, history } = await aLookedAtWeek()
  const form = expectKind(await when(ALEX, { do: 'showRaising' }), 'raisingForm')
  expect(form).toMatchObject({ form: USUAL, version: 1, problems: [] })
  const saved = expectKind(await when(ALEX, save({ blockedDays: '10', moves: '0' })), 'raisingSaved')
  expect(saved.raising.limits).toEqual({ silentWeeks: 2, blockedDays: 10, showStopperDays: 2, moves: null })
  expect(await theProject()).toMatchObject({ raising: saved.raising, version: 2 })
  expect(await history('project')).toMatchObject([{ version: 2, by: ALEX, fields: [{ field: 'raising' }] }])
})

test('what was typed and can’t be used comes back as it was, with what is wrong', async () => {
  const { when, theProject } = await aLookedAtWeek()
  const typed = { blockedDays: 'abc', showStopperDays: '-3', moves: '400' }
  const form = expectKind(await when(ALEX, save(typed)), 'raisingForm')
  expect(form.form).toEqual({ ...USUAL, ...typed })
  expect(form.problems.map(({ field }) => field)).toEqual(['blockedDays', 'showStopperDays', 'moves'])
  expect((await theProject()).version).toBe(1)
})

test('saving what holds already changes nothing', async () => {
  const { when, history } = await aLookedAtWeek()
  expectKind(await when(ALEX, save()), 'raisingSaved')
  expect(await history('project')).toEqual([])
})

describe('the settings are the lead’s and the team’s owners’ alone', () => {
  const commands: readonly Command[] = [{ do: 'trouble' }, { do: 'showRaising' }, save({ moves: '5' })]

  test.each(commands)('another member may not: $do', async (command) => {
    const { when, theProject } = await aLookedAtWeek()
    expect(await when(MEGAN, command)).toMatchObject({ kind: 'notAllowed', who: 'lead', lead: ALEX })
    expect((await theProject()).version).toBe(1)
  })

  test.each(commands)('an owner of the team may: $do', async (command) => {
    const { when } = await aLookedAtWeek()
    expect((await when(ISAIAH, command, { ownsTeam: true })).kind).not.toBe('notAllowed')
  })
})

describe('two people at the settings', () => {
  test('the second is told who was first, with what they typed, and may save over it', async () => {
    const { when, theProject } = await aLookedAtWeek()
    await when(ADELE, save({ blockedDays: '10' }), { ownsTeam: true })
    const outcome = expectKind(await when(ALEX, save({ blockedDays: '20' })), 'raisingChangedMeanwhile')
    expect(outcome).toMatchObject({ by: ADELE, version: 2, form: { blockedDays: '20' } })
    expectKind(await when(ALEX, save({ blockedDays: '20' }, 2)), 'raisingSaved')
    expect((await theProject()).raising.limits.blockedDays).toBe(20)
  })

  test('another setting of the project that was changed meanwhile is no reason to refuse', async () => {
    const { when, theProject } = await aLookedAtWeek()
    await when(ALEX, { do: 'pause' })
    expectKind(await when(ALEX, save({ blockedDays: '20' })), 'raisingSaved')
    expect(await theProject()).toMatchObject({ state: { status: 'paused' }, version: 3 })
  })

  test('of two saves in the same moment one is saved and the other is told', async () => {
    const { when, whenElsewhere } = await aLookedAtWeek()
    const both = await Promise.all([
      when(ALEX, save({ blockedDays: '10' })),
      whenElsewhere(ALEX, save({ blockedDays: '20' })),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['raisingChangedMeanwhile', 'raisingSaved'])
  })
})

test('"alerts" shows what would be raised now, and makes no old news of it', async () => {
  const { when, clock, clockAt, digests, givenBlocked, raised } = await aLookedAtWeek()
  const id = await givenBlocked(6)
  clock.set(at('2026-11-20', '08:00'))
  const { view } = expectKind(await when(ALEX, { do: 'trouble' }), 'trouble')
  expect(view).toMatchObject({ fresh: [], known: [{ kind: 'blocked', item: id }] })
  expect(await raised()).toBeNull()
  await clockAt(at('2026-11-20'))
  expect(await digests()).toEqual(['2026-11-20'])
})

test('a channel without a project has no settings', async () => {
  const { when } = await aChannel()
  for (const command of [{ do: 'trouble' }, { do: 'showRaising' }, save()] as const) {
    expect(await when(ALEX, command)).toEqual({ kind: 'notSetUp' })
  }
})

test('a setup that is saved keeps what is raised, and a new project raises as usual', async () => {
  const { when, records, project } = await aChannel()
  const form = expectKind(await when(ALEX, { do: 'showSetup' }), 'setupForm').form
  const named = { ...form, name: 'ERP roll-out' }
  await when(ALEX, { do: 'saveSetup', form: named, version: null })
  expect((await records.project(project))?.record.raising).toEqual(USUAL_RAISING)
  await when(ALEX, save({ blockedDays: '9' }))
  await when(ALEX, { do: 'saveSetup', form: { ...named, name: 'CRM' }, version: 1 })
  expect((await records.project(project))?.record).toMatchObject({
    name: 'CRM',
    raising: { limits: { blockedDays: 9 } },
  })
})
