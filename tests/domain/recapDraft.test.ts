import type { ItemState } from '../../bot/domain/actionItem'
import { changeOf, creationOf, type Change } from '../../bot/domain/history'
import type { Issue } from '../../bot/domain/issue'
import { colourOf } from '../../bot/domain/rag'
import type { Recap } from '../../bot/domain/recap'
import { draftRecap, recapSince, type RecapInput } from '../../bot/domain/recapDraft'
import { plainDate } from '../../bot/domain/time'
import {
  ADELE,
  aDraft,
  aDraftedRecap,
  aDueDate,
  ALEX,
  aMessageRef,
  anActionItem,
  anAsk,
  anEntry,
  anIssue,
  aProject,
  aRecap,
  aVerdict,
  at,
  DATA_MIGRATION,
  daysAgo,
  inDays,
  INTEGRATIONS,
  ISAIAH,
  LAST_WEEK,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  THIS_WEEK,
  TODAY,
  TRAINING,
  zone,
} from '../support/builders'

const LAST_POSTED = at('2026-11-13', '15:00')
const last = (over: Partial<Recap> = {}) => aRecap({ week: LAST_WEEK, asOf: LAST_POSTED, ...over })

const recap = aDraftedRecap

const doneAt = (when: ReturnType<typeof at>): ItemState => ({ status: 'done', at: when, by: MEGAN })
const opened = (issue: Issue, when = daysAgo(2)): Change =>
  creationOf(issue.id, { by: issue.reporter, at: when, door: 'chat' })
const turned = (issue: Issue, state: Issue['state'], version: number, when = daysAgo(1)): Change =>
  changeOf(issue.id, issue, { ...issue, state, version }, { by: PATTI, at: when, door: 'tab' })

describe('from when on things are news', () => {
  test('since the last recap, however long ago it was posted', () => {
    expect(recapSince(aProject(), THIS_WEEK, last())).toBe(LAST_POSTED)
  })

  test('without one, since Monday midnight in the project’s zone', () => {
    expect(recapSince(aProject(), THIS_WEEK, null)).toBe('2026-11-15T23:00:00.000Z')
    expect(recapSince(aProject({ zone: zone('Pacific/Chatham') }), THIS_WEEK, null)).toBe(
      '2026-11-15T10:15:00.000Z',
    )
  })
})

