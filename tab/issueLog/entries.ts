import type { IssueRow } from '../../bot/contract/issue'
import type { Group, RowGroup } from './issueList'

/** A line of the table: a group's head, or an issue. */
export type Entry =
  | { readonly kind: 'head'; readonly key: string; readonly group: RowGroup; readonly folded: boolean }
  | { readonly kind: 'row'; readonly key: string; readonly row: IssueRow }

export function entriesOf(
  groups: readonly RowGroup[],
  group: Group,
  folded: ReadonlySet<string>,
): readonly Entry[] {
  return groups.flatMap((one, at): Entry[] => {
    const isFolded = folded.has(one.key)
    const rows = isFolded ? [] : one.rows.map((row): Entry => ({ kind: 'row', key: row.id, row }))
    if (group === 'none') return rows
    // A long list may come to the same value twice while rows are changed under it.
    return [{ kind: 'head', key: `head ${one.key} ${at}`, group: one, folded: isFolded }, ...rows]
  })
}

/** The issues from one to another, both of them, in the order of the list. */
export function between(rows: readonly IssueRow[], from: string, to: string): readonly string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id))
  const [low = -1, high = -1] = ends.toSorted((a, b) => a - b)
  return low < 0 ? [to] : rows.slice(low, high + 1).map(({ id }) => id)
}

/**
 * Which of the rows wait on top of the list: those that somebody else logged or brought back since it was looked at.
 * Shown at once they would move the row that one is about to press.
 */
export function waiting(
  rows: readonly IssueRow[],
  seen: ReadonlySet<string>,
  own: ReadonlySet<string>,
): readonly IssueRow[] {
  return rows.filter(({ id }) => !seen.has(id) && !own.has(id))
}
