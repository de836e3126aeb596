import type { MouseEvent } from 'react'
import { lazy, Suspense } from 'react'
import { MINE_PATH } from '../../bot/contract/places'
import { go, pathOf, useAddress, type Page } from '../data/address'
import type { Ready } from '../data/live'
import { isOpen } from '../data/openIssue'
import type { Host } from '../host/host'
import { weekWords } from './words'

const PersonSwitch = lazy(() => import('./PersonSwitch'))

type Props = { readonly page: Page; readonly ready: Ready | null; readonly host: Host | null }

/** The page row: where one is, what waits there, and how far the week's answers are. */
export function Nav({ page, ready, host }: Props) {
  const { query } = useAddress()
  const links: readonly { page: Page; name: string; count: number | null }[] = [
    { page: 'issues', name: 'Issues', count: ready?.issues.filter(isOpen).length ?? null },
    { page: 'overview', name: 'Overview', count: null },
    { page: 'items', name: 'Action items', count: ready?.project.openItems ?? null },
    { page: 'source', name: 'Source of truth', count: null },
    { page: 'recaps', name: 'Recaps', count: null },
    { page: 'my-card', name: 'My card', count: ready?.project.myCard || null },
  ]
  return (
    <header className="nav">
      <nav className="nav-links" aria-label="Pages">
        {links.map((link) => (
          <a
            key={link.page}
            href={pathOf(link.page, query)}
            aria-current={link.page === page ? 'page' : undefined}
            ref={link.page === page ? bringIntoView : undefined}
            onClick={(event) => follow(event, pathOf(link.page, query))}
          >
            {link.name}
            {link.count !== null && <small>{link.count}</small>}
          </a>
        ))}
        {host?.channel === null && <a href={allProjects(query)}>All projects</a>}
      </nav>
      {ready && (
        <div className="nav-facts">
          <span className="answers">{weekLine(ready)}</span>
          {host?.kind === 'browser' && (
            <Suspense>
              <PersonSwitch ready={ready} />
            </Suspense>
          )}
        </div>
      )}
    </header>
  )
}

/** Outside a channel: to what is one's own over all projects. */
function allProjects(query: URLSearchParams): string {
  const theme = query.get('theme')
  return MINE_PATH + (theme === null ? '' : `?theme=${encodeURIComponent(theme)}`)
}

/** On a phone the row of pages is wider than the window. */
function bringIntoView(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function weekLine({ project }: Ready): string {
  const week = weekWords(project.week)
  if (project.paused) return `${week} · paused`
  if (!project.answers) return week
  return `${week} · ${project.answers.answered} of ${project.answers.asked} have answered`
}

/** Goes there without loading the page anew; a click with a key held keeps its meaning in the browser. */
export function follow(event: MouseEvent, to: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  go(to)
}
