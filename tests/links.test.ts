import type { TabPlace } from '../bot/cards/reader'
import { localLinks, teamsLinks } from '../bot/links'
import { PROJECT_ID, THIS_WEEK } from './support/builders'

const LOCAL = localLinks('http://localhost:3978')

test.each<[string, TabPlace, string]>([
  ['the issue log', { page: 'issues' }, '/tab/?project=project-northwind'],
  ['the action items', { page: 'items' }, '/tab/items?project=project-northwind'],
  ['the recaps', { page: 'recaps' }, '/tab/recaps?project=project-northwind'],
  ['one recap', { page: 'recap', week: THIS_WEEK }, '/tab/recaps?project=project-northwind&week=2026-W47'],
  ['one’s own card', { page: 'mine' }, '/tab/my-card?project=project-northwind'],
  ['an issue', { page: 'record', id: 'I-7' }, '/tab/?project=project-northwind&issue=I-7'],
  ['an action item', { page: 'record', id: 'A-12' }, '/tab/items?project=project-northwind&q=A-12'],
])('on one machine a card opens %s as a page', (_, place, path) => {
  expect(LOCAL.tab(PROJECT_ID, place)).toBe(`http://localhost:3978${path}`)
})

test('a project’s id is a value of the address, whatever stands in it', () => {
  const odd = 'a&week=x#?/ü' as typeof PROJECT_ID
  const url = new URL(LOCAL.tab(odd, { page: 'issues' }) ?? '')
  expect(url.pathname).toBe('/tab/')
  expect([...url.searchParams]).toEqual([['project', odd]])
})

test('the Playground has no conversations to link to', () => {
  expect(LOCAL.conversation({ conversation: '19:x@thread.tacv2;messageid=1', message: '2' })).toBeNull()
})

describe('in Teams', () => {
  const teams = teamsLinks()

  test('a record leads back to the message it was born in, inside its thread', () => {
    expect(teams.conversation({ conversation: '19:abc@thread.tacv2;messageid=111', message: '222' })).toBe(
      'https://teams.microsoft.com/l/message/19%3Aabc%40thread.tacv2/222?parentMessageId=111',
    )
  })

  test.each([
    ['a 1:1 chat', 'a:1xyz'],
    ['a thread without its root', '19:abc@thread.tacv2;messageid='],
    ['nothing', ''],
  ])('%s can’t be linked to', (_, of) => {
    expect(teams.conversation({ conversation: of, message: '222' })).toBeNull()
  })

  test('ids are parts of the address and lead nowhere else', () => {
    const url = teams.conversation({ conversation: '../../evil?x;messageid=1&y=2', message: '#/../z' })
    expect(new URL(url ?? '').host).toBe('teams.microsoft.com')
    expect(url).toBe(
      'https://teams.microsoft.com/l/message/..%2F..%2Fevil%3Fx/%23%2F..%2Fz?parentMessageId=1%26y%3D2',
    )
  })

  test('cards leave the tab’s button out', () => {
    expect(teams.tab(PROJECT_ID, { page: 'issues' })).toBeNull()
  })
})
