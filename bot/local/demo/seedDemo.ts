import type { Change } from '../../domain/history'
import type { IssueId, ProjectId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import { addDays, epochMs, fromEpochMs, instantAt, type Instant, type WallTime } from '../../domain/time'
import { mondayOf, weekIn, weeksLater } from '../../domain/week'
import { carryOut } from '../../flows/carryOut'
import type { FlowDeps } from '../../flows/deps'
import type { Outcome } from '../../flows/outcome'
import type { Channels, People } from '../../flows/peoplePorts'
import type { RecapRenderer, Records } from '../../flows/ports'
import { demoEvents, type DemoCast, type DemoEvent } from './events'
import { demoIssues } from './issues'
import { meetPlayground } from './meetPlayground'
import type { DemoCalendar } from './moments'
import { NO_FILES } from './noFiles'
import { pastRecords } from './pastRecords'
import type { DemoWorld } from './world'

export type SeedDeps = {
  readonly records: Records
  readonly people: People
  readonly channels: Channels
  readonly renderRecap: RecapRenderer
  readonly now: Instant
}

/**
 * Fills the Playground's General channel with a project in its third week, by doing all that its people would have
 * done, each at their moment. The setup is the claim: a channel that somebody set up is left alone. A crash half-way
 * leaves the beginning of the story without its last issue, and the next call tells the rest. Nobody else may write
 * to the project meanwhile; throws when the story does not go as told.
 */
export async function seedDemo(deps: SeedDeps, world: DemoWorld): Promise<'seeded' | 'alreadyThere'> {
  const id = deps.records.idOf(world.tenant, world.channel.id)
  await meetPlayground(deps, world, id)
  const project = (await deps.records.project(id))?.record ?? null
  const events = demoEvents(castOf(world, project, deps.now))
  if (project && !(await isHalfTold(deps.records, project, events))) return 'alreadyThere'

  const left = project ? await eventsLeft(deps, project, events) : events
  for (const event of left) await happen(deps, world, id, event)
  return 'seeded'
}

/** The story's weeks are counted back from now; for a project that stands, forward from its setup. */
function castOf(world: DemoWorld, project: Project | null, now: Instant): DemoCast {
  const zone = project?.zone ?? world.zone
  const week = project ? weeksLater(weekIn(project.createdAt, zone), 2) : weekIn(now, zone)
  const calendar = { week, zone }
  const end = endOf(calendar)
  return {
    calendar,
    now: now < end ? now : end,
    person: (name) => {
      const found = world.people.find((person) => person.name === name)
      if (!found) throw new Error(`Nobody here is called ${name}`)
      return { id: found.id, name }
    },
  }
}

function endOf({ week, zone }: DemoCalendar): Instant {
  return instantAt(addDays(mondayOf(week), 7), '00:00' as WallTime, zone)
}

/** Only the demo is set up at its very millisecond; it is whole once its last issue stands. */
async function isHalfTold(
  records: Records,
  project: Project,
  events: readonly DemoEvent[],
): Promise<boolean> {
  const last: IssueId = `I-${demoIssues.length}`
  return project.createdAt === events[0]?.at && (await records.issue(project.id, last)) === null
}

/**
 * What had not happened yet when the story broke off. Past weeks have fixed moments, so whatever is later than the
 * last change is left; asking and posting a second time does nothing. The running week's moments depend on the hour
 * of the start, but each of its events makes one change, so they are counted.
 */
async function eventsLeft(
  { records, now }: SeedDeps,
  project: Project,
  events: readonly DemoEvent[],
): Promise<readonly DemoEvent[]> {
  const changes = await records.changesBetween(project.id, project.createdAt, justAfter(now))
  const past = events.filter((event) => !event.isThisWeek)
  const thisWeek = events.filter((event) => event.isThisWeek)
  const pastEnds = past.at(-1)?.at ?? project.createdAt
  const isPast = (change: Change): boolean => change.at <= pastEnds
  const lastPast = changes.findLast(isPast)?.at ?? project.createdAt
  const told = changes.filter((change) => !isPast(change)).length
  return [...past.filter(({ at }) => at > lastPast), ...thisWeek.slice(told)]
}

function justAfter(at: Instant): Instant {
  return fromEpochMs(epochMs(at) + 1)
}

async function happen(deps: SeedDeps, world: DemoWorld, id: ProjectId, event: DemoEvent): Promise<void> {
  const project = (await deps.records.project(id))?.record ?? null
  const outcome = await carryOut(depsAt(event.at, deps, world), {
    project: id,
    actor: {
      tenant: world.tenant,
      person: event.by,
      locale: 'en-GB',
      zone: world.zone,
      ownsTeam: false,
    },
    door: event.door,
    command: event.command(project),
  })
  if (!wentAsTold(outcome, event)) {
    throw new Error(
      `The demo did not go as told at ${event.at} (${event.by.name}): ${JSON.stringify(outcome)}. Start it anew with --reset.`,
    )
  }
}

function depsAt(
  at: Instant,
  { people, channels, renderRecap, records }: SeedDeps,
  world: DemoWorld,
): FlowDeps {
  const clock = { now: () => at }
  return {
    records: pastRecords(records, clock),
    people,
    channels,
    roster: { members: () => Promise.resolve(world.people) },
    teamChannels: { channels: () => Promise.resolve([world.channel]) },
    teamAccess: { kind: 'none', why: 'trial' },
    clock,
    renderRecap,
    exchange: NO_FILES,
  }
}

function wentAsTold(outcome: Outcome, event: DemoEvent): boolean {
  if (outcome.kind === 'record') {
    const { view, note } = outcome
    const id = view.record === 'item' ? view.item.id : view.issue.id
    return event.makes === null ? note?.kind === 'changed' : id === event.makes
  }
  if (outcome.kind === 'entry') {
    const { view, note } = outcome
    return event.makes === null ? note?.kind === 'verified' : view.entry.id === event.makes
  }
  if (outcome.kind === 'weeklyCard') return outcome.view.form === null
  if (outcome.kind === 'draft') return outcome.problems.length === 0
  return ['projectSaved', 'asked', 'recapPosted'].includes(outcome.kind)
}
