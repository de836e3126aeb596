import fc from 'fast-check'
import type { ActionItem, ItemState } from '../../bot/domain/actionItem'
import type { Issue } from '../../bot/domain/issue'
import {
  colourOf,
  decideOverride,
  overallVerdict,
  RAG_LIMITS,
  ragRank,
  workstreamVerdict,
  type Evidence,
  type Rag,
  type RagOverride,
  type WholeProject,
} from '../../bot/domain/rag'
import {
  ALEX,
  aDueDate,
  anActionItem,
  anIssue,
  aVerdict,
  COPENHAGEN,
  daysAgo,
  inDays,
  LYNNE,
  MEGAN,
  NOW,
  TODAY,
} from '../support/builders'

const ctx = { today: TODAY, zone: COPENHAGEN }

const calm = (count: number): ActionItem[] => Array.from({ length: count }, () => anActionItem())
const late = (days: number) => anActionItem({ due: aDueDate(inDays(-days)) })
const lateOnes = (count: number, days = 1) => Array.from({ length: count }, () => late(days))
const blocked = (days: number) =>
  anActionItem({
    id: 'A-21',
    state: { status: 'blocked', reason: 'firewall', needs: MEGAN, since: daysAgo(days) },
  })
const moved = (times: number, lastMovedDaysAgo = 20) => {
  const moves = Array.from({ length: times }, (_, n) => {
    const age = lastMovedDaysAgo + times - n
    return [inDays(10 + n), 'again', daysAgo(age)] as const
  })
  return anActionItem({ id: 'A-14', due: aDueDate(inDays(5), ...moves) })
}
const showStopper = (days: number) =>
  anIssue({ id: 'I-31', severity: 'showStopper', createdAt: daysAgo(days) })
const done = (item: ActionItem): ActionItem => ({ ...item, state: { status: 'done', at: NOW, by: MEGAN } })

