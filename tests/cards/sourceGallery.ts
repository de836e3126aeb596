import type { Card } from '../../bot/cards/card'
import type { Look } from '../../bot/cards/look'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import { questionAnsweredCard, questionAskedCard } from '../../bot/cards/questionCards'
import { readNoticeCard } from '../../bot/cards/readNoticeCard'
import { anchorCard } from '../../bot/cards/sourceCard'
import { standingEntries, type SourceEntry } from '../../bot/domain/sourceEntry'
import { countFreshness } from '../../bot/domain/sourceFreshness'
import type { Outcome } from '../../bot/flows/outcome'
import type { EntryLine, EntryView, ReadNotice, SourceView } from '../../bot/flows/sourceOutcome'
import { lineOf } from '../../bot/flows/sourceView'
import {
  aChange,
  ADELE,
  ALEX,
  anEntry,
  anOpenQuestion,
  at,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TODAY,
} from '../support/builders'
import { HEAD, MEMBERS, PROJECT, READER } from './views'

/* The cards of the source of truth, as people meet them on the Friday of week 47. */

const verified = (by: SourceEntry['owner'], on: string) => by && { by, at: at(on) }
const link = (page: string) => ({ kind: 'link', url: `https://northwind.example/${page}` }) as const

const ROLES = anEntry({
  id: 'S-3',
  kind: 'roles',
  title: 'Roles (RACI)',
  content: {
    kind: 'text',
    text: 'One person answers for each line. If two names stand under **Accountable**, ask Adele.\n\n- Data load: Adele, with Isaiah\n- Test cases: Patti, with Lynne\n- Sign-off: Patti\n\nThe whole table: [RACI.xlsx](https://northwind.example/raci)',
  },
  owner: ALEX,
  verified: verified(ALEX, '2026-08-14'),
  writtenAt: at('2026-08-01'),
  reviewDays: 89,
})
const CUTOVER = anEntry({
  id: 'S-9',
  kind: 'cutover',
  title: 'Cut-over guide',
  content: link('cutover'),
  owner: ISAIAH,
  verified: null,
  writtenAt: at('2026-11-12'),
})
const UAT = anEntry({
  id: 'S-8',
  kind: 'uat',
  title: 'UAT guide',
  content: link('uat'),
  owner: LYNNE,
  verified: verified(LYNNE, '2026-11-12'),
  reviewDays: 30,
})
const STALE = anEntry({
  id: 'S-5',
  kind: 'contacts',
  title: 'Contacts',
  content: link('contacts'),
  owner: PATTI,
  verified: verified(PATTI, '2026-09-16'),
  writtenAt: at('2026-09-01'),
  reviewDays: 30,
})

const WRITTEN: readonly SourceEntry[] = [
  anEntry({ content: link('plan') }),
  anEntry({
    id: 'S-2',
    kind: 'scope',
    title: 'Scope and exclusions',
    content: link('scope'),
    owner: MEGAN,
    verified: verified(MEGAN, '2026-11-08'),
    reviewDays: 60,
  }),
  ROLES,
  anEntry({
    id: 'S-5',
    kind: 'contacts',
    title: 'Contacts',
    content: link('c'),
    owner: PATTI,
    reviewDays: 30,
  }),
  anEntry({
    id: 'S-6',
    kind: 'communication',
    title: 'Who hears what, and when',
    content: link('comms'),
    verified: verified(ALEX, '2026-10-30'),
    reviewDays: 60,
    writtenAt: at('2026-10-01'),
  }),
  anEntry({
    id: 'S-4',
    kind: 'procedure',
    title: 'How to report an issue',
    content: link('issues'),
    owner: LYNNE,
    verified: verified(LYNNE, '2026-11-12'),
    reviewDays: 90,
  }),
  UAT,
  CUTOVER,
]

function aSourceView(stored: readonly SourceEntry[], over: Partial<SourceView> = {}): SourceView {
  const entries = standingEntries(stored, 'en')
  return {
    project: PROJECT,
    lines: entries.map(line),
    count: countFreshness(entries, { now: NOW, zone: PROJECT.zone }),
    colour: { rag: 'amber', week: '2026-W47' },
    today: TODAY,
    ...over,
  }
}

function line(entry: SourceEntry): EntryLine {
  return lineOf(entry, PROJECT, NOW)
}

