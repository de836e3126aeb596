import fc from 'fast-check'
import { readLink } from '../../bot/domain/link'
import {
  blankEntry,
  canChangeEntry,
  decideEntry,
  standingEntries,
  untouched,
  type EntryChange,
  type SourceEntry,
} from '../../bot/domain/sourceEntry'
import { ENTRY_KINDS, USUAL_PLACES, usualReviewDays } from '../../bot/domain/sourceKinds'
import { ADELE, ALEX, anEntry, at, ISAIAH, MEGAN, NOW, PATTI } from '../support/builders'

const TODAY = { by: ALEX, at: NOW }
const place = untouched(USUAL_PLACES[8]!, 'en')

function decided(entry: SourceEntry, change: EntryChange, by = ALEX): SourceEntry {
  const decision = decideEntry(entry, change, { by, at: NOW })
  if (decision.kind !== 'changed') throw new Error(`${decision.kind}: ${JSON.stringify(decision)}`)
  return decision.entry
}

describe('what may be kept as a link', () => {
  test.each([
    [
      'https://contoso.sharepoint.com/sites/erp/plan.xlsx?d=1#top',
      'https://contoso.sharepoint.com/sites/erp/plan.xlsx?d=1#top',
    ],
    ['  <https://contoso.example/a> ', 'https://contoso.example/a'],
    ['www.contoso.example/a', 'https://www.contoso.example/a'],
    ['HTTPS://Contoso.example', 'HTTPS://Contoso.example'],
    ['https://contoso.example/a_(b)[c]', 'https://contoso.example/a_%28b%29%5Bc%5D'],
    ['https://contoso.example:8443/a', 'https://contoso.example:8443/a'],
    ['https://contoso.example/ü', 'https://contoso.example/ü'],
  ])('%s is kept as %s', (typed, url) => expect(readLink(typed)).toEqual({ kind: 'link', url }))

  test.each([
    'http://contoso.example',
    'ftp://contoso.example/a',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,hi',
    'file:///etc/passwd',
    'mailto:alex@contoso.example',
    'https://alex@contoso.example',
    'https://alex:secret@contoso.example/a',
    'https://localhost',
    'https://',
    `https://contoso.example/${'a'.repeat(2000)}`,
  ])('%s is refused', (typed) => expect(readLink(typed)).toEqual({ kind: 'refused' }))

  test.each(['', 'Ask Megan', 'see https://contoso.example', 'note: ask Megan', 'Weekdays: Megan'])(
    '%j is a text',
    (typed) => expect(readLink(typed)).toEqual({ kind: 'text' }),
  )

  test('whatever is typed, what is kept ends no markdown and hides no host', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ['https'], withFragments: true, withQueryParameters: true }),
        fc.string(),
        (url, tail) => {
          const read = readLink(url + tail)
          if (read.kind === 'link') expect(read.url).not.toMatch(/[()<>"`\\[\]{}|^*\s]/)
        },
      ),
    )
  })
})

describe('writing an entry', () => {
  test('at an empty place makes the writer its owner, who vouches for it', () => {
    const entry = decided(place, { kind: 'edit', content: 'https://contoso.example/cutover' }, ISAIAH)
    expect(entry).toMatchObject({
      title: 'Cut-over guide',
      kind: 'cutover',
      content: { kind: 'link', url: 'https://contoso.example/cutover' },
      owner: ISAIAH,
      verified: { by: ISAIAH, at: NOW },
      writtenAt: NOW,
      createdBy: ISAIAH,
      version: 1,
    })
  })

  test('for somebody else waits for their word', () => {
    const entry = decided(
      place,
      { kind: 'edit', content: 'Friday 17:00, stop posting.', owner: ISAIAH },
      ALEX,
    )
    expect(entry).toMatchObject({ owner: ISAIAH, verified: null, writtenAt: NOW })
    expect(entry.content).toEqual({ kind: 'text', text: 'Friday 17:00, stop posting.' })
  })

  test('anew by somebody else keeps who verified what it said before', () => {
    const entry = decided(
      anEntry({ owner: MEGAN }),
      { kind: 'edit', content: 'https://contoso.example/2' },
      ALEX,
    )
    expect(entry.verified).toEqual({ by: MEGAN, at: at('2026-11-16') })
    expect(entry.writtenAt).toBe(NOW)
  })

  test('a place may be given to somebody before anything is written there', () => {
    const entry = decided(place, { kind: 'edit', owner: ISAIAH })
    expect(entry).toMatchObject({
      owner: ISAIAH,
      content: { kind: 'empty' },
      writtenAt: null,
      verified: null,
    })
  })

  test('a new kind brings its usual interval, unless one is given', () => {
    const entry = anEntry({ kind: 'plan', reviewDays: 14 })
    expect(decided(entry, { kind: 'edit', about: 'scope' }).reviewDays).toBe(usualReviewDays('scope'))
    expect(decided(entry, { kind: 'edit', about: 'scope', reviewDays: 7 }).reviewDays).toBe(7)
  })

  test('everybody may be asked to read it: that very version', () => {
    const entry = decided(anEntry({ version: 4 }), { kind: 'edit', content: 'New rule.', toBeRead: true })
    expect([entry.version, entry.toBeRead]).toEqual([5, 5])
    expect(decided(entry, { kind: 'edit', title: 'Plan' }).toBeRead).toBe(5)
  })

  test('stands again at a place that was removed', () => {
    const gone = anEntry({ state: { status: 'removed', by: ALEX, at: NOW } })
    expect(decided(gone, { kind: 'edit', content: 'https://contoso.example/3' }).state.status).toBe(
      'standing',
    )
  })

  test.each([
    ['no title', { title: ' ' }, 'noTitle'],
    ['a title of 251 letters', { title: 'a'.repeat(251) }, 'titleTooLong'],
    ['a text of 20,001 letters', { content: 'a'.repeat(20_001) }, 'textTooLong'],
    ['an address that is not https', { content: 'http://contoso.example' }, 'badLink'],
    ['an interval of no days', { reviewDays: 0 }, 'badInterval'],
    ['an interval of over a year', { reviewDays: 366 }, 'badInterval'],
    ['an interval of half a day', { reviewDays: 0.5 }, 'badInterval'],
  ] as const)('%s is refused', (_, fields, because) => {
    expect(decideEntry(anEntry(), { kind: 'edit', ...fields }, TODAY)).toEqual({ kind: 'refused', because })
  })

  test('nothing at an empty place is refused, and what stands already changes nothing', () => {
    expect(decideEntry(place, { kind: 'edit' }, TODAY)).toEqual({ kind: 'refused', because: 'noContent' })
    const entry = anEntry()
    expect(decideEntry(entry, { kind: 'edit', title: entry.title }, TODAY)).toEqual({
      kind: 'unchanged',
      entry,
    })
  })
})

