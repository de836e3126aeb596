import type { MouseEvent } from 'react'
import { lazy, Suspense } from 'react'
import { MINE_PATH } from '../../bot/contract/teamsPages'
import { asRead, go, pathOf, useAddress, type Page } from '../data/address'
import type { Ready } from '../data/live'
import { isOpen } from '../data/openIssue'
import { ALL_PROJECTS, answersLine, PAGE_NAME, PAGES, pausedLine } from '#words/shell'
import type { Host } from '../host/host'
import { weekWords } from './words'

const PersonSwitch = lazy(() => import('./PersonSwitch'))

type Props = { readonly page: Page; readonly ready: Ready | null; readonly host: Host | null }

/** The page row: where one is, what waits there, and how far the week's answers are. */
export function Nav({ page, ready, host }: Props) {
  const { query } = useAddress()
  const links: readonly { page: Page; count: number | null }[] = [
    { page: 'issues', count: ready?.issues.filter(isOpen).length ?? null },
    { page: 'overview', count: null },
    { page: 'items', count: ready?.project.openItems ?? null },
    { page: 'source', count: null },
    { page: 'recaps', count: null },
    { page: 'my-card', count: ready?.project.myCard || null },
  ]
  return (
    <header className="nav">
      <nav className="nav-links" aria-label={PAGES}>
        {links.map((link) => (
          <a
            key={link.page}
            href={pathOf(link.page, query)}
            aria-current={link.page === page ? 'page' : undefined}
            ref={link.page === page ? bringIntoView : undefined}
            onClick={(event) => follow(event, pathOf(link.page, query))}
          >
            {PAGE_NAME[link.page]}
            {link.count !== null && <small>{link.count}</small>}
          </a>
        ))}
        {host?.channel === null && <a href={asRead(MINE_PATH, query)}>{ALL_PROJECTS}</a>}
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

/** On a phone the row of pages is wider than the window. */
function bringIntoView(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function weekLine({ project }: Ready): string {
  const week = weekWords(project.week)
  if (project.paused) return pausedLine(week)
  if (!project.answers) return week
  return answersLine(week, project.answers.answered, project.answers.asked)
}

/** Goes there without loading the page anew; a click with a key held keeps its meaning in the browser. */
export function follow(event: MouseEvent, to: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  go(to)
}
