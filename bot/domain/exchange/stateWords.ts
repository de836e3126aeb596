import type { ItemStatus } from '../actionItem'
import type { IssueStatus, Severity } from '../issue'
import { phrase } from './cell'

/** What a row of a mixed log is. `other`: something that is not kept here, a risk or an assumption. */
export type Category = 'issue' | 'item' | 'other'

/** How our own files write severities and states; they are read back from these words. */
export const SEVERITY_NAME: Readonly<Record<Severity, string>> = {
  showStopper: 'Show-stopper',
  workaround: 'Workaround',
  cosmetic: 'Cosmetic',
}
export const ISSUE_STATUS_NAME: Readonly<Record<IssueStatus, string>> = {
  new: 'New',
  triaged: 'Triaged',
  inProgress: 'In progress',
  readyForRetest: 'Ready for retest',
  reopened: 'Reopened',
  closed: 'Closed',
  deferred: 'Deferred',
  duplicate: 'Duplicate',
}
export const ITEM_STATUS_NAME: Readonly<Record<ItemStatus, string>> = {
  open: 'Open',
  inProgress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  cancelled: 'Cancelled',
}

const SEVERITY: Readonly<Record<Severity, readonly string[]>> = {
  showStopper: [
    'show stopper',
    'showstopper',
    'stopper',
    'blocker',
    'blocking',
    'critical',
    'crit',
    'urgent',
    'fatal',
    'highest',
    'very high',
    'immediate',
    'emergency',
    'p0',
    'p1',
    's1',
    'sev 1',
    'sev1',
    'severity 1',
    'prio 1',
    'priority 1',
    '1',
    '1 critical',
    'a',
    'must',
    'must have',
    'kritisch',
    'rot',
    'red',
  ],
  workaround: [
    'workaround',
    'work around',
    'major',
    'important',
    'serious',
    'p2',
    's2',
    'sev 2',
    'sev2',
    'severity 2',
    'prio 2',
    'priority 2',
    '2',
    'b',
    'should',
    'should have',
    'mittel',
    'gelb',
    'amber',
    'yellow',
  ],
  cosmetic: [
    'cosmetic',
    'minor',
    'trivial',
    'low',
    'lowest',
    'very low',
    'nice to have',
    'could',
    'could have',
    'typo',
    'p3',
    'p4',
    'p5',
    's3',
    's4',
    's5',
    'sev 3',
    'sev3',
    'sev 4',
    'severity 3',
    'severity 4',
    'prio 3',
    'priority 3',
    'prio 4',
    '3',
    '4',
    '5',
    'c',
    'd',
    'niedrig',
    'gering',
    'grun',
    'green',
  ],
}

const ISSUE_STATUS: Readonly<Record<IssueStatus, readonly string[]>> = {
  new: [
    'new',
    'open',
    'opened',
    'raised',
    'logged',
    'reported',
    'submitted',
    'to do',
    'todo',
    'not started',
    'unresolved',
    'pending',
    'backlog',
    'identified',
    'active',
    'neu',
    'offen',
  ],
  triaged: [
    'triaged',
    'assigned',
    'accepted',
    'confirmed',
    'acknowledged',
    'approved',
    'analysed',
    'analyzed',
    'escalated',
    'monitoring',
    'ready',
    'ready for development',
    'verified bug',
    'selected for development',
    'zugewiesen',
  ],
  inProgress: [
    'in progress',
    'inprogress',
    'wip',
    'work in progress',
    'ongoing',
    'on going',
    'started',
    'doing',
    'fixing',
    'being fixed',
    'under investigation',
    'investigating',
    'in development',
    'development',
    'in review',
    'in analysis',
    'under review',
    'blocked',
    'in arbeit',
  ],
  readyForRetest: [
    'ready for retest',
    'ready to retest',
    'ready for test',
    'ready for testing',
    'ready for qa',
    'to retest',
    'retest',
    'fixed',
    'resolved',
    'in test',
    'in testing',
    'testing',
    'in qa',
    'qa',
    'uat',
    'deployed',
    'to be tested',
    'awaiting retest',
    'behoben',
  ],
  reopened: ['reopened', 're opened', 'reopen', 'failed retest', 'retest failed', 'wieder geoffnet'],
  closed: [
    'closed',
    'done',
    'complete',
    'completed',
    'verified',
    'validated',
    'finished',
    'passed',
    'closed fixed',
    'closed resolved',
    'fixed and verified',
    'geschlossen',
    'erledigt',
    'fertig',
  ],
  deferred: [
    'deferred',
    'defered',
    'postponed',
    'on hold',
    'hold',
    'parked',
    'wont fix',
    'will not fix',
    'wontfix',
    'rejected',
    'cancelled',
    'canceled',
    'not a bug',
    'not an issue',
    'as designed',
    'working as designed',
    'by design',
    'later',
    'phase 2',
    'next release',
    'invalid',
    'accepted risk',
    'zuruckgestellt',
  ],
  duplicate: ['duplicate', 'duplicated', 'dup', 'dupe', 'duplikat'],
}

