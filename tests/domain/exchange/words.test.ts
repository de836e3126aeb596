import { wordsOf } from '../../../bot/cards/words/wordsOf'
import { EXPORT_WORDS } from '../../../bot/domain/exchange/exportWords'
import { LANGUAGES } from '../../../bot/domain/language'
import { guarded, unguarded, phrase, saysNothing } from '../../../bot/domain/exchange/cell'
import { ownersIn } from '../../../bot/domain/exchange/ownersIn'
import {
  categoryMeant,
  issueStatusMeant,
  itemStatusMeant,
  severitiesMeant,
} from '../../../bot/domain/exchange/stateWords'
import { ADELE, aMember, aPerson, ISAIAH, MEGAN } from '../../support/builders'
import * as fc from 'fast-check'

describe('severities in other people’s words', () => {
  test.each([
    [
      ['High', 'Medium', 'Low'],
      ['showStopper', 'workaround', 'cosmetic'],
    ],
    [
      ['Critical', 'High', 'Medium', 'Low'],
      ['showStopper', 'workaround', 'cosmetic', 'cosmetic'],
    ],
    [
      ['P1', 'P2', 'P3', 'P4'],
      ['showStopper', 'workaround', 'cosmetic', 'cosmetic'],
    ],
    [
      ['1 - Critical', '2 - High', '3 - Medium'],
      ['showStopper', 'workaround', 'cosmetic'],
    ],
    [
      ['Blocker', 'Major', 'Minor', 'Trivial'],
      ['showStopper', 'workaround', 'cosmetic', 'cosmetic'],
    ],
    [
      ['Urgent', 'Normal'],
      ['showStopper', 'workaround'],
    ],
    [
      ['hoch', 'mittel', 'niedrig'],
      ['showStopper', 'workaround', 'cosmetic'],
    ],
    [['very bad'], [undefined]],
  ])('%p', (words, meant) => {
    expect(words.map(severitiesMeant(words))).toEqual(meant)
  })
})

test.each([
  ['Done', 'closed'],
  ['In-Progress', 'inProgress'],
  ['OPEN', 'new'],
  ['Resolved', 'readyForRetest'],
  ['On Hold', 'deferred'],
  ['Re-opened', 'reopened'],
  ['Duplicate of I-3', 'duplicate'],
  ['Escalated', 'triaged'],
  ['Purple', undefined],
])('an issue that is %p elsewhere is %p here', (word, status) => {
  expect(issueStatusMeant(word)).toBe(status)
})

test.each([
  ['Done', 'done'],
  ['In-Progress', 'inProgress'],
  ['Not started', 'open'],
  ['100%', 'done'],
  ['Waiting', 'blocked'],
  ['Dropped', 'cancelled'],
])('an action item that is %p elsewhere is %p here', (word, status) => {
  expect(itemStatusMeant(word)).toBe(status)
})

test('rows of a mixed log are told apart', () => {
  expect(['Issue', 'Risk', 'Action', 'Assumption', 'D', 'Widget'].map(categoryMeant)).toEqual([
    'issue',
    'other',
    'item',
    'other',
    'other',
    undefined,
  ])
})

test.each(LANGUAGES)('our own words mean what we wrote, and are those of the cards: %s', (language) => {
  const { severity, issueStatus, itemStatus, colour } = EXPORT_WORDS[language]
  const of = (names: Readonly<Record<string, string>>, meant: (word: string) => unknown) =>
    Object.entries(names).filter(([meaning, name]) => meant(name) !== meaning)
  expect(of(issueStatus, issueStatusMeant)).toEqual([])
  expect(of(itemStatus, itemStatusMeant)).toEqual([])
  expect(of(severity, severitiesMeant(Object.values(severity)))).toEqual([])
  const small = (names: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(names).map(([meaning, name]) => [meaning, name.toLowerCase()]))
  const { states } = wordsOf({ locale: language })
  expect(small(issueStatus)).toEqual(small(states.issue))
  expect(small(itemStatus)).toEqual(small(states.item))
  expect([severity, colour]).toEqual([states.severity, states.rag])
})

describe('people', () => {
  const members = [
    aMember(MEGAN),
    aMember(ADELE),
    aMember(ISAIAH),
    aMember(aPerson('Isaiah Berg'), { email: 'berg@northwind.example' }),
  ]
  test.each([
    ['Megan Bowen', ['Megan Bowen'], []],
    ['@megan bowen', ['Megan Bowen'], []],
    ['Bowen, Megan', ['Megan Bowen'], []],
    ['Megan', ['Megan Bowen'], []],
    ['M. Bowen', ['Megan Bowen'], []],
    ['megan@northwind.example', ['Megan Bowen'], []],
    ['Megan Bowen <megan@northwind.example>', ['Megan Bowen'], []],
    ['Megan / Adele', ['Megan Bowen', 'Adele Vance'], []],
    ['Megan Bowen and Priya Nair', ['Megan Bowen'], ['Priya Nair']],
    ['Isaiah', [], ['Isaiah']],
    ['TBD', [], []],
    ['-', [], []],
  ])('%p names %p, and not %p', (text, found, unknown) => {
    const named = ownersIn(text, members)
    expect([named.found.map(({ name }) => name), named.unknown]).toEqual([found, unknown])
  })

  test('a name means whom somebody said it means', () => {
    expect(ownersIn('Priya Nair', members, { 'priya nair': MEGAN }).found).toEqual([MEGAN])
    expect(ownersIn('Megan', members, { megan: null })).toEqual({ found: [], unknown: ['Megan'] })
  })
})

test('nothing that could be run as a formula is written to CSV, and every text comes back', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', '"', "'", '', 'a', '(')
  fc.assert(
    fc.property(fc.array(start, { maxLength: 9 }), fc.string(), (signs, rest) => {
      const text = signs.join('') + rest
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguarded(guarded(text))).toBe(text)
    }),
  )
})

test('words are compared without accents and signs', () => {
  expect(phrase("  In-Progress…  Prioritä't ")).toBe('in progress prioritat')
  expect(['n/a', 'TBC', '—', '', '?', 'Open'].map(saysNothing)).toEqual([true, true, true, true, true, false])
})
