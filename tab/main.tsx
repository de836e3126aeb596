import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import type { Api } from './data/api'
import type { Live } from './data/live'
import type { Host } from './host/host'

/** Draws the tab over what is already being loaded. */
export function draw(parts: {
  readonly host: Promise<Host>
  /** The host when it is there already: what stands on the page then is replaced in one step. */
  readonly opened: Host | null
  readonly api: Api
  readonly live: Live
}): void {
  const page = document.getElementById('page')
  if (!page) throw new Error('index.html has no #page')
  createRoot(page).render(
    <StrictMode>
      <App {...parts} />
    </StrictMode>,
  )
}
