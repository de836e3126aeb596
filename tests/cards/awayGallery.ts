import { channelWeekCard } from '../../bot/cards/channelWeek'
import { recapCard } from '../../bot/cards/recapCard'
import type { AwayLine } from '../../bot/domain/channelWeek'
import {
  ADELE,
  ISAIAH,
  MEGAN,
  PATTI,
  TODAY,
  aChange,
  aDueDate,
  anActionItem,
  anAnswer,
  anAsk,
  aPerson,
  aRecap,
  at,
  inDays,
} from '../support/builders'
import { record, shown, weekly, type Shown } from './shown'
import {
  FOUR_ROWS,
  HEAD,
  HISTORY,
  LATE,
  MAPPING,
  MEMBERS,
  NAMED,
  READER,
  SNOOZE_CHOICES,
  THURSDAY,
  WEEK,
  anItemView,
  answered,
  aWeeklyRow,
} from './views'

/** Megan's card while she looks after Adele's items. */
const DELEGATED = {
  ask: anAsk({
    person: MEGAN,
    covers: [{ owner: ADELE, until: inDays(13), since: at('2026-11-19', '10:00'), answeredAt: null }],
  }),
  rows: [
    ...[LATE, MAPPING].map((item) => aWeeklyRow(item, { inPlaceOf: { owner: ADELE, until: inDays(13) } })),
    aWeeklyRow(
      anActionItem({
        id: 'A-31',
        title: 'Open the firewall for the bank interface',
        owner: MEGAN,
        for: ISAIAH,
      }),
    ),
  ],
}

const AWAY_LINES: readonly AwayLine[] = [
  { came: 'answered', who: { person: ADELE, until: inDays(13), inPlace: MEGAN } },
  { came: 'silent', who: { person: PATTI, until: inDays(0), inPlace: ISAIAH } },
  { came: 'nobody', who: { person: aPerson('Diego Siciliani'), until: inDays(4), inPlace: null } },
]
const COUNTED_AWAY = AWAY_LINES.map(({ came }): AwayLine => ({ came, who: null }))

/** The cards of somebody who is away, of who looks after their items, and of a card that is put off. */
export function awayCards(): readonly Shown[] {
  return [
    weekly('weekly-later', {}, { later: true }),
    weekly('weekly-snoozed', { snooze: SNOOZE_CHOICES[1] ?? null }),
    weekly('weekly-next-week', { snooze: SNOOZE_CHOICES[2] ?? null }),
    weekly('weekly-asked-for', {
      ask: anAsk({ person: ADELE, remindedAt: [at('2026-11-19', '10:42')] }),
      reminder: 'askedFor',
    }),
    weekly('weekly-delegate', DELEGATED),
    weekly('weekly-delegate-part', {
      ...DELEGATED,
      rows: DELEGATED.rows.map((row) =>
        row.inPlaceOf
          ? { ...row, ...answered(row.item, { kind: 'onTrack' }), inPlaceOf: row.inPlaceOf }
          : row,
      ),
    }),
    weekly('weekly-away', {
      ask: anAsk({ person: ADELE, away: { until: inDays(13), inPlace: MEGAN } }),
      rows: FOUR_ROWS.map((row, index) =>
        index === 1 ? { ...row, answer: anAnswer({ item: row.item.id, person: ADELE, by: MEGAN }) } : row,
      ),
      snoozeChoices: [],
    }),
    ['channel-week-away', channelWeekCard({ ...NAMED, away: AWAY_LINES }, THURSDAY)],
    ['channel-week-away-counted', channelWeekCard({ ...WEEK, away: COUNTED_AWAY }, THURSDAY)],
    [
      'channel-week-all-away',
      channelWeekCard(
        { ...WEEK, asked: 0, answered: 0, people: [], away: COUNTED_AWAY.slice(0, 1) },
        THURSDAY,
      ),
    ],
    [
      'recap-away',
      recapCard(
        { ...aRecap(), answers: { asked: 5, answered: 5, missing: [], unreached: [], away: AWAY_LINES } },
        READER,
      ),
      560,
    ],
    shown('away', {
      kind: 'away',
      project: HEAD,
      person: ADELE,
      away: { from: TODAY, until: inDays(13), delegate: MEGAN },
      today: TODAY,
      delegateAway: null,
    }),
    shown('away-nobody', {
      kind: 'away',
      project: HEAD,
      person: ADELE,
      away: { from: inDays(11), until: inDays(15), delegate: null },
      today: TODAY,
      delegateAway: null,
    }),
    shown('away-both', {
      kind: 'away',
      project: HEAD,
      person: ADELE,
      away: { from: inDays(3), until: inDays(3), delegate: MEGAN },
      today: TODAY,
      delegateAway: { from: inDays(1), until: inDays(5), delegate: null },
    }),
    shown('away-form', {
      kind: 'awayForm',
      project: HEAD,
      draft: { from: null, until: null, delegate: null },
      today: TODAY,
      members: MEMBERS,
      problem: null,
      isAway: false,
    }),
    shown('away-form-past', {
      kind: 'awayForm',
      project: HEAD,
      draft: { from: inDays(-9), until: inDays(-2), delegate: MEGAN },
      today: TODAY,
      members: MEMBERS,
      problem: 'past',
      isAway: true,
    }),
    shown('back', { kind: 'back', project: HEAD, wasAway: true }),
    shown('back-already', { kind: 'back', project: HEAD, wasAway: false }),
    record(
      'item-history-in-place',
      anItemView(LATE, {
        history: [
          ...HISTORY,
          aChange({
            version: 4,
            at: at('2026-11-19', '11:02'),
            by: MEGAN,
            inPlaceOf: ADELE,
            why: 'Two files are missing',
            fields: [{ field: 'due', from: aDueDate('2026-11-06'), to: aDueDate('2026-11-27') }],
          }),
        ],
      }),
    ),
  ]
}
