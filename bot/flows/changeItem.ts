import {
  decideItem,
  type ActionItem,
  type ItemChange,
  type ItemDecision,
  type ItemRefusal,
} from '../domain/actionItem'
import { whoIsTold } from '../domain/awaited'
import { fieldsChanged } from '../domain/history'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import { commitItem } from './commitChange'
import type { FlowDeps } from './deps'
import { withKnownWorkstream } from './knownWorkstream'
import type { ItemView, Outcome } from './outcome'
import { overtakenBy } from './overtakenBy'
import type { Stored } from './ports'
import { itemView, type Look } from './recordView'
import { whichIsTooLong } from './tooLong'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>
type ChangeItem = Order<CommandOf<'changeItem'>>
type Case = {
  readonly look: Look
  readonly stored: Stored<ActionItem>
  readonly view: ItemView
  readonly change: ItemChange
  readonly onCard: boolean
}

/** Changes an action item, by its owner, its creator or the lead, and tells who waits for it. */
export async function changeItem(deps: Deps, order: ChangeItem): Promise<Outcome> {
  return againWhenLost(() => tryToChange(deps, order))
}

async function tryToChange(deps: Deps, order: ChangeItem): Promise<Outcome | 'lost'> {
  const { records, clock } = deps
  const { project: id, actor, command } = order
  const [project, stored, posted] = await Promise.all([
    records.project(id),
    records.item(id, command.id),
    records.posted(id, command.id),
  ])
  if (!project) return { kind: 'notSetUp' }
  if (!stored) return { kind: 'notFound', id: command.id }
  const look: Look = { project: project.record, actor, now: clock.now() }
  const view = itemView(look, stored.record)
  if (!view.canChange) return onlyWhoseItIs(project.record, stored.record)
  const change = within(project.record, command.change)
  return decide(deps, order, { look, stored, view, change, onCard: posted !== null })
}

async function decide(deps: Deps, order: ChangeItem, given: Case): Promise<Outcome | 'lost'> {
  const { look, stored, view, change } = given
  const today = dateIn(look.now, look.project.zone)
  const decision = decideItem(stored.record, change, { by: look.actor.person, at: look.now, today })
  switch (decision.kind) {
    case 'unchanged':
      return { kind: 'record', view, note: { kind: 'unchanged' } }
    case 'missing':
      return formFor(deps, order, given, decision.what)
    case 'refused':
      return (await overtaken(deps, order, given, decision)) ?? refused(deps, order, given, decision.because)
    case 'changed':
      return (await overtaken(deps, order, given, decision)) ?? save(deps, order, given, decision.item)
  }
}

async function overtaken(
  deps: Deps,
  order: ChangeItem,
  { stored, view, change }: Case,
  decision: ItemDecision,
): Promise<Outcome | null> {
  const last = await overtakenBy(deps, {
    project: order.project,
    record: stored.record.id,
    seen: order.command.seen,
    version: stored.record.version,
    fields:
      decision.kind === 'changed'
        ? fieldsChanged(stored.record, decision.item).map(({ field }) => field)
        : ['state'],
  })
  return last && { kind: 'changedMeanwhile', view, last, yours: change }
}

async function save(
  deps: Deps,
  order: ChangeItem,
  given: Case,
  after: ActionItem,
): Promise<Outcome | 'lost'> {
  const { look, stored, change, onCard } = given
  const saved = await commitItem(deps, order, { before: stored, after, onCard, why: whyOf(change) })
  if (saved === 'lost') return 'lost'
  return {
    kind: 'record',
    view: itemView(look, after),
    note: {
      kind: 'changed',
      by: look.actor.person,
      change: change.kind,
      told: whoIsTold(stored.record, after, look.actor.person),
      undo: after.version,
    },
  }
}

async function refused(deps: Deps, order: ChangeItem, given: Case, because: ItemRefusal): Promise<Outcome> {
  const { view, change } = given
  switch (because) {
    case 'alreadyDone':
    case 'alreadyCancelled':
      return { kind: 'itemEnded', view }
    case 'notClosed':
      return { kind: 'record', view, note: { kind: 'unchanged' } }
    case 'dateInPast':
      return formFor(deps, order, given, ['date'], 'dateInPast')
    case 'noTitle':
      return formFor(deps, order, given, ['title'])
    case 'titleTooLong':
    case 'textTooLong':
      return whichIsTooLong(change)
  }
}

type ChangeForm = Extract<Outcome, { kind: 'changeForm' }>

async function formFor(
  { roster }: Deps,
  order: ChangeItem,
  { view, change }: Case,
  missing: ChangeForm['missing'],
  problem?: 'dateInPast',
): Promise<ChangeForm> {
  const members = await roster.members(order.project)
  return { kind: 'changeForm', view, change, missing, members, ...(problem && { problem }) }
}

function onlyWhoseItIs(project: Project, item: ActionItem): Outcome {
  return { kind: 'notAllowed', who: 'ownerCreatorLead', lead: project.lead, owner: item.owner }
}

function within(project: Project, change: ItemChange): ItemChange {
  return change.kind === 'edit' ? withKnownWorkstream(change, project) : change
}

/** The reason as typed, for the history's line; what a block waits for is such a reason. */
function whyOf(change: ItemChange): string | null {
  switch (change.kind) {
    case 'move':
    case 'reopen':
    case 'cancel':
      return change.why
    case 'block':
      return change.reason
    case 'done':
    case 'start':
    case 'own':
    case 'edit':
      return null
  }
}
