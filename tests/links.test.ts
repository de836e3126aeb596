import type { TabPlace } from '../bot/cards/reader'
import type { ChannelId } from '../bot/domain/ids'
import type { Pinned } from '../bot/flows/teamPorts'
import { localLinks, pinnedLinks, teamsLinks, wantedTabs } from '../bot/links'
import { NOW, PROJECT_ID, THIS_WEEK } from './support/builders'

const LOCAL = localLinks('http://localhost:3978')

test.each<[string, TabPlace, string]>([
  ['the issue log', { page: 'issues' }, '/tab/?project=project-northwind'],
  ['the action items', { page: 'items' }, '/tab/items?project=project-northwind'],
  ['the recaps', { page: 'recaps' }, '/tab/recaps?project=project-northwind'],
  ['one recap', { page: 'recap', week: THIS_WEEK }, '/tab/recaps?project=project-northwind&week=2026-W47'],
  ['one’s own card', { page: 'mine' }, '/tab/my-card?project=project-northwind'],
  ['an issue', { page: 'record', id: 'I-7' }, '/tab/?project=project-northwind&issue=I-7'],
  ['an action item', { page: 'record', id: 'A-12' }, '/tab/items?project=project-northwind&item=A-12'],
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

describe('in Teams, into a tab that is pinned', () => {
  const tab = (entity: 'source' | 'issues') => ({ entity, id: `tab-${entity}`, at: NOW })
  const pinned = (...entities: ('source' | 'issues')[]): Pinned => ({
    app: 'app id',
    tabs: entities.map(tab),
    busySince: null,
  })
  const start = 1_000_000
  let now = start
  const linksTo = (record: Pinned | null, reads = { count: 0 }) =>
    pinnedLinks({
      publicUrl: 'https://plumbline.example',
      pins: {
        of: () => {
          reads.count += 1
          return Promise.resolve(record && { record, revision: 'L1' as never })
        },
      },
      channels: { place: () => Promise.resolve({ channel: '19:a@thread.tacv2' as ChannelId } as never) },
      now: () => now,
    })

  test.each<[TabPlace, string, string]>([
    [{ page: 'issues' }, '', 'Plumbline'],
    [{ page: 'record', id: 'I-7' }, 'I-7', 'I-7'],
    [{ page: 'recap', week: THIS_WEEK }, 'recap:2026-W47', 'Plumbline'],
    [{ page: 'mine' }, 'my-card', 'Plumbline'],
  ])('%j is opened in its place', async (place, subEntityId, label) => {
    const links = await linksTo(pinned('source', 'issues'))(PROJECT_ID)
    const url = new URL(links.tab(PROJECT_ID, place) ?? '')
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/app%20id/issues')
    expect(url.searchParams.get('webUrl')).toMatch(/^https:\/\/plumbline\.example\/tab\//)
    expect(url.searchParams.get('label')).toBe(label)
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({
      subEntityId,
      channelId: '19:a@thread.tacv2',
    })
  })

  test('there is none while no tab is known to stand, and the source’s where it is the only one', async () => {
    for (const none of [null, pinned()])
      expect((await linksTo(none)(PROJECT_ID)).tab(PROJECT_ID, { page: 'issues' })).toBeNull()
    const only = await linksTo(pinned('source'))(PROJECT_ID)
    expect(only.tab(PROJECT_ID, { page: 'issues' })).toContain('/source?')
  })

  test('where it stands is read once a minute for a project', async () => {
    const reads = { count: 0 }
    const linksOf = linksTo(pinned('issues'), reads)
    for (const second of [0, 30, 59]) {
      now = start + second * 1_000
      await linksOf(PROJECT_ID)
    }
    expect(reads.count).toBe(1)
    now = start + 60_001
    await linksOf(PROJECT_ID)
    expect(reads.count).toBe(2)
  })

  test('the two tabs open pages of the service, and lead to the one that says what stays', () => {
    expect(
      wantedTabs('https://plumbline.example', 'en').map(({ name, content, remove }) => [
        name,
        content,
        remove,
      ]),
    ).toEqual([
      [
        'Source of truth',
        'https://plumbline.example/tab/source?locale={locale}&theme={theme}',
        'https://plumbline.example/tab/remove',
      ],
      [
        'Issue log',
        'https://plumbline.example/tab/?locale={locale}&theme={theme}',
        'https://plumbline.example/tab/remove',
      ],
    ])
  })
})
