import { distance } from 'fastest-levenshtein'
import { phrase, textOf, type SheetRow } from './cell'
import { FIELDS, KEY_HEADING, type Field, type SheetKind } from './fields'

/** What people call the columns. The first words that fit decide; a heading in none of the lists is left out. */
const CALLED: Readonly<Record<Field, readonly string[]>> = {
  key: [phrase(KEY_HEADING)],
  number: [
    'number',
    'id',
    'no',
    'nr',
    'ref',
    'reference',
    'key',
    'issue id',
    'issue no',
    'issue number',
    'issue key',
    'action id',
    'action no',
    'bug id',
    'defect id',
    'defect no',
    'ticket',
    'ticket id',
    'ticket no',
    'ticket number',
    'item no',
    'item id',
    'task id',
    'log no',
    'raid id',
    'incident id',
    'test id',
    'nummer',
    's no',
    'sr no',
    'sl no',
  ],
  title: [
    'title',
    'summary',
    'subject',
    'headline',
    'name',
    'issue',
    'issue title',
    'issue name',
    'issue summary',
    'bug',
    'bug title',
    'defect',
    'defect title',
    'defect summary',
    'problem',
    'what',
    'what is wrong',
    'short description',
    'action',
    'action item',
    'action title',
    'action required',
    'task',
    'task name',
    'item',
    'to do',
    'todo',
    'deliverable',
    'activity',
    'titel',
    'betreff',
    'aufgabe',
    'problem statement',
    'problem titel',
    'kurzbeschreibung',
    'massnahme',
    'maßnahme',
    'was',
  ],
  details: [
    'details',
    'description',
    'detail',
    'notes',
    'note',
    'comment',
    'comments',
    'remarks',
    'remark',
    'more',
    'issue description',
    'defect description',
    'bug description',
    'action description',
    'long description',
    'observations',
    'actual result',
    'actual results',
    'expected result',
    'expected results',
    'beschreibung',
    'bemerkung',
    'notizen',
    'mitigation',
    'mitigation response plan',
    'mitigation plan',
    'response plan',
    'latest update',
    'update',
    'updates',
    'progress notes',
    'root cause',
    'impact description',
    'history',
    'einzelheiten',
    'anmerkung',
    'anmerkungen',
    'kommentar',
  ],
  where: [
    'where',
    'where in the system',
    'module',
    'area',
    'component',
    'screen',
    'page',
    'environment',
    'system',
    'functional area',
    'location',
    'feature',
    'application',
    'process',
    'modul',
    'bereich',
    'url',
    'wo',
    'maske',
    'komponente',
    'system bereich',
  ],
  steps: [
    'steps',
    'steps to reproduce',
    'repro steps',
    'reproduction steps',
    'how to reproduce',
    'reproduction',
    'test steps',
    'schritte',
    'schritte zum nachstellen',
  ],
  happened: [
    'happened',
    'when',
    'when did it happen',
    'occurred',
    'date of occurrence',
    'when it happened',
    'wann es auftrat',
    'wann',
    'aufgetreten am',
  ],
  severity: [
    'severity',
    'sev',
    'priority',
    'prio',
    'criticality',
    'urgency',
    'severity level',
    'issue priority',
    'issue severity',
    'priority level',
    'schweregrad',
    'prioritat',
    'schwere',
    'dringlichkeit',
  ],
  workaround: [
    'workaround',
    'work around',
    'temporary solution',
    'interim solution',
    'umweg',
    'umgehung',
    'umgehungslosung',
  ],
  owner: [
    'owner',
    'assigned to',
    'assignee',
    'assigned',
    'responsible',
    'who',
    'action owner',
    'issue owner',
    'task owner',
    'owned by',
    'resource',
    'responsible person',
    'accountable',
    'lead',
    'dri',
    'pic',
    'owner name',
    'verantwortlich',
    'zustandig',
    'person responsible',
    'bearbeiter',
    'zustandige person',
    'wer',
    'verantwortlicher',
  ],
  for: [
    'for',
    'waits for it',
    'waiting',
    'needed by whom',
    'requested by',
    'requester',
    'requestor',
    'for whom',
    'who waits',
    'fur',
    'fur wen',
  ],
  unblocks: ['unblocks', 'so that', 'enables', 'needed for', 'blocks what', 'danach moglich', 'danach'],
  workstream: [
    'workstream',
    'work stream',
    'stream',
    'track',
    'phase',
    'team',
    'work package',
    'teilprojekt',
    'arbeitspaket',
    'projektphase',
  ],
  status: [
    'status',
    'state',
    'issue status',
    'action status',
    'current status',
    'progress',
    'stand',
    'open closed',
  ],
  why: [
    'why',
    'reason',
    'blocked because',
    'block reason',
    'reason for status',
    'status reason',
    'resolution',
    'grund',
    'begrundung',
    'warum',
  ],
  due: [
    'due',
    'due date',
    'deadline',
    'target date',
    'target',
    'by when',
    'finish',
    'finish date',
    'end date',
    'planned end',
    'date due',
    'target completion date',
    'target completion',
    'target resolution date',
    'eta',
    'needed by',
    'complete by',
    'completion date',
    'fallig',
    'fallig am',
    'termin',
    'falligkeit',
    'frist',
    'bis wann',
  ],
  raised: [
    'raised',
    'date raised',
    'reported on',
    'created',
    'created on',
    'created date',
    'date created',
    'opened',
    'date opened',
    'opened on',
    'open date',
    'date',
    'date identified',
    'date logged',
    'logged',
    'date reported',
    'reported date',
    'identified on',
    'raised on',
    'entry date',
    'start date',
    'start',
    'erstellt',
    'erstellt am',
    'datum',
    'gemeldet am',
    'angelegt am',
    'erfasst am',
  ],
  ended: [
    'ended',
    'closed',
    'closed on',
    'date closed',
    'closed date',
    'resolved on',
    'date resolved',
    'resolved',
    'resolution date',
    'actual end',
    'completed',
    'completed on',
    'date completed',
    'actual completion date',
    'done on',
    'erledigt am',
    'geschlossen am',
    'abgeschlossen am',
  ],
  reporter: [
    'reporter',
    'reported by',
    'raised by',
    'found by',
    'logged by',
    'created by',
    'identified by',
    'submitted by',
    'tester',
    'author',
    'gemeldet von',
    'erfasst von',
    'melder',
  ],
  category: [
    'category',
    'type',
    'record type',
    'raid type',
    'raid category',
    'raid',
    'kind',
    'issue type',
    'item type',
    'entry type',
    'log type',
    'typ',
    'art',
    'kategorie',
  ],
}

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  (Object.keys(CALLED) as Field[]).flatMap((field) => CALLED[field].map((name) => [name, field] as const)),
)

