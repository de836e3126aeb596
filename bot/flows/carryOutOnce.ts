import { carryOut } from './carryOut'
import type { Command, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Commit, Mark, Records } from './ports'
import { headOf } from './projectHead'

/** Something that was asked for, by what stays the same of it however often it arrives. */
export type Occasion = {
  readonly key: Mark['key']
  /** Whether it arrives long after it was asked for, which is when it may have been here before. */
  readonly isLate: boolean
}

/** `before`: the mark of its first time, when this was not it; the outcome then shows what stands. */
export type Done = { readonly outcome: Outcome; readonly before: Mark | null }

/**
 * Carries an order out once, over processes and restarts: a mark is inserted in the transaction of its effect, so a
 * crash leaves both or neither. Whoever comes second loses that insert, writes nothing and gets what stands by then. A
 * turn that writes nothing leaves no mark and costs nothing; only one that arrives late looks for a mark before it acts.
 */
export async function carryOutOnce(deps: FlowDeps, order: Order, occasion: Occasion | null): Promise<Done> {
  if (!occasion || isOnceByItself(order.command)) return first(await carryOut(deps, order))
  const { key, isLate } = occasion
  const mark = isLate ? await deps.records.marked(order.project, key) : null
  if (mark) return { outcome: await asItStands(deps, order, mark), before: mark }
  try {
    return first(await carryOut({ ...deps, records: marking(deps, key) }, order))
  } catch (cause) {
    if (!(cause instanceof CameBefore)) throw cause
    return { outcome: await asItStands(deps, order, cause.mark), before: cause.mark }
  }
}

function first(outcome: Outcome): Done {
  return { outcome, before: null }
}

/**
 * What writes under names that are there once only (the week's asks, its recap, the project over its revision) finds
 * what stands when it is done again. An ask is several transactions, and done again it heals one that was cut short.
 */
function isOnceByItself({ do: what }: Command): boolean {
  return what === 'askNow' || what === 'postRecap' || what === 'saveSetup'
}

/** Ends a flow that came second. Thrown and caught in this file alone: no flow has to know that there are marks. */
class CameBefore extends Error {
  override readonly name = 'CameBefore'

  constructor(readonly mark: Mark) {
    super('This was done before')
  }
}

/** Records whose commits carry the mark: the last one of a command that needs several. */
function marking({ records, clock }: Pick<FlowDeps, 'records' | 'clock'>, key: Mark['key']): Records {
  const marked = (commit: Commit): Commit =>
    commit.more ? commit : { ...commit, mark: { key, at: clock.now(), about: recordOf(commit) } }
  const refuseSecond = async (project: Order['project']): Promise<void> => {
    const mark = await records.marked(project, key)
    if (mark) throw new CameBefore(mark)
  }
  /** The first attempt goes unseen; one that was lost may have been lost to the mark. */
  const making = <Id>(project: Order['project'], make: (id: Id) => Commit | Promise<Commit>) => {
    let attempts = 0
    return async (id: Id): Promise<Commit> => {
      if (attempts++ > 0) await refuseSecond(project)
      return marked(await make(id))
    }
  }
  return {
    ...records,
    async commit(project, commit) {
      const result = await records.commit(project, marked(commit))
      if (result === 'lost') await refuseSecond(project)
      return result
    },
    createItem: (project, make) => records.createItem(project, making(project, make)),
    createIssue: (project, make) => records.createIssue(project, making(project, make)),
  }
}

function recordOf({ changes = [] }: Commit): Mark['about'] {
  const [record] = changes.map((change) => change.record)
  return record === undefined || record === 'project' ? null : record
}

/** What an order was about, as it is now: nothing of it is written. */
async function asItStands(deps: FlowDeps, order: Order, { about }: Mark): Promise<Outcome> {
  const { command } = order
  switch (command.do) {
    case 'answer':
      return carryOut(deps, { ...order, command: { do: 'showCard', week: command.week } })
    case 'editDraft':
      return carryOut(deps, { ...order, command: { do: 'draft' } })
    case 'pause':
    case 'resume':
      return restOf(deps, order)
    default:
      return about === null
        ? carryOut(deps, { ...order, command: { do: 'source' } })
        : carryOut(deps, { ...order, command: { do: 'show', id: about, history: false } })
  }
}

async function restOf({ records }: FlowDeps, { project }: Order): Promise<Outcome> {
  const stored = await records.project(project)
  if (!stored) return { kind: 'notSetUp' }
  const kind = stored.record.state.status === 'paused' ? 'paused' : 'resumed'
  return { kind, project: headOf(stored.record), already: true }
}
