import 'virtual:themes.css'
import './look/page.css'
import './look/controls.css'
import './look/list.css'
import './look/pane.css'
import './look/states.css'
import './look/reading.css'
import { openApi } from './data/api'
import { openLive } from './data/live'
import { REMOVE_PATH } from '../bot/contract/places'
import { asQuery } from '../bot/contract/issueListing'
import { asTheme, openHost } from './host/host'
import { readQuery } from './issueLog/issueList'
import { listingFor } from './issueLog/listing'

// The first request leaves here, while the code that draws is still on its way.
const asked = new URLSearchParams(location.search)
const theme = asTheme(asked.get('theme'))
if (theme) document.documentElement.dataset['theme'] = theme

if (location.pathname === '/tab/config') void import('./setUp').then(({ drawSetUp }) => drawSetUp())
else if (location.pathname === REMOVE_PATH) void import('./setUp').then(({ drawRemoval }) => drawRemoval())
else openTab()

function openTab(): void {
  const host = openHost()
  const api = openApi(host)
  const live = openLive(api, host, asked.get('project'), asQuery(listingFor(readQuery(asked))))
  void import('./main').then(({ draw }) => draw({ host, api, live }))
}
