import { useCallback, useEffect, useState } from 'react'
import type { HistoryLine, IssueChangeJson, IssueDetail, IssueRow } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import type { ProjectFacts } from '../../bot/contract/session'
import { useTab } from '../data/tab'
import { reference } from '#words/common'
import { NOTHING_CHANGED } from '#words/reach'
import { type StatusKey } from '../look/words'

const issueAnswer = () => import('../../bot/contract/issue').then((shapes) => shapes.issueAnswer)
/** Loaded once the page stands; where it can't be had then, when something was answered. */
const words = () => import('./changeWords')
const issueDetail = () => import('../../bot/contract/issue').then((shapes) => shapes.issueDetail)

/** Somebody was first: their change stands, and this one waits for a choice. */
export type Conflict = {
  readonly id: string
  readonly yours: IssueChangeJson
  readonly last: HistoryLine
}

export type Changing = {
  readonly details: ReadonlyMap<string, IssueDetail>
  readonly conflict: Conflict | null
  /** Asks for the whole record; says so when there is none. */
  readonly load: (id: string) => Promise<'loaded' | 'gone' | 'unreachable'>
  /** Sends a change; the row already shows it. False: it was not saved. */
  readonly send: (row: IssueRow, change: IssueChangeJson, seen?: number | null) => Promise<boolean>
  /** Sends a change of each of several, and says once how it ended, with one way back for all. */
  readonly sendMany: (
    changes: readonly { readonly row: IssueRow; readonly change: IssueChangeJson }[],
    onDone: (count: number) => void,
  ) => Promise<void>
  /** Adds what somebody says to the issue's history. False: it was not saved. */
  readonly comment: (id: string, text: string) => Promise<boolean>
  readonly keepTheirs: () => void
}

/** The changes that this page makes: shown at once, settled or taken back by the answer. */
export function useChanging(): Changing {
  const { api, live, ready, say } = useTab()
  const [details, setDetails] = useState<ReadonlyMap<string, IssueDetail>>(new Map())
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const project = ready.project.id
  useEffect(() => void words().catch(() => undefined), [])

  const keep = useCallback(
    (issue: IssueDetail) => {
      setDetails((before) => new Map(before).set(issue.id, issue))
      live.knows(issue.id, issue.version)
      live.show(issue)
    },
    [live],
  )

  const undo = useCallback(
    async (id: string, version: number) => {
      const answer = await api.post(paths.undoIssue(project, id), { version }, issueAnswer)
      if (answer.kind === 'ok') {
        if (answer.body.issue) keep(answer.body.issue)
        say({ text: (await words()).undoneWords(id, answer.body) })
      } else say({ text: answer.kind === 'problem' ? answer.problem.text : NOTHING_CHANGED })
    },
    [api, project, keep, say],
  )

  const send = useCallback<Changing['send']>(
    async function send(row, change, seen = row.version): Promise<boolean> {
      live.show(guessed(row, change, memberOf(ready.project)))
      setConflict(null)
      const request = { change, seen }
      const answer = await api.post(paths.issue(project, row.id), request, issueAnswer)
      if (answer.kind === 'unreachable') {
        live.keepUnsaved({ id: row.id, send: () => send(row, change, seen) })
        live.lose()
        return false
      }
      if (answer.kind === 'problem') {
        live.show(row)
        say({ text: `${answer.problem.text} ${reference(answer.problem.reference)}` })
        return false
      }
      const { body } = answer
      if (body.issue) keep(body.issue)
      else live.show(row)
      if (body.kind === 'saved') {
        const version = body.undo
        say({
          text: (await words()).doneWords(row.id, change, body.issue),
          ...(version !== null && { undo: () => void undo(row.id, version) }),
        })
        return true
      }
      if (body.kind === 'changedMeanwhile') setConflict({ id: row.id, yours: change, last: body.last })
      else if (body.kind !== 'unchanged') say({ text: (await words()).refusalWords(row.id, body) })
      return body.kind === 'unchanged'
    },
    [api, live, project, ready.project, keep, say, undo],
  )

  const comment = useCallback<Changing['comment']>(
    async (id, text) => {
      const answer = await api.post(paths.commentIssue(project, id), { text }, issueAnswer)
      if (answer.kind !== 'ok') {
        say({ text: answer.kind === 'problem' ? answer.problem.text : NOTHING_CHANGED })
        return false
      }
      if (answer.body.issue) keep(answer.body.issue)
      const isSaved = answer.body.kind === 'saved' || answer.body.kind === 'unchanged'
      if (!isSaved) say({ text: (await words()).refusalWords(id, answer.body) })
      return isSaved
    },
    [api, project, keep, say],
  )

  const sendMany = useCallback<Changing['sendMany']>(
    async (changes, onDone) => {
      for (const { row, change } of changes) live.show(guessed(row, change, memberOf(ready.project)))
      const many = await import('./changingMany')
      await many.sendMany({ api, project, keep, show: live.show, say }, changes, onDone)
    },
    [api, live, project, ready.project, keep, say],
  )

  const load = useCallback<Changing['load']>(
    async (id) => {
      const answer = await api.get(paths.issue(project, id), issueDetail)
      if (answer.kind !== 'ok')
        return answer.kind === 'problem' && answer.status === 404 ? 'gone' : 'unreachable'
      setDetails((before) => new Map(before).set(id, answer.body))
      return 'loaded'
    },
    [api, project],
  )

  const keepTheirs = useCallback(() => setConflict(null), [])
  return { details, conflict, load, send, sendMany, comment, keepTheirs }
}

function memberOf({ members }: ProjectFacts) {
  return (id: string) => members.find((member) => member.id === id)
}

const STATUS_AFTER: Partial<Record<IssueChangeJson['kind'], StatusKey>> = {
  fix: 'inProgress',
  retest: 'readyForRetest',
  close: 'closed',
  defer: 'deferred',
  reopen: 'reopened',
  duplicate: 'duplicate',
}

/** The row as it will most likely be. */
function guessed(
  row: IssueRow,
  change: IssueChangeJson,
  member: (id: string) => IssueRow['owner'] | undefined,
): IssueRow {
  if (change.kind === 'triage') {
    const status = row.status === 'new' || row.status === 'reopened' ? 'triaged' : row.status
    return { ...row, status, severity: change.severity ?? row.severity }
  }
  if (change.kind !== 'edit') return { ...row, status: STATUS_AFTER[change.kind] ?? row.status }
  return {
    ...row,
    title: change.title ?? row.title,
    where: change.where ?? row.where,
    workstream: change.workstream === undefined ? row.workstream : change.workstream,
    severity: change.severity === undefined ? row.severity : change.severity,
    owner:
      change.owner === undefined
        ? row.owner
        : change.owner === null
          ? null
          : (member(change.owner) ?? row.owner),
  }
}
