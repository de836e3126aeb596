import type { IssueRow } from '../../bot/contract/issue'
import type { WorkstreamId } from '../../bot/domain/ids'
import { groupsOf, readQuery, viewCounts } from '../../tab/issueLog/issueList'
import { ADELE, daysAgo, MEGAN, NOW, PATTI } from '../support/builders'

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

const shown = (rows: readonly IssueRow[], search: string, me = MEGAN) =>
  groupsOf(rows, readQuery(new URLSearchParams(search)), me.id).map(({ key, rows: members }) => [
    key,
    members.map(({ id }) => id),
  ])

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
  expect(viewCounts(rows, MEGAN.id, 40)).toEqual({ open: 2, mine: 1, retest: 1, all: 40 })
})
