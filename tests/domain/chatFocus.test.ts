import { focusAfter, isInFocus } from '../../bot/domain/chatFocus'
import type { ProjectId } from '../../bot/domain/ids'
import { instant } from '../../bot/domain/time'

const [hub, erp] = ['hub', 'erp'] as ProjectId[] as [ProjectId, ProjectId]
const at = (time: string) => instant(`2026-11-19T${time}:00Z`)
const known = { project: hub, since: at('10:00'), at: at('10:00') }

test.each([
  ['10:01', '10:01', true],
  ['10:29', '10:29', true],
  ['10:30', '10:30', false],
  // Sent before the talk began, and only here now.
  ['09:59', '10:01', false],
])('what was sent at %s and came at %s is about the project: %s', (sentAt, now, expected) => {
  expect(isInFocus(known, at(sentAt), at(now))).toBe(expected)
})

test('the talk goes on, is renewed after some minutes, and moves to another project', () => {
  expect(focusAfter(known, hub, at('10:02'), at('10:02'))).toBeNull()
  expect(focusAfter(known, hub, at('10:05'), at('10:05'))).toEqual({ ...known, at: at('10:05') })
  expect(focusAfter(known, erp, at('10:02'), at('10:03'))).toEqual({
    project: erp,
    since: at('10:02'),
    at: at('10:03'),
  })
  expect(focusAfter(null, erp, at('10:02'), at('10:03'))).toMatchObject({ project: erp, since: at('10:02') })
})

test('what arrives late changes nothing, and a clock that is hours ahead begins the talk now', () => {
  expect(focusAfter(null, erp, at('10:04'), at('10:03'))).toMatchObject({ since: at('10:04') })
  expect(focusAfter(known, erp, at('09:59'), at('10:03'))).toBeNull()
  expect(focusAfter(null, erp, at('23:00'), at('10:03'))).toEqual({
    project: erp,
    since: at('10:03'),
    at: at('10:03'),
  })
})
