import { counted } from './say'

export const lists = {
  newestTrouble: (span: string): string => `${span}, newest trouble first. Tap one to open it.`,
  allOpenItems: 'All open items',
  openList: 'Open the list',
  nothingIsOpen: 'Nothing is open',
  openItems: (total: number): string => counted(total, 'open item'),
  nothingOverdue: 'Nothing is overdue',
  overdue: (total: number): string => `${total} overdue`,
  nothingOpenFor: (name: string): string => `Nothing is open for ${name}`,
  openItemsOf: (name: string, total: number): string => `${name}: ${counted(total, 'open item')}`,
  toAddOne: 'To add one: action price file @Adele by Fri',
  nobodyWaits: 'Nobody waits for anything here.',
  for: (name: string): string => `for ${name}`,
  movedTimes: (times: number): string => `moved ${times} times`,
  open: (id: string): string => `Open ${id}`,
  blockedFor: (days: number): string =>
    days > 0 ? `blocked for ${counted(days, 'day')}` : 'blocked since today',
  toReportOne: 'To report one: issue order total shows 0',
  issuesFoot: (span: string, bestFirst: boolean): string =>
    `${span}, ${bestFirst ? 'best match first' : 'most urgent first'}. Tap one to open it.`,
  allOpenIssues: 'All open issues',
  openLog: 'Open the log',
  noIssueOpen: 'No issue is open',
  openIssues: (total: number): string => counted(total, 'open issue'),
  nothingOpenOf: (severity: string): string => `Nothing open: ${severity}`,
  severityOpen: (severity: string, total: number): string => `${severity}: ${total} open`,
  toFix: (name: string, total: number): string =>
    `${name}: ${total === 0 ? 'nothing to fix' : `${total} to fix`}`,
  found: (words: string, total: number): string =>
    total === 0 ? `Nothing found for “${words}”` : `${total} found for “${words}”`,
  nobodyFixes: 'nobody fixes it yet',
  all: (total: number): string => `All ${total}`,
  span: (from: number, to: number, total: number): string => `${from}–${to} of ${total}`,
  next: (count: number): string => `Next ${count}`,
  previous: (count: number): string => `Previous ${count}`,
}