describe('a recap', () => {
  test('of a project in which nothing happened is whole and green', () => {
    expect(recap()).toEqual(
      aRecap({
        source: { written: 0, verified: 0, stale: 0 },
        headline: 'Nothing open',
        overall: aVerdict({ evidence: [{ kind: 'nothingOpen' }] }),
        workstreams: [DATA_MIGRATION, INTEGRATIONS, TRAINING].map(({ id, name }) => ({
          id,
          name,
          verdict: aVerdict({ evidence: [{ kind: 'nothingOpen' }] }),
          was: null,
        })),
        answers: null,
      }),
    )
  })

  test('says what was raised with the lead since the last one', () => {
    const digest = (day: string) => ({
      on: plainDate(day),
      at: at(day),
      to: ALEX,
      news: [{ kind: 'blocked', key: day, item: 'A-21' } as const],
      delivery: { status: 'sent', at: at(day), message: aMessageRef() } as const,
    })
    const raised = { lookedOn: TODAY, known: [], digests: [digest('2026-11-13'), digest('2026-11-17')] }
    expect(recap({ raised, last: last() }).raised).toMatchObject({ with: ALEX, blocked: ['A-21'], silent: 0 })
    const earlier = { ...raised, digests: [digest('2026-11-13')] }
    expect(recap({ raised: earlier, last: last() }).raised).toBeNull()
  })

  test('is the same when it is drafted twice from the same records, and changes none of them', () => {
    const input: RecapInput = {
      project: aProject(),
      week: THIS_WEEK,
      items: [anActionItem({ due: aDueDate('2026-11-02') })],
      issues: [anIssue()],
      changes: [opened(anIssue())],
      asks: [anAsk()],
      entries: [anEntry()],
      last: last(),
      draft: aDraft({ headline: 'All good' }),
      raised: null,
      now: NOW,
    }
    const before = JSON.stringify(input)
    expect(draftRecap(input)).toEqual(draftRecap(input))
    expect(JSON.stringify(input)).toBe(before)
  })

  test('lists workstreams worst first, each with its evidence and last week’s colour', () => {
    const { workstreams, overall, overallWas } = recap({
      items: [
        anActionItem({ id: 'A-1', workstream: TRAINING.id, due: aDueDate('2026-11-18') }),
        anActionItem({ id: 'A-2', workstream: DATA_MIGRATION.id }),
      ],
      issues: [anIssue({ severity: 'showStopper', createdAt: daysAgo(4) })],
      last: last({
        overall: aVerdict({ rule: 'red', override: { colour: 'green', by: ALEX, why: 'x' } }),
        workstreams: [{ ...INTEGRATIONS, verdict: aVerdict({ rule: 'amber' }), was: null }],
      }),
    })
    expect(workstreams.map((line) => [line.name, line.verdict.rule, line.was])).toEqual([
      ['Integrations', 'red', 'amber'],
      ['Training', 'amber', null],
      ['Data migration', 'green', null],
    ])
    expect(workstreams[0]?.verdict.evidence).toEqual([{ kind: 'showStopper', issue: 'I-7', days: 4 }])
    expect(overall).toMatchObject({
      rule: 'amber',
      evidence: [{ kind: 'workstreams', red: 1, amber: 1, of: 3 }],
    })
    expect(overallWas).toBe('green')
  })

  test('counts what belongs to no workstream, or to one that was dropped, in the project’s colour', () => {
    const blocked: ItemState = { status: 'blocked', reason: 'x', needs: null, since: daysAgo(1) }
    const dropped = anActionItem({ id: 'A-2', workstream: 'reporting' as typeof TRAINING.id, state: blocked })
    const { overall, workstreams } = recap({
      items: [anActionItem({ id: 'A-1', workstream: null, state: blocked }), dropped],
    })
    expect(workstreams.every((line) => line.verdict.rule === 'green')).toBe(true)
    expect(overall).toMatchObject({ rule: 'amber', evidence: [{ item: 'A-1' }, { item: 'A-2' }] })
  })
})

