import { z } from 'zod'
import type { AwayLine } from '../domain/channelWeek'
import type { IssueId, ItemId, ProjectId } from '../domain/ids'
import { LANGUAGES } from '../domain/language'
import type { Evidence, RagVerdict } from '../domain/rag'
import type { PostedRecap, Recap, RecapPart } from '../domain/recap'
import type { ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'
import { anyJson, fromRow, text, toRow, type StoredRow } from './document'
import { ragOverride } from './draftRow'
import { severity } from './issueRow'
import { rowKeys } from './keys'
import {
  at,
  count,
  date,
  delivery,
  furtherChannel,
  person,
  rag,
  unreachableReason,
  workstreamId,
} from './parts'

const item = text<ItemId>()
const issue = text<IssueId>()

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('showStopper'), issue, days: count }),
  z.object({ kind: z.literal('itemBlocked'), item, days: count }),
  z.object({ kind: z.literal('itemsLate'), late: count, open: count, worstDays: count }),
  z.object({ kind: z.literal('itemsSlipped'), slipped: count, open: count }),
  z.object({ kind: z.literal('itemMovedOften'), item, times: count }),
  z.object({ kind: z.literal('goLiveMoved'), days: count }),
  z.object({ kind: z.literal('workstreams'), red: count, amber: count, of: count }),
  z.object({ kind: z.literal('allOnTrack'), open: count }),
  z.object({ kind: z.literal('nothingOpen') }),
]) satisfies z.ZodType<Evidence>

const verdict = z.object({
  rule: rag,
  evidence: z.array(evidence),
  override: ragOverride.nullable(),
}) satisfies z.ZodType<RagVerdict>

const line = { item, title: z.string(), owner: person }

const issueCounts = z.object({
  opened: count,
  closed: count,
  open: count,
  change: count.nullable(),
  bySeverity: z.array(z.object({ severity: severity.nullable(), open: count, change: count.nullable() })),
  worst: z.array(
    z.object({
      issue,
      title: z.string(),
      severity: severity.nullable(),
      owner: person.nullable(),
      days: count,
    }),
  ),
}) satisfies z.ZodType<Recap['issues']>

const awayLine = z.object({
  came: z.enum(['answered', 'silent', 'nobody']),
  who: z.object({ person, until: date, inPlace: person.nullable() }).nullable(),
}) satisfies z.ZodType<AwayLine>

const answerCount = z.object({
  asked: count,
  answered: count,
  missing: z.array(person).nullable(),
  unreached: z.array(z.object({ person, why: unreachableReason })),
  away: z.array(awayLine).default([]),
}) satisfies z.ZodType<Recap['answers']>

const raisedLine = z.object({
  with: person,
  showStoppers: z.array(issue),
  blocked: z.array(item),
  movedOften: z.array(item),
  silent: count,
}) satisfies z.ZodType<Recap['raised']>

const recap = z.object({
  week: text<WeekId>(),
  from: date,
  to: date,
  asOf: at,
  zone: text<ZoneId>(),
  project: z.object({ name: z.string(), customer: z.string() }),
  language: z.enum(LANGUAGES).default('en'),
  overall: verdict,
  overallWas: rag.nullable(),
  headline: z.string(),
  note: z.string(),
  goLive: z.object({ date, first: date, driftDays: count }).nullable(),
  workstreams: z.array(z.object({ id: workstreamId, name: z.string(), verdict, was: rag.nullable() })),
  done: z.array(z.object(line)),
  slipped: z.array(z.object({ ...line, from: date, to: date, why: z.string(), moves: count })),
  late: z.array(z.object({ ...line, due: date, days: count })),
  blocked: z.array(
    z.object({
      ...line,
      reason: z.string(),
      needs: person.nullable(),
      waits: person.nullable(),
      unblocks: z.string().nullable(),
      days: count,
    }),
  ),
  issues: issueCounts,
  answers: answerCount.nullable(),
  comments: z.array(z.object({ person, text: z.string() })),
  source: z.object({ written: count, verified: count, stale: count }).nullable().default(null),
  editedBy: person.nullable(),
  dueAt: at.nullable().default(null),
  raised: raisedLine.nullable().default(null),
  corrected: z
    .object({ times: count, at, by: person, parts: z.array(text<RecapPart>()) })
    .nullable()
    .default(null),
}) satisfies z.ZodType<Recap>

const schema = z.object({
  recap,
  card: anyJson,
  postedAt: at,
  postedBy: person.nullable(),
  delivery,
  copies: z.array(z.object({ channel: furtherChannel, delivery })).default([]),
}) satisfies z.ZodType<PostedRecap>

export const recapRow = {
  place: (project: ProjectId, week: WeekId) => ({ partition: project, row: rowKeys.recap(week) }),
  toEntity: (project: ProjectId, posted: PostedRecap) =>
    toRow(recapRow.place(project, posted.recap.week), 'recap', posted),
  fromEntity: (row: StoredRow): PostedRecap => fromRow(row, 'recap', schema),
}
