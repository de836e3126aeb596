import { fieldsChanged } from '../domain/history'
import {
  canChangeIssue,
  decideIssue,
  type Issue,
  type IssueChange,
  type IssueDecision,
  type IssueMove,
  type IssueStatus,
} from '../domain/issue'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import { commitIssue } from './commitChange'
import type { FlowDeps } from './deps'
import { withKnownWorkstream } from './knownWorkstream'
import type { IssueView, Outcome } from './outcome'
import { overtakenBy } from './overtakenBy'
import type { Stored } from './ports'
import { issueView, standing, type Look } from './recordView'
import { whichIsTooLong } from './tooLong'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>
type ChangeIssue = Order<CommandOf<'changeIssue'>>
type Case = {
  readonly look: Look
  readonly stored: Stored<Issue>
  readonly view: IssueView
  readonly change: IssueChange
  readonly onCard: boolean
}

/** Moves an issue through its states, or puts its texts right. */
export async function changeIssue(deps: Deps, order: ChangeIssue): Promise<Outcome> {
  return againWhenLost(() => tryToChange(deps, order))
}

async function tryToChange(deps: Deps, order: ChangeIssue): Promise<Outcome | 'lost'> {
  const { records, clock } = deps
  const { project: id, actor, command } = order
  const [project, stored, posted, original] = await Promise.all([
    records.project(id),
    records.issue(id, command.id),
    records.posted(id, command.id),
    command.change.kind === 'duplicate' ? records.issue(id, command.change.of) : null,
  ])
  if (!project) return { kind: 'notSetUp' }
  if (!stored) return { kind: 'notFound', id: command.id }
  const change = within(project.record, command.change)
  if (change.kind === 'duplicate' && !original) return { kind: 'notFound', id: change.of }
  const look: Look = { project: project.record, actor, now: clock.now() }
  if (!mayChange(look, stored.record, change)) {
    const { lead } = project.record
    return { kind: 'notAllowed', who: 'ownerCreatorLead', lead, owner: stored.record.owner }
  }
  const view = issueView(look, stored.record)
  return decide(deps, order, { look, stored, view, change, onCard: posted !== null })
}

async function decide(deps: Deps, order: ChangeIssue, given: Case): Promise<Outcome | 'lost'> {
  const { look, stored, view, change } = given
  const today = dateIn(look.now, look.project.zone)
  const decision = decideIssue(stored.record, change, { by: look.actor.person, at: look.now, today })
  switch (decision.kind) {
    case 'unchanged':
      return { kind: 'record', view, note: { kind: 'unchanged' } }
    case 'missing':
      return formFor(deps, order, given, decision.what)
    case 'refused':
      return (await overtaken(deps, order, given, decision)) ?? refused(deps, order, given, decision)
    case 'changed':
      return (await overtaken(deps, order, given, decision)) ?? save(deps, order, given, decision.issue)
  }
}

async function overtaken(
  deps: Deps,
  order: ChangeIssue,
  { stored, view, change }: Case,
  decision: IssueDecision,
): Promise<Outcome | null> {
  const last = await overtakenBy(deps, {
    project: order.project,
    record: stored.record.id,
    seen: order.command.seen,
    version: stored.record.version,
    fields:
      decision.kind === 'changed'
        ? fieldsChanged(stored.record, decision.issue).map(({ field }) => field)
        : ['state'],
  })
  return last && { kind: 'changedMeanwhile', view, last, yours: change }
}

async function save(deps: Deps, order: ChangeIssue, given: Case, after: Issue): Promise<Outcome | 'lost'> {
  const { look, stored, change, onCard } = given
  const why = 'why' in change ? change.why : null
  const saved = await commitIssue(deps, order, { before: stored, after, onCard, why })
  if (saved === 'lost') return 'lost'
  return {
    kind: 'record',
    view: issueView(look, after),
    note: {
      kind: 'changed',
      by: look.actor.person,
      change: change.kind,
      told: null,
      undo: after.version,
    },
  }
}

async function refused(
  deps: Deps,
  order: ChangeIssue,
  given: Case,
  refusal: Extract<IssueDecision, { kind: 'refused' }>,
): Promise<Outcome> {
  const { view, change } = given
  switch (refusal.because) {
    case 'notAllowed':
      if (change.kind === 'edit') throw new Error('An edit is no move, yet it was refused as one')
      return { kind: 'moveNotAllowed', view, wanted: LEADS_TO[change.kind], allowed: refusal.allowed }
    case 'duplicateOfItself':
      return formFor(deps, order, given, [], 'duplicateOfItself')
    case 'noTitle':
      return formFor(deps, order, given, ['title'])
    case 'titleTooLong':
    case 'textTooLong':
      return whichIsTooLong(change)
  }
}

/** The state that each move is after. */
const LEADS_TO: Readonly<Record<IssueMove, IssueStatus>> = {
  triage: 'triaged',
  fix: 'inProgress',
  retest: 'readyForRetest',
  close: 'closed',
  defer: 'deferred',
  reopen: 'reopened',
  duplicate: 'duplicate',
}

type ChangeForm = Extract<Outcome, { kind: 'changeForm' }>

async function formFor(
  { roster }: Deps,
  order: ChangeIssue,
  { view, change }: Case,
  missing: ChangeForm['missing'],
  problem?: 'duplicateOfItself',
): Promise<ChangeForm> {
  const members = await roster.members(order.project)
  return { kind: 'changeForm', view, change, missing, members, ...(problem && { problem }) }
}

/** Beyond those who may edit it, every member may add: rate it, hand it over, fill in what nobody has written yet. */
function mayChange(look: Look, issue: Issue, change: IssueChange): boolean {
  return canChangeIssue(issue, standing(look), change) || (change.kind === 'edit' && onlyAdds(issue, change))
}

const WRITTEN = ['title', 'details', 'where', 'steps', 'happened', 'workaround', 'workstream'] as const

function onlyAdds(issue: Issue, change: Extract<IssueChange, { kind: 'edit' }>): boolean {
  return WRITTEN.every((field) => {
    const wanted = change[field]
    return wanted === undefined || wanted === issue[field] || isBlank(issue[field])
  })
}

function isBlank(value: string | null): boolean {
  return value === null || value === ''
}

function within(project: Project, change: IssueChange): IssueChange {
  return change.kind === 'edit' ? withKnownWorkstream(change, project) : change
}
