import { headlineIn } from '../../bot/domain/headline'
import { colourOf } from '../../bot/domain/rag'
import type { RecapInput } from '../../bot/domain/recapDraft'
import {
  aDraft,
  aDraftedRecap,
  aDueDate,
  ALEX,
  anActionItem,
  anIssue,
  aProject,
  daysAgo,
  inDays,
} from '../support/builders'

const blocked = (days: number, over = {}) =>
  anActionItem({
    title: 'Bank interface',
    due: null,
    state: { status: 'blocked', reason: 'x', needs: null, since: daysAgo(days) },
    ...over,
  })
const late = (days: number) => anActionItem({ due: aDueDate(inDays(-days)) })
const moved = () => anActionItem({ due: aDueDate('2026-11-18', ['2026-11-27', 'x', daysAgo(1)]) })
const movedBefore = () =>
  anActionItem({
    due: aDueDate('2026-10-18', ['2026-11-01', 'x', daysAgo(30)], ['2026-11-27', 'x', daysAgo(20)]),
  })
const showStopper = (days: number) =>
  anIssue({ id: 'I-31', severity: 'showStopper', createdAt: daysAgo(days) })
const goLive = (date: string) => aProject({ goLive: aDueDate('2027-01-11', [date, 'x', daysAgo(1)]) })
const amber = (why: string | null) => aDraft({ overallOverride: { colour: 'amber', by: ALEX, why } })

describe('the headline when the lead wrote none', () => {
  test.each<[english: string, german: string, Partial<RecapInput>]>([
    ['All on track', 'Alles im Plan', { items: [anActionItem()] }],
    ['Nothing open', 'Nichts offen', {}],
    ['1 item 3 days late', '1 Aufgabe 3 Tage überfällig', { items: [late(3)] }],
    ['1 item 1 day late', '1 Aufgabe 1 Tag überfällig', { items: [late(1)] }],
    [
      'Bank interface blocked for 9 days, 2 items late',
      'Bank interface seit 9 Tagen blockiert, 2 Aufgaben überfällig',
      { items: [late(1), late(2), blocked(9)] },
    ],
    ['Bank interface blocked', 'Bank interface blockiert', { items: [blocked(0)] }],
    [
      'A-12 blocked for 1 day',
      'A-12 seit 1 Tag blockiert',
      { items: [blocked(1, { title: 'A long title that would not fit on a phone at all' })] },
    ],
    [
      '2 items blocked, one for 4 days',
      '2 Aufgaben blockiert, eine seit 4 Tagen',
      { items: [blocked(4), blocked(1)] },
    ],
    ['2 items blocked', '2 Aufgaben blockiert', { items: [blocked(0), blocked(0)] }],
    [
      'Show-stopper I-31 open for 3 days',
      'Blockierendes Problem I-31 seit 3 Tagen offen',
      { issues: [showStopper(3)] },
    ],
    ['2 show-stoppers open', '2 blockierende Probleme offen', { issues: [showStopper(3), showStopper(1)] }],
    ['Show-stopper I-31 open', 'Blockierendes Problem I-31 offen', { issues: [showStopper(0)] }],
    [
      '7 show-stoppers open, 1 item 2 days late',
      '7 blockierende Probleme offen, 1 Aufgabe 2 Tage überfällig',
      { items: [late(2)], issues: Array.from({ length: 7 }, () => showStopper(1)) },
    ],
    [
      'Go-live 21 days later than first planned',
      'Go-live 21 Tage später als zuerst geplant',
      { project: goLive('2027-02-01') },
    ],
    ['1 item moved', '1 Aufgabe verschoben', { items: [moved()] }],
    ['2 items moved', '2 Aufgaben verschoben', { items: [moved(), moved()] }],
    ['Some items were moved', 'Einige Aufgaben wurden verschoben', { items: [movedBefore()] }],
    ['Amber, set by Alex Wilber', 'Gelb, gesetzt von Alex Wilber', { draft: amber(null) }],
    ['People are tired', 'People are tired', { draft: amber('People are tired\nand ill') }],
    [
      'Show-stopper I-31 open for 3 days, Bank interface blocked for 9 days, 1 item 2 days late',
      'Blockierendes Problem I-31 seit 3 Tagen offen, Bank interface seit 9 Tagen blockiert, 1 Aufgabe 2 Tage überfällig',
      { items: [blocked(9), late(2), moved()], issues: [showStopper(3)], project: goLive('2027-02-01') },
    ],
  ])('%s: %s', (english, german, over) => {
    const recap = aDraftedRecap(over)
    expect(recap.headline).toBe(english)
    expect(headlineIn(recap, 'de')).toBe(german)
    const theirs = aDraftedRecap({ ...over, project: { ...aProject(), ...over.project, language: 'de' } })
    expect(theirs.headline).toBe(german)
    expect(headlineIn(theirs, 'en')).toBe(english)
  })

  test('never says that all is on track when the colour is not green', () => {
    const trouble: Partial<RecapInput>[] = [
      { items: [late(1)] },
      { items: [blocked(0)] },
      { issues: [showStopper(0)] },
      { project: aProject({ goLive: aDueDate('2027-01-11', ['2027-01-12', 'x', daysAgo(9)]) }) },
      { draft: aDraft({ overallOverride: { colour: 'red', by: ALEX, why: null } }) },
    ]
    for (const over of trouble) {
      const it = aDraftedRecap({ items: [anActionItem()], ...over })
      expect(colourOf(it.overall)).not.toBe('green')
      expect(it.headline).not.toMatch(/on track|nothing open/i)
    }
  })
})

test('what the lead wrote stays as it is in every language', () => {
  const written = aDraftedRecap({ draft: aDraft({ headline: 'Load test 3 slips, go-live holds' }) })
  expect(headlineIn(written, 'de')).toBe('Load test 3 slips, go-live holds')
})
