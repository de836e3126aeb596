import type { ItemChange } from '../domain/actionItem'
import type { AnswerSays } from '../domain/cycle'
import { parseRecordId, isItemId, type ItemId, type PersonId, type WorkstreamId } from '../domain/ids'
import type { IssueChange } from '../domain/issue'
import type { Member, Person } from '../domain/person'
import { parsePlainDate, type PlainDate } from '../domain/time'
import type { Command, DraftEdit, IssueFilter, ItemFilter } from '../flows/command'
import { NONE, type CardAction, type CardActionOf } from './actions'
import { entryFormOf, savedEntry } from './entryTaps'
import type { Look, RowTyped } from './look'

/** What a tapped button comes to. */
export type Tapped =
  | { readonly kind: 'command'; readonly command: Command; readonly look: Look }
  /** To be read as if it had been typed; in it, these names mean these people. */
  | { readonly kind: 'say'; readonly text: string; readonly people: readonly NamedAs[] }
  | { readonly kind: 'problem'; readonly problem: TapProblem }

/** Whom a name means in a sentence. */
type NamedAs = { readonly name: string; readonly person: Person }

/** Something on the card can't be used as it stands. */
export type TapProblem =
  /** Somebody chosen who is no longer on the team. */
  | { readonly kind: 'personGone' }
  | { readonly kind: 'badDate'; readonly typed: string }
  | { readonly kind: 'badIssueNumber'; readonly typed: string }

/** Reads a tap as a command. People are those of the channel's roster; a date may be ISO, or the start of an ISO moment. */
export function toCommand(action: CardAction, members: readonly Member[]): Tapped {
  try {
    return tapped(action, { members })
  } catch (cause) {
    if (cause instanceof Unusable) return { kind: 'problem', problem: cause.problem }
    throw cause
  }
}

type Among = { readonly members: readonly Member[] }

function tapped(action: CardAction, among: Among): Tapped {
  switch (action.verb) {
    case 'say':
      return say(action, among)
    case 'item.show':
    case 'issue.show':
      return run({ do: 'show', id: action.id, history: false })
    case 'item.history':
    case 'issue.history':
      return run({ do: 'show', id: action.id, history: true }, { page: action.page ?? 0 })
    case 'item.add':
      return run(newItem(action, among))
    case 'item.form':
    case 'item.done':
    case 'item.start':
    case 'item.block':
    case 'item.move':
    case 'item.own':
    case 'item.reopen':
    case 'item.cancel':
      return run({ do: 'changeItem', id: action.id, change: itemChange(action, among), seen: action.seen })
    case 'issue.form':
      return issueForm(action)
    case 'issue.triage':
    case 'issue.fix':
    case 'issue.retest':
    case 'issue.close':
    case 'issue.defer':
    case 'issue.reopen':
    case 'issue.duplicate':
    case 'issue.edit':
    case 'issue.complete':
      return run({ do: 'changeIssue', id: action.id, change: issueChange(action, among), seen: action.seen })
    case 'items.page':
      return run({ do: 'listItems', filter: itemFilter(action.filter, among), page: action.page })
    case 'issues.page':
      return run({ do: 'listIssues', filter: issueFilter(action.filter, among), page: action.page })
    case 'undo':
      return run({ do: 'undo', id: action.id, version: action.version })
    case 'source.show':
      return run({ do: 'source', mine: action.mine === true })
    case 'source.form':
      return run(entryFormOf(action), {
        ...(action.aside === true ? {} : { over: true }),
        ...(action.question === undefined ? {} : { question: action.question }),
      })
    case 'entry.show':
      return run({ do: 'showEntry', entry: action.id, history: false })
    case 'entry.history':
      return run({ do: 'showEntry', entry: action.id, history: true }, { page: action.page ?? 0 })
    case 'entry.save':
      return run(savedEntry(action, chosen(action.owner, among)), {
        ...(action.over === true ? { over: true } : {}),
        ...(action.question === undefined ? {} : { question: action.question }),
      })
    case 'entry.verify':
    case 'entry.remove':
      return run({
        do: 'changeEntry',
        entry: action.id,
        change: { kind: action.verb === 'entry.verify' ? 'verify' : 'remove' },
        seen: action.seen,
        onCard: null,
      })
    case 'entry.undo':
      return run({ do: 'undo', id: action.id, version: action.version })
    case 'entry.read':
      return run({ do: 'readEntry', entry: action.id, version: action.version })
    case 'import.fetch':
      return run({ do: 'fetchImport', url: action.url, name: action.name })
    case 'import.show':
      return run({ do: 'showImport', id: action.id, card: null })
    case 'import.run':
      return run({ do: 'runImport', id: action.id, card: null })
    case 'week.stillTrue':
      return stillTrue(action)
    case 'question.ask':
      return run({ do: 'askLead', question: action.text })
    case 'question.settle':
      return run({ do: 'settleQuestion', question: action.question, entry: action.entry ?? null })
    case 'anchor.post':
      return run({ do: 'postAnchor' })
    case 'setup.open':
      return run({ do: 'showSetup' })
    case 'setup.save':
      return run(setup(action, among))
    case 'raising.open':
      return run({ do: 'showRaising' })
    case 'raising.save':
      return run(raising(action))
    case 'pin':
    case 'unpin':
    case 'pause':
    case 'resume':
    case 'status':
      return run({ do: action.verb })
    case 'ask.now':
      return run({ do: 'askNow' })
    case 'week.show':
      return run({ do: 'showCard', week: action.week ?? null })
    case 'week.answer':
    case 'week.noChange':
    case 'week.change':
    case 'week.comment':
    case 'week.more':
    case 'week.later':
      return onWeeklyCard(action, among)
    case 'week.snooze': {
      const { week, choice } = action
      return run({ do: 'snooze', week, choice, comment: commentIn(action) }, weeklyLook(action))
    }
    case 'away.form':
      return run({ do: 'away', from: null, until: null, delegate: null })
    case 'away.save': {
      const { from, until, delegate } = action
      return run({ do: 'away', from: dated(from), until: dated(until), delegate: chosen(delegate, among) })
    }
    case 'away.end':
      return run({ do: 'back' })
    case 'draft.open':
      return run({ do: 'draft' })
    case 'draft.save':
      return run({ do: 'editDraft', week: action.week, edit: draftEdit(action) ?? NOTHING_TYPED })
    case 'recap.correct':
      return run({ do: 'correctRecap', week: action.week ?? null })
    case 'recap.saveCorrection': {
      const { week, seen } = action
      return run({ do: 'saveCorrection', week, seen, edit: draftEdit(action) ?? NOTHING_TYPED })
    }
    case 'audience.open':
      return run({ do: 'showAudience', wanted: null })
    case 'audience.save':
      return run({ do: 'saveAudience', channels: action.channels, version: action.version })
    case 'deliveries':
      return run({ do: 'deliveries' })
    case 'recap.post':
      return run({ do: 'postRecap', ...(action.week && { week: action.week }), edit: draftEdit(action) })
  }
}

