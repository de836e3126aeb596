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
  /** Where the service looked for words in a log that is not here as a whole; `more`: it found more than these. */
  readonly found: { readonly more: boolean } | null
  readonly more: boolean
  readonly loadMore: () => void
  /** Loads the list from its beginning: what others logged meanwhile is in it then. */
  readonly reload: () => void
  readonly isLoading: boolean
}

const issuePageShape = () => import('../../bot/contract/issue').then(({ issuePage }) => issuePage)
const foundShape = () => import('../../bot/contract/issue').then(({ foundIssues }) => foundIssues)
const issueRowsShape = () => import('../../bot/contract/issue').then(({ issueRows }) => issueRows)

/**
 * The rows of the log. Of a log of usual size the open ones are always here and the closed ones come once "All" is
 * looked at; then all filtering is the page's. A long one is a list that the service keeps, read page by page; what
 * holds some words it looks for, and of those filtering is the page's again.
 */
export function useLog(query: ListQuery): Log {
  const { ready } = useTab()
  const isTooLong = !ready.whole || (query.view === 'all' && ready.counts.all > WHOLE_LOG)
  const words = query.words.trim()
  const search = isTooLong && words !== ''
  const listing = isTooLong ? asQuery(listingFor(query)) : query.view === 'all' ? 'by=all' : null
  const pages = usePages(listing, !isTooLong)
  const found = useFound(search ? words : null, query.view === 'all' ? 'all' : 'open')
  useNews(listing !== null, pages.take, found.take)
  const rows = useMemo(
    () =>
      isTooLong || listing === null
        ? isTooLong
          ? pages.rows
          : ready.issues
        : joined(pages.rows, ready.issues),
    [isTooLong, listing, pages.rows, ready.issues],
  )
  if (search) return { ...found, isLong: false, found, more: false, loadMore: () => undefined }
  return { ...pages, rows, isLong: isTooLong, found: null, more: isTooLong && pages.more }
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

  const take = useCallback((rows: readonly IssueRow[]) => setPages((was) => withNewer(was, rows)), [])

  return {
    rows: isThere ? pages.rows : NONE.rows,
    more: isThere && pages.next !== null,
    isLoading: listing !== null && (loading || !isThere),
    loadMore: () => {
      if (isThere && pages.next !== null && !loading) void load(pages.next)
    },
    reload: () => void load(null),
    take,
  }
}

/** How long nobody types before it is searched, in ms. */
const TYPED = 250
/** How long after a search that failed it is tried again, in ms. */
const AGAIN = 3_000

type Finding = { readonly asked: string; readonly rows: readonly IssueRow[]; readonly more: boolean }

/** The rows that hold these words, as the service finds them; those of before stay until then. Null: nothing is looked for. */
function useFound(words: string | null, which: 'open' | 'all') {
  const { api, ready } = useTab()
  const asked = words === null ? null : paths.searchIssues(ready.project.id, words, which)
  const [found, setFound] = useState<Finding>({ asked: '', rows: NONE.rows, more: false })
  const [round, setRound] = useState(0)
  const isReached = ready.reach.kind !== 'lost'
  useEffect(() => {
    if (asked === null || !isReached) return
    const typedOn = new AbortController()
    let timer = setTimeout(() => {
      void api.get(asked, foundShape, typedOn.signal).then((answer) => {
        if (typedOn.signal.aborted) return
        if (answer.kind === 'ok') setFound({ asked, ...answer.body })
        else timer = setTimeout(() => setRound((was) => was + 1), AGAIN)
      })
    }, TYPED)
    return () => {
      typedOn.abort()
      clearTimeout(timer)
    }
  }, [api, asked, round, isReached])
  const take = useCallback((rows: readonly IssueRow[]) => setFound((was) => withNewer(was, rows)), [])
  return {
    rows: found.rows,
    more: found.more && found.asked === asked,
    isLoading: found.asked !== asked,
    reload: () => setRound((was) => was + 1),
    take,
  }
}

type Take = (rows: readonly IssueRow[]) => void

/** Hands on what this page changed, and what others did to rows that may be here. */
function useNews(isOn: boolean, pages: Take, found: Take): void {
  const { api, ready } = useTab()
  const project = ready.project.id
  useEffect(() => {
    pages(ready.issues)
    found(ready.issues)
  }, [ready.issues, pages, found])
  useEffect(() => {
    const ids = ready.changed.filter((id) => id.startsWith('I-')).slice(0, 100)
    if (!isOn || ids.length === 0) return
    void api.get(paths.issueRows(project, ids), issueRowsShape).then((answer) => {
      if (answer.kind !== 'ok') return
      pages(answer.body.rows)
      found(answer.body.rows)
    })
  }, [api, project, isOn, ready.changed, pages, found])
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

function withNewer<T extends { readonly rows: readonly IssueRow[] }>(was: T, rows: readonly IssueRow[]): T {
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
