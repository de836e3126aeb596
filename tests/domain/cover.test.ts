import fc from 'fast-check'
import type { Away } from '../../bot/domain/away'
import { standingAsks, weekProgress } from '../../bot/domain/channelWeek'
import { withAbsences, type Absences, type Soon } from '../../bot/domain/cover'
import type { Ask } from '../../bot/domain/cycle'
import type { PersonId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import { plainDate } from '../../bot/domain/time'
import { ADELE, anActionItem, anAnswer, anAsk, ISAIAH, LYNNE, MEGAN, NOW, PATTI } from '../support/builders'

const UNTIL = plainDate('2026-12-03')
const TEAM: readonly Person[] = [ADELE, MEGAN, ISAIAH, PATTI, LYNNE]
/** Each owns one item, of the number that they have on the team. */
const OPEN = TEAM.slice(0, 4).map((owner, index) => anActionItem({ id: `A-${index + 1}`, owner }))

const askFor = (person: Person, over: Partial<Ask> = {}): Ask =>
  anAsk({
    person,
    items: OPEN.filter(({ owner }) => owner.id === person.id).map(({ id }) => id),
    ...over,
  })

function absences(away: Readonly<Record<string, Person | null>>, over: Partial<Absences> = {}): Absences {
  const theirs = (person: PersonId): Away | null =>
    Object.hasOwn(away, person)
      ? { from: plainDate('2026-11-16'), until: UNTIL, delegate: away[person] ?? null }
      : null
  return {
    now: NOW,
    open: OPEN,
    answers: [],
    awayNow: theirs,
    isMember: (person) => TEAM.some(({ id }) => id === person),
    soon: () => 'now',
    newAsk: (person) => askFor(person, { delivery: { status: 'pending' } }),
    ...over,
  }
}

/** Whose items stand on whose card, and who is asked for by nobody: `Megan: Adele`. */
function inShort(asks: readonly Ask[]): string[] {
  return asks.flatMap(({ person, covers, away }) => [
    ...covers.map(({ owner }) => `${person.name} for ${owner.name}`),
    ...(away && !away.inPlace ? [`nobody for ${person.name}`] : []),
  ])
}

const TWO = [askFor(ADELE), askFor(MEGAN)]
const SOON =
  (answer: Soon) =>
  (person: PersonId): Soon =>
    person === MEGAN.id ? answer : 'now'

test.each<[string, readonly Ask[], Absences, string[]]>([
  ['everybody is there', TWO, absences({}), []],
  ['Adele is away, Megan stands in', TWO, absences({ [ADELE.id]: MEGAN }), ['Megan Bowen for Adele Vance']],
  ['nobody stands in', TWO, absences({ [ADELE.id]: null }), ['nobody for Adele Vance']],
  [
    'Megan is away too, and her Isaiah is not followed for Adele',
    TWO,
    absences({ [ADELE.id]: MEGAN, [MEGAN.id]: ISAIAH }),
    ['nobody for Adele Vance', 'Isaiah Langer for Megan Bowen'],
  ],
  [
    'Lynne, who owns nothing, stands in for two',
    TWO,
    absences({ [ADELE.id]: LYNNE, [MEGAN.id]: LYNNE }),
    ['Lynne Robbins for Adele Vance', 'Lynne Robbins for Megan Bowen'],
  ],
  [
    'the delegate has left the team',
    TWO,
    absences({ [ADELE.id]: MEGAN }, { isMember: (id) => id !== MEGAN.id }),
    ['nobody for Adele Vance'],
  ],
  [
    'Adele has answered before she went',
    [askFor(ADELE, { answeredAt: NOW }), askFor(MEGAN)],
    absences({ [ADELE.id]: MEGAN }),
    [],
  ],
  ['Megan sleeps and can be asked later', TWO, absences({ [ADELE.id]: MEGAN }, { soon: SOON('later') }), []],
  [
    'Megan works again only after the recap',
    TWO,
    absences({ [ADELE.id]: MEGAN }, { soon: SOON('never') }),
    ['nobody for Adele Vance'],
  ],
])('%s', (_, asks, given, expected) => {
  expect(inShort(withAbsences(asks, given))).toEqual(expected)
})

test('a card that waits to be sent is withheld, and goes out when its owner is back', () => {
  const asks = [askFor(ADELE, { delivery: { status: 'pending' } }), askFor(MEGAN)]
  const gone = withAbsences(asks, absences({ [ADELE.id]: MEGAN }))
  expect(gone[0]).toMatchObject({ delivery: { status: 'withheld' }, away: { until: UNTIL, inPlace: MEGAN } })
  const back = withAbsences(gone, absences({}))
  expect(back[0]).toMatchObject({ delivery: { status: 'pending' }, away: null })
  expect(inShort(back)).toEqual([])
})

test('what was answered in somebody’s place stays when they return', () => {
  const gone = withAbsences(TWO, absences({ [ADELE.id]: MEGAN }))
  const answered = gone.map((ask) => ({
    ...ask,
    covers: ask.covers.map((cover) => ({ ...cover, answeredAt: NOW })),
  }))
  expect(withAbsences(answered, absences({}))).toEqual(answered)
  expect(weekProgress(standingAsks(answered, OPEN))).toMatchObject({ asked: 1, away: [{ came: 'answered' }] })
})

test('a delegate who has answered all of their own is waited for again, and no more when the work is taken back', () => {
  const answers = [anAnswer({ person: MEGAN, item: 'A-2' })]
  const asks = [askFor(ADELE), askFor(MEGAN, { answeredAt: NOW })]
  const gone = withAbsences(asks, absences({ [ADELE.id]: MEGAN }, { answers }))
  expect(gone[1]).toMatchObject({ answeredAt: null, items: ['A-2', 'A-1'] })
  expect(withAbsences(gone, absences({}, { answers }))[1]).toMatchObject({ answeredAt: NOW, covers: [] })
})

const persons = fc.constantFrom(...TEAM)
const plans = fc.dictionary(fc.constantFrom(...TEAM.map(({ id }) => id)), fc.option(persons))

test('whoever goes and returns: a second look changes nothing, and everybody’s items stand on one card at most', () => {
  fc.assert(
    fc.property(fc.array(plans, { minLength: 1, maxLength: 4 }), fc.boolean(), (weeks, withLynne) => {
      let asks: readonly Ask[] = TEAM.slice(0, 4).map((person) => askFor(person))
      if (withLynne) asks = [...asks, askFor(LYNNE)]
      for (const away of weeks) {
        const given = absences(away)
        asks = withAbsences(asks, given)
        expect(withAbsences(asks, given)).toEqual(asks)
        const covered = asks.flatMap(({ covers }) => covers.map(({ owner }) => owner.id))
        expect(new Set(covered).size).toBe(covered.length)
        for (const ask of asks) {
          for (const { owner } of ask.covers) {
            const theirs = asks.find(({ person }) => person.id === owner.id)
            expect(theirs?.away?.inPlace).toEqual(ask.person)
            expect(given.awayNow(ask.person.id)).toBeNull()
          }
        }
      }
    }),
    { numRuns: 300 },
  )
})
