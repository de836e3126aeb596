import { counted, listed, timesWords } from './say'

export const states = {
  item: {
    open: 'open',
    inProgress: 'in progress',
    blocked: 'blocked',
    done: 'done',
    cancelled: 'cancelled',
  },
  issue: {
    new: 'new',
    triaged: 'triaged',
    inProgress: 'in progress',
    readyForRetest: 'ready for retest',
    reopened: 'reopened',
    closed: 'closed',
    deferred: 'deferred',
    duplicate: 'duplicate',
  },
  move: {
    triage: 'Triage',
    fix: 'Start fixing',
    retest: 'Ready for retest',
    close: 'Close',
    defer: 'Defer',
    reopen: 'Reopen',
    duplicate: 'Duplicate',
  },
  moveInline: {
    triage: 'triage',
    fix: 'start fixing',
    retest: 'ready for retest',
    close: 'close',
    defer: 'defer',
    reopen: 'reopen',
    duplicate: 'duplicate',
  },
  severity: {
    showStopper: 'Show-stopper',
    workaround: 'Workaround',
    cosmetic: 'Cosmetic',
  },
  severityInline: {
    showStopper: 'show-stopper',
    workaround: 'workaround',
    cosmetic: 'cosmetic',
  },
  notRated: 'Not rated',
  notRatedInline: 'not rated',
  meaning: {
    showStopper: 'no way to work',
    workaround: 'work goes on another way',
    cosmetic: 'looks wrong, works',
  },
  rag: {
    red: 'Red',
    amber: 'Amber',
    green: 'Green',
  },
  showStopperOpen: (issue: string, days: number): string =>
    `show-stopper ${issue} open${days > 0 ? ` for ${counted(days, 'day')}` : ''}`,
  itemBlocked: (item: string, days: number): string =>
    `${item} blocked${days > 0 ? ` for ${counted(days, 'day')}` : ''}`,
  itemsLate: (late: number, open: number, worst: number): string =>
    `${late} of ${counted(open, 'item')} late, at most ${counted(worst, 'day')}`,
  itemsSlipped: (slipped: number, open: number): string =>
    `${slipped} of ${counted(open, 'item')} moved later this week`,
  itemMoved: (item: string, times: number): string => `${item} moved ${counted(times, 'time')}`,
  goLiveMoved: (days: number): string => `go-live ${counted(days, 'day')} later than first planned`,
  allOnTrack: (open: number): string =>
    open === 1 ? 'the one open item is on track' : `all ${open} items on track`,
  nothingOpen: 'nothing open',
  workstreamsGreen: (of: number): string => `${counted(of, 'workstream')} green`,
  workstreamsBad: (red: number, amber: number, of: number): string =>
    `${listed([...(red > 0 ? [`${red} red`] : []), ...(amber > 0 ? [`${amber} amber`] : [])])} of ${counted(of, 'workstream')}`,
  late: (days: number): string => `${counted(days, 'day')} late`,
  drift: (days: number): string =>
    days === 0 ? 'on plan' : days > 0 ? `${counted(days, 'day')} later` : `${counted(-days, 'day')} earlier`,
  times: (times: number): string => timesWords(times),
  noDate: 'No date',
  noDateInline: 'no date',
}
