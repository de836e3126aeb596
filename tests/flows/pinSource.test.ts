import type { GroupId } from '../../bot/domain/ids'
import { openTeamAccess } from '../../bot/graph/teamAccess'
import { carryOut } from '../../bot/flows/carryOut'
import type { Command } from '../../bot/flows/command'
import type { FlowDeps } from '../../bot/flows/deps'
import type { Outcome } from '../../bot/flows/outcome'
import { wantedTabs } from '../../bot/links'
import { openTestStorage } from '../support/azurite'
import { ALEX, MEGAN, TENANT } from '../support/builders'
import { CATALOG_ID, startGraph, type GraphStandIn } from '../support/graph'
import { aChannel, expectKind, northwind } from './northwind'

const GROUP = '0c0c0c0c-0000-4000-8000-000000000001' as GroupId
const PIN: Command = { do: 'pin' }
const UNPIN: Command = { do: 'unpin' }

let graph: GraphStandIn
beforeEach(async () => void (graph = await startGraph()))
afterEach(() => graph.close())

/** The ERP roll-out in a team that agreed to everything, and two processes of the service that know Graph. */
async function pinnable(make = northwind) {
  const world = await make()
  const { channel } = world.place
  const team = graph.team(GROUP, { channels: new Set([channel]) })
  const logged: object[] = []
  const note = (fields: object) => void logged.push(fields)
  const aProcess = async (): Promise<FlowDeps> => {
    const storage = await openTestStorage(world.clock)
    return {
      ...world.deps,
      ...storage,
      teamAccess: openTeamAccess({
        door: graph.door(),
        find: () => Promise.resolve({ tenant: TENANT, group: GROUP, channel }),
        teamsApp: '22222222-3333-4444-5555-666666666666',
        pins: storage.pins,
        wanted: (language) => wantedTabs('https://plumbline.example', language),
        clock: world.clock,
        log: { info: note, warn: note, error: note },
      }),
    }
  }
  const [one, two] = [await aProcess(), await aProcess()]
  const does = (deps: FlowDeps, command: Command, person = ALEX): Promise<Outcome> =>
    carryOut(deps, {
      project: world.project,
      actor: { tenant: TENANT, person, locale: 'en-GB', zone: null, ownsTeam: false },
      door: 'chat',
      command,
    })
  return {
    ...world,
    team,
    channel,
    logged,
    pin: (person = ALEX) => does(one, PIN, person),
    unpin: () => does(one, UNPIN),
    pinElsewhere: () => does(two, PIN),
    unpinElsewhere: () => does(two, UNPIN),
    does: (command: Command, person = ALEX) => does(one, command, person),
    tabs: () => graph.tabsIn(GROUP, channel),
    names: () => graph.tabsIn(GROUP, channel).map(({ displayName }) => displayName),
    byHand: (tab: Parameters<GraphStandIn['addByHand']>[2]) => graph.addByHand(GROUP, channel, tab),
    pins: async () => (await (await openTestStorage(world.clock)).pins.of(world.project))?.record,
  }
}

const BOTH = ['Source of truth', 'Issue log']
const words = (outcome: Outcome) => expectKind(outcome, 'pinned').did.map(({ what }) => what)

