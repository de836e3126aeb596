import type { ChannelId } from '../../bot/domain/ids'
import type { Instant } from '../../bot/domain/time'
import type { FlowDeps } from '../../bot/flows/deps'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import type { Records } from '../../bot/flows/ports'
import { runWeek } from '../../bot/flows/runWeek'
import { openTestStorage } from '../support/azurite'
import { ADELE, aDueDate, ALEX, at, ISAIAH, MEGAN, TENANT, THIS_WEEK } from '../support/builders'
import { aWeek, NEXT_WEEK, NO_CHANGE, ON_TRACK, THURSDAY } from './theWeek'

const WEDNESDAY = at('2026-11-18', '09:00')
const THURSDAY_NIGHT = at('2026-11-19', '23:00')
const FRIDAY_NINE = at('2026-11-20', '09:00')
const FRIDAY_NOON = at('2026-11-20', '12:00')
const FRIDAY_THREE = at('2026-11-20', '15:00')
const NEXT_THURSDAY = at('2026-11-26', '10:00')

/** Northwind's week as the clock runs it, with an item of Megan's. */
async function aClockedWeek() {
  const world = await aWeek({ createdAt: at('2026-11-02') })
  const item = await world.givenItem({ owner: MEGAN, due: aDueDate('2026-12-15') })
  const { deps, project, clock, records } = world
  return {
    ...world,
    item,
    /** What the clock does at this moment; answers with when it looks again. */
    clockAt: (moment: Instant, over: Partial<FlowDeps> = {}) => {
      clock.set(moment)
      return runWeek({ ...deps, ...over }, project)
    },
    cycle: async (week = THIS_WEEK) => (await records.cycle(project, week))?.record ?? null,
    recap: async (week = THIS_WEEK) => (await records.recap(project, week))?.record ?? null,
  }
}

function count(outgoing: readonly OutgoingWhat[], kind: OutgoingWhat['kind']): number {
  return outgoing.filter((what) => what.kind === kind).length
}

