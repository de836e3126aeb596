import { wordsOf, type Words } from '../cards/words/wordsOf'
import {
  changeIssueRequest,
  commentRequest,
  newIssue,
  undoRequest,
  type IssueAnswer,
  type IssueChangeJson,
  type NewIssue,
} from '../contract/issue'
import { listingIn, LOG_PAGE } from '../contract/issueListing'
import { parseRecordId, isItemId, type IssueId } from '../domain/ids'
import type { IssueChange } from '../domain/issue'
import { listed } from '../domain/issueList'
import type { Command } from '../flows/command'
import type { IssueView, Outcome } from '../flows/outcome'
import { searchLog } from '../flows/searchLog'
import { NOTHING_HERE, ok, Refused, type Reply, type Sentence } from './answers'
import { changing, memberOrNobody, order, present } from './changing'
import type { ApiDeps } from './deps'
import { historyLine, issueDetail } from './issueJson'
import type { Visitor } from './visitor'

/** A page of a list: one read of its rows and one more, whatever else there is. */
export async function listIssues(
  { records }: ApiDeps,
  { project, actor }: Visitor,
  query: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const listing = listingIn((name) => query[name], actor.person.id)
  const after = query['after'] ?? null
  const isCursor = after === null || (typeof after === 'string' && after.length <= LONGEST_CURSOR)
  if (!listing || !isCursor) throw new Refused(400, NO_SUCH_LIST)
  const page = await records.issuePage(project.id, listing, { after, limit: LOG_PAGE })
  if (!page) throw new Refused(400, NO_SUCH_LIST)
  return ok(page)
}

const LONGEST_CURSOR = 1_024
const NO_SUCH_LIST: Sentence = (w) => w.tab.noSuchList

/** What the rows of a list that is open somewhere hold now: at most so many at once as one page shows. */
export async function listedNow({ records }: ApiDeps, { project }: Visitor, ids: unknown): Promise<Reply> {
  const wanted = typeof ids === 'string' ? ids.split(',', LOG_PAGE).map(issueIdIn) : []
  const found = await Promise.all([...new Set(wanted)].map((id) => records.issue(project.id, id)))
  return ok({ rows: found.flatMap((one) => (one ? [listed(one.record)] : [])) })
}

/** The issues that hold all the words: open ones unless all are asked for. */
export async function foundIssues(
  { records }: ApiDeps,
  { project }: Visitor,
  { q, which }: Readonly<Record<string, unknown>>,
  isWanted: () => boolean,
): Promise<Reply> {
  const words = typeof q === 'string' ? q.trim() : ''
  if (words === '' || words.length > LONGEST_SEARCH) throw new Refused(400, NO_SUCH_LIST)
  return ok(await searchLog(records, project.id, { words, openOnly: which !== 'all' }, { isWanted }))
}

const LONGEST_SEARCH = 200

export async function showIssue(deps: ApiDeps, visitor: Visitor, id: string): Promise<Reply> {
  const outcome = await order(deps, visitor, { do: 'show', id: issueIdIn(id), history: true })
  if (outcome.kind !== 'record' || outcome.view.record !== 'issue') throw new Refused(404, NOTHING_HERE)
  return ok(issueDetail(outcome.view, deps.links))
}

export async function logIssue(deps: ApiDeps, visitor: Visitor, body: unknown): Promise<Reply> {
  const typed = parsed(newIssue.safeParse(body))
  const outcome = await changing(deps, visitor, asCommand(typed, visitor))
  return answered(deps, visitor, outcome)
}

export async function changeIssue(
  deps: ApiDeps,
  visitor: Visitor,
  id: string,
  body: unknown,
): Promise<Reply> {
  const { change, seen } = parsed(changeIssueRequest.safeParse(body))
  const command = { do: 'changeIssue', id: issueIdIn(id), change: withPeople(change, visitor), seen } as const
  const outcome = await changing(deps, visitor, command)
  return answered(deps, visitor, outcome)
}

export async function commentIssue(
  deps: ApiDeps,
  visitor: Visitor,
  id: string,
  body: unknown,
): Promise<Reply> {
  const { text } = parsed(commentRequest.safeParse(body))
  const outcome = await order(deps, visitor, { do: 'commentIssue', id: issueIdIn(id), text })
  deps.wake(visitor.project.id)
  return answered(deps, visitor, outcome)
}

