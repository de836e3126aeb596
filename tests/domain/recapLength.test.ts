import { keepable } from '../../bot/domain/recapLength'
import { aRecap, MEGAN, NOW } from '../support/builders'

const LONG = 'why '.repeat(5_000).trim()

function withComments(count: number, text: string) {
  return aRecap({ comments: Array.from({ length: count }, () => ({ person: MEGAN, text })) })
}

test('a recap that can be kept is kept as it is', () => {
  const recap = withComments(10, LONG)
  expect(keepable(recap)).toBe(recap)
})

test('one that is too long loses no line, only the ends of its longest texts', () => {
  const short = 'All is well'
  const recap = { ...withComments(40, LONG), note: LONG.slice(0, 2_000) }
  const kept = keepable({ ...recap, comments: [...recap.comments, { person: MEGAN, text: short }] })
  expect(kept.comments).toHaveLength(41)
  expect(kept.comments[0]?.text).toMatch(/^why why .*why…$/)
  expect(kept.comments[0]?.text.length).toBeGreaterThan(3_000)
  expect(kept.comments.at(-1)?.text).toBe(short)
  expect({ ...kept, comments: [] }).toEqual({ ...recap, comments: [] })
})

test('a thousand late items with long titles can be kept', () => {
  const line = { item: 'A-1', title: 'x'.repeat(250), owner: MEGAN, due: aRecap().to, days: 3 } as const
  const kept = keepable(aRecap({ late: Array.from({ length: 1_000 }, () => line), asOf: NOW }))
  expect(kept.late).toHaveLength(1_000)
  expect(JSON.stringify(kept).length).toBeLessThan(400_000)
})
