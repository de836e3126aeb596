import type { Change } from '../domain/history'
import type { Project } from '../domain/project'
import { colourOf } from '../domain/rag'
import { canChangeEntry, standingEntries, type SourceEntry } from '../domain/sourceEntry'
import { countFreshness, freshnessOf } from '../domain/sourceFreshness'
import { dateIn, type Instant } from '../domain/time'
import { weekIn } from '../domain/week'
import type { FlowDeps } from './deps'
import { headOf } from './projectHead'
import { recapAsOf } from './recapAsOf'
import { standing, type Look } from './recordView'
import type { EntryLine, EntryView, ReadCount, SourceView } from './sourceOutcome'

type Records = Pick<FlowDeps, 'records'>

/** What stands on a project's page, empty usual places among it, in its order. */
export async function loadEntries(
  { records }: Records,
  project: Pick<Project, 'id' | 'language'>,
): Promise<readonly SourceEntry[]> {
  return standingEntries(await records.entries(project.id), project.language)
}

/** An entry with how far one may trust it now. */
export function lineOf(entry: SourceEntry, project: Pick<Project, 'zone'>, now: Instant): EntryLine {
  return { entry, freshness: freshnessOf(entry, { now, zone: project.zone }) }
}

/** One entry with what its card shows to this person. */
export function entryView(
  look: Look,
  entry: SourceEntry,
  over: { readonly history?: readonly Change[] | null; readonly reads?: ReadCount | null } = {},
): EntryView {
  const { project, now } = look
  return {
    record: 'entry',
    ...lineOf(entry, project, now),
    project: headOf(project),
    today: dateIn(now, project.zone),
    canChange: canChangeEntry(entry, standing(look)),
    reads: over.reads ?? null,
    history: over.history ?? null,
  }
}

/** How this project runs, as it stands now. */
export async function loadSource(deps: Records, project: Project, now: Instant): Promise<SourceView> {
  const [entries, colour] = await Promise.all([loadEntries(deps, project), colourNow(deps, project, now)])
  return {
    project,
    lines: entries.map((entry) => lineOf(entry, project, now)),
    count: countFreshness(entries, { now, zone: project.zone }),
    colour,
    today: dateIn(now, project.zone),
  }
}

async function colourNow(deps: Records, project: Project, now: Instant): Promise<SourceView['colour']> {
  const [last] = await deps.records.recaps(project.id, null, 1)
  if (last) return { rag: colourOf(last.recap.overall), week: last.recap.week }
  const recap = await recapAsOf(deps, project, weekIn(now, project.zone), now, null)
  return { rag: colourOf(recap.overall), week: null }
}

/** How many of those who are on the team now have read a version; null when nobody is asked to. */
export async function readCount(
  { records, roster }: Pick<FlowDeps, 'records' | 'roster'>,
  project: Pick<Project, 'id'>,
  entry: SourceEntry,
  version: number | null,
  person: { readonly id: string } | null,
): Promise<ReadCount | null> {
  if (version === null) return null
  const [reads, members] = await Promise.all([
    records.reads(project.id, entry.id, version),
    roster.members(project.id),
  ])
  const readers = new Set(reads.map((read) => read.person.id as string))
  return {
    version,
    read: members.filter(({ id }) => readers.has(id)).length,
    of: members.length,
    mine: person !== null && readers.has(person.id),
  }
}
