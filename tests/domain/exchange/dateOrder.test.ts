import * as fc from 'fast-check'
import { orderOf, readDate, type DateOrder } from '../../../bot/domain/exchange/dateOrder'
import type { Cell } from '../../../bot/domain/exchange/cell'
import { plainDate } from '../../../bot/domain/time'

const said = (cell: Cell, order: DateOrder | null = null) => {
  const read = readDate(cell, order)
  return read.kind === 'date' ? read.date : read.kind
}

test.each<[Cell, string]>([
  ['23/1/2022', '2022-01-23'],
  ['14-06-2023', '2023-06-14'],
  ['1/23/2022', '2022-01-23'],
  ['23.1.22', '2022-01-23'],
  ['1. 2. 2024', '2024-02-01'],
  ['2022-01-23', '2022-01-23'],
  ['2022/1/23', '2022-01-23'],
  ['2022-01-23T14:05:00Z', '2022-01-23'],
  ['23/1/2022 14:05', '2022-01-23'],
  ['Mon, 23 Jan 2023', '2023-01-23'],
  ['23-Jan-22', '2022-01-23'],
  ['Jan 23, 2022', '2022-01-23'],
  ['January 23rd, 2022', '2022-01-23'],
  ['23. März 2022', '2022-03-23'],
  ['5/5/2022', '2022-05-05'],
  [46_000, '2025-12-09'],
  [46_000.9, '2025-12-09'],
  [{ day: plainDate('2026-01-02') }, '2026-01-02'],
  ['TBD', 'nothing'],
  ['', 'nothing'],
  [null, 'nothing'],
  ['3/4/2022', 'ambiguous'],
  ['31/2/2022', 'noDate'],
  ['32/13/2022', 'noDate'],
  ['soon', 'noDate'],
  [12, 'noDate'],
  [true, 'noDate'],
])('%p is %p', (cell, date) => {
  expect(said(cell)).toBe(date)
})

test.each<[string[], string]>([
  [['23/1/2022', '3/4/2022'], 'dayFirst'],
  [['1/23/2022', '3/4/2022'], 'monthFirst'],
  [['3/4/2022', '5/6/2022'], 'ambiguous'],
  [['23/1/2022', '1/23/2022', '3/4/2022'], 'ambiguous'],
  [['23/1/2022', '1/23/2022'], 'none'],
  [['1.2.2022'], 'dayFirst'],
  [['2022-01-02', '3 Jan 2022'], 'none'],
  [['5/5/2022'], 'none'],
])('a column of %p is %p', (texts, order) => {
  expect(orderOf(texts)).toBe(order)
})

test('a column whose order shows is read as it was written, whatever the signs between', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  const sign = fc.constantFrom('/', '-', ' ')
  const order = fc.constantFrom<DateOrder>('dayFirst', 'monthFirst')
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 20 }),
      sign,
      order,
      fc.boolean(),
      (days, sign, order, short) => {
        const dates = days.map((one) => one.toISOString().slice(0, 10))
        const texts = dates.map((date) => {
          const [y = '', m = '', d = ''] = date.split('-')
          const year = short && Number(y) >= 1990 ? y.slice(2) : y
          const pair = order === 'dayFirst' ? [Number(d), Number(m)] : [Number(m), Number(d)]
          return [...pair, year].join(sign)
        })
        const found = orderOf(texts)
        const used = found === 'dayFirst' || found === 'monthFirst' ? found : null
        if (used !== null) expect(used).toBe(order)
        texts.forEach((text, at) => {
          const read = said(text, used)
          if (read === 'ambiguous') expect(used).toBeNull()
          else expect(read).toBe(dates[at])
        })
      },
    ),
  )
})
