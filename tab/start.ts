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
import { asTheme, openHost } from './host/host'

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
  const live = openLive(api, host, asked.get('project'))
  void import('./main').then(({ draw }) => draw({ host, api, live }))
}