describe('a workstream', () => {
  test.each<[string, ActionItem[], Issue[], Rag, Evidence[]]>([
    ['with nothing open is green', [], [], 'green', [{ kind: 'nothingOpen' }]],
    ['with everything in time is green', calm(5), [], 'green', [{ kind: 'allOnTrack', open: 5 }]],
    [
      'with nothing but a workaround is green',
      [],
      [anIssue({ severity: 'workaround' })],
      'green',
      [{ kind: 'allOnTrack', open: 0 }],
    ],
    [
      'with a show-stopper of today is amber',
      calm(3),
      [showStopper(0)],
      'amber',
      [{ kind: 'showStopper', issue: 'I-31', days: 0 }],
    ],
    [
      'with a show-stopper of two days is amber',
      [],
      [showStopper(2)],
      'amber',
      [{ kind: 'showStopper', issue: 'I-31', days: 2 }],
    ],
    [
      'with a show-stopper of three days is red',
      [],
      [showStopper(3)],
      'red',
      [{ kind: 'showStopper', issue: 'I-31', days: 3 }],
    ],
    [
      'with an item blocked today is amber',
      [blocked(0)],
      [],
      'amber',
      [{ kind: 'itemBlocked', item: 'A-21', days: 0 }],
    ],
    [
      'with an item blocked for 5 days is amber',
      [blocked(5)],
      [],
      'amber',
      [{ kind: 'itemBlocked', item: 'A-21', days: 5 }],
    ],
    [
      'with an item blocked for 6 days is red',
      [blocked(6)],
      [],
      'red',
      [{ kind: 'itemBlocked', item: 'A-21', days: 6 }],
    ],
    [
      'with its only item a day late is amber',
      [late(1)],
      [],
      'amber',
      [{ kind: 'itemsLate', late: 1, open: 1, worstDays: 1 }],
    ],
    [
      'with an item 10 days late is amber',
      [...calm(9), late(10)],
      [],
      'amber',
      [{ kind: 'itemsLate', late: 1, open: 10, worstDays: 10 }],
    ],
    [
      'with an item 11 days late is red',
      [...calm(9), late(11)],
      [],
      'red',
      [{ kind: 'itemsLate', late: 1, open: 10, worstDays: 11 }],
    ],
    [
      'with 2 of 7 items late is amber',
      [...calm(5), ...lateOnes(2)],
      [],
      'amber',
      [{ kind: 'itemsLate', late: 2, open: 7, worstDays: 1 }],
    ],
    [
      'with 3 of 10 items late is red',
      [...calm(7), ...lateOnes(3)],
      [],
      'red',
      [{ kind: 'itemsLate', late: 3, open: 10, worstDays: 1 }],
    ],
    [
      'with an item that was moved once, long ago, is green',
      [moved(1)],
      [],
      'green',
      [{ kind: 'allOnTrack', open: 1 }],
    ],
    [
      'with an item moved twice is amber',
      [moved(2)],
      [],
      'amber',
      [{ kind: 'itemMovedOften', item: 'A-14', times: 2 }],
    ],
    [
      'with an item moved 3 times is red',
      [moved(3)],
      [],
      'red',
      [{ kind: 'itemMovedOften', item: 'A-14', times: 3 }],
    ],
    [
      'with an item moved 6 days ago is amber',
      [moved(1, 5)],
      [],
      'amber',
      [{ kind: 'itemsSlipped', slipped: 1, open: 1 }],
    ],
    [
      'with an item moved 7 days ago is green again',
      [moved(1, 6)],
      [],
      'green',
      [{ kind: 'allOnTrack', open: 1 }],
    ],
  ])('%s', (_, items, issues, rule, evidence) => {
    expect(workstreamVerdict(items, issues, ctx)).toEqual({ rule, evidence, override: null })
  })

  test('3 of 10 items late stay red when an eleventh is blocked, moved twice or just moved', () => {
    const items = [...calm(7), ...lateOnes(3)]
    for (const more of [blocked(1), moved(2), moved(1, 1)]) {
      expect(workstreamVerdict([...items, more], [], ctx).rule).toBe('red')
    }
    expect(workstreamVerdict([...items, ...calm(1)], [], ctx).rule).toBe('amber')
  })

  test('names every reason, the worst first', () => {
    const items = [moved(2), ...lateOnes(2), blocked(9), { ...blocked(2), id: 'A-22' as const }]
    const verdict = workstreamVerdict(items, [showStopper(1)], ctx)
    expect(verdict.rule).toBe('red')
    expect(verdict.evidence).toEqual([
      { kind: 'itemBlocked', item: 'A-21', days: 9 },
      { kind: 'itemsLate', late: 2, open: 5, worstDays: 1 },
      { kind: 'showStopper', issue: 'I-31', days: 1 },
      { kind: 'itemBlocked', item: 'A-22', days: 2 },
      { kind: 'itemMovedOften', item: 'A-14', times: 2 },
    ])
  })

  test('with a thousand troubles keeps the worst dozen as evidence', () => {
    const items = Array.from({ length: 1_000 }, (_, n) => ({ ...blocked(n % 30), id: `A-${n + 1}` as const }))
    const { evidence } = workstreamVerdict(items, [], ctx)
    expect(evidence).toHaveLength(RAG_LIMITS.evidenceKept)
    expect(evidence.every((reason) => reason.kind === 'itemBlocked' && reason.days === 29)).toBe(true)
  })

  test('what is done, cancelled, closed or deferred has no say', () => {
    const cancelled: ItemState = { status: 'cancelled', at: NOW, by: ALEX, why: 'x' }
    const items = [done(late(30)), { ...moved(5), state: cancelled }]
    const issues = [
      { ...showStopper(9), state: { status: 'closed', validatedBy: LYNNE, at: NOW } as const },
      { ...showStopper(9), state: { status: 'deferred', acceptedBy: ALEX, at: NOW, why: 'x' } as const },
    ]
    expect(workstreamVerdict(items, issues, ctx)).toMatchObject({
      rule: 'green',
      evidence: [{ kind: 'nothingOpen' }],
    })
  })

  test('a late item that gets a new date is amber this week, not green', () => {
    const slipped = anActionItem({ due: aDueDate(inDays(-3), [inDays(10), 'files late', NOW]) })
    expect(workstreamVerdict([...calm(5), slipped], [], ctx).rule).toBe('amber')
  })

  test('moved to an earlier date this week, it has not slipped', () => {
    const earlier = anActionItem({ due: aDueDate(inDays(10), [inDays(4), 'went well', NOW]) })
    expect(workstreamVerdict([earlier], [], ctx).rule).toBe('green')
  })

  test('days are counted on the wall of the project: a block of last night is one day old', () => {
    const lastNight = anActionItem({
      state: { status: 'blocked', reason: 'x', needs: null, since: '2026-11-19T22:30:00.000Z' as typeof NOW },
    })
    expect(workstreamVerdict([lastNight], [], ctx).evidence).toMatchObject([{ days: 1 }])
  })
})