function say({ text, people = [] }: CardActionOf<'say'>, among: Among): Tapped {
  return { kind: 'say', text, people: people.map(({ name, id }) => ({ name, person: named(id, among) })) }
}

const NOTHING_TYPED: DraftEdit = { headline: '', note: '', overall: null, workstreams: [] }

function run(command: Command, look: Look = {}): Tapped {
  return { kind: 'command', command, look }
}

function newItem(action: CardActionOf<'item.add'>, among: Among): Command {
  return {
    do: 'addItem',
    title: action.title,
    owner: chosen(action.owner, among),
    for: chosen(action.for, among),
    due: dated(action.due),
    unblocks: action.unblocks.trim() === '' ? null : action.unblocks,
    workstream: isNone(action.workstream) ? null : (action.workstream as WorkstreamId),
    conversation: action.conversation ?? null,
  }
}

type ItemTap = CardActionOf<
  | 'item.form'
  | 'item.done'
  | 'item.start'
  | 'item.block'
  | 'item.move'
  | 'item.own'
  | 'item.reopen'
  | 'item.cancel'
>

function itemChange(action: ItemTap, among: Among): ItemChange {
  switch (action.verb) {
    case 'item.form':
      return emptyItemChange(action.change)
    case 'item.done':
      return { kind: 'done' }
    case 'item.start':
      return { kind: 'start' }
    case 'item.block':
      return { kind: 'block', reason: action.reason, needs: chosen(action.needs, among) }
    case 'item.move':
      return { kind: 'move', to: dated(action.newDate), why: action.why }
    case 'item.own':
      return { kind: 'own', owner: chosen(action.owner, among) }
    case 'item.reopen':
      return { kind: 'reopen', why: action.why }
    case 'item.cancel':
      return { kind: 'cancel', why: action.why }
  }
}

