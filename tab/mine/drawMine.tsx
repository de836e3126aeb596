import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Api } from '../data/api'
import type { Host } from '../host/host'
import { MinePage } from './MinePage'
import { TITLE } from '#words/mine'

/** Draws the page of the personal app, in the host's theme; a link that names a place in a project goes on to it. */
export function drawMine({ host: opening, api }: { readonly host: Promise<Host>; readonly api: Api }): void {
  const page = document.getElementById('page')
  if (!page) throw new Error('index.html has no #page')
  document.title = `${TITLE} · Plumbline`
  opening.then(
    (host) => {
      host.onTheme((theme) => (document.documentElement.dataset['theme'] = theme))
      if (host.place !== null && INSIDE.test(host.place)) location.replace(host.place)
      host.shown()
    },
    // The page's own request waits for the same promise and says that nothing can be reached.
    () => undefined,
  )
  createRoot(page).render(
    <StrictMode>
      <MinePage api={api} />
    </StrictMode>,
  )
}

/** A page of ours, and nothing else. */
const INSIDE = /^\/tab\/(?!\/)[\w-]*(\?|$)/