describe('the whole project', () => {
  const green = aVerdict()
  const red = aVerdict({ rule: 'red' })
  const amber = aVerdict({ rule: 'amber' })
  const asAmber = aVerdict({ rule: 'red', override: { colour: 'amber', by: ALEX, why: 'rerun passed' } })
  const none = { items: [], issues: [] }
  const project = (over: Partial<WholeProject> = {}): WholeProject => ({
    workstreams: [green, green, green],
    items: calm(3),
    issues: [],
    unassigned: none,
    goLive: aDueDate('2027-01-11'),
    ...over,
  })
  const unassigned = (...items: ActionItem[]): Partial<WholeProject> => ({
    items,
    unassigned: { items, issues: [] },
  })
  const goLive = (to: string, daysSince: number): Partial<WholeProject> => ({
    goLive: aDueDate('2027-01-11', [to, 'bank is late', daysAgo(daysSince)]),
  })

  test.each<[string, Partial<WholeProject>, Rag, Evidence[]]>([
    ['all green is green', {}, 'green', [{ kind: 'allOnTrack', open: 3 }]],
    [
      'one amber makes it amber',
      { workstreams: [green, amber, green] },
      'amber',
      [{ kind: 'workstreams', red: 0, amber: 1, of: 3 }],
    ],
    [
      'one red of three makes it amber',
      { workstreams: [red, green, green] },
      'amber',
      [{ kind: 'workstreams', red: 1, amber: 0, of: 3 }],
    ],
    [
      'two red of four make it red',
      { workstreams: [red, red, green, green] },
      'red',
      [{ kind: 'workstreams', red: 2, amber: 0, of: 4 }],
    ],
    [
      'the only one red makes it red',
      { workstreams: [red] },
      'red',
      [{ kind: 'workstreams', red: 1, amber: 0, of: 1 }],
    ],
    [
      'a lead’s judgement of a workstream carries',
      { workstreams: [red, asAmber, green] },
      'amber',
      [{ kind: 'workstreams', red: 1, amber: 1, of: 3 }],
    ],
    [
      'without workstreams its own items decide',
      { workstreams: [], ...unassigned(blocked(6)) },
      'red',
      [{ kind: 'itemBlocked', item: 'A-21', days: 6 }],
    ],
    [
      'beside two workstreams they still do',
      { workstreams: [green, green], ...unassigned(blocked(6)) },
      'red',
      [{ kind: 'itemBlocked', item: 'A-21', days: 6 }],
    ],
    [
      'beside three they are a warning',
      unassigned(blocked(6)),
      'amber',
      [{ kind: 'itemBlocked', item: 'A-21', days: 6 }],
    ],
    [
      'beside three of which one is red they tip it',
      { workstreams: [red, green, green], ...unassigned(blocked(6)) },
      'red',
      [
        { kind: 'workstreams', red: 1, amber: 0, of: 3 },
        { kind: 'itemBlocked', item: 'A-21', days: 6 },
      ],
    ],
    [
      'a show-stopper of a week is its workstream’s matter',
      { issues: [showStopper(7)] },
      'green',
      [{ kind: 'allOnTrack', open: 3 }],
    ],
    [
      'a show-stopper of over a week is everybody’s',
      { issues: [showStopper(8)] },
      'red',
      [{ kind: 'showStopper', issue: 'I-31', days: 8 }],
    ],
    [
      'go-live moved a week, today, is amber',
      goLive('2027-01-18', 0),
      'amber',
      [{ kind: 'goLiveMoved', days: 7 }],
    ],
    [
      'go-live moved over a week, today, is red',
      goLive('2027-01-19', 0),
      'red',
      [{ kind: 'goLiveMoved', days: 8 }],
    ],
    [
      'go-live moved by months, two weeks ago, is amber and never green',
      goLive('2027-05-01', 14),
      'amber',
      [{ kind: 'goLiveMoved', days: 110 }],
    ],
    ['go-live moved earlier is green', goLive('2027-01-04', 0), 'green', [{ kind: 'allOnTrack', open: 3 }]],
    [
      'without a go-live date there is nothing to drift',
      { goLive: null },
      'green',
      [{ kind: 'allOnTrack', open: 3 }],
    ],
    ['with nothing open it is green', { items: [] }, 'green', [{ kind: 'nothingOpen' }]],
  ])('%s', (_, over, rule, evidence) => {
    expect(overallVerdict(project(over), ctx)).toEqual({ rule, evidence, override: null })
  })

  test('an old show-stopper without a workstream is named once, and is red beside any number of workstreams', () => {
    const issues = [showStopper(8)]
    expect(overallVerdict(project({ issues, unassigned: { items: [], issues } }), ctx)).toMatchObject({
      rule: 'red',
      evidence: [{ kind: 'showStopper', issue: 'I-31', days: 8 }],
    })
  })

  test('two small moves of go-live in two weeks are one big one', () => {
    const due = aDueDate('2027-01-11', ['2027-01-16', 'a', daysAgo(10)], ['2027-01-21', 'b', daysAgo(1)])
    expect(overallVerdict(project({ goLive: due }), ctx).rule).toBe('red')
  })
})

