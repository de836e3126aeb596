import { aMember, aPerson, MEGAN } from '../../support/builders'
import { understand } from '../../../bot/teams/commands/understand'
import { hearing, LISTENING, saying, short } from './saying'

/** Who `own A-1 <name>` gives it to. */
function owner(name: string, members = LISTENING.members): string {
  return short(`own A-1 ${name}`, { members }).replace('A-1 own owner=', '')
}

test.each([
  ['Megan Bowen', 'Megan Bowen'],
  ['megan bowen', 'Megan Bowen'],
  ['MEGAN', 'Megan Bowen'],
  ['@Megan', 'Megan Bowen'],
  ['@ Megan', 'Megan Bowen'],
  ['Meg', 'Megan Bowen'],
  ['Megan B', 'Megan Bowen'],
  ['Megan B.', 'Megan Bowen'],
  ['Meg Bow', 'Megan Bowen'],
  ['Bowen', 'Megan Bowen'],
  ['Bowen Megan', 'Megan Bowen'],
  ['Bowen, Megan', 'Megan Bowen'],
  ['megan@northwind.example', 'Megan Bowen'],
  ['Meagn Bowen', 'Megan Bowen'],
  ['Megan Bowden', 'Megan Bowen'],
  ['Mgan', 'Megan Bowen'],
  ['Isaiha Langer', 'Isaiah Langer'],
  ['Søren', 'Søren Ødegård'],
  ['soren odegard', 'Søren Ødegård'],
  ['SØREN ØDEGÅRD', 'Søren Ødegård'],
  ['me', 'Alex Wilber'],
  ['I', 'Alex Wilber'],
  ['myself', 'Alex Wilber'],
  ['Tom Bell', 'Tom Bell'],
  ['Tom B', 'Tom Bell'],
  ['Tom', 'which Tom: Tom Ashby or Tom Bell'],
  ['tom', 'which tom: Tom Ashby or Tom Bell'],
  ['Zed', 'nobody called Zed'],
  ['Me', 'Alex Wilber'],
  ['Megan Fox', 'nobody called Megan Fox'],
  ['somebody else entirely', 'nobody called somebody else entirely'],
  ['M', 'nobody called M'],
  ['?', 'own needs person'],
])('%j is %s', (name, person) => expect(owner(name)).toBe(person))

const named = (...names: string[]) => names.map((name) => aMember(aPerson(name)))

test.each([
  ['an exact name is not drowned by longer ones', 'Ann', ['Ann', 'Anna Berg', 'Anne Holm'], 'Ann'],
  ['a given name comes before a last name', 'Scott', ['Scott Hill', 'Ann Scott'], 'Scott Hill'],
  ['a given name comes before a prefix', 'Jo', ['Jo Lund', 'John Wu'], 'Jo Lund'],
  [
    'a prefix of two people is a choice',
    'Ann',
    ['Anna Berg', 'Anne Holm'],
    'which Ann: Anna Berg or Anne Holm',
  ],
  ['a roster that puts last names first', 'Megan Bowen', ['Bowen, Megan'], 'Bowen, Megan'],
  ['a given name in such a roster', 'Megan', ['Bowen, Megan', 'Megans, Bo'], 'Bowen, Megan'],
  ['a note in brackets', 'Megan Bowen', ['Megan Bowen (ACME)'], 'Megan Bowen (ACME)'],
  ['a middle name left out', 'Megan Bowen', ['Megan Louise Bowen'], 'Megan Louise Bowen'],
  ['an accent left out', 'Zoe', ['Zoë Müller'], 'Zoë Müller'],
  ['an apostrophe', 'OBrien', ["Sean O'Brien"], "Sean O'Brien"],
  ['a hyphen', 'Anne Marie', ['Anne-Marie Dubois'], 'Anne-Marie Dubois'],
  ['a name in another script', '田中', ['田中 太郎'], '田中 太郎'],
  [
    'a slip that fits two people is a choice',
    'Jann',
    ['Jana Lind', 'Jane Wood'],
    'which Jann: Jana Lind or Jane Wood',
  ],
  [
    'two people of one name are a choice',
    'Ann Berg',
    ['Ann Berg', 'Ann  Berg'],
    'which Ann Berg: Ann Berg or Ann  Berg',
  ],
])('%s', (_, typed, names, person) =>
  expect(
    owner(
      typed,
      named(...names).map((member) => ({
        ...member,
        givenName: member.name.includes(',') ? null : member.givenName,
      })),
    ),
  ).toBe(person),
)

test('a choice holds however the name was spelt', () => {
  const said = saying('own A-1 TOM', { Tom: MEGAN })
  expect(understand(said, LISTENING)).toMatchObject({ command: { change: { kind: 'own', owner: MEGAN } } })
})

test('only the id and the name of a member go on into a record', () => {
  expect(hearing('own A-1 Lynne')).toMatchObject({
    command: { change: { owner: { name: 'Lynne Robbins' } } },
  })
  const understood = hearing('own A-1 Lynne')
  if (
    understood.kind !== 'command' ||
    understood.command.do !== 'changeItem' ||
    understood.command.change.kind !== 'own'
  )
    throw new Error(understood.kind)
  expect(Object.keys(understood.command.change.owner ?? {}).sort()).toEqual(['id', 'name'])
})

test('a person chosen under a name like a property of every object is no person', () => {
  expect(owner('constructor')).toBe('nobody called constructor')
  expect(owner('__proto__')).toBe('nobody called __proto__')
})
