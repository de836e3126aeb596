import type { Card } from '../../bot/cards/card'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import { recapCard } from '../../bot/cards/recapCard'
import { recapCopyCard } from '../../bot/cards/recapCopyCard'
import type { Correction } from '../../bot/domain/recap'
import { correctedRecap, wordsOf } from '../../bot/domain/recapCorrection'
import type { AudienceView } from '../../bot/flows/audienceOutcome'
import type { DeliveryLine, Fate } from '../../bot/flows/deliveriesView'
import type { Outcome } from '../../bot/flows/outcome'
import {
  aChannelOf,
  ADELE,
  ALEX,
  aMessageRef,
  aPostedRecap,
  at,
  EVERYBODY,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  STEERING,
  TRAINING,
  VENDORS,
} from '../support/builders'
import { HEAD, PROJECT, READER, RECAP } from './views'

/* Cards about a recap once it is posted: who else gets it, what was put right in it, and what arrived. */

type Shown = readonly [name: string, card: Card]

function shown(name: string, outcome: Outcome): Shown {
  return [name, outcomeCard(outcome, READER)]
}

const THURSDAY = at('2026-11-19', '10:00')
const reached: Fate = { kind: 'reached', at: THURSDAY }
const lost = (why: Extract<Fate, { kind: 'notReached' }>['why'], mentioned = false): Fate => ({
  kind: 'notReached',
  at: THURSDAY,
  why,
  mentioned,
})
const ask = (
  person: typeof ALEX,
  fate: Fate,
  over: { answered?: boolean; reminded?: boolean } = {},
): DeliveryLine => ({
  what: 'ask',
  person,
  fate,
  answered: false,
  reminded: false,
  ...over,
})

const AUDIENCE: AudienceView = {
  project: HEAD,
  home: 'General',
  channels: [STEERING, VENDORS, aChannelOf('Customer board')],
  ticked: [STEERING.id],
  gone: [],
  unreached: [],
  version: 4,
}

const CORRECTION: Correction = {
  week: RECAP.week,
  number: 1,
  at: at('2026-11-20', '16:10'),
  by: ALEX,
  parts: ['headline', RECAP.workstreams[0]?.id ?? TRAINING.id],
  before: wordsOf(RECAP),
}
export const CORRECTED = correctedRecap(
  RECAP,
  {
    ...wordsOf(RECAP),
    headline: 'Two weeks to go, and the customer list is here',
    workstreamOverrides: [
      {
        workstream: RECAP.workstreams[0]?.id ?? TRAINING.id,
        colour: 'green',
        by: ALEX,
        why: 'The customer list came at noon',
      },
    ],
  },
  { by: ALEX, at: at('2026-11-20', '16:10') },
)
const message = aMessageRef()
const COPIES = [
  { channel: STEERING, delivery: { status: 'sent', at: NOW, message } },
  { channel: VENDORS, delivery: { status: 'unreachable', at: NOW, why: 'notInstalled', fallback: false } },
] as const
const POSTED = aPostedRecap({ recap: CORRECTED, copies: COPIES })

export function recapsAfterwards(): readonly Shown[] {
  const form = {
    kind: 'correctionForm',
    project: HEAD,
    posted: aPostedRecap({ recap: RECAP, copies: COPIES }),
    earlier: [],
    typed: null,
    problems: [],
    overtaken: null,
  } as const
  return [
    shown('audience', { kind: 'audienceForm', view: AUDIENCE, problem: null }),
    shown('audience-trouble', {
      kind: 'audienceForm',
      view: {
        ...AUDIENCE,
        gone: [VENDORS],
        unreached: [{ channel: STEERING, why: 'notInstalled' }],
      },
      problem: { kind: 'noSuchChannel', typed: 'Board of directors' },
    }),
    shown('audience-none', {
      kind: 'audienceForm',
      view: { ...AUDIENCE, channels: [], ticked: [] },
      problem: null,
    }),
    shown('audience-saved', {
      kind: 'audienceSaved',
      project: HEAD,
      home: 'General',
      audience: [STEERING, VENDORS],
    }),
    shown('audience-conflict', {
      kind: 'audienceChangedMeanwhile',
      view: AUDIENCE,
      by: MEGAN,
      theirs: [VENDORS],
    }),
    shown('project-saved-audience', {
      kind: 'projectSaved',
      project: { ...PROJECT, audience: [STEERING, VENDORS] },
      created: false,
    }),
    ['recap-corrected', recapCard(CORRECTED, READER)],
    ['recap-copy', recapCopyCard(recapCard(RECAP, READER), 'General', READER)],
    shown('recap-posted-copies', {
      kind: 'recapPosted',
      project: HEAD,
      posted: aPostedRecap({ copies: COPIES, delivery: { status: 'pending' } }),
      again: false,
    }),
    shown('correction-form', form),
    shown('correction-again', {
      ...form,
      posted: POSTED,
      earlier: [CORRECTION],
      problems: [{ kind: 'headlineMissing' }],
    }),
    shown('correction-conflict', {
      ...form,
      posted: POSTED,
      earlier: [CORRECTION],
      typed: { headline: 'Ten days to go', note: '', overall: null, workstreams: [] },
      overtaken: { by: ALEX, at: CORRECTION.at, parts: CORRECTION.parts },
    }),
    shown('correction-saved', { kind: 'recapCorrected', project: HEAD, posted: POSTED, parts: ['headline'] }),
    shown('correction-same', { kind: 'recapCorrected', project: HEAD, posted: POSTED, parts: [] }),
    shown('correction-none', { kind: 'nothingToCorrect', project: HEAD }),
    shown('correction-too-late', {
      kind: 'tooLateToCorrect',
      project: HEAD,
      week: '2026-W46',
      latest: '2026-W47',
      typed: {
        headline: 'Ten days to go',
        note: '',
        overall: { colour: 'red', why: 'No room' },
        workstreams: [],
      },
    }),
    shown('deliveries', {
      kind: 'deliveries',
      view: {
        project: HEAD,
        weeks: [
          {
            week: '2026-W47',
            lines: [
              ask(ADELE, lost('notInstalled', true)),
              ask(ISAIAH, lost('blocked'), { answered: true }),
              ask(MEGAN, reached, { reminded: true }),
              ask(PATTI, { kind: 'unknown', at: THURSDAY }),
              ask(LYNNE, reached, { answered: true }),
              { what: 'channelWeek', fate: reached },
              { what: 'draft', person: ALEX, fate: { kind: 'reached', at: at('2026-11-20', '12:00') } },
              { what: 'recap', fate: { kind: 'reached', at: NOW } },
              { what: 'copy', channel: STEERING, fate: { kind: 'reached', at: NOW } },
              { what: 'copy', channel: VENDORS, fate: lost('notInstalled') },
              { what: 'correction', channel: null, fate: { kind: 'reached', at: NOW } },
              { what: 'correction', channel: STEERING, fate: lost('gone') },
            ],
          },
          { week: '2026-W46', lines: EVERYBODY.map((person) => ask(person, reached, { answered: true })) },
        ],
      },
    }),
    shown('deliveries-fine', {
      kind: 'deliveries',
      view: {
        project: HEAD,
        weeks: [{ week: '2026-W47', lines: [ask(MEGAN, reached), ask(ADELE, { kind: 'onItsWay' })] }],
      },
    }),
    shown('deliveries-none', { kind: 'deliveries', view: { project: HEAD, weeks: [] } }),
  ]
}
