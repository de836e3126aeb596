import { paths } from '../../bot/contract/paths'
import { ALEX } from '../support/builders'
import { askWith, serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab

beforeAll(async () => {
  tab = await serveTab()
  await tab.setUp()
})
afterAll(() => tab.close())

it('says that it is alive and ready', async () => {
  expect(await askWith(tab.origin, null, '/healthz')).toMatchObject({ status: 200, body: { alive: true } })
  expect(await askWith(tab.origin, null, '/readyz')).toMatchObject({ status: 200, body: { ready: true } })
})

it('is not ready while storage does not answer, and says so in one sentence', async () => {
  const broken = await serveTab({ over: () => ({ ready: () => Promise.reject(new Error('ECONNREFUSED')) }) })
  const answer = await askWith(broken.origin, null, '/readyz')
  await broken.close()
  expect(answer.status).toBe(503)
  expect(answer.text).not.toContain('ECONNREFUSED')
  expect(broken.logged).toContainEqual(expect.objectContaining({ message: 'A request failed' }))
})

it('calls an outage an outage, never an empty list', async () => {
  const broken = await serveTab({
    over: ({ records }) => ({
      records: { ...records, issuePage: () => Promise.reject(new Error('storage said 503')) },
    }),
  })
  await broken.setUp()
  const answer = await broken.ask(ALEX, paths.start)
  await broken.close()
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({
    text: 'That didn’t work, and nothing was changed. Try again in a moment.',
  })
})

it.each([
  ['JSON that breaks off', paths.localSignIn, '{"person": "a', 400],
  ['a body of a megabyte', paths.localSignIn, JSON.stringify({ person: 'x'.repeat(1_000_000) }), 413],
  ['an address that is not there', '/api/elsewhere', '{}', 404],
  ['another shape', paths.localSignIn, '{"person": 7}', 400],
])('answers %s with one sentence and a reference', async (_, path, body, status) => {
  const answer = await askWith(tab.origin, null, path, body)
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual({
    text: expect.stringMatching(/^[A-Z].*\.$/) as string,
    reference: expect.stringMatching(/^R-\d+$/) as string,
  })
})

it.each([
  ['en-GB,en;q=0.9', 'There is nothing here.'],
  ['de-AT,de;q=0.9,en;q=0.8', 'Hier gibt es nichts.'],
  ['da-DK', 'There is nothing here.'],
])('refuses in the language of a browser that says %s', async (accepted, text) => {
  const answer = await fetch(`${tab.origin}/api/elsewhere`, { headers: { 'accept-language': accepted } })
  expect(await answer.json()).toMatchObject({ text })
})

it('takes JSON only where it says that it is JSON, so that another site’s form can’t send it', async () => {
  const answer = await fetch(`${tab.origin}${paths.localSignIn}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ person: ALEX.id }),
  })
  expect(answer.status).toBe(415)
})

it('lets Teams frame the tab and nobody else, and runs no code but its own', async () => {
  const page = await askWith(tab.origin, null, '/tab/')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain('frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com')
  expect(policy).not.toContain('unsafe')
  expect(page.headers.get('x-frame-options')).toBeNull()
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.text).not.toMatch(/<script(?![^>]* src=)/)
})

it('keeps hashed files for a year and asks anew for the page', async () => {
  const page = await askWith(tab.origin, null, '/tab/recaps')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const script = /src="(\/tab\/assets\/[^"]+)"/.exec(page.text)?.[1] ?? ''
  const asset = await askWith(tab.origin, null, script)
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  const plain = await fetch(tab.origin + script, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(asset.text)
})

it.each(['/tab/assets/../../../package.json', '/tab/assets/%2e%2e%2fpackage.json', '/tab/assets/gone.js'])(
  'has nothing at %s',
  async (path) => {
    expect((await askWith(tab.origin, null, path)).text).not.toContain('dependencies')
  },
)

it('paints the first frame in the theme that the host asked for, and takes no other text from the address', async () => {
  const dark = await askWith(tab.origin, null, '/tab/?theme=dark')
  expect(dark.text).toContain('data-theme="dark"')
  const odd = await askWith(tab.origin, null, '/tab/?theme="><script>')
  expect(odd.text).not.toContain('data-theme')
})

it.each([
  ['what Teams writes into the address', '/tab/?locale=de-AT', 'en-US', 'de'],
  ['Teams, which speaks English', '/tab/?locale=en-us', 'de', 'en'],
  ['a language that is not there', '/tab/?locale=fr-fr', 'de', 'en'],
  ['what the browser likes best', '/tab/items', 'fr;q=0.9, de-CH;q=0.8, en;q=0.7', 'de'],
  ['a browser that refuses German', '/tab/items', 'de;q=0, *', 'en'],
  ['no word of a language', '/tab/items', '', 'en'],
])('is in the language of its reader: %s', async (_name, path, accepted, language) => {
  const page = await fetch(`${tab.origin}${path}`, { headers: { 'accept-language': accepted } })
  expect(/<html lang="(\w+)"/.exec(await page.text())?.[1]).toBe(language)
  expect(page.headers.get('vary')).toContain('accept-language')
})

it('uses no token of Fluent that the page does not carry', async () => {
  const page = await askWith(tab.origin, null, '/tab/')
  const sheet = /href="(\/tab\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
  const css = (await askWith(tab.origin, null, sheet)).text
  const used = [...css.matchAll(/var\(--([\w-]+)\)/g)].map((match) => match[1] ?? '')
  expect(used.filter((name) => !css.includes(`--${name}:`))).toEqual([])
})
