import type { Card } from '../../bot/cards/card'
import { digestCard } from '../../bot/cards/digestCard'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import { toldCard } from '../../bot/cards/toldCards'
import { raisingFieldsOf, USUAL_RAISING } from '../../bot/domain/raising'
import type { Trouble } from '../../bot/domain/trouble'
import type { Outcome, TroubleView } from '../../bot/flows/outcome'
import {
  ADELE,
  aDueDate,
  ALEX,
  anActionItem,
  at,
  inDays,
  ISAIAH,
  LYNNE,
  MEGAN,
  TODAY,
} from '../support/builders'
import { anItemView, HEAD, LATE, PRICES, READER } from './views'

/* The cards of what is raised with the lead, and of what is told to who waits. */

const SILENT: Extract<Trouble, { kind: 'silent' }> = {
  kind: 'silent',
  key: 'silent.megan',
  owner: MEGAN,
  weeks: 2,
  since: inDays(-8),
  unreached: null,
  items: ['A-12', 'A-18'],
  waits: [LYNNE, ISAIAH],
}
const BLOCKED: Trouble = {
  kind: 'blocked',
  key: 'blocked.A-21',
  item: 'A-21',
  title: 'Test the bank interface',
  owner: ISAIAH,
  waits: LYNNE,
  unblocks: 'load test 3',
  reason: 'the firewall change is not approved',
  needs: MEGAN,
  since: inDays(-9),
  days: 9,
}
const STOPPER: Trouble = {
  kind: 'showStopper',
  key: 'showStopper.I-31.0',
  issue: 'I-31',
  title: 'Order total shows 0 after a price change',
  owner: null,
  reporter: LYNNE,
  since: inDays(-4),
  days: 4,
}
const MOVED: Trouble = {
  kind: 'movedOften',
  key: 'movedOften.A-14',
  item: 'A-14',
  title: 'Load the customer master',
  owner: ADELE,
  waits: null,
  unblocks: 'UAT cycle 2',
  times: 3,
  first: inDays(-20),
  due: inDays(4),
  why: 'supplier list came late',
}

function aView(over: Partial<TroubleView> = {}): TroubleView {
  return { project: HEAD, raising: USUAL_RAISING, today: TODAY, fresh: [], known: [], ...over }
}

const MANY = Array.from({ length: 15 }, (_, index): Trouble => ({
  ...BLOCKED,
  key: `blocked.${index}`,
  item: `A-${40 + index}`,
  needs: null,
}))
const FORM = raisingFieldsOf(USUAL_RAISING)

function shown(name: string, outcome: Outcome): readonly [string, Card] {
  return [name, outcomeCard(outcome, READER)]
}

const MOVE = { from: inDays(4), to: inDays(10), days: 6 }
const reopened = { kind: 'reopened', by: ADELE, why: 'two sheets were missing', date: null } as const

export function raisedGallery(): readonly (readonly [string, Card])[] {
  return [
    ['digest', digestCard(aView({ fresh: [STOPPER, BLOCKED], known: [SILENT, MOVED] }), READER)],
    ['digest-one', digestCard(aView({ fresh: [{ ...SILENT, unreached: 'notInstalled' }] }), READER)],
    ['digest-many', digestCard(aView({ fresh: MANY, known: [MOVED] }), READER)],
    shown('alerts', { kind: 'trouble', view: aView({ known: [STOPPER, BLOCKED, SILENT, MOVED] }) }),
    shown('alerts-none', {
      kind: 'trouble',
      view: aView({ raising: { ...USUAL_RAISING, on: false } }),
    }),
    shown('raising', { kind: 'raisingForm', project: HEAD, form: FORM, version: 3, problems: [] }),
    shown('raising-problems', {
      kind: 'raisingForm',
      project: HEAD,
      form: { ...FORM, days: '', blockedDays: 'abc', moves: '400' },
      version: 3,
      problems: [
        { field: 'days', because: 'none' },
        { field: 'blockedDays', because: 'notANumber', most: 90 },
        { field: 'moves', because: 'tooMany', most: 20 },
      ],
    }),
    shown('raising-saved', { kind: 'raisingSaved', project: HEAD, raising: USUAL_RAISING }),
    shown('raising-off', {
      kind: 'raisingSaved',
      project: HEAD,
      raising: { ...USUAL_RAISING, on: false },
    }),
    shown('raising-conflict', {
      kind: 'raisingChangedMeanwhile',
      project: HEAD,
      version: 4,
      by: ALEX,
      form: { ...FORM, blockedDays: '10' },
    }),
    [
      'told-done',
      toldCard(
        {
          view: anItemView({ ...LATE, state: { status: 'done', at: at('2026-11-19', '10:42'), by: ADELE } }),
          news: { kind: 'done' },
          theirs: [],
        },
        READER,
      ),
    ],
    [
      'told-moved',
      toldCard(
        {
          view: anItemView({ ...LATE, unblocks: 'load test' }),
          news: { kind: 'moved', by: ADELE, why: 'Duplicates found', date: MOVE },
          theirs: [
            anActionItem({ id: 'A-14', due: aDueDate(inDays(7)) }),
            anActionItem({ id: 'A-15', due: aDueDate(inDays(8)) }),
            anActionItem({ id: 'A-16', due: aDueDate(inDays(8)) }),
            anActionItem({ id: 'A-17', due: aDueDate(inDays(9)) }),
            anActionItem({ id: 'A-19', due: aDueDate(inDays(10)) }),
          ],
        },
        READER,
      ),
    ],
    [
      'told-sooner',
      toldCard(
        {
          view: anItemView({ ...LATE, unblocks: null }),
          news: {
            kind: 'moved',
            by: ADELE,
            why: '',
            date: { from: inDays(10), to: inDays(9), days: -1 },
          },
          theirs: [],
        },
        READER,
      ),
    ],
    ['told-reopened', toldCard({ view: anItemView(PRICES), news: reopened, theirs: [] }, READER)],
  ]
}
