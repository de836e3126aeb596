import { decideItem, type ActionItem } from '../../bot/domain/actionItem'
import { changeOf, takenBack, type Change } from '../../bot/domain/history'
import { slipsIn } from '../../bot/domain/slips'
import { plainDate } from '../../bot/domain/time'
import { aDueDate, aChange, anActionItem, at, MEGAN } from '../support/builders'

/** An item moved to these dates, a day apart. */
function movedTo(first: string | null, ...dates: readonly string[]): Change[] {
  let item: ActionItem = anActionItem({ due: first === null ? null : aDueDate(first) })
  return dates.map((to, index) => {
    const when = at(`2026-11-1${index}`, '09:00')
    const change = { kind: 'move', to: plainDate(to), why: 'late' } as const
    const decided = decideItem(item, change, { by: MEGAN, at: when, today: plainDate('2026-11-01') })
    if (decided.kind !== 'changed') throw new Error(decided.kind)
    const line = changeOf(item.id, item, decided.item, { by: MEGAN, at: when, door: 'chat' })
    item = decided.item
    return line
  })
}

test.each([
  ['a later date is a slip', ['2026-11-20', '2026-11-25'], [[5, false]]],
  ['an earlier one is none', ['2026-11-20', '2026-11-18'], []],
  [
    'the second move of an item was moved before',
    ['2026-11-20', '2026-11-25', '2026-12-05'],
    [
      [5, false],
      [10, true],
    ],
  ],
  ['so was one that had first come nearer', ['2026-11-20', '2026-11-18', '2026-11-19'], [[1, true]]],
  ['a first date is none', [null, '2026-11-20'], []],
] as const)('%s', (_, [first, ...dates], slips) => {
  expect(slipsIn(movedTo(first, ...dates)).map(({ days, again }) => [days, again])).toEqual(slips)
})

test('a move that was taken back never was', () => {
  const [moved] = movedTo('2026-11-20', '2026-11-25')
  if (!moved) throw new Error('no move')
  const now = anActionItem({ due: aDueDate('2026-11-20', ['2026-11-25', 'late', moved.at]), version: 2 })
  const story = { by: MEGAN, at: at('2026-11-10', '09:05'), door: 'chat', undoes: 2 } as const
  const undone = changeOf(now.id, now, { ...takenBack(now, moved), version: 3 }, story)
  expect(slipsIn([moved])).toHaveLength(1)
  expect(slipsIn([undone, moved])).toEqual([])
})

test('other changes, and those of issues and the project, are none', () => {
  expect(
    slipsIn([
      aChange({ fields: [{ field: 'title', from: 'a', to: 'b' }] }),
      aChange({ record: 'project', fields: [{ field: 'due', from: null, to: { moves: [{ at: 1 }] } }] }),
      aChange({ record: 'A-3', fields: [{ field: 'due', from: null, to: 'tomorrow' }] }),
    ]),
  ).toEqual([])
})