const ITEM_STATUS: Readonly<Record<ItemStatus, readonly string[]>> = {
  open: [
    'open',
    'new',
    'not started',
    'to do',
    'todo',
    'planned',
    'pending',
    'assigned',
    'backlog',
    'raised',
    'active',
    'reopened',
    'overdue',
    'late',
    'delayed',
    'offen',
    'neu',
    'not yet started',
    'upcoming',
    'scheduled',
  ],
  inProgress: [
    'in progress',
    'inprogress',
    'wip',
    'work in progress',
    'ongoing',
    'on going',
    'started',
    'doing',
    'on track',
    'at risk',
    'in review',
    'under review',
    'partially complete',
    'partially done',
    'in arbeit',
  ],
  blocked: [
    'blocked',
    'on hold',
    'hold',
    'waiting',
    'stuck',
    'impeded',
    'paused',
    'waiting for customer',
    'waiting for vendor',
    'blockiert',
  ],
  done: [
    'done',
    'closed',
    'complete',
    'completed',
    'finished',
    'resolved',
    'delivered',
    '100',
    'erledigt',
    'fertig',
    'abgeschlossen',
  ],
  cancelled: [
    'cancelled',
    'canceled',
    'dropped',
    'rejected',
    'not needed',
    'no longer needed',
    'obsolete',
    'deferred',
    'postponed',
    'descoped',
    'out of scope',
    'wont do',
    'duplicate',
    'abgebrochen',
  ],
}

const CATEGORY: Readonly<Record<Category, readonly string[]>> = {
  issue: [
    'issue',
    'issues',
    'i',
    'bug',
    'bugs',
    'defect',
    'defects',
    'incident',
    'problem',
    'fault',
    'error',
    'query',
    'uat issue',
    'fehler',
    'ticket',
  ],
  item: [
    'action',
    'actions',
    'action item',
    'action items',
    'task',
    'tasks',
    'to do',
    'todo',
    'ai',
    'aufgabe',
  ],
  other: [
    'risk',
    'risks',
    'r',
    'assumption',
    'assumptions',
    'dependency',
    'dependencies',
    'd',
    'decision',
    'decisions',
    'change',
    'change request',
    'cr',
    'constraint',
    'milestone',
    'opportunity',
    'lesson',
    'lesson learned',
    'information',
    'info',
    'enhancement',
    'feature',
    'requirement',
    'question',
  ],
}

function byName<T extends string>(table: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.keys(table) as T[]).flatMap((meaning) => table[meaning].map((word) => [word, meaning] as const)),
  )
}

const SEVERITIES = byName(SEVERITY)
const ISSUE_STATUSES = byName(ISSUE_STATUS)
const ITEM_STATUSES = byName(ITEM_STATUS)
const CATEGORIES = byName(CATEGORY)

/**
 * What a column's words for severity mean. "High" says nothing alone: beside "critical" or "P1" it is the second of the
 * scale, otherwise the first; "medium" is the second in either.
 */
export function severitiesMeant(words: Iterable<string>): (word: string) => Severity | undefined {
  const all = new Set([...words].map(phrase))
  const top = [...all].some((word) => SEVERITIES.get(word) === 'showStopper')
  return (word) => {
    const said = bare(phrase(word))
    if (said === 'high' || said === 'hoch') return top ? 'workaround' : 'showStopper'
    if (
      said === 'medium' ||
      said === 'med' ||
      said === 'normal' ||
      said === 'moderate' ||
      said === 'average'
    ) {
      return top && (all.has('high') || all.has('hoch')) ? 'cosmetic' : 'workaround'
    }
    return SEVERITIES.get(said) ?? SEVERITIES.get(phrase(word))
  }
}

/** "P1 - Critical", "1 - High" and "High priority" are their other half. */
function bare(words: string): string {
  const plain = words.replace(/ (?:priority|severity|prio)$/, '')
  return /^(?:p|s|sev |prio )?\d /.test(plain) && !SEVERITIES.has(plain) ? plain.replace(/ .*$/, '') : plain
}

export function issueStatusMeant(word: string): IssueStatus | undefined {
  const said = phrase(word)
  return ISSUE_STATUSES.get(said) ?? (said.startsWith('duplicate of ') ? 'duplicate' : undefined)
}

export function itemStatusMeant(word: string): ItemStatus | undefined {
  return ITEM_STATUSES.get(phrase(word.replace(/\s*%$/, '')))
}

export function categoryMeant(word: string): Category | undefined {
  return CATEGORIES.get(phrase(word))
}