describe('a week by the clock', () => {
  test('asks on Thursday, drafts on Friday noon, posts at three; each once, and nothing before', async () => {
    const { clockAt, cycle, recap, outgoing } = await aClockedWeek()
    expect(await clockAt(WEDNESDAY)).toBe(THURSDAY)
    expect([await outgoing(), await cycle()]).toEqual([[], null])

    expect(await clockAt(THURSDAY)).toBe(FRIDAY_NINE)
    expect(await cycle()).toEqual({
      week: THIS_WEEK,
      askedAt: THURSDAY,
      askedBy: null,
      draftedAt: null,
      leftOutAt: null,
    })
    expect((await outgoing()).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'channelWeek', week: THIS_WEEK },
      { kind: 'weeklyAsk', week: THIS_WEEK, person: MEGAN.id },
    ])

    expect(await clockAt(FRIDAY_NOON)).toBe(FRIDAY_THREE)
    expect((await cycle())?.draftedAt).toBe(FRIDAY_NOON)
    expect(count(await outgoing(), 'draft')).toBe(1)
    expect(await recap()).toBeNull()

    expect(await clockAt(FRIDAY_THREE)).toBe(NEXT_THURSDAY)
    expect(await recap()).toMatchObject({
      postedAt: FRIDAY_THREE,
      postedBy: null,
      recap: { week: THIS_WEEK, editedBy: null, dueAt: null, answers: { asked: 1, answered: 0 } },
    })
    await clockAt(FRIDAY_THREE)
    const sent = await outgoing()
    expect([count(sent, 'weeklyAsk'), count(sent, 'draft'), count(sent, 'recap')]).toEqual([1, 1, 1])
  })

  test('posts from the lead’s draft, and says whose it is', async () => {
    const { clockAt, when, recap } = await aClockedWeek()
    await clockAt(THURSDAY)
    await clockAt(FRIDAY_NOON)
    const edit = {
      headline: 'Two weeks later, for the stock count',
      note: '',
      overall: null,
      workstreams: [],
    }
    await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit })
    await clockAt(FRIDAY_THREE)
    expect((await recap())?.recap).toMatchObject({ headline: edit.headline, editedBy: ALEX })
  })

  test('what the lead did by hand is not done again: neither ask, nor draft of a posted week, nor recap', async () => {
    const { clockAt, askNow, posted, outgoing, clock, cycle } = await aClockedWeek()
    clock.set(WEDNESDAY)
    await askNow()
    expect(await clockAt(THURSDAY)).toBe(FRIDAY_NINE)
    await posted()
    expect(await clockAt(FRIDAY_NOON)).toBe(NEXT_THURSDAY)
    await clockAt(FRIDAY_THREE)
    const sent = await outgoing()
    expect([count(sent, 'weeklyAsk'), count(sent, 'draft'), count(sent, 'recap')]).toEqual([1, 0, 1])
    expect(await cycle()).toMatchObject({ askedAt: WEDNESDAY, askedBy: ALEX })
  })

  test('a week without a single item passes in silence: no card, no draft, no recap', async () => {
    const world = await aWeek({ createdAt: at('2026-11-02') })
    for (const moment of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE]) {
      world.clock.set(moment)
      await runWeek(world.deps, world.project)
    }
    expect(await world.outgoing()).toEqual([])
    expect((await world.records.cycle(world.project, THIS_WEEK))?.record.leftOutAt).toBe(FRIDAY_THREE)
    expect(await world.records.recap(world.project, THIS_WEEK)).toBeNull()
    expect(await runWeek(world.deps, world.project)).toBe(NEXT_THURSDAY)
  })

  test('a channel without a project needs no look', async () => {
    const { deps } = await aClockedWeek()
    const { records } = await openTestStorage()
    expect(await runWeek(deps, records.idOf(TENANT, 'nowhere' as ChannelId))).toBeNull()
  })

  test('nothing happens while the project is paused; resumed, the week goes on', async () => {
    const { clockAt, when, outgoing, clock } = await aClockedWeek()
    clock.set(WEDNESDAY)
    await when(ALEX, { do: 'pause' })
    for (const moment of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE]) expect(await clockAt(moment)).toBeNull()
    expect(await outgoing()).toEqual([])
    clock.set(at('2026-11-23'))
    await when(ALEX, { do: 'resume' })
    expect(await clockAt(at('2026-11-23'))).toBe(NEXT_THURSDAY)
  })
})

describe('a service that was down', () => {
  test('asks on Friday morning for Thursday, and people get time until the draft', async () => {
    const { clockAt, cycle, card, channelCard, clock } = await aClockedWeek()
    expect(await clockAt(THURSDAY_NIGHT)).toBe(at('2026-11-20', '09:00'))
    expect(await cycle()).toBeNull()
    expect(await clockAt(at('2026-11-20', '11:30'))).toBe(at('2026-11-20', '13:30'))
    clock.set(at('2026-11-20', '11:31'))
    expect((await card(MEGAN)).answerBy).toBe(at('2026-11-20', '13:30'))
    expect((await channelCard()).answerBy).toBe(at('2026-11-20', '13:30'))
  })

  test('posts the recap late, says so, and spares the lead the draft', async () => {
    const { clockAt, recap, outgoing } = await aClockedWeek()
    await clockAt(THURSDAY)
    const saturday = at('2026-11-21', '08:00')
    expect(await clockAt(saturday)).toBe(NEXT_THURSDAY)
    expect(await recap()).toMatchObject({ postedAt: saturday, recap: { dueAt: FRIDAY_THREE } })
    expect(count(await outgoing(), 'draft')).toBe(0)
  })

  test('for ten days asks for the running week alone, and posts nothing for the weeks it slept through', async () => {
    const { clockAt, recap, cycle, outgoing } = await aClockedWeek()
    await clockAt(WEDNESDAY)
    await clockAt(at('2026-11-27', '10:30'))
    expect([await cycle(THIS_WEEK), await recap(THIS_WEEK), await recap(NEXT_WEEK)]).toEqual([
      null,
      null,
      null,
    ])
    expect(await cycle(NEXT_WEEK)).toMatchObject({ askedBy: null })
    expect(count(await outgoing(), 'weeklyAsk')).toBe(1)
  })
})

