import type * as AdaptiveCards from 'adaptivecards'
import MarkdownIt from 'markdown-it'
import { execute, parseCardAction } from '../../bot/cards/actions'
import { bytesOf, fieldValueOf, MOST_BYTES, storedCard, summaryOf, type Card } from '../../bot/cards/card'
import { guidanceCard } from '../../bot/cards/guidanceCard'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import { recapCard } from '../../bot/cards/recapCard'
import { aChange, aDueDate, anAsk, aPerson, at, inDays } from '../support/builders'
import { gallery } from './gallery'
import {
  anIssueView,
  anItemView,
  answered,
  aWeeklyRow,
  aWeeklyView,
  HEAD,
  LATE,
  MEMBERS,
  READER,
  RECAP,
} from './views'
import { longest } from './hardCases'
import { createRequire } from 'node:module'

/** The package's main file is for bundlers; this is the same for Node. */
const { AdaptiveCard, SerializationContext, Version } = createRequire(__filename)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards

type Part = { readonly [key: string]: unknown }

/** Every object in the card that has a type: elements, actions, text runs. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && typeof value.type === 'string' ? [value as Part] : []
  return [...own, ...Object.entries(value).flatMap(([key, part]) => (key === 'data' ? [] : partsOf(part)))]
}

const CARDS = [...gallery(), ...longest()].map(([name, card]) => [name, card] as const)

describe.each(CARDS)('%s', (_, card: Card) => {
  const parts = partsOf(card)

  test('is a card that the renderer reads without a complaint', () => {
    const context = new SerializationContext(new Version(1, 5))
    const parsed = new AdaptiveCard()
    parsed.parse(JSON.parse(JSON.stringify(card)), context)
    const complaints = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    )
    // Teams reads `choices.data` in cards of any version, the other clients leave it aside.
    expect(complaints.filter((complaint) => !complaint.includes('choices.data'))).toEqual([])
    expect(parsed.validateProperties().validationEvents.map((event) => event.message)).toEqual([])
    expect(card.version).toBe('1.5')
  })

  test('is light enough to send', () => {
    expect(bytesOf(card)).toBe(Buffer.byteLength(JSON.stringify(card)))
    expect(bytesOf(card)).toBeLessThan(MOST_BYTES)
  })

  test('says in one short line what a notification shows', () => {
    expect(summaryOf(card)).toMatch(/^\S.{3,}$/)
    expect(summaryOf(card).length).toBeLessThan(500)
  })

  test('has no more than three buttons beside each other, each with few words', () => {
    for (const row of parts.filter((part) => part['type'] === 'ActionSet')) {
      expect((row['actions'] as unknown[]).length).toBeLessThanOrEqual(3)
    }
  })

  test('has buttons whose data is read back', () => {
    for (const button of parts.filter((part) => part['type'] === 'Action.Execute')) {
      const data: unknown = JSON.parse(JSON.stringify(button['data']))
      expect(parseCardAction(button['verb'], data)).toMatchObject({ verb: button['verb'] })
    }
  })

  test('names each input once, hides no question that must be answered', () => {
    const inputs = parts.filter((part) => String(part['type']).startsWith('Input.'))
    const ids = inputs.map((input) => input['id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(inputs.filter((input) => input['isRequired'])).toEqual([])
    for (const input of inputs) expect(input['label'] ?? input['title']).toBeTruthy()
  })

  test('is made of elements that phones know', () => {
    const known =
      /^(AdaptiveCard|TextBlock|TextRun|RichTextBlock|Container|Column|ColumnSet|ActionSet|Input\.(Text|Date|ChoiceSet|Toggle)|Action\.(Execute|OpenUrl|ToggleVisibility)|Data\.Query)$/
    expect(parts.map((part) => part['type']).filter((type) => !known.test(String(type)))).toEqual([])
    const sets = parts.filter((part) => part['type'] === 'ColumnSet')
    expect(sets.filter((set) => (set['columns'] as unknown[]).length > 3)).toEqual([])
  })

  test('survives being stored', () => {
    expect(storedCard(fieldValueOf(card))).toEqual(JSON.parse(JSON.stringify(card)))
  })
})

const NASTY =
  '**bold** _it_ [x](javascript:alert(1)) ![i](http://x/y.png) <at>Megan</at> `c` ~~s~~ &lt;b&gt; {{DATE(2026-11-20T00:00:00Z)}} C:\\dir http://x_y_z # - 1.'
const STARTS = [
  '# no heading',
  '- no list',
  '* no list',
  '+ no list',
  '1. no list',
  '2) no list',
  '> no quote',
  '=== no line',
  '--- no line',
  '    no code',
  '```js',
]

/** What a reader sees of a TextBlock: the text of the HTML that Teams' markdown makes, and the tags in it. */
function seen(markdown: string) {
  const html = new MarkdownIt({ html: false }).render(markdown)
  const tags = [...html.matchAll(/<(\w+)/g)].map((match) => match[1]).filter((tag) => tag !== 'p')
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
  return { tags, text }
}

