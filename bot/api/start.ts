import type { Request } from 'restify'
import type { ProjectFacts, ProjectLine, Start } from '../contract/session'
import { listingIn, LOG_PAGE, WHOLE_LOG } from '../contract/issueListing'
import { wordsOf } from '../cards/words/wordsOf'
import { instant as instantShape } from '../contract/common'
import { standingAsks, weekProgress } from '../domain/channelWeek'
import type { ChannelId, ProjectId } from '../domain/ids'
import type { IssueListing } from '../domain/issueList'
import type { Project } from '../domain/project'
import { dateIn, epochMs, fromEpochMs } from '../domain/time'
import { weekIn } from '../domain/week'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import type { ApiDeps, Identity } from './deps'
import { person } from './issueJson'
import { identify, localeOf, visit, type Visitor } from './visitor'

type Hints = {
  readonly project: unknown
  readonly channel: unknown
  /** The list that the address names, for a log of which only a page is sent. */
  readonly list: Readonly<Record<string, unknown>>
}

/**
 * All that the first page needs in one answer: who one is, which projects one may see, and the one to show with its
 * open issues. Which that is may be hinted at by the tab's channel or an address; what one gets is decided here.
 */
export async function start(deps: ApiDeps, req: Request, hints: Hints): Promise<Reply> {
  const identity = await identify(deps, req)
  const visitors = await visibleProjects(deps, req, identity, hints)
  const wanted = typeof hints.project === 'string' ? hints.project : null
  const visitor = wanted === null ? visitors[0] : visitors.find(({ project }) => project.id === wanted)
  const hasHint = wanted !== null || typeof hints.channel === 'string'
  if (!visitor && hasHint && !(await awaitsProject(deps, identity, hints)))
    throw new Refused(404, NOTHING_HERE)
  const me = visitor?.actor.person ?? (await whoIs(deps, identity, req))
  const body: Start = {
    me: person(me),
    now: deps.clock.now(),
    projects: visitors.map(projectLine),
    open: visitor ? await opened(deps, visitor, hints) : null,
  }
  return ok(body)
}

/**
 * A log of a size that a browser filters by itself comes whole, in one read. Of a longer one comes the first page of
 * the list that the address names, which is one read of its rows and one more.
 */
async function opened(deps: ApiDeps, visitor: Visitor, { list }: Hints) {
  const { records } = deps
  const { id } = visitor.project
  const counts = await records.issueCounts(id)
  const whole = counts.open <= WHOLE_LOG
  const asked = whole ? null : listingIn((name) => list[name], visitor.actor.person.id)
  const [project, page] = await Promise.all([
    facts(deps, visitor, counts.all),
    records.issuePage(id, asked ?? USUAL_LIST, { after: null, limit: whole ? WHOLE_LOG : LOG_PAGE }),
  ])
  const { rows = [], next = null } = page ?? {}
  // Whatever was logged between the two reads comes with the next look.
  return { project, counts, issues: rows, whole, next: whole ? null : next }
}

const USUAL_LIST: IssueListing = { by: 'severity', severity: null }

/** A channel that has no project yet says how to set one up, to members of its team alone. */
async function awaitsProject(
  { records, roster }: ApiDeps,
  { tenant, person: id }: Identity,
  { project, channel }: Hints,
): Promise<boolean> {
  if (typeof project === 'string' || typeof channel !== 'string') return false
  const place = records.idOf(tenant, channel as ChannelId)
  if (await records.project(place)) return false
  return (await roster.members(place)).some((member) => member.id === id)
}

/** What we know of somebody who is on no project, for the page to greet. */
export async function whoIs({ local, people }: ApiDeps, { tenant, person: id }: Identity, req: Request) {
  const known = local?.people.find((one) => one.id === id) ?? (await people.contact(tenant, id))?.person
  return known ?? { id, name: wordsOf({ locale: localeOf(req) }).tab.you }
}

/**
 * The channel's project first when the tab stands in a channel, then those where the person was seen; each only if
 * the roster has them. In local mode, those of the trial's channels.
 */
async function visibleProjects(
  deps: ApiDeps,
  req: Request,
  identity: Identity,
  hints: Hints,
): Promise<readonly Visitor[]> {
  const { records } = deps
  const { tenant } = identity
  const hinted = typeof hints.channel === 'string' ? [records.idOf(tenant, hints.channel as ChannelId)] : []
  const wanted = typeof hints.project === 'string' ? [hints.project as ProjectId] : []
  // A tab in a channel shows that channel's project alone.
  const others = hinted.length > 0 ? [] : await seenProjects(deps, identity)
  const ids = [...new Set([...hinted, ...others, ...wanted])]
  const visitors = await Promise.all(ids.map((id) => visit(deps, identity, req, id)))
  return visitors.filter((visitor) => visitor !== null)
}

/** Where the person was seen, by our own records; in local mode the trial's channels first. It is no right to anything. */
export async function seenProjects(
  { records, people, local }: ApiDeps,
  { tenant, person: id }: Identity,
): Promise<readonly ProjectId[]> {
  const ofTrial = local?.channels.map((channel) => records.idOf(tenant, channel)) ?? []
  return [...ofTrial, ...(await people.projectsOf(tenant, id))]
}

function projectLine({ project }: Visitor): ProjectLine {
  return { id: project.id, name: project.name, customer: project.customer, channel: project.channel }
}

/** What every page shows of the project: one read each of the week's asks and the open items. */
async function facts(
  { records, clock }: ApiDeps,
  visitor: Visitor,
  allIssues: number,
): Promise<ProjectFacts> {
  const { project, actor, members } = visitor
  const now = clock.now()
  const week = weekIn(now, project.zone)
  const [asks, items] = await Promise.all([records.asks(project.id, week), records.openItems(project.id)])
  const progress = weekProgress(
    standingAsks(
      asks.map(({ record }) => record),
      items,
    ),
  )
  const mine = asks.find(({ record }) => record.person.id === actor.person.id)?.record
  return {
    ...headline(project),
    today: dateIn(now, project.zone),
    week,
    members: members.map(person),
    answers: progress.asked === 0 ? null : { asked: progress.asked, answered: progress.answered },
    myCard: mine && mine.answeredAt === null ? mine.items.length : null,
    openItems: items.length,
    allIssues,
  }
}

function headline(project: Project) {
  const { id, name, customer, zone, lead, state, workstreams } = project
  return { id, name, customer, zone, lead: person(lead), paused: state.status === 'paused', workstreams }
}

/** The longest stretch of history that one pulse reads: a page that slept longer loads everything anew. */
const LONGEST_PULSE_MS = 10 * 60_000

/** What changed since the page last asked, by number and version: one read of a short range, nothing when all is quiet. */
export async function pulse(
  { records, clock }: ApiDeps,
  { project }: Visitor,
  since: unknown,
): Promise<Reply> {
  const now = clock.now()
  const asked = instantShape.safeParse(since)
  const earliest = epochMs(now) - LONGEST_PULSE_MS
  const from = fromEpochMs(Math.max(earliest, asked.success ? epochMs(asked.data) : earliest))
  // Times are taken before the write, so the end is open: what is written in this millisecond belongs to it.
  const until = fromEpochMs(epochMs(now) + 1)
  const changes = await records.changesBetween(project.id, from, until)
  return ok({ until: now, changed: changes.map(({ record, version }) => ({ record, version })) })
}
