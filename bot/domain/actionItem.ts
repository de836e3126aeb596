import type { ConversationLink } from './conversation'
import { dueOn, moved, type DueDate } from './dueDate'
import { isSameValue } from './history'
import { numberOf, type ItemId, type WorkstreamId } from './ids'
import { isSamePerson, type Person } from './person'
import { cleanLine, cleanText, TITLE_MAX } from './text'
import { daysBetween, type Instant, type PlainDate } from './time'

export type ItemState =
  | { readonly status: 'open' }
  | { readonly status: 'inProgress' }
  | {
      readonly status: 'blocked'
      readonly reason: string
      /** Whose help would free it, when it is a person's. */
      readonly needs: Person | null
      readonly since: Instant
    }
  | { readonly status: 'done'; readonly at: Instant; readonly by: Person }
  | { readonly status: 'cancelled'; readonly at: Instant; readonly by: Person; readonly why: string }

export type ItemStatus = ItemState['status']

/** What someone must provide so that someone else can go on. */
export type ActionItem = {
  readonly id: ItemId
  readonly title: string
  readonly owner: Person
  /** Who waits for it. */
  readonly for: Person | null
  /** What they can start with it, in their words. */
  readonly unblocks: string | null
  readonly workstream: WorkstreamId | null
  readonly due: DueDate | null
  readonly state: ItemState
  readonly conversation: ConversationLink | null
  readonly createdBy: Person
  readonly createdAt: Instant
  readonly changedBy: Person
  readonly changedAt: Instant
  /** 1 when created, one more with each change. */
  readonly version: number
}

/** What can be done to an action item. Texts come as typed and may be empty: `decideItem` says what is missing. */
export type ItemChange =
  | { readonly kind: 'done' }
  | { readonly kind: 'start' }
  | { readonly kind: 'block'; readonly reason: string; readonly needs: Person | null }
  /** `to` is null when a move was asked for without a date. */
  | { readonly kind: 'move'; readonly to: PlainDate | null; readonly why: string }
  /** `owner` null: asked for without one. */
  | { readonly kind: 'own'; readonly owner: Person | null }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'cancel'; readonly why: string }
  | {
      readonly kind: 'edit'
      readonly title?: string
      readonly for?: Person | null
      readonly unblocks?: string | null
      readonly workstream?: WorkstreamId | null
    }

/** Who changes a record, when, and which day it is on the wall of the project's zone. */
export type ChangeContext = { readonly by: Person; readonly at: Instant; readonly today: PlainDate }

/** Who acts, as far as rights are concerned: `isLead` of this project, `ownsTeam` where Graph told. */
export type Authority = { readonly person: Person; readonly isLead: boolean; readonly ownsTeam: boolean }

type ItemGap = 'why' | 'date' | 'reason' | 'owner'

export type ItemRefusal =
  | 'alreadyDone'
  | 'alreadyCancelled'
  /** Only what is done or cancelled can be reopened. */
  | 'notClosed'
  /** A new date that has passed already would be late at once. */
  | 'dateInPast'
  | 'noTitle'
  | 'titleTooLong'
  | 'textTooLong'

/** `unchanged`: it is so already. `missing`: ask for this and try again. */
export type ItemDecision =
  | { readonly kind: 'changed'; readonly item: ActionItem }
  | { readonly kind: 'unchanged'; readonly item: ActionItem }
  | { readonly kind: 'missing'; readonly what: readonly ItemGap[] }
  | { readonly kind: 'refused'; readonly because: ItemRefusal }

/** Neither done nor cancelled. */
export function isOpen(item: ActionItem): boolean {
  return item.state.status !== 'done' && item.state.status !== 'cancelled'
}

/** Open after the day it was due on. */
export function isOverdue(item: ActionItem, today: PlainDate): boolean {
  return item.due !== null && isOpen(item) && dueOn(item.due) < today
}

/** Whole days past its due date; 0 when it is on time, closed or has no date. */
export function daysLate(item: ActionItem, today: PlainDate): number {
  return item.due !== null && isOverdue(item, today) ? daysBetween(dueOn(item.due), today) : 0
}

/** Its owner, its creator, the project's lead and the team's owners. */
export function canChangeItem(item: ActionItem, actor: Authority): boolean {
  const isTheirs = isSamePerson(item.owner, actor.person) || isSamePerson(item.createdBy, actor.person)
  return isTheirs || actor.isLead || actor.ownsTeam
}

/**
 * Order of lists: what is blocked or late first, the newest trouble on top; then by due date, then what has none;
 * closed ones last. Equals stand by number.
 */
export function byTrouble(today: PlainDate): (a: ActionItem, b: ActionItem) => number {
  return (a, b) => {
    const rank = troubleRank(a, today) - troubleRank(b, today)
    if (rank !== 0) return rank
    const inTrouble = troubleRank(a, today) === 0
    const byDay = inTrouble
      ? compareText(troubleSince(b, today), troubleSince(a, today))
      : compareText(dueDay(a), dueDay(b))
    return byDay === 0 ? numberOf(a.id) - numberOf(b.id) : byDay
  }
}

function troubleRank(item: ActionItem, today: PlainDate): number {
  if (!isOpen(item)) return 3
  if (item.state.status === 'blocked' || isOverdue(item, today)) return 0
  return item.due === null ? 2 : 1
}

