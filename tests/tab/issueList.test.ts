import type { IssueRow } from '../../bot/contract/issue'
import type { WorkstreamId } from '../../bot/domain/ids'
import type { IssueCounts } from '../../bot/contract/issue'
import { asQuery, listingIn } from '../../bot/contract/issueListing'
import { NO_ISSUES } from '../../bot/domain/issueList'
import { fitsOf } from '../../tab/issueLog/bulk'
import { fitWords, savedWords, takenBackWords } from '../../tab/issueLog/bulkWords'
import { columnsIn, columnsToText } from '../../tab/issueLog/columns'
import { between, entriesOf, waiting } from '../../tab/issueLog/entries'
import { encodePlace, groupsOf, readQuery, viewCounts } from '../../tab/issueLog/issueList'
import { groupOf, headed, listingFor } from '../../tab/issueLog/listing'
import { ADELE, COPENHAGEN, daysAgo, inDays, MEGAN, NOW, PATTI } from '../support/builders'

const aRow = (over: Partial<IssueRow> = {}): IssueRow => ({
  id: 'I-1',
  title: 'Totals are wrong',
  severity: 'cosmetic',
  status: 'triaged',
  timesReopened: 0,
  owner: MEGAN,
  where: 'Invoices',
  workstream: null,
  createdAt: daysAgo(3),
  changedAt: NOW,
  changedBy: PATTI,
  version: 1,
  ...over,
})

const TODAY = { zone: COPENHAGEN, today: inDays(0) }

const shown = (rows: readonly IssueRow[], search: string, me = MEGAN) =>
  groupsOf(rows, readQuery(new URLSearchParams(search)), { me: me.id, ...TODAY }).map(
    ({ key, rows: members }) => [key, members.map(({ id }) => id)],
  )

it('puts the worst severity first and the oldest first in each', () => {
  const rows = [
    aRow({ id: 'I-1', severity: null }),
    aRow({ id: 'I-2', severity: 'showStopper', createdAt: daysAgo(1) }),
    aRow({ id: 'I-3', severity: 'showStopper', createdAt: daysAgo(9) }),
    aRow({ id: 'I-4', severity: 'workaround' }),
  ]
  expect(shown(rows, '')).toEqual([
    ['showStopper', ['I-3', 'I-2']],
    ['workaround', ['I-4']],
    ['none', ['I-1']],
  ])
})

it.each([
  ['open', '', ['I-1', 'I-2']],
  ['mine', 'view=mine', ['I-1']],
  ['to retest', 'view=retest', ['I-2']],
  ['all', 'view=all', ['I-1', 'I-2', 'I-3']],
  ['a view that there is none of', 'view=theirs', ['I-1', 'I-2']],
])('shows what belongs to the view "%s"', (_, search, ids) => {
  const rows = [
    aRow({ id: 'I-1' }),
    aRow({ id: 'I-2', owner: ADELE, status: 'readyForRetest' }),
    aRow({ id: 'I-3', owner: ADELE, status: 'closed' }),
  ]
  expect(shown(rows, `${search}&group=none`)).toEqual([['none', ids]])
})

it('finds words in any order, in the number, the title, the place and the owner', () => {
  const rows = [aRow({ id: 'I-7', title: 'Bank import stops', where: 'Banking' }), aRow({ id: 'I-8' })]
  for (const words of ['stops bank', 'i-7', 'BANKING', 'import megan']) {
    expect(shown(rows, new URLSearchParams({ q: words, group: 'none' }).toString())).toEqual([
      ['none', ['I-7']],
    ])
  }
  expect(shown(rows, 'q=nothing+like+it')).toEqual([])
})

it('joins filters with and, the values of one filter with or', () => {
  const rows = [
    aRow({ id: 'I-1', severity: 'showStopper', owner: null }),
    aRow({ id: 'I-2', severity: 'workaround', owner: null }),
    aRow({ id: 'I-3', severity: 'workaround', owner: ADELE }),
    aRow({ id: 'I-4', severity: 'cosmetic', owner: null }),
  ]
  expect(shown(rows, 'severity=showStopper,workaround&owner=none&group=none')).toEqual([
    ['none', ['I-1', 'I-2']],
  ])
})