/** A change with nothing in it: the flow answers with the form that asks for what it lacks. */
function emptyItemChange(kind: CardActionOf<'item.form'>['change']): ItemChange {
  switch (kind) {
    case 'block':
      return { kind, reason: '', needs: null }
    case 'move':
      return { kind, to: null, why: '' }
    case 'own':
      return { kind, owner: null }
    case 'reopen':
    case 'cancel':
      return { kind, why: '' }
  }
}

function issueForm({ id, seen, change }: CardActionOf<'issue.form'>): Tapped {
  switch (change) {
    case 'triage':
      return run({ do: 'changeIssue', id, seen, change: { kind: 'triage', severity: null, owner: null } })
    case 'defer':
    case 'reopen':
      return run({ do: 'changeIssue', id, seen, change: { kind: change, why: '' } })
    case 'duplicate':
    case 'edit':
      return run({ do: 'show', id, history: false }, { form: change })
  }
}

type IssueTap = CardActionOf<
  | 'issue.triage'
  | 'issue.fix'
  | 'issue.retest'
  | 'issue.close'
  | 'issue.defer'
  | 'issue.reopen'
  | 'issue.duplicate'
  | 'issue.edit'
  | 'issue.complete'
>

function issueChange(action: IssueTap, among: Among): IssueChange {
  switch (action.verb) {
    case 'issue.triage':
      return { kind: 'triage', severity: action.severity, owner: chosen(action.owner, among) }
    case 'issue.fix':
      return { kind: 'fix' }
    case 'issue.retest':
      return { kind: 'retest' }
    case 'issue.close':
      return { kind: 'close' }
    case 'issue.defer':
      return { kind: 'defer', why: action.why }
    case 'issue.reopen':
      return { kind: 'reopen', why: action.why }
    case 'issue.duplicate':
      return { kind: 'duplicate', of: issueNumber(action.of) }
    case 'issue.edit': {
      const { title, details, where, steps, happened, workaround, workstream } = action
      return { kind: 'edit', ...shown({ title, details, where, steps, happened, workaround, workstream }) }
    }
    case 'issue.complete': {
      const { where, steps, happened, workaround, severity } = action
      return { kind: 'edit', ...filled({ where, steps, happened, workaround, severity }) }
    }
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out what the form did not have. */
function shown<T extends object>(fields: T): Present<T> {
  return kept(fields, (value) => value !== undefined)
}

/** Leaves out what was left empty. */
function filled<T extends object>(fields: T): Present<T> {
  return kept(fields, (value) => value !== null && (typeof value !== 'string' || value.trim() !== ''))
}

function kept<T extends object>(fields: T, keep: (value: unknown) => boolean): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => keep(value))) as Present<T>
}

function issueNumber(typed: string) {
  const bare = /^\s*\d+\s*$/.test(typed) ? `I-${typed.trim()}` : typed
  const id = parseRecordId(bare)
  if (id === undefined || isItemId(id)) throw new Unusable({ kind: 'badIssueNumber', typed })
  return id
}

function itemFilter(filter: CardActionOf<'items.page'>['filter'], among: Among): ItemFilter {
  return filter.kind === 'of' ? { kind: 'of', person: named(filter.person, among) } : filter
}

function issueFilter(filter: CardActionOf<'issues.page'>['filter'], among: Among): IssueFilter {
  return filter.kind === 'of' ? { kind: 'of', person: named(filter.person, among) } : filter
}

function setup(action: CardActionOf<'setup.save'>, among: Among): Command {
  const { name, customer, zone, goLive, goLiveWhy, workstreams, ask, remind, draft, post } = action
  const lead = chosen(action.lead, among)
  const texts = { name, customer, zone, goLive, goLiveWhy, workstreams, ask, remind, draft, post }
  return {
    do: 'saveSetup',
    form: {
      ...texts,
      lead,
      language: action.language ?? null,
      namesWhoIsMissing: action.namesWhoIsMissing,
      reminds: action.reminds !== false && action.reminds !== 'false',
    },
    version: action.version,
  }
}

function raising(action: CardActionOf<'raising.save'>): Command {
  const { raises: on, days, silentWeeks, blockedDays, showStopperDays, moves, version } = action
  return {
    do: 'saveRaising',
    form: { on, days, silentWeeks, blockedDays, showStopperDays, moves },
    version,
  }
}

/** The comment and the forms of rows stay as they stood: the tap is about none of them. */
function stillTrue(action: CardActionOf<'week.stillTrue'>): Tapped {
  const { entry, seen, week, comment } = action
  return run(
    { do: 'changeEntry', entry, change: { kind: 'verify' }, seen, onCard: week },
    { ...weeklyLook(action), ...(comment === undefined ? {} : { comment }) },
  )
}

