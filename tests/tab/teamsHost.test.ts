import type { Browser, Page } from 'playwright-core'
import { entraTokens } from '../../bot/api/tokens'
import type { TenantId } from '../../bot/domain/ids'
import { MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { ENTRA_TENANT, startEntra, TAB_APP_ID, type Entra } from '../support/entra'
import { serveTab, type ServedTab } from '../support/servedTab'

let browser: Browser
let entra: Entra
let tab: ServedTab

beforeAll(async () => {
  browser = await launchBrowser()
  entra = await startEntra()
  const tenant = ENTRA_TENANT as TenantId
  tab = await serveTab({
    tenant,
    authenticate: entraTokens({ tabAppId: TAB_APP_ID, tenants: [tenant], keysUrl: entra.keysUrl }),
    tabSignIn: { client: TAB_APP_ID, app: 'teams-app-id' },
  })
  await tab.seed()
})
afterAll(async () => {
  await browser.close()
  await tab.close()
  await entra.close()
})

type Given = {
  readonly token: string
  readonly theme?: string
  readonly subPage?: string
  /** What Teams opens the tab for: to be read, or to be added to a channel. */
  readonly frame?: 'content' | 'settings' | 'remove'
  /** The page that the tab opens. */
  readonly path?: string
}

const PATHS = { content: '/tab/', settings: '/tab/config', remove: '/tab/remove' }

/** A page at Teams' address that frames the tab and answers teams-js as Teams does. */
function hostPage({
  token,
  theme = 'default',
  subPage = '',
  frame = 'content',
  path = PATHS[frame],
}: Given): string {
  const context = {
    tid: ENTRA_TENANT,
    userObjectId: 'whatever the host claims',
    locale: 'en-gb',
    theme,
    channelId: tab.channel,
    teamId: tab.channel,
    entityId: 'issues',
    subEntityId: subPage,
    hostClientType: 'desktop',
    sessionId: 'session',
  }
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { pages: { config: {}, backStack: {} }, teamsCore: {}, logs: {}, dialog: {} },
  }
  return `<!doctype html><title>Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
    <iframe allow="clipboard-write" src="${tab.origin}${path}"></iframe><script>
    window.heard = []
    const answers = {
      initialize: [${JSON.stringify(frame)}, 'desktop', ${JSON.stringify(JSON.stringify(runtime))}, '2.58.0'],
      getContext: [${JSON.stringify(context)}],
      'authentication.getAuthToken': [true, ${JSON.stringify(token)}],
      'settings.setSettings': [true],
    }
    addEventListener('message', ({ data, source, origin }) => {
      heard.push(data.func)
      if (data.func === 'settings.setSettings') window.saved = data.args[0]
      const { id, uuid, uuidAsString, func } = data
      if (source && answers[func]) source.postMessage({ id, uuid, uuidAsString, args: answers[func] }, origin)
    })
    window.save = () => document.querySelector('iframe').contentWindow
      .postMessage({ func: 'settings.save', args: [{}] }, '*')
    window.remove = () => document.querySelector('iframe').contentWindow
      .postMessage({ func: 'settings.remove', args: [{}] }, '*')
    window.change = (theme) => document.querySelector('iframe').contentWindow
      .postMessage({ func: 'themeChange', args: [theme] }, '*')
    </script>`
}

async function openInTeams(given: Given): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 720 } })
  await context.route('https://teams.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage(given) }),
  )
  await context.route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({ json: { validOrigins: [] }, headers: { 'access-control-allow-origin': '*' } }),
  )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('https://teams.microsoft.com/v2/')
  return { page, complaints }
}

/** Waits until the host has heard this from the tab. */
const hears = (page: Page, what: string) => page.waitForFunction(`heard.includes('${what}')`)

