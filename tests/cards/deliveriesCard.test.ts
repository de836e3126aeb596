import { outcomeCard } from '../../bot/cards/outcomeCard'
import type { DeliveryLine } from '../../bot/flows/deliveriesView'
import type { WeekId } from '../../bot/domain/week'
import { ADELE, at, MEGAN } from '../support/builders'
import { HEAD, READER } from './views'

const reached = { kind: 'reached', at: at('2026-11-19', '10:00') } as const
const LINES: readonly DeliveryLine[] = [
  { what: 'ask', person: MEGAN, fate: reached, answered: false, reminded: false },
  { what: 'ask', person: ADELE, fate: reached, answered: true, reminded: false },
]

/** All that the card says of these messages, in week 47 of 2026. */
function saidOf(lines: readonly DeliveryLine[], week = '2026-W47', locale = READER.locale): string {
  const view = { project: HEAD, weeks: [{ week: week as WeekId, lines }] }
  return JSON.stringify(outcomeCard({ kind: 'deliveries', view }, { ...READER, locale }, {}))
}

test('the lead reads who has not answered, and that they are reminded without being chased', () => {
  expect(saidOf(LINES)).toContain('No answer yet: Megan Bowen"')
  expect(saidOf(LINES)).toContain('at most twice a week')
  expect(saidOf(LINES, '2026-W47', 'de-DE')).toContain('Noch keine Antwort: Megan Bowen"')
})

test('once the recap is posted nobody is reminded any more', () => {
  const said = saidOf([...LINES, { what: 'recap', fate: reached }])
  expect(said).toContain('No answer yet: Megan Bowen"')
  expect(said).not.toContain('at most twice a week')
})

test('a week that is over, or that all have answered, waits for nobody', () => {
  expect(saidOf(LINES, '2026-W46')).not.toContain('No answer yet')
  expect(saidOf(LINES, '2026-W46')).toContain('Nobody has been asked this week.')
  expect(saidOf(LINES.slice(1))).not.toContain('No answer yet')
  expect(saidOf(LINES.slice(1))).toContain('All have answered this week.')
})