describe('two processes at once', () => {
  test.each([3, 8])('%i of them do each step once', async (processes) => {
    const { clock, deps, project, outgoing, givenItem, recap } = await aClockedWeek()
    await givenItem({ owner: ISAIAH })
    await givenItem({ owner: ADELE })
    const others = await Promise.all(
      Array.from({ length: processes }, async () => ({ ...deps, ...(await openTestStorage(clock)) })),
    )
    for (const moment of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE]) {
      clock.set(moment)
      await Promise.all(others.map((other) => runWeek(other, project)))
    }
    const sent = await outgoing()
    expect([count(sent, 'weeklyAsk'), count(sent, 'draft'), count(sent, 'recap')]).toEqual([3, 1, 1])
    expect((await recap())?.postedBy).toBeNull()
  })
})

describe('a crash', () => {
  /** Records whose commits stop being written after so many, as when the process dies. */
  function dyingAfter(commits: number, records: Records): Records {
    let left = commits
    return {
      ...records,
      commit: (...given) => {
        if (left-- <= 0) throw new Error('The process died here')
        return records.commit(...given)
      },
    }
  }

  test.each([
    ['before the first ask', THURSDAY, 0],
    ['between the asks and the note that all were asked', THURSDAY, 1],
    ['after that note', THURSDAY, 2],
    ['before the draft', FRIDAY_NOON, 0],
    ['before the recap', FRIDAY_THREE, 0],
  ] as const)('%s leaves a week that goes on as if nothing had been', async (_, moment, commits) => {
    const { clockAt, records, outgoing, recap, cycle, answered, item } = await aClockedWeek()
    for (const before of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE].filter((one) => one < moment))
      await clockAt(before)
    await clockAt(moment, { records: dyingAfter(commits, records) }).catch(() => null)
    for (const after of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE].filter((one) => one >= moment))
      await clockAt(after)
    const sent = await outgoing()
    expect([count(sent, 'weeklyAsk'), count(sent, 'draft'), count(sent, 'recap')]).toEqual([1, 1, 1])
    expect(count(sent, 'channelWeek')).toBeGreaterThanOrEqual(1)
    expect([(await cycle())?.askedAt, (await recap())?.postedAt]).toEqual([THURSDAY, FRIDAY_THREE])
    expect((await answered(MEGAN, item, ON_TRACK)).rows).toHaveLength(1)
  })
})

test('moving to another zone in the middle of a week takes no step twice', async () => {
  const { clockAt, records, project, outgoing, recap, answered, item } = await aClockedWeek()
  await clockAt(THURSDAY)
  await answered(MEGAN, item, NO_CHANGE)
  const stored = (await records.project(project))!
  const record = { ...stored.record, zone: 'America/Los_Angeles' as typeof stored.record.zone }
  await records.commit(project, { project: { record, over: stored.revision } })
  expect(await clockAt(at('2026-11-19', '19:01'))).toBe(at('2026-11-20', '21:00'))
  await clockAt(at('2026-11-20', '21:00'))
  expect(await clockAt(at('2026-11-21', '00:00'))).toBe(at('2026-11-26', '19:00'))
  expect(await recap()).toMatchObject({ recap: { dueAt: null, answers: { asked: 1, answered: 1 } } })
  const sent = await outgoing()
  expect([count(sent, 'weeklyAsk'), count(sent, 'draft'), count(sent, 'recap')]).toEqual([1, 1, 1])
})
