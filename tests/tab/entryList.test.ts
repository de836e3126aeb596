import type { EntryDetail, EntryLine, SourcePage } from '../../bot/contract/source'
import type { HistoryLine } from '../../bot/contract/issue'
import { plainDate } from '../../bot/domain/time'
import { partsOf, toCheck, withEntry } from '../../tab/source/entryList'
import {
  changesIn,
  entryHistoryWords,
  pageWords,
  trustWords,
  waitingWords,
  wantedWords,
  writerWords,
} from '../../tab/source/entryWords'
import { editOf } from '../../tab/source/entryEdit'
import { blocksOf, linked } from '../../tab/source/textBlocks'
import { ADELE, ALEX, COPENHAGEN, daysAgo, LYNNE, MEGAN, PATTI } from '../support/builders'

const VERIFIED: EntryLine['freshness'] = { kind: 'verified', daysAgo: 2, until: plainDate('2026-12-01') }
const STALE: EntryLine['freshness'] = { kind: 'stale', since: plainDate('2026-11-07'), everVerified: true }

const anEntry = (over: Partial<EntryLine> = {}): EntryLine => ({
  id: 'S-8',
  title: 'UAT guide',
  kind: 'uat',
  content: { kind: 'text', text: 'Three rounds, each of a week.' },
  owner: LYNNE,
  verified: { by: LYNNE, at: daysAgo(2) },
  freshness: VERIFIED,
  reviewDays: 30,
  toBeRead: null,
  changedAt: daysAgo(2),
  changedBy: LYNNE,
  version: 2,
  canChange: true,
  ...over,
})

const aDetail = (over: Partial<EntryDetail> = {}): EntryDetail => ({
  ...anEntry(over),
  removed: false,
  createdAt: daysAgo(9),
  createdBy: LYNNE,
  reads: null,
  history: [],
  ...over,
})

const aPage = (entries: readonly EntryLine[]): SourcePage => ({
  entries,
  count: { written: 0, verified: 0, stale: 0 },
  colour: { rag: 'green', week: null },
  questions: [],
  anchored: true,
})

const ids = (entries: readonly EntryLine[]) => entries.map(({ id }) => id)

it('puts entries under the parts of the page, and keeps their order', () => {
  const entries = [
    anEntry({ id: 'S-1', kind: 'plan' }),
    anEntry({ id: 'S-3', kind: 'roles' }),
    anEntry(),
    anEntry({ id: 'S-11', kind: 'other' }),
  ]
  expect(partsOf(entries, '').map((part) => [part.key, ids(part.entries)])).toEqual([
    ['planAndScope', ['S-1', 'S-3']],
    ['testAndCutover', ['S-8']],
    ['other', ['S-11']],
  ])
})

it.each(['rounds three', 's-8', 'LYNNE guide', 'uat', 'each  week'])('finds an entry by "%s"', (words) => {
  const other = anEntry({ id: 'S-1', kind: 'plan', title: 'Plan', owner: null, content: { kind: 'empty' } })
  expect(partsOf([other, anEntry()], words).flatMap(({ entries }) => ids(entries))).toEqual(['S-8'])
  expect(partsOf([other], words)).toEqual([])
})

it('asks for a check of the stale ones first, never of what is empty or verified', () => {
  const entries = [
    anEntry({ id: 'S-1', freshness: { kind: 'unverified', days: 2, before: false } }),
    anEntry({ id: 'S-2', freshness: { kind: 'due', days: 3 } }),
    anEntry({ id: 'S-3', freshness: STALE }),
    anEntry({ id: 'S-4', freshness: { kind: 'empty' } }),
    anEntry({ id: 'S-5' }),
  ]
  expect(ids(toCheck(entries))).toEqual(['S-3', 'S-2', 'S-1'])
})

it('shows an entry as it is now in its place, takes a removed one off, and never goes back in time', () => {
  const page = aPage([anEntry({ id: 'S-1', kind: 'plan' }), anEntry({ freshness: STALE })])
  const added = withEntry(page, aDetail({ id: 'S-12', kind: 'plan' }))
  expect(ids(added.entries)).toEqual(['S-1', 'S-12', 'S-8'])
  expect(added.count).toEqual({ written: 3, verified: 2, stale: 1 })
  expect(ids(withEntry(page, aDetail({ removed: true, version: 3 })).entries)).toEqual(['S-1'])
  expect(withEntry(page, aDetail({ title: 'Older', version: 1 }))).toBe(page)
  expect(Object.keys(withEntry(page, aDetail()).entries[1] ?? {})).not.toContain('history')
})

it.each<[EntryLine['freshness'], string]>([
  [{ kind: 'empty' }, 'Not written yet'],
  [VERIFIED, 'Verified by Lynne, 18 Nov'],
  [{ kind: 'due', days: 0 }, 'Check due today'],
  [{ kind: 'due', days: 1 }, 'Check due 1 day ago'],
  [{ kind: 'unverified', days: 3, before: false }, 'Never verified'],
  [{ kind: 'unverified', days: 3, before: true }, 'Changed, not verified since'],
  [STALE, 'Stale since 7 Nov'],
  [{ kind: 'stale', since: plainDate('2026-11-07'), everVerified: false }, 'Stale, never verified'],
])('says how far to trust %j', (freshness, words) => {
  expect(trustWords(anEntry({ freshness }), { zone: COPENHAGEN }).text).toBe(words)
})

it('says who writes an empty place, or could', () => {
  expect(writerWords(MEGAN, { lead: ALEX, me: LYNNE })).toBe('Megan Bowen writes it.')
  expect(writerWords(LYNNE, { lead: ALEX, me: LYNNE })).toBe('You write it.')
  expect(writerWords(null, { lead: ALEX, me: LYNNE })).toBe('Alex Wilber could write it, or you.')
  expect(writerWords(null, { lead: ALEX, me: ALEX })).toBe('You could write it, or anybody on the team.')
})

