import { z } from 'zod'
import type { ImportId } from '../domain/exchange/importJob'
import type {
  ChannelId,
  EntryId,
  IssueId,
  ItemId,
  PersonId,
  ProjectId,
  QuestionId,
  RecordId,
  WorkstreamId,
} from '../domain/ids'
import type { Severity } from '../domain/issue'
import type { Rag } from '../domain/rag'
import { LANGUAGES } from '../domain/language'
import { ENTRY_KINDS } from '../domain/sourceKinds'
import { parsePlainDate, type PlainDate } from '../domain/time'
import { parseWeek, type WeekId } from '../domain/week'

/*
 * Every button of every card, declared once: what its data holds and which inputs join it. Clients merge a card's
 * inputs into the data as strings, those of all forms on the card. An input that exists once for each row is named
 * `field.key` (`why.A-12`) and arrives here as `typed['A-12'].why`.
 */

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== ''
const matches = (value: unknown, pattern: RegExp) => typeof value === 'string' && pattern.test(value)

const project = z.custom<ProjectId>(isFilled)
const itemId = z.custom<ItemId>((value) => matches(value, /^A-[1-9]\d{0,6}$/))
const issueId = z.custom<IssueId>((value) => matches(value, /^I-[1-9]\d{0,6}$/))
const recordId = z.custom<RecordId>((value) => matches(value, /^[AI]-[1-9]\d{0,6}$/))
const entryId = z.custom<EntryId>((value) => matches(value, /^S-[1-9]\d{0,6}$/))
const importId = z.custom<ImportId>((id) => typeof id === 'string' && id !== '' && id.length <= 100)
const questionId = z.custom<QuestionId>((value) => isFilled(value) && value.length <= 200)
const week = z.custom<WeekId>((value) => isFilled(value) && parseWeek(value) !== undefined)
const workstream = z.custom<WorkstreamId>(isFilled)
const personId = z.custom<PersonId>(isFilled)
const count = z.coerce.number().int().min(0).max(1_000_000)
/** The version that the card showed; null where the card was made before anything was saved. */
const seen = count.nullable()

/** Value of the choice "nobody" in a list of people, and of "leave it" in any other. */
export const NONE = 'none'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
/** Channels ticked in a list: clients send the values of what is ticked with commas between. */
const channelIds = z.union([
  text.transform((value) => value.split(',').filter(isFilled).map(channelIn)),
  z.array(z.custom<ChannelId>(isFilled)),
])
/** Someone chosen from a list; null for nobody. */
const person = z
  .string()
  .nullish()
  .transform((value) => (isFilled(value) && value !== NONE ? (value as PersonId) : null))
/** As typed or picked; `toCommand` reads it and says when it can't. */
const date = text
/** A day that a card carries by itself. */
const day = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined)
const severity = z
  .enum(['showStopper', 'workaround', 'cosmetic', NONE, ''])
  .nullish()
  .transform((value): Severity | null => (!value || value === NONE ? null : value))
const rag = z.enum(['red', 'amber', 'green']) satisfies z.ZodType<Rag>
const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .nullish()
  .transform((value) => value === true || value === 'true')
const flagIfShown = z.union([z.boolean(), z.enum(['true', 'false'])]).optional()
/** An input that the form may not have: undefined then, which leaves the field alone. */
const textIfShown = z.string().optional()

/** A channel's id as the value of a choice: ids are opaque, and one with a comma would be read as two. */
export function channelValue(id: ChannelId): string {
  return id.replaceAll('%', '%25').replaceAll(',', '%2C')
}

function channelIn(value: string): ChannelId {
  return value.replaceAll('%2C', ',').replaceAll('%25', '%') as ChannelId
}

const link = z.object({ conversation: z.string(), message: z.string() })
const people = z.array(z.object({ name: z.string(), id: personId })).optional()

const itemFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('overdue') }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('dueBy'), until: day }),
  z.object({ kind: z.literal('of'), person: personId }),
])
const issueFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('severity'), severity: z.enum(['showStopper', 'workaround', 'cosmetic']) }),
  z.object({ kind: z.literal('notRated') }),
  z.object({ kind: z.literal('unowned') }),
  z.object({ kind: z.literal('of'), person: personId }),
  z.object({ kind: z.literal('words'), words: z.string() }),
])

/** What stands in the small form of one row of a weekly card. */
const notOnTrack = z.object({ why: text, newDate: date, needs: person })
const rowForms = z.record(z.string(), notOnTrack).optional()
/** `shown`: how many rows the card showed in full, so that the next one shows as many. */
const weekly = { project, week, shown: count.optional() }
const weeklyInputs = { typed: rowForms, comment: textIfShown }

