import type { ProjectId, TenantId } from '../../bot/domain/ids'
import { entraTokens } from '../../bot/api/tokens'
import { fromEpochMs } from '../../bot/domain/time'
import { tablesConnection } from '../support/azurite'
import { BOT_APP_ID } from '../support/standIns'
import { ALEX, aPerson, MEGAN } from '../support/builders'
import type { StandingMessage } from '../support/connector'
import { ENTRA_TENANT, startEntra, TAB_APP_ID, type Entra } from '../support/entra'
import { askWith, serveTab, type ServedTab } from '../support/servedTab'
import {
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  STRANGER,
  type Activity,
  type TeamsTrial,
} from '../support/teamsTrial'
import { SETUP, setUp } from './projects'

/*
 * Forged, broken and overreaching requests at both doors, one a row. None is accepted, none is answered with a 5xx,
 * nothing of it is written, and the log stays short however often they come.
 */

const { alex, megan, adele } = PEOPLE
let trial: TeamsTrial
let entra: Entra
let tab: ServedTab
/** Megan's item A-1, her card of the week, and the lead's draft. */
let item: StandingMessage
let weekly: StandingMessage
let draft: StandingMessage

beforeAll(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  item = (await trial.say(alex, 'general', 'action send the price file @Megan Bowen by 4 Dec', megan))[0]!
  await trial.say(alex, 'general', 'ask now')
  await trial.say(alex, 'general', 'recap')
  await trial.settle()
  weekly = trial.connector.messagesIn(trial.connector.chatWith(megan)).at(-1)!
  draft = trial.connector.messagesIn(trial.connector.chatWith(alex)).at(-1)!
  // Known to the door before they try anything: being seen is noted, whoever it is.
  for (const person of [megan, adele, STRANGER]) await trial.say(person, 'general', 'help')
  await trial.say(adele, 'chat', 'help')
  await trial.say(STRANGER, 'chat', 'help')
  await trial.settle()

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
  await trial.close()
  await tab.close()
  await entra.close()
})

const good = () => trial.messageBy(megan, 'general', 'action x @Megan Bowen', megan)
const seconds = (fromNow: number) => Math.floor(Date.parse(trial.clock.now()) / 1000) + fromNow * 60
const bearer = async (claims: Record<string, unknown>) => `Bearer ${await trial.botFramework.token(claims)}`
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
/** A token that nobody signed, with a header of one's own. */
const raw = (header: object) =>
  `Bearer ${encoded({ alg: 'RS256', kid: 'teams', ...header })}.${encoded({ iss: trial.botFramework.issuer, aud: BOT_APP_ID })}.c2ln`

