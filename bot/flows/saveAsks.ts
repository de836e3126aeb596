import type { Ask } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import type { WeekId } from '../domain/week'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'
import type { Commit, Put, Stored } from './ports'

/** An ask is at most three rows (the ask, its message, the week's), a transaction holds a hundred. */
const ASKS_IN_ONE_COMMIT = 40

/** What to write and what to send for one person; `tied`: whose asks change for the same reason. */
export type AskStep = {
  readonly person: PersonId
  readonly put: Put<Ask> | null
  readonly outgoing: readonly Outgoing[]
  readonly tied: readonly PersonId[]
}

/** The steps from the asks that stand to those that should. `message`: what is sent because of it. */
export function stepsBetween(
  standing: readonly Stored<Ask>[],
  wanted: readonly Ask[],
  message: (before: Ask | null, after: Ask) => readonly Outgoing[],
): readonly AskStep[] {
  return wanted.flatMap((after): AskStep[] => {
    const stored = standing.find(({ record }) => record.person.id === after.person.id) ?? null
    const before = stored?.record ?? null
    const outgoing = message(before, after)
    const put = before === after ? null : { record: after, over: stored?.revision ?? ('new' as const) }
    if (!put && outgoing.length === 0) return []
    return [{ person: after.person.id, put, outgoing, tied: [...tiesOf(before), ...tiesOf(after)] }]
  })
}

function tiesOf(ask: Ask | null): readonly PersonId[] {
  if (!ask) return []
  const inPlace = ask.away?.inPlace
  return [...(inPlace ? [inPlace.id] : []), ...ask.covers.map(({ owner }) => owner.id)]
}

/**
 * Saves what `plan` makes of a week's asks as they stand; whether anything was written. Somebody's ask and their
 * delegate's usually go in one commit. Where they do not, a crash between leaves one without the other, and the next
 * plan, whoever makes it, brings the other into line.
 */
export async function saveAsks(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  week: WeekId,
  plan: (standing: readonly Stored<Ask>[]) => Promise<readonly AskStep[]>,
  alongside: readonly Outgoing[] = [],
): Promise<boolean> {
  const planned = async () => plan(await records.asks(project.id, week))
  const steps = await planned()
  for (let start = 0; start < steps.length; start += ASKS_IN_ONE_COMMIT) {
    const some = steps.slice(start, start + ASKS_IN_ONE_COMMIT)
    if ((await records.commit(project.id, commitOf(some, alongside))) === 'saved') continue
    for (const { person } of some) await saveAlone(records, project, { person, planned, alongside })
  }
  return steps.some(({ put }) => put !== null)
}

/**
 * A lost race means that somebody asked, answered or was sent a card at this very moment: each person is then decided
 * anew on the asks that stand now. Every round that is lost is somebody's that was won, so it ends.
 */
async function saveAlone(
  records: FlowDeps['records'],
  project: Project,
  one: {
    readonly person: PersonId
    readonly planned: () => Promise<readonly AskStep[]>
    readonly alongside: readonly Outgoing[]
  },
): Promise<void> {
  for (;;) {
    const steps = (await one.planned()).filter(
      ({ person, tied }) => person === one.person || tied.includes(one.person),
    )
    if (steps.length === 0) return
    if ((await records.commit(project.id, commitOf(steps, one.alongside))) === 'saved') return
  }
}

/** However often it is tried it comes to the same; a command that ends with more says itself that it was done. */
function commitOf(steps: readonly AskStep[], alongside: readonly Outgoing[]): Commit {
  return {
    asks: steps.flatMap(({ put }) => (put ? [put] : [])),
    outgoing: [...steps.flatMap(({ outgoing }) => outgoing), ...alongside],
    more: true,
  }
}
