import { distance } from 'fastest-levenshtein'
import { dueOn, moved, type DueDate } from './dueDate'
import type { WorkstreamId } from './ids'
import type { Language } from './language'
import type { Person } from './person'
import type { Project, Workstream } from './project'
import { cleanLine, cleanText } from './text'
import { parsePlainDate, parseWallTime, parseZone, type Instant, type WallTime, type ZoneId } from './time'
import { USUAL_WEEK, type StepTime, type WeekStep, type WeekTimes } from './week'

const PROJECT_NAME_MAX = 80
const WORKSTREAM_NAME_MAX = 60
export const MOST_WORKSTREAMS = 20

/** What was typed into the setup card, as typed: `readSetup` reads it and says what is wrong. */
export type SetupFields = {
  readonly name: string
  readonly customer: string
  readonly lead: Person | null
  readonly zone: string
  /** Null from a form that does not ask for it: it stays as it is. */
  readonly language: Language | null
  /** ISO date or empty. */
  readonly goLive: string
  readonly goLiveWhy: string
  /** One a line, or separated by commas. */
  readonly workstreams: string
  /** `Thu 10:00` each. */
  readonly ask: string
  readonly remind: string
  readonly draft: string
  readonly post: string
  readonly namesWhoIsMissing: boolean
  readonly reminds: boolean
}

/** The parts of a project that its setup decides. */
export type SetupValues = Pick<
  Project,
  | 'name'
  | 'customer'
  | 'lead'
  | 'zone'
  | 'language'
  | 'goLive'
  | 'workstreams'
  | 'week'
  | 'namesWhoIsMissing'
  | 'reminds'
>

/** What is wrong with one field. `max` counts UTF-16 units, or workstreams. */
export type SetupFault =
  | { readonly field: 'name' | 'lead' | 'zone' | 'goLiveWhy'; readonly because: 'missing' }
  | {
      readonly field: 'name' | 'customer' | 'workstreams' | 'goLiveWhy'
      readonly because: 'tooLong'
      readonly max: number
    }
  /** At most five zones that may be meant, the likeliest first. */
  | { readonly field: 'zone'; readonly because: 'notAZone'; readonly suggestions: readonly ZoneId[] }
  | { readonly field: 'goLive'; readonly because: 'notADate' }
  /** Once given, the go-live date moves and is not forgotten: its drift is the story. */
  | { readonly field: 'goLive'; readonly because: 'cannotBeRemoved' }
  | { readonly field: 'workstreams'; readonly because: 'tooMany'; readonly max: number }
  | { readonly field: 'workstreams'; readonly because: 'twice'; readonly name: string }
  | { readonly field: WeekStep; readonly because: 'notATime' }
  /** It has to come later in the week than that step. */
  | { readonly field: WeekStep; readonly because: 'tooEarly'; readonly after: WeekStep }

export type SetupReading =
  | { readonly kind: 'ok'; readonly values: SetupValues }
  | { readonly kind: 'problems'; readonly problems: readonly SetupFault[] }

/** Who sets up and when, and the project as it is; null for a new one. */
export type SetupContext = { readonly by: Person; readonly at: Instant; readonly before: Project | null }

type Read<T> = { readonly value: T } | { readonly faults: readonly SetupFault[] }

/** Reads the setup form into a project's values, or names everything that is wrong with it at once. */
export function readSetup(form: SetupFields, ctx: SetupContext): SetupReading {
  const name = readName(form.name)
  const customer = readCustomer(form.customer)
  const lead: Read<Person> = form.lead
    ? { value: form.lead }
    : { faults: [{ field: 'lead', because: 'missing' }] }
  const zone = readZone(form.zone)
  const goLive = readGoLive(form, ctx)
  const workstreams = readWorkstreams(form.workstreams, ctx.before?.workstreams ?? [])
  const week = readWeek(form)
  if (
    'value' in name &&
    'value' in customer &&
    'value' in lead &&
    'value' in zone &&
    'value' in goLive &&
    'value' in workstreams &&
    'value' in week
  ) {
    return {
      kind: 'ok',
      values: {
        name: name.value,
        customer: customer.value,
        lead: lead.value,
        zone: zone.value,
        language: form.language ?? ctx.before?.language ?? 'en',
        goLive: goLive.value,
        workstreams: workstreams.value,
        week: week.value,
        namesWhoIsMissing: form.namesWhoIsMissing,
        reminds: form.reminds,
      },
    }
  }
  const all = [name, customer, lead, zone, goLive, workstreams, week]
  return { kind: 'problems', problems: all.flatMap((part) => ('faults' in part ? part.faults : [])) }
}

