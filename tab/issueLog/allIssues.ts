import { useCallback, useEffect, useMemo, useState } from 'react'
import { issuePage, type IssueRow } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import { useTab } from '../data/tab'

type Paged = {
  readonly rows: ReadonlyMap<string, IssueRow>
  /** The oldest that was loaded; null before the first page. */
  readonly last: string | null
  readonly more: boolean
}

/**
 * The open issues are always there; closed ones come by pages, newest first, once "All" is looked at.
 * A change seen elsewhere loads the first page anew; older pages stay as they were loaded.
 */
export function useAllIssues(wanted: boolean) {
  const { api, ready } = useTab()
  const [paged, setPaged] = useState<Paged>({ rows: new Map(), last: null, more: false })
  const path = paths.issues(ready.project.id)

  const load = useCallback(
    async (before: string | null) => {
      const answer = await api.get(before === null ? path : `${path}?before=${before}`, issuePage)
      if (answer.kind === 'ok') setPaged((was) => joined(was, answer.body.rows, answer.body.more, before))
    },
    [api, path],
  )
  useEffect(() => {
    if (wanted) void load(null)
  }, [wanted, ready.round, load])

  const rows = useMemo(() => {
    if (!wanted) return ready.issues
    const byId = new Map(paged.rows)
    for (const row of ready.issues) {
      const other = byId.get(row.id)
      if (!other || other.version <= row.version) byId.set(row.id, row)
    }
    return [...byId.values()]
  }, [wanted, ready.issues, paged])
  return { rows, more: wanted && paged.more, loadMore: () => void load(paged.last) }
}

function joined(was: Paged, page: readonly IssueRow[], more: boolean, before: string | null): Paged {
  const rows = new Map([...was.rows, ...page.map((row) => [row.id, row] as const)])
  // The first page, loaded again, tells nothing of how far back the others went.
  if (before === null && was.last !== null) return { ...was, rows }
  return { rows, more, last: page.at(-1)?.id ?? was.last }
}
