import { openInAll } from '../../bot/domain/dayCounts'
import type { IssueId } from '../../bot/domain/ids'
import type { Project } from '../../bot/domain/project'
import { addDays } from '../../bot/domain/time'
import type { Command } from '../../bot/flows/command'
import type { Records } from '../../bot/flows/ports'
import { viewOverview } from '../../bot/flows/viewOverview'
import { ALEX, at, inDays, MEGAN, NOW, PATTI, TODAY, zone } from '../support/builders'
import { northwind } from './northwind'

const MONDAY = at('2026-11-09')

/** The roll-out since two Mondays ago, and what one sees of it. */
async function rollOut() {
  const world = await northwind({ createdAt: MONDAY })
  const { records, clock, when, place } = world
  const said = (day: string, command: Command) => {
    clock.set(at(day, '10:00'))
    return when(ALEX, command)
  }
  const project: Project = { ...place, createdAt: MONDAY }
  const see = async (now = NOW, over: Partial<Records> = {}, of = project) =>
    viewOverview({ records: { ...records, ...over } }, of, now)
  return {
    ...world,
    project,
    see,
    logged: (day: string, title: string) =>
      said(day, { do: 'logIssue', title, details: '', conversation: null }),
    changed: (day: string, id: IssueId, change: Extract<Command, { do: 'changeIssue' }>['change']) =>
      said(day, { do: 'changeIssue', id, change, seen: null }),
    moved: (day: string, to: string) =>
      said(day, {
        do: 'changeItem',
        id: 'A-1',
        change: { kind: 'move', to: inDays(Number(to)), why: 'late' },
        seen: null,
      }),
  }
}

const DEFER = { kind: 'defer', why: 'after go-live' } as const
const TRIAGE = { kind: 'triage', severity: 'showStopper', owner: PATTI } as const

test('what happened in the chat is in the days on which it happened', async () => {
  const { see, logged, changed, moved, givenItem } = await rollOut()
  await givenItem({ owner: MEGAN })
  await logged('2026-11-11', 'Totals are wrong')
  await logged('2026-11-12', 'Print is empty')
  await changed('2026-11-13', 'I-1', TRIAGE)
  await changed('2026-11-17', 'I-1', DEFER)
  await moved('2026-11-18', '10')
  const { days, weeks } = await see()
  expect(days[0]?.date).toBe('2026-11-09')
  expect(days.map(({ open }) => openInAll(open))).toEqual([0, 0, 1, 2, 2, 2, 2, 2, 1, 1, 1, 1])
  expect(days.map(({ open }) => open.showStopper)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0])
  expect(weeks).toMatchObject([
    { week: '2026-W46', opened: 2, closed: 0 },
    { week: '2026-W47', opened: 0, closed: 1, slips: { first: 1, again: 0, days: 6 } },
  ])
})

test('days from before changes were noted for charts are counted out of the whole history, and are the same', async () => {
  const { see, logged, changed, moved, givenItem, when, clock } = await rollOut()
  await givenItem({ owner: MEGAN })
  await logged('2026-11-11', 'Totals are wrong')
  await logged('2026-11-12', 'Print is empty')
  await changed('2026-11-13', 'I-1', TRIAGE)
  await changed('2026-11-13', 'I-2', DEFER)
  await changed('2026-11-17', 'I-1', DEFER)
  await changed('2026-11-19', 'I-1', { kind: 'reopen', why: 'it is back' })
  await moved('2026-11-16', '9')
  clock.set(at('2026-11-16', '10:01'))
  await when(ALEX, { do: 'undo', id: 'A-1', version: 2 })
  await moved('2026-11-18', '10')
  const nothingKept: Partial<Records> = {
    countedDays: () => Promise.resolve([]),
    commit: () => Promise.resolve('saved'),
  }
  const byLines = await see(NOW, nothingKept)
  const byHistory = await see(NOW, { ...nothingKept, chartLines: () => Promise.resolve(null) })
  expect(byLines.weeks).toMatchObject([
    { opened: 2, closed: 1 },
    { opened: 1, reopened: 1, closed: 1, slips: { first: 1, again: 0 } },
  ])
  expect(byHistory.days).toEqual(byLines.days)
})

