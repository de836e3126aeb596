import type { Recap } from './recap'
import { shortened } from './text'

/** The longest recap that is kept beside its card in one stored record, as JSON, in UTF-16 units. */
const MOST = 400_000
/** How long a single text in it may be, tried in turn. */
const LENGTHS = [4_000, 1_000, 250, 60]

/**
 * The recap as it can be kept, whatever everybody wrote in that week: the longest reasons, comments and titles are cut
 * with an ellipsis, as little as need be. The records that they come from keep them whole.
 */
export function keepable(recap: Recap): Recap {
  return LENGTHS.reduce(
    (kept, most) => (JSON.stringify(kept).length <= MOST ? kept : withTextsUpTo(most, recap)),
    recap,
  )
}

function withTextsUpTo(most: number, recap: Recap): Recap {
  const cut = (text: string) => shortened(text, most)
  const titled = <T extends { readonly title: string }>(line: T): T => ({ ...line, title: cut(line.title) })
  return {
    ...recap,
    done: recap.done.map(titled),
    slipped: recap.slipped.map((line) => ({ ...titled(line), why: cut(line.why) })),
    late: recap.late.map(titled),
    blocked: recap.blocked.map((line) => ({
      ...titled(line),
      reason: cut(line.reason),
      unblocks: line.unblocks === null ? null : cut(line.unblocks),
    })),
    comments: recap.comments.map(({ person, text }) => ({ person, text: cut(text) })),
  }
}