describe('confirming and removing', () => {
  test('"still true" is said by whoever says it, once within the hour', () => {
    const entry = decided(anEntry({ owner: MEGAN }), { kind: 'verify' }, ALEX)
    expect(entry.verified).toEqual({ by: ALEX, at: NOW })
    expect(decideEntry(entry, { kind: 'verify' }, TODAY).kind).toBe('unchanged')
    expect(decideEntry(entry, { kind: 'verify' }, { by: MEGAN, at: NOW }).kind).toBe('changed')
    expect(decideEntry(entry, { kind: 'verify' }, { by: ALEX, at: at('2026-11-21') }).kind).toBe('changed')
  })

  test('of an empty place nobody can say that it is true', () => {
    expect(decideEntry(place, { kind: 'verify' }, TODAY)).toEqual({ kind: 'refused', because: 'noContent' })
  })

  test('a place that a project does not need goes, also an empty one', () => {
    expect(decided(place, { kind: 'remove' }).state).toEqual({ status: 'removed', by: ALEX, at: NOW })
    expect(standingEntries([decided(place, { kind: 'remove' })], 'en').map(({ id }) => id)).not.toContain(
      'S-9',
    )
  })
})

describe('who may change an entry', () => {
  const somebody = (person: typeof ALEX, over = {}) => ({ person, isLead: false, ownsTeam: false, ...over })

  test.each([
    ['its owner', somebody(MEGAN), true],
    ['who created it', somebody(ADELE), true],
    ['the lead', somebody(ALEX, { isLead: true }), true],
    ['an owner of the team', somebody(ISAIAH, { ownsTeam: true }), true],
    ['another member', somebody(PATTI), false],
  ])('%s', (_, actor, may) => {
    expect(canChangeEntry(anEntry({ owner: MEGAN, createdBy: ADELE }), actor)).toBe(may)
  })

  test('anybody writes at an empty place, unless it was given to somebody', () => {
    expect(canChangeEntry(place, somebody(PATTI))).toBe(true)
    expect(canChangeEntry({ ...place, owner: ISAIAH, createdBy: ALEX }, somebody(PATTI))).toBe(false)
  })
})

describe('the page', () => {
  test('begins with the usual ten as empty places, in the order of what they are about', () => {
    const page = standingEntries([], 'en')
    expect(page.map(({ id }) => id)).toEqual(USUAL_PLACES.map(({ id }) => id))
    expect(page.every(({ content }) => content.kind === 'empty')).toBe(true)
    expect(new Set(USUAL_PLACES.map(({ kind }) => kind))).toEqual(
      new Set(ENTRY_KINDS.filter((kind) => kind !== 'other')),
    )
  })

  test('keeps its order whatever is written, changed or renamed', () => {
    const own = anEntry({ id: 'S-11', kind: 'roles', title: 'AAA' })
    const page = standingEntries([own, anEntry({ id: 'S-9', kind: 'cutover', title: 'ZZZ' })], 'en')
    expect(page.map(({ id }) => id).slice(0, 5)).toEqual(['S-1', 'S-2', 'S-3', 'S-11', 'S-4'])
  })

  test('an entry whose creation is taken back is no longer on it', () => {
    expect(standingEntries([blankEntry('S-12', ALEX, NOW)], 'en').map(({ id }) => id)).not.toContain('S-12')
  })
})
