import { Add20Regular } from '@fluentui/react-icons/headless/svg/add'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import { closeTo, go, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { ofAll } from '#words/common'
import { issueRegion } from '#words/log'
import { logged, NEW_ISSUE, onlyNewest, SHOW_MORE, showNew } from '#words/logPage'
import { focusRow } from '../look/focus'
import { usePageKeys } from '../look/usePageKeys'
import { useChanging } from './changing'
import { ChangingContext } from './changingContext'
import { columnsIn, rememberedColumns } from './columns'
import { entriesOf } from './entries'
import { groupsOf, readQuery, viewCounts } from './issueList'
import { IssueTable } from './IssueTable'
import type { EditedField } from './tableProps'
import { IssueToolbar } from './IssueToolbar'
import { groupOf, headed, listingFor } from './listing'
import { NothingMatches } from './NothingMatches'
import { useLog } from './log'
import { useActs } from './acts'
import { useSelection } from './selection'
import { useWaiting } from './waiting'

const IssuePane = lazy(() => import('./IssuePane'))
/** Where it can't be had, the button that is put into it is there all the same. */
const NoIssues = lazy<typeof Bare>(() => import('./NoIssues').catch(() => ({ default: Bare })))
const NewIssueDialog = lazy(() => import('./NewIssueDialog'))
const LogKeys = lazy(() => import('./LogKeys'))
const BulkBar = lazy(() => import('./BulkBar'))

/** The issue log: list, filters, pane. What is shown is in the address, so that all members land on the same view. */
export function IssueLogPage() {
  const { ready, live, say } = useTab()
  const { search, query: address } = useAddress()
  const changing = useChanging()
  const me = ready.start.me.id
  const { zone, today } = ready.project
  const read = useMemo(() => readQuery(new URLSearchParams(search)), [search])
  const columns = useMemo(() => columnsIn(new URLSearchParams(search)), [search])
  const log = useLog(read)
  const { isLong } = log
  const query = useMemo(
    () => (isLong ? { ...read, group: groupOf(listingFor(read), read.group) } : read),
    [isLong, read],
  )
  useRememberedColumns(me)
  const news = useWaiting(log.rows, read, isLong || log.found !== null)
  const groups = useMemo(
    () => (isLong ? headed(news.shown, query.group) : groupsOf(news.shown, query, { me, zone, today })),
    [isLong, news.shown, query, me, zone, today],
  )
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const entries = useMemo(() => entriesOf(groups, query.group, folded), [groups, query.group, folded])
  const shown = useMemo(
    () => entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
    [entries],
  )
  const [dialog, setDialog] = useState<'new' | 'keys' | null>(null)
  const [editing, setEditing] = useState<{ id: string; field: EditedField } | null>(null)
  const [lastFocused, setFocused] = useState<string | null>(null)
  const selection = useSelection(shown)

  const open = address.get('issue')
  const isShown = useMemo(() => new Set<string>(shown.map(({ id }) => id)), [shown])
  const focused = [lastFocused, open].find((id) => id !== null && isShown.has(id)) ?? shown[0]?.id ?? null
  const openRow = useMemo(() => log.rows.find(({ id }) => id === open), [log.rows, open])

  const openIssue = useCallback((id: string) => {
    const now = new URLSearchParams(location.search)
    // From one record to the next, Back still leads to the list.
    go(withQuery(location.search, { issue: id }), now.has('issue') ? 'replace' : 'push')
  }, [])
  const edit = useCallback((id: string, field: EditedField | null) => {
    setEditing(field && { id, field })
    setFocused(id)
    if (field === null) focusRow(id)
  }, [])
  const closePane = () => {
    closeTo(withQuery(search, { issue: null }))
    focusRow(open)
  }
  const step = (by: 1 | -1) => {
    const from = shown.findIndex(({ id }) => id === (open ?? focused))
    const next = shown[Math.min(shown.length - 1, Math.max(0, from + by))]
    if (!next) return null
    if (open) openIssue(next.id)
    setFocused(next.id)
    focusRow(next.id)
    return next.id
  }
  const fold = useCallback((key: string) => setFolded((before) => toggled(before, key)), [])
  useOpenConflict(changing.conflict?.id ?? null, open, openIssue)

  const act = useActs({
    step,
    openIssue,
    closePane,
    setDialog,
    edit,
    focused,
    open,
    shown,
    setFocused,
    selection,
  })
  const onKeyDown = usePageKeys(act)

  const isEmpty = ready.counts.all === 0 && ready.issues.length === 0
  const total = log.more ? totalOf(ready.counts, query.view, me, entries.length) : entries.length
  return (
    <ChangingContext value={changing}>
      {!isEmpty && (
        <div className="bar-place" onKeyDown={onKeyDown}>
          {selection.rows.length > 0 && (
            <Suspense fallback={<div className="toolbar bulk" />}>
              <BulkBar
                rows={selection.rows}
                all={shown.length}
                onAll={selection.all}
                onClear={() => {
                  selection.clear()
                  focusRow(focused)
                }}
              />
            </Suspense>
          )}
          {selection.rows.length === 0 && (
            <IssueToolbar
              {...{ query: read, search, rows: log.rows, columns, isLong, me }}
              project={ready.project}
              counts={viewCounts(ready, me)}
              shown={shown.length}
              onNew={() => setDialog('new')}
            />
          )}
        </div>
      )}
      {isEmpty ? (
        <Suspense>
          <NoIssues>
            <button type="button" className="button primary big" onClick={() => setDialog('new')}>
              <Add20Regular /> {NEW_ISSUE}
            </button>
          </NoIssues>
        </Suspense>
      ) : (
        <div className={open ? 'log with-pane' : 'log'} onKeyDown={onKeyDown}>
          <div className="list" aria-busy={log.isLoading && shown.length === 0}>
            <div role="status" className={news.count > 0 ? 'news' : undefined}>
              {news.count > 0 && (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    news.show()
                    if (isLong || log.found) log.reload()
                    focusRow(focused)
                  }}
                >
                  {showNew(news.count)}
                </button>
              )}
            </div>
            {entries.length === 0 ? (
              !log.isLoading && <NothingMatches query={query} search={search} />
            ) : (
              <IssueTable
                {...{ entries, total, query, search, columns, focused, open, editing, isLong }}
                project={ready.project}
                now={Date.parse(ready.start.now)}
                selected={selection.ids}
                counts={(key) => (isLong ? countOf(ready.counts, query.group, key, read) : null)}
                onFold={fold}
                onFocus={setFocused}
                onOpen={openIssue}
                onSelect={selection.press}
                onEdit={edit}
                onEnd={log.loadMore}
              />
            )}
            {log.found?.more && <p className="more quiet">{onlyNewest(log.rows.length)}</p>}
            {log.more && (
              <p className="more">
                <button type="button" className="button" onClick={log.loadMore}>
                  {SHOW_MORE}
                </button>
              </p>
            )}
          </div>
          {open && (
            <Suspense fallback={<section className="pane" aria-label={issueRegion(open)} aria-busy="true" />}>
              <IssuePane
                id={open}
                row={openRow}
                position={positionWords(shown, open)}
                changing={changing}
                onStep={step}
                onClose={closePane}
              />
            </Suspense>
          )}
        </div>
      )}
      <button type="button" className="button primary fab" onClick={() => setDialog('new')}>
        <Add20Regular /> {NEW_ISSUE}
      </button>
      <Suspense>
        {dialog === 'new' && (
          <NewIssueDialog
            close={() => setDialog(null)}
            onLogged={(issue) => {
              live.knows(issue.id, issue.version)
              live.show(issue)
              say({ text: logged(issue.id) })
              openIssue(issue.id)
            }}
          />
        )}
        {dialog === 'keys' && <LogKeys close={() => setDialog(null)} />}
      </Suspense>
    </ChangingContext>
  )
}