export async function undoIssue(deps: ApiDeps, visitor: Visitor, id: string, body: unknown): Promise<Reply> {
  const { version } = parsed(undoRequest.safeParse(body))
  const outcome = await changing(deps, visitor, { do: 'undo', id: issueIdIn(id), version })
  return answered(deps, visitor, outcome)
}

function asCommand(typed: NewIssue, visitor: Visitor): Command {
  const { title, details, where, steps, happened, workaround, severity } = typed
  const owner = memberOrNobody(typed.owner, visitor)
  return {
    do: 'logIssue',
    title,
    details,
    where,
    steps,
    happened,
    workaround,
    severity,
    owner,
    conversation: null,
  }
}

/** Ids become people of the roster; somebody who is not on it can't be named. */
function withPeople(change: IssueChangeJson, visitor: Visitor): IssueChange {
  switch (change.kind) {
    case 'triage':
      return { ...change, owner: memberOrNobody(change.owner, visitor) }
    case 'edit': {
      const { owner, kind, ...rest } = change
      const named = owner === undefined ? owner : memberOrNobody(owner, visitor)
      return { kind, ...present({ ...rest, owner: named }) }
    }
    default:
      return change
  }
}

/** How a change ended, in the tab's words, with the record as it is now and its whole history. */
async function answered(deps: ApiDeps, visitor: Visitor, outcome: Outcome): Promise<Reply> {
  const withHistory = async (view: IssueView) => {
    const history = await deps.records.history(visitor.project.id, view.issue.id)
    return issueDetail({ ...view, history }, deps.links)
  }
  const w = wordsOf(visitor.actor)
  const reply = (status: number, body: IssueAnswer): Reply => ({ status, body })
  switch (outcome.kind) {
    case 'record': {
      if (outcome.view.record !== 'issue') break
      const issue = await withHistory(outcome.view)
      const { note } = outcome
      if (note === null || note.kind === 'unchanged') return ok({ kind: 'unchanged', issue })
      return ok({ kind: 'saved', issue, undo: note.kind === 'changed' ? note.undo : null })
    }
    case 'changedMeanwhile': {
      if (outcome.view.record !== 'issue') break
      const issue = await withHistory(outcome.view)
      return reply(409, { kind: 'changedMeanwhile', issue, last: historyLine(outcome.last) })
    }
    case 'moveNotAllowed':
      return reply(409, { kind: 'moveNotAllowed', issue: await withHistory(outcome.view) })
    case 'changeForm': {
      if (outcome.view.record !== 'issue') break
      const issue = await withHistory(outcome.view)
      if (outcome.problem === 'duplicateOfItself') {
        return reply(422, { kind: 'refused', text: w.tab.ofItself(issue.id), issue })
      }
      return reply(422, { kind: 'missing', issue, missing: outcome.missing.map(w.tab.missing) })
    }
    default: {
      const text = refusalWords(outcome, w)
      if (text !== null) return reply(422, { kind: 'refused', text, issue: null })
    }
  }
  throw new Error(`A change of an issue can't end as ${outcome.kind}`)
}

/** One sentence for what was refused; null for what is no refusal. */
function refusalWords(outcome: Outcome, w: Words): string | null {
  switch (outcome.kind) {
    case 'notFound':
      return w.tab.noSuch(outcome.id)
    case 'notAllowed':
      return outcome.who === 'lead'
        ? w.tab.onlyLead(outcome.lead.name)
        : w.tab.onlyReporter(outcome.owner?.name ?? null, outcome.lead.name)
    case 'tooLong':
      return w.tab.tooLong(outcome.length, outcome.most)
    case 'undoTooLate':
      return w.tab.undo[outcome.because]
    default:
      return null
  }
}

/** The issue that an address names; anything else is not there. */
function issueIdIn(text: string): IssueId {
  const id = parseRecordId(text)
  if (id === undefined || isItemId(id)) throw new Refused(404, NOTHING_HERE)
  return id
}

/** What a parser read; a request that no page of ours sends ends with 400. */
export function parsed<T>(result: { success: true; data: T } | { success: false }): T {
  if (!result.success) throw new Refused(400, (w) => w.tab.olderPage)
  return result.data
}