function anEntryView(entry: SourceEntry, over: Partial<EntryView> = {}): EntryView {
  return {
    record: 'entry',
    ...line(entry),
    project: HEAD,
    today: TODAY,
    canChange: true,
    reads: null,
    history: null,
    ...over,
  }
}

const NOTICE: ReadNotice = {
  project: HEAD,
  entry: { ...ROLES, toBeRead: 2 },
  reads: { version: 2, read: 2, of: 6, mine: false },
  change: aChange({ record: 'S-3', by: ALEX, at: at('2026-11-20', '09:12'), version: 2 }),
  today: TODAY,
}

const HISTORY = [
  aChange({ record: 'S-3', version: 1, by: ALEX, at: at('2026-08-01'), fields: [] }),
  aChange({
    record: 'S-3',
    version: 2,
    by: ALEX,
    at: at('2026-08-14'),
    why: null,
    fields: [
      { field: 'content', from: link('old'), to: { kind: 'text', text: 'Adele decides.' } },
      { field: 'verified', from: null, to: { by: ALEX, at: at('2026-08-14') } },
    ],
  }),
]

const TYPED = {
  title: 'UAT guide',
  about: 'uat',
  content: 'ftp://northwind.example/uat',
  owner: LYNNE,
  reviewDays: 30,
  toBeRead: true,
} as const

type Shown = readonly [name: string, card: Card]

function shown(name: string, outcome: Outcome, look: Look = {}): Shown {
  return [name, outcomeCard(outcome, READER, look)]
}

export function sourceGallery(): readonly Shown[] {
  const question = anOpenQuestion()
  const often = anOpenQuestion({
    text: 'Which carrier do we use on go-live day?',
    askers: [LYNNE, PATTI, MEGAN].map((person) => ({ person, at: at('2026-11-11') })),
  })
  const entry = (name: string, view: EntryView, more: Partial<Extract<Outcome, { kind: 'entry' }>> = {}) =>
    shown(name, { kind: 'entry', view, note: null, answers: [], ...more })
  return [
    ['anchor', anchorCard(aSourceView(WRITTEN), READER)],
    ['anchor-new', anchorCard(aSourceView([], { colour: { rag: 'green', week: null } }), READER)],
    shown('source', { kind: 'source', view: aSourceView(WRITTEN) }),
    shown('source-without-date', {
      kind: 'source',
      view: aSourceView([STALE], { project: { ...PROJECT, goLive: null } }),
    }),
    shown('source-to-verify', { kind: 'toVerify', project: HEAD, lines: [ROLES, CUTOVER, STALE].map(line) }),
    shown('source-nothing-to-verify', { kind: 'toVerify', project: HEAD, lines: [] }),
    shown('anchor-posted', { kind: 'anchorPosted', project: HEAD, again: true }),
    entry('entry-link', anEntryView(UAT)),
    entry('entry-text', anEntryView(ROLES, { reads: NOTICE.reads })),
    entry('entry-stale', anEntryView(STALE, { canChange: false })),
    entry('entry-empty', anEntryView(aSourceView([]).lines[8]!.entry)),
    entry('entry-verified', anEntryView(UAT), { note: { kind: 'verified', by: LYNNE, undo: 3 } }),
    entry('entry-added', anEntryView(UAT), {
      note: { kind: 'added', by: LYNNE, undo: 1 },
      answers: [question, often],
    }),
    entry('entry-removed', anEntryView({ ...UAT, state: { status: 'removed', by: LYNNE, at: NOW } }), {
      note: { kind: 'removed', by: LYNNE, undo: 4 },
    }),
    entry('entry-history', anEntryView(ROLES, { history: HISTORY })),
    shown('entry-form-new', {
      kind: 'entryForm',
      project: HEAD,
      entry: null,
      typed: { title: '', about: null, content: '', owner: null, reviewDays: null, toBeRead: false },
      members: MEMBERS,
      problem: null,
    }),
    shown('entry-form-refused', {
      kind: 'entryForm',
      project: HEAD,
      entry: UAT,
      typed: TYPED,
      members: MEMBERS,
      problem: 'badLink',
    }),
    shown('entry-conflict', {
      kind: 'entryChangedMeanwhile',
      view: anEntryView(ROLES),
      last: aChange({
        record: 'S-3',
        by: ADELE,
        at: at('2026-11-20', '14:20'),
        fields: [{ field: 'content', from: link('old'), to: link('raci-2') }],
      }),
      yours: { kind: 'edit', title: 'Roles', content: 'https://northwind.example/raci-3' },
    }),
    shown('entry-undo-too-late', { kind: 'undoTooLate', view: anEntryView(UAT), because: 'tooOld' }),
    shown('entry-not-found', { kind: 'notFound', id: 'S-40' }),
    shown('answers', { kind: 'answers', project: HEAD, question: 'who signs off?', lines: [line(ROLES)] }),
    shown('answers-three', {
      kind: 'answers',
      project: HEAD,
      question: 'who approves the cutover after UAT?',
      lines: [ROLES, CUTOVER, UAT].map(line),
    }),
    shown('no-answer', {
      kind: 'noAnswer',
      project: HEAD,
      question: 'where is the Rotterdam packing list?',
      sure: true,
      place: null,
    }),
    shown('no-answer-empty-place', {
      kind: 'noAnswer',
      project: HEAD,
      question: 'where is the UAT guide?',
      sure: true,
      place: UAT,
    }),
    shown('no-answer-perhaps', {
      kind: 'noAnswer',
      project: HEAD,
      question: 'which carrier do we use on Fridays?',
      sure: false,
      place: null,
    }),
    shown('question-waits', { kind: 'questionWaits', project: HEAD, question: often, again: false }),
    shown('question-settled', {
      kind: 'questionSettled',
      project: HEAD,
      question: often,
      line: line(UAT),
      again: false,
    }),
    shown('question-dismissed', {
      kind: 'questionSettled',
      project: HEAD,
      question,
      line: null,
      again: false,
    }),
    shown('question-gone', { kind: 'questionGone', project: HEAD }),
    ['question-asked', questionAskedCard(HEAD, often, READER)],
    ['question-answered', questionAnsweredCard(HEAD, question, line(ROLES), READER)],
    ['to-be-read', readNoticeCard(NOTICE, READER)],
    [
      'to-be-read-all',
      readNoticeCard({ ...NOTICE, reads: { version: 2, read: 6, of: 6, mine: true } }, READER),
    ],
    ['to-be-read-overtaken', readNoticeCard({ ...NOTICE, entry: ROLES }, READER)],
  ]
}

