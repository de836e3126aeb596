import type { ChannelId } from '../../bot/domain/ids'
import { MOST_FURTHER_CHANNELS } from '../../bot/domain/audience'
import type { Command } from '../../bot/flows/command'
import { aChannelOf, ALEX, at, MEGAN, PATTI, STEERING, THIS_WEEK, VENDORS } from '../support/builders'
import { expectKind } from './northwind'
import { aWeek } from './theWeek'

const ask: Command = { do: 'showAudience', wanted: null }
const choose = (version: number, ...channels: readonly { readonly id: ChannelId }[]): Command => ({
  do: 'saveAudience',
  channels: channels.map(({ id }) => id),
  version,
})

describe('who gets the recap', () => {
  test('is nobody but the project’s own channel until the lead says so', async () => {
    const { when, theProject } = await anAudience()
    expect((await theProject()).audience).toEqual([])
    const { view } = expectKind(await when(ALEX, ask), 'audienceForm')
    expect(view.channels.map(({ name }) => name)).toEqual(['Steering', 'Vendors'])
    expect(view).toMatchObject({ home: 'General', ticked: [], gone: [], unreached: [], version: 1 })
  })

  test('is the lead’s and the team owners’ to choose; another member is told whose', async () => {
    const { when } = await anAudience()
    const refused = { kind: 'notAllowed', who: 'lead', lead: ALEX }
    expect(await when(MEGAN, ask)).toMatchObject(refused)
    expect(await when(MEGAN, choose(1, STEERING))).toMatchObject(refused)
    expectKind(await when(PATTI, choose(1, STEERING), { ownsTeam: true }), 'audienceSaved')
  })

  test('is saved with the project, and its history says who chose what', async () => {
    const { when, theProject, history } = await anAudience()
    const saved = expectKind(await when(ALEX, choose(1, VENDORS, STEERING)), 'audienceSaved')
    expect(saved.audience).toEqual([STEERING, VENDORS])
    expect(await theProject()).toMatchObject({ audience: [STEERING, VENDORS], version: 2 })
    expect((await history('project')).at(-1)).toMatchObject({
      by: ALEX,
      fields: [{ field: 'audience', from: [], to: [STEERING, VENDORS] }],
    })
  })

  test('stays when the setup is saved again', async () => {
    const { when, theProject } = await anAudience()
    await when(ALEX, choose(1, STEERING))
    const { form, version } = expectKind(await when(ALEX, { do: 'showSetup' }), 'setupForm')
    expectKind(await when(ALEX, { do: 'saveSetup', form: { ...form, name: 'ERP' }, version }), 'projectSaved')
    expect(await theProject()).toMatchObject({ name: 'ERP', audience: [STEERING] })
  })

  test('is only a channel of the team, whatever a card names, and never the project’s own twice', async () => {
    const { when, theProject } = await anAudience()
    const foreign = aChannelOf('Another team', 'channel-elsewhere')
    expect(await when(ALEX, choose(1, foreign))).toMatchObject({
      kind: 'audienceForm',
      problem: { kind: 'goneMeanwhile' },
    })
    const own = { id: (await theProject()).channel }
    expect(await when(ALEX, choose(1, own))).toMatchObject({ problem: { kind: 'goneMeanwhile' } })
    expect((await theProject()).audience).toEqual([])
  })

  test('is ten further channels at most', async () => {
    const many = Array.from({ length: MOST_FURTHER_CHANNELS + 1 }, (_, at) =>
      aChannelOf(`Channel ${at}`, `c-${at}`),
    )
    const { whenAmong } = await anAudience()
    expect(await whenAmong(many, ALEX, choose(1, ...many))).toMatchObject({
      kind: 'audienceForm',
      problem: { kind: 'tooMany', ticked: 11, most: 10 },
      view: { ticked: many.map(({ id }) => id) },
    })
    expectKind(await whenAmong(many, ALEX, choose(1, ...many.slice(1))), 'audienceSaved')
  })

  test.each([
    ['by its name', 'steering', [STEERING.id], null],
    ['by a part of its name that only one has', 'vend', [VENDORS.id], null],
    ['that is the project’s own, which always gets it', 'General', [], null],
    ['that is not there', 'Board', [], { kind: 'noSuchChannel', typed: 'Board' }],
    ['by a part that several have', 'e', [], { kind: 'noSuchChannel', typed: 'e' }],
  ])('a channel %s', async (_, wanted, ticked, problem) => {
    const { when } = await anAudience()
    const outcome = expectKind(await when(ALEX, { do: 'showAudience', wanted }), 'audienceForm')
    expect(outcome).toMatchObject({ view: { ticked }, problem })
  })
})

