import type { PersonId } from '../domain/ids'
import type { Person } from '../domain/person'
import { carryOut } from '../flows/carryOut'
import type { Command } from '../flows/command'
import type { Outcome } from '../flows/outcome'
import { Refused } from './answers'
import type { ApiDeps } from './deps'
import type { Visitor } from './visitor'

/* What every route that changes a record stands on: the same flows as the chat, people by the roster alone. */

/** Carries out what a visitor asked for on the tab. */
export function order(deps: ApiDeps, { project, actor }: Visitor, command: Command): Promise<Outcome> {
  return carryOut(deps, { project: project.id, actor, door: 'tab', command })
}

/** Carries out what may leave something to send. */
export async function changing(deps: ApiDeps, visitor: Visitor, command: Command): Promise<Outcome> {
  const outcome = await order(deps, visitor, command)
  deps.wake(visitor.project.id)
  return outcome
}

/** The member with this id; ends the request with 400 where the roster has none. */
export function memberBy(id: PersonId, { members }: Visitor): Person {
  const member = members.find((one) => one.id === id)
  if (!member) throw new Refused(400, (w) => w.tab.personLeft)
  return { id: member.id, name: member.name }
}

/** The same where nobody may be named, too. */
export function memberOrNobody(id: PersonId | null, visitor: Visitor): Person | null {
  return id === null ? null : memberBy(id, visitor)
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out what was not sent, which leaves the field as it is. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}