describe('done and slipped', () => {
  test('done since the last recap, in the order in which it was done', () => {
    const told = { item: 'A-3', title: 'In the last recap', owner: MEGAN } as const
    const { done } = recap({
      last: last({ done: [told] }),
      items: [
        anActionItem({ id: 'A-1', title: 'Second', state: doneAt(at('2026-11-19')) }),
        anActionItem({ id: 'A-2', title: 'First', state: doneAt(at('2026-11-13', '15:01')) }),
        anActionItem({ id: 'A-3', title: 'In the last recap', state: doneAt(at('2026-11-13', '14:59')) }),
        anActionItem({ id: 'A-4', title: 'Still open' }),
      ],
    })
    expect(done.map((line) => line.title)).toEqual(['First', 'Second'])
  })

  test('an answer given after last week’s recap appears in this week’s', () => {
    const move = ['2026-11-27', 'duplicates found', at('2026-11-13', '15:30')] as const
    const items = [anActionItem({ due: aDueDate('2026-11-13', move) })]
    expect(recap({ items, last: last() }).slipped).toHaveLength(1)
    expect(recap({ items, last: null }).slipped).toEqual([])
  })

  test('what was written in the very minute of the last recap is told once: in this one, unless it stands there', () => {
    const [before, after] = [at('2026-11-13', '14:59'), at('2026-11-13', '15:01')]
    const due = aDueDate('2026-11-13', ['2026-11-27', 'duplicates found', before])
    const asks = [anAsk({ week: LAST_WEEK, comment: 'just in time', commentedAt: before })]
    const items = [
      anActionItem({ id: 'A-1', state: doneAt(before) }),
      anActionItem({ id: 'A-2', state: doneAt(after) }),
      anActionItem({ id: 'A-3', due }),
    ]
    const missed = recap({ items, asks, last: last() })
    expect(missed.done.map(({ item }) => item)).toEqual(['A-1', 'A-2'])
    expect(missed.slipped.map(({ item }) => item)).toEqual(['A-3'])
    expect(missed.comments).toHaveLength(1)
    const { done, slipped, comments } = missed
    expect(recap({ items, asks, last: last({ done, slipped, comments }) })).toMatchObject({
      done: [],
      slipped: [],
      comments: [],
    })
  })

  test('an answer given before it does not appear again', () => {
    const move = ['2026-11-27', 'duplicates found', at('2026-11-13', '14:30')] as const
    expect(
      recap({ items: [anActionItem({ due: aDueDate('2026-11-13', move) })], last: last() }).slipped,
    ).toEqual([])
  })

  test('moved twice since the last recap is one line, from the date then to the date now, and counts its whole life', () => {
    const due = aDueDate(
      '2026-11-02',
      ['2026-11-17', 'long ago', daysAgo(20)],
      ['2026-11-20', 'supplier list', daysAgo(3)],
      ['2026-11-24', 'came late', daysAgo(1)],
    )
    expect(recap({ items: [anActionItem({ due })], last: last() }).slipped).toEqual([
      {
        item: 'A-12',
        title: 'Send the cleaned customer list',
        owner: MEGAN,
        from: '2026-11-17',
        to: '2026-11-24',
        why: 'came late',
        moves: 3,
      },
    ])
  })

  test('what was moved earlier, back to where it stood, or cancelled has not slipped', () => {
    const earlier = aDueDate('2026-11-27', ['2026-11-24', 'went well', daysAgo(1)])
    const back = aDueDate('2026-11-24', ['2026-11-27', 'x', daysAgo(2)], ['2026-11-24', 'y', daysAgo(1)])
    const slipped = aDueDate('2026-11-24', ['2026-11-27', 'x', daysAgo(2)])
    const cancelled: ItemState = { status: 'cancelled', at: NOW, by: ALEX, why: 'x' }
    const items = [
      anActionItem({ due: earlier }),
      anActionItem({ due: back }),
      anActionItem({ due: slipped, state: cancelled }),
    ]
    expect(recap({ items }).slipped).toEqual([])
  })

  test('what was moved most often stands first', () => {
    const once = aDueDate('2026-11-20', ['2026-12-20', 'x', daysAgo(1)])
    const twice = aDueDate('2026-11-10', ['2026-11-20', 'x', daysAgo(9)], ['2026-11-24', 'x', daysAgo(1)])
    const items = [anActionItem({ id: 'A-1', due: once }), anActionItem({ id: 'A-2', due: twice })]
    expect(recap({ items }).slipped.map((line) => line.item)).toEqual(['A-2', 'A-1'])
  })
})

describe('late and blocked', () => {
  test('late ones with their days, the latest first', () => {
    const items = [-1, -9, 0].map((days, n) =>
      anActionItem({ id: `A-${n + 1}`, due: aDueDate(inDays(days)) }),
    )
    expect(recap({ items }).late).toMatchObject([
      { item: 'A-2', due: '2026-11-11', days: 9 },
      { item: 'A-1', due: '2026-11-19', days: 1 },
    ])
  })

  test('blocked ones say whose help they need and who waits, the longest first', () => {
    const state = (days: number): ItemState => ({
      status: 'blocked',
      reason: 'firewall change',
      needs: ADELE,
      since: daysAgo(days),
    })
    const items = [anActionItem({ id: 'A-1', state: state(2) }), anActionItem({ id: 'A-2', state: state(9) })]
    expect(recap({ items }).blocked).toMatchObject([
      {
        item: 'A-2',
        days: 9,
        reason: 'firewall change',
        needs: ADELE,
        waits: LYNNE,
        unblocks: 'load test 3',
      },
      { item: 'A-1', days: 2 },
    ])
  })
})

