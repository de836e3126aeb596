import { instant, plainDate } from '../../bot/domain/time'
import { isoWeek } from '../../tab/actionItems/itemList'
import { historyWords } from '../../tab/issueLog/historyWords'
import { actOf } from '../../tab/look/keys'
import { ageDays, agoWords, dateWords, initials } from '../../tab/look/words'
import { aChange, ADELE, at, COPENHAGEN, MEGAN, NOW, TODAY, zone } from '../support/builders'

it.each([
  ['2026-11-20', 'Fri 20 Nov'],
  ['2026-09-01', 'Tue 1 Sep'],
  ['2027-01-11', 'Mon 11 Jan 2027'],
])('says %s as people do', (date, words) => {
  expect(dateWords(plainDate(date), TODAY)).toBe(words)
})

it.each([
  ['just now', at('2026-11-20', '15:00'), 'now'],
  ['minutes ago', at('2026-11-20', '14:35'), '25 min'],
  ['hours ago', at('2026-11-20', '09:00'), '6 h'],
  ['yesterday', at('2026-11-19', '14:02'), 'Thu 14:02'],
  ['weeks ago', at('2026-11-01', '10:00'), '1 Nov'],
])('says how long ago something was: %s', (_, moment, words) => {
  expect(agoWords(moment, Date.parse(NOW), COPENHAGEN)).toBe(words)
})

it('counts days on the project’s wall, not in the browser’s zone', () => {
  const lateEvening = instant('2026-11-19T23:30:00Z')
  expect(ageDays(lateEvening, COPENHAGEN, plainDate('2026-11-20'))).toBe(0)
  expect(ageDays(lateEvening, zone('America/New_York'), plainDate('2026-11-20'))).toBe(1)
})

it.each([
  ['2026-11-16', 47],
  ['2026-12-28', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
])('knows the ISO week that starts on %s', (monday, week) => {
  expect(isoWeek(plainDate(monday))).toBe(week)
})

it.each([
  ['Megan Bowen', 'MB'],
  ['Cher', 'C'],
  ['Ana Maria de la Cruz', 'AC'],
  ['👩‍💻 Dev', '👩D'],
])('makes initials of %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

it.each([
  ['a report', { version: 1 }, 'reported it'],
  [
    'a triage',
    {
      fields: [
        { field: 'severity', from: null, to: 'showStopper' },
        { field: 'owner', from: null, to: ADELE },
        { field: 'state', from: { status: 'new' }, to: { status: 'triaged' } },
      ],
    },
    'triaged it, called it show-stopper, gave it to Adele',
  ],
  ['taking it oneself', { by: MEGAN, fields: [{ field: 'owner', from: null, to: MEGAN }] }, 'took it'],
  [
    'a lowered severity with its reason',
    {
      why: 'orders can be held by hand',
      fields: [{ field: 'severity', from: 'showStopper', to: 'workaround' }],
    },
    'lowered it to workaround: “orders can be held by hand”',
  ],
  [
    'a change taken back',
    { undoes: 2, fields: [{ field: 'owner', from: ADELE, to: null }] },
    'took a change back: took it off Adele',
  ],
])('tells %s in a sentence', (_, over, words) => {
  expect(historyWords(aChange({ record: 'I-7', version: 3, ...over }))).toBe(words)
})

it('leaves letters alone in a field, with Ctrl, and when they are turned off', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false })
  expect(actOf(press('j'), false, true)).toBe('next')
  expect(actOf(press('j'), true, true)).toBeNull()
  expect(actOf(press('f', true), false, true)).toBeNull()
  expect(actOf(press('j'), false, false)).toBeNull()
  expect(actOf(press('ArrowDown'), false, false)).toBe('next')
})
