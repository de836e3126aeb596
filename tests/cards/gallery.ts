import type { ZoneId } from '../../bot/domain/time'
import { channelWeekCard } from '../../bot/cards/channelWeek'
import { draftCard } from '../../bot/cards/draftCard'
import { failureCard, guidanceCard } from '../../bot/cards/guidanceCard'
import { welcomeCard } from '../../bot/cards/helpCard'
import { recapCard } from '../../bot/cards/recapCard'
import { overtakenWeeklyCard, weeklyCard } from '../../bot/cards/weeklyCard'
import type { AnswerSays } from '../../bot/domain/cycle'
import { setupFieldsOf } from '../../bot/domain/projectSetup'
import type { WeeklyRow } from '../../bot/flows/outcome'
import {
  ADELE,
  ALEX,
  ISAIAH,
  MEGAN,
  NOW,
  PATTI,
  PROJECT_ID,
  TODAY,
  aChange,
  aDueDate,
  aPerson,
  aPostedRecap,
  aRecap,
  anActionItem,
  anAnswer,
  anAsk,
  anIssue,
  anOpenQuestion,
  at,
  inDays,
} from '../support/builders'
import { chatGallery } from './chatGallery'
import { exchangeGallery } from './exchangeGallery'
import { pinGallery } from './pinViews'
import { raisedGallery } from './raisedGallery'
import { recapsAfterwards } from './recapsAfterwards'
import { awayCards } from './awayGallery'
import { record, shown, weekly, wide, type Shown } from './shown'
import { sourceGallery, STILL_TRUE } from './sourceGallery'
import {
  FOUR_ROWS,
  HEAD,
  HISTORY,
  LATE,
  MAPPING,
  MEMBERS,
  NAMED,
  NEW_ISSUE,
  ORDERS,
  PRICES,
  PROJECT,
  READER,
  RECAP,
  SETUP_FORM,
  THURSDAY,
  TRIAGED,
  WEEK,
  aWeeklyRow,
  aWeeklyView,
  anIssueView,
  anItemView,
  answered,
} from './views'

/* One card of each kind, for tests that hold for every card and for the pictures. */

const DONE: AnswerSays = { kind: 'done' }
const BLOCKED: AnswerSays = { kind: 'notOnTrack', why: 'export rights', newDate: null, needs: MEGAN }
const doneState = { status: 'done', at: at('2026-11-19', '10:42'), by: ADELE } as const

const PART = [
  answered(LATE, DONE, { state: doneState }),
  answered(PRICES, BLOCKED),
  aWeeklyRow(MAPPING),
  aWeeklyRow(ORDERS),
]
const ALL = [
  answered(LATE, DONE, { state: doneState }),
  answered(PRICES, BLOCKED),
  answered(MAPPING, { kind: 'onTrack' }),
  answered(
    ORDERS,
    { kind: 'notOnTrack', why: 'counts come late', newDate: aDueDate('2026-12-09').first, needs: null },
    { due: aDueDate('2026-12-04', ['2026-12-09', 'counts come late']) },
  ),
]
const UNCHANGED = FOUR_ROWS.map((row) => ({
  ...row,
  answer: anAnswer({ item: row.item.id, says: { kind: 'noChange' } }),
}))

function twelve(): WeeklyRow[] {
  const more = Array.from({ length: 8 }, (_, index) =>
    aWeeklyRow(
      anActionItem({
        id: `A-${30 + index}`,
        title: `Prepare training day ${index + 1}`,
        owner: ADELE,
        for: PATTI,
        unblocks: null,
        due: aDueDate(inDays(14 + index)),
      }),
    ),
  )
  return [...FOUR_ROWS, ...more]
}

const changedBy = (change: 'done' | 'move' | 'triage', undo = 2) =>
  ({ kind: 'changed', by: ADELE, change, told: change === 'done' ? MEGAN : null, undo }) as const

