import { cleanText, MAX_TEXT } from '../domain/text'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import { commitIssue } from './commitChange'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { issueView } from './recordView'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>
type CommentIssue = Order<CommandOf<'commentIssue'>>

/**
 * Says something about an issue, by any member: a line of its history with author, time and words that changes no
 * field, so that it never comes in the way of an edit. A comment without words says nothing and changes nothing.
 */
export async function commentIssue(deps: Deps, order: CommentIssue): Promise<Outcome> {
  const { records, clock } = deps
  const { id, text } = order.command
  const clean = cleanText(text)
  if (clean.kind === 'tooLong') {
    return { kind: 'tooLong', field: 'comment', length: clean.length, most: MAX_TEXT, text }
  }
  return againWhenLost(async () => {
    const [project, stored, posted] = await Promise.all([
      records.project(order.project),
      records.issue(order.project, id),
      records.posted(order.project, id),
    ])
    if (!project) return { kind: 'notSetUp' }
    if (!stored) return { kind: 'notFound', id }
    const look = { project: project.record, actor: order.actor, now: clock.now() }
    const before = stored.record
    if (clean.text === '')
      return { kind: 'record', view: issueView(look, before), note: { kind: 'unchanged' } }
    const after = {
      ...before,
      version: before.version + 1,
      changedBy: order.actor.person,
      changedAt: look.now,
    }
    const onCard = posted !== null
    const saved = await commitIssue(deps, order, { before: stored, after, onCard, why: clean.text })
    if (saved === 'lost') return 'lost'
    const by = order.actor.person
    return {
      kind: 'record',
      view: issueView(look, after),
      note: { kind: 'changed', by, change: 'edit', told: null, undo: after.version },
    }
  })
}
