import type { ItemRow } from '../../bot/contract/item'
import { columnKeys, moveTo, type BoardMove } from '../../tab/actionItems/boardMoves'
import { isoWeek, isOpenItem, itemGroups, shownItems, viewCounts } from '../../tab/actionItems/itemList'
import { readItemQuery, type BoardGroup } from '../../tab/actionItems/itemQuery'
import { groupFacts, groupWords, hindranceWords } from '../../tab/actionItems/itemWords'
import type { ProjectFacts } from '../../bot/contract/session'
import { ALEX, ADELE, anItemRow, EVERYBODY, LYNNE, MEGAN, TODAY } from '../support/builders'

const date = (text: string) => text as ItemRow['due']
const ROWS: readonly ItemRow[] = [
  anItemRow({ id: 'A-1', due: date('2026-11-18'), owner: MEGAN, for: ADELE, unblocks: 'the pilot' }),
  anItemRow({
    id: 'A-2',
    due: date('2026-11-20'),
    owner: ADELE,
    for: LYNNE,
    status: 'blocked',
    reason: 'no rights',
  }),
  anItemRow({
    id: 'A-3',
    due: date('2026-11-24'),
    owner: MEGAN,
    for: null,
    workstream: null,
    drift: 12,
    moves: 2,
  }),
  anItemRow({ id: 'A-4', due: null, owner: LYNNE, for: ADELE, status: 'inProgress' }),
  anItemRow({ id: 'A-5', due: date('2026-11-10'), owner: ADELE, status: 'done' }),
  anItemRow({
    id: 'A-6',
    due: date('2026-11-11'),
    owner: LYNNE,
    status: 'blocked',
    reason: 'waits for the bank',
  }),
]
const READER = { me: ADELE.id, today: TODAY }
const shown = (search: string) =>
  shownItems(ROWS, readItemQuery(new URLSearchParams(search)), READER).map(({ id }) => id)
const project = { members: EVERYBODY, today: TODAY, workstreams: [] } as unknown as ProjectFacts

describe('the list of action items', () => {
  it.each([
    ['', ['A-6', 'A-1', 'A-2', 'A-3', 'A-4']],
    ['view=mine', ['A-2']],
    ['view=blocked', ['A-6', 'A-2']],
    ['view=ended', ['A-5']],
    ['only=late', ['A-6', 'A-1']],
    ['only=forMe', ['A-1', 'A-4']],
    ['only=late,forMe', ['A-1']],
    [`owner=${MEGAN.id},${LYNNE.id}&state=open`, ['A-1', 'A-3']],
    ['workstream=none', ['A-3']],
    ['q=BANK', ['A-6']],
    ['q=adele pilot', ['A-1']],
    ['sort=-moved', ['A-3', 'A-1', 'A-2', 'A-4', 'A-6']],
    ['sort=state', ['A-2', 'A-6', 'A-1', 'A-3', 'A-4']],
    ['sort=nonsense&view=nonsense&group=nonsense', ['A-6', 'A-1', 'A-2', 'A-3', 'A-4']],
  ])('for "%s" shows %j', (search, ids) => {
    expect(shown(search)).toEqual(ids)
  })

  it('counts what each view holds', () => {
    expect(viewCounts(ROWS, ADELE.id)).toEqual({ open: 5, mine: 1, blocked: 2, ended: 1 })
  })

  it.each<[string, string[]]>([
    [
      'group=due',
      [
        'Late: 2, oldest 9 d over',
        'Week 47, this week: 1 due',
        'Week 48, 23 Nov to 27 Nov: 1 due',
        'Without a date: 1',
      ],
    ],
    ['group=owner', ['Adele Vance: 1', 'Lynne Robbins: 2, 1 late', 'Megan Bowen: 2, 1 late']],
    ['group=state', ['Blocked: 2, 1 late', 'Open: 2, 1 late', 'In progress: 1']],
  ])('%s has the heads %j', (search, heads) => {
    const query = readItemQuery(new URLSearchParams(search))
    const groups = itemGroups(shownItems(ROWS, query, READER), query.group, TODAY)
    expect(
      groups.map(
        (group) =>
          `${groupWords(query.group, group.key, project, group.rows)}: ${groupFacts(query.group, group, TODAY)}`,
      ),
    ).toEqual(heads)
  })

  it.each([
    ['2026-11-16', 47],
    ['2024-12-30', 1],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
  ])('the week of Monday %s is %i', (monday, week) => {
    expect(isoWeek(monday as never)).toBe(week)
  })
})

