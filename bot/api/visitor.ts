import type { Request } from 'restify'
import type { ProjectId } from '../domain/ids'
import type { Member } from '../domain/person'
import type { Project } from '../domain/project'
import { parseZone } from '../domain/time'
import type { Actor } from '../flows/command'
import { NOTHING_HERE, Refused } from './answers'
import type { ApiDeps, Identity } from './deps'

/** A member of the project's team, in the project: what every route below a project starts from. */
export type Visitor = {
  readonly project: Project
  readonly actor: Actor
  readonly members: readonly Member[]
}

/** Who asks; ends the request with 401 when the token is missing or not to be trusted. */
export async function identify(
  { authenticate }: Pick<ApiDeps, 'authenticate'>,
  req: Request,
): Promise<Identity> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(req.headers.authorization ?? '')?.[1]
  const identity = token === undefined ? null : await authenticate(token)
  if (!identity) throw new Refused(401, (w) => w.tab.signInEnded)
  return identity
}

/**
 * The project by the service's own records and the asker by the roster of its team. Another tenant's, one that is not
 * there and one that they don't belong to all end with the same 404.
 */
export async function enter(deps: ApiDeps, req: Request, id: ProjectId): Promise<Visitor> {
  const identity = await identify(deps, req)
  const visitor = await visit(deps, identity, req, id)
  if (!visitor) throw new Refused(404, NOTHING_HERE)
  return visitor
}

/** The same for an identity that is known already; null instead of the 404. */
export async function visit(
  { records, roster }: Pick<ApiDeps, 'records' | 'roster'>,
  { tenant, person }: Identity,
  req: Request,
  id: ProjectId,
): Promise<Visitor | null> {
  const stored = await records.project(id)
  if (!stored || stored.record.tenant !== tenant) return null
  const members = await roster.members(id)
  const member = members.find((one) => one.id === person)
  if (!member) return null
  const actor: Actor = {
    tenant,
    person: { id: member.id, name: member.name },
    locale: localeOf(req),
    zone: parseZone(String(req.headers['x-time-zone'] ?? '')) ?? null,
    // Asked when something is refused without it (`carryOut`).
    ownsTeam: false,
  }
  return { project: stored.record, actor, members }
}

/** The browser's first language. */
export function localeOf(req: Request): string {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/.exec(req.headers['accept-language'] ?? '')?.[0] ?? 'en-GB'
}