it('puts the group with the worst issue first, and what has no workstream last', () => {
  const rows = [
    aRow({ id: 'I-1', workstream: null, severity: 'showStopper' }),
    aRow({ id: 'I-2', workstream: 'training' as WorkstreamId, severity: 'cosmetic' }),
    aRow({ id: 'I-3', workstream: 'migration' as WorkstreamId, severity: 'showStopper' }),
  ]
  expect(shown(rows, 'group=workstream').map(([key]) => key)).toEqual(['migration', 'training', 'none'])
})

it('counts each view, and all issues there ever were', () => {
  const rows = [aRow(), aRow({ id: 'I-2', owner: null, status: 'readyForRetest' })]
  const counts = { ...NO_ISSUES, all: 40 }
  expect(viewCounts({ whole: true, issues: rows, counts }, MEGAN.id)).toEqual({
    open: 2,
    mine: 1,
    retest: 1,
    all: 40,
  })
})

it('takes the service’s counts for a log of which not all is here', () => {
  const counts: IssueCounts = {
    ...NO_ISSUES,
    all: 9_000,
    open: 4_000,
    state: { ...NO_ISSUES.state, readyForRetest: 70 },
    owner: { [MEGAN.id]: 12 },
  }
  expect(viewCounts({ whole: false, issues: [aRow()], counts }, MEGAN.id)).toEqual({
    open: 4_000,
    mine: 12,
    retest: 70,
    all: 9_000,
  })
})

it('filters by the part of the system and by age', () => {
  const rows = [
    aRow({ id: 'I-1', where: 'Sales › Credit check', createdAt: daysAgo(1) }),
    aRow({ id: 'I-2', where: 'Sales, orders', createdAt: daysAgo(9) }),
    aRow({ id: 'I-3', where: '', createdAt: daysAgo(40) }),
  ]
  const ids = (search: string) => shown(rows, `group=none&sort=no&${search}`).flatMap(([, all]) => all)
  expect(ids('where=Sales')).toEqual(['I-1', 'I-2'])
  expect(ids('where=none')).toEqual(['I-3'])
  expect(ids('age=0,31')).toEqual(['I-1', 'I-3'])
  expect(ids('age=8&where=Sales')).toEqual(['I-2'])
  expect(ids('age=29')).toEqual(['I-1', 'I-2', 'I-3'])
})

it('keeps a place with a comma whole in the address', () => {
  const query = new URLSearchParams({ where: [encodePlace('A, 100% B'), 'C'].join(',') })
  expect(readQuery(new URLSearchParams(query.toString())).filters.where).toEqual(['A, 100% B', 'C'])
})

describe('lines of the list', () => {
  const rows = ['I-1', 'I-2', 'I-3', 'I-4'].map((id) => aRow({ id: id as IssueRow['id'] }))
  const groups = groupsOf(rows, readQuery(new URLSearchParams('sort=no')), { me: MEGAN.id, ...TODAY })

  it('are heads with their rows, or the head alone where it is folded', () => {
    expect(
      entriesOf(groups, 'severity', new Set())
        .map(({ kind }) => kind)
        .join(' '),
    ).toBe('head row row row row')
    expect(entriesOf(groups, 'severity', new Set(['cosmetic']))).toHaveLength(1)
    expect(entriesOf(groups, 'none', new Set())).toHaveLength(4)
  })

  it('between two rows, whichever was pressed first', () => {
    expect(between(rows, 'I-3', 'I-2')).toEqual(['I-2', 'I-3'])
    expect(between(rows, 'I-9', 'I-2')).toEqual(['I-2'])
  })

  it('wait on top when somebody else logged them since, and not when I did', () => {
    const seen = new Set(['I-1', 'I-2'])
    expect(waiting(rows, seen, new Set(['I-3'])).map(({ id }) => id)).toEqual(['I-4'])
  })
})