test('days that are over are counted once: later looks read the history of today alone', async () => {
  const { see, logged, changed, records, project } = await rollOut()
  await logged('2026-11-11', 'Totals are wrong')
  const first = await see()
  const kept = await records.countedDays(project.id, project.zone, inDays(-30))
  expect(kept).toEqual(first.days.slice(0, -1))
  await changed('2026-11-20', 'I-1', DEFER)
  const read: string[] = []
  const chartLines: Records['chartLines'] = (id, from, until) => {
    read.push(from)
    return records.chartLines(id, from, until)
  }
  const second = await see(NOW, { chartLines })
  expect(read).toEqual([at('2026-11-20', '00:00')])
  expect(second.days.slice(0, -1)).toEqual(kept)
  expect(second.days.at(-1)).toMatchObject({ date: TODAY, closed: 1 })
})

test('a day that ended less than an hour ago is not kept yet', async () => {
  const { see, records, project } = await rollOut()
  await see(at('2026-11-20', '00:59'))
  const last = async () => (await records.countedDays(project.id, project.zone, inDays(-30))).at(-1)?.date
  expect(await last()).toBe('2026-11-18')
  await see(at('2026-11-20', '01:00'))
  expect(await last()).toBe('2026-11-19')
})

test('two who look at the same time see the same, and the days are kept once', async () => {
  const { see, logged, records, project } = await rollOut()
  await logged('2026-11-11', 'Totals are wrong')
  const [one, two] = await Promise.all([see(), see()])
  expect(two.days).toEqual(one.days)
  expect((await see()).days).toEqual(one.days)
  expect(await records.countedDays(project.id, project.zone, inDays(-30))).toHaveLength(11)
})

test('in another zone the days are counted anew on its wall', async () => {
  const { see, logged, project } = await rollOut()
  await logged('2026-11-11', 'Totals are wrong')
  const here = await see()
  const there = await see(NOW, {}, { ...project, zone: zone('Pacific/Auckland') })
  // 10:00 in Copenhagen is 22:00 of the same day in Auckland, where 15:00 is tomorrow already.
  expect(there.days.at(-1)?.date).toBe(addDays(TODAY, 1))
  expect(there.days.find(({ opened }) => opened > 0)?.date).toBe('2026-11-11')
  expect(here.days.find(({ opened }) => opened > 0)?.date).toBe('2026-11-11')
})

test('of many that were closed before, the severity is read a page at a time, not one by one', async () => {
  const { see, givenIssue, records, project, changed } = await rollOut()
  for (let count = 0; count < 103; count++)
    await givenIssue({ severity: count % 2 === 0 ? 'cosmetic' : 'workaround' })
  for (let count = 1; count <= 102; count++) await changed('2026-11-18', `I-${count}`, DEFER)
  let single = 0
  let pages = 0
  const counted: Partial<Records> = {
    chartLines: () => Promise.resolve(null),
    issue: (id, issue) => {
      single += 1
      return records.issue(id, issue)
    },
    issues: (id, page) => {
      pages += 1
      return records.issues(id, page)
    },
  }
  const { days } = await see(NOW, counted)
  expect({ single, pages }).toEqual({ single: 0, pages: 1 })
  expect(days.find(({ date }) => date === '2026-11-17')?.open).toMatchObject({ cosmetic: 52, workaround: 51 })
  expect(days.at(-1)?.open).toMatchObject({ cosmetic: 1, workaround: 0 })
  expect(project.zone).toBe('Europe/Copenhagen')
})

test('colours are the recap’s own, with those of the weeks before', async () => {
  const { see, logged, changed, when, clock } = await rollOut()
  await logged('2026-11-11', 'Totals are wrong')
  clock.set(at('2026-11-13', '15:00'))
  await when(ALEX, { do: 'postRecap', edit: null })
  await changed('2026-11-16', 'I-1', TRIAGE)
  clock.set(NOW)
  const status = await when(ALEX, { do: 'status' })
  const seen = await see()
  if (status.kind !== 'status') throw new Error(status.kind)
  expect(seen.recap).toEqual(status.recap)
  expect(seen.overallPast).toEqual([{ week: '2026-W46', colour: 'green' }])
  expect(seen.workstreams.map(({ name, past }) => [name, past[0]?.colour])).toEqual([
    ['Data migration', 'green'],
    ['Integrations', 'green'],
    ['Training', 'green'],
  ])
})

test('the go-live says how far it drifted and how often it moved', async () => {
  const { see, project } = await rollOut()
  const { goLive } = await see(NOW, {}, { ...project })
  expect(goLive).toEqual({ date: '2027-01-11', first: '2027-01-11', driftDays: 0, moves: 0, daysLeft: 52 })
})
