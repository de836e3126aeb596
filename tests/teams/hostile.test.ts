import fc from 'fast-check'
import { tablesConnection } from '../support/azurite'
import {
  type Activity,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  wordsIn,
  type TeamsTrial,
} from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
let trial: TeamsTrial

beforeAll(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
})
afterAll(() => trial.close())
beforeEach(() => void (trial.logged.length = 0))

const LONG = 'Nothing of what is pasted may get lost, wherever it is cut. '.repeat(334).slice(0, 20_000)

describe('a person who pastes 20,000 characters', () => {
  test('as an issue, has them kept whole', async () => {
    const [card] = await trial.say(alex, 'general', `issue Totals are wrong\n${LONG}`)
    expect(wordsIn(card)).toContain('I-1')
    const issue = await trial.records.issue(trial.project('general'), 'I-1')
    expect(issue?.record.details.replace(/\s+/g, ' ')).toContain(LONG.trim().replace(/\s+/g, ' '))
  })

  test('as nothing in particular, gets help', async () => {
    const [card] = await trial.say(alex, 'general', LONG)
    expect(wordsIn(card)).toContain('Nothing of what is pasted')
  })

  test('as the reason of a move, has it refused or kept, and is told which', async () => {
    const [item] = await trial.say(alex, 'general', 'action x <at>Megan Bowen</at> by 4 Dec', megan)
    const data = { project: trial.project('general'), id: 'A-1', seen: 1 }
    const answer = await trial.tap(
      megan,
      'general',
      item!,
      { verb: 'item.move', data },
      { newDate: '2026-12-18', why: LONG },
    )
    expect(answer.statusCode).toBe(200)
    const stored = await trial.records.item(trial.project('general'), 'A-1')
    const kept = stored?.record.due?.moves.at(-1)?.why ?? ''
    expect(kept.length === 0 || kept.replace(/\s+/g, ' ').trim() === LONG.replace(/\s+/g, ' ').trim()).toBe(
      true,
    )
  })
})

const HOSTILE: [string, (good: Activity) => unknown][] = [
  ['a text that is a number', (good) => ({ ...good, text: 7 })],
  ['no text', (good) => ({ ...good, text: null })],
  ['markup', (good) => ({ ...good, text: '<script>alert(1)</script> {{x}} ${y} [a](javascript:b)' })],
  ['control characters', (good) => ({ ...good, text: 'action \u0000\u0007\u202e x \ud800 @megan' })],
  [
    'a mention without a person',
    (good) => ({ ...good, entities: [{ type: 'mention', text: '<at>x</at>' }] }),
  ],
  ['entities that are none', (good) => ({ ...good, entities: 'many' })],
  ['thousands of entities', (good) => ({ ...good, entities: Array.from({ length: 2000 }, () => mention()) })],
  ['a conversation that is empty', (good) => ({ ...good, conversation: {} })],
  [
    'a conversation id that is a number',
    (good) => ({ ...good, conversation: { ...good.conversation, id: 7 } }),
  ],
  ['no recipient', (good) => ({ ...good, recipient: undefined })],
  ['no sender', (good) => ({ ...good, from: undefined })],
  ['a sender without an Entra id', (good) => ({ ...good, from: { id: 'x', name: 'x' } })],
  [
    'an Entra id with the characters of a key',
    (good) => ({ ...good, from: { id: 'x', aadObjectId: "a/b\\c#d?e'f\u0000" } }),
  ],
  [
    'a channel id with the characters of a key',
    (good) => ({ ...good, channelData: channel("a/b\\c#?'\u0000\n") }),
  ],
  ['a channel id of 4,000 characters', (good) => ({ ...good, channelData: channel('c'.repeat(4000)) })],
  ['a locale that is none', (good) => ({ ...good, locale: 'xx-invalid-locale-$$' })],
  ['a locale of 10,000 characters', (good) => ({ ...good, locale: 'e'.repeat(10_000) })],
  ['an unknown type', (good) => ({ ...good, type: 'earthquake' })],
  ['an invoke of another kind', (good) => ({ ...good, type: 'invoke', name: 'fileConsent/invoke' })],
  [
    'an invoke without a value',
    (good) => ({ ...good, type: 'invoke', name: 'adaptiveCard/action', value: null }),
  ],
  ['a prototype for a verb', (good) => invoke(good, '__proto__', {})],
  ['a constructor for a verb', (good) => invoke(good, 'constructor', {})],
  ['data that is a list', (good) => invoke(good, 'item.show', [1, 2])],
  [
    'data with a prototype',
    (good) => invoke(good, 'week.answer', JSON.parse('{"__proto__.x":"y","why.__proto__":"z"}')),
  ],
  ['a project that is an object', (good) => invoke(good, 'item.show', { project: { a: 1 }, id: 'A-1' })],
  [
    'a project id with the characters of a key',
    (good) => invoke(good, 'item.show', { project: "a/b'c#", id: 'A-1' }),
  ],
  [
    'a record number out of all range',
    (good) => invoke(good, 'item.show', { project: 'p', id: 'A-99999999999' }),
  ],
  ['replies that are expected in the answer', (good) => ({ ...good, deliveryMode: 'expectReplies' })],
]

test.each(HOSTILE)('%s is no reason to fall over', async (_what, change) => {
  const { status } = await trial.post(change(message()))
  expect([200, 400, 401, 501]).toContain(status)
  expect(trial.logged.filter(({ level }) => level === 'error')).toEqual([])
})

test('whatever arrives under a good token, the bot stands', async () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(message())), json, async (name, value) => {
      const { status } = await trial.post({ ...message(), [name]: value })
      expect(status).toBeLessThan(502)
      expect([500, 503]).not.toContain(status)
    }),
    { numRuns: 60 },
  )
})

test('whatever a card sends, the tap is answered', async () => {
  const verbs = fc.constantFrom(
    'item.move',
    'setup.save',
    'week.answer',
    'draft.save',
    'issue.edit',
    'say',
    'items.page',
  )
  const field = fc.constantFrom(
    'why',
    'newDate',
    'why.A-1',
    'seen',
    'week',
    'page',
    'filter',
    'text',
    'name',
    'zone',
  )
  const data = fc.dictionary(field, fc.oneof(fc.string(), fc.integer(), fc.jsonValue({ maxDepth: 2 })))
  await fc.assert(
    fc.asyncProperty(verbs, data, async (verb, typed) => {
      const own = { project: trial.project('general'), id: 'A-1', seen: 1, week: '2026-W47', item: 'A-1' }
      const { status, text } = await trial.post(invoke(message(), verb, { ...own, ...typed }))
      expect(status).toBe(200)
      expect(text).not.toContain('That did not work')
    }),
    { numRuns: 60 },
  )
})

function message() {
  return trial.messageBy(alex, 'general', 'help')
}

function mention() {
  return {
    type: 'mention',
    text: '<at>Megan Bowen</at>',
    mentioned: { id: 'user-id-1', name: 'Megan Bowen' },
  }
}

function channel(id: string) {
  const { channelData } = message() as { channelData?: object }
  return { ...channelData, team: { id: GENERAL }, channel: { id } }
}

function invoke(good: object, verb: string, data: unknown) {
  const value = { action: { type: 'Action.Execute', verb, data } }
  return { ...good, type: 'invoke', name: 'adaptiveCard/action', replyToId: '17', value }
}
