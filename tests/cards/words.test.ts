import { agoWords, dateWords, momentWords, weekSpan } from '../../bot/cards/dates'
import { buttons } from '../../bot/cards/parts'
import { counted, difference, excerpt, firstName, listed, ordinal } from '../../bot/cards/text'
import { execute } from '../../bot/cards/actions'
import { plainDate } from '../../bot/domain/time'
import { at, COPENHAGEN, NOW, PROJECT_ID, TODAY, zone } from '../support/builders'

const calendar = { locale: 'en-GB', today: TODAY }

test.each([
  ['2026-11-20', 'en-GB', 'Fri 20 Nov'],
  ['2026-11-20', 'en-US', 'Fri Nov 20'],
  ['2026-11-20', 'da-DK', 'Fri 20 Nov'],
  ['2026-11-20', 'en-nonsense-x', 'Fri 20 Nov'],
  ['2027-01-11', 'en-GB', 'Mon 11 Jan 2027'],
])('%s reads in %s as %s', (date, locale, words) => {
  expect(dateWords(plainDate(date), { ...calendar, locale })).toBe(words)
})

test('a moment stands on the wall of the zone that is asked for', () => {
  const moment = at('2026-11-20', '23:30')
  expect(momentWords(moment, COPENHAGEN, calendar)).toBe('Fri 20 Nov, 23:30')
  expect(momentWords(moment, zone('Asia/Kolkata'), calendar)).toBe('Sat 21 Nov, 04:00')
})

test.each([
  ['2026-11-20', '15:00', 'just now'],
  ['2026-11-20', '14:59', 'a minute ago'],
  ['2026-11-20', '14:20', '40 minutes ago'],
  ['2026-11-20', '09:00', '6 hours ago'],
  ['2026-11-19', '23:50', 'yesterday'],
  ['2026-11-11', '09:00', '9 days ago'],
  ['2026-08-14', '09:00', 'on Fri 14 Aug'],
])('what happened on %s at %s was %s', (date, time, words) => {
  expect(agoWords(at(date, time), NOW, COPENHAGEN, 'en-GB')).toBe(words)
})

test('a week is its days, also over the end of a month', () => {
  expect(weekSpan('2026-W47', 'en-GB')).toBe('16–22 Nov')
  expect(weekSpan('2026-W49', 'en-GB')).toBe('30 Nov – 6 Dec')
})

test('numbers and names read as one says them', () => {
  expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd'])
  expect([counted(1, 'day'), counted(3, 'day'), counted(2, 'person', 'people')]).toEqual([
    '1 day',
    '3 days',
    '2 people',
  ])
  expect([difference(3), difference(-1), difference(0), difference(null)]).toEqual(['+3', '−1', '', ''])
  expect([listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'], 2)]).toEqual([
    'A',
    'A and B',
    'A, B and 1 more',
  ])
  expect([firstName('Adele Vance'), firstName('Bowen, Megan'), firstName('Cher')]).toEqual([
    'Adele',
    'Megan',
    'Cher',
  ])
})

test('a long text shows a good part and tells that there is more', () => {
  expect(excerpt('one\n\n two ')).toEqual({ lines: ['one', 'two'], cut: false })
  const long = excerpt('word '.repeat(1000), 100)
  expect(long.cut).toBe(true)
  expect(long.lines.join('').length).toBeLessThanOrEqual(100)
  expect(long.lines.at(-1)).toMatch(/…$/)
  expect(excerpt('a\n'.repeat(20), 1000, 3)).toEqual({ lines: ['a', 'a', 'a'], cut: true })
})

test('buttons that a phone can’t show beside each other stand in rows', () => {
  const button = (words: string) => execute(words, 'status', { project: PROJECT_ID })
  const rows = (...words: string[]) => buttons(words.map(button)).map((row) => row.actions.length)
  expect(rows('Done', 'On track', 'Not on track')).toEqual([3])
  expect(rows('A', 'B', 'C', 'D')).toEqual([3, 1])
  expect(rows('Member Featherstonehaugh', 'Another Featherstonehaugh')).toEqual([1, 1])
  expect(buttons([null])).toEqual([])
})