it('signs in by the host’s token and shows the channel’s project, as the person whom the token names', async () => {
  const { page, complaints } = await openInTeams({ token: await entra.token({ oid: MEGAN.id }) })
  const frame = page.frameLocator('iframe')
  await frame.locator('.row[tabindex="0"]').waitFor()
  await hears(page, 'appInitialization.appLoaded')
  await hears(page, 'appInitialization.success')
  await frame.getByRole('link', { name: /^Mine/ }).click()
  const owners = await frame.locator('.row .owner-word').allInnerTexts()
  expect(new Set(owners)).toEqual(new Set(['Megan']))
  // The switcher is for trials alone.
  expect(await frame.getByLabel('Signed in as').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('follows the host’s theme, at first and when it changes', async () => {
  const { page } = await openInTeams({ token: await entra.token(), theme: 'dark' })
  const root = page.frameLocator('iframe').locator('html')
  await page.frameLocator('iframe').locator('html[data-theme=dark]').waitFor()
  await hears(page, 'appInitialization.success')
  await page.evaluate('change("contrast")')
  await page.frameLocator('iframe').locator('html[data-theme=contrast]').waitFor()
  expect(await root.evaluate((element) => getComputedStyle(element.ownerDocument.body).backgroundColor)).toBe(
    'rgb(0, 0, 0)',
  )
  await page.context().close()
})

it.each([
  ['I-7', 'Issue I-7'],
  ['A-3', 'Action item A-3'],
  ['S-3', 'Entry S-3'],
])('opens the record that a link into Teams names: %s', async (subPage, name) => {
  const { page } = await openInTeams({ token: await entra.token(), subPage })
  await page.frameLocator('iframe').getByRole('region', { name }).waitFor()
  await page.context().close()
})

it.each([
  ['overview', '.overview'],
  ['recap:2026-W46', '.recap-line[aria-current]:has-text("Week 46")'],
  ['recap:2026-W46:2026-W45', '.compare-bar:has-text("Week 45 and week 46")'],
])('opens the page that a link into Teams names: %s', async (subPage, shown) => {
  const { page } = await openInTeams({ token: await entra.token(), subPage })
  await page.frameLocator('iframe').locator(shown).waitFor()
  await page.context().close()
})

it('shows nothing to somebody outside the team, whatever the host says of them', async () => {
  const { page } = await openInTeams({ token: await entra.token({ oid: 'somebody-else' }) })
  const frame = page.frameLocator('iframe')
  await frame.getByText('Nothing to show for this account').waitFor()
  expect(await frame.locator('body').innerText()).not.toContain('Northwind')
  await page.context().close()
})

it('is added to a channel by hand: the issue log unless another page is chosen, under its own name', async () => {
  const { page, complaints } = await openInTeams({ token: '', theme: 'dark', frame: 'settings' })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { name: 'Add Plumbline to this channel' }).first().waitFor()
  await frame.locator('html[data-theme=dark]').waitFor()
  await hears(page, 'settings.setValidityState')
  await page.evaluate('save()')
  await hears(page, 'settings.save.success')
  expect(await page.evaluate('saved')).toMatchObject({
    entityId: 'issues',
    contentUrl: `${tab.origin}/tab/?locale={locale}&theme={theme}`,
    removeUrl: `${tab.origin}/tab/remove`,
    suggestedDisplayName: 'Issue log',
  })
  expect(complaints).toEqual([])
  await page.context().close()
})

it('opens the page and has the name that were chosen, and is not saved without a name', async () => {
  const { page, complaints } = await openInTeams({ token: '', frame: 'settings' })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('radio', { name: /^Action items/ }).check()
  await frame.getByLabel('Its name').fill(' ')
  await frame.getByText('Give it a name.').waitFor()
  await page.evaluate('save()')
  await hears(page, 'settings.save.failure')
  await frame.getByLabel('Its name').fill('Who owes what')
  await page.evaluate('save()')
  await hears(page, 'settings.save.success')
  expect(await page.evaluate('saved')).toMatchObject({
    entityId: 'items',
    contentUrl: `${tab.origin}/tab/items?locale={locale}&theme={theme}`,
    removeUrl: `${tab.origin}/tab/remove`,
    suggestedDisplayName: 'Who owes what',
  })
  expect(complaints).toEqual([])
  await page.context().close()
})

it.each(['/tab/config', '/tab/remove'])('%s outside of Teams is no dead end', async (path) => {
  const page = await browser.newPage()
  await page.goto(tab.origin + path)
  await page.getByText('This page belongs to Teams').waitFor()
  await page.getByRole('link', { name: 'Open Plumbline' }).waitFor()
  await page.close()
})

it('in the personal app opens what is one’s own, and a place in a project that a link names', async () => {
  const token = await entra.token({ oid: MEGAN.id })
  const mine = await openInTeams({
    token,
    path: '/tab/mine',
    subPage: `/tab/items?project=${tab.project}&item=A-3`,
  })
  await mine.page.frameLocator('iframe').getByRole('region', { name: 'Action item A-3' }).waitFor()
  expect(mine.complaints).toEqual([])
  await mine.page.context().close()
})

it('is taken off by hand after it said what goes and what stays', async () => {
  const { page, complaints } = await openInTeams({ token: '', theme: 'dark', frame: 'remove' })
  const frame = page.frameLocator('iframe')
  await frame.getByText('Only the tab goes').waitFor()
  await frame.locator('html[data-theme=dark]').waitFor()
  expect(await frame.locator('main').innerText()).toContain('history stay')
  await page.evaluate('remove()')
  await hears(page, 'settings.remove.success')
  expect(complaints).toEqual([])
  await page.context().close()
})

it('pinned for the source of truth opens without a dead end', async () => {
  const { page, complaints } = await openInTeams({ token: await entra.token(), path: '/tab/source' })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('navigation', { name: 'Pages' }).waitFor()
  await frame
    .getByRole('link', { name: /^Issues/ })
    .first()
    .waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