describe('issues', () => {
  const closed: Issue['state'] = { status: 'closed', validatedBy: PATTI, at: NOW }

  test('are counted by severity, with their change since the last recap', () => {
    const open = [
      anIssue({ id: 'I-1', severity: 'showStopper' }),
      anIssue({ id: 'I-2', severity: 'workaround' }),
      anIssue({ id: 'I-3', severity: 'workaround' }),
      anIssue({ id: 'I-4', severity: null }),
    ]
    const before = aRecap().issues
    const { issues } = recap({
      issues: [...open, anIssue({ id: 'I-5', state: closed })],
      last: last({
        issues: {
          ...before,
          open: 6,
          bySeverity: [
            { severity: 'workaround', open: 5, change: null },
            { severity: 'cosmetic', open: 1, change: null },
          ],
        },
      }),
    })
    expect(issues).toMatchObject({ open: 4, change: -2 })
    expect(issues.bySeverity).toEqual([
      { severity: 'showStopper', open: 1, change: 1 },
      { severity: 'workaround', open: 2, change: -3 },
      { severity: 'cosmetic', open: 0, change: -1 },
      { severity: null, open: 1, change: 1 },
    ])
  })

  test('in the first recap have no change, and no line for those that nobody rated when there are none', () => {
    const { issues } = recap({ issues: [anIssue()] })
    expect(issues.change).toBeNull()
    expect(issues.bySeverity).toEqual([
      { severity: 'showStopper', open: 0, change: null },
      { severity: 'workaround', open: 0, change: null },
      { severity: 'cosmetic', open: 1, change: null },
    ])
  })

  test('new and closed ones are those since the last recap, each counted once', () => {
    const [one, two, three] = [anIssue({ id: 'I-1' }), anIssue({ id: 'I-2' }), anIssue({ id: 'I-3' })]
    const deferred: Issue['state'] = { status: 'deferred', acceptedBy: ALEX, at: NOW, why: 'x' }
    const { issues } = recap({
      last: last(),
      issues: [anIssue({ id: 'I-2' })],
      changes: [
        opened(one),
        opened(two, at('2026-11-13', '15:01')),
        opened(anIssue({ id: 'I-9' }), at('2026-11-13', '14:59')),
        creationOf('A-1', { by: ALEX, at: daysAgo(1), door: 'chat' }),
        creationOf('project', { by: ALEX, at: daysAgo(1), door: 'chat' }),
        turned(one, closed, 2),
        turned({ ...one, state: closed }, { status: 'reopened', why: 'x' }, 3),
        turned(one, closed, 4),
        turned(two, closed, 2),
        turned({ ...two, state: closed }, { status: 'reopened', why: 'x' }, 3),
        turned(three, deferred, 2),
      ],
    })
    expect(issues).toMatchObject({ opened: 2, closed: 1 })
  })

  test('the five worst stand by name, show-stoppers first, the oldest on top', () => {
    const severities = [
      'cosmetic',
      'workaround',
      'showStopper',
      'cosmetic',
      'workaround',
      'showStopper',
      'cosmetic',
    ] as const
    const issues = severities.map((severity, n) =>
      anIssue({ id: `I-${n + 1}`, severity, createdAt: daysAgo(n) }),
    )
    const { worst } = recap({ issues }).issues
    expect(worst.map((line) => [line.issue, line.days])).toEqual([
      ['I-6', 5],
      ['I-3', 2],
      ['I-5', 4],
      ['I-2', 1],
      ['I-7', 6],
    ])
  })
})

