const Sequencer = require('@jest/test-sequencer').default

/** Begun last, one of them would run on alone. */
const LONG = [
  'schedule/thousand',
  'e2e/story',
  'chaos/chaos',
  'local/seedDemo',
  'tenYears/slices',
  'tab/pages',
  'tab/states',
  'tab/source',
  'tab/triage',
]

/** The longest first, then in Jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = LONG.findIndex((name) => path.includes(`/${name}.test.`))
      return found < 0 ? LONG.length : found
    }
    return super.sort(tests).toSorted((a, b) => place(a) - place(b))
  }
}
