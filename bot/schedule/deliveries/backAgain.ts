import { backAgainCard } from '../../cards/chatCards'
import type { Project } from '../../domain/project'
import { IN_ENGLISH } from '../../cards/words/wordsOf'
import type { Delivery } from '../delivery'
import { NOTHING, UNTRACKED } from './parts'

/** One line in a channel that is back, unless it was paused by then. */
export function backAgain(project: Project): Delivery {
  if (project.state.status !== 'running') return NOTHING
  return {
    kind: 'post',
    recipient: { to: 'channel' },
    card: backAgainCard(project.name, IN_ENGLISH),
    ...UNTRACKED,
  }
}