/** The form as it opens: filled in from the project; for a new one, with the usual week. */
export function setupFieldsOf(project: Project | null): SetupFields {
  const week = project?.week ?? USUAL_WEEK
  return {
    name: project?.name ?? '',
    customer: project?.customer ?? '',
    lead: project?.lead ?? null,
    zone: project?.zone ?? '',
    language: project?.language ?? null,
    goLive: project?.goLive ? dueOn(project.goLive) : '',
    goLiveWhy: '',
    workstreams: project?.workstreams.map((workstream) => workstream.name).join('\n') ?? '',
    ask: stepText(week.ask),
    remind: stepText(week.remind),
    draft: stepText(week.draft),
    post: stepText(week.post),
    namesWhoIsMissing: project?.namesWhoIsMissing ?? false,
    reminds: project?.reminds ?? true,
  }
}

function readName(typed: string): Read<string> {
  const name = cleanLine(typed, PROJECT_NAME_MAX)
  if (name.kind === 'tooLong') return fault({ field: 'name', because: 'tooLong', max: name.max })
  return name.text === '' ? fault({ field: 'name', because: 'missing' }) : { value: name.text }
}

function readCustomer(typed: string): Read<string> {
  const customer = cleanLine(typed, PROJECT_NAME_MAX)
  return customer.kind === 'tooLong'
    ? fault({ field: 'customer', because: 'tooLong', max: customer.max })
    : { value: customer.text }
}

/** Abbreviations that people type. As zones they would be fixed offsets or another continent's, so they only suggest. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Copenhagen', 'Europe/Madrid', 'Europe/Rome'],
  EET: ['Europe/Helsinki', 'Europe/Athens', 'Europe/Bucharest'],
  WET: ['Europe/Lisbon'],
  BST: ['Europe/London'],
  ET: ['America/New_York'],
  CT: ['America/Chicago'],
  MT: ['America/Denver', 'America/Phoenix'],
  PT: ['America/Los_Angeles'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  AET: ['Australia/Sydney', 'Australia/Brisbane'],
}
const SPELLINGS: Readonly<Record<string, string>> = {
  CEST: 'CET',
  MET: 'CET',
  EEST: 'EET',
  EST: 'ET',
  EDT: 'ET',
  EST5EDT: 'ET',
  CST: 'CT',
  CDT: 'CT',
  CST6CDT: 'CT',
  MST: 'MT',
  MDT: 'MT',
  MST7MDT: 'MT',
  PST: 'PT',
  PDT: 'PT',
  PST8PDT: 'PT',
  AEST: 'AET',
  AEDT: 'AET',
}

const MOST_SUGGESTIONS = 5

/** A city alone is enough where one zone bears its name: "copenhagen". */
function readZone(typed: string): Read<ZoneId> {
  const text = typed.trim()
  if (text === '') return fault({ field: 'zone', because: 'missing' })
  const abbreviated = ABBREVIATIONS[SPELLINGS[text.toUpperCase()] ?? text.toUpperCase()]
  if (abbreviated) return notAZone(abbreviated)
  const wanted = text.toLowerCase().replace(/[\s_]+/g, '_')
  const zone = parseZone(wanted)
  if (zone !== undefined) return { value: zone }
  const zones = Intl.supportedValuesOf('timeZone')
  const city = parseZone(zones.find((candidate) => cityOf(candidate) === wanted) ?? '')
  return city === undefined ? notAZone(closestZones(wanted, zones)) : { value: city }
}

