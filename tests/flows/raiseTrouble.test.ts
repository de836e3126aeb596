import { USUAL_RAISING } from '../../bot/domain/raising'
import type { Records } from '../../bot/flows/ports'
import { runWeek } from '../../bot/flows/runWeek'
import { openTestStorage } from '../support/azurite'
import { ALEX, anAsk, at, inDays, MEGAN, NOW, PATTI, TENANT, zone } from '../support/builders'
import { aLookedAtWeek } from './aLookedAtWeek'

/* It is the week of Friday 20 November; an item is blocked since Saturday 14, which is six days on Friday. */

const THURSDAY_NINE = at('2026-11-19')
const FRIDAY_NINE = at('2026-11-20')
const MONDAY_NINE = at('2026-11-23')

async function aBlockedWeek(over: Parameters<typeof aLookedAtWeek>[0] = {}) {
  const week = await aLookedAtWeek(over)
  return { ...week, item: await week.givenBlocked(6) }
}

describe('the clock raises what is over the limits', () => {
  test('on the morning on which it is, once, and plans the next look', async () => {
    const { clockAt, digests, raised, item } = await aBlockedWeek()
    expect(await clockAt(THURSDAY_NINE)).toBe(at('2026-11-19', '10:00'))
    expect(await digests()).toEqual([])
    await clockAt(at('2026-11-19', '10:00'))
    await clockAt(FRIDAY_NINE)
    await clockAt(at('2026-11-20', '09:05'))
    expect(await digests()).toEqual(['2026-11-20'])
    expect(await raised()).toMatchObject({
      lookedOn: '2026-11-20',
      digests: [{ to: ALEX, news: [{ kind: 'blocked', item }], delivery: { status: 'pending' } }],
    })
    await clockAt(NOW)
    expect(await clockAt(at('2026-11-20', '16:00'))).toBe(MONDAY_NINE)
    await clockAt(MONDAY_NINE)
    expect(await digests()).toEqual(['2026-11-20'])
  })

  test('a second item a day later makes a second digest', async () => {
    const { clockAt, digests, givenBlocked } = await aBlockedWeek()
    await givenBlocked(3)
    await clockAt(FRIDAY_NINE)
    await clockAt(MONDAY_NINE)
    expect(await digests()).toEqual(['2026-11-20', '2026-11-23'])
  })

  test('what was solved is forgotten, and raised anew when it comes back', async () => {
    const { clockAt, digests, when, item, clock, raised } = await aBlockedWeek()
    await clockAt(FRIDAY_NINE)
    await when(ALEX, { do: 'changeItem', id: item, change: { kind: 'start' }, seen: null })
    await clockAt(MONDAY_NINE)
    expect((await raised())?.known).toEqual([])
    clock.set(at('2026-11-23', '11:00'))
    await when(ALEX, {
      do: 'changeItem',
      id: item,
      change: { kind: 'block', reason: 'again', needs: null },
      seen: null,
    })
    for (const date of ['2026-11-24', '2026-11-27', '2026-11-30']) await clockAt(at(date))
    expect(await digests()).toEqual(['2026-11-20', '2026-11-30'])
  })

  test('an owner whom two asks left silent, after the second recap', async () => {
    const { clockAt, digests, raised, givenItem, records, project } = await aLookedAtWeek()
    await givenItem({ owner: MEGAN })
    const weeks = [
      ['2026-W46', '2026-11-12'],
      ['2026-W47', '2026-11-19'],
    ] as const
    for (const [week, day] of weeks) {
      const record = anAsk({ week, person: MEGAN, askedAt: at(day, '10:00'), remindedAt: [at(day, '16:00')] })
      await records.commit(project, { asks: [{ record, over: 'new' }] })
    }
    await clockAt(FRIDAY_NINE)
    expect(await digests()).toEqual([])
    await clockAt(MONDAY_NINE)
    expect(await digests()).toEqual(['2026-11-23'])
    expect((await raised())?.digests[0]?.news).toMatchObject([{ kind: 'silent', owner: MEGAN.id }])
  })

  test('at nine on the wall of the lead, wherever they are', async () => {
    const { clockAt, digests, people } = await aBlockedWeek({ lead: PATTI })
    const where = zone('America/New_York')
    await people.meet(TENANT, { person: PATTI, locale: 'en-US', zone: where, reference: null, teamsId: 'p' })
    await clockAt(FRIDAY_NINE)
    await clockAt(at('2026-11-20', '14:59'))
    expect(await digests()).toEqual([])
    await clockAt(at('2026-11-20', '15:00'))
    expect(await digests()).toEqual(['2026-11-20'])
    expect(await clockAt(at('2026-11-20', '15:00'))).toBe(at('2026-11-23', '15:00'))
  })
})

