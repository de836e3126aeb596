import { z } from 'zod'
import type { ImportId } from '../../bot/domain/exchange/importJob'
import type { ImportedKey } from '../../bot/domain/exchange/importJob'
import { facetsOf, listed, NO_ISSUES } from '../../bot/domain/issueList'
import type { ChannelId, QuestionId, TeamId } from '../../bot/domain/ids'
import { actionItemRow } from '../../bot/storage/actionItemRow'
import { answerRow } from '../../bot/storage/answerRow'
import { askRow } from '../../bot/storage/askRow'
import { changeRow } from '../../bot/storage/changeRow'
import { contactRow } from '../../bot/storage/contactRow'
import { correctionRow } from '../../bot/storage/correctionRow'
import { counterRow } from '../../bot/storage/counterRow'
import { cycleRow } from '../../bot/storage/cycleRow'
import { dayCountRow } from '../../bot/storage/dayCountRow'
import { fromRow, toRow, type Entity, type StoredRow } from '../../bot/storage/document'
import { draftRow } from '../../bot/storage/draftRow'
import { entryReadRow } from '../../bot/storage/entryReadRow'
import { focusRow } from '../../bot/storage/focusRow'
import { importedRow } from '../../bot/storage/importedRow'
import { importJobRow } from '../../bot/storage/importJobRow'
import { issueCountsRow } from '../../bot/storage/issueCountsRow'
import { issueRow } from '../../bot/storage/issueRow'
import { rowKeys, tenantPartition } from '../../bot/storage/keys'
import { listedIssueRow } from '../../bot/storage/listedIssueRow'
import { markRow } from '../../bot/storage/markRow'
import { openQuestionRow } from '../../bot/storage/openQuestionRow'
import { outgoingRow } from '../../bot/storage/outgoingRow'
import { pinnedRow } from '../../bot/storage/pinnedRow'
import { placeRow } from '../../bot/storage/placeRow'
import { adoptedRow, importLookRow, lookRow, ofTeamRow, seenRow } from '../../bot/storage/pointerRow'
import { postedRow } from '../../bot/storage/postedRow'
import { projectRow } from '../../bot/storage/projectRow'
import { raisedRow } from '../../bot/storage/raisedRow'
import { recapRow } from '../../bot/storage/recapRow'
import { removingRow } from '../../bot/storage/removal'
import { sourceEntryRow } from '../../bot/storage/sourceEntryRow'
import { toldRow } from '../../bot/storage/toldRow'
import { wishesRow } from '../../bot/storage/wishesRow'
import {
  aChange,
  aCycle,
  aDraft,
  ALEX,
  aMessageRef,
  anActionItem,
  anAnswer,
  anAsk,
  anEntry,
  anIssue,
  anOpenQuestion,
  aPostedRecap,
  aProject,
  COPENHAGEN,
  MEGAN,
  NOW,
  PROJECT_ID,
  TENANT,
  THIS_WEEK,
  TODAY,
} from './builders'
import { anImportJob } from './importJobs'

export type Kept = { readonly write: () => Entity; readonly read: (row: StoredRow) => unknown }

/** Kinds of row that hold something else than a record, or whose files keep to themselves how they read it. */
type Apart = 'importPiece' | 'importUntil' | 'greeted' | 'sendingLease' | 'shut'

const issue = anIssue({ id: 'I-7' })
const item = anActionItem()
const outgoing = {
  id: 'out-1',
  at: NOW,
  what: { kind: 'weeklyAsk', week: THIS_WEEK, person: MEGAN.id },
  state: { status: 'pending', tries: 0, notBefore: null },
} as const
const sent = { ...outgoing, state: { status: 'sent', at: NOW, message: aMessageRef() } } as const
const [historyEntity, timeEntity] = changeRow.toEntities(PROJECT_ID, aChange(), null)
const question = anOpenQuestion({ id: 'question-1' as QuestionId })