function Bare({ children }: { readonly children: ReactNode }): ReactNode {
  return children
}

/** An address that says nothing of columns gets those that this person chose here last. */
function useRememberedColumns(me: string): void {
  useEffect(() => {
    const remembered = rememberedColumns(me)
    if (remembered === null || new URLSearchParams(location.search).has('columns')) return
    go(withQuery(location.search, { columns: remembered }), 'replace')
  }, [me])
}

/** Both values of a change that came second stand in the pane, which opens for them. */
function useOpenConflict(id: string | null, open: string | null, openIssue: (id: string) => void): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (id === shown.current) return
    shown.current = id
    if (id !== null && id !== open) openIssue(id)
  }, [id, open, openIssue])
}

type Counts = ReturnType<typeof useTab>['ready']['counts']

/** Lines of a long list of which not all are here; -1 where a filter leaves the number unknown. */
function totalOf(
  counts: Counts,
  view: ReturnType<typeof readQuery>['view'],
  me: string,
  here: number,
): number {
  const all = viewCounts({ whole: false, issues: [], counts }, me)[view]
  return all >= here ? all : -1
}

/** How many stand under a head of a long list, where that is counted. */
function countOf(
  counts: Counts,
  group: string,
  key: string,
  { view, filters }: ReturnType<typeof readQuery>,
) {
  const isFiltered = Object.values(filters).some((values) => values.length > 0)
  if (view !== 'open' || isFiltered) return null
  switch (group) {
    case 'severity':
      return counts.severity[key as keyof Counts['severity']]
    case 'state':
      return counts.state[key as keyof Counts['state']]
    case 'owner':
      return counts.owner[key] ?? null
    case 'workstream':
      return counts.workstream[key] ?? null
    default:
      return null
  }
}

function positionWords(shown: readonly IssueRow[], id: string): string {
  const index = shown.findIndex((row) => row.id === id)
  return index < 0 ? '' : ofAll(index + 1, shown.length)
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
