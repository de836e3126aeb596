import { backAgainCard } from '../../cards/chatCards'
import { localeIn } from '../../domain/language'
import type { Project } from '../../domain/project'
import type { Delivery } from '../delivery'
import { NOTHING, UNTRACKED } from './parts'

/** One line in a channel that is back, unless it was paused by then. */
export function backAgain(project: Project): Delivery {
  if (project.state.status !== 'running') return NOTHING
  return {
    kind: 'post',
    recipient: { to: 'channel' },
    card: backAgainCard(project.name, { locale: localeIn(project.language) }),
    ...UNTRACKED,
  }
}
