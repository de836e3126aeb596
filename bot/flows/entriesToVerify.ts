import type { PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import { wantsCheck } from '../domain/sourceFreshness'
import type { FlowDeps } from './deps'
import type { EntryLine } from './sourceOutcome'
import { lineOf, loadEntries } from './sourceView'

/** The entries that somebody answers for and that wait for their word, in the page's order. */
export async function entriesToVerify(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  project: Project,
  person: PersonId,
): Promise<readonly EntryLine[]> {
  const now = deps.clock.now()
  return (await loadEntries(deps, project))
    .filter(({ owner }) => owner?.id === person)
    .map((entry) => lineOf(entry, project, now))
    .filter(({ freshness }) => wantsCheck(freshness))
}
