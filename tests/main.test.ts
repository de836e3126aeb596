import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { readBicepFiles } from './infra/bicepFiles'
import { freshTableName, tablesConnection } from './support/azurite'
import { NAMES, startAzureStandIn, type AzureStandIn } from './support/azureStandIn'
import { freePort, startAzurite, type Azurite } from './support/azuriteProcess'
import { deployedFolder } from './support/deployed'
import { eventually } from './support/runner'

/*
 * The service as it is deployed: the folder that the server gets, started as infra/ starts it. Azure is played: an
 * identity that gives tokens, and storage that takes nothing else.
 */

const ID = '0f0f0f0f-1111-4222-8333-444444444444'
let folder: string
let queues: Azurite
let azure: AzureStandIn
const living: ChildProcess[] = []

beforeAll(async () => {
  folder = realpathSync(deployedFolder())
  queues = await startAzurite('queue')
  azure = await startAzureStandIn({ client: ID, tables: tablesConnection(), queues: queues.connection })
  writeFileSync(join(folder, 'trusted.pem'), azure.certificate)
  writeFileSync(join(folder, 'names.cjs'), NAMES)
})
afterEach(() => living.forEach((child) => child.kill('SIGKILL')))
afterAll(async () => {
  await azure.close()
  await queues.stop()
  rmSync(folder, { recursive: true })
})

test('every module that a start may load is there, in the packages that production has', () => {
  const stranded = loadedFrom(join(folder, 'dist/bot/main.js'))
  expect(stranded.missing).toEqual([])
  expect(stranded.files.length).toBeGreaterThan(200)
})

test('of the trial on one machine a start loads what has no packages', () => {
  const { files } = loadedFrom(join(folder, 'dist/bot/main.js'))
  const local = files.filter((file) => file.includes('/dist/bot/local/'))
  expect(
    local.map((file) => file.slice(file.indexOf('/local/') + 7)).filter((file) => !file.startsWith('demo/')),
  ).toEqual(['localDoor.js', 'playgroundWorld.js'])
})

test('it starts as infra sets it up, answers its health checks, and lets nobody in without a token', async () => {
  const port = await freePort()
  const env = await environment(port)
  const service = start(env)
  await service.saying('"Listening"')
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
  const statusOf = async (path: string, init?: RequestInit) => (await ask(path, init)).status

  expect(await statusOf('/healthz')).toBe(200)
  expect(await statusOf('/readyz')).toBe(200)
  expect(service.said()).not.toContain('"level":50')
  azure.fail(true)
  expect(await statusOf('/readyz')).toBe(503)
  azure.fail(false)
  expect(await statusOf('/readyz')).toBe(200)
  expect(await statusOf('/api/start')).toBe(401)
  expect(
    await statusOf('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":"message","conversation":{"id":"a"}}',
    }),
  ).toBe(401)
  expect(await statusOf('/api/local/people')).toBe(404)
  expect(await (await ask('/tab/')).text()).toContain('Plumbline')
  expect(new Set(azure.asked)).toEqual(new Set(['https://storage.azure.com']))

  service.signal('SIGTERM')
  expect(await service.ended).toBe(0)
  expect(service.said()).not.toMatch(/secret-of-the-site|token-of-the-identity/)
}, 60_000)

test('where storage takes nothing from it, it says so and ends', async () => {
  const service = start({ ...(await environment(await freePort())), TABLES_URL: 'https://127.0.0.1:9' })
  expect(await service.ended).toBe(1)
  expect(service.said()).toMatch(/storage/i)
})

/** As `infra/azure.bicep` sets it and App Service adds to it; storage alone is elsewhere. */
async function environment(port: number): Promise<Record<string, string>> {
  const given: Record<string, string> = {
    PLUMBLINE_MODE: 'production',
    PORT: String(port),
    HOST: '0.0.0.0',
    LOG_LEVEL: 'info',
    PUBLIC_URL: 'https://plumbline.contoso.com',
    BOT_ID: ID,
    BOT_TYPE: 'UserAssignedMsi',
    BOT_TENANT_ID: ID,
    ALLOWED_TENANTS: ID,
    TAB_APP_ID: ID,
    TEAMS_APP_ID: ID,
    GRAPH_SIGN_IN: 'ManagedIdentity',
    GRAPH_IDENTITY_ID: ID,
    TABLES_URL: azure.tablesUrl,
    QUEUES_URL: azure.queuesUrl,
    TABLE_NAME: freshTableName(),
  }
  const main = (await readBicepFiles()).find(({ path }) => path === 'azure.bicep')
  const sets = main?.modules.find(({ name }) => name === 'service')?.sets ?? new Map<string, string>()
  const keys = [...sets.keys()].flatMap((key) => /^params\.settings\.(\w+)$/.exec(key)?.[1] ?? [])
  const env = keys.map((key) => [key, given[key] ?? ''] as const)
  return { ...Object.fromEntries(env), AZURE_CLIENT_ID: ID, ...azure.environment }
}

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--require', './names.cjs', 'dist/bot/main.js'], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'production', NODE_EXTRA_CA_CERTS: join(folder, 'trusted.pem') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code)
  return {
    ended,
    said: () => text,
    signal: (name: NodeJS.Signals) => void child.kill(name),
    saying: (words: string) =>
      Promise.race([
        eventually(() => text.includes(words)),
        ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${text}`))),
      ]),
  }
}

/** Follows what the program's own files ask for, whether a start gets there or not; packages are looked for, not entered. */
function loadedFrom(main: string) {
  const files = new Set<string>()
  const missing: string[] = []
  const open = [main]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:require|import)\("([^"]+)"\)/g)) {
      if (wanted.startsWith('node:') || builtinModules.includes(wanted)) continue
      if (wanted.startsWith('.')) {
        const target = [join(file, '..', `${wanted}.js`), join(file, '..', wanted)].find(existsSync)
        if (target?.endsWith('.js')) open.push(target)
        else if (!target) missing.push(`${file} wants ${wanted}`)
      } else if (!isPackage(wanted)) missing.push(`${file} wants ${wanted}`)
    }
  }
  return { files: [...files].sort(), missing }
}

function isPackage(wanted: string): boolean {
  const name = wanted.split('/').slice(0, wanted.startsWith('@') ? 2 : 1)
  return existsSync(join(folder, 'node_modules', ...name, 'package.json'))
}
