import fc from 'fast-check'
import {
  allowedMoves,
  byUrgency,
  canChangeIssue,
  decideIssue,
  isOpenIssue,
  whatIsMissing,
  type Issue,
  type IssueChange,
  type IssueDecision,
  type IssueState,
} from '../../bot/domain/issue'
import { MAX_TEXT, TITLE_MAX } from '../../bot/domain/text'
import { fromEpochMs, epochMs } from '../../bot/domain/time'
import { ADELE, ALEX, anIssue, daysAgo, ISAIAH, LYNNE, MEGAN, NOW, PATTI, TODAY } from '../support/builders'

const ctx = { by: PATTI, at: NOW, today: TODAY }
const STATES: readonly IssueState[] = [
  { status: 'new' },
  { status: 'triaged' },
  { status: 'inProgress' },
  { status: 'readyForRetest' },
  { status: 'reopened', why: 'still wrong' },
  { status: 'closed', validatedBy: LYNNE, at: daysAgo(1) },
  { status: 'deferred', acceptedBy: ALEX, at: daysAgo(1), why: 'after go-live' },
  { status: 'duplicate', of: 'I-3', at: daysAgo(1) },
]
const MOVES: readonly IssueChange[] = [
  { kind: 'triage', severity: 'workaround', owner: ADELE },
  { kind: 'fix' },
  { kind: 'retest' },
  { kind: 'close' },
  { kind: 'defer', why: 'accepted for now' },
  { kind: 'reopen', why: 'came back' },
  { kind: 'duplicate', of: 'I-2' },
]

function changed(decision: IssueDecision): Issue {
  if (decision.kind !== 'changed') throw new Error(`Expected a change, got ${JSON.stringify(decision)}`)
  return decision.issue
}

function move(issue: Issue, change: IssueChange): Issue {
  return changed(decideIssue(issue, change, ctx))
}

describe('the way of an issue', () => {
  test('from new over triage, fix and a failed retest to closed', () => {
    let issue = anIssue({ state: { status: 'new' }, severity: null, owner: null })
    issue = move(issue, { kind: 'triage', severity: 'showStopper', owner: null })
    expect(issue).toMatchObject({ state: { status: 'triaged' }, severity: 'showStopper', owner: null })
    issue = changed(decideIssue(issue, { kind: 'fix' }, { ...ctx, by: ISAIAH }))
    expect(issue).toMatchObject({ state: { status: 'inProgress' }, owner: ISAIAH })
    issue = move(issue, { kind: 'retest' })
    issue = move(issue, { kind: 'reopen', why: ' the tax is still missing ' })
    expect(issue).toMatchObject({
      state: { status: 'reopened', why: 'the tax is still missing' },
      timesReopened: 1,
    })
    issue = move(issue, { kind: 'fix' })
    expect(issue.owner).toEqual(ISAIAH)
    issue = move(issue, { kind: 'retest' })
    issue = move(issue, { kind: 'close' })
    expect(issue).toMatchObject({ state: { status: 'closed', validatedBy: PATTI, at: NOW }, version: 8 })
  })

  test('which moves each state allows, the likeliest first', () => {
    expect(Object.fromEntries(STATES.map((state) => [state.status, allowedMoves(state).join(' ')]))).toEqual({
      new: 'triage duplicate defer',
      triaged: 'fix defer duplicate triage',
      inProgress: 'retest defer duplicate triage',
      readyForRetest: 'close reopen defer duplicate triage',
      reopened: 'fix defer duplicate triage',
      closed: 'reopen',
      deferred: 'reopen',
      duplicate: 'reopen',
    })
  })

  test('every move in every state is made, is there already, or is refused with those that are allowed', () => {
    for (const state of STATES) {
      for (const change of MOVES) {
        const issue = anIssue({ state })
        const decision = decideIssue(issue, change, ctx)
        const allowed = allowedMoves(state)
        if (decision.kind === 'refused') {
          expect(decision).toEqual({ kind: 'refused', because: 'notAllowed', allowed })
          expect(allowed).not.toContain(change.kind)
        } else if (decision.kind === 'changed') {
          expect(allowed).toContain(change.kind)
          expect(decision.issue).toMatchObject({ version: 2, changedBy: PATTI, changedAt: NOW })
        } else {
          expect(decision).toEqual({ kind: 'unchanged', issue })
          expect(`${state.status} ${change.kind}`).toMatch(
            /inProgress fix|readyForRetest retest|closed close/,
          )
        }
      }
    }
  })

  test('who fixed it may close it too, and stands as who validated it', () => {
    const issue = anIssue({ state: { status: 'readyForRetest' }, owner: ISAIAH })
    const closed = changed(decideIssue(issue, { kind: 'close' }, { ...ctx, by: ISAIAH }))
    expect(closed.state).toMatchObject({ validatedBy: ISAIAH })
  })

  test('a deferral says who accepted it and under which circumstances', () => {
    expect(move(anIssue(), { kind: 'defer', why: 'only the old layout' }).state).toEqual({
      status: 'deferred',
      acceptedBy: PATTI,
      at: NOW,
      why: 'only the old layout',
    })
  })

  test('closed once more after it came back, it still remembers how often it came back', () => {
    let issue = anIssue({ state: { status: 'closed', validatedBy: LYNNE, at: daysAgo(1) }, timesReopened: 1 })
    issue = move(issue, { kind: 'reopen', why: 'again' })
    expect(issue.timesReopened).toBe(2)
  })
})

