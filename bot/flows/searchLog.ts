import { numberOf, type IssueId, type ProjectId } from '../domain/ids'
import { listed, type ListedIssue } from '../domain/issueList'
import { holdsWords } from '../domain/issueWords'
import type { Records } from './ports'

/** Issues of one read: what storage gives in one answer. */
const READ_AT_ONCE = 1_000
/** Reads of a whole log on their way at the same time. */
const SIDE_BY_SIDE = 4
/** More than anybody looks through: another word narrows it down. */
const MOST_FOUND = 200

export type Found = {
  readonly rows: readonly ListedIssue[]
  /** Whether there are more than these, all of them older. */
  readonly more: boolean
}

/** `isWanted`: whether somebody still waits for what is found; asked after each read. */
type Search = { readonly atOnce?: number; readonly most?: number; readonly isWanted?: () => boolean }

/**
 * The issues whose row in the log holds all the words, the newest first, at most 200. A log has no index of words: it is
 * read from its newest issue on until enough are found, a thousand issues a request; of the open ones alone only those.
 */
export async function searchLog(
  records: Pick<Records, 'issues' | 'issuePage'>,
  project: ProjectId,
  wanted: { readonly words: string; readonly openOnly: boolean },
  { atOnce = READ_AT_ONCE, most = MOST_FOUND, isWanted = () => true }: Search = {},
): Promise<Found> {
  const rows: ListedIssue[] = []
  const pages = wanted.openOnly ? openRows(records, project, atOnce) : allRows(records, project, atOnce)
  for await (const page of pages) {
    rows.push(...page.filter((row) => holdsWords(row, wanted.words)))
    if (rows.length > most || !isWanted()) break
  }
  return { rows: rows.slice(0, most), more: rows.length > most }
}

async function* openRows(records: Pick<Records, 'issuePage'>, project: ProjectId, limit: number) {
  let after: string | null = null
  do {
    const page = await records.issuePage(project, { by: 'newest' }, { after, limit: limit - 1 })
    yield page?.rows ?? []
    after = page?.next ?? null
  } while (after !== null)
}

/** Numbers are dense, so that where a thousand issues begin is known before those above them are read. */
async function* allRows(records: Pick<Records, 'issues'>, project: ProjectId, limit: number) {
  const [newest] = await records.issues(project, { before: null, limit: 1 })
  let above = newest ? numberOf(newest.id) + 1 : 1
  while (above > 1) {
    const starts = Array.from({ length: SIDE_BY_SIDE }, (_, nth) => above - nth * limit).filter(
      (at) => at > 1,
    )
    yield* await Promise.all(
      starts.map(async (start) => {
        const before: IssueId = `I-${start}`
        const issues = await records.issues(project, { before, limit })
        return issues.filter(({ id }) => numberOf(id) >= start - limit).map(listed)
      }),
    )
    above -= starts.length * limit
  }
}
