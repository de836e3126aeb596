import fc from 'fast-check'
import {
  dayCounts,
  daysFrom,
  firstDayShown,
  isSettled,
  openCounts,
  openInAll,
  startOf,
  weekCounts,
  type OpenCounts,
} from '../../bot/domain/dayCounts'
import { changeOf, creationOf, type Change } from '../../bot/domain/history'
import type { IssueId } from '../../bot/domain/ids'
import { decideIssue, isOpenIssue, type Issue, type IssueChange, type Severity } from '../../bot/domain/issue'
import { issuePast, standingOf, untoldIssues } from '../../bot/domain/issueSteps'
import { addDays, dateIn, epochMs, fromEpochMs, plainDate, type Instant } from '../../bot/domain/time'
import { ADELE, anIssue, at, COPENHAGEN, inDays, MEGAN, NOW, TODAY, zone } from '../support/builders'

type Told = readonly [day: string, change: IssueChange | 'logged']

/** An issue with its history, as the log would have kept it: each change at noon of its day. */
function lived(id: IssueId, severity: Severity | null, told: readonly Told[]) {
  let issue: Issue | null = null
  const changes: Change[] = []
  for (const [day, what] of told) {
    const when = at(day, '12:00')
    const story = { by: MEGAN, at: when, door: 'chat' as const }
    if (what === 'logged') {
      issue = anIssue({ id, severity, state: { status: 'new' }, createdAt: when })
      changes.push(creationOf(id, story))
    } else {
      const before: Issue = issue ?? anIssue({ id, severity, state: { status: 'triaged' }, version: 8 })
      const decided = decideIssue(before, what, { by: ADELE, at: when, today: plainDate(day) })
      if (decided.kind !== 'changed') throw new Error(`${what.kind} is ${decided.kind}`)
      issue = decided.issue
      changes.push(changeOf(id, before, issue, story))
    }
  }
  return { issue: issue ?? anIssue({ id, severity }), changes }
}

/** The counts of the days up to today, of issues that lived like this. */
function countedOf(lives: readonly ReturnType<typeof lived>[], first: string) {
  const from = startOf(plainDate(first), COPENHAGEN)
  const changes = lives.flatMap((life) => life.changes).filter((change) => change.at >= from)
  const issues = lives.map(({ issue }) => issue)
  const open = new Map(issues.filter(isOpenIssue).map((issue) => [issue.id, standingOf(issue)]))
  for (const id of untoldIssues(changes, open)) {
    const issue = issues.find((one) => one.id === id)
    if (issue) open.set(id, standingOf(issue))
  }
  const { steps, standing } = issuePast(changes, open)
  return dayCounts(
    { open: openCounts(standing.values()), steps, slips: [] },
    daysFrom(plainDate(first), TODAY),
    COPENHAGEN,
  )
}

const TRIAGE = (severity: Severity): IssueChange => ({ kind: 'triage', severity, owner: null })
const CLOSE: IssueChange = { kind: 'close' }
const REOPEN: IssueChange = { kind: 'reopen', why: 'it is back' }
const DEFER: IssueChange = { kind: 'defer', why: 'after go-live' }
const FIXED: readonly Told[] = [
  ['2026-11-17', { kind: 'fix' }],
  ['2026-11-18', { kind: 'retest' }],
]

