import fc from 'fast-check'
import { decideItem, type ActionItem, type ItemChange } from '../../bot/domain/actionItem'
import { newsFor, whoIsTold } from '../../bot/domain/awaited'
import { changeOf, type Change } from '../../bot/domain/history'
import type { Person } from '../../bot/domain/person'
import { ALEX, aDueDate, anActionItem, inDays, LYNNE, MEGAN, NOW, PATTI, TODAY } from '../support/builders'

/* Lynne waits for Megan's item, due Tuesday 24 November, so that load test 3 can start. */

const START = anActionItem({ due: aDueDate('2026-11-24') })
const move = (days: number, why = 'late files'): ItemChange => ({ kind: 'move', to: inDays(days), why })
const DONE: ItemChange = { kind: 'done' }
const REOPEN: ItemChange = { kind: 'reopen', why: 'two sheets are missing' }

type Step = readonly [by: Person, change: ItemChange]

/** What comes of changes one after the other. */
function after(...steps: readonly Step[]) {
  let item: ActionItem = START
  const history: Change[] = []
  for (const [by, what] of steps) {
    const decision = decideItem(item, what, { by, at: NOW, today: TODAY })
    if (decision.kind !== 'changed') continue
    const why = 'why' in what ? what.why : null
    history.push(changeOf(item.id, item, decision.item, { by, at: NOW, door: 'chat', why }))
    item = decision.item
  }
  return { item, history }
}

function news(steps: readonly Step[], told: number | null = null, person = LYNNE) {
  const { item, history } = after(...steps)
  return newsFor(person, item, history, told).news
}

describe('what somebody who waits does not know yet', () => {
  test('that it is done', () => {
    expect(news([[MEGAN, DONE]])).toEqual({ kind: 'done' })
  })

  test('its new date: from when to when, how much later, who and why', () => {
    expect(news([[MEGAN, move(10)]])).toEqual({
      kind: 'moved',
      by: MEGAN,
      why: 'late files',
      date: { from: '2026-11-24', to: inDays(10), days: 6 },
    })
  })

  test('an earlier date is that many days sooner', () => {
    expect(news([[MEGAN, move(1)]])).toMatchObject({ date: { days: -3 } })
  })

  test('several moves come to one, from the date that they know', () => {
    const steps: Step[] = [
      [MEGAN, move(10)],
      [ALEX, move(20, 'auditors')],
    ]
    expect(news(steps)).toMatchObject({ by: ALEX, why: 'auditors', date: { from: '2026-11-24', days: 16 } })
    expect(news(steps, 2)).toMatchObject({ date: { from: inDays(10), days: 10 } })
  })

  test('that it is not done after all, once they were told that it was', () => {
    expect(
      news(
        [
          [MEGAN, DONE],
          [ALEX, REOPEN],
        ],
        2,
      ),
    ).toEqual({
      kind: 'reopened',
      by: ALEX,
      why: 'two sheets are missing',
      date: null,
    })
    expect(
      news(
        [
          [MEGAN, DONE],
          [ALEX, REOPEN],
          [ALEX, move(10)],
        ],
        2,
      ),
    ).toMatchObject({
      kind: 'reopened',
      date: { days: 6 },
    })
  })
})

describe('nothing is news', () => {
  test.each<[string, Step[], number | null]>([
    [
      'when it was done and opened again before they were told',
      [
        [MEGAN, DONE],
        [ALEX, REOPEN],
      ],
      null,
    ],
    [
      'when it was moved there and back',
      [
        [MEGAN, move(10)],
        [MEGAN, move(4)],
      ],
      null,
    ],
    ['when they know it', [[MEGAN, move(10)]], 2],
    ['when they did it themselves', [[LYNNE, move(10)]], null],
    [
      'when it was done, opened and done again after they were told',
      [
        [MEGAN, DONE],
        [ALEX, REOPEN],
        [MEGAN, DONE],
      ],
      2,
    ],
    ['when work began', [[MEGAN, { kind: 'start' }]], null],
    [
      'when it got its reason for being blocked',
      [[MEGAN, { kind: 'block', reason: 'x', needs: null }]],
      null,
    ],
    [
      'when it was moved and then cancelled',
      [
        [MEGAN, move(10)],
        [ALEX, { kind: 'cancel', why: 'no need' }],
      ],
      null,
    ],
    [
      'when somebody else waits by now',
      [
        [MEGAN, move(10)],
        [MEGAN, { kind: 'edit', for: PATTI }],
      ],
      null,
    ],
  ])('%s', (_, steps, told) => {
    expect(news(steps, told)).toBeNull()
  })

  test('of what was before one began to wait', () => {
    const steps: Step[] = [
      [MEGAN, move(10)],
      [MEGAN, { kind: 'edit', for: PATTI }],
    ]
    expect(news(steps, null, PATTI)).toBeNull()
    expect(news([...steps, [MEGAN, move(12)]], null, PATTI)).toMatchObject({
      date: { from: inDays(10), days: 2 },
    })
  })

  test('their own move stands between: what follows is told from there', () => {
    const steps: Step[] = [
      [LYNNE, move(10)],
      [MEGAN, move(12)],
    ]
    expect(news(steps)).toMatchObject({ date: { from: inDays(10), days: 2 } })
  })
})

test('only the latest change that concerns them speaks', () => {
  const { item, history } = after([MEGAN, move(10)], [MEGAN, move(12)], [MEGAN, { kind: 'start' }])
  expect(newsFor(LYNNE, item, history, null).latest).toBe(3)
})

const anyStep: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(MEGAN, ALEX, LYNNE),
  fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((days) => move(days)),
    fc.constantFrom<ItemChange>(DONE, REOPEN, { kind: 'start' }),
  ),
)

test('whenever the messages go out, who waits knows in the end whether it is done and when it is due', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyStep, fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
      let told: number | null = null
      let knows = { done: false, due: '2026-11-24' as string | undefined }
      const waiting: number[] = []
      steps.forEach(([[by]], index) => {
        const { item, history } = after(...steps.slice(0, index + 1).map(([step]) => step))
        const last = history.at(-1)
        const before = after(...steps.slice(0, index).map(([step]) => step)).item
        if (last && item.version > before.version) {
          if (by === LYNNE) knows = knowledgeOf(item)
          if (whoIsTold(before, item, by)) waiting.push(item.version)
        }
        const isSent = steps[index]?.[1] === true || index === steps.length - 1
        for (const version of isSent ? waiting.splice(0) : []) {
          const { news: fresh, latest } = newsFor(LYNNE, item, history, told)
          if (!fresh || version < latest) continue
          // Never what they know already.
          expect(knowledgeOf(item)).not.toEqual(knows)
          knows = knowledgeOf(item)
          told = item.version
        }
        if (isSent) expect(knows).toEqual(knowledgeOf(item))
      })
    }),
    { numRuns: 500 },
  )
})

function knowledgeOf(item: ActionItem) {
  const done = item.state.status === 'done'
  return { done, due: item.due?.moves.at(-1)?.to ?? item.due?.first }
}
