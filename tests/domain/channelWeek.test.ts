import { weekProgress } from '../../bot/domain/channelWeek'
import { ADELE, ALEX, anAsk, ISAIAH, LYNNE, MEGAN, NOW, PATTI } from '../support/builders'

test('the week’s card counts who has answered, and what waits with those who have not', () => {
  const progress = weekProgress([
    anAsk({ person: MEGAN, answeredAt: NOW }),
    anAsk({ person: ADELE, items: ['A-1', 'A-2', 'A-3'] }),
    anAsk({ person: ISAIAH, items: ['A-4'], delivery: { status: 'pending' } }),
  ])
  expect(progress).toMatchObject({ asked: 3, answered: 1, missing: [ADELE, ISAIAH], itemsWaiting: 4 })
})

test('a card that did not arrive is shown as that, and whether the person was mentioned instead', () => {
  const unreachable = { status: 'unreachable', at: NOW, why: 'notInstalled' } as const
  const progress = weekProgress([
    anAsk({ person: PATTI, delivery: { ...unreachable, fallback: true } }),
    anAsk({ person: LYNNE, delivery: { ...unreachable, why: 'blocked', fallback: false } }),
    anAsk({ person: ALEX, delivery: { status: 'unknown', at: NOW } }),
  ])
  expect(progress.unreached).toEqual([
    { person: PATTI, why: 'notInstalled', mentioned: true },
    { person: LYNNE, why: 'blocked', mentioned: false },
  ])
  expect(progress.unknown).toEqual([ALEX])
})

test('who answered on the tab was reached, wherever the card went', () => {
  const delivery = { status: 'unreachable', at: NOW, why: 'blocked', fallback: true } as const
  expect(weekProgress([anAsk({ delivery, answeredAt: NOW })])).toMatchObject({ answered: 1, unreached: [] })
})

test('before anybody was asked all counts are zero', () => {
  expect(weekProgress([])).toEqual({
    asked: 0,
    answered: 0,
    missing: [],
    itemsWaiting: 0,
    unreached: [],
    unknown: [],
    away: [],
  })
})
