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

it('takes a token that Entra gave the tab for a member of the team', async () => {
  const answer = await askWith(tab.origin, await entra.token(), issues())
  expect(answer).toMatchObject({ status: 200, body: { rows: [], next: null } })
})

it('takes the audience in the form that names the application id URI', async () => {
  const answer = await askWith(tab.origin, await entra.token({ aud: `api://${TAB_APP_ID}` }), issues())
  expect(answer.status).toBe(200)
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
