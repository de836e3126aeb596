import { problemWith, type Away } from '../domain/away'
import { dateIn } from '../domain/time'
import { changingPresence } from './changingPresence'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { presenceOf } from './presence'
import { headOf } from './projectHead'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/**
 * Notes that the actor is away, in all their projects, and who is asked instead. Dates are those on their own wall.
 * Without a last day, or with something that can't be, a form asks for it and keeps what was given.
 */
export async function goAway(deps: Deps, order: Order<CommandOf<'away'>>): Promise<Outcome> {
  const { actor, command } = order
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = headOf(stored.record)
  const members = await deps.roster.members(order.project)
  const presence = await presenceOf(deps, stored.record, actor.person.id)
  const today = dateIn(deps.clock.now(), actor.zone ?? presence.zone)
  const standing = presence.away && presence.away.until >= today ? presence.away : null
  const { from, until, delegate } = isEmpty(command) && standing ? standing : command
  const form = (problem: Extract<Outcome, { kind: 'awayForm' }>['problem']): Outcome => ({
    kind: 'awayForm',
    project,
    draft: { from, until, delegate },
    today,
    members,
    problem,
    isAway: standing !== null,
  })
  if (until === null || isEmpty(command)) return form(null)
  const away: Away = { from: from ?? today, until, delegate }
  const problem = problemWith(away, { me: actor.person, today, members })
  if (problem) return form(problem)

  const person = { tenant: actor.tenant, person: actor.person.id }
  await changingPresence(deps, person, order.project, () =>
    deps.people.keepWishes(actor.tenant, actor.person.id, { away }),
  )
  const theirs = delegate && (await presenceOf(deps, stored.record, delegate.id)).away
  const delegateAway = theirs && overlap(away, theirs) ? theirs : null
  return { kind: 'away', project, person: actor.person, away, today, delegateAway }
}

function isEmpty({ from, until, delegate }: CommandOf<'away'>): boolean {
  return from === null && until === null && delegate === null
}

function overlap(a: Away, b: Away): boolean {
  return a.from <= b.until && b.from <= a.until
}