/** The colour of one workstream in a draft, and why it is another than the rule's. */
const lineColour = z.object({ colour: rag, why: text })
/**
 * What the rules said when a draft's form was shown, of all that nobody had set: what is sent as it was shown was not
 * edited. By workstream; `overall` is absent where it was set.
 */
const ruled = z
  .object({ headline: z.string(), overall: rag.optional(), workstreams: z.record(z.string(), rag) })
  .optional()
const recapInputs = {
  headline: textIfShown,
  note: textIfShown,
  overall: rag.optional(),
  overallWhy: text,
  typed: z.record(z.string(), lineColour).optional(),
}

const setupInputs = {
  name: text,
  customer: text,
  lead: person,
  zone: text,
  goLive: date,
  goLiveWhy: text,
  workstreams: text,
  ask: text,
  remind: text,
  draft: text,
  post: text,
  namesWhoIsMissing: flag,
  /** Older forms do not have these two. */
  reminds: flagIfShown,
  language: z.enum(LANGUAGES).optional(),
}

/** `raises`: on or off. Numbers come as typed: the flow says what is wrong with them. */
const raisingInputs = {
  raises: flag,
  days: text,
  silentWeeks: text,
  blockedDays: text,
  showStopperDays: text,
  moves: text,
}

const itemChange = { project, id: itemId, seen }
const issueChange = { project, id: issueId, seen }

const entryInputs = {
  title: text,
  about: z.enum([...ENTRY_KINDS, '']).nullish(),
  content: text,
  owner: person,
  reviewDays: text,
  toBeRead: flag,
}

