import type { Card } from '../../bot/cards/card'
import type { WorkstreamId } from '../../bot/domain/ids'
import { conflictCard } from '../../bot/cards/conflictCard'
import { failureCard, guidanceCard } from '../../bot/cards/guidanceCard'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import { recapCard } from '../../bot/cards/recapCard'
import { TITLE_MAX } from '../../bot/domain/text'
import type { Outcome } from '../../bot/flows/outcome'
import {
  aChange,
  aDueDate,
  aMember,
  ALEX,
  anActionItem,
  anAsk,
  anIssue,
  aPerson,
  aRecap,
  at,
  inDays,
  TODAY,
} from '../support/builders'
import { hugeSource, longestSource } from './sourceGallery'
import { answered, anIssueView, anItemView, aWeeklyRow, aWeeklyView, HEAD, READER } from './views'

/*
 * Records as large as they get: texts of 20,000 characters that take three bytes each, words without a space, teams of
 * two hundred, projects with a thousand open items.
 */

const LONG = '読みにくい長い文章、'.repeat(2000)
const LINES = Array.from({ length: 400 }, (_, index) => `${index + 1}. ${'step '.repeat(8)}`)
  .join('\n')
  .slice(0, 20_000)
const TITLE = 'Unbreakable'.repeat(30).slice(0, TITLE_MAX)
const SOMEBODY = aPerson('Maximiliane Konstantinopolitanskaya-Featherstonehaugh of the Northern Territories')
const CROWD = Array.from({ length: 250 }, (_, index) => aMember(aPerson(`Member ${index} Featherstonehaugh`)))

const item = (number: number) =>
  anActionItem({
    id: `A-${number}`,
    title: TITLE,
    owner: SOMEBODY,
    for: SOMEBODY,
    unblocks: TITLE,
    due: aDueDate(inDays(-number), [inDays(-number + 1), LONG]),
    state: { status: 'blocked', reason: LONG, needs: SOMEBODY, since: at('2026-11-01') },
  })

const issue = anIssue({
  title: TITLE,
  details: LONG,
  where: LONG,
  steps: LINES,
  happened: LONG,
  workaround: LONG,
  owner: SOMEBODY,
  reporter: SOMEBODY,
})

const sixty = Array.from({ length: 60 }, (_, index) => item(index + 1))
const history = Array.from({ length: 500 }, (_, index) =>
  aChange({
    version: index + 1,
    by: SOMEBODY,
    why: LONG,
    fields: [
      { field: 'steps', from: LONG, to: LINES },
      { field: 'where', from: LONG, to: '' },
    ],
  }),
)

function drawn(
  name: string,
  outcome: Outcome,
  look: Parameters<typeof outcomeCard>[2] = {},
): readonly [string, Card] {
  return [`longest-${name}`, outcomeCard(outcome, READER, look)]
}

const recap = aRecap({
  headline: TITLE,
  note: LONG,
  goLive: { date: inDays(90), first: inDays(10), driftDays: 80 },
  workstreams: Array.from({ length: 20 }, (_, index) => ({
    id: `ws-${index}` as WorkstreamId,
    name: `${TITLE.slice(0, 56)} ${index}`,
    was: 'green',
    verdict: {
      rule: 'red',
      evidence: Array.from(
        { length: 12 },
        (_, at) => ({ kind: 'itemBlocked', item: `A-${at}`, days: 9 }) as const,
      ),
      override: { colour: 'amber', by: SOMEBODY, why: LONG },
    },
  })),
  done: sixty.map(({ id, title, owner }) => ({ item: id, title, owner })),
  slipped: sixty.map(({ id, title, owner }) => ({
    item: id,
    title,
    owner,
    from: TODAY,
    to: inDays(9),
    why: LONG,
    moves: 4,
  })),
  late: sixty.map(({ id, title, owner }) => ({ item: id, title, owner, due: inDays(-9), days: 9 })),
  blocked: sixty.map(({ id, title, owner }) => ({
    item: id,
    title,
    owner,
    reason: LONG,
    needs: SOMEBODY,
    waits: SOMEBODY,
    unblocks: TITLE,
    days: 9,
  })),
  issues: {
    opened: 120,
    closed: 14,
    open: 437,
    change: 106,
    bySeverity: [
      { severity: 'showStopper', open: 31, change: 12 },
      { severity: 'workaround', open: 206, change: -3 },
      { severity: 'cosmetic', open: 199, change: 97 },
      { severity: null, open: 1, change: 0 },
    ],
    worst: [1, 2, 3, 4, 5].map((number) => ({
      issue: `I-${number}`,
      title: TITLE,
      severity: 'showStopper',
      owner: SOMEBODY,
      days: 30,
    })),
  },
  answers: {
    asked: 250,
    answered: 3,
    missing: CROWD,
    unreached: CROWD.map((person) => ({ person, why: 'notInstalled' })),
    away: CROWD.map((person) => ({ came: 'silent', who: { person, until: TODAY, inPlace: person } })),
  },
  comments: CROWD.map((person) => ({ person, text: LONG })),
  editedBy: SOMEBODY,
})

