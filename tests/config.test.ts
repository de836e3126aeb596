import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ConfigError, readConfig, type Environment } from '../bot/config'
import { projectRoot } from '../bot/local/localStack'

const ID = '0f0f0f0f-1111-2222-3333-444444444444'
const OTHER_ID = '5e5e5e5e-1111-2222-3333-444444444444'
const AZURITE =
  'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;'

const QUEUES = AZURITE.replace('Table', 'Queue')

const LOCAL: Environment = { PLUMBLINE_MODE: 'local', TABLES_CONNECTION: AZURITE }
const PRODUCTION: Environment = {
  PLUMBLINE_MODE: 'production',
  BOT_ID: ID,
  BOT_TYPE: 'UserAssignedMsi',
  BOT_TENANT_ID: ID,
  ALLOWED_TENANTS: ID,
  TAB_APP_ID: ID,
  TEAMS_APP_ID: ID,
  PUBLIC_URL: 'https://plumbline.contoso.com',
  TABLES_URL: 'https://contoso.table.core.windows.net',
  QUEUES_URL: 'https://contoso.queue.core.windows.net',
}

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('a trial on one machine needs the mode and Azurite alone, and listens on loopback', () => {
  expect(readConfig(LOCAL)).toEqual({
    mode: 'local',
    port: 3978,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3978',
    logLevel: 'info',
    tables: { table: 'plumbline', at: { kind: 'connection', connection: AZURITE } },
    queues: null,
    playgroundUrl: null,
    seed: false,
  })
})

test('a trial may have queues beside its tables', () => {
  expect(readConfig({ ...LOCAL, QUEUES_CONNECTION: QUEUES }).queues).toEqual({
    kind: 'connection',
    connection: QUEUES,
  })
})

test('production reads all of its keys', () => {
  const env = {
    ...PRODUCTION,
    PORT: '8080',
    HOST: '10.0.0.4',
    LOG_LEVEL: 'warn',
    TABLE_NAME: 'records',
    ALLOWED_TENANTS: ` ${ID}, ${OTHER_ID.toUpperCase()},`,
    PUBLIC_URL: 'https://plumbline.contoso.com/',
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: 'pa=ss;word',
  }
  expect(readConfig(env)).toEqual({
    mode: 'production',
    port: 8080,
    host: '10.0.0.4',
    publicUrl: 'https://plumbline.contoso.com',
    logLevel: 'warn',
    tables: { table: 'records', at: { kind: 'account', url: 'https://contoso.table.core.windows.net' } },
    queues: { kind: 'account', url: 'https://contoso.queue.core.windows.net' },
    bot: { id: ID, tenant: ID, type: 'SingleTenant', password: 'pa=ss;word' },
    tenants: [ID, OTHER_ID],
    tabAppId: ID,
    teamsAppId: ID,
    graph: null,
    insights: null,
    keepDays: 30,
  })
})

test('the tab’s app signs in to Graph by an identity or a certificate, or not at all', () => {
  const graphIn = (env: Environment) => {
    const config = readConfig({ ...PRODUCTION, ...env })
    return config.mode === 'production' && config.graph
  }
  expect(graphIn({})).toBeNull()
  expect(graphIn({ GRAPH_SIGN_IN: 'none' })).toBeNull()
  expect(graphIn({ GRAPH_SIGN_IN: 'ManagedIdentity', GRAPH_IDENTITY_ID: ID })).toEqual({
    by: 'identity',
    identity: ID,
  })
  expect(graphIn({ GRAPH_SIGN_IN: 'Certificate', GRAPH_CERTIFICATE: '/run/tab.pem' })).toEqual({
    by: 'certificate',
    file: '/run/tab.pem',
  })
})

test('a managed identity has no password', () => {
  const config = readConfig(PRODUCTION)
  expect(config.mode === 'production' && config.bot).toEqual({ id: ID, tenant: ID, type: 'UserAssignedMsi' })
})

test('every missing key is named at once', () => {
  const problems = problemsOf({ PLUMBLINE_MODE: 'production' })
  const named = problems.map((problem) => problem.split(' ')[0]).sort()
  expect(named).toEqual(
    Object.keys(PRODUCTION)
      .filter((key) => key !== 'PLUMBLINE_MODE')
      .sort(),
  )
})

test('missing and bad keys are named together', () => {
  const problems = problemsOf({ ...PRODUCTION, PORT: 'x', BOT_ID: '', TABLES_URL: 'http://contoso' })
  expect(problems).toEqual([
    expect.stringMatching(/^PORT is not a port/),
    expect.stringMatching(/^TABLES_URL is not an https address/),
    expect.stringMatching(/^BOT_ID is missing/),
  ])
})