const VERBS = {
  /** Runs a sentence as if its author had typed it; `people` says whom the names in it mean. */
  say: tap({ project: project.optional(), text: z.string().min(1), people }),

  /** `back`: from a form or a page of the same record, whose place it takes. */
  'item.show': tap({ project, id: itemId, back: z.boolean().optional() }),
  /** Pages count from the newest change. */
  'item.history': tap({ project, id: itemId, page: count.optional() }),
  /** Opens the form of a change. */
  'item.form': tap({ ...itemChange, change: z.enum(['block', 'move', 'own', 'reopen', 'cancel']) }),
  'item.add': form(
    { project, conversation: link.optional() },
    { title: text, owner: person, for: person, due: date, unblocks: text, workstream: text },
  ),
  'item.done': tap(itemChange),
  'item.start': tap(itemChange),
  'item.block': form(itemChange, { reason: text, needs: person }),
  'item.move': form(itemChange, { newDate: date, why: text }),
  'item.own': form(itemChange, { owner: person }),
  'item.reopen': form(itemChange, { why: text }),
  'item.cancel': form(itemChange, { why: text }),
  'items.page': tap({ project, filter: itemFilter, page: count }),

  'issue.show': tap({ project, id: issueId, back: z.boolean().optional() }),
  'issue.history': tap({ project, id: issueId, page: count.optional() }),
  'issue.form': tap({
    ...issueChange,
    change: z.enum(['triage', 'defer', 'reopen', 'duplicate', 'edit']),
  }),
  'issue.triage': form(issueChange, { severity, owner: person }),
  'issue.fix': tap(issueChange),
  'issue.retest': tap(issueChange),
  'issue.close': tap(issueChange),
  'issue.defer': form(issueChange, { why: text }),
  'issue.reopen': form(issueChange, { why: text }),
  'issue.duplicate': form(issueChange, { of: text }),
  /** A field that its form shows empty is emptied. */
  'issue.edit': form(issueChange, {
    title: textIfShown,
    details: textIfShown,
    where: textIfShown,
    steps: textIfShown,
    happened: textIfShown,
    workaround: textIfShown,
    workstream: workstream.optional(),
  }),
  /** Fills in what was missing; what is left empty stays as it is. */
  'issue.complete': form(issueChange, {
    where: text,
    steps: text,
    happened: text,
    workaround: text,
    severity,
  }),
  'issues.page': tap({ project, filter: issueFilter, page: count }),

  undo: tap({ project, id: recordId, version: count }),

  'setup.open': tap({ project: project.optional() }),
  /** `version`: the project's when the form was opened; null for a new one. */
  'setup.save': form({ project: project.optional(), version: count.nullable() }, setupInputs),
  'raising.open': tap({ project }),
  /** `version`: the project's when the form was opened. */
  'raising.save': form({ project, version: count }, raisingInputs),
  pause: tap({ project }),
  resume: tap({ project }),

  /** `back`: from an answer to pinning, whose place it takes. */
  pin: tap({ project, back: z.boolean().optional() }),
  unpin: tap({ project, back: z.boolean().optional() }),

  'ask.now': tap({ project }),
  'week.show': tap({ project, week: week.optional() }),
  'week.answer': form(
    { ...weekly, item: itemId, says: z.enum(['done', 'onTrack', 'notOnTrack']) },
    weeklyInputs,
  ),
  'week.noChange': form(weekly, weeklyInputs),
  /** Opens an answered row to be answered again; without an item, all of them. */
  'week.change': form({ ...weekly, item: itemId.optional() }, weeklyInputs),
  'week.comment': form(weekly, weeklyInputs),
  'week.more': form(weekly, weeklyInputs),
  /** Opens the ways to put the card off. */
  'week.later': form(weekly, weeklyInputs),
  'week.snooze': form({ ...weekly, choice: z.enum(['hour', 'tomorrow', 'nextWeek']) }, weeklyInputs),

  'away.form': tap({ project }),
  'away.save': form({ project }, { from: date, until: date, delegate: person }),
  'away.end': tap({ project }),

  /** `mine`: what waits for the tapper's word that it is still true. */
  'source.show': tap({ project, mine: z.boolean().optional() }),
  /** The form of an entry, or of a new one. `aside`: as a message of its own. `question`: what it is to answer. */
  'source.form': tap({
    project,
    id: entryId.optional(),
    title: z.string().optional(),
    question: questionId.optional(),
    aside: z.boolean().optional(),
  }),
  'entry.show': tap({ project, id: entryId, aside: z.boolean().optional() }),
  'entry.history': tap({ project, id: entryId, page: count.optional() }),
  /** `over`: the form stands in the place of another card. */
  'entry.save': form(
    {
      project,
      id: entryId.optional(),
      seen,
      question: questionId.optional(),
      over: z.boolean().optional(),
    },
    entryInputs,
  ),
  'entry.verify': tap({ project, id: entryId, seen }),
  'entry.remove': tap({ project, id: entryId, seen }),
  'entry.undo': tap({ project, id: entryId, version: count }),
  'entry.read': tap({ project, id: entryId, version: count }),
  /** "Still true", on a weekly card. */
  'week.stillTrue': form({ ...weekly, entry: entryId, seen }, weeklyInputs),
  'question.ask': tap({ project, text: z.string().min(1) }),
  /** Without an entry: it needs no answer. */
  'question.settle': tap({ project, question: questionId, entry: entryId.optional() }),
  'anchor.post': tap({ project }),

  /** A file that was sent in the chat, for this project. */
  'import.fetch': tap({ project, url: z.string().min(1).max(4_000), name: z.string().min(1).max(300) }),
  'import.show': tap({ project, id: importId }),
  'import.run': tap({ project, id: importId }),

  status: tap({ project }),
  'draft.open': tap({ project }),
  'draft.save': form({ project, week, ruled }, recapInputs),
  'recap.post': form({ project, week: week.optional(), ruled }, recapInputs),
  /** Opens the form by which a posted recap is corrected: the latest one's without a week. */
  'recap.correct': tap({ project, week: week.optional() }),
  /** `seen`: how often the recap had been corrected when the form was made. */
  'recap.saveCorrection': form({ project, week, seen: count }, recapInputs),
  'audience.open': tap({ project }),
  'audience.save': form({ project, version: count }, { channels: channelIds }),
  deliveries: tap({ project }),
}

type Verbs = typeof VERBS
export type Verb = keyof Verbs

/** What a button asks for, read and typed. */
export type CardAction = {
  [V in Verb]: { readonly verb: V } & Readonly<z.output<Verbs[V]['shape']>>
}[Verb]

export type CardActionOf<V extends Verb> = Extract<CardAction, { verb: V }>

/** What a button of this verb must carry; what its inputs would say may be carried as well. */
export type ButtonData<V extends Verb> = z.input<Verbs[V]['data']> & Partial<z.input<Verbs[V]['shape']>>

/** Names of the inputs that join a button of this verb. */
type InputName<V extends Verb> = keyof Verbs[V]['inputs']['shape'] & string

export type ExecuteAction = {
  readonly type: 'Action.Execute'
  readonly title?: string
  readonly tooltip?: string
  readonly verb: Verb
  readonly data: Readonly<Record<string, unknown>>
  /** `none`: the button takes no input of the card with it. */
  readonly associatedInputs?: 'auto' | 'none'
  readonly style?: 'default' | 'positive' | 'destructive'
}

/** The id of an input, checked against what the verb's button takes with it. */
export function inputOf<V extends Verb>(_verb: V, name: InputName<V>): string {
  return name
}

/** The id of an input that stands once for each row. */
export function rowInput(
  name: keyof z.input<typeof notOnTrack> | keyof z.input<typeof lineColour>,
  key: string,
): string {
  return `${name}.${key}`
}