function closestZones(wanted: string, zones: readonly string[]): string[] {
  return zones
    .map((zone) => ({ zone, distance: zoneDistance(wanted, zone) }))
    .filter((candidate) => candidate.distance <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .map((candidate) => candidate.zone)
}

function zoneDistance(wanted: string, zone: string): number {
  const whole = zone.toLowerCase()
  if (wanted.length >= 3 && whole.includes(wanted)) return 0
  return Math.min(distance(wanted, whole), distance(wanted.split('/').at(-1) ?? wanted, cityOf(zone)))
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase()
}

function notAZone(names: readonly string[]): Read<ZoneId> {
  const suggestions = names.flatMap((name) => parseZone(name) ?? [])
  return fault({ field: 'zone', because: 'notAZone', suggestions })
}

/** A first date is given; any later one is a move in the ledger and needs a why. */
function readGoLive(form: SetupFields, { by, at, before }: SetupContext): Read<DueDate | null> {
  const typed = form.goLive.trim()
  const due = before?.goLive ?? null
  if (typed === '') {
    return due === null ? { value: null } : fault({ field: 'goLive', because: 'cannotBeRemoved' })
  }
  const date = parsePlainDate(typed)
  if (date === undefined) return fault({ field: 'goLive', because: 'notADate' })
  if (due === null) return { value: { first: date, moves: [] } }
  if (date === dueOn(due)) return { value: due }
  const why = cleanText(form.goLiveWhy)
  if (why.kind === 'tooLong') return fault({ field: 'goLiveWhy', because: 'tooLong', max: why.max })
  if (why.text === '') return fault({ field: 'goLiveWhy', because: 'missing' })
  return { value: moved(due, { to: date, by, at, why: why.text }) }
}

function readWorkstreams(typed: string, before: readonly Workstream[]): Read<readonly Workstream[]> {
  const lines = typed
    .split(/[\r\n,;]+/)
    .map((line) => cleanLine(line, WORKSTREAM_NAME_MAX))
    .filter((line) => line.kind === 'tooLong' || line.text !== '')
  if (lines.length > MOST_WORKSTREAMS) {
    return fault({ field: 'workstreams', because: 'tooMany', max: MOST_WORKSTREAMS })
  }
  const names: string[] = []
  for (const line of lines) {
    if (line.kind === 'tooLong') return fault({ field: 'workstreams', because: 'tooLong', max: line.max })
    if (names.some((name) => isSameName(name, line.text))) {
      return fault({ field: 'workstreams', because: 'twice', name: line.text })
    }
    names.push(line.text)
  }
  return { value: withIds(names, before) }
}

/** A name known already keeps its id, and so does one that replaced a lost name on the same line: it was renamed. */
function withIds(names: readonly string[], before: readonly Workstream[]): Workstream[] {
  const isKept = (old: Workstream) => names.some((name) => isSameName(name, old.name))
  const known = names.map((name, line) => {
    const same = before.find((old) => isSameName(old.name, name))
    const renamed = before[line] && !isKept(before[line]) ? before[line] : undefined
    return (same ?? renamed)?.id
  })
  const taken = new Set<string>([...before.map((old) => old.id), ...known.flatMap((id) => id ?? [])])
  return names.map((name, line) => {
    const id = known[line] ?? freeId(name, taken)
    taken.add(id)
    return { id, name }
  })
}

/** Made of the name's letters and digits in any script, so that an export can be read; numbered when it is taken. */
function freeId(name: string, taken: ReadonlySet<string>): WorkstreamId {
  const stem =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'workstream'
  let id = stem
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`
  return id as WorkstreamId
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** Which steps each step must come after. A reminder and the draft may come in either order. */
const ORDER: readonly (readonly [step: WeekStep, after: WeekStep])[] = [
  ['remind', 'ask'],
  ['draft', 'ask'],
  ['post', 'remind'],
  ['post', 'draft'],
]
const STEPS = ['ask', 'remind', 'draft', 'post'] as const

function readWeek(form: SetupFields): Read<WeekTimes> {
  const times: Partial<Record<WeekStep, StepTime>> = {}
  const faults: SetupFault[] = []
  for (const step of STEPS) {
    const time = parseStepTime(form[step])
    if (time) times[step] = time
    else faults.push({ field: step, because: 'notATime' })
  }
  for (const [step, after] of ORDER) {
    const [time, earlier] = [times[step], times[after]]
    const isFaulty = faults.some((known) => known.field === step)
    if (time && earlier && !isFaulty && compareSteps(time, earlier) <= 0) {
      faults.push({ field: step, because: 'tooEarly', after })
    }
  }
  const { ask, remind, draft, post } = times
  const isRead = ask && remind && draft && post && faults.length === 0
  return isRead ? { value: { ask, remind, draft, post } } : { faults }
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const TAGE = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']

/** Reads `Thu 10:00`, `thursday, 10.00`, `Fri 3 pm`, `Do 10:00`, `Freitag, 15 Uhr`; `undefined` for anything else. */
export function parseStepTime(text: string): StepTime | undefined {
  const match =
    /^([a-z]{2,10})\.?,?\s+(?:at\s+|um\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|([ap]\.?m\.?))?$/.exec(
      text.trim().toLowerCase(),
    )
  if (!match) return undefined
  const [, dayName = '', hours = '', minutes = '00', half] = match
  const days = DAYS.flatMap((name, at) => {
    const isMeant = [name, TAGE[at] ?? ''].some((one) => one.startsWith(dayName))
    return isMeant ? [at + 1] : []
  })
  const time = wallTimeOf(Number(hours), minutes, half?.startsWith('p') ?? null)
  const [day] = days
  return day === undefined || days.length > 1 || time === undefined ? undefined : { day, time }
}

function wallTimeOf(hours: number, minutes: string, afternoon: boolean | null): WallTime | undefined {
  if (afternoon === null) return parseWallTime(`${hours}:${minutes}`)
  if (hours < 1 || hours > 12) return undefined
  return parseWallTime(`${(hours % 12) + (afternoon ? 12 : 0)}:${minutes}`)
}

function stepText({ day, time }: StepTime): string {
  const name = DAYS[day - 1] ?? ''
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)} ${time}`
}

function compareSteps(a: StepTime, b: StepTime): number {
  return a.day - b.day || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)
}

function fault(problem: SetupFault): { readonly faults: readonly SetupFault[] } {
  return { faults: [problem] }
}
