import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import { asQuery, WHOLE_LOG } from '../../bot/contract/issueListing'
import { paths } from '../../bot/contract/paths'
import { useTab } from '../data/tab'
import type { ListQuery } from './issueList'
import { listingFor } from './listing'

export type Log = {
  readonly rows: readonly IssueRow[]
  /** Whether `rows` are a list of the service's, in its order, of which more may come. */
  readonly isLong: boolean
  readonly more: boolean
  readonly loadMore: () => void
  /** Loads the list from its beginning: what others logged meanwhile is in it then. */
  readonly reload: () => void
  readonly isLoading: boolean
}

const issuePageShape = () => import('../../bot/contract/issue').then(({ issuePage }) => issuePage)
const issueRowsShape = () => import('../../bot/contract/issue').then(({ issueRows }) => issueRows)

/**
 * The rows of the log. Of a log of usual size the open ones are always here and the closed ones come once "All" is
 * looked at; then all filtering is the page's. A long one is a list that the service keeps, read page by page.
 */
export function useLog(query: ListQuery): Log {
  const { ready } = useTab()
  const isLong = !ready.whole || (query.view === 'all' && ready.counts.all > WHOLE_LOG)
  const listing = isLong ? asQuery(listingFor(query)) : query.view === 'all' ? 'by=all' : null
  const pages = usePages(listing, !isLong)
  const rows = useMemo(
    () =>
      isLong || listing === null ? (isLong ? pages.rows : ready.issues) : joined(pages.rows, ready.issues),
    [isLong, listing, pages.rows, ready.issues],
  )
  return { ...pages, rows, isLong, more: isLong && pages.more }
}

/** Of two states of an issue the newer one; of the same, what this page shows of its own change. */
function joined(paged: readonly IssueRow[], open: readonly IssueRow[]): readonly IssueRow[] {
  const byId = new Map(paged.map((row) => [row.id, row]))
  for (const row of open) {
    const other = byId.get(row.id)
    if (!other || other.version <= row.version) byId.set(row.id, row)
  }
  return [...byId.values()]
}

type Pages = {
  readonly listing: string | null
  readonly rows: readonly IssueRow[]
  readonly next: string | null
}

const NONE: Pages = { listing: null, rows: [], next: null }

/** The pages of one listing, the first one at once, the others when asked for; `toTheEnd`: all of them. */
function usePages(listing: string | null, toTheEnd: boolean) {
  const { api, ready } = useTab()
  const began = listing === ready.list && !ready.whole
  const [pages, setPages] = useState<Pages>(began ? { listing, rows: ready.issues, next: ready.next } : NONE)
  const [loading, setLoading] = useState(false)
  const wanted = useRef(listing)
  const project = ready.project.id

  const load = useCallback(
    async (after: string | null) => {
      if (listing === null) return
      wanted.current = listing
      setLoading(true)
      const answer = await api.get(paths.issueList(project, listing, after), issuePageShape)
      setLoading(false)
      if (answer.kind !== 'ok' || overtaken(wanted, listing)) return
      const { rows, next } = answer.body
      setPages((was) => ({
        listing,
        rows: after === null || was.listing !== listing ? rows : withPage(was.rows, rows),
        next,
      }))
    },
    [api, project, listing],
  )

  const isThere = pages.listing === listing
  useEffect(() => {
    if (listing !== null && !isThere) void load(null)
  }, [listing, isThere, load])
  useEffect(() => {
    if (toTheEnd && isThere && pages.next !== null) void load(pages.next)
  }, [toTheEnd, isThere, pages.next, load])

  // What this page changed, and what others did to rows that are here.
  useEffect(() => {
    setPages((was) => withNewer(was, ready.issues))
  }, [ready.issues])
  useEffect(() => {
    const ids = ready.changed.filter((id) => id.startsWith('I-')).slice(0, 100)
    if (listing === null || ids.length === 0) return
    void api.get(paths.issueRows(project, ids), issueRowsShape).then((answer) => {
      if (answer.kind === 'ok') setPages((was) => withNewer(was, answer.body.rows))
    })
  }, [api, project, listing, ready.changed])

  return {
    rows: isThere ? pages.rows : NONE.rows,
    more: isThere && pages.next !== null,
    isLoading: listing !== null && (loading || !isThere),
    loadMore: () => {
      if (isThere && pages.next !== null && !loading) void load(pages.next)
    },
    reload: () => void load(null),
  }
}

/** Whether another list was asked for meanwhile. */
function overtaken(wanted: { readonly current: string | null }, listing: string): boolean {
  return wanted.current !== listing
}

/** An issue that came to stand further down while one read is not shown twice. */
function withPage(rows: readonly IssueRow[], page: readonly IssueRow[]): readonly IssueRow[] {
  const there = new Set(rows.map(({ id }) => id))
  return [...rows, ...page.filter(({ id }) => !there.has(id))]
}

function withNewer(was: Pages, rows: readonly IssueRow[]): Pages {
  const newer = new Map(rows.map((row) => [row.id, row]))
  const isNews = was.rows.some((row) => {
    const other = newer.get(row.id)
    return other && other !== row && other.version >= row.version
  })
  if (!isNews) return was
  return {
    ...was,
    rows: was.rows.map((row) => {
      const other = newer.get(row.id)
      return other && other.version >= row.version ? other : row
    }),
  }
}
