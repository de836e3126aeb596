import { entraTokens } from '../../bot/api/tokens'
import { paths } from '../../bot/contract/paths'
import type { TenantId } from '../../bot/domain/ids'
import { ALEX, aPerson, LYNNE, MEGAN } from '../support/builders'
import { ENTRA_TENANT, startEntra, TAB_APP_ID, type Entra } from '../support/entra'
import { askWith, serveTab, type ServedTab } from '../support/servedTab'

let entra: Entra
let tab: ServedTab

beforeAll(async () => {
  entra = await startEntra()
  const tenants = [ENTRA_TENANT as TenantId]
  tab = await serveTab({
    tenant: ENTRA_TENANT as TenantId,
    people: [ALEX, MEGAN],
    authenticate: entraTokens({ tabAppId: TAB_APP_ID, tenants, keysUrl: entra.keysUrl }),
  })
  await tab.setUp()
})
afterAll(async () => {
  await tab.close()
  await entra.close()
})

const issues = () => `/api/projects/${encodeURIComponent(tab.project)}/issues`
const longAgo = Math.floor(Date.now() / 1000) - 600

it('takes a token that Entra gave the tab for a member of the team', async () => {
  const answer = await askWith(tab.origin, await entra.token(), issues())
  expect(answer).toMatchObject({ status: 200, body: { rows: [], more: false } })
})

it('takes the audience in the form that names the application id URI', async () => {
  const answer = await askWith(tab.origin, await entra.token({ aud: `api://${TAB_APP_ID}` }), issues())
  expect(answer.status).toBe(200)
})

const refused: readonly [what: string, token: () => Promise<string> | string | null][] = [
  ['no token', () => null],
  ['a token that is no token', () => 'abc'],
  ['another app’s audience', () => entra.token({ aud: '99999999-0000-0000-0000-000000000000' })],
  ['another issuer', () => entra.token({ iss: 'https://login.example.com/v2.0' })],
  [
    'the issuer of another tenant',
    () => entra.token({ iss: 'https://login.microsoftonline.com/other/v2.0' }),
  ],
  [
    'a token of the v1 issuer',
    () => entra.token({ iss: `https://sts.windows.net/${ENTRA_TENANT}/`, ver: '1.0' }),
  ],
  ['version 1.0', () => entra.token({ ver: '1.0' })],
  ['an expired token', () => entra.token({ exp: longAgo })],
  ['a token that is not valid yet', () => entra.token({ nbf: longAgo + 7200 })],
  ['a token without an end', () => entra.token({ exp: undefined })],
  ['a token signed by another key', () => entra.forged()],
  ['alg none', () => entra.unsigned()],
  ['HS256 with the public key as the secret', () => entra.confused()],
  ['another scope', () => entra.token({ scp: 'User.Read' })],
  ['an app-only token', () => entra.token({ scp: undefined, roles: ['access_as_user'] })],
  ['a token without a person', () => entra.token({ oid: undefined })],
  [
    'a foreign tenant, signed as it should be',
    () => entra.token({ tid: 'foreign', iss: 'https://login.microsoftonline.com/foreign/v2.0' }),
  ],
]

it.each(refused)('refuses %s with 401 and one sentence', async (_, make) => {
  const answer = await askWith(tab.origin, await make(), issues())
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({
    text: 'Your sign-in has ended. Reload the page.',
    reference: expect.stringMatching(/^R-\d+$/) as string,
  })
})

it('says the same to an outsider of a project that is there as of one that is not', async () => {
  const outsider = await entra.token({ oid: LYNNE.id })
  const there = await askWith(tab.origin, outsider, issues())
  const missing = await askWith(tab.origin, outsider, '/api/projects/nothing/issues')
  const member = await askWith(tab.origin, await entra.token(), '/api/projects/nothing/issues')
  for (const answer of [there, missing, member]) {
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ text: 'There is nothing here for this account.' })
  }
})

it.each([
  paths.source,
  paths.questions,
  (project: string) => paths.entry(project, 'S-1'),
  (project: string) => paths.searchSource(project, 'plan'),
])('shows an outsider nothing of how a project runs', async (path) => {
  const outsider = await entra.token({ oid: LYNNE.id })
  expect((await askWith(tab.origin, outsider, path(tab.project))).status).toBe(404)
})

it('tells an outsider nothing of a channel, with a project or without', async () => {
  const outsider = await entra.token({ oid: aPerson('A Stranger').id })
  for (const channel of [tab.channel, 'channel-without']) {
    const answer = await askWith(tab.origin, outsider, `/api/start?channel=${channel}`)
    expect(answer.status).toBe(404)
  }
})

it('believes the token and the roster, whatever else a browser claims', async () => {
  const token = await entra.token({ oid: MEGAN.id, name: 'Alex Wilber', roles: ['lead'] })
  const answer = await askWith(tab.origin, token, `/api/start?channel=${tab.channel}`)
  expect(answer.body).toMatchObject({ me: { id: MEGAN.id, name: 'Megan Bowen' } })
})

it('has no local sign-in outside of local mode', async () => {
  expect((await askWith(tab.origin, null, '/api/local/people')).status).toBe(404)
  expect((await askWith(tab.origin, null, '/api/local/sign-in', { person: ALEX.id })).status).toBe(404)
})

it('calls it an outage, not a refusal, when the keys can’t be fetched', async () => {
  const authenticate = entraTokens({
    tabAppId: TAB_APP_ID,
    tenants: [ENTRA_TENANT as TenantId],
    keysUrl: 'http://127.0.0.1:9/keys',
  })
  await expect(authenticate(await entra.token())).rejects.toThrow()
})

it('fetches the keys once for many requests', async () => {
  const before = entra.fetches()
  const token = await entra.token()
  await Promise.all(Array.from({ length: 5 }, () => askWith(tab.origin, token, issues())))
  expect(entra.fetches()).toBe(before)
})
