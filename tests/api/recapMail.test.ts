import { paths } from '../../bot/contract/paths'
import type { TenantId } from '../../bot/domain/ids'
import { ALEX, aPerson, MEGAN, THIS_WEEK } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

const STRANGER = aPerson('Nestor Wilke')
let tab: ServedTab

beforeAll(async () => {
  tab = await serveTab({ authenticate })
  await tab.setUp({ name: 'ERP "roll-out"; é/..\\x' })
  await tab.inChat(ALEX, { do: 'logIssue', title: 'Totals are <wrong>', details: '', conversation: null })
  await tab.inChat(ALEX, { do: 'postRecap', edit: null })
})
afterAll(() => tab.close())

/** A token is the person's own id here; `elsewhere` is Alex of another tenant. */
function authenticate(token: string) {
  const [tenant, person] = token === 'elsewhere' ? ['tenant-other', ALEX.id] : ['tenant-northwind', token]
  return Promise.resolve({ tenant: tenant as TenantId, person: person as typeof ALEX.id })
}

const mail = (token: string | null, path = paths.recapMail(tab.project, THIS_WEEK)) =>
  fetch(`${tab.origin}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } })

test('every member of the team gets the page, as a file that runs nothing', async () => {
  const answer = await mail(MEGAN.id)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="recap-2026-W47.html"; filename*=UTF-8''ERP%20roll-out%20%C3%A9%20..%20x%2C%20week%2047.html`,
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(await answer.text()).toMatch(/^<!doctype html>/)
})

test('the plain text beside it has the same headers', async () => {
  const answer = await mail(MEGAN.id, paths.recapMailText(tab.project, THIS_WEEK))
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toContain('recap-2026-W47.txt')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(await answer.text()).toMatch(/^ERP "roll-out"/)
})

test.each([
  ['somebody who is not on the team', STRANGER.id, undefined, 404],
  ['a member’s namesake of another tenant', 'elsewhere', undefined, 404],
  ['a member, of a week without a recap', MEGAN.id, '2026-W40', 404],
  ['a member, of what is no week', MEGAN.id, '../../start', 404],
  ['nobody', null, undefined, 401],
])('%s gets one sentence and nothing of the project', async (_, token, week, status) => {
  for (const path of [paths.recapMail, paths.recapMailText]) {
    const answer = await mail(token, path(tab.project, week ?? THIS_WEEK))
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(text).not.toMatch(/ERP|roll-out|Northwind/)
    expect(JSON.parse(text)).toMatchObject({ text: expect.stringMatching(/^[A-Z].*\.$/) as string })
  }
})

test('a corrected recap is mailed as it was corrected, and the list says so', async () => {
  const edit = { headline: 'Two weeks to go', note: '', overall: null, workstreams: [] }
  await tab.inChat(ALEX, { do: 'saveCorrection', week: THIS_WEEK, edit, seen: 0 })
  expect(await (await mail(MEGAN.id)).text()).toContain('Two weeks to go')
  const list: unknown = await (await mail(MEGAN.id, paths.recaps(tab.project))).json()
  expect(list).toMatchObject({
    rows: [
      { headline: 'Two weeks to go', corrected: 'Corrected Fri 20 Nov, 15:00 by Alex Wilber: headline' },
    ],
  })
})