describe('nothing is raised', () => {
  test('while the project is paused; resumed, what stands is', async () => {
    const { clockAt, digests, when } = await aBlockedWeek()
    await when(ALEX, { do: 'pause' })
    expect(await clockAt(FRIDAY_NINE)).toBeNull()
    expect(await digests()).toEqual([])
    await when(ALEX, { do: 'resume' })
    await clockAt(at('2026-11-20', '09:30'))
    expect(await digests()).toEqual(['2026-11-20'])
  })

  test('where the lead turned it off', async () => {
    const { clockAt, digests, changeProject } = await aBlockedWeek()
    await changeProject({ raising: { ...USUAL_RAISING, on: false } })
    await clockAt(FRIDAY_NINE)
    expect(await digests()).toEqual([])
  })

  test('in a project that was only just set up', async () => {
    const { clockAt, digests } = await aBlockedWeek({ createdAt: at('2026-11-19', '11:00') })
    await clockAt(FRIDAY_NINE)
    expect(await digests()).toEqual([])
  })

  test('when nothing is over the limits', async () => {
    const { clockAt, digests, givenBlocked, raised } = await aLookedAtWeek()
    await givenBlocked(5)
    await clockAt(FRIDAY_NINE)
    expect(await digests()).toEqual([])
    expect(await raised()).toEqual({ lookedOn: '2026-11-20', known: [], digests: [] })
  })
})

test.each([2, 6])('%i processes that look at the same moment raise it once', async (processes) => {
  const { clock, deps, project, digests, raised } = await aBlockedWeek()
  let raisedTimes = 0
  const others = await Promise.all(
    Array.from({ length: processes }, async () => {
      const { records, people } = await openTestStorage(clock)
      const commit: Records['commit'] = async (id, what) => {
        const result = await records.commit(id, what)
        // All say the same at this moment, and would stand as one message: what was written is counted.
        if (result === 'saved' && what.raised) raisedTimes += 1
        return result
      }
      return { ...deps, people, records: { ...records, commit } }
    }),
  )
  clock.set(FRIDAY_NINE)
  await Promise.all(others.map((other) => runWeek(other, project)))
  expect([raisedTimes, await digests()]).toEqual([1, ['2026-11-20']])
  expect((await raised())?.digests).toHaveLength(1)
})

test('a crash before the look is noted leaves the day to the next look', async () => {
  const { clockAt, digests, records } = await aBlockedWeek()
  const dying: Records = {
    ...records,
    commit: (id, what) => {
      if (what.raised) throw new Error('The process died here')
      return records.commit(id, what)
    },
  }
  await expect(clockAt(FRIDAY_NINE, { records: dying })).rejects.toThrow('died here')
  expect(await digests()).toEqual([])
  await clockAt(at('2026-11-20', '09:05'))
  expect(await digests()).toEqual(['2026-11-20'])
})

test('a look that loses against the note of what became of the last digest is made again', async () => {
  const { clockAt, digests, records, project, givenBlocked } = await aBlockedWeek()
  await clockAt(FRIDAY_NINE)
  await givenBlocked(7)
  let isFirst = true
  const overtaken: Records = {
    ...records,
    commit: async (id, what) => {
      if (isFirst && what.raised) {
        isFirst = false
        const stored = (await records.raised(project))!
        await records.commit(project, { raised: { record: stored.record, over: stored.revision } })
      }
      return records.commit(id, what)
    },
  }
  await clockAt(MONDAY_NINE, { records: overtaken })
  expect(await digests()).toEqual(['2026-11-20', '2026-11-23'])
})

test('the recap says what was raised with the lead, from digests that arrived', async () => {
  const { clockAt, records, project, status, item, clock } = await aBlockedWeek()
  await clockAt(FRIDAY_NINE)
  clock.set(NOW)
  expect((await status()).raised).toBeNull()
  const stored = (await records.raised(project))!
  const digests = stored.record.digests.map((digest) => ({
    ...digest,
    delivery: { status: 'sent', at: NOW, message: { conversation: 'c', message: 'm' } } as const,
  }))
  await records.commit(project, { raised: { record: { ...stored.record, digests }, over: stored.revision } })
  expect((await status()).raised).toEqual({
    with: ALEX,
    showStoppers: [],
    blocked: [item],
    movedOften: [],
    silent: 0,
  })
  clock.set(at(inDays(5)))
  expect((await status()).raised).toBeNull()
})