/** A row of each kind of key, and how it is read. Whoever adds a kind of key adds it here and writes its fixture. */
export const EVERY_ROW: Readonly<Record<Exclude<keyof typeof rowKeys, Apart>, Kept>> = {
  project: { write: () => projectRow.toEntity(PROJECT_ID, aProject()), read: projectRow.fromEntity },
  removing: { write: () => removingRow.toEntity(PROJECT_ID, NOW), read: removingRow.fromEntity },
  place: {
    write: () =>
      placeRow.toEntity(PROJECT_ID, {
        tenant: TENANT,
        team: 'team-1' as TeamId,
        channel: 'channel-1' as ChannelId,
        teamName: 'Northwind',
        channelName: 'Roll-out',
        group: null,
        reference: { serviceUrl: 'https://smba.example/' },
        hindrances: [],
        hinderedSince: null,
      }),
    read: placeRow.fromEntity,
  },
  pinned: {
    write: () =>
      pinnedRow.toEntity(PROJECT_ID, {
        app: 'app-1',
        tabs: [{ entity: 'issues', id: 'tab-1', at: NOW }],
        busySince: null,
      }),
    read: pinnedRow.fromEntity,
  },
  counter: { write: () => counterRow.toEntity(PROJECT_ID, 'item', 12), read: counterRow.fromEntity },
  item: { write: () => actionItemRow.toEntity(PROJECT_ID, item), read: actionItemRow.fromEntity },
  openItem: { write: () => actionItemRow.toOpenEntity(PROJECT_ID, item), read: actionItemRow.fromEntity },
  issue: { write: () => issueRow.toEntity(PROJECT_ID, issue), read: issueRow.fromEntity },
  openIssue: { write: () => issueRow.toOpenEntity(PROJECT_ID, issue), read: issueRow.fromEntity },
  listed: {
    write: () =>
      listedIssueRow.toEntity(PROJECT_ID, listedIssueRow.keys(issue.id, facetsOf(issue))[0]!, listed(issue)),
    read: listedIssueRow.fromEntity,
  },
  issueCounts: {
    write: () => issueCountsRow.toEntity(PROJECT_ID, { ...NO_ISSUES, all: 7 }),
    read: issueCountsRow.fromEntity,
  },
  entry: { write: () => sourceEntryRow.toEntity(PROJECT_ID, anEntry()), read: sourceEntryRow.fromEntity },
  entryRead: {
    write: () => entryReadRow.toEntity(PROJECT_ID, { entry: 'S-12', version: 2, person: MEGAN, at: NOW }),
    read: entryReadRow.fromEntity,
  },
  question: {
    write: () => openQuestionRow.toEntity(PROJECT_ID, question),
    read: openQuestionRow.fromEntity,
  },
  openQuestion: {
    write: () => openQuestionRow.toOpenEntity(PROJECT_ID, question),
    read: openQuestionRow.fromEntity,
  },
  history: { write: () => historyEntity!, read: changeRow.fromEntity },
  changeAt: { write: () => timeEntity!, read: changeRow.fromEntity },
  cycle: { write: () => cycleRow.toEntity(PROJECT_ID, aCycle()), read: cycleRow.fromEntity },
  ask: { write: () => askRow.toEntity(PROJECT_ID, anAsk()), read: askRow.fromEntity },
  answer: { write: () => answerRow.toEntity(PROJECT_ID, anAnswer()), read: answerRow.fromEntity },
  draft: { write: () => draftRow.toEntity(PROJECT_ID, aDraft()), read: draftRow.fromEntity },
  recap: { write: () => recapRow.toEntity(PROJECT_ID, aPostedRecap()), read: recapRow.fromEntity },
  day: {
    write: () =>
      dayCountRow.toEntity(PROJECT_ID, COPENHAGEN, {
        date: TODAY,
        open: { showStopper: 1, workaround: 2, cosmetic: 3, unrated: 4 },
        opened: 5,
        reopened: 6,
        closed: 7,
        slips: { first: 8, again: 9, days: 10 },
      }),
    read: dayCountRow.fromEntity,
  },
  raised: {
    write: () =>
      raisedRow.toEntity(PROJECT_ID, {
        lookedOn: TODAY,
        known: [{ key: 'silent', on: TODAY }],
        digests: [
          {
            on: TODAY,
            at: NOW,
            to: ALEX,
            news: [{ kind: 'silent', key: 'silent', owner: MEGAN.id }],
            delivery: { status: 'pending' },
          },
        ],
      }),
    read: raisedRow.fromEntity,
  },
  told: {
    write: () => toldRow.toEntity(PROJECT_ID, { item: 'A-12', person: MEGAN.id, version: 3 }),
    read: toldRow.fromEntity,
  },
  correction: {
    write: () =>
      correctionRow.toEntity(PROJECT_ID, {
        week: THIS_WEEK,
        number: 1,
        at: NOW,
        by: ALEX,
        parts: ['headline'],
        before: { headline: 'On track', note: '', overallOverride: null, workstreamOverrides: [] },
      }),
    read: correctionRow.fromEntity,
  },
  posted: {
    write: () => postedRow.toEntity(PROJECT_ID, { about: 'I-7', message: aMessageRef(), shows: 2 }),
    read: postedRow.fromEntity,
  },
  imported: {
    write: () =>
      importedRow.toEntity(PROJECT_ID, {
        key: 'issue order' as ImportedKey,
        record: 'I-7',
        said: { title: 'Order' },
        by: { import: 'import-1' as ImportId, what: 'created' },
      }),
    read: importedRow.fromEntity,
  },
  importJob: {
    write: () => importJobRow.toEntity(anImportJob({ id: 'import-1' as ImportId })),
    read: importJobRow.fromEntity,
  },
  waiting: {
    write: () => outgoingRow.toWaitingEntity(PROJECT_ID, outgoing, 'stamp'),
    read: outgoingRow.fromEntity,
  },
  finished: { write: () => outgoingRow.toFinishedEntity(PROJECT_ID, sent), read: outgoingRow.fromEntity },
  mark: {
    write: () => markRow.toEntity(PROJECT_ID, { key: 'mark-1', at: NOW, about: 'A-12' }),
    read: markRow.fromEntity,
  },
  wishes: {
    write: () => wishesRow.toEntity(TENANT, MEGAN.id, { reminders: false, away: null }),
    read: wishesRow.fromEntity,
  },
  focus: {
    write: () => focusRow.toEntity(TENANT, MEGAN.id, { project: PROJECT_ID, since: NOW, at: NOW }),
    read: focusRow.fromEntity,
  },
  contact: {
    write: () =>
      contactRow.toEntity(TENANT, {
        person: MEGAN,
        locale: 'da-DK',
        zone: COPENHAGEN,
        reference: { serviceUrl: 'https://smba.example/' },
        teamsId: '29:megan',
      }),
    read: contactRow.fromEntity,
  },
  seenIn: { write: () => seenRow.toEntity(TENANT, MEGAN.id, PROJECT_ID), read: seenRow.fromEntity },
  ofTeam: {
    write: () => ofTeamRow.toEntity(TENANT, 'team-1' as TeamId, PROJECT_ID),
    read: ofTeamRow.fromEntity,
  },
  look: {
    write: () => lookRow.toEntity({ project: PROJECT_ID, at: NOW }),
    read: lookRow.fromEntity,
  },
  importLook: {
    write: () => importLookRow.toEntity({ import: 'import-1' as ImportId, at: NOW, since: NOW }),
    read: importLookRow.fromEntity,
  },
  // That it stands is all it says; nobody reads what is in it.
  adopted: {
    write: () => adoptedRow.toEntity(NOW),
    read: (row) => fromRow(row, 'adopted', z.object({ at: z.string() })),
  },
}

/** What these hold stands in their own files; they are read through storage. */
export const ROWS_APART: Readonly<Record<Apart, () => Entity>> = {
  importPiece: () => ({
    partitionKey: 'import.import-1',
    rowKey: rowKeys.importPiece(0),
    kind: 'importPiece',
    v: 1,
    // Bytes, as the service sends them.
    b0: 'AQID',
  }),
  importUntil: () => ({
    partitionKey: 'imports',
    rowKey: rowKeys.importUntil(NOW, 'import-1' as ImportId),
    kind: 'importUntil',
    v: 1,
    partition: 'import.import-1',
    pieces: 1,
  }),
  greeted: () => toRow(inTenant(rowKeys.greeted('channel-1')), 'greeted', { at: NOW }),
  sendingLease: () => toRow(inTenant(rowKeys.sendingLease), 'lease', { holder: 'another', until: NOW }),
  shut: () => {
    const target = { to: 'person', person: MEGAN.id } as const
    return toRow(inTenant(rowKeys.shut(target)), 'shut', { target, why: 'blocked', at: NOW, ask: null })
  },
}

function inTenant(row: string) {
  return { partition: tenantPartition(TENANT), row }
}
