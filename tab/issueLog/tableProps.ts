import type { ProjectFacts } from '../../bot/contract/session'
import type { Column } from './columns'
import type { Entry } from './entries'
import type { ListQuery } from './issueList'

/** What the log's table shows, and what happens in it. */
export type TableProps = {
  readonly entries: readonly Entry[]
  /** Rows of the whole list, heads among them; -1 while nobody knows. */
  readonly total: number
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly columns: readonly Column[]
  readonly now: number
  readonly isLong: boolean
  readonly focused: string | null
  readonly open: string | null
  readonly selected: ReadonlySet<string>
  /** The cell that is being edited. */
  readonly editing: { readonly id: string; readonly field: EditedField } | null
  readonly counts: (group: string) => number | null
  readonly onFold: (key: string) => void
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string, how: 'one' | 'range') => void
  readonly onEdit: (id: string, field: EditedField | null) => void
  /** The end of what is loaded came near. */
  readonly onEnd: () => void
}

/** What can be changed in its cell. */
export type EditedField = 'title' | 'severity' | 'owner' | 'where' | 'workstream'