describe('a card brought to another column', () => {
  const open = anItemRow({ id: 'A-12', due: date('2026-11-24'), owner: MEGAN })
  const said = (move: BoardMove) => {
    switch (move.kind) {
      case 'same':
        return 'stays'
      case 'change':
        return JSON.stringify(move.change)
      case 'ask':
        return `asks ${JSON.stringify(move.asking)}`
      case 'no':
        return hindranceWords(move.because, open, ALEX.name)
    }
  }
  it.each<[string, Partial<ItemRow>, BoardGroup, string, string]>([
    ['its own column', {}, 'state', 'open', 'stays'],
    ['in progress', {}, 'state', 'inProgress', '{"kind":"start"}'],
    ['done', {}, 'state', 'done', '{"kind":"done"}'],
    ['blocked', {}, 'state', 'blocked', 'asks {"for":"block"}'],
    ['cancelled', {}, 'state', 'cancelled', 'asks {"for":"cancel"}'],
    ['in progress, from blocked', { status: 'blocked' }, 'state', 'inProgress', '{"kind":"start"}'],
    [
      'open, once begun',
      { status: 'inProgress' },
      'state',
      'open',
      'A-12 was begun, so it can’t be open as if nothing had happened.',
    ],
    ['open, once done', { status: 'done' }, 'state', 'open', 'asks {"for":"reopen"}'],
    ['blocked, once done', { status: 'done' }, 'state', 'blocked', 'A-12 is open: reopen it first.'],
    ['somebody else', {}, 'owner', ADELE.id, `{"kind":"own","owner":"${ADELE.id}"}`],
    ['another week', {}, 'due', '2026-11-30', 'asks {"for":"move","to":"2026-12-04"}'],
    ['this week, on its Friday', {}, 'due', '2026-11-16', 'asks {"for":"move","to":"2026-11-20"}'],
    ['late', {}, 'due', 'late', 'That week has passed: a new date has to be ahead.'],
    ['a week that has passed', {}, 'due', '2026-11-09', 'That week has passed: a new date has to be ahead.'],
    ['no date', {}, 'due', 'none', 'A date can be moved, and its first one stays. It can’t be taken off.'],
    ['a first date', { due: null }, 'due', '2026-11-23', 'asks {"for":"move","to":"2026-11-27"}'],
    [
      'anywhere by somebody else',
      { canChange: false },
      'state',
      'done',
      'Its owner Megan Bowen, who added it, or Alex Wilber can change A-12.',
    ],
  ])('%s', (_, over, group, key, outcome) => {
    expect(said(moveTo({ ...open, ...over }, group, key, TODAY))).toBe(outcome)
  })

  it('finds a column for every state, member and near week, and for what is beyond', () => {
    expect(columnKeys(ROWS, 'state', EVERYBODY, TODAY)).toEqual(['open', 'inProgress', 'blocked', 'done'])
    expect(columnKeys(ROWS, 'owner', EVERYBODY, TODAY).slice(0, 3)).toEqual([MEGAN.id, ADELE.id, LYNNE.id])
    const far = anItemRow({ due: date('2027-02-01') })
    expect(columnKeys([...ROWS.filter(isOpenItem), far], 'due', EVERYBODY, TODAY)).toEqual([
      'late',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2027-02-01',
      'none',
    ])
  })
})
