import fc from 'fast-check'
import { isDeepStrictEqual as isSame } from 'node:util'
import type { ChannelId, PersonId, ProjectId, TenantId } from '../../bot/domain/ids'
import { toRow } from '../../bot/storage/document'
import type { Storage } from '../../bot/storage/openStorage'
import { openTestStorage } from '../support/azurite'
import {
  aChange,
  ALEX,
  anActionItem,
  anIssue,
  aPostedRecap,
  NOW,
  TENANT,
  THIS_WEEK,
} from '../support/builders'

let storage: Storage
let project: ProjectId
let count = 0

beforeEach(async () => {
  storage = await openTestStorage()
  project = storage.records.idOf(TENANT, `channel-${++count}` as ChannelId)
})

async function keepTitle(title: string): Promise<string> {
  const id = await storage.records.createItem(project, (item) => ({
    items: [{ record: anActionItem({ id: item, title }), over: 'new' }],
  }))
  return (await storage.records.item(project, id))!.record.title
}

const NASTY = [
  '',
  ' leading and trailing ',
  `it's "quoted" and ''doubled''; RowKey ge 'a' or true`,
  'line\r\nbreak\ttab\u0000nul\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff',
  'שלום עולם \u202eright to left\u202c مرحبا',
  '👩‍👩‍👧‍👦 🇩🇰 e\u0301 ﷽',
  '--changeset_1\r\nHTTP/1.1 412 Precondition Failed\r\nETag: x\r\nRowKey=\'1\'\r\n{"odata.error":{"code":"EntityAlreadyExists"}}',
  '{"d0":"x"} \\u0041 \\ \\\\',
  '<at>Megan</at> & <script> %2F / \\ # ?',
]

test.each(NASTY)('a title reads back as it was written: %j', async (title) => {
  expect(await keepTitle(title)).toBe(title)
})

test('any text reads back as it was written', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...NASTY),
  )
  const title = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(title, { minLength: 10, maxLength: 10 }), async (titles) => {
      const items = titles.map((text, index) => anActionItem({ id: `A-${index + 1}`, title: text }))
      const puts = items.map((record) => ({ record, over: 'any' }) as const)
      expect(await storage.records.commit(project, { items: puts })).toBe('saved')
      expect((await storage.records.openItems(project)).map(({ title: text }) => text)).toEqual(titles)
    }),
    { numRuns: 40 },
  )
})

test.each([0, 1])('a long text is never cut inside a character, %d characters further on', (shift) => {
  const record = `${'x'.repeat(shift)}${'😀'.repeat(40_000)}`
  const row = toRow({ partition: 'p', row: 'r' }, 'item', record)
  const properties = Object.values(row).map(String)
  expect(properties.some((text) => /\p{Surrogate}/u.test(text))).toBe(false)
  expect(Math.max(...properties.map((text) => text.length))).toBeLessThanOrEqual(32 * 1024)
  expect(properties.join('')).toContain(record)
})

test('half a character, which no encoding can carry, becomes the replacement character', async () => {
  expect(await keepTitle('a\ud83d b\ude00 \ud83d\ude00 \ude00\ud83d')).toBe('a\ufffd b\ufffd 😀 \ufffd\ufffd')
})

describe('texts of 20,000 characters are kept whole', () => {
  const SIZE = 20_000
  const texts = {
    letters: 'x'.repeat(SIZE),
    emoji: '😀'.repeat(SIZE / 2),
    'emoji off by one': `x${'😀'.repeat(SIZE / 2 - 1)}y`,
    quotes: '"'.repeat(SIZE),
    'three-byte characters': '漢'.repeat(SIZE),
  }

  test.each(Object.entries(texts))('%s, in every text of an issue and its history', async (_, text) => {
    const record = anIssue({
      title: text,
      details: text,
      where: text,
      steps: text,
      happened: text,
      workaround: text,
    })
    const fields = ['title', 'details', 'where'].map((field) => ({
      field,
      from: text,
      to: text,
    }))
    const change = aChange({ record: 'I-7', why: text, fields })
    const result = await storage.records.commit(project, {
      issues: [{ record, over: 'new' }],
      changes: [change],
    })
    expect(result).toBe('saved')
    const { records } = storage
    expect(isSame((await records.issue(project, 'I-7'))?.record, record)).toBe(true)
    expect(isSame(await records.openIssues(project), [record])).toBe(true)
    expect(isSame(await records.history(project, 'I-7'), [change])).toBe(true)
    expect(isSame(await records.changesBetween(project, change.at, NOW), [change])).toBe(true)
  })

  test('a recap with its card of 80 KB', async () => {
    const card = {
      body: Array.from({ length: 800 }, (_, index) => ({ type: 'TextBlock', text: `ü${index}`.padEnd(80) })),
    }
    const record = aPostedRecap({ card })
    await storage.records.commit(project, { recap: { record, over: 'new' } })
    expect((await storage.records.recap(project, THIS_WEEK))?.record).toEqual(record)
  })

  test('what no row can hold is refused with a sentence, and nothing is written', async () => {
    const record = anActionItem({ title: 'x'.repeat(600_000) })
    await expect(storage.records.commit(project, { items: [{ record, over: 'new' }] })).rejects.toThrow(
      'too long for one row',
    )
    expect(await storage.records.item(project, 'A-12')).toBeNull()
  })
})

test('ids of any kind keep channels and people apart', async () => {
  const id = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('/', '\\', '#', '?', '%', '\u0000', '\u007f', '.', '_', '-', '~', 'a', 'A', "'"),
      minLength: 1,
      maxLength: 8,
    }),
  )
  await fc.assert(
    fc.asyncProperty(id, id, id, async (tenant, channel, person) => {
      const mine = storage.records.idOf(tenant as TenantId, channel as ChannelId)
      expect(mine).toMatch(/^[\w.-]+$/)
      const place = { ...ALEX, id: person as PersonId }
      const contact = { person: place, locale: null, zone: null, reference: null, teamsId: channel }
      await storage.people.meet(tenant as TenantId, contact)
      expect(await storage.people.contact(tenant as TenantId, place.id)).toEqual(contact)
      await storage.people.seenIn(tenant as TenantId, place.id, mine)
      expect(await storage.people.projectsOf(tenant as TenantId, place.id)).toContain(mine)
    }),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(fc.tuple(id, id), fc.tuple(id, id), ([t1, c1], [t2, c2]) => {
      fc.pre(t1 !== t2 || c1 !== c2)
      const first = storage.records.idOf(t1 as TenantId, c1 as ChannelId)
      expect(first).not.toBe(storage.records.idOf(t2 as TenantId, c2 as ChannelId))
    }),
  )
})