describe('columns', () => {
  it('are the usual ones without a word, and what the address says otherwise', () => {
    expect(columnsIn(new URLSearchParams())).toEqual(['state', 'owner', 'where', 'age', 'changed'])
    expect(columnsIn(new URLSearchParams('columns=age,workstream,nonsense'))).toEqual(['workstream', 'age'])
    expect(columnsIn(new URLSearchParams('columns=none'))).toEqual([])
  })

  it('say themselves so that reading gives the same', () => {
    for (const columns of [['age'], [], ['workstream', 'state']] as const) {
      const text = columnsToText(columns) ?? ''
      expect(new Set(columnsIn(new URLSearchParams({ columns: text })))).toEqual(new Set(columns))
    }
    expect(columnsToText(['changed', 'age', 'where', 'owner', 'state'])).toBeNull()
  })
})

describe('a log that is too long to come whole', () => {
  it.each([
    ['', 'by=severity'],
    ['view=mine&severity=cosmetic', 'by=owner&owner=me&severity=cosmetic'],
    ['view=retest', 'by=state&state=readyForRetest'],
    ['view=all', 'by=all'],
    ['view=all&state=closed', 'by=state&state=closed'],
    ['owner=none&severity=showStopper', 'by=owner&owner=none&severity=showStopper'],
    ['workstream=training', 'by=workstream&workstream=training'],
    ['group=owner', 'by=owner'],
    ['sort=-changed&group=owner', 'by=change'],
    ['sort=no', 'by=newest'],
    ['severity=nonsense&state=nonsense', 'by=severity'],
  ])('%s is the list %s', (search, list) => {
    const listing = listingFor(readQuery(new URLSearchParams(search)))
    expect(asQuery(listing)).toBe(list)
    const asked = new URLSearchParams(list)
    const me = asked.get('owner') === 'me' ? { owner: MEGAN.id } : {}
    expect(listingIn((name) => asked.get(name) ?? undefined, MEGAN.id)).toEqual({ ...listing, ...me })
  })

  it.each([
    'by=nonsense',
    'by=change&severity=cosmetic',
    'severity=bad',
    'by=state&state=lost',
    'by=owner&severity=none',
  ])('refuses an address that is none of its lists: %s', (list) => {
    const asked = new URLSearchParams(list)
    expect(listingIn((name) => asked.get(name) ?? undefined, MEGAN.id)).toBeNull()
  })

  it('has a head wherever the value of its order changes', () => {
    const rows = [aRow({ severity: 'showStopper' }), aRow({ id: 'I-2' }), aRow({ id: 'I-3' })]
    expect(headed(rows, 'severity').map(({ key, rows: all }) => [key, all.length])).toEqual([
      ['showStopper', 1],
      ['cosmetic', 2],
    ])
    expect(groupOf({ by: 'change' }, 'severity')).toBe('none')
    expect(groupOf({ by: 'owner', owner: null }, 'severity')).toBe('owner')
  })
})

it('says which of the selected a move fits, and why not the others', () => {
  const rows = [
    aRow({ id: 'I-33', status: 'inProgress' }),
    aRow({ id: 'I-19', status: 'inProgress' }),
    aRow({ id: 'I-21', status: 'triaged' }),
  ]
  const words = Object.fromEntries(fitsOf(rows).map((fit) => [fit.move, fitWords(fit)]))
  expect(words).toEqual({
    fix: 'fits 1 of 3: I-33 is in progress, I-19 is in progress',
    retest: 'fits 2 of 3: I-21 is only triaged',
    defer: 'fits all 3',
  })
  const fresh = [aRow({ id: 'I-34', status: 'new', severity: null }), aRow({ id: 'I-21', status: 'triaged' })]
  expect(fitsOf(fresh).map((fit) => [fit.move, fitWords(fit)])[0]).toEqual([
    'triage',
    'fits 1 of 2: I-21 is triaged',
  ])
})

it('says how several changes ended', () => {
  expect(savedWords(2, [])).toBe('2 issues changed')
  expect(savedWords(1, [{ id: 'I-2', why: 'Somebody changed I-2 first.' }])).toBe(
    '1 issue changed. Somebody changed I-2 first.',
  )
  expect(takenBackWords(2, 1)).toBe('2 issues are as they were; 1 changed since and stayed')
})
