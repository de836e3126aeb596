import { useMemo, useState } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { waiting } from './entries'
import type { ListQuery } from './issueList'

/**
 * Keeps back what others logged or brought back since the list was looked at: it waits on top until it is asked for,
 * so that the row that has the focus never moves. Another view, filter or order begins anew.
 */
export function useWaiting(rows: readonly IssueRow[], query: ListQuery, isLong: boolean) {
  const { ready } = useTab()
  const [looked, setLooked] = useState({
    query,
    seen: idsOf(rows),
    highest: ready.counts.all,
    had: rows.length,
  })
  // The first rows of a view, and all further pages of a long list, are no news.
  if (looked.query !== query || (looked.had === 0 && rows.length > 0)) {
    setLooked({ query, seen: idsOf(rows), highest: ready.counts.all, had: rows.length })
  }
  const { seen } = looked
  const held = useMemo(
    () => (isLong || query.view === 'all' ? [] : waiting(rows, seen, ready.own)),
    [isLong, query.view, rows, seen, ready.own],
  )
  const shown = useMemo(() => {
    if (held.length === 0) return rows
    const ids = idsOf(held)
    return rows.filter(({ id }) => !ids.has(id))
  }, [rows, held])
  const logged = isLong
    ? Math.max(0, ready.counts.all - looked.highest - ownSince(ready.own, looked.highest))
    : 0
  return {
    shown,
    count: isLong ? logged : held.length,
    show: () => setLooked({ query, seen: idsOf(rows), highest: ready.counts.all, had: rows.length }),
  }
}

function idsOf(rows: readonly IssueRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id))
}

/** Numbers are dense: what was logged here since is above the highest of then. */
function ownSince(own: ReadonlySet<string>, highest: number): number {
  return [...own].filter((id) => Number(id.slice(2)) > highest).length
}
