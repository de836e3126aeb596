import * as z from 'zod/mini'
import { issueId, itemId, person, plainDate, weekId, workstreamId } from './common'
import { rag } from './recap'

const count = z.number()

/** How many issues are open in each severity; `unrated`: nobody has rated them yet. */
const openCounts = z.readonly(
  z.object({ showStopper: count, workaround: count, cosmetic: count, unrated: count }),
)
export type OpenCountsJson = z.infer<typeof openCounts>

/** Why a colour is what it is. */
const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('showStopper'), issue: issueId, days: count }),
  z.object({ kind: z.literal('itemBlocked'), item: itemId, days: count }),
  z.object({ kind: z.literal('itemsLate'), late: count, open: count, worstDays: count }),
  z.object({ kind: z.literal('itemsSlipped'), slipped: count, open: count }),
  z.object({ kind: z.literal('itemMovedOften'), item: itemId, times: count }),
  z.object({ kind: z.literal('goLiveMoved'), days: count }),
  z.object({ kind: z.literal('workstreams'), red: count, amber: count, of: count }),
  z.object({ kind: z.literal('allOnTrack'), open: count }),
  z.object({ kind: z.literal('nothingOpen') }),
])
export type EvidenceJson = z.infer<typeof evidence>

/** A colour with what it rests on; `rule` is what the rule says, `override` who set it otherwise. */
const verdict = z.readonly(
  z.object({
    colour: rag,
    rule: rag,
    evidence: z.readonly(z.array(evidence)),
    override: z.nullable(z.object({ by: person, why: z.nullable(z.string()) })),
    /** The last posted recap's colour. */
    was: z.nullable(rag),
    /** Of posted recaps of earlier weeks, oldest first; null where that week had none of it. */
    past: z.readonly(z.array(z.object({ week: weekId, colour: z.nullable(rag) }))),
  }),
)
export type VerdictJson = z.infer<typeof verdict>

const flow = { opened: count, reopened: count, closed: count }
const slips = z.readonly(z.object({ first: count, again: count, days: count }))

const week = z.readonly(z.object({ week: weekId, ...flow, slips }))
export type WeekJson = z.infer<typeof week>

const day = z.readonly(z.object({ date: plainDate, open: openCounts }))
export type DayJson = z.infer<typeof day>

/** Ages from so many whole days to so many; null: and older. */
const ageBand = z.readonly(z.object({ from: count, to: z.nullable(count), open: openCounts }))
export type AgeBandJson = z.infer<typeof ageBand>

/** Null owner: issues that nobody fixes yet. `heavy`: far more than others have. */
const load = z.readonly(
  z.object({
    owner: z.nullable(person),
    items: count,
    late: count,
    blocked: count,
    issues: count,
    showStoppers: count,
    heavy: z.boolean(),
  }),
)
export type LoadJson = z.infer<typeof load>

const workstream = z.readonly(
  z.object({ id: workstreamId, name: z.string(), verdict, items: count, issues: count }),
)
export type WorkstreamJson = z.infer<typeof workstream>

/** Where a project stands now and how it came there. */
export const overview = z.readonly(
  z.object({
    headline: z.string(),
    overall: verdict,
    workstreams: z.readonly(z.array(workstream)),
    goLive: z.nullable(
      z.readonly(
        z.object({ date: plainDate, first: plainDate, driftDays: count, moves: count, daysLeft: count }),
      ),
    ),
    /** Oldest first; the last one is today. */
    days: z.readonly(z.array(day)),
    /** Oldest first; the last one is running. */
    weeks: z.readonly(z.array(week)),
    ages: z.readonly(z.array(ageBand)),
    oldest: z.nullable(z.object({ issue: issueId, days: count })),
    loads: z.readonly(z.array(load)),
    /** How many open items and issues the owner in the middle has. */
    middleLoad: count,
  }),
)
export type OverviewJson = z.infer<typeof overview>