describe('adding trouble never makes anything greener', () => {
  const dayOff = fc.integer({ min: -15, max: 15 })
  const state = fc.oneof(
    fc.constantFrom<ItemState>({ status: 'open' }, { status: 'inProgress' }),
    fc
      .integer({ min: 0, max: 10 })
      .map((days): ItemState => ({ status: 'blocked', reason: 'x', needs: null, since: daysAgo(days) })),
    fc.constant<ItemState>({ status: 'done', at: NOW, by: MEGAN }),
  )
  const due = fc
    .record({
      first: dayOff,
      moves: fc.array(fc.tuple(dayOff, fc.integer({ min: 0, max: 20 })), { maxLength: 3 }),
    })
    .map(({ first, moves }) =>
      aDueDate(
        inDays(first),
        ...moves.toSorted((a, b) => b[1] - a[1]).map(([to, age]) => [inDays(to), 'x', daysAgo(age)] as const),
      ),
    )
  const item = fc.record({ state, due: fc.option(due) }).map((over) => anActionItem(over))
  const issue = fc
    .record({
      severity: fc.constantFrom('showStopper', 'workaround', 'cosmetic', null),
      age: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ severity, age }) => anIssue({ severity, createdAt: daysAgo(age) }))
  const strand = fc.record({
    items: fc.array(item, { maxLength: 6 }),
    issues: fc.array(issue, { maxLength: 3 }),
  })
  type Strand = { readonly items: readonly ActionItem[]; readonly issues: readonly Issue[] }

  const trouble = fc.oneof(
    fc.integer({ min: 1, max: 15 }).map((days) => ({ items: [late(days)], issues: [] })),
    fc.integer({ min: 0, max: 9 }).map((days) => ({ items: [blocked(days)], issues: [] })),
    fc.integer({ min: 2, max: 4 }).map((times) => ({ items: [moved(times)], issues: [] })),
    fc.integer({ min: 0, max: 6 }).map((days) => ({ items: [moved(1, days - 1)], issues: [] })),
    fc.integer({ min: 0, max: 9 }).map((days) => ({ items: [], issues: [showStopper(days)] })),
  )
  const worsened = (at: Strand, more: Strand): Strand => ({
    items: [...at.items, ...more.items],
    issues: [...at.issues, ...more.issues],
  })
  const rankOf = (at: Strand) => ragRank(workstreamVerdict(at.items, at.issues, ctx).rule)
  const overall = (strands: readonly Strand[], unassigned: Strand) =>
    overallVerdict(
      {
        workstreams: strands.map((at) => workstreamVerdict(at.items, at.issues, ctx)),
        items: [...strands, unassigned].flatMap((at) => at.items),
        issues: [...strands, unassigned].flatMap((at) => at.issues),
        unassigned,
        goLive: null,
      },
      ctx,
    )

  test('in a workstream: one more late, blocked, moved item or show-stopper', () => {
    fc.assert(
      fc.property(strand, trouble, (before, more) => {
        expect(rankOf(worsened(before, more))).toBeLessThanOrEqual(rankOf(before))
      }),
      { numRuns: 300 },
    )
  })

  test('in a workstream: an item that was fine becomes blocked or late', () => {
    const worse = fc.constantFrom(late(2), late(12), blocked(1), blocked(8))
    fc.assert(
      fc.property(strand, worse, (rest, broken) => {
        const before = worsened(rest, { items: calm(1), issues: [] })
        const after = worsened(rest, { items: [broken], issues: [] })
        expect(rankOf(after)).toBeLessThanOrEqual(rankOf(before))
      }),
      { numRuns: 300 },
    )
  })

  test('in the project, wherever the trouble is', () => {
    fc.assert(
      fc.property(
        fc.array(strand, { minLength: 1, maxLength: 4 }),
        strand,
        trouble,
        fc.nat(),
        (strands, rest, more, where) => {
          const place = where % (strands.length + 1)
          const after = strands.map((at, index) => (index === place ? worsened(at, more) : at))
          const restAfter = place === strands.length ? worsened(rest, more) : rest
          const [was, is] = [overall(strands, rest), overall(after, restAfter)]
          expect(ragRank(is.rule)).toBeLessThanOrEqual(ragRank(was.rule))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('and one day passing, with nobody doing anything, makes nothing greener but a fresh slip', () => {
    const tomorrow = { ...ctx, today: inDays(1) }
    const still = fc
      .record({ state, first: dayOff })
      .map(({ state: is, first }) => anActionItem({ state: is, due: aDueDate(inDays(first)) }))
    fc.assert(
      fc.property(fc.array(still, { maxLength: 6 }), fc.array(issue, { maxLength: 3 }), (items, issues) => {
        const [was, is] = [workstreamVerdict(items, issues, ctx), workstreamVerdict(items, issues, tomorrow)]
        expect(ragRank(is.rule)).toBeLessThanOrEqual(ragRank(was.rule))
      }),
    )
  })

  test('a colour always has evidence, and only trouble is evidence for amber and red', () => {
    fc.assert(
      fc.property(strand, (at) => {
        const { rule, evidence } = workstreamVerdict(at.items, at.issues, ctx)
        const isCalm = evidence.some(({ kind }) => kind === 'allOnTrack' || kind === 'nothingOpen')
        expect(evidence.length).toBeGreaterThan(0)
        expect(isCalm).toBe(rule === 'green')
      }),
    )
  })
})

describe('an override', () => {
  test.each<[string, Rag, Rag, string, object]>([
    ['greener needs a reason', 'red', 'amber', ' ', { kind: 'missing', what: ['why'] }],
    [
      'greener with a reason is taken',
      'red',
      'green',
      ' rerun passed ',
      { kind: 'override', colour: 'green', why: 'rerun passed' },
    ],
    ['worse needs no reason', 'green', 'red', '', { kind: 'override', colour: 'red', why: null }],
    [
      'worse may give one',
      'green',
      'amber',
      'people are tired',
      { kind: 'override', colour: 'amber', why: 'people are tired' },
    ],
    ['to what the rule says takes an override off', 'amber', 'amber', 'whatever', { kind: 'none' }],
  ])('%s', (_, rule, wanted, why, expected) => {
    expect(decideOverride(rule, wanted, why)).toEqual(expected)
  })

  const override = (colour: Rag, why: string | null): RagOverride => ({ colour, by: ALEX, why })
  test.each<[string, ActionItem[], RagOverride, Rag]>([
    ['greener with a reason stands', [blocked(9)], override('amber', 'rerun passed'), 'amber'],
    ['worse stands without one', calm(1), override('amber', null), 'amber'],
    ['equal to the rule is none', [blocked(1)], override('amber', 'x'), 'amber'],
    [
      'set as worse without a reason, it falls when the rule becomes worse still',
      [blocked(9)],
      override('amber', null),
      'red',
    ],
  ])('%s', (_, items, set, shown) => {
    const verdict = workstreamVerdict(items, [], ctx, set)
    expect(colourOf(verdict)).toBe(shown)
    expect(verdict.override === null).toBe(verdict.rule === shown)
  })
})
