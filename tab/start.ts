import 'virtual:themes.css'
import './look/page.css'
import './look/controls.css'
import './look/list.css'
import './look/pane.css'
import './look/states.css'
import './look/reading.css'
import { openApi } from './data/api'
import { openLive } from './data/live'
import { MINE_PATH, REMOVE_PATH } from '../bot/contract/teamsPages'
import { asQuery } from '../bot/contract/issueListing'
import { pageOf } from './data/pages'
import { asTheme, type Host } from './host/host'
import { openHost } from './host/openHost'
import { drawFirstRows } from './issueLog/firstRows'
import { readQuery } from './issueLog/issueList'
import { listingFor } from './issueLog/listing'
import { holdKey } from './look/earlyKey'

/**
 * How long the code that draws the page lets the data come first, in ms: running it keeps the thread busy for longer
 * than a quick answer takes, and the first rows are drawn without it. A slow answer it does not wait for.
 */
const PATIENCE = 300
/** For how long nothing is fetched but the data, in ms: a quick answer has come by then, and a slow one loses nothing. */
const HEAD_START = 120

// The first request leaves here, while the code that draws is still on its way.
const asked = new URLSearchParams(location.search)
const theme = asTheme(asked.get('theme'))
if (theme) document.documentElement.dataset['theme'] = theme

const forced = matchMedia('(forced-colors: active)')
forced.addEventListener('change', keepToForced)
keepToForced()

if (location.pathname === '/tab/config')
  void onceParsed(import('./setUp')).then(({ drawSetUp }) => drawSetUp())
else if (location.pathname === REMOVE_PATH)
  void onceParsed(import('./setUp')).then(({ drawRemoval }) => drawRemoval())
else if (location.pathname === MINE_PATH) openMine()
else openTab()

/** Few systems force their colours: what that needs comes only there. */
function keepToForced(): void {
  if (forced.matches) void import('./look/forced.css')
}

function openMine(): void {
  const host = openHost()
  const api = openApi(host)
  void onceParsed(import('./mine/drawMine')).then(({ drawMine }) => drawMine({ host, api }))
}

function openTab(): void {
  const host = openHost()
  const api = openApi(host)
  const live = openLive(api, host, asked.get('project'), asQuery(listingFor(readQuery(asked))))
  let opened: Host | null = null
  host.then(
    (one) => (opened = one),
    // Whoever waits for the host says so.
    () => undefined,
  )
  const isLog = pageOf(location.pathname) === 'issues' && !asked.has('issue')
  if (isLog) holdKey()
  let hasCome: () => void = () => undefined
  const data = new Promise<void>((resolve) => (hasCome = resolve))
  const stop = live.subscribe(() => {
    const state = live.get()
    const page = document.getElementById('page')
    if (isLog && !opened?.place && state.kind === 'ready' && page && state.issues.length > 0) {
      drawFirstRows(page, state)
    }
    painted(hasCome)
  })
  void after(HEAD_START).then(fetchCode)
  void (isLog ? Promise.race([data, after(PATIENCE)]) : Promise.resolve())
    .then(() => onceParsed(import('./main')))
    .then(({ draw }) => {
      stop()
      draw({ host, opened, api, live })
    })
}

/** Has the browser fetch the code that draws the page, for when it is to run. */
function fetchCode(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=later]')) link.rel = 'modulepreload'
}

/** This runs as soon as it has come, so there may be nothing to draw on yet. */
async function onceParsed<T>(code: Promise<T>): Promise<T> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
  }
  return code
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Once what was drawn is to be seen; a page that nobody looks at is never painted. */
function painted(then: () => void): void {
  if (document.visibilityState !== 'visible') return then()
  requestAnimationFrame(() => setTimeout(then))
}
