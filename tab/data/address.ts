import { useSyncExternalStore } from 'react'
import { pageOf, type Page } from './pages'

/* Where one is, in the address: page, view, filter, sort, group, the open record. Back closes the pane. */

export type { Page }

/** The address of a page, with what it is to show; what Teams or a link said about the reader stays, all else is the page's own. */
export function pathOf(page: Page, query: URLSearchParams, shows: Record<string, string> = {}): string {
  const kept = new URLSearchParams(shows)
  keep(kept, query, ['project', 'channel', ...READERS])
  return joined(page === 'issues' ? '/tab/' : `/tab/${page}`, kept)
}

/** What Teams says of the reader alone: their theme and language. */
const READERS = ['theme', 'locale']

/** A path of ours, opened as whoever reads now reads. */
export function asRead(path: string, query: URLSearchParams): string {
  const [bare = '', search = ''] = path.split('?')
  const kept = new URLSearchParams(search)
  keep(kept, query, READERS)
  return joined(bare, kept)
}

/** The same address without the reader's own: for somebody else. */
export function forOthers(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => !READERS.includes(name)))
}

function keep(kept: URLSearchParams, query: URLSearchParams, names: readonly string[]): void {
  for (const name of names) {
    const value = query.get(name)
    if (value !== null) kept.set(name, value)
  }
}

/** The same address with some of its query set, or taken out by null. */
export function withQuery(search: string, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  return joined('', query)
}

function joined(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query.toString()}` : path || '?'
}

const MOVED = 'plumbline:moved'

/** `replace`: the step isn't one that Back should return to (typing in the search box). */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState({ within: true }, '', to)
  else history.replaceState(history.state, '', to)
  dispatchEvent(new Event(MOVED))
}

/** Closes what `go` opened: one step back where there is one, so that Back doesn't open it again. */
export function closeTo(to: string): void {
  const state: unknown = history.state
  const within = typeof state === 'object' && state !== null && 'within' in state
  if (within) history.back()
  else go(to, 'replace')
}

/** The address as it is; components draw again when it changes. */
export function useAddress(): {
  readonly page: Page
  readonly query: URLSearchParams
  readonly search: string
} {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  const cut = href.indexOf('?')
  const search = cut < 0 ? '' : href.slice(cut)
  const page = pageOf(cut < 0 ? href : href.slice(0, cut))
  return { page, search, query: new URLSearchParams(search) }
}

function subscribe(tell: () => void): () => void {
  addEventListener('popstate', tell)
  addEventListener(MOVED, tell)
  return () => {
    removeEventListener('popstate', tell)
    removeEventListener(MOVED, tell)
  }
}
