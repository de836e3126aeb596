import type { ProjectId } from '../domain/ids'
import type { OutgoingState } from '../flows/outgoing'
import { ranges } from './keys'
import { isFinished, outgoingRow } from './outgoingRow'
import type { Table } from './table'

/** What became of messages, by id. One that waits again counts as waiting, whatever became of it before. */
export async function fatesOf(
  table: Table,
  project: ProjectId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OutgoingState>> {
  const wanted = new Set(ids)
  const [finished, waiting] = await Promise.all([
    Promise.all([...wanted].map((id) => table.get(outgoingRow.finishedPlace(project, { id })))),
    table.list(project, ranges.waiting),
  ])
  const fates = new Map<string, OutgoingState>()
  const note = (row: Parameters<typeof outgoingRow.fromEntity>[0]) => {
    const { id, state } = outgoingRow.fromEntity(row)
    if (wanted.has(id)) fates.set(id, state)
  }
  for (const there of finished) if (there) note(there.row)
  // What is finished and not yet taken out of the range says nothing new.
  for (const { row } of waiting) if (!isFinished(outgoingRow.fromEntity(row).state)) note(row)
  return fates
}
