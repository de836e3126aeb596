import 'virtual:themes.css'
import './look/page.css'
import './look/controls.css'
import './look/list.css'
import './look/pane.css'
import './look/states.css'
import './look/reading.css'
import { openApi } from './data/api'
import { openLive } from './data/live'
import { MINE_PATH, REMOVE_PATH } from '../bot/contract/places'
import { asQuery } from '../bot/contract/issueListing'
import { pageOf } from './data/address'
import { asTheme, openHost, type Host } from './host/host'
import { drawFirstRows } from './issueLog/firstRows'
import { readQuery } from './issueLog/issueList'
import { listingFor } from './issueLog/listing'

// The first request leaves here, while the code that draws is still on its way.
const asked = new URLSearchParams(location.search)
const theme = asTheme(asked.get('theme'))
if (theme) document.documentElement.dataset['theme'] = theme

if (location.pathname === '/tab/config') void import('./setUp').then(({ drawSetUp }) => drawSetUp())
else if (location.pathname === REMOVE_PATH) void import('./setUp').then(({ drawRemoval }) => drawRemoval())
else if (location.pathname === MINE_PATH) openMine()
else openTab()

function openMine(): void {
  const host = openHost()
  const api = openApi(host)
  void import('./mine/drawMine').then(({ drawMine }) => drawMine({ host, api }))
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
  const stop = live.subscribe(() => {
    const state = live.get()
    const page = document.getElementById('page')
    const isLog = pageOf(location.pathname) === 'issues' && !asked.has('issue') && !opened?.place
    if (state.kind === 'ready' && isLog && page && state.issues.length > 0) drawFirstRows(page, state)
  })
  void import('./main').then(({ draw }) => {
    stop()
    draw({ host, opened, api, live })
  })
}
