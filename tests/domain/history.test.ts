import fc from 'fast-check'
import {
  changeOf,
  creationOf,
  fieldsChanged,
  isSameValue,
  takenBack,
  type FieldValue,
  type Recorded,
} from '../../bot/domain/history'
import {
  aDueDate,
  anActionItem,
  anIssue,
  aProject,
  ALEX,
  daysAgo,
  ISAIAH,
  MEGAN,
  NOW,
} from '../support/builders'

const value: fc.Arbitrary<FieldValue> = fc.letrec<{ value: FieldValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value
const record: fc.Arbitrary<Recorded> = fc.record({
  version: fc.nat(),
  title: value,
  due: value,
  owner: value,
})

test('what changed is named field by field, old and new, without the stamps that every change leaves', () => {
  const before = anActionItem()
  const after = {
    ...before,
    owner: ISAIAH,
    title: 'Send the list',
    version: 2,
    changedBy: MEGAN,
    changedAt: NOW,
  }
  expect(fieldsChanged(before, after)).toEqual([
    { field: 'title', from: 'Send the cleaned customer list', to: 'Send the list' },
    { field: 'owner', from: MEGAN, to: ISAIAH },
  ])
})

test('a record that is only written anew has no changes', () => {
  const due = aDueDate('2026-11-24', ['2026-11-27', 'duplicates found', daysAgo(2)])
  const again = { moves: [...due.moves], first: due.first }
  expect(fieldsChanged(anActionItem({ due }), anActionItem({ due: again }))).toEqual([])
})

test('a change taken back leaves what stood before, and the version to whoever writes it', () => {
  const before = anIssue({ severity: null })
  const after = anIssue({ severity: 'showStopper', owner: MEGAN, version: 2 })
  const change = changeOf(after.id, before, after, { by: MEGAN, at: NOW, door: 'chat' })
  expect(takenBack(after, change)).toEqual({ ...before, version: 2 })
})

test('what others changed since stays when an older change is taken back', () => {
  const first = anActionItem({ title: 'Old title' })
  const second = anActionItem({ title: 'New title', version: 2 })
  const third = { ...second, owner: ISAIAH, version: 3 }
  const change = changeOf(first.id, first, second, { by: MEGAN, at: NOW, door: 'tab' })
  expect(takenBack(third, change)).toEqual({ ...first, owner: ISAIAH, version: 3 })
})

test('any change taken back restores the record', () => {
  fc.assert(
    fc.property(record, record, (before, after) => {
      const change = changeOf('A-1', before, after, { by: ALEX, at: NOW, door: 'tab' })
      const restored = takenBack(after, change)
      expect(fieldsChanged(before, restored)).toEqual([])
      expect(restored.version).toBe(after.version)
    }),
  )
})

test('a history line says who, when, through which door and why', () => {
  const before = aProject()
  const after = aProject({ name: 'ERP', version: 2 })
  expect(changeOf('project', before, after, { by: ALEX, at: NOW, door: 'chat', why: 'shorter' })).toEqual({
    record: 'project',
    version: 2,
    at: NOW,
    by: ALEX,
    inPlaceOf: null,
    door: 'chat',
    why: 'shorter',
    undoes: null,
    fields: [{ field: 'name', from: 'ERP roll-out', to: 'ERP' }],
  })
})

test('the line of a record’s birth is version 1 and lists no fields', () => {
  expect(creationOf('I-7', { by: MEGAN, at: NOW, door: 'chat' })).toMatchObject({
    version: 1,
    fields: [],
    why: null,
  })
})

describe('two values are the same', () => {
  test('whatever the order of their keys', () => {
    expect(isSameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  })

  test.each<[FieldValue, FieldValue]>([
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, null]],
    [[], {}],
    [null, {}],
    ['1', 1],
    [{ a: 1 }, { a: 1, b: 2 }],
    [false, null],
  ])('but not %j and %j', (a, b) => {
    expect(isSameValue(a, b)).toBe(false)
    expect(isSameValue(b, a)).toBe(false)
  })
})
