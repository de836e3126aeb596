import type { Reader } from '../../bot/cards/reader'
import type { ActionItem } from '../../bot/domain/actionItem'
import type { AnswerSays, Snooze } from '../../bot/domain/cycle'
import { setupFieldsOf } from '../../bot/domain/projectSetup'
import type { Recap } from '../../bot/domain/recap'
import type { ChannelWeekView, IssueView, ItemView, WeeklyRow, WeeklyView } from '../../bot/flows/outcome'
import { headOf } from '../../bot/flows/projectHead'
import {
  ADELE,
  ALEX,
  COPENHAGEN,
  DATA_MIGRATION,
  EVERYBODY,
  INTEGRATIONS,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TODAY,
  TRAINING,
  aChange,
  aDueDate,
  aMember,
  aPerson,
  aProject,
  aRecap,
  aVerdict,
  anActionItem,
  anAnswer,
  anAsk,
  anIssue,
  at,
  inDays,
} from '../support/builders'

/*
 * What flows answer with, as people meet it: Adele Vance owns items of an ERP roll-out that Alex Wilber leads; it is
 * Thursday of week 47, then Friday.
 */

export const READER: Reader = {
  locale: 'en-GB',
  zone: COPENHAGEN,
  now: NOW,
  links: {
    tab: (project, place) => `https://plumbline.example/tab/${project}/${place.page}`,
    conversation: ({ message }) => `https://teams.microsoft.com/l/message/${message}`,
  },
}
export const THURSDAY: Reader = { ...READER, now: at('2026-11-19', '10:42') }

/** What is drawn for these readers meanwhile is drawn for Germans. */
export function inGerman<T>(draw: () => T): T {
  const readers: { locale: string }[] = [READER, THURSDAY]
  const before = readers.map(({ locale }) => locale)
  for (const reader of readers) reader.locale = 'de-DE'
  try {
    return draw()
  } finally {
    readers.forEach((reader, at) => (reader.locale = before[at] ?? reader.locale))
  }
}

export const PROJECT = aProject()
export const HEAD = headOf(PROJECT)
export const MEMBERS = EVERYBODY.map((person) => aMember(person))

export function anItemView(over: Partial<ActionItem> = {}, view: Partial<ItemView> = {}): ItemView {
  return {
    record: 'item',
    project: HEAD,
    item: anActionItem(over),
    workstream: DATA_MIGRATION.name,
    today: TODAY,
    canChange: true,
    history: null,
    ...view,
  }
}

export function anIssueView(
  over: Partial<IssueView['issue']> = {},
  view: Partial<IssueView> = {},
): IssueView {
  return {
    record: 'issue',
    project: HEAD,
    issue: anIssue(over),
    workstream: INTEGRATIONS.name,
    today: TODAY,
    canChange: true,
    history: null,
    ...view,
  }
}

export const LATE = anActionItem({
  id: 'A-12',
  title: 'Send the cleaned customer list',
  owner: ADELE,
  for: MEGAN,
  unblocks: 'load test 3',
  due: aDueDate('2026-11-06', ['2026-11-16', 'Duplicates found']),
})
export const MAPPING = anActionItem({
  id: 'A-19',
  title: 'Agree the supplier field mapping',
  owner: ADELE,
  for: ISAIAH,
  unblocks: null,
  due: aDueDate('2026-11-20'),
})
export const PRICES = anActionItem({
  id: 'A-23',
  title: 'Deliver the price file',
  owner: ADELE,
  for: LYNNE,
  unblocks: 'UAT cycle 2',
  due: aDueDate('2026-11-24'),
})
export const ORDERS = anActionItem({
  id: 'A-27',
  title: 'Estimate open orders to migrate',
  owner: ADELE,
  for: ALEX,
  unblocks: null,
  due: aDueDate('2026-12-04'),
})

export function aWeeklyRow(item: ActionItem, over: Partial<WeeklyRow> = {}): WeeklyRow {
  return {
    item,
    daysLate: item.id === 'A-12' ? 3 : 0,
    answer: null,
    lastWeek: null,
    inPlaceOf: null,
    ...over,
  }
}

