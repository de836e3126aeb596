import { canChangeItem, type ActionItem } from '../domain/actionItem'
import type { Change } from '../domain/history'
import type { WorkstreamId } from '../domain/ids'
import { canChangeIssue, type Issue } from '../domain/issue'
import type { Project } from '../domain/project'
import { dateIn, type Instant } from '../domain/time'
import type { Actor } from './command'
import type { IssueView, ItemView } from './outcome'
import { headOf } from './projectHead'

/** Who looks at which project, when. */
export type Look = { readonly project: Project; readonly actor: Actor; readonly now: Instant }

/** An action item with what its card shows to this person. */
export function itemView(look: Look, item: ActionItem, history: readonly Change[] | null = null): ItemView {
  return {
    record: 'item',
    project: headOf(look.project),
    item,
    workstream: workstreamName(look.project, item.workstream),
    today: dateIn(look.now, look.project.zone),
    canChange: canChangeItem(item, standing(look)),
    history,
  }
}

/** An issue with what its card shows to this person. */
export function issueView(look: Look, issue: Issue, history: readonly Change[] | null = null): IssueView {
  return {
    record: 'issue',
    project: headOf(look.project),
    issue,
    workstream: workstreamName(look.project, issue.workstream),
    today: dateIn(look.now, look.project.zone),
    canChange: canChangeIssue(issue, standing(look)),
    history,
  }
}

/** What somebody is to a project, for the rules of who may change what. */
export function standing({ project, actor }: Pick<Look, 'project' | 'actor'>) {
  return {
    person: actor.person,
    isLead: actor.person.id === project.lead.id,
    ownsTeam: actor.ownsTeam,
  }
}

function workstreamName(project: Project, id: WorkstreamId | null): string | null {
  return project.workstreams.find((workstream) => workstream.id === id)?.name ?? null
}