test('without a mode nothing starts: local is never a default', () => {
  expect(problemsOf({ ...LOCAL, PLUMBLINE_MODE: '' })).toEqual([
    expect.stringMatching(/^PLUMBLINE_MODE is missing/),
  ])
  expect(problemsOf({ ...LOCAL, PLUMBLINE_MODE: 'test' })).toEqual([
    expect.stringMatching(/^PLUMBLINE_MODE is not one of/),
  ])
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['LOG_LEVEL', 'loud'],
  ['TABLE_NAME', 'my-table'],
  ['TABLE_NAME', 'tables'],
  ['BOT_ID', 'my-bot'],
  ['BOT_TYPE', 'MultiTenant'],
  ['BOT_TENANT_ID', 'contoso.com'],
  ['ALLOWED_TENANTS', `${ID},contoso`],
  ['TAB_APP_ID', 'x'],
  ['TEAMS_APP_ID', 'x'],
  ['PUBLIC_URL', 'plumbline.contoso.com'],
  ['PUBLIC_URL', 'http://plumbline.contoso.com'],
  ['PUBLIC_URL', 'https://plumbline.contoso.com/tab'],
  ['TABLES_URL', 'https://contoso.table.core.windows.net/?sv=secret'],
  ['TABLES_CONNECTION', AZURITE],
  ['QUEUES_URL', 'http://contoso.queue.core.windows.net'],
  ['QUEUES_CONNECTION', QUEUES],
  ['BOT_PASSWORD', 'secret'],
  ['PLUMBLINE_SEED', 'demo'],
  ['GRAPH_SIGN_IN', 'Secret'],
  ['GRAPH_IDENTITY_ID', ID],
  ['GRAPH_CERTIFICATE', '/run/tab.pem'],
])('production refuses %s=%s, naming the key', (key, value) => {
  const problems = problemsOf({ ...PRODUCTION, [key]: value })
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${key} `))])
})

test.each([
  ['GRAPH_IDENTITY_ID', ''],
  ['GRAPH_IDENTITY_ID', 'my-identity'],
  ['GRAPH_CERTIFICATE', '/run/tab.pem'],
])('a sign-in to Graph by identity refuses %s=%s, naming the key', (key, value) => {
  const env = { ...PRODUCTION, GRAPH_SIGN_IN: 'ManagedIdentity', GRAPH_IDENTITY_ID: ID, [key]: value }
  expect(problemsOf(env)).toEqual([expect.stringMatching(new RegExp(`^${key} `))])
})

test.each([
  ['BOT_ID', ID],
  ['BOT_PASSWORD', 'secret'],
  ['GRAPH_SIGN_IN', 'ManagedIdentity'],
  ['TABLES_URL', 'https://contoso.table.core.windows.net'],
  ['PUBLIC_URL', 'https://plumbline.contoso.com'],
  ['QUEUES_URL', 'https://contoso.queue.core.windows.net'],
  ['QUEUES_CONNECTION', AZURITE],
  ['QUEUES_CONNECTION', QUEUES.replace('127.0.0.1', 'contoso.queue.core.windows.net')],
  ['HOST', '0.0.0.0'],
  ['HOST', '192.168.1.5'],
  ['PLUMBLINE_SEED', 'yes'],
  ['TABLES_CONNECTION', ''],
  ['TABLES_CONNECTION', 'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=c2VjcmV0'],
  ['TABLES_CONNECTION', AZURITE.replace('127.0.0.1', 'contoso.table.core.windows.net')],
  ['TABLES_CONNECTION', AZURITE.replace('127.0.0.1', '127.0.0.1.contoso.com')],
  ['TABLES_CONNECTION', AZURITE.replace('127.0.0.1', 'localhost@contoso.com')],
  ['TABLES_CONNECTION', `${AZURITE}TableEndpoint=https://contoso.table.core.windows.net`],
])('local mode refuses %s=%s, naming the key', (key, value) => {
  const problems = problemsOf({ ...LOCAL, [key]: value })
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${key} `))])
})

test.each([
  'UseDevelopmentStorage=true',
  AZURITE.replace('127.0.0.1', 'localhost'),
  AZURITE.replace('127.0.0.1', '[::1]'),
])('local mode takes %s', (connection) => {
  expect(problemsOf({ ...LOCAL, TABLES_CONNECTION: connection })).toEqual([])
})

test('a problem never shows a secret', () => {
  const env = {
    ...LOCAL,
    BOT_PASSWORD: 'hunter2',
    TABLES_CONNECTION: AZURITE.replace('127.0.0.1', 'contoso'),
  }
  expect(problemsOf(env).join()).not.toMatch(/hunter2|c2VjcmV0/)
})

test('the example file names every key, each with a comment, and is a configuration that starts', () => {
  const example = readFileSync(join(projectRoot(), '.env.example'), 'utf8')
  expect(problemsOf(parseEnv(example))).toEqual([])

  const source = readFileSync(join(projectRoot(), 'bot/config.ts'), 'utf8')
  const read = new Set([...source.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, key]) => key))
  expect(Object.keys(parseEnv(example)).sort()).toEqual([...read].sort())
  for (const paragraph of example.split('\n\n')) {
    if (paragraph.includes('=')) expect(paragraph).toMatch(/^# .+\n(#.*\n)*[A-Z_]+=[^\n]*\n?$/)
  }
})

test('measurements go where the connection string says; local mode refuses one', () => {
  const connection = 'InstrumentationKey=00000000-0000-0000-0000-000000000000'
  const given = { APPLICATIONINSIGHTS_CONNECTION_STRING: connection }
  expect(readConfig({ ...PRODUCTION, ...given })).toMatchObject({ insights: connection })
  expect(problemsOf({ ...LOCAL, ...given }).join()).toContain('APPLICATIONINSIGHTS_CONNECTION_STRING')
})
