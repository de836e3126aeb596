import { done, list, toolbar } from '#words/items'
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { ItemRow } from '../../bot/contract/item'
import { closeTo, go, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { focusRow, press } from '../look/focus'
import type { KeyAct } from '../look/keys'
import { LogSkeleton } from '../look/LogSkeleton'
import { usePageKeys } from '../look/usePageKeys'
import { AskDialog } from './AskDialog'
import { columnKeys, type Asking, type BoardMove } from './boardMoves'
import { useItemChanging } from './changing'
import { CantLoadItems, NoItems, NothingFits } from './emptyItems'
import { ItemBoard } from './ItemBoard'
import { groupKey, itemGroups, shownItems, viewCounts, type ItemReader } from './itemList'
import { boardGroup, isFiltered, readItemQuery, type ItemQuery } from './itemQuery'
import { useItems } from './items'
import { ItemsToolbar } from './ItemsToolbar'
import { ItemTable } from './ItemTable'
import { hindranceWords } from './itemWords'
import { MoveToDialog } from './MoveToDialog'
import './items.css'

const ItemPane = lazy(() => import('./ItemPane'))
const NewItemDialog = lazy(() => import('./NewItemDialog'))
const WaitPage = lazy(() => import('./WaitPage'))
const ItemKeys = lazy(() => import('./ItemKeys'))

type Dialog =
  | { readonly kind: 'new' | 'keys' }
  | { readonly kind: 'moveTo'; readonly row: ItemRow }
  | { readonly kind: 'ask'; readonly row: ItemRow; readonly asking: Asking }

/** Who owes what to whom: as a list, as a board, and as who waits for whom; one item beside it. All in the address. */
export default function ItemsPage() {
  const { ready, say } = useTab()
  const { project } = ready
  const { search, query: address } = useAddress()
  const query = useMemo(() => readItemQuery(new URLSearchParams(search)), [search])
  const group = boardGroup(query)
  const endedToo = query.view === 'ended' || (query.show === 'board' && group === 'state')
  const items = useItems(endedToo)
  const changing = useItemChanging(items.show)
  const reader = useMemo(
    () => ({ me: ready.start.me.id, today: project.today }),
    [ready.start.me.id, project.today],
  )
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [lastFocused, setFocused] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)

  const shown = useMemo(() => rowsShown(items.rows, query, reader), [items.rows, query, reader])
  const columns = useMemo(
    () => columnKeys(shown, group, project.members, project.today),
    [shown, group, project.members, project.today],
  )
  const groups = useMemo(
    () => itemGroups(shown, query.group, project.today),
    [shown, query.group, project.today],
  )
  /** The rows in the order in which keys go through them. */
  const walked = useMemo(() => {
    if (query.show === 'waits') return shown
    if (query.show === 'list') return groups.filter(({ key }) => !folded.has(key)).flatMap(({ rows }) => rows)
    return columns.flatMap((key) => shown.filter((row) => groupKey(row, group, project.today) === key))
  }, [query.show, shown, groups, folded, columns, group, project.today])
  const open = address.get('item')
  const focused = walked.some(({ id }) => id === lastFocused) ? lastFocused : firstFocus(walked, open)

  const openItem = useCallback((id: string) => {
    const now = new URLSearchParams(location.search)
    // From one record to the next, Back still leads to the list.
    go(withQuery(location.search, { item: id }), now.has('item') ? 'replace' : 'push')
  }, [])
  const closePane = () => {
    closeTo(withQuery(search, { item: null }))
    focusRow(open)
  }
  const step = (by: 1 | -1) => {
    const from = walked.findIndex(({ id }) => id === (open ?? focused))
    const next = walked[Math.min(walked.length - 1, Math.max(0, from + by))]
    if (!next) return
    if (open) openItem(next.id)
    setFocused(next.id)
    focusRow(next.id)
  }
  const make = (row: ItemRow, move: BoardMove) => {
    switch (move.kind) {
      case 'same':
        return
      case 'no': {
        say({ text: hindranceWords(move.because, row, project.lead.name) })
        return
      }
      case 'ask': {
        setDialog({ kind: 'ask', row, asking: move.asking })
        return
      }
      case 'change':
        void changing.send(row, move.change).then((sent) => {
          if (sent.kind === 'kept') say({ text: sent.why })
          if (sent.kind === 'conflict') openItem(row.id)
        })
        focusRow(row.id)
    }
  }
  const onShown = useCallback(() => {
    if (wanted.current !== null) press(wanted.current)
    wanted.current = null
  }, [])

  const act = (what: KeyAct): boolean => {
    switch (what) {
      case 'next':
      case 'previous':
        step(what === 'next' ? 1 : -1)
        return true
      case 'first':
      case 'last': {
        const end = what === 'first' ? walked[0] : walked.at(-1)
        if (end) focusRow(end.id)
        return end !== undefined
      }
      case 'open':
        if (focused) openItem(focused)
        return focused !== null
      case 'close':
        if (open) closePane()
        return open !== null
      case 'new':
      case 'keys':
        setDialog({ kind: what })
        return true
      case 'owner':
      case 'move': {
        const row = walked.find(({ id }) => id === focused)
        if (what === 'move' && query.show === 'board' && row && !open) setDialog({ kind: 'moveTo', row })
        else if (!press(CONTROL[what]) && focused) {
          // The pane comes first: what was meant gets the focus once it is there.
          wanted.current = CONTROL[what]
          openItem(focused)
        }
        return true
      }
      // What the issue log alone has.
      case 'severity':
      case 'select':
      case 'extendNext':
      case 'extendPrevious':
      case 'edit':
        return false
      default:
        return press(CONTROL[what])
    }
  }
  const onKeyDown = usePageKeys(act)

  if (!items.loaded)
    return items.failed ? <CantLoadItems retry={() => void items.reload()} /> : <LogSkeleton />
  const isEmpty = items.rows.length === 0 && !isFiltered(query) && query.view !== 'ended'
  const counts = viewCounts(items.rows, reader.me)
  return (
    <>
      {!isEmpty && (
        <ItemsToolbar
          {...{ query, search, project }}
          rows={items.rows}
          counts={{ ...counts, ended: endedToo && !items.more ? counts.ended : null }}
          shown={shown.length}
          onNew={() => setDialog({ kind: 'new' })}
        />
      )}
      {isEmpty ? (
        <NoItems onNew={() => setDialog({ kind: 'new' })} />
      ) : (
        <div className={open ? 'log with-pane' : 'log'} onKeyDown={onKeyDown}>
          <div className="list">
            {query.show === 'waits' ? (
              <Suspense fallback={<div aria-busy="true" />}>
                <WaitPage rows={shown} open={open} onOpen={openItem} />
              </Suspense>
            ) : query.show === 'board' ? (
              <ItemBoard
                {...{ columns, group, project, focused, open }}
                rows={shown}
                onFocus={setFocused}
                onOpen={openItem}
                onMoveMenu={(row) => setDialog({ kind: 'moveTo', row })}
                onMove={make}
              />
            ) : groups.length === 0 ? (
              <NothingFits query={query} search={search} />
            ) : (
              <ItemTable
                {...{ groups, query, search, project, folded, focused, open }}
                onFold={(key) => setFolded((before) => toggled(before, key))}
                onFocus={setFocused}
                onOpen={openItem}
              />
            )}
            {items.more && query.show !== 'waits' && (
              <p className="more">
                <button type="button" className="button" onClick={items.loadMore}>
                  {list.older}
                </button>
              </p>
            )}
          </div>
          {open && (
            <Suspense fallback={<section className="pane" aria-label={list.region(open)} aria-busy="true" />}>
              <ItemPane
                id={open}
                row={items.rows.find(({ id }) => id === open)}
                rows={items.rows}
                position={positionWords(walked, open)}
                changing={changing}
                onStep={step}
                onClose={closePane}
                onOpen={openItem}
                onShown={onShown}
              />
            </Suspense>
          )}
        </div>
      )}
      <button type="button" className="button primary fab" onClick={() => setDialog({ kind: 'new' })}>
        <Add20Regular /> {toolbar.newItemShort}
      </button>
      {dialog?.kind === 'moveTo' && (
        <MoveToDialog
          {...{ columns, group, project }}
          row={dialog.row}
          onMove={(move) => make(dialog.row, move)}
          close={() => {
            setDialog((now) => (now === dialog ? null : now))
            focusRow(dialog.row.id)
          }}
        />
      )}
      {dialog?.kind === 'ask' && (
        <AskDialog
          asking={dialog.asking}
          row={dialog.row}
          project={project}
          send={async (change) => {
            const sent = await changing.send(dialog.row, change)
            if (sent.kind === 'conflict') openItem(dialog.row.id)
            return sent
          }}
          close={() => {
            setDialog(null)
            focusRow(dialog.row.id)
          }}
        />
      )}
      <Suspense>
        {dialog?.kind === 'new' && (
          <NewItemDialog
            changing={changing}
            close={() => setDialog(null)}
            onAdded={(item) => {
              say({ text: done.added(item.id) })
              openItem(item.id)
            }}
          />
        )}
        {dialog?.kind === 'keys' && <ItemKeys close={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}

/** The board tells states apart in its columns: what has ended stands there, too. */
function rowsShown(rows: readonly ItemRow[], query: ItemQuery, reader: ItemReader): readonly ItemRow[] {
  if (query.show === 'list') return shownItems(rows, query, reader)
  const open = shownItems(
    rows,
    query,
    reader,
    query.show === 'board' && query.view === 'mine' ? 'mine' : 'open',
  )
  if (query.show === 'waits' || boardGroup(query) !== 'state') return open
  const ended = shownItems(rows, query, reader, 'ended')
  return [...open, ...(query.view === 'mine' ? ended.filter(({ owner }) => owner.id === reader.me) : ended)]
}

const CONTROL: Record<'search' | 'filter' | 'owner' | 'move' | 'link' | 'undo', string> = {
  search: '#search',
  filter: '#filter',
  owner: '#pane-owner',
  move: '.pane .moves button',
  link: '[data-copy-link]',
  undo: '[data-undo]',
}

function firstFocus(walked: readonly ItemRow[], open: string | null): string | null {
  return walked.find(({ id }) => id === open)?.id ?? walked[0]?.id ?? null
}

function positionWords(walked: readonly ItemRow[], id: string): string {
  const index = walked.findIndex((row) => row.id === id)
  return index < 0 ? '' : list.position(index + 1, walked.length)
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
