import { creationOf } from '../domain/history'
import type { IssueId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import { cleanText, MAX_TEXT, splitTitle } from '../domain/text'
import type { Instant } from '../domain/time'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { meetInProject } from './meetInProject'
import type { Outcome, Refusal } from './outcome'
import { headOf } from './projectHead'
import { issueView } from './recordView'

type LogIssue = Order<CommandOf<'logIssue'>>

/**
 * Logs an issue under the next number, first of all: its card then asks for what is missing. A long text gives its
 * first line or sentence as the title and is kept whole in the details. Without any words there is nothing to log.
 */
export async function logIssue(
  deps: Pick<FlowDeps, 'records' | 'people' | 'clock'>,
  order: LogIssue,
): Promise<Outcome> {
  const { records, clock } = deps
  const { actor, command, door } = order
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const texts = textsOf(command)
  if ('kind' in texts) return texts
  if (texts.title === '') return { kind: 'help', project: headOf(stored.record) }
  await meetInProject(deps, order, [command.owner])
  const now = clock.now()
  let logged: Issue | undefined
  await records.createIssue(order.project, (number) => {
    logged = newIssue(number, order, texts, now)
    return {
      issues: [{ record: logged, over: 'new' }],
      changes: [creationOf(number, { by: actor.person, at: now, door })],
    }
  })
  if (!logged) throw new Error('An issue was logged that was never made')
  const look = { project: stored.record, actor, now }
  return { kind: 'record', view: issueView(look, logged), note: { kind: 'added' } }
}

type Texts = Pick<Issue, 'title' | 'details' | 'where' | 'steps' | 'happened' | 'workaround'>

/** What was typed, fit to keep; the refusal of the first text that is too long. */
function textsOf(command: CommandOf<'logIssue'>): Texts | Refusal {
  const [head, rest] = command.title.trim() === '' ? [command.details, ''] : [command.title, command.details]
  const split = splitTitle(head)
  if (split.kind === 'tooLong') return refusal('title', head, split)
  const whole = [split.details, rest].filter((text) => text.trim() !== '').join('\n\n')
  const { where = '', steps = '', happened = '', workaround = '' } = command
  const typed = { details: whole, where, steps, happened, workaround }
  const kept = { ...typed }
  for (const field of Object.keys(typed) as (keyof typeof typed)[]) {
    const clean = cleanText(typed[field])
    if (clean.kind === 'tooLong') return refusal(field, typed[field], clean)
    kept[field] = clean.text
  }
  return { ...kept, title: split.title }
}

function refusal(field: string, text: string, { length }: { readonly length: number }): Refusal {
  return { kind: 'tooLong', field, length, most: MAX_TEXT, text }
}

function newIssue(id: IssueId, { actor, command }: LogIssue, texts: Texts, now: Instant): Issue {
  return {
    id,
    ...texts,
    severity: command.severity ?? null,
    owner: command.owner ?? null,
    workstream: null,
    reporter: actor.person,
    state: { status: 'new' },
    timesReopened: 0,
    conversation: command.conversation,
    createdAt: now,
    changedBy: actor.person,
    changedAt: now,
    version: 1,
  }
}
