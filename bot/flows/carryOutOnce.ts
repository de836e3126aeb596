import { isEntryId } from '../domain/ids'
import { weekIn } from '../domain/week'
import { carryOut } from './carryOut'
import { loadChannelWeek } from './channelWeekView'
import type { Command, CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Commit, Mark, Records } from './ports'
import { headOf } from './projectHead'
import { sourceAsItStands } from './sourceAsItStands'

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
 * crash leaves both or neither. Whoever comes second loses that insert, writes nothing and gets what stands by then.
 * What only reads leaves no mark and looks for none, unless it arrives late; a change that found nothing to change looks
 * once whether it is because it was here before.
 */
export async function carryOutOnce(deps: FlowDeps, order: Order, occasion: Occasion | null): Promise<Done> {
  // Each row of a file is a claim of its own, however often it is taken.
  if (!occasion || order.command.do === 'runImport')
    return { outcome: await carryOut(deps, order), before: null }
  const { key, isLate } = occasion
  const mark = isLate ? await deps.records.marked(order.project, key) : null
  if (mark) return { outcome: await asItStands(deps, order, mark), before: mark }
  const wrote = { any: false }
  try {
    const outcome = await carryOut({ ...deps, records: marking(deps, key, wrote) }, order)
    const before =
      !wrote.any && isChange(order.command) ? await deps.records.marked(order.project, key) : null
    return { outcome, before }
  } catch (cause) {
    if (!(cause instanceof CameBefore)) throw cause
    return { outcome: await asItStands(deps, order, cause.mark), before: cause.mark }
  }
}

/** Whether somebody wants something changed that is there already; what is made anew always meets its mark. */
function isChange({ do: what }: Command): boolean {
  return CHANGES.includes(what)
}

const CHANGES: readonly Command['do'][] = [
  ...(['changeItem', 'changeIssue', 'undo', 'answer', 'editDraft'] as const),
  ...(['saveSetup', 'pause', 'resume', 'askNow', 'postRecap'] as const),
  ...(['saveRaising', 'saveAudience', 'saveCorrection', 'snooze'] as const),
  ...(['addEntry', 'changeEntry', 'askLead', 'settleQuestion'] as const),
]

/** Ends a flow that came second. Thrown and caught in this file alone: no flow has to know that there are marks. */
class CameBefore extends Error {
  override readonly name = 'CameBefore'

  constructor(readonly mark: Mark) {
    super('This was done before')
  }
}

/** Records whose commits carry the mark: the last one of a command that needs several. */
function marking(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  key: Mark['key'],
  wrote: { any: boolean },
): Records {
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
  const made = async <Id>(creating: Promise<Id>): Promise<Id> => {
    const id = await creating
    wrote.any = true
    return id
  }
  return {
    ...records,
    async commit(project, commit) {
      const result = await records.commit(project, marked(commit))
      if (result === 'lost') await refuseSecond(project)
      else wrote.any = true
      return result
    },
    createItem: (project, make) => made(records.createItem(project, making(project, make))),
    createIssue: (project, make) => made(records.createIssue(project, making(project, make))),
    createEntry: (project, make) => made(records.createEntry(project, making(project, make))),
  }
}

function recordOf({ changes = [] }: Commit): Mark['about'] {
  const [record] = changes.map((change) => change.record)
  return record === undefined || record === 'project' ? null : record
}

/** What an order was about, as it is now: nothing of it is written. */
async function asItStands(deps: FlowDeps, order: Order, mark: Mark): Promise<Outcome> {
  const { command } = order
  switch (command.do) {
    case 'answer':
    case 'snooze':
      return carryOut(deps, { ...order, command: { do: 'showCard', week: command.week } })
    case 'saveRaising':
      return carryOut(deps, { ...order, command: { do: 'showRaising' } })
    case 'saveAudience':
      return carryOut(deps, { ...order, command: { do: 'showAudience', wanted: null } })
    case 'saveCorrection':
      return carryOut(deps, { ...order, command: { do: 'correctRecap', week: command.week } })
    case 'editDraft':
      return carryOut(deps, { ...order, command: { do: 'draft' } })
    case 'saveSetup':
    case 'pause':
    case 'resume':
    case 'askNow':
    case 'postRecap':
      return projectAsItStands(deps, { ...order, command }, mark)
    case 'readEntry':
    case 'askLead':
    case 'settleQuestion':
    case 'postAnchor':
      return sourceAsItStands(deps, { ...order, command })
    case 'changeEntry':
      return command.onCard === null
        ? recordAsItStands(deps, order, mark)
        : carryOut(deps, { ...order, command: { do: 'showCard', week: command.onCard } })
    default:
      return recordAsItStands(deps, order, mark)
  }
}

function recordAsItStands(deps: FlowDeps, order: Order, { about }: Mark): Promise<Outcome> {
  if (about === null) return carryOut(deps, { ...order, command: { do: 'source' } })
  return isEntryId(about)
    ? carryOut(deps, { ...order, command: { do: 'showEntry', entry: about, history: false } })
    : carryOut(deps, { ...order, command: { do: 'show', id: about, history: false } })
}

async function projectAsItStands(
  deps: FlowDeps,
  { project: id, command }: Order<CommandOf<'saveSetup' | 'pause' | 'resume' | 'askNow' | 'postRecap'>>,
  mark: Mark,
): Promise<Outcome> {
  const project = (await deps.records.project(id))?.record
  if (!project) return { kind: 'notSetUp' }
  const head = headOf(project)
  switch (command.do) {
    case 'saveSetup':
      return { kind: 'projectSaved', project, created: false }
    case 'pause':
    case 'resume':
      return {
        kind: project.state.status === 'paused' ? 'paused' : 'resumed',
        project: head,
        already: true,
      }
    case 'askNow': {
      const view = await loadChannelWeek(deps, project, weekIn(mark.at, project.zone))
      return { kind: 'asked', view, again: true }
    }
    case 'postRecap': {
      const posted = await deps.records.recap(id, command.week ?? weekIn(mark.at, project.zone))
      if (!posted) throw new Error('A recap was marked as posted and is not there')
      return { kind: 'recapPosted', project: head, posted: posted.record, again: true }
    }
  }
}