/** A button that does this; its data can't miss anything. */
export function execute<V extends Verb>(title: string, verb: V, data: ButtonData<V>): ExecuteAction {
  return { type: 'Action.Execute', title, verb, data }
}

/** The data of a button that would do this action again. */
export function repeat(title: string, action: CardAction): ExecuteAction {
  const { verb, ...data } = action
  return { type: 'Action.Execute', title, verb, data }
}

/** Reads what a client sent for a tapped button; `undefined` for what no card of ours sends. */
export function parseCardAction(verb: unknown, data: unknown): CardAction | undefined {
  if (typeof verb !== 'string' || !Object.hasOwn(VERBS, verb)) return undefined
  const parsed = VERBS[verb as Verb].shape.safeParse(gathered(data))
  return parsed.success ? ({ verb, ...parsed.data } as CardAction) : undefined
}

/** Collects the inputs named `field.key` under their keys. */
function gathered(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  const rows = new Map<string, Map<string, unknown>>()
  const rest = new Map<string, unknown>()
  for (const [name, value] of Object.entries(data)) {
    const dot = name.indexOf('.')
    if (dot < 1) rest.set(name, value)
    else {
      const key = name.slice(dot + 1)
      const row = rows.get(key) ?? new Map<string, unknown>()
      rows.set(key, row.set(name.slice(0, dot), value))
    }
  }
  if (rows.size > 0) {
    rest.set('typed', Object.fromEntries([...rows].map(([key, row]) => [key, Object.fromEntries(row)])))
  }
  return Object.fromEntries(rest)
}

/** A button that takes inputs along. */
function form<D extends z.ZodRawShape, I extends z.ZodRawShape>(data: D, inputs: I) {
  return { data: z.object(data), inputs: z.object(inputs), shape: z.object({ ...data, ...inputs }) }
}

/** A button that needs no input. */
function tap<D extends z.ZodRawShape>(data: D) {
  return form(data, {})
}

/** How the answer to a tap is shown. */
export type Place =
  /** It takes the card's place for everyone: the message is edited. */
  | 'everyone'
  /** It takes the card's place for who tapped, and leaves the message as it is: forms, pages, private looks. */
  | 'onlyYou'
  /** It takes the card's place for who tapped; in their own chat, where nobody else sees it, for good. */
  | 'yours'
  /** It comes as a message of its own and leaves the tapped card alone. */
  | 'newMessage'

/** Where the answer to this action belongs when nothing stands against it. */
export function placeOf(action: CardAction): Place {
  switch (action.verb) {
    case 'item.show':
    case 'issue.show':
    case 'pin':
      return action.back === true ? 'everyone' : 'newMessage'
    case 'entry.show':
    case 'source.form':
      return action.aside === true ? 'newMessage' : 'yours'
    case 'entry.save':
      return action.over === true ? 'yours' : 'everyone'
    case 'source.show':
    case 'entry.history':
    case 'entry.verify':
    case 'entry.remove':
    case 'entry.undo':
    case 'question.settle':
      return 'yours'
    case 'anchor.post':
    case 'say':
    case 'setup.open':
    case 'raising.open':
    case 'week.show':
    case 'status':
    case 'draft.open':
    case 'ask.now':
    case 'recap.post':
    case 'recap.correct':
    case 'audience.open':
    case 'deliveries':
      return 'newMessage'
    case 'item.form':
    case 'issue.form':
    case 'item.history':
    case 'issue.history':
    case 'items.page':
    case 'issues.page':
    case 'away.form':
      return 'onlyYou'
    case 'draft.save':
    case 'recap.saveCorrection':
    case 'audience.save':
    case 'issue.close':
    case 'issue.complete':
    case 'issue.defer':
    case 'issue.duplicate':
    case 'issue.edit':
    case 'issue.fix':
    case 'issue.reopen':
    case 'issue.retest':
    case 'issue.triage':
    case 'entry.read':
    case 'item.add':
    case 'item.block':
    case 'item.cancel':
    case 'item.done':
    case 'item.move':
    case 'item.own':
    case 'item.reopen':
    case 'item.start':
    case 'pause':
    case 'raising.save':
    case 'question.ask':
    case 'resume':
    case 'setup.save':
    case 'undo':
    case 'unpin':
    case 'week.answer':
    case 'week.change':
    case 'week.comment':
    case 'week.later':
    case 'week.more':
    case 'week.noChange':
    case 'week.snooze':
    case 'away.save':
    case 'away.end':
    case 'week.stillTrue':
    case 'import.fetch':
    case 'import.show':
    case 'import.run':
      return 'everyone'
  }
}
