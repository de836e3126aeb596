import { settledQuestion, type OpenQuestion } from '../domain/openQuestion'
import { isSamePerson } from '../domain/person'
import type { Project } from '../domain/project'
import { isWritten, type SourceEntry } from '../domain/sourceEntry'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entryBy } from './findEntry'
import type { Outcome, Refusal } from './outcome'
import type { Outgoing } from './outgoing'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { lineOf } from './sourceView'

type Settle = Order<CommandOf<'settleQuestion'>>

/**
 * Answers a waiting question with an entry, by the lead or by who wrote or owns the entry, and tells everybody who waits;
 * or, by the lead, says that it needs no answer. The question's state is the claim: the askers are told once.
 */
export async function settleQuestion(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  order: Settle,
): Promise<Outcome> {
  const { question: id, entry: entryId } = order.command
  return againWhenLost(async () => {
    const [stored, found] = await Promise.all([
      deps.records.project(order.project),
      deps.records.question(order.project, id),
    ])
    if (!stored) return { kind: 'notSetUp' }
    const project = stored.record
    if (!found) return { kind: 'questionGone', project: headOf(project) }
    const entry = entryId === null ? null : ((await entryBy(deps, project, entryId))?.entry ?? null)
    const now = deps.clock.now()
    const line = entry && lineOf(entry, project, now)
    const refusal = refusalFor(order, project, entry)
    if (refusal) return refusal
    const question = settledQuestion(found.record, entryId, order.actor.person, now)
    const head = headOf(project)
    if (!question)
      return { kind: 'questionSettled', project: head, question: found.record, line, again: true }
    const saved = await deps.records.commit(project.id, {
      questions: [{ record: question, over: found.revision }],
      outgoing: tellAskers(order, found.record, now),
    })
    return saved === 'lost'
      ? 'lost'
      : { kind: 'questionSettled', project: head, question, line, again: false }
  })
}

function refusalFor(order: Settle, project: Project, entry: SourceEntry | null): Refusal | null {
  const { entry: id } = order.command
  if (id !== null && (!entry || !isWritten(entry) || entry.state.status === 'removed'))
    return { kind: 'notFound', id }
  const { person } = order.actor
  const isTheirs = [entry?.owner, entry?.createdBy, entry?.changedBy].some((one) =>
    isSamePerson(one ?? null, person),
  )
  return isTheirs || leads(order.actor, project) ? null : onlyTheLead(project)
}

/** Nobody is told of their own doing. */
function tellAskers(
  { actor, command }: Settle,
  { id, askers, version }: OpenQuestion,
  at: Outgoing['at'],
): Outgoing[] {
  const { entry } = command
  if (entry === null) return []
  return askers
    .filter(({ person }) => !isSamePerson(person, actor.person))
    .map(({ person: to }) => ({
      id: `questionAnswered.${id}.v${version}.${to.id}`,
      at,
      what: { kind: 'questionAnswered', question: id, entry, to },
    }))
}
