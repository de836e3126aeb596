import type { EntryId } from '../domain/ids'
import type { Project } from '../domain/project'
import { untouched, type SourceEntry } from '../domain/sourceEntry'
import { USUAL_PLACES } from '../domain/sourceKinds'
import type { EntryRef } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import type { Put } from './ports'
import { headOf } from './projectHead'
import { searchSource } from './searchSource'
import { lineOf, loadEntries } from './sourceView'

type Deps = Pick<FlowDeps, 'records' | 'clock'>

/** An entry as it was read: `over` is the revision to write over, `new` for a usual place that nobody has touched. */
export type FoundEntry = { readonly entry: SourceEntry; readonly over: Put<SourceEntry>['over'] }

/** The entry that is meant, or how to answer somebody who meant none or several. */
export async function findEntry(
  deps: Deps,
  project: Project,
  ref: EntryRef,
): Promise<
  { readonly kind: 'found'; readonly found: FoundEntry } | { readonly kind: 'not'; readonly outcome: Outcome }
> {
  if (typeof ref === 'string') {
    const found = await entryBy(deps, project, ref)
    return found ? { kind: 'found', found } : { kind: 'not', outcome: { kind: 'notFound', id: ref } }
  }
  const entries = await loadEntries(deps, project)
  const same = entries.find(({ title }) => folded(title) === folded(ref.words))
  const named = same ? [same] : searchSource(entries, ref.words)
  const [only] = named
  if (only && named.length === 1) return findEntry(deps, project, only.id)
  const head = headOf(project)
  const now = deps.clock.now()
  return {
    kind: 'not',
    outcome: only
      ? {
          kind: 'answers',
          project: head,
          question: ref.words,
          lines: named.map((one) => lineOf(one, project, now)),
        }
      : { kind: 'noAnswer', project: head, question: ref.words, sure: true, place: null },
  }
}

/** An entry by its number; a usual place that nobody has touched has no row yet. */
export async function entryBy(
  { records }: Pick<FlowDeps, 'records'>,
  project: Pick<Project, 'id' | 'language'>,
  id: EntryId,
): Promise<FoundEntry | null> {
  const stored = await records.entry(project.id, id)
  if (stored) return { entry: stored.record, over: stored.revision }
  const place = USUAL_PLACES.find((one) => one.id === id)
  return place ? { entry: untouched(place, project.language), over: 'new' } : null
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