/** What a heading says, or nothing. What stands in brackets ("Probability (1-5)") and small slips of the pen don't count. */
export function fieldCalled(heading: string, kind: SheetKind): Field | undefined {
  if (heading.length > 60) return undefined
  const whole = phrase(heading.replaceAll(/[([{][^)\]}]*[)\]}]/g, ' '))
  const known = BY_NAME.get(whole) ?? slippedName(whole)
  // An issue has no due date of its own; what the file says of one is kept in its details.
  if (known === 'due' && kind === 'issues') return 'details'
  return known !== undefined && (FIELDS[kind].includes(known) || known === 'details') ? known : undefined
}

function slippedName(whole: string): Field | undefined {
  if (whole.length < 5) return undefined
  const most = whole.length < 7 ? 1 : 2
  for (const [name, field] of BY_NAME) {
    if (name.length >= 5 && Math.abs(name.length - whole.length) <= most && name[0] === whole[0]) {
      if (distance(name, whole) <= most) return field
    }
  }
  return undefined
}

/** A column of a sheet: where it stands, from 0, what stands over it, and what it is taken for. */
export type Column = { readonly at: number; readonly heading: string; readonly field: Field | null }

export type Header = {
  /** The row of the headings as the sheet numbers it. */
  readonly row: number
  readonly kind: SheetKind
  readonly columns: readonly Column[]
}

/** So many rows at the start of a sheet are looked at for its headings. */
export const HEADER_WITHIN = 60
const MOST_COLUMNS = 100