describe('a move that lacks something', () => {
  test.each<[string, IssueState, IssueChange, object]>([
    [
      'triage asks for a severity',
      { status: 'new' },
      { kind: 'triage', severity: null, owner: ADELE },
      { kind: 'missing', what: ['severity'] },
    ],
    [
      'a deferral asks why',
      { status: 'triaged' },
      { kind: 'defer', why: ' ' },
      { kind: 'missing', what: ['why'] },
    ],
    [
      'a reopening asks why',
      { status: 'readyForRetest' },
      { kind: 'reopen', why: '' },
      { kind: 'missing', what: ['why'] },
    ],
    [
      'what is not allowed is refused before anything is asked',
      { status: 'new' },
      { kind: 'reopen', why: '' },
      { kind: 'refused', because: 'notAllowed' },
    ],
    [
      'a why has an end',
      { status: 'new' },
      { kind: 'defer', why: 'x'.repeat(MAX_TEXT + 1) },
      { kind: 'refused', because: 'textTooLong' },
    ],
    [
      'it is no duplicate of itself',
      { status: 'new' },
      { kind: 'duplicate', of: 'I-7' },
      { kind: 'refused', because: 'duplicateOfItself' },
    ],
  ])('%s', (_, state, change, expected) => {
    expect(decideIssue(anIssue({ state, severity: null }), change, ctx)).toMatchObject(expected)
  })
})

describe('triage', () => {
  test('takes the severity that the reporter gave when it brings none', () => {
    const issue = anIssue({ state: { status: 'new' }, severity: 'cosmetic' })
    expect(move(issue, { kind: 'triage', severity: null, owner: null })).toMatchObject({
      state: { status: 'triaged' },
      severity: 'cosmetic',
      owner: issue.owner,
    })
  })

  test('accepts a workaround that nobody has written down yet', () => {
    const issue = move(anIssue({ state: { status: 'new' } }), {
      kind: 'triage',
      severity: 'workaround',
      owner: null,
    })
    expect(issue.severity).toBe('workaround')
    expect(whatIsMissing(issue)).toEqual(['workaround'])
  })

  test('of an issue that is being worked on changes its severity and not its state', () => {
    const issue = anIssue({ state: { status: 'inProgress' }, severity: 'cosmetic' })
    expect(move(issue, { kind: 'triage', severity: 'showStopper', owner: null })).toMatchObject({
      state: { status: 'inProgress' },
      severity: 'showStopper',
    })
  })

  test('to what it is already changes nothing', () => {
    const issue = anIssue({ severity: 'cosmetic' })
    const change: IssueChange = { kind: 'triage', severity: 'cosmetic', owner: ISAIAH }
    expect(decideIssue(issue, change, ctx)).toEqual({ kind: 'unchanged', issue })
  })
})

describe('what an issue still lacks', () => {
  test.each<[string, Partial<Issue>, string[]]>([
    [
      'everything, when only a title was said',
      { where: '', steps: '', severity: null },
      ['where', 'steps', 'severity'],
    ],
    ['nothing, when all is there', {}, []],
    ['the workaround, when it is rated so', { severity: 'workaround' }, ['workaround']],
    ['no workaround when it is written down', { severity: 'workaround', workaround: 'print by hand' }, []],
    ['no workaround for a show-stopper', { severity: 'showStopper' }, []],
    [
      'nothing once it is closed',
      { where: '', state: { status: 'closed', validatedBy: LYNNE, at: NOW } },
      [],
    ],
  ])('%s', (_, over, gaps) => {
    expect(whatIsMissing(anIssue(over))).toEqual(gaps)
  })
})

