import type { WorkstreamId } from '../domain/ids'
import type { Project } from '../domain/project'

/** A form may be older than the project's workstreams: one that is gone is left out, the rest of the change holds. */
export function withKnownWorkstream<C extends { readonly workstream?: WorkstreamId | null }>(
  change: C,
  project: Project,
): C | Omit<C, 'workstream'> {
  const { workstream, ...rest } = change
  const isKnown = !workstream || project.workstreams.some(({ id }) => id === workstream)
  return isKnown ? change : rest
}