describe('two who choose at once', () => {
  test('the second sees what the first chose, and may save over it', async () => {
    const { when, theProject } = await anAudience()
    expectKind(await when(ALEX, choose(1, STEERING)), 'audienceSaved')
    const late = await when(PATTI, choose(1, VENDORS), { ownsTeam: true })
    expect(late).toMatchObject({
      kind: 'audienceChangedMeanwhile',
      by: ALEX,
      theirs: [STEERING],
      view: { ticked: [VENDORS.id], version: 2 },
    })
    expect((await theProject()).audience).toEqual([STEERING])
    expectKind(await when(PATTI, choose(2, VENDORS), { ownsTeam: true }), 'audienceSaved')
    expect((await theProject()).audience).toEqual([VENDORS])
  })

  test('in two processes at the same moment: one is saved, the other told of it', async () => {
    const { when, whenElsewhere, theProject } = await anAudience()
    const outcomes = await Promise.all([
      when(ALEX, choose(1, STEERING)),
      whenElsewhere(PATTI, choose(1, VENDORS), { ownsTeam: true }),
    ])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['audienceChangedMeanwhile', 'audienceSaved'])
    const saved = outcomes.find((outcome) => outcome.kind === 'audienceSaved')
    expect((await theProject()).audience).toEqual(saved && expectKind(saved, 'audienceSaved').audience)
  })
})

describe('a recap that is posted', () => {
  test('goes to every chosen channel as a message of its own', async () => {
    const { when, posted, outgoing, records, project } = await anAudience()
    await when(ALEX, choose(1, STEERING, VENDORS))
    await posted()
    expect((await outgoing()).filter(({ kind }) => kind.startsWith('recap'))).toEqual(
      expect.arrayContaining([
        { kind: 'recap', week: THIS_WEEK },
        { kind: 'recapCopy', week: THIS_WEEK, channel: STEERING.id },
        { kind: 'recapCopy', week: THIS_WEEK, channel: VENDORS.id },
      ]),
    )
    expect((await records.recap(project, THIS_WEEK))?.record.copies).toEqual([
      { channel: STEERING, delivery: { status: 'pending' } },
      { channel: VENDORS, delivery: { status: 'pending' } },
    ])
  })

  test('is not sent to a channel that was taken off before', async () => {
    const { when, posted } = await anAudience()
    await when(ALEX, choose(1, STEERING, VENDORS))
    await when(ALEX, choose(2, VENDORS))
    expect((await posted()).posted.copies.map(({ channel }) => channel)).toEqual([VENDORS])
  })

  test('did not get to a channel: the choice says so, as long as it is chosen', async () => {
    const { when, posted, records, project } = await anAudience()
    await when(ALEX, choose(1, STEERING))
    await posted()
    const stored = (await records.recap(project, THIS_WEEK))!
    const delivery = {
      status: 'unreachable',
      at: at('2026-11-20'),
      why: 'notInstalled',
      fallback: false,
    } as const
    const record = { ...stored.record, copies: [{ channel: STEERING, delivery }] }
    await records.commit(project, { recap: { record, over: stored.revision } })
    const shown = expectKind(await when(ALEX, ask), 'audienceForm')
    expect(shown.view.unreached).toEqual([{ channel: STEERING, why: 'notInstalled' }])
    await when(ALEX, choose(2))
    expect(expectKind(await when(ALEX, ask), 'audienceForm').view.unreached).toEqual([])
  })
})

test('a chosen channel that left the team is named, and taken off by the next save', async () => {
  const { when, whenAmong, theProject } = await anAudience()
  await when(ALEX, choose(1, STEERING, VENDORS))
  const { view } = expectKind(await whenAmong([VENDORS], ALEX, ask), 'audienceForm')
  expect(view).toMatchObject({ gone: [STEERING], ticked: [VENDORS.id] })
  expectKind(await whenAmong([VENDORS], ALEX, choose(2, VENDORS)), 'audienceSaved')
  expect((await theProject()).audience).toEqual([VENDORS])
})

/** Northwind's project stands in General, beside Steering and Vendors. */
async function anAudience() {
  const week = await aWeek()
  await week.givenItem()
  const theProject = async () => (await week.records.project(week.project))!.record
  return { ...week, theProject }
}
