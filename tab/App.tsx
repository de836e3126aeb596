import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { go, pathOf, useAddress, type Page } from './data/address'
import { pageOf } from './data/pages'
import type { Api } from './data/api'
import type { Live, Ready, State } from './data/live'
import { useResend } from './data/useResend'
import { TabContext, type Tab, type ToastWords } from './data/tab'
import type { Host } from './host/host'
import { IssueLogPage } from './issueLog/IssueLogPage'
import { Nav } from './look/Nav'
import { PageBoundary } from './look/PageBoundary'
import { PageSkeleton } from './look/PageSkeleton'
import { Toast } from './look/Toast'
// What is shown when nothing can be reached can't be fetched then.
import { Unreachable } from './look/Unreachable'
import { CantLoad } from './look/states'
import { PAGE_NAME } from '#words/shell'

/** What names the open record in the address of a page that has a pane. */
const RECORD: Partial<Record<Page, string>> = { issues: 'issue', items: 'item', source: 'entry' }

/** What the service answers where there is nothing for the asker. */
const CLOSED = [401, 403, 404]

const NotHere = lazy(() => import('./look/NotHere'))
const OverviewPage = lazy(() => import('./overview/OverviewPage'))
const RecapsPage = lazy(() => import('./recaps/RecapsPage'))
const MyCardPage = lazy(() => import('./myCard/MyCardPage'))
const SourcePage = lazy(() => import('./source/SourcePage'))
const ItemsPage = lazy(() => import('./actionItems/ItemsPage'))

type Parts = {
  readonly host: Promise<Host>
  readonly opened: Host | null
  readonly api: Api
  readonly live: Live
}

/** The tab: its page row, the page that the address names, and what is said about the last change. */
export function App({ host: opening, opened, api, live }: Parts) {
  const state = useSyncExternalStore(live.subscribe, live.get)
  const host = useHost(opening, opened)
  const { page } = useAddress()
  const retry = () => void live.refresh()
  if (state.kind === 'nothing' || (state.kind === 'failed' && CLOSED.includes(state.status))) {
    return (
      <Suspense>
        <NotHere {...{ state, retry }} />
      </Suspense>
    )
  }
  if (state.kind === 'failed') return <CantLoad problem={state.problem} retry={retry} />
  if (state.kind === 'loading' || !host) return <Loading state={state} page={page} />
  return <Loaded {...{ api, live, host, ready: state, page }} />
}

function Loading({ state, page }: { readonly state: State; readonly page: Page }) {
  return (
    <div className="page" aria-busy={state.kind === 'loading'}>
      <Nav page={page} ready={null} host={null} />
      <main className="main">
        <h1 className="hidden">{PAGE_NAME[page]}</h1>
        <PageSkeleton page={page} />
      </main>
    </div>
  )
}

type LoadedProps = Omit<Tab, 'say'> & { readonly page: Page }

function Loaded({ api, live, host, ready, page }: LoadedProps) {
  const [toast, setToast] = useState<ToastWords | null>(null)
  const tab = useMemo<Tab>(() => ({ api, live, host, ready, say: setToast }), [api, live, host, ready])
  const { query } = useAddress()
  const opens = RECORD[page]
  const paneOpen = opens !== undefined && query.has(opens)
  useTitle(ready, page)
  useResend(live, ready)
  return (
    <TabContext value={tab}>
      <div className={paneOpen ? 'page with-pane' : 'page'}>
        <Nav page={page} ready={ready} host={host} />
        {ready.reach.kind === 'lost' && <Unreachable />}
        <main className="main">
          <h1 className="hidden">{PAGE_NAME[page]}</h1>
          <PageBoundary key={page}>
            <Suspense fallback={<PageSkeleton page={page} />}>
              {page === 'issues' && <IssueLogPage />}
              {page === 'overview' && <OverviewPage />}
              {page === 'items' && <ItemsPage />}
              {page === 'source' && <SourcePage />}
              {page === 'recaps' && <RecapsPage />}
              {page === 'my-card' && <MyCardPage />}
            </Suspense>
          </PageBoundary>
        </main>
        <Toast toast={toast} besidePane={paneOpen} close={() => setToast(null)} />
      </div>
    </TabContext>
  )
}

function useTitle(ready: Ready, page: Page): void {
  useEffect(() => {
    document.title = `${PAGE_NAME[page]} · ${ready.project.name} · Plumbline`
  }, [ready.project.name, page])
}

/** Follows the host's theme, goes to the place that its link named, and tells it once there is something to see. */
function useHost(opening: Promise<Host>, opened: Host | null): Host | null {
  const [host, setHost] = useState(opened)
  useEffect(() => {
    let gone = false
    opening.then(
      (opened) => {
        if (gone) return
        opened.onTheme((theme) => (document.documentElement.dataset['theme'] = theme))
        if (opened.place !== null) goToPlace(opened.place)
        opened.shown()
        setHost(opened)
      },
      // The first request of the data waits for the same promise and has said that nothing can be reached.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [opening])
  return host
}

/** `I-7`, `S-3`, `recap:2026-W47`, that week `:2026-W46` beside it, or the name of a page: what a link into Teams carries. */
function goToPlace(place: string): void {
  // A whole path, from the personal app, was gone to before this page was loaded.
  if (place.startsWith('/tab/')) return
  const query = new URLSearchParams(location.search)
  const exchange = /^(import|export)(?::([\w-]+))?$/.exec(place)
  const [, week, other] = /^recap:(\d{4}-W\d\d)(?::(\d{4}-W\d\d))?$/.exec(place) ?? []
  if (/^I-\d+$/.test(place)) go(pathOf('issues', query, { issue: place }), 'replace')
  else if (/^A-\d+$/.test(place)) go(pathOf('items', query, { item: place }), 'replace')
  else if (/^S-\d+$/.test(place)) go(pathOf('source', query, { entry: place }), 'replace')
  else if (exchange?.[1] !== undefined)
    go(pathOf('issues', query, { [exchange[1]]: exchange[2] ?? 'new' }), 'replace')
  else if (week) go(pathOf('recaps', query, { week, ...(other && { with: other }) }), 'replace')
  else go(pathOf(pageOf(place), query), 'replace')
}