describe('an issue counts on each day', () => {
  const cases: [what: string, severity: Severity | null, told: readonly Told[], days: string][] = [
    ['from the day on which it was logged', 'cosmetic', [['2026-11-18', 'logged']], '. . c c c'],
    [
      'in the severity that it had on that day',
      null,
      [
        ['2026-11-16', 'logged'],
        ['2026-11-18', TRIAGE('showStopper')],
        ['2026-11-20', TRIAGE('workaround')],
      ],
      'u u s s w',
    ],
    [
      'not from the day on which it was closed',
      'showStopper',
      [['2026-11-16', TRIAGE('workaround')], ...FIXED, ['2026-11-19', CLOSE]],
      'w w w . .',
    ],
    [
      'again from the day on which it came back, in the severity of then',
      'showStopper',
      [...FIXED, ['2026-11-18', CLOSE], ['2026-11-19', REOPEN], ['2026-11-20', TRIAGE('cosmetic')]],
      's s . s c',
    ],
    [
      'not while it is deferred',
      'cosmetic',
      [
        ['2026-11-17', DEFER],
        ['2026-11-20', REOPEN],
      ],
      'c . . . c',
    ],
    [
      'as it stood before, where history only begins later',
      'workaround',
      [['2026-11-20', DEFER]],
      'w w w w .',
    ],
    ['all the time, where nothing ever happened to it', 'cosmetic', [], 'c c c c c'],
  ]
  test.each(cases)('%s', (_, severity, told, days) => {
    const counts = countedOf([lived('I-7', severity, told)], '2026-11-16')
    expect(counts.map(({ open }) => letter(open)).join(' ')).toBe(days)
  })
})

function letter(open: OpenCounts): string {
  if (openInAll(open) === 0) return '.'
  expect(openInAll(open)).toBe(1)
  return open.showStopper ? 's' : open.workaround ? 'w' : open.cosmetic ? 'c' : 'u'
}

test('one that comes back counts as opened, and as reopened', () => {
  const back = lived('I-7', 'cosmetic', [
    ['2026-11-18', DEFER],
    ['2026-11-20', REOPEN],
  ])
  const fresh = lived('I-8', null, [['2026-11-20', 'logged']])
  const [today] = countedOf([back, fresh], '2026-11-16').slice(-1)
  expect(today).toMatchObject({ opened: 2, reopened: 1, closed: 0 })
})

test('what came and went on one day counts on both sides', () => {
  const counts = countedOf(
    [
      lived('I-7', 'cosmetic', [
        ['2026-11-20', 'logged'],
        ['2026-11-20', DEFER],
      ]),
    ],
    '2026-11-19',
  )
  expect(counts).toMatchObject([
    { opened: 0, closed: 0 },
    { opened: 1, closed: 1 },
  ])
  expect(counts.map(({ open }) => openInAll(open))).toEqual([0, 0])
})

test('a close that was written after the open issues were read counts as closed', () => {
  const { changes, issue } = lived('I-7', 'showStopper', [['2026-11-20', DEFER]])
  const stillOpen = new Map([[issue.id, { open: true, severity: 'showStopper' as const }]])
  const { steps, standing } = issuePast(changes, stillOpen)
  const told = { open: openCounts(standing.values()), steps, slips: [] }
  const counts = dayCounts(told, daysFrom(inDays(-1), TODAY), COPENHAGEN)
  expect(counts.map(({ open }) => open.showStopper)).toEqual([1, 0])
})

test('what a clock ahead of ours wrote tomorrow is today’s', () => {
  const { steps, standing } = issuePast(
    [{ ...creationOf('I-1', story(at('2026-11-21', '00:01'))) }],
    new Map(),
  )
  const told = { open: openCounts(standing.values()), steps, slips: [] }
  expect(dayCounts(told, [TODAY], COPENHAGEN)).toMatchObject([{ opened: 1 }])
})

function story(when: Instant) {
  return { by: MEGAN, at: when, door: 'chat' as const }
}

const SEVERITIES: readonly Severity[] = ['showStopper', 'workaround', 'cosmetic']
const anyMove = fc.oneof(
  fc.constantFrom<IssueChange>(
    CLOSE,
    REOPEN,
    DEFER,
    { kind: 'fix' },
    { kind: 'retest' },
    { kind: 'duplicate', of: 'I-99' },
  ),
  fc.constantFrom(...SEVERITIES).map(TRIAGE),
  fc.constantFrom(...SEVERITIES, null).map((severity): IssueChange => ({ kind: 'edit', severity })),
)
const DAYS = 20
const anyLog = fc.array(
  fc.record({
    issue: fc.integer({ min: 1, max: 6 }),
    hours: fc.integer({ min: 0, max: DAYS * 24 - 1 }),
    move: anyMove,
  }),
  { maxLength: 80 },
)