/** Every kind of card, as it is usually met. */
export function gallery(): readonly Shown[] {
  return [
    ...exchangeGallery(),
    ...pinGallery(),
    ...chatGallery(),
    ...sourceGallery(),
    weekly('weekly-ask'),
    weekly('weekly-still-true', { stillTrue: STILL_TRUE }),
    weekly('weekly-open', {
      form: {
        item: 'A-12',
        why: '',
        newDate: null,
        needs: null,
        missing: ['why', 'dateOrPerson'],
        problem: null,
      },
    }),
    weekly('weekly-incomplete', {
      form: { item: 'A-12', why: '', newDate: inDays(7), needs: null, missing: ['why'], problem: null },
    }),
    weekly('weekly-part', { rows: PART }),
    weekly('weekly-answered', {
      rows: ALL,
      ask: anAsk({ person: ADELE, comment: 'I am on a training course next Monday.' }),
    }),
    weekly('weekly-change', { rows: ALL }, { open: 'A-23' }),
    weekly('weekly-nochange', { rows: UNCHANGED }, {}, ['A-12']),
    weekly('weekly-12', { rows: twelve() }),
    weekly('weekly-12-all', { rows: twelve() }, { shown: 12 }),
    weekly('weekly-one', { rows: [aWeeklyRow(MAPPING)] }),
    weekly('weekly-none', { rows: [] }),
    weekly('weekly-posted', { rows: PART, recapPosted: true }),
    ['channel-week', channelWeekCard(WEEK, THURSDAY)],
    ['channel-week-named', channelWeekCard(NAMED, THURSDAY)],
    ['channel-week-done', channelWeekCard({ ...WEEK, answered: 7 }, THURSDAY)],
    shown('asked', { kind: 'asked', view: { ...NAMED, answered: 0 }, again: false }, {}, THURSDAY),
    shown('asked-again', { kind: 'asked', view: WEEK, again: true }, {}, THURSDAY),
    ['recap', recapCard(RECAP, READER), 560],
    ['recap-green', recapCard(aRecap(), READER), 560],
    wide(shown('past-recap', { kind: 'pastRecap', project: HEAD, posted: aPostedRecap({ recap: RECAP }) })),
    shown('past-recap-none', { kind: 'noPastRecap', project: HEAD, week: null }),
    shown('past-recap-none-of-week', { kind: 'noPastRecap', project: HEAD, week: 46 }),
    wide(shown('status', { kind: 'status', project: HEAD, recap: RECAP })),
    wide(shown('draft', { kind: 'draft', project: HEAD, recap: RECAP, typed: null, problems: [] })),
    wide(
      shown('draft-refused', {
        kind: 'draft',
        project: HEAD,
        recap: RECAP,
        typed: { headline: 'All fine', note: '', overall: { colour: 'green', why: '' }, workstreams: [] },
        problems: [{ kind: 'reasonMissing', workstream: null }],
      }),
    ),
    wide(
      shown('draft-with-questions', {
        kind: 'draft',
        project: HEAD,
        recap: RECAP,
        typed: null,
        problems: [],
        questions: [anOpenQuestion()],
      }),
    ),
    shown('recap-posted', {
      kind: 'recapPosted',
      project: HEAD,
      posted: aPostedRecap({ postedBy: ALEX }),
      again: false,
    }),
    shown('recap-posted-again', { kind: 'recapPosted', project: HEAD, posted: aPostedRecap(), again: true }),
    record('issue-new', anIssueView(NEW_ISSUE), { kind: 'added' }),
    record('issue-triaged', anIssueView(TRIAGED)),
    record('issue-workaround', anIssueView({ ...TRIAGED, severity: 'workaround' }), changedBy('triage')),
    record(
      'issue-deferred',
      anIssueView({
        ...TRIAGED,
        state: {
          status: 'deferred',
          acceptedBy: ALEX,
          at: at('2026-11-19'),
          why: 'Only one customer uses this before spring',
        },
      }),
    ),
    record('issue-edit', anIssueView(TRIAGED), null, { form: 'edit' }),
    record('issue-history', anIssueView(TRIAGED, { history: HISTORY })),
    shown('issue-triage-form', {
      kind: 'changeForm',
      view: anIssueView({ ...TRIAGED, severity: null, owner: null }),
      change: { kind: 'triage', severity: null, owner: null },
      missing: ['severity'],
      members: MEMBERS,
    }),
    shown('issue-defer-form', {
      kind: 'changeForm',
      view: anIssueView(TRIAGED),
      change: { kind: 'defer', why: '' },
      missing: ['why'],
      members: MEMBERS,
    }),
    record('issue-duplicate-form', anIssueView(TRIAGED), null, { form: 'duplicate' }),
    record('item', { ...anItemView(LATE), today: aWeeklyView().today }),
    record('item-added', anItemView(), { kind: 'added' }),
    record(
      'item-blocked',
      anItemView({
        ...PRICES,
        state: { status: 'blocked', reason: 'export rights', needs: MEGAN, since: at('2026-11-11') },
      }),
    ),
    record(
      'item-done',
      anItemView({ ...LATE, state: { status: 'done', at: at('2026-11-20', '10:42'), by: ADELE } }),
      changedBy('done'),
    ),
    record('item-moved', anItemView(LATE), changedBy('move')),
    record('item-history', anItemView(LATE, { history: HISTORY })),
    record('item-of-others', anItemView({}, { canChange: false })),
    shown('item-form', {
      kind: 'itemForm',
      project: HEAD,
      draft: {
        do: 'addItem',
        title: 'Price file',
        owner: null,
        for: null,
        due: inDays(7),
        unblocks: 'load test',
        workstream: null,
        conversation: null,
      },
      workstreams: PROJECT.workstreams,
      members: MEMBERS,
      missing: ['owner'],
    }),
    shown('item-move-form', {
      kind: 'changeForm',
      view: anItemView(LATE),
      change: { kind: 'move', to: inDays(-9), why: 'Waiting for tax numbers' },
      missing: ['date'],
      problem: 'dateInPast',
      members: MEMBERS,
    }),
    shown('item-block-form', {
      kind: 'changeForm',
      view: anItemView(LATE),
      change: { kind: 'block', reason: '', needs: null },
      missing: ['reason'],
      members: MEMBERS,
    }),
    shown('item-own-form', {
      kind: 'changeForm',
      view: anItemView(LATE),
      change: { kind: 'own', owner: null },
      missing: ['owner'],
      members: MEMBERS,
    }),
    shown('list-overdue', {
      kind: 'items',
      list: {
        project: HEAD,
        filter: { kind: 'overdue' },
        today: TODAY,
        rows: [
          {
            ...anActionItem({
              id: 'A-8',
              title: 'Confirm the old chart of accounts',
              owner: ADELE,
              for: PATTI,
              due: aDueDate(inDays(-1)),
            }),
          },
          anActionItem({
            id: 'A-22',
            title: 'Name the key users for UAT',
            owner: PATTI,
            due: aDueDate(inDays(-2)),
          }),
          LATE,
          anActionItem({ id: 'A-18', title: 'Open the test client for finance', due: aDueDate(inDays(-5)) }),
          anActionItem({
            id: 'A-21',
            title: 'Test the bank interface',
            owner: ISAIAH,
            for: null,
            due: aDueDate(inDays(-7)),
            state: { status: 'blocked', reason: 'firewall', needs: MEGAN, since: at('2026-11-11') },
          }),
        ],
        page: 0,
        pageSize: 5,
        total: 7,
      },
    }),
    shown('list-empty', {
      kind: 'items',
      list: {
        project: HEAD,
        filter: { kind: 'of', person: MEGAN },
        today: TODAY,
        rows: [],
        page: 0,
        pageSize: 10,
        total: 0,
      },
    }),
    shown('list-issues', {
      kind: 'issues',
      list: {
        project: HEAD,
        filter: { kind: 'open' },
        now: NOW,
        rows: [
          anIssue(TRIAGED),
          anIssue({ id: 'I-9', severity: 'workaround' }),
          anIssue({ ...NEW_ISSUE, id: 'I-12', title: 'Search finds no customers with an umlaut' }),
          anIssue(),
        ],
        page: 1,
        pageSize: 4,
        total: 14,
      },
    }),
    shown('conflict', {
      kind: 'changedMeanwhile',
      view: anItemView({ ...LATE, due: aDueDate('2026-11-16', ['2026-11-26', 'Duplicates found']) }),
      last: aChange({ at: at('2026-11-20', '14:59'), by: MEGAN, why: 'Duplicates found' }),
      yours: { kind: 'move', to: inDays(7), why: 'Waiting for tax numbers' },
    }),
    shown('conflict-issue', {
      kind: 'changedMeanwhile',
      view: anIssueView(TRIAGED),
      last: aChange({
        record: 'I-7',
        at: at('2026-11-20', '11:00'),
        by: MEGAN,
        fields: [{ field: 'severity', from: 'workaround', to: 'showStopper' }],
      }),
      yours: { kind: 'edit', where: 'Sales order, header', steps: 'Open it' },
    }),
    shown('move-not-allowed', {
      kind: 'moveNotAllowed',
      view: anIssueView(TRIAGED),
      wanted: 'closed',
      allowed: ['fix', 'defer', 'duplicate', 'triage'],
    }),
    shown('item-ended', { kind: 'itemEnded', view: anItemView({ ...LATE, state: doneState }) }),
    shown('undo-too-late', { kind: 'undoTooLate', view: anItemView(LATE), because: 'changedSince' }),
    shown('not-found', { kind: 'notFound', id: 'A-99' }),
    shown('not-allowed', { kind: 'notAllowed', who: 'ownerCreatorLead', lead: ALEX, owner: ADELE }),
    shown('not-allowed-lead', { kind: 'notAllowed', who: 'lead', lead: ALEX, owner: null }),
    shown('too-long', {
      kind: 'tooLong',
      field: 'reason',
      length: 20_500,
      most: 20_000,
      text: 'The file is late because '.repeat(820),
    }),
    shown('nothing-to-ask', { kind: 'nothingToAsk', project: HEAD }),
    shown('no-card', { kind: 'noCardForYou', project: HEAD, week: '2026-W47' }),
    shown('help', { kind: 'help', project: HEAD }),
    shown('help-no-project', { kind: 'help', project: null }),
    ['welcome', welcomeCard('channel', ALEX, READER)],
    ['welcome-chat', welcomeCard('chat', null, READER)],
    shown('not-set-up', { kind: 'notSetUp' }),
    shown('setup', {
      kind: 'setupForm',
      project: null,
      form: { ...setupFieldsOf(null), lead: ALEX, zone: 'Europe/Copenhagen' },
      version: null,
      members: MEMBERS,
      problems: [],
    }),
    shown('setup-problems', {
      kind: 'setupForm',
      project: HEAD,
      form: { ...SETUP_FORM, zone: 'CET', goLive: '2027-02-01' },
      version: 3,
      members: MEMBERS,
      problems: [
        {
          field: 'zone',
          because: 'notAZone',
          suggestions: ['Europe/Berlin' as ZoneId, 'Europe/Paris' as ZoneId, 'Europe/Copenhagen' as ZoneId],
        },
        { field: 'goLiveWhy', because: 'missing' },
      ],
    }),
    shown('setup-conflict', {
      kind: 'setupChangedMeanwhile',
      project: PROJECT,
      by: MEGAN,
      form: SETUP_FORM,
      members: MEMBERS,
    }),
    shown('project-saved', { kind: 'projectSaved', project: PROJECT, created: true }),
    shown('delete-asked', { kind: 'deleteAsked', project: HEAD, said: 'Something else' }),
    shown('deleted', { kind: 'deleted', project: HEAD, by: HEAD.lead }),
    shown('still-going', { kind: 'stillGoing', until: READER.now }),
    shown('paused', { kind: 'paused', project: HEAD, already: false }),
    shown('resumed', { kind: 'resumed', project: HEAD, already: true }),
    [
      'draft-by-the-clock',
      draftCard(
        { kind: 'draft', project: HEAD, recap: { ...RECAP, editedBy: null }, typed: null, problems: [] },
        READER,
        at(TODAY, '15:00'),
      ),
    ],
    ['recap-late', recapCard({ ...RECAP, editedBy: null, dueAt: at(inDays(-3), '15:00') }, READER)],
    [
      'weekly-reminder',
      weeklyCard(
        aWeeklyView({ ask: anAsk({ person: ADELE, remindedAt: [NOW] }), reminder: 'usual' }),
        [],
        READER,
      ),
    ],
    ...awayCards(),
    ['weekly-overtaken', overtakenWeeklyCard(aWeeklyView(), READER)],
    shown('reminders-off', { kind: 'reminders', on: false }),
    shown('reminders-on', { kind: 'reminders', on: true }),
    ...raisedGallery(),
    [
      'which-person',
      guidanceCard(
        {
          kind: 'whichPerson',
          said: 'action price list @Adele by Fri',
          name: 'Adele',
          people: [ADELE, aPerson('Adele Moreau')],
        },
        PROJECT_ID,
        READER,
      ),
    ],
    [
      'nobody-named',
      guidanceCard(
        { kind: 'nobodyNamed', said: 'own A-12 @Megn', name: 'Megn', close: [MEGAN] },
        PROJECT_ID,
        READER,
      ),
    ],
    [
      'bad-date',
      guidanceCard({ kind: 'badDate', said: 'move A-12 to the 35th', typed: 'the 35th' }, PROJECT_ID, READER),
    ],
    [
      'did-you-mean',
      guidanceCard(
        { kind: 'didYouMean', said: 'overdeu', guesses: ['overdue', 'done A-12'] },
        PROJECT_ID,
        READER,
      ),
    ],
    [
      'incomplete',
      guidanceCard(
        { kind: 'incomplete', said: 'done', missing: 'id', example: 'done A-12', choices: [] },
        PROJECT_ID,
        READER,
      ),
    ],
    [
      'incomplete-choices',
      guidanceCard(
        {
          kind: 'incomplete',
          said: 'done',
          missing: 'id',
          example: 'done A-12',
          choices: [
            { about: 'A-12 Send the cleaned customer list to the test team', sentence: 'done A-12' },
            { about: 'A-21 Bank interface', sentence: 'done A-21' },
          ],
        },
        PROJECT_ID,
        READER,
      ),
    ],
    [
      'not-understood',
      guidanceCard({ kind: 'notUnderstood', said: 'how is the weather', about: null }, PROJECT_ID, READER),
    ],
    ...(['A-12', 'I-7'] as const).map(
      (about) =>
        [
          `not-understood-${about}`,
          guidanceCard(
            { kind: 'notUnderstood', said: `${about} and the weather`, about },
            PROJECT_ID,
            READER,
          ),
        ] as const,
    ),
    ['person-gone', guidanceCard({ kind: 'personGone' }, null, READER)],
    ['old-card', guidanceCard({ kind: 'oldCard' }, null, READER)],
    [
      'failure',
      failureCard(
        {
          reference: '7F3K-2QD9',
          unsaved: 'your answer to A-12',
          wrote: 'New date Fri 27 Nov: waiting for tax numbers',
          again: { verb: 'status', project: PROJECT_ID },
        },
        READER,
      ),
    ],
    ...recapsAfterwards(),
  ]
}