function nastyCards(nasty: string): readonly (readonly [string, Card])[] {
  const somebody = aPerson(nasty)
  const item = {
    ...LATE,
    title: nasty,
    owner: somebody,
    for: somebody,
    unblocks: nasty,
    due: aDueDate('2026-11-06', ['2026-11-16', nasty]),
    state: { status: 'blocked', reason: nasty, needs: somebody, since: at('2026-11-01') },
  } as const
  const issue = {
    title: nasty,
    where: nasty,
    steps: `${nasty}\n${nasty}`,
    happened: nasty,
    details: nasty,
    workaround: nasty,
    owner: somebody,
    reporter: somebody,
  }
  const head = { ...HEAD, name: nasty, customer: nasty, lead: somebody }
  const history = [
    aChange({ by: somebody, why: nasty, fields: [{ field: 'title', from: nasty, to: nasty }] }),
  ]
  const says = { kind: 'notOnTrack', why: nasty, newDate: null, needs: somebody } as const
  return [
    [
      'item',
      outcomeCard(
        {
          kind: 'record',
          view: anItemView(item, { project: head, workstream: nasty, history }),
          note: { kind: 'changed', by: somebody, change: 'own', told: somebody, undo: 2 },
        },
        READER,
      ),
    ],
    [
      'issue',
      outcomeCard(
        {
          kind: 'record',
          view: anIssueView(
            {
              ...issue,
              state: { status: 'deferred', acceptedBy: somebody, at: at('2026-11-19'), why: nasty },
            },
            { history },
          ),
          note: null,
        },
        READER,
      ),
    ],
    [
      'weekly',
      outcomeCard(
        {
          kind: 'weeklyCard',
          view: aWeeklyView({
            project: head,
            ask: anAsk({ person: somebody, comment: nasty }),
            rows: [aWeeklyRow(item, { lastWeek: says }), answered(item, says)],
          }),
          stillLate: [],
        },
        READER,
      ),
    ],
    [
      'recap',
      recapCard(
        {
          ...RECAP,
          project: { name: nasty, customer: nasty },
          headline: nasty,
          note: nasty,
          editedBy: somebody,
          blocked: RECAP.blocked.map((line) => ({ ...line, title: nasty, reason: nasty })),
          comments: [{ person: somebody, text: nasty }],
        },
        READER,
      ),
    ],
    [
      'conflict',
      outcomeCard(
        {
          kind: 'changedMeanwhile',
          view: anItemView(item),
          last: aChange({ by: somebody, why: nasty }),
          yours: { kind: 'move', to: inDays(3), why: nasty },
        },
        READER,
      ),
    ],
    ['too long', outcomeCard({ kind: 'tooLong', field: nasty, length: 1, most: 1, text: nasty }, READER)],
    [
      'which person',
      guidanceCard({ kind: 'whichPerson', said: nasty, name: nasty, people: MEMBERS }, HEAD.id, READER),
    ],
    ['did you mean', guidanceCard({ kind: 'didYouMean', said: nasty, guesses: [nasty] }, HEAD.id, READER)],
  ]
}

test.each(nastyCards(NASTY))('what people write shows as they wrote it: %s', (_, card) => {
  const blocks = partsOf(card).filter((part) => part['type'] === 'TextBlock')
  const texts = blocks.map((block) => seen(String(block['text'])))
  expect(texts.flatMap(({ tags }) => tags)).toEqual([])
  expect(texts.some(({ text }) => text.includes(NASTY.slice(0, 38)))).toBe(true)
  for (const block of blocks) expect(String(block['text'])).not.toMatch(/\{\{|(^|[^\\])<at>/)
})

test.each(STARTS)('a line that begins like markdown stays a line: %s', (start) => {
  for (const [, card] of nastyCards(start)) {
    const blocks = partsOf(card).filter((part) => part['type'] === 'TextBlock')
    const texts = blocks.map((block) => seen(String(block['text'])))
    expect(texts.flatMap(({ tags }) => tags)).toEqual([])
    expect(texts.some(({ text }) => text.includes(start.trim()))).toBe(true)
  }
})

test('words from right to left leave the line around them in order', () => {
  const [[, card] = []] = nastyCards('שלום עולם')
  const meta = partsOf(card).map((part) => (typeof part['text'] === 'string' ? part['text'] : ''))
  expect(meta.some((text) => text.includes('\u2068שלום עולם\u2069'))).toBe(true)
})

test('a button is one of ours', () => {
  const button = execute('Done', 'item.done', { project: HEAD.id, id: 'A-12', seen: 3 })
  expect(button).toEqual({
    type: 'Action.Execute',
    title: 'Done',
    verb: 'item.done',
    data: { project: HEAD.id, id: 'A-12', seen: 3 },
  })
})
