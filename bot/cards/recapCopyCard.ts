import type { Card } from './card'
import { small } from './parts'
import { plain } from './text'

/**
 * A posted recap for a further channel of the team: the same card, which says first where it comes from. `home`: the
 * name of the project's own channel, where it is known.
 */
export function recapCopyCard(posted: Card, home: string | null): Card {
  const from =
    home === null
      ? 'the project’s own channel'
      : `the channel ${plain(home, 80)}, where the project is at home`
  return { ...posted, body: [small(`A copy of the recap in ${from}.`, 'none'), ...posted.body] }
}
