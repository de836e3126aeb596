import fc from 'fast-check'
import { evenly, slidingWindows, type Limit, type Window } from '../../bot/schedule/pace'
import { TEAMS_LIMITS } from '../../bot/schedule/pacing'

const WINDOWS = TEAMS_LIMITS.conversation
/** Ms between one wish to send and the next: bursts, single ones, and long pauses. */
const gaps = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40_000 })),
  { minLength: 1, maxLength: 250 },
)

/** When each request wanted to leave and when it did, one after the other. */
function paced(limit: Limit, pauses: readonly number[]) {
  let wish = 1_000_000
  let last = wish
  return pauses.map((pause) => {
    wish += pause
    const asked = Math.max(wish, last)
    const left = Math.ceil(limit.freeAt(asked))
    limit.take(left)
    last = left
    return { asked, left }
  })
}

/** How many of these stand in the window that ends at a moment, that moment included. */
const within = (moments: readonly number[], { within: ms }: Window, end: number) =>
  moments.filter((at) => at > end - ms && at <= end).length

test('a conversation never gets more than any window allows', () => {
  fc.assert(
    fc.property(gaps, (pauses) => {
      const moments = paced(slidingWindows(WINDOWS), pauses).map(({ left }) => left)
      for (const window of WINDOWS) {
        for (const end of moments) expect(within(moments, window, end)).toBeLessThanOrEqual(window.most)
      }
    }),
  )
})

test('nobody waits for nothing: a millisecond sooner some window would have been too full', () => {
  fc.assert(
    fc.property(gaps, (pauses) => {
      const requests = paced(slidingWindows(WINDOWS), pauses)
      requests.forEach(({ asked, left }, index) => {
        if (left === asked) return
        const before = requests.slice(0, index).map((one) => one.left)
        const tooFull = WINDOWS.filter((window) => within(before, window, left - 1) >= window.most)
        expect(tooFull).not.toEqual([])
      })
    }),
  )
})

test('a tenant is asked at most 50 times in any second, and 48 times on average while there is more to ask', () => {
  const { perSecond, burst } = TEAMS_LIMITS.tenant!
  fc.assert(
    fc.property(gaps, fc.array(fc.nat(45), { minLength: 250, maxLength: 250 }), (pauses, lateness) => {
      const limit = evenly(perSecond, burst)
      let last = 0
      const moments = pauses.map((pause, index) => {
        last = Math.ceil(limit.freeAt(last + pause)) + (lateness[index] ?? 0)
        limit.take(last)
        return last
      })
      for (const end of moments)
        expect(within(moments, { within: 1_000, most: 50 }, end)).toBeLessThanOrEqual(50)
    }),
  )
  const rush = paced(
    evenly(perSecond, burst),
    Array.from({ length: 1_000 }, () => 0),
  )
  expect((rush.at(-1)!.left - rush[0]!.left) / 1_000).toBeLessThanOrEqual(21)
})

test('a request that comes a little late has those after it make up for it', () => {
  const limit = evenly(50, 2)
  limit.take(0)
  limit.take(35)
  expect(limit.freeAt(36)).toBe(36)
})

test.each([
  ['windows', () => slidingWindows(WINDOWS)],
  ['an even pace', () => evenly(48, 2)],
])('%s whose clock is set back by an hour go on within seconds', (_which, make) => {
  const limit = make()
  for (let sent = 0; sent < 7; sent++) limit.take(4_000_000)
  const back = 4_000_000 - 3_600_000
  expect(limit.freeAt(back) - back).toBeLessThanOrEqual(1_000)
})

test('what somebody waits for is counted though there is no room, and the others wait for it', () => {
  const limit = slidingWindows([{ within: 1_000, most: 2 }])
  for (const at of [0, 10, 20]) limit.take(at)
  expect(limit.freeAt(30)).toBe(1_010)
})