type WeeklyTap = CardActionOf<
  'week.answer' | 'week.noChange' | 'week.change' | 'week.comment' | 'week.more' | 'week.later'
>

/** A comment in its field goes with whatever is tapped, and what stands in the forms of other rows is shown again. */
function onWeeklyCard(action: WeeklyTap, among: Among): Tapped {
  const comment = commentIn(action)
  const answers =
    action.verb === 'week.answer' ? [{ item: action.item, says: answerSays(action, among) }] : []
  const restNoChange = action.verb === 'week.noChange'
  const look = weeklyLook(action)
  if (answers.length === 0 && !restNoChange && comment === null && action.verb !== 'week.comment')
    return run({ do: 'showCard', week: action.week }, look)
  return run(
    {
      do: 'answer',
      week: action.week,
      answers,
      restNoChange,
      comment: action.verb === 'week.comment' ? (comment ?? '') : comment,
    },
    look,
  )
}

/** Null where nothing stands in the field. */
function commentIn({ comment }: { readonly comment?: string | undefined }): string | null {
  return comment?.trim() === '' ? null : (comment ?? null)
}

function weeklyLook(action: WeeklyTap | CardActionOf<'week.snooze' | 'week.stillTrue'>): Look {
  const answered = action.verb === 'week.answer' ? action.item : undefined
  const typed = Object.entries(action.typed ?? {}).flatMap(([id, row]): RowTyped[] => {
    const item = parseRecordId(id)
    return item === undefined || !isItemId(item) || item === answered ? [] : [{ item, ...row }]
  })
  return {
    ...(action.shown === undefined ? {} : { shown: action.shown }),
    ...(action.verb === 'week.later' ? { later: true } : {}),
    ...(action.verb === 'week.change' ? { open: action.item ?? 'all' } : {}),
    ...(typed.length > 0 && action.verb !== 'week.noChange' ? { typed } : {}),
  }
}

function answerSays(action: CardActionOf<'week.answer'>, among: Among): AnswerSays {
  if (action.says !== 'notOnTrack') return { kind: action.says }
  const row = typedFor(action.typed, action.item)
  if (!row) return { kind: 'notOnTrack', why: '', newDate: null, needs: null }
  return { kind: 'notOnTrack', why: row.why, newDate: dated(row.newDate), needs: chosen(row.needs, among) }
}

function typedFor(typed: CardActionOf<'week.answer'>['typed'], item: ItemId) {
  return typed !== undefined && Object.hasOwn(typed, item) ? typed[item] : undefined
}

/**
 * Null when the card had no form to edit. A form sends all its fields: what stands in them as it was shown was not edited,
 * and follows the records however they changed since.
 */
function draftEdit(
  action: CardActionOf<'draft.save' | 'recap.post' | 'recap.saveCorrection'>,
): DraftEdit | null {
  if (action.headline === undefined && action.note === undefined) return null
  const { headline = '', note = '', overall, overallWhy: why, typed = {} } = action
  const ruled = 'ruled' in action ? action.ruled : undefined
  return {
    headline: headline === ruled?.headline ? null : headline,
    note,
    overall: overall === undefined || overall === ruled?.overall ? null : { colour: overall, why },
    workstreams: Object.entries(typed)
      .filter(([id, line]) => line.colour !== ruled?.workstreams[id])
      .map(([id, line]) => ({ workstream: id as WorkstreamId, colour: line.colour, why: line.why })),
  }
}

function isNone(value: string): boolean {
  return value === '' || value === NONE
}

function chosen(id: PersonId | null, among: Among): Person | null {
  return id === null ? null : named(id, among)
}

function named(id: PersonId, { members }: Among): Person {
  const member = members.find((one) => one.id === id)
  if (!member) throw new Unusable({ kind: 'personGone' })
  return { id: member.id, name: member.name }
}

/** Some clients send the date picked as the moment of its midnight. */
function dated(typed: string): PlainDate | null {
  if (typed.trim() === '') return null
  const date = parsePlainDate(typed.trim().replace(/T.*$/, ''))
  if (date === undefined) throw new Unusable({ kind: 'badDate', typed })
  return date
}

/** Ends the reading of one tap; caught in `toCommand`, never seen outside. */
class Unusable extends Error {
  constructor(readonly problem: TapProblem) {
    super(problem.kind)
  }
}