type Sign = () => Promise<string | null> | string | null
const TOKENS: [string, Sign][] = [
  ['no token', () => null],
  ['an empty one', () => 'Bearer '],
  ['garbage', () => 'Bearer garbage'],
  ['three parts of garbage', () => 'Bearer aaa.bbb.ccc'],
  ['another scheme', async () => `Basic ${await trial.botFramework.token()}`],
  ['two tokens', async () => `${await bearer({})} ${await bearer({})}`],
  ['a token of 12,000 characters', () => `Bearer ${'a'.repeat(12_000)}`],
  ['a token for another bot', () => bearer({ aud: 'another-bot' })],
  ['a token for nobody', () => bearer({ aud: undefined })],
  ['a token of another issuer', () => bearer({ iss: 'https://sts.windows.net/elsewhere/' })],
  ['a token of no issuer', () => bearer({ iss: undefined })],
  [
    "a token of the emulator's issuer for this bot",
    () =>
      bearer({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: BOT_APP_ID,
      }),
  ],
  ['an expired token', () => bearer({ exp: seconds(-6) })],
  ['a token that is not valid yet', () => bearer({ nbf: seconds(6) })],
  ['a token that never expires', () => bearer({ exp: undefined })],
  ['a token that expires in words', () => bearer({ exp: 'never' })],
  ["a signature that is not the key's", async () => `Bearer ${await trial.botFramework.forged()}`],
  ['a key that was never published', async () => `Bearer ${await trial.botFramework.unpublished()}`],
  ['no key named', () => raw({ kid: undefined })],
  ['a prototype for a key', () => raw({ kid: '__proto__' })],
  ['an extension that nobody knows', () => raw({ crit: ['x'], x: 1 })],
  ['no signature (alg: none)', () => `Bearer ${trial.botFramework.unsigned()}`],
  ['HMAC with the public key', async () => `Bearer ${await trial.botFramework.confused()}`],
  ['a key that does not endorse Teams', async () => `Bearer ${await trial.botFramework.unendorsed()}`],
  [
    'a token made for another serviceUrl',
    () => bearer({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
  ],
  ['a token made for no serviceUrl', () => bearer({ serviceurl: undefined })],
]

const data = (activity: Activity) => activity['channelData'] as object
const at = (serviceUrl: unknown) => (activity: Activity) => ({ ...activity, serviceUrl })
const port = () => new URL(trial.connector.serviceUrl).port
const BODIES: [string, (good: Activity) => unknown][] = [
  ['a foreign tenant', (one) => ({ ...one, channelData: { ...data(one), tenant: { id: 'another' } } })],
  [
    'a tenant that only the conversation disowns',
    (one) => ({ ...one, conversation: { ...one.conversation, tenantId: 'another' } }),
  ],
  [
    'no tenant at all',
    (one) => ({
      ...one,
      channelData: {},
      conversation: { id: one.conversation.id, conversationType: 'channel' },
    }),
  ],
  ['a tenant that is a list', (one) => ({ ...one, channelData: { ...data(one), tenant: ['another'] } })],
  ['another channel than Teams', (one) => ({ ...one, channelId: 'webchat' })],
  ['the emulator', (one) => ({ ...one, channelId: 'emulator' })],
  ['Teams in capitals', (one) => ({ ...one, channelId: 'MSTEAMS' })],
  ['a channel that is a number', (one) => ({ ...one, channelId: 7 })],
  ['no serviceUrl', at(undefined)],
  ['an empty serviceUrl', at('')],
  ['a serviceUrl that is an object', at({ href: 'http://127.0.0.1' })],
  ["a serviceUrl that is somebody's own", at('https://evil.example/')],
  ['a look-alike host', at('http://127.0.0.1.evil.example:80/')],
  ['a host behind a user name', at('http://127.0.0.1:80@evil.example/')],
  ['a user name before the host', (one) => at(`http://x:y@127.0.0.1:${port()}/teams/`)(one)],
  ['a query behind the address', (one) => at(`http://127.0.0.1:${port()}/teams/?x=`)(one)],
  ['another port', at('http://127.0.0.1:1/')],
  ['an address inside a network', at('http://10.0.0.1:80/')],
  ['a serviceUrl of a file', at('file:///etc/passwd')],
  ['nothing', () => ({})],
  ['a list', () => [1, 2, 3]],
  ['null', () => 'null'],
  ['no JSON', () => '{"type":'],
  ['600,000 characters', (one) => ({ ...one, text: 'x'.repeat(600_000) })],
  ['lists in lists, 50,000 deep', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['all of it in a prototype', (one) => `{"__proto__":${JSON.stringify(one)}}`],
  ['no type', (one) => ({ ...one, type: undefined })],
]

/** Everything that the project keeps. */
async function kept() {
  const { records } = trial
  const project = trial.project('general')
  return {
    changes: await records.changesBetween(project, fromEpochMs(0), fromEpochMs(4e12)),
    project: await records.project(project),
    asks: await records.asks(project, '2026-W47'),
    answers: await records.answers(project, '2026-W47'),
    draft: await records.draft(project, '2026-W47'),
    recap: await records.recap(project, '2026-W47'),
    place: await trial.storage.channels.place(project),
  }
}

describe("at the bot's door", () => {
  let before: Awaited<ReturnType<typeof kept>>
  let sent = 0
  beforeAll(async () => {
    before = await kept()
    sent = trial.connector.ledger.length
  })
  const printed = (['log', 'warn', 'error'] as const).map((name) => ({ name, calls: [] as unknown[] }))
  beforeEach(() => {
    for (const { name, calls } of printed) {
      jest.spyOn(console, name).mockImplementation((...said: unknown[]) => void calls.push(said))
    }
  })
  afterEach(() => jest.restoreAllMocks())

  test.each(TOKENS)('%s', async (_what, sign) => {
    expect((await trial.post(good(), await sign())).status).toBe(401)
  })
  test.each(BODIES)('%s, under a good token', async (_what, change) => {
    expect([400, 401, 413]).toContain((await trial.post(change(good()))).status)
  })
  test('nothing came of any of it, and nothing was printed', async () => {
    expect(await kept()).toEqual(before)
    expect(trial.connector.ledger).toHaveLength(sent)
    expect(printed.flatMap(({ calls }) => calls)).toEqual([])
  })

  test('all of it twenty times over is a few lines of log, whatever words it brings', async () => {
    trial.logged.length = 0
    for (let time = 0; time < 20; time++) {
      await trial.post(good(), raw({ crit: [`flood-${time}`], [`flood-${time}`]: 1 }))
      await trial.post(good(), `Bearer flood-${time}`)
      await trial.post({ ...good(), channelId: `flood-${time}` })
    }
    expect(trial.logged.length).toBeLessThanOrEqual(3)
    expect(JSON.stringify(trial.logged)).not.toContain('flood')
  })
})

const inProject = (more: object = {}) => ({ project: trial.project('general'), ...more })
const tap =
  (who: typeof alex, where: 'general' | 'announcements' | 'chat', card: StandingMessage) =>
  (verb: string, more: object, inputs = {}) =>
    trial.tapOf(who, where, card, { verb, data: inProject(more) }, inputs)
const ofOthers = (tenant: string) => ({ project: trial.records.idOf(tenant as TenantId, GENERAL) })
const week = { week: '2026-W47' }

/** A good token of Teams, by a person who may not do this. */
const OVERREACHING: [string, () => Activity][] = [
  [
    'a card of this project, tapped in another channel',
    () => tap(megan, 'announcements', item)('item.done', { id: 'A-1', seen: 1 }),
  ],
  [
    'a card of a project of another tenant',
    () => tap(megan, 'general', item)('item.done', { ...ofOthers('another'), id: 'A-1', seen: 1 }),
  ],
  [
    'a card of a project that is not there',
    () => tap(megan, 'general', item)('item.done', { project: 'nothing' as ProjectId, id: 'A-1', seen: 1 }),
  ],
  [
    'a project that is an object',
    () => tap(megan, 'general', item)('item.done', { project: { a: 1 }, id: 'A-1' }),
  ],
  [
    'a number out of all range',
    () => tap(megan, 'general', item)('item.done', { id: 'A-99999999999', seen: 1 }),
  ],
  ['a prototype for a verb', () => tap(megan, 'general', item)('__proto__', { id: 'A-1' })],
  [
    "another person's weekly card",
    () => tap(adele, 'chat', weekly)('week.answer', { ...week, item: 'A-1', says: 'done' }),
  ],
  ["another person's weekly card, all of it", () => tap(adele, 'chat', weekly)('week.noChange', week)],
  ["somebody else's item as done", () => tap(adele, 'general', item)('item.done', { id: 'A-1', seen: 1 })],
  [
    "the undo of somebody else's change",
    () => tap(megan, 'general', item)('undo', { id: 'A-1', version: 1 }),
  ],
  [
    'a draft by who does not lead',
    () => tap(megan, 'chat', draft)('draft.save', week, { headline: 'All green', note: '' }),
  ],
  [
    'a recap posted by who does not lead',
    () => tap(megan, 'chat', draft)('recap.post', week, { headline: 'All green', note: '' }),
  ],
  [
    'a setup by who does not lead',
    () => tap(megan, 'general', item)('setup.save', { version: 1 }, { ...SETUP, lead: megan.aadObjectId }),
  ],
  ['an ask by who does not lead', () => tap(megan, 'general', item)('ask.now', {})],
  ['a pause by who does not lead', () => trial.messageBy(megan, 'general', 'pause')],
  ['a stranger who writes', () => trial.messageBy(STRANGER, 'general', 'issue Totals are wrong')],
  ['a stranger who taps', () => tap(STRANGER, 'general', item)('item.done', { id: 'A-1', seen: 1 })],
  [
    'a stranger in a chat, naming the project',
    () => tap(STRANGER, 'chat', item)('item.done', { id: 'A-1', seen: 1 }),
  ],
  ['somebody without an Entra id', () => ({ ...good(), from: { id: megan.id, name: megan.name } })],
  [
    "somebody who writes another's name over theirs",
    () => ({
      ...trial.messageBy(STRANGER, 'general', 'done A-1'),
      from: { id: megan.id, name: megan.name, aadObjectId: STRANGER.aadObjectId },
    }),
  ],
]

describe('let in by Teams, and without the right', () => {
  test.each(OVERREACHING)('%s', async (_what, activity) => {
    trial.logged.length = 0
    const before = await kept()
    const { status } = await trial.post(activity())
    await trial.settle()
    expect(status).toBe(200)
    expect(await kept()).toEqual(before)
    expect(trial.logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

const longAgo = Math.floor(Date.now() / 1000) - 600
const TAB_TOKENS: [string, () => Promise<string> | string | null][] = [
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
  ['a person that is a list', () => entra.token({ oid: [ALEX.id] })],
  [
    'a foreign tenant, signed as it should be',
    () => entra.token({ tid: 'foreign', iss: 'https://login.microsoftonline.com/foreign/v2.0' }),
  ],
]

const path = (rest: string, project: string = tab.project) =>
  `/api/projects/${encodeURIComponent(project)}/${rest}`
const issue = {
  title: 'x',
  details: '',
  where: '',
  steps: '',
  happened: '',
  severity: null,
  workaround: '',
  owner: null,
}
type Asked = [what: string, path: () => string, body?: unknown, who?: string]
const TAB_REQUESTS: Asked[] = [
  [
    'another tenant’s project',
    () => path('issues', tab.records.idOf('another' as TenantId, tab.channel)),
    issue,
  ],
  ['a project that is not there', () => path('issues', 'nothing'), issue],
  ['a project out of the tree', () => path('issues', '../..'), issue],
  ['a project of 2,000 characters', () => path('issues', 'p'.repeat(2_000)), issue],
  ['a project with the characters of a filter', () => path('issues', "' or PartitionKey ne '"), issue],
  ['a stranger who logs', () => path('issues'), issue, aPerson('A Stranger').id],
  ['a stranger who reads', () => path('items'), undefined, aPerson('A Stranger').id],
  ['no JSON', () => path('issues'), '{"title":'],
  ['a list', () => path('issues'), [issue]],
  ['600,000 characters', () => path('issues'), { ...issue, details: 'x'.repeat(600_000) }],
  ['a title that is a number', () => path('issues'), { ...issue, title: 7 }],
  ['all of it in a prototype', () => path('issues'), `{"__proto__":${JSON.stringify(issue)}}`],
  ['an issue that is not there', () => path('issues/I-99'), { change: { kind: 'fix' }, seen: null }],
  ['an issue of no number', () => path('issues/__proto__/undo'), { version: 1 }],
  [
    'a card of another project',
    () => path('my-card'),
    { verb: 'week.noChange', data: { project: 'another', week: '2026-W47' } },
  ],
  ['a verb of no card', () => path('my-card'), { verb: '__proto__', data: {} }],
  ['local mode’s sign-in', () => '/api/local/sign-in', { person: ALEX.id }],
]

describe("at the tab's door", () => {
  const issues = async () => (await tab.records.issues(tab.project, { before: null, limit: 9 })).length
  const refused = async (token: string | null, where: string, body?: unknown) => {
    const before = await issues()
    const answer = await askWith(tab.origin, token, where, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toMatch(/Northwind|at .*\.ts|Error/)
    expect(await issues()).toBe(before)
    return answer
  }

  test.each(TAB_TOKENS)('%s', async (_what, make) => {
    const answer = await refused(await make(), path('issues'), issue)
    expect(answer.status).toBe(401)
    const reference = expect.stringMatching(/^R-\d+$/) as string
    expect(answer.body).toEqual({ text: 'Your sign-in has ended. Reload the page.', reference })
  })
  test.each(TAB_REQUESTS.map(([what, ...asked]) => [what, asked] as const))('%s', async (_what, asked) => {
    const [where, body, who] = asked
    await refused(await entra.token(who === undefined ? {} : { oid: who }), where(), body)
  })
})