it('counts what the page holds in one line', () => {
  expect(
    pageWords([anEntry(), anEntry({ freshness: STALE }), anEntry({ freshness: { kind: 'empty' } })]),
  ).toBe('2 entries: 1 verified, 1 stale. 1 place is empty.')
  expect(pageWords([anEntry({ freshness: { kind: 'empty' } })])).toBe('Nothing is written yet.')
})

const aLine = (over: Partial<HistoryLine>): HistoryLine => ({
  record: 'S-8',
  version: 3,
  at: daysAgo(1),
  by: PATTI,
  door: 'tab',
  why: null,
  undoes: null,
  fields: [],
  ...over,
})
const TEXT = { kind: 'text', text: 'Ask Patti.' }

it.each<[string, Partial<HistoryLine>, string]>([
  [
    'writing an empty place',
    {
      version: 1,
      fields: [
        { field: 'content', from: { kind: 'empty' }, to: TEXT },
        { field: 'owner', from: null, to: PATTI },
        { field: 'verified', from: null, to: { by: PATTI } },
      ],
    },
    'wrote it',
  ],
  ['a check', { fields: [{ field: 'verified', from: null, to: { by: PATTI } }] }, 'said it is still true'],
  [
    'a new text for another owner',
    {
      fields: [
        { field: 'content', from: { kind: 'link', url: 'https://a.example' }, to: TEXT },
        { field: 'owner', from: PATTI, to: MEGAN },
      ],
    },
    'changed the text, gave it to Megan',
  ],
  [
    'a move on the page',
    {
      fields: [
        { field: 'kind', from: 'other', to: 'uat' },
        { field: 'reviewDays', from: 90, to: 30 },
      ],
    },
    'put it under UAT',
  ],
  ['another interval', { fields: [{ field: 'reviewDays', from: 30, to: 7 }] }, 'has it checked every week'],
  [
    'a removal taken back',
    { undoes: 2, fields: [{ field: 'state', from: { status: 'removed' }, to: { status: 'standing' } }] },
    'took a change back: put it back',
  ],
  [
    'asking all to read',
    { fields: [{ field: 'toBeRead', from: null, to: 3 }] },
    'asked everybody to read it',
  ],
])('tells %s in a sentence', (_, over, words) => {
  expect(entryHistoryWords(aLine(over))).toBe(words)
})

it('puts two people’s values side by side', () => {
  const last = aLine({
    fields: [
      { field: 'content', from: { kind: 'link', url: 'https://a.example' }, to: TEXT },
      { field: 'owner', from: null, to: MEGAN },
      { field: 'verified', from: null, to: { by: PATTI } },
      { field: 'writtenAt', from: null, to: daysAgo(1) },
    ],
  })
  expect(changesIn(last)).toEqual([
    { what: 'What it says', from: '“https://a.example”', to: '“Ask Patti.”' },
    { what: 'The owner', from: 'no one', to: 'Megan' },
  ])
  expect(wantedWords({ kind: 'edit', owner: ADELE.id, reviewDays: 14 }, () => ADELE.name)).toBe(
    'Adele, every 14 days',
  )
  expect(wantedWords({ kind: 'verify' }, () => '')).toBe('Still true')
})

it('sends only what was changed in the form', () => {
  const typed = {
    title: 'UAT guide',
    kind: 'uat',
    content: 'Three rounds, each of a week.',
    owner: LYNNE.id,
    reviewDays: 30,
    toBeRead: false,
  } as const
  expect(editOf(aDetail(), typed)).toBeNull()
  expect(editOf(aDetail(), { ...typed, kind: 'cutover', owner: MEGAN.id, toBeRead: true })).toEqual({
    kind: 'edit',
    about: 'cutover',
    owner: MEGAN.id,
    toBeRead: true,
  })
})

it('names who waits, the first two', () => {
  const asks = (...people: (typeof ALEX)[]) => people.map((person) => ({ person }))
  expect(waitingWords(asks(LYNNE))).toBe('Lynne')
  expect(waitingWords(asks(LYNNE, PATTI))).toBe('Lynne and Patti')
  expect(waitingWords(asks(LYNNE, PATTI, MEGAN))).toBe('Lynne, Patti and 1 more')
})

it('reads a text in blocks', () => {
  const text = [
    '# Before go-live',
    'One line',
    'and another.',
    '- first',
    '- second',
    '1. one',
    '',
    '| Work | Who |',
    '|---|:--|',
    '| Load | Adele \\| Megan |',
    'The end. | not a table |',
  ].join('\n')
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: 'Before go-live' },
    { kind: 'paragraph', text: 'One line\nand another.' },
    { kind: 'bullets', items: ['first', 'second'] },
    { kind: 'numbers', items: ['one'] },
    { kind: 'table', head: ['Work', 'Who'], rows: [['Load', 'Adele | Megan']] },
    { kind: 'paragraph', text: 'The end. | not a table |' },
  ])
  expect(blocksOf('')).toEqual([])
  expect(blocksOf('| a lone row |')).toEqual([{ kind: 'paragraph', text: '| a lone row |' }])
})

it('makes a bare address a link, and leaves one that is in a link already', () => {
  expect(linked('See https://a.example/b_c.')).toBe('See [a.example/b_c](https://a.example/b_c).')
  expect(linked('[here](https://a.example)')).toBe('[here](https://a.example)')
  expect(linked('http://a.example')).toBe('http://a.example')
})
