import { issueAnswer, type IssueChangeJson, type IssueDetail, type IssueRow } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import { NOTHING_CHANGED } from '#words/reach'
import type { Api } from '../data/api'
import type { Tab } from '../data/tab'
import { savedWords, takenBackWords } from './bulkWords'
import { refusalWords } from './changeWords'

/* Changes of several issues by one press. */

type Tools = {
  readonly api: Api
  readonly project: string
  readonly say: Tab['say']
  /** Takes an issue as the service says that it is now. */
  readonly keep: (issue: IssueDetail) => void
  readonly show: (row: IssueRow) => void
}

/** So many requests of one press are on their way at the same time. */
const SIDE_BY_SIDE = 4

/** Sends a change of each, whose rows show it already, and says once how it ended, with one way back for all. */
export async function sendMany(
  tools: Tools,
  changes: readonly { readonly row: IssueRow; readonly change: IssueChangeJson }[],
  onDone: (count: number) => void,
): Promise<void> {
  const { api, project, keep, show, say } = tools
  const saved: { id: string; version: number }[] = []
  const refused: { id: string; why: string }[] = []
  let done = 0
  await sideBySide(changes, async ({ row, change }) => {
    const request = { change, seen: row.version }
    const answer = await api.post(paths.issue(project, row.id), request, issueAnswer)
    onDone(++done)
    if (answer.kind !== 'ok') {
      show(row)
      const why = answer.kind === 'problem' ? answer.problem.text : NOTHING_CHANGED
      refused.push({ id: row.id, why })
      return
    }
    const { body } = answer
    if (body.issue) keep(body.issue)
    else show(row)
    if (body.kind === 'saved' && body.undo !== null) saved.push({ id: row.id, version: body.undo })
    else if (body.kind !== 'unchanged' && body.kind !== 'saved') {
      refused.push({ id: row.id, why: refusalWords(row.id, body) })
    }
  })
  say({
    text: savedWords(saved.length, refused),
    ...(saved.length > 0 && { undo: () => void undoMany(tools, saved) }),
  })
}

async function undoMany(
  { api, project, keep, say }: Tools,
  saved: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  let back = 0
  await sideBySide(saved, async ({ id, version }) => {
    const answer = await api.post(paths.undoIssue(project, id), { version }, issueAnswer)
    if (answer.kind !== 'ok') return
    if (answer.body.issue) keep(answer.body.issue)
    if (answer.body.kind === 'saved') back += 1
  })
  say({ text: takenBackWords(back, saved.length - back) })
}

async function sideBySide<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
}