/** Every card whose size grows with its records, at its largest. */
export function longest(): readonly (readonly [name: string, card: Card])[] {
  const rows = sixty.map((one) =>
    aWeeklyRow(one, {
      daysLate: 9,
      lastWeek: { kind: 'notOnTrack', why: LONG, newDate: inDays(3), needs: SOMEBODY },
    }),
  )
  const view = aWeeklyView({ rows, members: CROWD, ask: anAsk({ comment: LONG }) })
  const typed = sixty
    .slice(0, 6)
    .map(({ id }) => ({ item: id, why: 'waiting '.repeat(30), newDate: inDays(5), needs: null }))
  const notOnTrack = { kind: 'notOnTrack', why: LONG, newDate: inDays(8), needs: SOMEBODY } as const
  return [
    hugeSource(),
    ...longestSource(TITLE, LONG),
    ...longestSource(TITLE, LINES).map(([name, card]) => [`${name}-lines`, card] as const),
    drawn('item', {
      kind: 'record',
      view: anItemView(item(3), { history }),
      note: { kind: 'changed', by: SOMEBODY, change: 'move', told: SOMEBODY, undo: 2 },
    }),
    drawn('issue', { kind: 'record', view: anIssueView(issue, { history }), note: null }, { page: 3 }),
    drawn('issue-asks', {
      kind: 'record',
      view: anIssueView({ ...issue, steps: '' }),
      note: { kind: 'added' },
    }),
    drawn('issue-form', { kind: 'record', view: anIssueView(issue), note: null }, { form: 'edit' }),
    drawn('defer', {
      kind: 'changeForm',
      view: anIssueView(issue),
      change: { kind: 'defer', why: LONG },
      missing: [],
      members: CROWD,
    }),
    drawn('block', {
      kind: 'changeForm',
      view: anItemView(item(1)),
      change: { kind: 'block', reason: LONG, needs: SOMEBODY },
      missing: [],
      members: CROWD,
    }),
    drawn('triage', {
      kind: 'changeForm',
      view: anIssueView(issue),
      change: { kind: 'triage', severity: null, owner: null },
      missing: [],
      members: CROWD,
    }),
    drawn('item-form', {
      kind: 'itemForm',
      project: HEAD,
      draft: {
        do: 'addItem',
        title: LONG,
        owner: null,
        for: SOMEBODY,
        due: null,
        unblocks: TITLE,
        workstream: null,
        conversation: null,
      },
      workstreams: recap.workstreams,
      members: CROWD,
      missing: ['owner'],
    }),
    drawn('items', {
      kind: 'items',
      list: {
        project: HEAD,
        filter: { kind: 'of', person: SOMEBODY },
        today: TODAY,
        rows: sixty.slice(0, 10),
        page: 9,
        pageSize: 10,
        total: 1000,
      },
    }),
    drawn('issues', {
      kind: 'issues',
      list: {
        project: HEAD,
        filter: { kind: 'words', words: LONG },
        now: READER.now,
        rows: Array.from({ length: 10 }, () => issue),
        page: 0,
        pageSize: 10,
        total: 1000,
      },
    }),
    drawn('weekly', { kind: 'weeklyCard', view, stillLate: [] }, { shown: 400, typed }),
    drawn(
      'weekly-form',
      {
        kind: 'weeklyCard',
        view: {
          ...view,
          form: {
            item: 'A-50',
            why: LONG,
            newDate: null,
            needs: null,
            missing: ['dateOrPerson'],
            problem: null,
          },
        },
        stillLate: [],
      },
      { shown: 16 },
    ),
    drawn('weekly-answered', {
      kind: 'weeklyCard',
      view: { ...view, rows: sixty.map((one) => answered(one, notOnTrack)) },
      stillLate: sixty.map(({ id }) => id),
    }),
    drawn(
      'weekly-change-all',
      {
        kind: 'weeklyCard',
        view: { ...view, rows: sixty.map((one) => answered(one, notOnTrack)) },
        stillLate: [],
      },
      { open: 'all' },
    ),
    ['longest-recap', recapCard(recap, READER)],
    drawn('status', { kind: 'status', project: HEAD, recap }),
    drawn('draft', {
      kind: 'draft',
      project: HEAD,
      recap,
      typed: {
        headline: LONG,
        note: '',
        overall: null,
        workstreams: recap.workstreams.map(({ id }) => ({
          workstream: id,
          colour: 'green',
          why: 'because '.repeat(20),
        })),
      },
      problems: [{ kind: 'reasonMissing', workstream: null }],
    }),
    drawn('asked', {
      kind: 'asked',
      view: {
        project: HEAD,
        week: '2026-W47',
        asked: 250,
        answered: 3,
        people: CROWD.map((person) => ({ person, answered: false })),
        unreached: CROWD.map((person) => ({ person, why: 'gone', mentioned: false })),
        unknown: 9,
        away: CROWD.map((person) => ({ came: 'nobody', who: { person, until: TODAY, inPlace: null } })),
        answerBy: READER.now,
        recapPosted: false,
      },
      again: false,
    }),
    drawn('too-long', { kind: 'tooLong', field: 'reason', length: LONG.length, most: 20_000, text: LONG }),
    drawn('setup', {
      kind: 'setupForm',
      project: HEAD,
      form: {
        name: LONG,
        customer: TITLE,
        lead: SOMEBODY,
        zone: TITLE,
        language: 'de',
        goLive: 'soon',
        goLiveWhy: TITLE,
        workstreams: LINES.slice(0, 5000),
        ask: '',
        remind: '',
        draft: '',
        post: '',
        namesWhoIsMissing: true,
        reminds: false,
      },
      version: 1,
      members: CROWD,
      problems: [{ field: 'workstreams', because: 'twice', name: LONG }],
    }),
    [
      'longest-conflict',
      conflictCard(
        {
          kind: 'changedMeanwhile',
          view: anIssueView(issue),
          last: aChange({ record: 'I-7', by: ALEX, why: LONG }),
          yours: { kind: 'edit', details: LONG, steps: LINES, where: LONG },
        },
        READER,
      ),
    ],
    [
      'longest-use-mine',
      conflictCard(
        {
          kind: 'changedMeanwhile',
          view: anItemView(item(2)),
          last: aChange({ by: SOMEBODY, why: LONG }),
          yours: { kind: 'block', reason: LONG, needs: SOMEBODY },
        },
        READER,
      ),
    ],
    [
      'longest-which-person',
      guidanceCard({ kind: 'whichPerson', said: LONG, name: TITLE, people: CROWD }, HEAD.id, READER),
    ],
    [
      'longest-failure',
      failureCard(
        {
          reference: '7F3K-2QD9',
          unsaved: TITLE,
          wrote: LONG,
          again: { verb: 'item.block', project: HEAD.id, id: 'A-1', seen: 1, reason: LONG, needs: null },
        },
        READER,
      ),
    ],
  ]
}