describe('whatever happened to the issues of a log', () => {
  test('the days counted backwards are what a log kept day by day would say', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: DAYS }), (happened, shown) => {
        const { changes, issues, keptByDay } = kept(happened)
        const first = addDays(TODAY, -shown)
        const inWindow = changes.filter((change) => change.at >= startOf(first, COPENHAGEN))
        const open = new Map(
          [...issues.values()].filter(isOpenIssue).map((issue) => [issue.id, standingOf(issue)]),
        )
        for (const id of untoldIssues(inWindow, open)) {
          const issue = issues.get(id)
          if (issue) open.set(id, standingOf(issue))
        }
        const { steps, standing } = issuePast(inWindow, open)
        const counts = dayCounts(
          { open: openCounts(standing.values()), steps, slips: [] },
          daysFrom(first, TODAY),
          COPENHAGEN,
        )
        for (const { date, open: atEnd } of counts) expect(atEnd).toEqual(keptByDay(date))
        counts.forEach((day, index) => {
          const before = index > 0 ? counts[index - 1]?.open : keptByDay(addDays(first, -1))
          expect(day.opened - day.closed).toBe(openInAll(day.open) - openInAll(before ?? day.open))
          expect(day.reopened).toBeLessThanOrEqual(day.opened)
        })
        const weeks = weekCounts(counts)
        expect(weeks.reduce((sum, { opened, closed }) => sum + opened - closed, 0)).toBe(
          counts.reduce((sum, { opened, closed }) => sum + opened - closed, 0),
        )
      }),
      { numRuns: 200 },
    )
  })
})

/** A log kept forwards: each thing that happened at its hour, if the states allow it. */
function kept(happened: readonly { issue: number; hours: number; move: IssueChange }[]) {
  const start = epochMs(at('2026-11-01', '00:00'))
  const issues = new Map<IssueId, Issue>()
  const changes: Change[] = []
  const snapshots: { at: Instant; open: OpenCounts }[] = []
  for (const { issue: number, hours, move } of happened.toSorted((a, b) => a.hours - b.hours)) {
    const id: IssueId = `I-${number}`
    const when = fromEpochMs(start + hours * 3_600_000)
    const before = issues.get(id)
    if (!before) {
      issues.set(id, anIssue({ id, severity: null, state: { status: 'new' }, createdAt: when, version: 1 }))
      changes.push(creationOf(id, story(when)))
    } else {
      const decided = decideIssue(before, move, { by: ADELE, at: when, today: dateIn(when, COPENHAGEN) })
      if (decided.kind !== 'changed') continue
      issues.set(id, decided.issue)
      changes.push(changeOf(id, before, decided.issue, story(when)))
    }
    snapshots.push({ at: when, open: openCounts([...issues.values()].map(standingOf)) })
  }
  const keptByDay = (date: string) =>
    snapshots.findLast((one) => dateIn(one.at, COPENHAGEN) <= date)?.open ?? openCounts([])
  return { issues, changes, keptByDay }
}

describe('which days are shown', () => {
  test.each([
    ['twelve weeks back from their Monday', at('2026-01-05'), '2026-08-31'],
    ['since the project’s first day, where it is younger', at('2026-11-11'), '2026-11-11'],
    ['today alone, where it was set up today', NOW, '2026-11-20'],
    ['today alone, where the clock that set it up ran ahead', at('2026-11-22'), '2026-11-20'],
  ])('%s', (_, createdAt, first) => {
    expect(firstDayShown(createdAt, COPENHAGEN, TODAY)).toBe(first)
  })

  test('weeks are ISO weeks over the year’s end', () => {
    const days = daysFrom(plainDate('2026-12-27'), plainDate('2027-01-05'))
    const told = { open: openCounts([]), steps: [], slips: [] }
    expect(weekCounts(dayCounts(told, days, COPENHAGEN)).map(({ week }) => week)).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ])
  })

  test('a day is settled an hour after it ended on the wall of the project', () => {
    const auckland = zone('Pacific/Auckland')
    expect(isSettled(TODAY, auckland, at('2026-11-21', '00:59', auckland))).toBe(false)
    expect(isSettled(TODAY, auckland, at('2026-11-21', '01:00', auckland))).toBe(true)
  })
})