/** Entries that wait for their owner's word, as the weekly card shows them. */
export const STILL_TRUE: readonly EntryLine[] = [ROLES, CUTOVER].map(line)

/** A page of five hundred entries with the longest that anybody may write. */
export function hugeSource(): Shown {
  const entries = Array.from({ length: 500 }, (_, at) =>
    anEntry({
      id: `S-${at + 11}`,
      title: `${'Very long title '.repeat(15)}${at}`,
      content: { kind: 'link', url: `https://northwind.example/${'x'.repeat(1_900)}` },
    }),
  )
  return shown('source-500', { kind: 'source', view: aSourceView(entries) })
}

/** One entry, its form and its conflict, with as much as anybody may write. */
export function longestSource(title: string, text: string): readonly Shown[] {
  const entry = anEntry({ title, content: { kind: 'text', text } })
  const view = anEntryView(entry, { history: HISTORY })
  const typed = { title, about: null, content: text, owner: null, reviewDays: 45, toBeRead: false }
  const yours = { kind: 'edit', title, content: text } as const
  const question = anOpenQuestion({ text: text.slice(0, 500) })
  return [
    shown('entry-longest', { kind: 'entry', view, note: null, answers: [question, question, question] }),
    shown('entry-form-longest', {
      kind: 'entryForm',
      project: HEAD,
      entry,
      typed,
      members: MEMBERS,
      problem: 'textTooLong',
    }),
    shown('entry-conflict-longest', {
      kind: 'entryChangedMeanwhile',
      view,
      last: aChange({ record: 'S-1', by: ADELE, fields: [] }),
      yours,
    }),
    shown('answers-longest', {
      kind: 'answers',
      project: HEAD,
      question: text.slice(0, 240),
      lines: [entry, entry, entry].map(line),
    }),
    ['to-be-read-longest', readNoticeCard({ ...NOTICE, entry: { ...entry, toBeRead: 2 } }, READER)],
    ['question-answered-longest', questionAnsweredCard(HEAD, question, line(entry), READER)],
  ]
}