/** The row of headings among the first rows of a sheet, under whatever titles stand there; null where there is none. */
export function findHeader(name: string, rows: readonly SheetRow[]): Header | null {
  if (isBesideThePoint(name)) return null
  let best: (Header & { readonly known: number }) | null = null
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const kind = kindOf(name, row)
    const columns = columnsOf(row, kind)
    const known = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field]))).size
    const hasTitle = columns.some(({ field }) => field === 'title')
    if (hasTitle && known >= 2 && known > (best?.known ?? 0)) best = { row: row.number, kind, columns, known }
  }
  return best && { row: best.row, kind: best.kind, columns: best.columns }
}

/** Sheets that hold no records of ours, some of them of our own export. */
function isBesideThePoint(name: string): boolean {
  return /^(?:delay ledger|recaps|source of truth|verschiebungen|wochenberichte|projektwissen|legend|legende|lists?|look ?ups?|instructions|anleitung|hinweise|read ?me|how to\b.*|drop ?downs?|validation)$/.test(
    phrase(name),
  )
}

/** What the rows are, by the sheet's name first and then by headings that only one of the two has. */
function kindOf(name: string, row: SheetRow): SheetKind {
  const called = phrase(name)
  const headings = row.cells.map((cell) => phrase(textOf(cell)))
  const has = (...words: readonly string[]) => words.filter((word) => headings.includes(word)).length
  const issues =
    (/\b(?:issues?|bugs?|defects?|incidents?|raid|uat|tickets?|faults?|probleme?|problemliste|fehler|mangel)\b/.test(
      called,
    )
      ? 3
      : 0) +
    has(
      'severity',
      'steps',
      'steps to reproduce',
      'issue',
      'bug',
      'defect',
      'reported by',
      'where',
      'module',
      'priority',
      'workaround',
      'category',
      'schwere',
      'schweregrad',
      'schritte',
      'gemeldet von',
      'umweg',
      'prioritat',
    )
  const items =
    (/\b(?:actions?|tasks?|to ?dos?|items?|deliverables?|aufgaben?|ma(?:ss|ß)nahmen?)\b/.test(called)
      ? 3
      : 0) +
    has(
      'due',
      'due date',
      'deadline',
      'action',
      'action item',
      'task',
      'for',
      'unblocks',
      'by when',
      'action owner',
      'fallig',
      'fallig am',
      'termin',
      'aufgabe',
      'massnahme',
      'maßnahme',
    )
  return items > issues ? 'items' : 'issues'
}

function columnsOf(row: SheetRow, kind: SheetKind): Column[] {
  const columns = row.cells.slice(0, MOST_COLUMNS).flatMap((cell, at): Column[] => {
    const heading = textOf(cell).replaceAll(/\s+/g, ' ')
    return heading === ''
      ? []
      : [{ at, heading, field: typeof cell === 'string' ? (fieldCalled(heading, kind) ?? null) : null }]
  })
  return kept(withTitle(oncePerField(columns)), kind)
}

/** The same columns read as the other kind of rows. */
export function columnsAs(columns: readonly Column[], kind: SheetKind): Column[] {
  const read = columns.map(({ at, heading }) => ({ at, heading, field: fieldCalled(heading, kind) ?? null }))
  return kept(withTitle(oncePerField(read)), kind)
}

/** A field has one column, the first that is called so; details alone can have several. */
function oncePerField(columns: readonly Column[]): Column[] {
  const taken = new Set<Field>()
  return columns.map((column) => {
    const { field } = column
    if (field === null || field === 'details') return column
    if (taken.has(field)) return { ...column, field: null }
    taken.add(field)
    return column
  })
}

/** Without a title, the description says what a row is about. */
function withTitle(columns: readonly Column[]): Column[] {
  if (columns.some(({ field }) => field === 'title')) return [...columns]
  const description = columns.find(
    ({ field, heading }) => field === 'details' && /descri|beschreib|^details?$/i.test(heading),
  )
  return columns.map((column) => (column === description ? { ...column, field: 'title' as const } : column))
}

/** Items keep no details: a description is what is to be done, or it is left out. */
function kept(columns: readonly Column[], kind: SheetKind): Column[] {
  return columns.map((column) =>
    column.field === null || FIELDS[kind].includes(column.field) ? column : { ...column, field: null },
  )
}
