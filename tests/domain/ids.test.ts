import { isItemId, numberOf, parseRecordId } from '../../bot/domain/ids'

describe('the number of a record, as people write it', () => {
  test.each([
    ['A-12', 'A-12'],
    ['a12', 'A-12'],
    [' i - 7 ', 'I-7'],
    ['I–7', 'I-7'],
    ['a_012', 'A-12'],
    ['A-1000000', 'A-1000000'],
  ])('%j is %s', (text, id) => {
    expect(parseRecordId(text)).toBe(id)
  })

  test.each(['A-0', 'A', '12', 'B-12', 'A-12b', 'A--12', 'A-1.5', 'A-12345678', 'AI-7', ''])(
    '%j is none',
    (text) => {
      expect(parseRecordId(text)).toBeUndefined()
    },
  )

  test('says whether it is an item, and which number it has', () => {
    expect([isItemId('A-12'), isItemId('I-7')]).toEqual([true, false])
    expect([numberOf('A-12'), numberOf('I-7')]).toEqual([12, 7])
  })
})