describe('editing an issue', () => {
  test('changes what was given, cleaned, and leaves the rest', () => {
    const issue = anIssue()
    const edit: IssueChange = { kind: 'edit', where: ' Orders ', severity: null, owner: null }
    expect(move(issue, edit)).toEqual({
      ...issue,
      where: 'Orders',
      severity: null,
      owner: null,
      version: 2,
      changedBy: PATTI,
      changedAt: NOW,
    })
    expect(decideIssue(issue, { kind: 'edit', where: issue.where }, ctx)).toEqual({
      kind: 'unchanged',
      issue,
    })
  })

  test.each<[string, IssueChange, string]>([
    ['a title is needed', { kind: 'edit', title: '\n' }, 'noTitle'],
    ['a title has an end', { kind: 'edit', title: 'x'.repeat(TITLE_MAX + 1) }, 'titleTooLong'],
    ['the steps have one too', { kind: 'edit', steps: 'x'.repeat(MAX_TEXT + 1) }, 'textTooLong'],
  ])('%s', (_, change, because) => {
    expect(decideIssue(anIssue(), change, ctx)).toEqual({ kind: 'refused', because })
  })
})

describe('who may change an issue', () => {
  const issue = anIssue({ owner: ISAIAH, reporter: PATTI })
  const asMember = (person: typeof MEGAN) => ({ person, isLead: false, ownsTeam: false })

  test.each([
    ['who reported it', asMember(PATTI), true],
    ['who fixes it', asMember(ISAIAH), true],
    ['the lead', { ...asMember(ALEX), isLead: true }, true],
    ['an owner of the team', { ...asMember(LYNNE), ownsTeam: true }, true],
    ['any other member may not', asMember(MEGAN), false],
  ])('its words: %s', (_, actor, may) => {
    expect(canChangeIssue(issue, actor)).toBe(may)
    expect(canChangeIssue(issue, actor, { kind: 'edit' })).toBe(may)
  })

  test('every member moves it through its states', () => {
    expect(MOVES.map((change) => canChangeIssue(issue, asMember(MEGAN), change))).toEqual(
      MOVES.map(() => true),
    )
  })
})

describe('a list of issues', () => {
  const hoursAgo = (hours: number) => fromEpochMs(epochMs(NOW) - hours * 3_600_000)

  test('shows show-stoppers, workarounds, cosmetic ones, the oldest first in each, and closed ones last', () => {
    const issues = [
      anIssue({ id: 'I-1', severity: 'cosmetic' }),
      anIssue({ id: 'I-2', severity: 'showStopper', createdAt: daysAgo(1) }),
      anIssue({ id: 'I-3', severity: 'workaround' }),
      anIssue({ id: 'I-4', severity: 'showStopper', createdAt: daysAgo(2) }),
      anIssue({
        id: 'I-5',
        severity: 'showStopper',
        state: { status: 'closed', validatedBy: LYNNE, at: NOW },
      }),
      anIssue({ id: 'I-6', severity: null, createdAt: hoursAgo(25) }),
      anIssue({ id: 'I-8', severity: null, createdAt: hoursAgo(1) }),
    ]
    const order = issues.toSorted(byUrgency(NOW)).map((issue) => issue.id)
    expect(order).toEqual(['I-4', 'I-2', 'I-6', 'I-3', 'I-8', 'I-1', 'I-5'])
  })

  test('is in the same order however it was loaded', () => {
    const severities = ['showStopper', 'workaround', 'cosmetic', null] as const
    const all = STATES.flatMap((state) => severities.map((severity) => ({ state, severity }))).map(
      (over, index) => anIssue({ id: `I-${index + 1}`, ...over }),
    )
    const sorted = all.toSorted(byUrgency(NOW))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(shuffled.toSorted(byUrgency(NOW))).toEqual(sorted)
      }),
    )
    expect(sorted.map(isOpenIssue)).toEqual(sorted.map(isOpenIssue).toSorted((a, b) => Number(b) - Number(a)))
  })
})
