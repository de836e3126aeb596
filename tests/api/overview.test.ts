import { overview } from '../../bot/contract/overview'
import { paths } from '../../bot/contract/paths'
import { recapComparison } from '../../bot/contract/recap'
import { ALEX, aPerson, at, LAST_WEEK, MEGAN, NOW, THIS_WEEK } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

const STRANGER = aPerson('Nestor Wilke')
let tab: ServedTab

beforeAll(async () => {
  tab = await serveTab()
  await tab.setUp({ createdAt: at('2026-11-09') })
  tab.clock.set(at('2026-11-13', '15:00'))
  await tab.inChat(ALEX, {
    do: 'logIssue',
    title: 'Totals are wrong',
    details: 'at length',
    conversation: null,
  })
  await tab.inChat(ALEX, { do: 'postRecap', edit: null })
  tab.clock.set(NOW)
  await tab.inChat(ALEX, { do: 'logIssue', title: 'Print is empty', details: '', conversation: null })
  await tab.inChat(ALEX, { do: 'postRecap', edit: null })
})
afterAll(() => tab.close())

test('a member sees where the project stands, and no more of its records than that', async () => {
  const answer = await tab.ask(MEGAN, paths.overview(tab.project))
  expect(answer.status).toBe(200)
  const seen = overview.parse(answer.body)
  expect(seen.days.at(-1)?.open.unrated).toBe(2)
  expect(seen.loads).toEqual([
    { owner: null, items: 0, late: 0, blocked: 0, issues: 2, showStoppers: 0, heavy: false },
  ])
  expect(answer.text).not.toMatch(/at length|tenant|conversation|channel/)
})

test('who asks again gets no body while nothing changed', async () => {
  const first = await tab.ask(MEGAN, paths.overview(tab.project))
  const token = await tab.tokenOf(MEGAN)
  const again = await fetch(`${tab.origin}${paths.overview(tab.project)}`, {
    headers: { authorization: `Bearer ${token}`, 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('two weeks are compared for a member, in either order', async () => {
  const [one, other] = await Promise.all([
    tab.ask(MEGAN, paths.recapComparison(tab.project, THIS_WEEK, LAST_WEEK)),
    tab.ask(MEGAN, paths.recapComparison(tab.project, LAST_WEEK, THIS_WEEK)),
  ])
  expect(one.body).toEqual(other.body)
  expect(recapComparison.parse(one.body)).toMatchObject({ from: LAST_WEEK, to: THIS_WEEK })
})

const comparison = (week: string, other: string) => () => paths.recapComparison(tab.project, week, other)
test.each([
  ['an overview, for somebody who is not on the team', () => paths.overview(tab.project), STRANGER, 401],
  ['an overview, for nobody', () => paths.overview(tab.project), null, 401],
  ['an overview of another project', () => paths.overview('project.other'), MEGAN, 404],
  ['a comparison, for nobody', comparison(THIS_WEEK, LAST_WEEK), null, 401],
  ['a comparison with a week without a recap', comparison(THIS_WEEK, '2026-W40'), MEGAN, 404],
  ['a comparison of a week with itself', comparison(THIS_WEEK, THIS_WEEK), MEGAN, 404],
  ['a comparison with what is no week', comparison(THIS_WEEK, '2026-W99'), MEGAN, 404],
])('%s: one sentence and nothing of the project', async (_, path, who, status) => {
  const answer = await tab.ask(who, path())
  expect(answer.status).toBe(status)
  expect(answer.text).not.toMatch(/ERP|Northwind|Totals/)
  expect(answer.body).toMatchObject({ text: expect.stringMatching(/\.$/) as string })
})
