import { keptQuestion } from './askLead'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entryBy } from './findEntry'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { loadReadNotice } from './readEntry'
import { lineOf } from './sourceView'

type Came = CommandOf<'readEntry' | 'askLead' | 'settleQuestion' | 'postAnchor'>

/** What somebody asked of the source of truth before, as it is now: nothing is written, and nobody is told again. */
export async function sourceAsItStands(
  deps: Pick<FlowDeps, 'records' | 'roster' | 'clock'>,
  { project: id, actor, command }: Order<Came>,
): Promise<Outcome> {
  const project = (await deps.records.project(id))?.record
  if (!project) return { kind: 'notSetUp' }
  const head = headOf(project)
  switch (command.do) {
    case 'readEntry': {
      const notice = await loadReadNotice(deps, project, command.entry, command.version, actor.person)
      return notice ? { kind: 'hasRead', notice } : { kind: 'notFound', id: command.entry }
    }
    case 'askLead': {
      const stored = await deps.records.question(id, keptQuestion(command.question).id)
      if (!stored) return { kind: 'questionGone', project: head }
      return { kind: 'questionWaits', project: head, question: stored.record, again: true }
    }
    case 'settleQuestion': {
      const [stored, found] = await Promise.all([
        deps.records.question(id, command.question),
        command.entry === null ? null : entryBy(deps, project, command.entry),
      ])
      if (!stored) return { kind: 'questionGone', project: head }
      const line = found && lineOf(found.entry, project, deps.clock.now())
      return { kind: 'questionSettled', project: head, question: stored.record, line, again: true }
    }
    case 'postAnchor':
      return { kind: 'anchorPosted', project: head, again: true }
  }
}
