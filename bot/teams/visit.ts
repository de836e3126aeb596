import type { Links } from '../cards/reader'
import { focusAfter, isInFocus, type ChatFocus } from '../domain/chatFocus'
import type { ProjectId } from '../domain/ids'
import { isReachable } from '../domain/place'
import type { Instant } from '../domain/time'
import type { Project } from '../domain/project'
import type { Actor } from '../flows/command'
import { heardFrom, type PlaceDeps } from '../flows/followPlace'
import type { People } from '../flows/peoplePorts'
import type { Place, Sender } from './inbound'
import type { TeamsMember, TeamsRoster } from './roster'

type VisitDeps = PlaceDeps & {
  readonly people: People
  readonly roster: TeamsRoster
  readonly linksOf: (project: ProjectId) => Promise<Links>
}

/** Somebody who was found on the roster of a project's team, and what they may work on. */
export type Visit = {
  readonly project: ProjectId
  /** Null: the channel has no project yet. */
  readonly record: Project | null
  readonly actor: Actor
  readonly members: readonly TeamsMember[]
  readonly links: Links
  /** Whether the project's channel is open, as far as is known. */
  readonly isReachable: boolean
  /** In a 1:1 chat with somebody on several projects: then what is answered says which one it is about. */
  readonly isAmongOthers: boolean
}

export type Admission =
  | { readonly kind: 'visit'; readonly visit: Visit }
  /** Not on the roster. They learn nothing, not even whether there is a project. */
  | { readonly kind: 'outsider' }
  /** In a 1:1 chat with somebody who was seen in no project. */
  | { readonly kind: 'noProject' }
  /** In a 1:1 chat with somebody on several. */
  | ({ readonly kind: 'several' } & Several)

export type Several = {
  readonly visits: readonly (Visit & { readonly record: Project })[]
  /** What the chat was last about. */
  readonly known: ChatFocus | null
  /** The project that it was about when this was sent, if that is not long ago. */
  readonly inFocus: ProjectId | null
  readonly sentAt: Instant | null
}

/**
 * Lets a sender in by the roster. `asked` is the project that a card names; it counts for nothing until the roster of
 * that project's team has the sender. In a channel the channel itself says which project it is. `sentAt`: when the
 * client sent what came, null where it does not say.
 */
export async function admit(
  deps: VisitDeps,
  from: Sender,
  place: Place,
  asked: ProjectId | null,
  sentAt: Instant | null,
): Promise<Admission> {
  if (place.kind === 'channel') {
    const own = deps.records.idOf(place.tenant, place.channel)
    return asked !== null && asked !== own ? { kind: 'outsider' } : admitFrom(deps, from, own)
  }
  if (asked !== null) return admitTo(deps, from, asked)
  const visits = await visitsOf(deps, from)
  const [first, ...others] = visits
  if (!first) return { kind: 'noProject' }
  if (others.length === 0) return { kind: 'visit', visit: first }
  const known = await deps.people.focus(from.tenant, from.id)
  const now = deps.clock.now()
  return {
    kind: 'several',
    visits: visits.map((visit) => ({ ...visit, isAmongOthers: true })),
    known,
    inFocus: known && isInFocus(known, sentAt ?? now, now) ? known.project : null,
    sentAt,
  }
}

/**
 * Notes that somebody's 1:1 chat is about this project from what was sent at `sentAt` on. `known`: what it was about
 * until then.
 */
export async function focusOn(
  { people, clock }: VisitDeps,
  { tenant, id }: Sender,
  project: ProjectId,
  { known, sentAt }: Pick<Several, 'known' | 'sentAt'>,
): Promise<void> {
  const now = clock.now()
  const focus = focusAfter(known, project, sentAt ?? now, now)
  if (focus) await people.keepFocus(tenant, id, focus)
}

/** The visit, seen from the sender's 1:1 chat: whether it is one among others there, and then what the chat is about. */
export async function inOwnChat(
  deps: VisitDeps,
  from: Sender,
  visit: Visit,
  sentAt: Instant | null,
): Promise<Visit> {
  const seen = await deps.people.projectsOf(from.tenant, from.id)
  if (seen.every((project) => project === visit.project)) return visit
  const known = await deps.people.focus(from.tenant, from.id)
  await focusOn(deps, from, visit.project, { known, sentAt })
  return { ...visit, isAmongOthers: true }
}

/** Who writes from a channel shows that it is not closed, and so finds their way in though its return was missed. */
async function admitFrom(deps: VisitDeps, from: Sender, project: ProjectId): Promise<Admission> {
  const visit = await visitTo(deps, from, project)
  const isClosed = !visit || !visit.isReachable
  return isClosed && (await heardFrom(deps, project)) ? admitTo(deps, from, project) : entry(visit)
}

async function admitTo(deps: VisitDeps, from: Sender, project: ProjectId): Promise<Admission> {
  return entry(await visitTo(deps, from, project))
}

function entry(visit: Visit | null): Admission {
  return visit ? { kind: 'visit', visit } : { kind: 'outsider' }
}

async function visitTo(deps: VisitDeps, from: Sender, project: ProjectId): Promise<Visit | null> {
  const members = await deps.roster.members(project)
  const member = members.find(({ id }) => id === from.id)
  if (!member) return null
  const place = await deps.channels.place(project)
  if (place?.tenant !== from.tenant) return null
  const [stored, links] = await Promise.all([deps.records.project(project), deps.linksOf(project)])
  const person = { id: member.id, name: member.name }
  // Whether they own the team is asked when something is refused without it (`carryOut`).
  const actor: Actor = { tenant: from.tenant, person, locale: from.locale, zone: from.zone, ownsTeam: false }
  return {
    project,
    record: stored?.record ?? null,
    actor,
    members,
    links,
    isReachable: isReachable(place),
    isAmongOthers: false,
  }
}

/** The projects in which the sender was seen and still is on the team. */
async function visitsOf(deps: VisitDeps, from: Sender): Promise<Several['visits']> {
  const seen = await deps.people.projectsOf(from.tenant, from.id)
  const visits = await Promise.all(seen.map((project) => visitTo(deps, from, project)))
  return visits.flatMap((visit) => (visit?.record ? [{ ...visit, record: visit.record }] : []))
}
