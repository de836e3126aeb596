import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import type { Column } from './columns'
import type { ListQuery, View } from './issueList'

/** What the log's toolbar shows and sets. */
export type ToolbarProps = {
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly counts: Record<View, number>
  readonly shown: number
  readonly rows: readonly IssueRow[]
  readonly columns: readonly Column[]
  /** A long log offers what can be read page by page. */
  readonly isLong: boolean
  readonly me: string
  readonly onNew: () => void
}
