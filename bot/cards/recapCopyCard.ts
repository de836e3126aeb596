import type { Card } from './card'
import { small } from './parts'
import { plain } from './text'
import type { Speaker } from './reader'
import { wordsOf } from './words/wordsOf'

/**
 * A posted recap for a further channel of the team: the same card, which says first where it comes from. `home`: the
 * name of the project's own channel, where it is known.
 */
export function recapCopyCard(posted: Card, home: string | null, reader: Speaker): Card {
  const w = wordsOf(reader)
  const from = home === null ? w.recap.ownChannel : w.recap.homeChannel(plain(home, 80))
  return { ...posted, body: [small(w.recap.copyOf(from), 'none'), ...posted.body] }
}
