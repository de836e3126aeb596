import { decideItem, isOverdue, type ActionItem, type ChangeContext, type ItemRefusal } from './actionItem'
import type { Answer, AnswerSays } from './cycle'
import { dueOn } from './dueDate'
import { fieldsChanged, isSameValue, takenBack, type Change } from './history'
import { cleanText } from './text'

/** This week's earlier answer of the same person about the same item, and what it did to the item. */
export type EarlierAnswer = {
  readonly answer: Answer
  /** The item's changes with versions above `itemVersionBefore` up to `itemVersionAfter`, in any order. */
  readonly changes: readonly Change[]
}

export type AnswerContext = ChangeContext & { readonly previous: EarlierAnswer | null }

/** The item's versions that go into the answer's record, so that a later answer can take this one back. */
type AnswerVersions = Pick<Answer, 'itemVersionBefore' | 'itemVersionAfter'>

export type AnswerRefusal =
  | ItemRefusal
  /** A late item is done or not yet. */
  | 'late'
  /** "Not on track" with the date it has already says nothing new. */
  | 'sameDate'

export type AnswerDecision =
  | { readonly kind: 'changed'; readonly item: ActionItem; readonly versions: AnswerVersions }
  | { readonly kind: 'unchanged'; readonly item: ActionItem; readonly versions: AnswerVersions }
  | { readonly kind: 'missing'; readonly what: readonly ('why' | 'dateOrPerson')[] }
  | { readonly kind: 'refused'; readonly because: AnswerRefusal }

type Applied =
  | { readonly kind: 'item'; readonly item: ActionItem }
  | Exclude<AnswerDecision, { kind: 'changed' | 'unchanged' }>

/**
 * What an answer on the weekly card does to its item. A second answer in the same week replaces the first: while
 * nobody else has touched the item, what the first did is taken back before the new one is applied, so that the
 * ledger shows one move and not two. One answer makes at most one version.
 */
export function answerItem(item: ActionItem, says: AnswerSays, ctx: AnswerContext): AnswerDecision {
  const earlier = ctx.previous?.answer.itemVersionAfter === item.version ? ctx.previous : null
  if (earlier && isSameValue(earlier.answer.says, says)) {
    return { kind: 'unchanged', item, versions: versionsOf(earlier.answer) }
  }
  const base = earlier ? withoutAnswer(item, earlier) : item
  const applied = apply(base, says, ctx)
  if (applied.kind !== 'item') return applied
  const before = earlier?.answer.itemVersionBefore ?? item.version
  if (fieldsChanged(item, applied.item).length === 0) {
    return {
      kind: 'unchanged',
      item,
      versions: { itemVersionBefore: before, itemVersionAfter: item.version },
    }
  }
  const version = item.version + 1
  return {
    kind: 'changed',
    item: { ...applied.item, version, changedBy: ctx.by, changedAt: ctx.at },
    versions: { itemVersionBefore: before, itemVersionAfter: version },
  }
}

function withoutAnswer(item: ActionItem, earlier: EarlierAnswer): ActionItem {
  return earlier.changes
    .toSorted((a, b) => b.version - a.version)
    .reduce((record, change) => takenBack(record, change), item)
}

function apply(item: ActionItem, says: AnswerSays, ctx: ChangeContext): Applied {
  switch (says.kind) {
    case 'noChange':
      return { kind: 'item', item }
    case 'done':
      return step(item, { kind: 'done' }, ctx)
    case 'onTrack':
      if (isOverdue(item, ctx.today)) return { kind: 'refused', because: 'late' }
      return step(item, { kind: 'start' }, ctx)
    case 'notOnTrack':
      return applyNotOnTrack(item, says, ctx)
  }
}

function applyNotOnTrack(
  item: ActionItem,
  says: Extract<AnswerSays, { kind: 'notOnTrack' }>,
  ctx: ChangeContext,
): Applied {
  const { why, newDate, needs } = says
  const text = cleanText(why)
  if (text.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  const lacks: ('why' | 'dateOrPerson')[] = []
  if (text.text === '') lacks.push('why')
  if (newDate === null && needs === null) lacks.push('dateOrPerson')
  if (lacks.length > 0) return { kind: 'missing', what: lacks }
  const isSameDate = item.due !== null && newDate === dueOn(item.due)
  if (isSameDate && needs === null) return { kind: 'refused', because: 'sameDate' }
  const blocked: Applied =
    needs === null ? { kind: 'item', item } : step(item, { kind: 'block', reason: why, needs }, ctx)
  if (blocked.kind !== 'item' || newDate === null) return blocked
  return step(blocked.item, { kind: 'move', to: newDate, why }, ctx)
}

function step(item: ActionItem, change: Parameters<typeof decideItem>[1], ctx: ChangeContext): Applied {
  const decision = decideItem(item, change, ctx)
  switch (decision.kind) {
    case 'changed':
    case 'unchanged':
      return { kind: 'item', item: decision.item }
    case 'refused':
      return decision
    case 'missing':
      throw new Error(
        `An answer's ${change.kind} lacks ${decision.what.join(', ')}, which was checked before`,
      )
  }
}

function versionsOf({ itemVersionBefore, itemVersionAfter }: Answer): AnswerVersions {
  return { itemVersionBefore, itemVersionAfter }
}
