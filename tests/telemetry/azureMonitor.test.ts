import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { causeNow } from '../../bot/cause'
import { createLog } from '../../bot/log'
import { projectRoot } from '../../bot/local/localStack'
import { connectTables } from '../../bot/storage/connectTables'
import { startAzureMonitor, type Monitor } from '../../bot/telemetry/azureMonitor'
import { freshTableName, tablesConnection } from '../support/azurite'
import { startIngestion } from '../support/ingestion'
import { PEOPLE, startTeamsTrial, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* The service measured by OpenTelemetry and Azure's exporter, whose endpoint is a stand-in. */

const { alex, megan } = PEOPLE
/** Azure's libraries write warnings to the console otherwise. */
process.env['APPLICATIONINSIGHTS_INSTRUMENTATION_LOGGING_LEVEL'] = 'ERROR'
let ingestion: Awaited<ReturnType<typeof startIngestion>>
let monitor: Monitor
let trial: TeamsTrial
const lines: string[] = []

beforeAll(async () => {
  ingestion = await startIngestion()
  monitor = startAzureMonitor({
    connection: ingestion.connection,
    causeNow,
    now: Date.now,
    newSpanId: () => '0123456789abcdef',
    policies: [ingestion.onThisMachine],
  })
  trial = await startTeamsTrial(tablesConnection(), {
    log: createLog('info', { write: (line) => void lines.push(line) }),
    observe: monitor.observe,
  })
  await setUp(trial)
  await trial.say(megan, 'chat', 'hi')
  await trial.say(alex, 'general', 'action price file @Megan Bowen by Friday', megan)
  trial.connector.failNext(
    { kind: 'status', status: 503 },
    ({ method, path }) =>
      method === 'POST' && path.includes(`/${trial.connector.chatWith(megan)}/activities`),
  )
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  await trial.sender.sweep()
  await trial.ticker.tick()
  await trial.post('{}', 'Bearer forged')
  jest.spyOn(trial.storage.channels, 'place').mockRejectedValueOnce(new Error('away'))
  await trial.say(alex, 'general', 'status')
  await monitor.close()
})
afterAll(async () => {
  await trial.close()
  await ingestion.close()
})

test.each([
  ['plumbline.turns', { kind: 'message', outcome: 'answered' }, 4],
  ['plumbline.turns', { kind: 'message', outcome: 'failed' }, 1],
  ['plumbline.turns', { outcome: 'refused' }, 1],
  ['plumbline.requests', { route: 'POST /api/messages', status: '401' }, 1],
  ['plumbline.sends', { kind: 'channelWeek', outcome: 'sent' }, 1],
  ['plumbline.sends', { kind: 'weeklyAsk', outcome: 'unknown' }, 1],
  ['plumbline.ticks', {}, 1],
])('%s of %j are counted', (name, by, count) => {
  expect(ingestion.metric(name, by).count).toBe(count)
})

test('nothing waits after the sweep, and that is told', () => {
  expect(ingestion.metric('plumbline.outbox.waiting').count).toBeGreaterThan(0)
  expect(ingestion.metric('plumbline.outbox.waiting').sum).toBe(0)
})

test('each turn and send is a step under the id that the log has', () => {
  const logged = new Set(lines.map((line) => (JSON.parse(line) as { causeId?: string }).causeId))
  const steps = ingestion.steps()
  expect(steps.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['turn message', 'send weeklyAsk', 'send channelWeek', 'POST /api/messages']),
  )
  for (const { under } of steps) expect(logged).toContain(under)
  expect(steps).toContainEqual(expect.objectContaining({ name: 'send weeklyAsk', success: false }))
})

test('no name, no text, no token and no address of anybody is among what was sent', () => {
  const sent = ingestion.texts.join('')
  expect(sent).toContain('plumbline.turns')
  for (const word of ['Megan', 'Alex', 'price file', 'Bearer', 'project.', 'user-id', megan.aadObjectId]) {
    expect(sent).not.toContain(word)
  }
})

test('each request to the tables is told with what it was and how it ended', async () => {
  const calls: unknown[] = []
  let now = 0
  const table = await connectTables(
    { table: freshTableName(), at: { kind: 'connection', connection: tablesConnection() } },
    undefined,
    { now: () => (now += 1), tell: (call) => void calls.push(call) },
  )
  const row = { partitionKey: 'p', rowKey: 'r' }
  await table.createEntity(row)
  await table.createEntity(row).catch(() => undefined)
  await table.getEntity('p', 'r')
  await table.listEntities().next()
  await table.submitTransaction([['upsert', row]])
  await table.updateEntity(row, 'Replace')
  await table.deleteEntity('p', 'r')
  const ok = (operation: string) => ({ operation, outcome: 'ok', ms: 1 })
  expect(calls.slice(1)).toEqual([
    ok('insert'),
    { operation: 'insert', outcome: 'refused', ms: 1 },
    ...['get', 'list', 'transaction', 'replace', 'remove'].map(ok),
  ])
})

test('where it is not wanted, nothing of it is loaded', () => {
  const script = `
    require(${JSON.stringify(join(projectRoot(), 'dist/bot/service.js'))})
    require(${JSON.stringify(join(projectRoot(), 'dist/bot/storage/connectTables.js'))})
    const found = Object.keys(require.cache).filter((file) => /opentelemetry/.test(file))
    console.log(found.filter((file) => !/@azure.core-tracing/.test(file)).length)`
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('0')
})
