import type { ItemStatus } from '../../domain/actionItem'
import type { ImportJob, RowProblem } from '../../domain/exchange/importJob'
import type { IssueStatus, Severity } from '../../domain/issue'
import type { PlainDate } from '../../domain/time'
import type { FileRefusal } from '../exchangePorts'
import type { ProjectHead } from '../projectHead'

/** What would come of a file's rows as it is read now. */
export type ImportPreview = {
  /** Rows that would make records, and rows whose records are there already and are brought up to date. */
  readonly fresh: number
  readonly known: number
  /** Rows that are not taken because something is wrong with them. */
  readonly wrong: number
  /** Rows of a mixed log that are not kept here, by what the file calls them. */
  readonly others: readonly { readonly category: string; readonly rows: number }[]
  /** At most some hundreds, in the order of the file. */
  readonly problems: readonly RowProblem[]
  readonly allProblems: number
  /** The first rows as they would be taken. */
  readonly sample: readonly {
    readonly sheet: string
    readonly row: number
    readonly record: 'issue' | 'item'
    readonly title: string
    readonly severity: Severity | null
    readonly status: IssueStatus | ItemStatus | null
    readonly owner: string | null
    /** When it is due, or else when it was raised. */
    readonly date: PlainDate | null
  }[]
}

export type ImportOutcome =
  /** Says how one brings a file. */
  | { readonly kind: 'importOffer'; readonly project: ProjectHead }
  | {
      readonly kind: 'importPreview'
      readonly project: ProjectHead
      readonly job: ImportJob
      readonly preview: ImportPreview
    }
  /** Under way, come to a halt, or done. */
  | {
      readonly kind: 'importProgress'
      readonly project: ProjectHead
      readonly job: ImportJob
      readonly underWay: boolean
      readonly rows: number
    }
  | {
      readonly kind: 'importRefused'
      readonly project: ProjectHead
      readonly file: string
      readonly why: ImportRefusal
    }

type ImportRefusal =
  FileRefusal | 'tooBig' | 'noRecords' | 'gone' | 'alreadyRun' | 'unreachable' | 'unknownChoice'
