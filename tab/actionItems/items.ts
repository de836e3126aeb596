import { useCallback, useEffect, useMemo, useState } from 'react'
import { itemList, itemPage, type ItemRow } from '../../bot/contract/item'
import { paths } from '../../bot/contract/paths'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import { isOpenItem } from './itemList'

/** A row as this page made it; `guessed`: it was sent, and the answer is not there yet. */
type Own = { readonly row: ItemRow; readonly guessed: boolean }

type Paged = {
  readonly rows: ReadonlyMap<string, ItemRow>
  readonly last: string | null
  readonly more: boolean
}

const NOTHING: Paged = { rows: new Map(), last: null, more: false }

/**
 * The open items, asked for again every few seconds; those that have ended come by pages, newest first, once they are
 * wanted. What this page itself changed shows at once, until the service tells the same or something newer.
 */
export function useItems(endedToo: boolean) {
  const { api, ready } = useTab()
  const project = ready.project.id
  const { value: open, failed, load: loadOpen } = useLoaded(paths.items(project), itemList)
  const [own, setOwn] = useState<ReadonlyMap<string, Own>>(new Map())
  const [paged, setPaged] = useState<Paged>(NOTHING)

  const loadEnded = useCallback(
    async (before: string | null) => {
      const answer = await api.get(paths.allItems(project, before), itemPage)
      if (answer.kind === 'ok') setPaged((was) => joined(was, answer.body.rows, answer.body.more, before))
    },
    [api, project],
  )
  // An open item that is there no longer has ended: then the first page tells something new.
  useEffect(() => {
    if (endedToo) void loadEnded(null)
  }, [endedToo, open, loadEnded])

  // An open row of ours that the service no longer lists was ended by somebody else.
  useEffect(() => {
    if (open) setOwn((was) => new Map([...was].filter(([, one]) => isStillNews(one, open.rows))))
  }, [open])

  const rows = useMemo(() => {
    const byId = new Map<string, ItemRow>()
    if (endedToo) for (const row of paged.rows.values()) if (!isOpenItem(row)) byId.set(row.id, row)
    for (const row of open?.rows ?? [])
      if ((byId.get(row.id)?.version ?? 0) <= row.version) byId.set(row.id, row)
    for (const { row, guessed } of own.values()) {
      if (guessed || (byId.get(row.id)?.version ?? 0) <= row.version) byId.set(row.id, row)
    }
    return [...byId.values()]
  }, [endedToo, paged, open, own])

  const show = useCallback(
    (row: ItemRow, guessed: boolean) => setOwn((was) => new Map(was).set(row.id, { row, guessed })),
    [],
  )
  return {
    rows,
    loaded: open !== undefined,
    failed,
    reload: loadOpen,
    show,
    more: endedToo && paged.more,
    loadMore: () => void loadEnded(paged.last),
  }
}

function isStillNews({ row, guessed }: Own, listed: readonly ItemRow[]): boolean {
  if (guessed || !isOpenItem(row)) return true
  const other = listed.find(({ id }) => id === row.id)
  return other !== undefined && other.version < row.version
}

function joined(was: Paged, page: readonly ItemRow[], more: boolean, before: string | null): Paged {
  const rows = new Map([...was.rows, ...page.map((row) => [row.id, row] as const)])
  // The first page, loaded again, tells nothing of how far back the others went.
  if (before === null && was.last !== null) return { ...was, rows }
  return { rows, more, last: page.at(-1)?.id ?? was.last }
}
