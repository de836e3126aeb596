import fc from 'fast-check'
import { understand } from '../../../bot/teams/commands/understand'
import { VERBS } from '../../../bot/teams/commands/verbs'
import { hearing, inShort, LISTENING, saying, short } from './saying'

const words = fc.constantFrom(...VERBS.flatMap(({ words }) => [...words] as string[]))
const pieces = fc.oneof(
  words,
  fc.constantFrom(
    'A-12',
    'I-7',
    '<at>Megan Bowen</at>',
    '@Tom',
    'by',
    'for',
    'to',
    'Friday',
    '15.12.',
    'unblocks',
    '#training',
    'because',
    '\n',
    ',',
    ':',
    '?',
    'show stopper',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
)

test('whatever is said, an answer comes, and the sentence comes back with it where it is asked about', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const understood = hearing(text)
      if ('text' in understood) expect(understood.text).toBe(text)
    }),
    { numRuns: 1_000 },
  )
})

test('whatever the locale, an answer comes', () => {
  fc.assert(
    fc.property(
      anything,
      fc.oneof(
        fc.string(),
        fc.constantFrom('de', 'fr', 'ja', 'zh-CN', 'ru', 'en-US', 'es', 'pt-BR', 'nl', 'it'),
      ),
      (text, locale) => {
        hearing(`move A-1 to ${text}`, { locale })
        hearing(`action x by ${text}`, { locale })
      },
    ),
    { numRuns: 300 },
  )
})

const casing = (text: string, capitals: readonly boolean[]) =>
  Array.from(text, (letter, at) =>
    capitals[at % capitals.length] ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('')

test('capitals in a verb or a number change nothing', () => {
  const sentences = fc.constantFrom(
    ...VERBS.map(({ example }) => example).filter(
      (example) => !/action|issue|block|move|rename|cancel|defer|reopen|workaround/.test(example),
    ),
  )
  fc.assert(
    fc.property(sentences, fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (sentence, capitals) => {
      const said = sentence.replace('@person', '@Megan').replace('@owner', '@Megan')
      expect(short(casing(said, capitals))).toBe(short(said))
    }),
  )
})

test('a guess is a sentence that is understood', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const understood = hearing(text)
      if (understood.kind !== 'didYouMean') return
      expect(understood.guesses.length).toBeGreaterThan(0)
      expect(understood.guesses.length).toBeLessThanOrEqual(2)
      for (const guess of understood.guesses)
        expect(inShort(understand({ ...saying(guess), mentions: [] }, LISTENING))).not.toMatch(
          /^(?:notUnderstood|did you mean)/,
        )
    }),
    { numRuns: 1_000 },
  )
})

test('a title keeps every word that is no part of the grammar', () => {
  const title = fc
    .array(fc.stringMatching(/^[a-z]{7,12}$/), { minLength: 2, maxLength: 30 })
    .map((list) => `Send ${list.join(' ')}`)
  fc.assert(
    fc.property(title, (text) =>
      expect(short(`action ${text} @Megan by Friday`)).toBe(
        `action [${text}] owner Megan Bowen by 2026-11-20`,
      ),
    ),
  )
})

const LONG = 20_000
const HOSTILE: Readonly<Record<string, string>> = {
  spaces: ' '.repeat(LONG),
  'spaces with an end': `done${' '.repeat(LONG)}x`,
  'line ends': `action x${'\n'.repeat(LONG)}y`,
  'by by by': `action ${'by '.repeat(LONG / 3)}`,
  'by Friday again and again': `action x ${'by Friday '.repeat(LONG / 10)}`,
  'unblocks again and again': `action x ${'unblocks '.repeat(LONG / 9)}`,
  'at signs': `action ${'@a '.repeat(LONG / 3)}`,
  'at signs alone': `action ${'@'.repeat(LONG)}`,
  hashes: `action ${'#data '.repeat(LONG / 6)}`,
  'for Tom again and again': `action ${'for Tom '.repeat(LONG / 8)}`,
  digits: `move A-12 to ${'1'.repeat(LONG)}`,
  dates: `move A-12 to ${'15 Dec '.repeat(LONG / 7)}`,
  slashes: `move A-12 to ${'1/'.repeat(LONG / 2)}`,
  'to to to': `move A-12 ${'to '.repeat(LONG / 3)}`,
  'because because': `block A-12 ${'because '.repeat(LONG / 8)}`,
  colons: `block A-12 ${':'.repeat(LONG)}`,
  please: 'please '.repeat(LONG / 7),
  'please at the end': `done A-12 ${'please '.repeat(LONG / 7)}`,
  quotes: '"'.repeat(LONG),
  tags: '<at>'.repeat(LONG / 4),
  'tags without an end': `<at>${'x'.repeat(LONG)}`,
  entities: '&nbsp;'.repeat(LONG / 6),
  letters: 'a'.repeat(LONG),
  'one issue': `issue ${'a'.repeat(LONG)}`,
  ids: 'A-12 '.repeat(LONG / 5),
  'ids done': `done ${'A-12 '.repeat(LONG / 5)}`,
  severities: `triage I-7 ${'sev '.repeat(LONG / 4)}`,
  'the the the': `show ${'the '.repeat(LONG / 4)}`,
  emoji: '👩‍💻'.repeat(LONG / 5),
  brackets: `own A-12 ${'('.repeat(LONG)}`,
  marks: '\ufdd0'.repeat(LONG),
  accents: `own A-12 e${'\u0301'.repeat(LONG)}`,
}

test.each(Object.entries(HOSTILE))('twenty thousand characters of %s are answered at once', (_, text) => {
  const members = Array.from({ length: 500 }, (_, at) => ({
    ...LISTENING.members[at % LISTENING.members.length]!,
    name: `Person Number${at}`,
  }))
  const before = process.cpuUsage()
  hearing(text, { members })
  hearing(text, { members, locale: 'de-DE' })
  // Time of this process alone, so that a busy machine changes nothing.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})

test('a mention of somebody whose name is typed by others as a mark stays a character', () => {
  expect(short('action send \ufdd0 file @Megan')).toBe('action [send \ufffd file] owner Megan Bowen')
})

test('forty mentions do not get in each other’s way', () => {
  const text = `action invite ${'<at>Adele Vance</at> '.repeat(40)}by Friday`
  expect(short(text)).toContain('by 2026-11-20')
})
