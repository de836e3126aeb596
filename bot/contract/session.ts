import * as z from 'zod/mini'
import { instant, person, plainDate, recordId, weekId, workstreamId, zoneId } from './common'
import { issueCounts, issueRow } from './issue'

/** A project that the reader may see. */
const projectLine = z.readonly(
  z.object({ id: z.string(), name: z.string(), customer: z.string(), channel: z.nullable(z.string()) }),
)
export type ProjectLine = z.infer<typeof projectLine>

/** What every page shows of the project. */
const projectFacts = z.readonly(
  z.object({
    id: z.string(),
    name: z.string(),
    customer: z.string(),
    zone: zoneId,
    lead: person,
    paused: z.boolean(),
    today: plainDate,
    week: weekId,
    workstreams: z.readonly(z.array(z.readonly(z.object({ id: workstreamId, name: z.string() })))),
    members: z.readonly(z.array(person)),
    /** How many were asked this week and how many answered; null when nobody was asked. */
    answers: z.nullable(z.object({ asked: z.number(), answered: z.number() })),
    /** Items on the reader's weekly card that wait for an answer; null when there is no card. */
    myCard: z.nullable(z.number()),
    openItems: z.number(),
    /** All issues there ever were. */
    allIssues: z.number(),
  }),
)
export type ProjectFacts = z.infer<typeof projectFacts>

/** All that the first page needs, in one answer. `open` is null when there is no project to show. */
export const start = z.readonly(
  z.object({
    me: person,
    now: instant,
    projects: z.readonly(z.array(projectLine)),
    open: z.nullable(
      z.object({
        project: projectFacts,
        counts: issueCounts,
        /** All open issues, worst and oldest first; or the first page of the list that was asked for. */
        issues: z.readonly(z.array(issueRow)),
        /** Whether `issues` are all open ones. */
        whole: z.boolean(),
        /** What the second page comes after. */
        next: z.nullable(z.string()),
      }),
    ),
  }),
)
export type Start = z.infer<typeof start>

/** What changed since a moment: records with the version that the change made. `until`: ask from here next time. */
export const pulse = z.readonly(
  z.object({
    until: instant,
    changed: z.readonly(
      z.array(z.object({ record: z.union([recordId, z.literal('project')]), version: z.number() })),
    ),
  }),
)

export const localSignIn = z.object({ person: z.string().check(z.maxLength(200)) })
export const localToken = z.object({ token: z.string(), me: person })