export function answered(item: ActionItem, says: AnswerSays, after: Partial<ActionItem> = {}): WeeklyRow {
  return aWeeklyRow({ ...item, ...after }, { answer: anAnswer({ item: item.id, person: ADELE, says }) })
}

export const FOUR_ROWS: readonly WeeklyRow[] = [
  aWeeklyRow(LATE),
  aWeeklyRow(MAPPING),
  aWeeklyRow(PRICES, { lastWeek: { kind: 'notOnTrack', why: 'export rights', newDate: null, needs: MEGAN } }),
  aWeeklyRow(ORDERS),
]

export function aWeeklyView(over: Partial<WeeklyView> = {}): WeeklyView {
  return {
    project: HEAD,
    week: '2026-W47',
    ask: anAsk({ person: ADELE }),
    rows: FOUR_ROWS,
    answerBy: at('2026-11-20', '12:00'),
    stillTrue: [],
    today: at('2026-11-19').slice(0, 10) as typeof TODAY,
    members: MEMBERS,
    form: null,
    recapPosted: false,
    reminder: null,
    snooze: null,
    snoozeChoices: SNOOZE_CHOICES,
    ...over,
  }
}

/** How a card can be put off on Thursday at 10:42. */
export const SNOOZE_CHOICES: readonly Snooze[] = [
  { at: at('2026-11-19', '10:42'), choice: 'hour', until: at('2026-11-19', '11:42') },
  { at: at('2026-11-19', '10:42'), choice: 'tomorrow', until: at('2026-11-20', '09:00') },
  { at: at('2026-11-19', '10:42'), choice: 'nextWeek', until: at('2026-11-26', '10:00') },
]

export const WEEK: ChannelWeekView = {
  project: HEAD,
  week: '2026-W47',
  asked: 7,
  answered: 4,
  people: [1, 2, 3, 4, 5, 6, 7].map((one) => ({ person: null, answered: one <= 4 })),
  unreached: [],
  unknown: 0,
  away: [],
  answerBy: at('2026-11-20', '12:00'),
  recapPosted: false,
}
export const NAMED: ChannelWeekView = {
  ...WEEK,
  people: [ALEX, ISAIAH, LYNNE, ADELE, MEGAN, PATTI, aPerson('Diego Siciliani')].map((person, index) => ({
    person,
    answered: index < 4,
  })),
  unreached: [
    { person: aPerson('Diego Siciliani'), why: 'notInstalled', mentioned: true },
    { person: PATTI, why: 'blocked', mentioned: false },
  ],
  unknown: 1,
}

