import { z } from 'zod'
import { chartLineOf, type ChartLine } from '../domain/chartLine'
import type { Change } from '../domain/history'
import type { IssueId, ItemId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import type { IssueStanding } from '../domain/issueSteps'
import type { StoredRow } from './document'
import { refuseOtherVersions, text } from './document'
import { severity } from './issueRow'
import { at, count } from './parts'
import { UnreadableRecord } from './unavailable'

const standing = z.object({
  open: z.boolean(),
  severity: severity.nullable(),
}) satisfies z.ZodType<IssueStanding>
const item = text<ItemId>()

const line = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('issue'),
    version: count,
    step: z.object({ issue: text<IssueId>(), at, was: standing.nullable(), is: standing }),
  }),
  z.object({
    of: z.literal('item'),
    item,
    slips: z.array(z.object({ item, at, days: count, again: z.boolean() })),
    back: z.array(at),
  }),
  z.object({ of: z.literal('nothing') }),
]) satisfies z.ZodType<ChartLine>

/** What is read of a change for charts: some hundred bytes, however long the texts are that it changed. */
export const CHART_PROPERTIES = ['RowKey', 'v', 'chart'] as const

/** A change's line for charts as a property of its row by time; none where its commit does not tell. */
export function chartColumn(change: Change, issue: Issue | null): { readonly chart?: string } {
  const told = chartLineOf(change, issue)
  return told ? { chart: JSON.stringify(told) } : {}
}

/** The line in a row by time; null in one of before there was such a property. */
export function chartLineIn(row: StoredRow): ChartLine | null {
  refuseOtherVersions(row, 'change')
  const chart = row['chart']
  if (typeof chart !== 'string') return null
  const parsed = line.safeParse(JSON.parse(chart))
  if (!parsed.success) throw new UnreadableRecord('change', 'wrong at chart')
  return parsed.data
}