describe('who answered', () => {
  const asks = [
    anAsk({ person: MEGAN, answeredAt: daysAgo(1) }),
    anAsk({ person: ADELE }),
    anAsk({ person: ISAIAH }),
  ]

  test('is a count, unless the project chose to name', () => {
    expect(recap({ asks }).answers).toEqual({ asked: 3, answered: 1, missing: null, unreached: [], away: [] })
    expect(recap({ asks, project: aProject({ namesWhoIsMissing: true }) }).answers?.missing).toEqual([
      ADELE,
      ISAIAH,
    ])
  })

  test('who could not be reached is said, with the reason', () => {
    const delivery = { status: 'unreachable', at: NOW, why: 'notInstalled', fallback: true } as const
    expect(recap({ asks: [anAsk({ person: LYNNE, delivery })] }).answers?.unreached).toEqual([
      { person: LYNNE, why: 'notInstalled' },
    ])
  })

  test('last week’s cards are not counted again, but a comment written on one after its recap is kept', () => {
    const late = anAsk({
      week: LAST_WEEK,
      person: PATTI,
      comment: 'sorry, I was ill',
      commentedAt: at('2026-11-16'),
    })
    const early = anAsk({
      week: LAST_WEEK,
      person: LYNNE,
      comment: 'in the last recap',
      commentedAt: at('2026-11-12'),
    })
    const now = anAsk({ person: MEGAN, comment: 'tests go well' })
    const { answers, comments } = recap({ asks: [late, early, now, anAsk({ person: ADELE })], last: last() })
    expect(answers?.asked).toBe(2)
    expect(comments).toEqual([
      { person: PATTI, text: 'sorry, I was ill' },
      { person: MEGAN, text: 'tests go well' },
    ])
  })
})

describe('go-live', () => {
  test('stands with its first date and its drift', () => {
    const project = aProject({ goLive: aDueDate('2027-01-11', ['2027-01-25', 'bank is late', daysAgo(30)]) })
    expect(recap({ project })).toMatchObject({
      goLive: { date: '2027-01-25', first: '2027-01-11', driftDays: 14 },
      overall: { rule: 'amber', evidence: [{ kind: 'goLiveMoved', days: 14 }] },
      headline: 'Go-live 14 days later than first planned',
    })
    expect(recap({ project: aProject({ goLive: null }) }).goLive).toBeNull()
  })
})

describe('the lead’s draft', () => {
  test('lays a headline, a note and colours over what the rule says', () => {
    const draft = aDraft({
      headline: 'Load test 3 slips, go-live holds',
      note: 'The bank interface waits for a firewall change.',
      overallOverride: { colour: 'amber', by: ALEX, why: null },
      workstreamOverrides: [{ workstream: TRAINING.id, colour: 'red', by: ALEX, why: 'no rooms' }],
    })
    const it = recap({ draft })
    expect(it).toMatchObject({ headline: draft.headline, note: draft.note, editedBy: ALEX })
    expect(it.workstreams[0]).toMatchObject({
      name: 'Training',
      verdict: { rule: 'green', override: { colour: 'red', by: ALEX, why: 'no rooms' } },
    })
    expect(it.workstreams[0]?.verdict.override).not.toHaveProperty('workstream')
    expect(colourOf(it.overall)).toBe('amber')
  })

  test('of another week is not used', () => {
    const draft = aDraft({ week: LAST_WEEK, headline: 'Last week' })
    expect(recap({ draft })).toMatchObject({ headline: 'Nothing open', editedBy: null })
  })

  test('without a headline leaves the rule’s own', () => {
    expect(recap({ draft: aDraft({ note: 'Thanks to all' }) })).toMatchObject({
      headline: 'Nothing open',
      editedBy: ALEX,
    })
  })
})

test('a thousand items and issues make a recap with every line', () => {
  const items = Array.from({ length: 1_000 }, (_, n) =>
    anActionItem({ id: `A-${n + 1}`, due: aDueDate('2026-11-02') }),
  )
  const issues = Array.from({ length: 1_000 }, (_, n) => anIssue({ id: `I-${n + 1}` }))
  const it = recap({ items, issues })
  expect(it.late).toHaveLength(1_000)
  expect(it.issues).toMatchObject({ open: 1_000 })
  expect(it.from).toBe(plainDate('2026-11-16'))
})
