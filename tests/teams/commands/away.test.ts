import { ADELE } from '../../support/builders'
import { hearing, saying, LISTENING, short } from './saying'
import { understand } from '../../../bot/teams/commands/understand'

/* It is Thursday 19 November 2026, 11:00 in Copenhagen. */

const SAID: Readonly<Record<string, readonly string[]>> = {
  'away until 2026-12-03': [
    'away until 3 Dec',
    'Away until 3 December.',
    "I'm away until 3 Dec",
    'I am away until 3 Dec please',
    "I'll be away until 3 Dec",
    'out of office until 3 Dec',
    'OOO till 3 Dec',
    'on holiday until Thursday 3 December',
    'I am on leave through 3 Dec',
    'off until 3 Dec',
    'please set me away until 3 Dec',
    'away until 3.12.',
    'away until 2026-12-03',
    'away until 3 Dec for a conference',
  ],
  'away until 2026-12-03 ask Megan Bowen': [
    'away until 3 Dec @Megan',
    'away until 3 Dec, @Megan Bowen',
    'away @Megan until 3 Dec',
    'away until 3 Dec, ask Megan',
    "I'm away until 3 Dec, please ask Megan Bowen",
    'away until 3 Dec delegate: Megan',
    'away until 3 Dec <at>Megan Bowen</at>',
    'out of office until 3 Dec, my deputy is Megan',
  ],
  'away from 2026-12-01 until 2026-12-05': [
    'away 1 Dec to 5 Dec',
    'away from 1 Dec to 5 Dec',
    'away from 1 December until 5 December',
    'away 1 Dec - 5 Dec',
    'away 1 Dec – 5 Dec',
    'away 1-5 Dec',
    'away from 1 to 5 December',
    'away between 1 Dec and 5 Dec',
    'on vacation 1.12. - 5.12.',
    'away from 1 Dec for 5 days',
  ],
  'away from 2026-12-01 until 2026-12-05 ask Megan Bowen': ['away 1 Dec to 5 Dec @Megan'],
  'away from 2026-12-28 until 2027-01-03': ['away 28 Dec to 3 Jan', 'on holiday from 28 Dec until 3 Jan'],
  'away from 2026-11-20 until 2026-11-20': [
    'away tomorrow',
    'I am away tomorrow',
    "I'm out tomorrow",
    'off on Friday',
    'away on 20 Nov',
  ],
  'away from 2026-11-19 until 2026-11-19': ['away today', 'ooo today'],
  'away from 2026-11-23 until 2026-11-27': [
    "I'm on holiday from Monday to Friday",
    'away Monday until Friday',
    'away next week',
    'I am on holiday next week',
    'off all of next week',
  ],
  'away from 2026-11-19 until 2026-11-20': ['away this week', 'away for 2 days'],
  'away from 2026-11-19 until 2026-12-02': ['away for two weeks', 'on leave for the next 2 weeks'],
  'away from 2026-11-23': ['away from Monday', "I'm away from Monday"],
  'away ask Megan Bowen': ['away @Megan'],
  'no date: whenever': ['away until whenever'],
  'no date: 31 Feb': ['away until 31 Feb'],
  'which Tom: Tom Ashby or Tom Bell': ['away until 3 Dec @Tom'],
  'nobody called Zelda': ['away until 3 Dec @Zelda'],
}

const rows = Object.entries(SAID).flatMap(([means, texts]) => texts.map((text) => [text, means] as const))

test.each(rows)('%j says: %s', (text, means) => expect(short(text)).toBe(means))

test.each([
  'away with the fairies',
  'out of memory on the test server',
  'the printer is off since Monday',
  'off track since Monday',
  'out of stock until Friday',
])('%j is no word about being away', (text) => {
  expect(short(text)).not.toMatch(/^away/)
})

test('dates are read as the sender means them', () => {
  expect(short('away until 12/3', { locale: 'en-US' })).toBe('away until 2026-12-03')
  expect(short('away until 12/3', { locale: 'en-GB' })).toBe('away until 2027-03-12')
  expect(short('away until 3 Dec', { me: ADELE })).toBe('away until 2026-12-03')
})

test('a choice among those of one name is kept', () => {
  const said = saying('away until 3 Dec @Tom', { Tom: ADELE })
  expect(understand(said, LISTENING)).toMatchObject({ command: { do: 'away', delegate: ADELE } })
  expect(hearing('away until 3 Dec @Tom')).toMatchObject({ kind: 'whichPerson' })
})
