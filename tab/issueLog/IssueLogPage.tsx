import { Add20Regular } from '@fluentui/react-icons/headless/svg/add'
import { lazy, Suspense, useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import { closeTo, go, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { actOf, lettersAreOn, type KeyAct } from '../look/keys'
import { useAllIssues } from './allIssues'
import { useChanging } from './changing'
import { groupsOf, readQuery, viewCounts } from './issueList'
import { IssueTable } from './IssueTable'
import { IssueToolbar } from './IssueToolbar'
import { NoIssues, NothingMatches } from './emptyLog'

const IssuePane = lazy(() => import('./IssuePane'))
const NewIssueDialog = lazy(() => import('./NewIssueDialog'))
const LogKeys = lazy(() => import('./LogKeys'))

/** The issue log: list, filters, pane. What is shown is in the address, so that all members land on the same view. */
export function IssueLogPage() {
  const { ready, live, say } = useTab()
  const { search, query: address } = useAddress()
  const changing = useChanging()
  const query = useMemo(() => readQuery(new URLSearchParams(search)), [search])
  const all = useAllIssues(query.view === 'all')
  const me = ready.start.me.id
  const groups = useMemo(() => groupsOf(all.rows, query, me), [all.rows, query, me])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'new' | 'keys' | null>(null)
  const [lastFocused, setFocused] = useState<string | null>(null)

  const shown = useMemo(
    () => groups.filter(({ key }) => !folded.has(key)).flatMap(({ rows }) => rows),
    [groups, folded],
  )
  const open = address.get('issue')
  const focused = shown.some(({ id }) => id === lastFocused) ? lastFocused : (open ?? shown[0]?.id ?? null)
  const openRow = all.rows.find(({ id }) => id === open)

  const openIssue = useCallback((id: string) => {
    const now = new URLSearchParams(location.search)
    // From one record to the next, Back still leads to the list.
    go(withQuery(location.search, { issue: id }), now.has('issue') ? 'replace' : 'push')
  }, [])
  const closePane = () => {
    closeTo(withQuery(search, { issue: null }))
    focusRow(open)
  }
  const step = (by: 1 | -1) => {
    const from = shown.findIndex(({ id }) => id === (open ?? focused))
    const next = shown[Math.min(shown.length - 1, Math.max(0, from + by))]
    if (!next) return
    if (open) openIssue(next.id)
    setFocused(next.id)
    focusRow(next.id)
  }
  const act = useActs({ step, openIssue, closePane, setDialog, focused, open, shown, setFocused })

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const isField = target.matches('input, select, textarea, dialog *')
    // A focused button or link keeps its own Enter.
    if (event.key === 'Enter' && target.matches('button, a')) return
    const what = actOf(event, isField, lettersAreOn())
    if (what && act(what)) event.preventDefault()
  }

  const isEmpty = ready.project.allIssues === 0
  return (
    <>
      {!isEmpty && (
        <IssueToolbar
          {...{ query, search, rows: all.rows }}
          project={ready.project}
          counts={viewCounts(ready.issues, me, ready.project.allIssues)}
          shown={shown.length}
          onNew={() => setDialog('new')}
        />
      )}
      {isEmpty ? (
        <NoIssues onNew={() => setDialog('new')} />
      ) : (
        <div className={open ? 'log with-pane' : 'log'} onKeyDown={onKeyDown}>
          <div className="list">
            {groups.length === 0 ? (
              <NothingMatches query={query} search={search} />
            ) : (
              <IssueTable
                {...{ groups, query, search, folded, focused, open }}
                project={ready.project}
                now={Date.parse(ready.start.now)}
                onFold={(key) => setFolded((before) => toggled(before, key))}
                onFocus={setFocused}
                onOpen={openIssue}
                onKeyDown={() => undefined}
              />
            )}
            {all.more && (
              <p className="more">
                <button type="button" className="button" onClick={all.loadMore}>
                  Show older issues
                </button>
              </p>
            )}
          </div>
          {open && (
            <Suspense fallback={<section className="pane" aria-label={`Issue ${open}`} aria-busy="true" />}>
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
        <Add20Regular /> New issue
      </button>
      <Suspense>
        {dialog === 'new' && (
          <NewIssueDialog
            close={() => setDialog(null)}
            onLogged={(issue) => {
              live.knows(issue.id, issue.version)
              live.show(issue)
              say({ text: `${issue.id} logged` })
              openIssue(issue.id)
            }}
          />
        )}
        {dialog === 'keys' && <LogKeys close={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}

type Acts = {
  readonly step: (by: 1 | -1) => void
  readonly openIssue: (id: string) => void
  readonly closePane: () => void
  readonly setDialog: (dialog: 'new' | 'keys') => void
  readonly focused: string | null
  readonly open: string | null
  readonly shown: readonly IssueRow[]
  readonly setFocused: (id: string) => void
}

/** Does what a key means; false when there is nothing to do here. */
function useActs({ step, openIssue, closePane, setDialog, focused, open, shown, setFocused }: Acts) {
  return (what: KeyAct): boolean => {
    switch (what) {
      case 'next':
      case 'previous':
        step(what === 'next' ? 1 : -1)
        return true
      case 'first':
      case 'last': {
        const end = what === 'first' ? shown[0] : shown.at(-1)
        if (!end) return false
        setFocused(end.id)
        focusRow(end.id)
        return true
      }
      case 'open':
        if (focused) openIssue(focused)
        return focused !== null
      case 'close':
        if (open) closePane()
        return open !== null
      case 'new':
      case 'keys':
        setDialog(what)
        return true
      default:
        return press(CONTROL[what])
    }
  }
}

const CONTROL: Record<'search' | 'filter' | 'owner' | 'severity' | 'move' | 'link' | 'undo', string> = {
  search: '#search',
  filter: '#filter',
  owner: '#pane-owner',
  severity: '#pane-severity',
  move: '.pane .moves button',
  link: '[data-copy-link]',
  undo: '[data-undo]',
}

/** Fields and moves get the focus; what can be done at once is done. */
function press(selector: string): boolean {
  const control = document.querySelector<HTMLElement>(selector)
  if (!control) return false
  control.focus()
  if (control.matches('#filter, [data-copy-link], [data-undo]')) control.click()
  return true
}

function focusRow(id: string | null): void {
  if (id === null) return
  // After React has drawn: the row may be in another place, or the list hidden behind the pane until now.
  requestAnimationFrame(() => document.getElementById(`row-${id}`)?.focus())
}

function positionWords(shown: readonly IssueRow[], id: string): string {
  const index = shown.findIndex((row) => row.id === id)
  return index < 0 ? '' : `${index + 1} of ${shown.length}`
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