export const RECAP: Recap = aRecap({
  overall: aVerdict({ rule: 'amber', evidence: [{ kind: 'workstreams', red: 1, amber: 1, of: 3 }] }),
  overallWas: 'green',
  headline: 'load test 3 slips, go-live holds',
  note: 'The bank interface waits for a firewall change. If it comes by Wed 25 Nov, UAT starts as planned.',
  goLive: { date: aDueDate('2027-01-11').first, first: aDueDate('2027-01-11').first, driftDays: 0 },
  workstreams: [
    {
      id: DATA_MIGRATION.id,
      name: 'Data migration',
      was: 'amber',
      verdict: aVerdict({
        rule: 'red',
        evidence: [
          { kind: 'itemsLate', late: 2, open: 9, worstDays: 3 },
          { kind: 'itemMovedOften', item: 'A-14', times: 3 },
        ],
        override: { colour: 'amber', by: ALEX, why: 'rerun passed on Thu' },
      }),
    },
    { id: TRAINING.id, name: 'Training', was: 'green', verdict: aVerdict() },
    {
      id: INTEGRATIONS.id,
      name: 'Integrations',
      was: 'amber',
      verdict: aVerdict({
        rule: 'red',
        evidence: [
          { kind: 'itemBlocked', item: 'A-21', days: 9 },
          { kind: 'showStopper', issue: 'I-31', days: 4 },
        ],
      }),
    },
  ],
  done: [
    'Supplier mapping agreed',
    'Training rooms booked',
    'Price list loaded to test',
    'Key users named',
    'Old chart of accounts confirmed',
    'Test client opened',
  ].map((title, index) => ({ item: `A-${19 - index}`, title, owner: ADELE })),
  slipped: [
    {
      item: 'A-14',
      title: 'Load customer master',
      owner: MEGAN,
      from: inDays(-3),
      to: inDays(4),
      why: 'supplier list came late',
      moves: 3,
    },
    {
      item: 'A-12',
      title: 'Cleaned customer list',
      owner: ADELE,
      from: inDays(-4),
      to: inDays(6),
      why: 'duplicates found',
      moves: 2,
    },
    {
      item: 'A-25',
      title: 'Print layouts',
      owner: LYNNE,
      from: inDays(0),
      to: inDays(10),
      why: 'logo missing',
      moves: 1,
    },
  ],
  late: [{ item: 'A-18', title: 'Open the test client for finance', owner: MEGAN, due: inDays(-5), days: 5 }],
  blocked: [
    {
      item: 'A-21',
      title: 'Bank interface test',
      owner: ISAIAH,
      reason: 'firewall change',
      needs: MEGAN,
      waits: LYNNE,
      unblocks: 'load test 3',
      days: 9,
    },
    {
      item: 'A-23',
      title: 'Price file',
      owner: ADELE,
      reason: 'export rights',
      needs: MEGAN,
      waits: LYNNE,
      unblocks: 'UAT cycle 2',
      days: 2,
    },
  ],
  issues: {
    opened: 7,
    closed: 4,
    open: 14,
    change: 3,
    bySeverity: [
      { severity: 'showStopper', open: 1, change: 1 },
      { severity: 'workaround', open: 8, change: 3 },
      { severity: 'cosmetic', open: 5, change: -1 },
      { severity: null, open: 0, change: 0 },
    ],
    worst: [
      {
        issue: 'I-31',
        title: 'Order total shows 0 after a price change',
        severity: 'showStopper',
        owner: ISAIAH,
        days: 4,
      },
    ],
  },
  answers: { asked: 7, answered: 6, missing: null, unreached: [], away: [] },
  comments: [
    { person: PATTI, text: 'The key users are busy with year-end close. Stand-ins come on Tuesday.' },
  ],
  editedBy: ALEX,
  raised: { with: ALEX, showStoppers: ['I-31'], blocked: ['A-21'], movedOften: ['A-14'], silent: 1 },
})

export const NEW_ISSUE = {
  title: 'Order total shows 0 after a price change',
  where: '',
  steps: '',
  happened: '',
  severity: null,
  owner: null,
  reporter: LYNNE,
  state: { status: 'new' },
  createdAt: at('2026-11-20', '14:05'),
} as const

export const TRIAGED = {
  title: 'Order total shows 0 after a price change',
  where: 'Sales order, tab Prices',
  steps: '1. Open a released order\n2. Change one price and save\n3. Total shows 0.00 until reopened',
  happened: '',
  severity: 'showStopper',
  reporter: LYNNE,
  createdAt: at('2026-11-18', '14:05'),
  changedBy: ALEX,
  changedAt: at('2026-11-20', '09:12'),
  conversation: { conversation: 'channel', message: '1' },
} as const

export const HISTORY = [
  aChange({ version: 1, at: at('2026-11-02', '09:00'), by: ALEX }),
  aChange({
    version: 2,
    at: at('2026-11-05', '14:10'),
    by: ADELE,
    why: 'Duplicates found',
    fields: [
      {
        field: 'due',
        from: aDueDate('2026-11-06'),
        to: aDueDate('2026-11-06', ['2026-11-16', 'Duplicates found']),
      },
    ],
  }),
  aChange({
    version: 3,
    at: at('2026-11-12', '11:00'),
    by: ALEX,
    fields: [{ field: 'owner', from: MEGAN, to: ADELE }],
  }),
]

export const SETUP_FORM = setupFieldsOf(PROJECT)