/** The day its latest trouble began. The UTC day of a block will do, because it only orders a list. */
function troubleSince(item: ActionItem, today: PlainDate): string {
  const blocked = item.state.status === 'blocked' ? item.state.since.slice(0, 10) : ''
  const late = isOverdue(item, today) ? dueDay(item) : ''
  return blocked > late ? blocked : late
}

function dueDay(item: ActionItem): string {
  return item.due === null ? '' : dueOn(item.due)
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Applies a change, or says why not. A change makes the next version; a move is a line in the delay ledger. */
export function decideItem(item: ActionItem, change: ItemChange, ctx: ChangeContext): ItemDecision {
  switch (change.kind) {
    case 'done':
      return decideDone(item, ctx)
    case 'start':
      return whileOpen(item, () => settled(item, { state: { status: 'inProgress' } }, ctx))
    case 'block':
      return whileOpen(item, () => decideBlock(item, change, ctx))
    case 'move':
      return whileOpen(item, () => decideMove(item, change, ctx))
    case 'own':
      return whileOpen(item, () => decideOwner(item, change.owner, ctx))
    case 'reopen':
      return decideReopen(item, change.why, ctx)
    case 'cancel':
      return decideCancel(item, change.why, ctx)
    case 'edit':
      return decideEdit(item, change, ctx)
  }
}

function decideDone(item: ActionItem, ctx: ChangeContext): ItemDecision {
  if (item.state.status === 'done') return { kind: 'unchanged', item }
  return whileOpen(item, () => settled(item, { state: { status: 'done', at: ctx.at, by: ctx.by } }, ctx))
}

function decideBlock(
  item: ActionItem,
  change: Extract<ItemChange, { kind: 'block' }>,
  ctx: ChangeContext,
): ItemDecision {
  const reason = cleanText(change.reason)
  if (reason.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  if (reason.text === '') return { kind: 'missing', what: ['reason'] }
  const since = item.state.status === 'blocked' ? item.state.since : ctx.at
  return settled(item, { state: { status: 'blocked', reason: reason.text, needs: change.needs, since } }, ctx)
}

function decideMove(
  item: ActionItem,
  change: Extract<ItemChange, { kind: 'move' }>,
  ctx: ChangeContext,
): ItemDecision {
  const why = cleanText(change.why)
  if (why.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  const { due } = item
  const to = change.to
  if (due !== null && to === dueOn(due)) return { kind: 'unchanged', item }
  const lacks: ItemGap[] = []
  if (to === null) lacks.push('date')
  if (due !== null && why.text === '') lacks.push('why')
  if (to !== null && to < ctx.today) return { kind: 'refused', because: 'dateInPast' }
  if (to === null || lacks.length > 0) return { kind: 'missing', what: lacks }
  if (due === null) return settled(item, { due: { first: to, moves: [] } }, ctx)
  return settled(item, { due: moved(due, { to, by: ctx.by, at: ctx.at, why: why.text }) }, ctx)
}

function decideOwner(item: ActionItem, owner: Person | null, ctx: ChangeContext): ItemDecision {
  if (owner === null) return { kind: 'missing', what: ['owner'] }
  return isSamePerson(item.owner, owner) ? { kind: 'unchanged', item } : settled(item, { owner }, ctx)
}

function decideReopen(item: ActionItem, typed: string, ctx: ChangeContext): ItemDecision {
  if (isOpen(item)) return { kind: 'refused', because: 'notClosed' }
  const why = cleanText(typed)
  if (why.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  if (why.text === '') return { kind: 'missing', what: ['why'] }
  return settled(item, { state: { status: 'open' } }, ctx)
}

function decideCancel(item: ActionItem, typed: string, ctx: ChangeContext): ItemDecision {
  if (item.state.status === 'cancelled') return { kind: 'unchanged', item }
  return whileOpen(item, () => {
    const why = cleanText(typed)
    if (why.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
    if (why.text === '') return { kind: 'missing', what: ['why'] }
    return settled(item, { state: { status: 'cancelled', at: ctx.at, by: ctx.by, why: why.text } }, ctx)
  })
}

/** Texts of a closed item may still be put right. */
function decideEdit(
  item: ActionItem,
  change: Extract<ItemChange, { kind: 'edit' }>,
  ctx: ChangeContext,
): ItemDecision {
  const title = cleanLine(change.title ?? item.title, TITLE_MAX)
  if (title.kind === 'tooLong') return { kind: 'refused', because: 'titleTooLong' }
  if (title.text === '') return { kind: 'refused', because: 'noTitle' }
  const unblocks = cleanText((change.unblocks === undefined ? item.unblocks : change.unblocks) ?? '')
  if (unblocks.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  return settled(
    item,
    {
      title: title.text,
      for: change.for === undefined ? item.for : change.for,
      unblocks: unblocks.text === '' ? null : unblocks.text,
      workstream: change.workstream === undefined ? item.workstream : change.workstream,
    },
    ctx,
  )
}

function whileOpen(item: ActionItem, decide: () => ItemDecision): ItemDecision {
  if (item.state.status === 'done') return { kind: 'refused', because: 'alreadyDone' }
  if (item.state.status === 'cancelled') return { kind: 'refused', because: 'alreadyCancelled' }
  return decide()
}

function settled(item: ActionItem, fields: Partial<ActionItem>, ctx: ChangeContext): ItemDecision {
  const next: ActionItem = { ...item, ...fields }
  if (isSameValue(item, next)) return { kind: 'unchanged', item }
  return {
    kind: 'changed',
    item: { ...next, version: item.version + 1, changedBy: ctx.by, changedAt: ctx.at },
  }
}