describe('pinning', () => {
  test('puts two tabs up, as Graph documents them', async () => {
    const { pin, tabs, pins } = await pinnable()
    expect(expectKind(await pin(), 'pinned')).toMatchObject({
      did: [
        { name: 'Source of truth', what: 'created' },
        { name: 'Issue log', what: 'created' },
      ],
      doubles: 0,
    })
    expect(graph.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      displayName: 'Source of truth',
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${CATALOG_ID}`,
      configuration: {
        entityId: 'source',
        contentUrl: 'https://plumbline.example/tab/source?locale={locale}&theme={theme}',
        websiteUrl: 'https://plumbline.example/tab/source',
        removeUrl: 'https://plumbline.example/tab/remove',
      },
    })
    expect(tabs().map(({ displayName, configuration }) => [displayName, configuration?.contentUrl])).toEqual([
      ['Source of truth', 'https://plumbline.example/tab/source?locale={locale}&theme={theme}'],
      ['Issue log', 'https://plumbline.example/tab/?locale={locale}&theme={theme}'],
    ])
    expect(await pins()).toMatchObject({ app: CATALOG_ID, busySince: null, tabs: [{}, {}] })
  })

  test('done again changes nothing, by whichever process', async () => {
    const { pin, pinElsewhere, names } = await pinnable()
    await pin()
    const writes = () => graph.requests.filter(({ method }) => method !== 'GET').length
    const before = writes()
    expect(words(await pinElsewhere())).toEqual(['stood', 'stood'])
    expect(words(await pin())).toEqual(['stood', 'stood'])
    expect(writes()).toBe(before)
    expect(names()).toEqual(BOTH)
  })

  test.each([0, 1, 5, 1_000])(
    'by two processes at once ends with one of each, %i lists late',
    async (lag) => {
      const { pin, pinElsewhere, names } = await pinnable()
      graph.lagBy(lag)
      const kinds = (await Promise.all([pin(), pinElsewhere(), pin(), pinElsewhere()])).map(
        ({ kind }) => kind,
      )
      expect(kinds).toContain('pinned')
      expect(names()).toEqual(BOTH)
      expect(words(await pinElsewhere())).toEqual(['stood', 'stood'])
      expect(names()).toEqual(BOTH)
    },
  )

  test.each([0, 1, 3, 1_000])('again and again while the list lags by %i makes no double', async (lag) => {
    const { pin, clock, names } = await pinnable()
    graph.lagBy(lag)
    for (let minute = 0; minute < 5; minute++) {
      await pin()
      clock.advance(45_000)
    }
    expect(names()).toEqual(BOTH)
  })

  test.each([0, 3])('after a tab was taken off by hand puts it up again, %i lists late', async (lag) => {
    const { pin, tabs, names, clock } = await pinnable()
    await pin()
    clock.advance(3_600_000)
    await pin()
    graph.lagBy(lag)
    const gone = tabs().find(({ displayName }) => displayName === 'Issue log')!
    gone.deleted = true
    gone.lists = 0
    expect(words(await pin())).toEqual(['stood', 'created'])
    expect(names()).toEqual(BOTH)
  })

  test('after a tab was renamed, or led elsewhere, puts it right in place', async () => {
    const { pin, tabs } = await pinnable()
    await pin()
    const [source, issues] = tabs()
    const ids = tabs().map(({ id }) => id)
    source!.displayName = 'Stuff'
    issues!.configuration = { ...issues!.configuration!, contentUrl: 'https://old.example/tab/' }
    expect(words(await pin())).toEqual(['repaired', 'repaired'])
    expect(tabs().map(({ id }) => id)).toEqual(ids)
    expect(tabs()[0]!.displayName).toBe('Source of truth')
    expect(tabs()[1]!.configuration?.contentUrl).toBe(
      'https://plumbline.example/tab/?locale={locale}&theme={theme}',
    )
  })

  test('takes doubles of ours away and lets everybody else’s tabs be', async () => {
    const { pin, byHand, names, tabs } = await pinnable()
    const configuration = { entityId: 'issues', contentUrl: 'https://plumbline.example/tab/' }
    byHand({ displayName: 'Issue log', configuration })
    byHand({ displayName: 'Issues!', configuration })
    const others = [
      byHand({ displayName: 'Plan', app: 'com.microsoft.teamspace.tab.planner', configuration: null }),
      byHand({ displayName: 'Issue log', app: 'another-app', configuration }),
      byHand({ displayName: 'Mine', configuration: { ...configuration, entityId: 'plumbline' } }),
    ].map(({ id }) => id)
    expect(expectKind(await pin(), 'pinned')).toMatchObject({
      did: [{ what: 'created' }, { what: 'repaired' }],
      doubles: 1,
    })
    expect(names()).toEqual(['Issue log', 'Plan', 'Issue log', 'Mine', 'Source of truth'])
    expect(tabs().map(({ id }) => id)).toEqual(expect.arrayContaining(others))
  })

  test('adopts what a process created that died before it noted it', async () => {
    const { pin, names, pins, clock, project } = await pinnable()
    await pin()
    const storage = await openTestStorage(clock)
    const known = (await storage.pins.of(project))!
    await storage.pins.keep(project, {
      record: { app: '', tabs: [], busySince: clock.now() },
      over: known.revision,
    })
    expect(expectKind(await pin(), 'notPinned').because).toBe('underWay')
    clock.advance(121_000)
    expect(words(await pin())).toEqual(['stood', 'stood'])
    expect(names()).toEqual(BOTH)
    expect((await pins())?.tabs).toHaveLength(2)
  })

  test('finds the tabs on the last of several pages', async () => {
    const { pin, byHand, names } = await pinnable()
    for (let at = 0; at < 5; at++) byHand({ displayName: `Plan ${at}`, app: 'planner' })
    graph.pageSize(2)
    await pin()
    expect(words(await pin())).toEqual(['stood', 'stood'])
    expect(names().filter((name) => BOTH.includes(name))).toEqual(BOTH)
  })

  test('of an app from the store uses the manifest’s own id', async () => {
    const { pin, team, pins } = await pinnable()
    team.apps.splice(0, 2, { id: '22222222-3333-4444-5555-666666666666', externalId: null })
    expectKind(await pin(), 'pinned')
    expect((await pins())?.app).toBe('22222222-3333-4444-5555-666666666666')
  })

  test('is the lead’s to do, and wants a project', async () => {
    const { pin } = await pinnable()
    expect(expectKind(await pin(MEGAN), 'notAllowed').who).toBe('lead')
    expect(graph.requests.filter(({ path }) => path.includes('/tabs'))).toEqual([])
    const { pin: pinNowhere } = await pinnable(aChannel as typeof northwind)
    expectKind(await pinNowhere(), 'notSetUp')
  })
})

describe('unpinning', () => {
  test('takes both off, and pinning puts them up again, however late the list is', async () => {
    const { pin, unpin, names, pins } = await pinnable()
    await pin()
    graph.lagBy(2)
    expect(expectKind(await unpin(), 'unpinned').removed).toBe(2)
    expect(names()).toEqual([])
    expect((await pins())?.tabs).toEqual([])
    expect(expectKind(await unpin(), 'unpinned').removed).toBe(0)
    expect(words(await pin())).toEqual(['created', 'created'])
    expect(names()).toEqual(BOTH)
  })

  test('takes off what the list does not show yet, and nobody else’s tabs', async () => {
    const { pin, unpinElsewhere, names, byHand } = await pinnable()
    graph.lagBy(1_000)
    await pin()
    byHand({ displayName: 'Plan', app: 'planner' })
    byHand({ displayName: 'Mine', configuration: { entityId: 'plumbline', contentUrl: 'https://x.example' } })
    expect(expectKind(await unpinElsewhere(), 'unpinned').removed).toBe(2)
    expect(names()).toEqual(['Plan', 'Mine'])
  })
})

type World = Awaited<ReturnType<typeof pinnable>>
const onPost = ({ method }: { method: string }) => method === 'POST'

describe('what stands in the way', () => {
  test.each<[string, string, (world: World) => void]>([
    ['the app was updated after it was added', 'notConsented', ({ team }) => team.grants.clear()],
    ['the team takes no new tabs', 'notConsented', ({ team }) => team.grants.delete('TeamsTab.Create.Group')],
    ['the app is not there', 'notInstalled', ({ team }) => team.apps.splice(0)],
    ['the channel is gone', 'noChannel', ({ team }) => team.channels.clear()],
    ['Graph asks for a minute', 'throttled', () => graph.failNext({ status: 429, retryAfter: '60' })],
    ['Graph is down', 'failed', () => [1, 2, 3].forEach(() => graph.failNext({ status: 503 }))],
    ['a tab of a static kind is refused', 'failed', ({ team }) => staticOnly(team)],
    ['the token is for somebody else', 'failed', () => graph.claims({ appid: 'another' })],
    ['the answer gets lost', 'failed', () => graph.failNext('reset', onPost)],
  ])('%s: %s', async (_what, because, given) => {
    const world = await pinnable()
    given(world)
    expect(expectKind(await world.pin(), 'notPinned')).toMatchObject({ because, wanted: 'pin' })
    expect((await world.pins())?.busySince).toBeNull()
    expect(JSON.stringify(world.logged)).not.toContain('Bearer')
  })

  test.each([
    'TeamsTab.Create.Group',
    'TeamsTab.ReadWrite.Group',
    'TeamsTab.Delete.Group',
    'TeamsAppInstallation.Read.Group',
  ])('%s is asked of a team because without it something is refused', async (permission) => {
    const { pin, unpin, tabs, team, clock } = await pinnable()
    await pin()
    clock.advance(120_000)
    tabs()[0]!.displayName = 'Stuff'
    tabs()[1]!.deleted = true
    team.grants.delete(permission)
    expect([(await pin()).kind, (await unpin()).kind]).toContain('notPinned')
  })

  test('a tab whose answer got lost is found and makes no double', async () => {
    const { pin, names } = await pinnable()
    graph.failNext('reset', onPost)
    expectKind(await pin(), 'notPinned')
    expect(names()).toEqual(['Source of truth'])
    expect(words(await pin())).toEqual(['stood', 'created'])
    expect(names()).toEqual(BOTH)
  })

  test('a short wait that Graph asks for is waited, a long one and many are not', async () => {
    const { pin } = await pinnable()
    graph.failNext({ status: 429, retryAfter: '2' })
    graph.failNext({ status: 429 })
    expectKind(await pin(), 'pinned')
    expect(graph.waited).toEqual([2_000, 1_000])
    graph.failNext({ status: 429, retryAfter: '600' })
    expect(expectKind(await pin(), 'notPinned').because).toBe('throttled')
    for (let times = 0; times < 3; times++) graph.failNext({ status: 429, retryAfter: '1' })
    expect(expectKind(await pin(), 'notPinned').because).toBe('throttled')
  })

  test('half of it done is gone on with from there', async () => {
    const { pin, names, pins } = await pinnable()
    let posts = 0
    graph.failNext({ status: 429, retryAfter: '600' }, ({ method }) => method === 'POST' && ++posts === 2)
    expect(expectKind(await pin(), 'notPinned').because).toBe('throttled')
    expect((await pins())?.tabs.map(({ entity }) => entity)).toEqual(['source'])
    expect(words(await pin())).toEqual(['stood', 'created'])
    expect(names()).toEqual(BOTH)
  })

  test('nobody connected the service to Graph', async () => {
    const { when } = await northwind()
    expect(await when(ALEX, PIN)).toMatchObject({ kind: 'notPinned', because: 'notConnected' })
    expect(await when(MEGAN, PIN)).toMatchObject({ kind: 'notAllowed' })
  })
})

describe('an owner of the team', () => {
  test('may do what is the lead’s to do, and is asked for only when it matters', async () => {
    const { does, team } = await pinnable()
    team.members = [{ userId: MEGAN.id, owner: true }]
    expectKind(await does({ do: 'source' }, MEGAN), 'source')
    expectKind(await does({ do: 'pause' }, ALEX), 'paused')
    expect(graph.requests).toEqual([])
    expectKind(await does({ do: 'resume' }, MEGAN), 'resumed')
    expectKind(await does({ do: 'pin' }, MEGAN), 'pinned')
    expect(graph.requests.filter(({ path }) => path.endsWith('/members'))).toHaveLength(1)
  })

  test('is no owner five minutes after it was taken from them', async () => {
    const { does, team, clock } = await pinnable()
    team.members = [{ userId: MEGAN.id, owner: true }]
    expectKind(await does({ do: 'pause' }, MEGAN), 'paused')
    team.members = [{ userId: MEGAN.id, owner: false }]
    expectKind(await does({ do: 'resume' }, MEGAN), 'resumed')
    clock.advance(5 * 60_000 + 1)
    expectKind(await does({ do: 'pause' }, MEGAN), 'notAllowed')
  })

  test('of another tenant under the same id owns nothing here', async () => {
    const { does, team } = await pinnable()
    team.members = [{ userId: MEGAN.id, owner: true, tenantId: 'elsewhere' }]
    expectKind(await does({ do: 'pause' }, MEGAN), 'notAllowed')
  })

  test('is nobody while Graph does not tell, which is logged once a minute and asked no more often', async () => {
    const { does, team, clock, logged } = await pinnable()
    team.members = [{ userId: MEGAN.id, owner: true }]
    graph.failNext({ status: 503 })
    for (let times = 0; times < 3; times++) expectKind(await does({ do: 'pause' }, MEGAN), 'notAllowed')
    expect(graph.requests).toHaveLength(1)
    expect(logged).toHaveLength(1)
    clock.advance(60_001)
    expectKind(await does({ do: 'pause' }, MEGAN), 'paused')
  })

  test('of a team that has not agreed to tell its members is nobody', async () => {
    const { does, team } = await pinnable()
    team.grants.delete('TeamMember.Read.Group')
    team.members = [{ userId: MEGAN.id, owner: true }]
    expectKind(await does({ do: 'pause' }, MEGAN), 'notAllowed')
  })
})

function staticOnly({ apps }: World['team']): void {
  apps.splice(0, apps.length, {
    id: CATALOG_ID,
    externalId: '22222222-3333-4444-5555-666666666666',
    staticOnly: true,
  })
}
