import type { Change } from '../domain/history'
import type { ProjectId } from '../domain/ids'
import type { FlowDeps } from './deps'

/** What an order was given about: a record, as its giver last saw it, and the fields that the order touches. */
type Sight = {
  readonly project: ProjectId
  readonly record: Change['record']
  /** The version on the card or page that was acted on; null for typed words, which are about whatever stands. */
  readonly seen: number | null
  readonly version: number
  readonly fields: readonly string[]
}

/**
 * The latest change, since the version seen, of a field that the order is about; null when nothing relevant happened.
 * A new title is no reason to refuse "done"; a new date is one to refuse another date.
 */
export async function overtakenBy(
  { records }: Pick<FlowDeps, 'records'>,
  { project, record, seen, version, fields }: Sight,
): Promise<Change | null> {
  if (seen === null || seen >= version) return null
  const history = await records.history(project, record)
  const since = history.filter((change) => change.version > seen && change.version <= version)
  return since.findLast((change) => change.fields.some(({ field }) => fields.includes(field))) ?? null
}
