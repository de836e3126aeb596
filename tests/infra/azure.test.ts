import { readConfig } from '../../bot/config'
import { METRICS, type MetricName } from '../../bot/telemetry/metrics'
import { readBicepFiles, type BicepFile } from './bicepFiles'

const ID = '0f0f0f0f-1111-2222-3333-444444444444'
let files: readonly BicepFile[]

beforeAll(async () => {
  files = await readBicepFiles()
})

function fileAt(path: string): BicepFile {
  const file = files.find((one) => one.path === path)
  if (!file) throw new Error(`There is no ${path}`)
  return file
}

function theOne(type: string) {
  const [found, ...others] = files.flatMap(({ resources }) =>
    resources.filter((one) => one.type.startsWith(`${type}@`)),
  )
  if (!found || others.length > 0) throw new Error(`Not one ${type}`)
  return found
}

/** The keys of an object in the service's module call, e.g. of `settings`. */
function keysUnder(name: string): string[] {
  const service = fileAt('azure.bicep').modules.find((one) => one.name === 'service')
  const prefix = `params.${name}.`
  return [...(service?.sets.keys() ?? [])]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
}

test('every file can be read', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(files.flatMap(({ path, broken }) => broken.map((line) => `${path}:${line}`))).toEqual([])
})

test('nothing is set twice', () => {
  expect(files.flatMap(({ path, setTwice }) => setTwice.map((line) => `${path}:${line}`))).toEqual([])
})

test('every parameter and every output says what it is', () => {
  const mute = files.flatMap(({ path, params, outputs }) =>
    [...params, ...outputs].filter(({ isDescribed }) => !isDescribed).map(({ name }) => `${path} ${name}`),
  )
  expect(mute).toEqual([])
})

test('every module is used once, and given what it asks for and nothing else', () => {
  const main = fileAt('azure.bicep')
  const modules = files.map(({ path }) => path).filter((path) => path.startsWith('modules/'))
  expect(main.modules.map(({ path }) => path).sort()).toEqual(modules)
  for (const { path, sets } of main.modules) {
    const { params } = fileAt(path)
    const given = [...sets.keys()].flatMap((key) => /^params\.([^.]+)$/.exec(key)?.[1] ?? [])
    const wanted = params.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name)
    expect([path, given.filter((name) => !params.some((param) => param.name === name))]).toEqual([path, []])
    expect([path, wanted.filter((name) => !given.includes(name))]).toEqual([path, []])
  }
})

test('what one module takes from another, the other puts out', () => {
  const main = fileAt('azure.bicep')
  const missing = [...main.text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)].filter(([, module, output]) => {
    const path = main.modules.find(({ name }) => name === module)?.path
    return !path || !fileAt(path).outputs.some(({ name }) => name === output)
  })
  expect(missing.map(([text]) => text)).toEqual([])
})

test('the service is given every setting that it wants in production, and none that it does not know', () => {
  const asked = new Set<string>()
  const given = keysUnder('settings')
  const values: Record<string, string> = {
    PLUMBLINE_MODE: 'production',
    PORT: '8080',
    HOST: '0.0.0.0',
    LOG_LEVEL: 'info',
    BOT_TYPE: 'UserAssignedMsi',
    TABLE_NAME: 'plumbline',
    KEEP_AFTER_REMOVAL_DAYS: '30',
    GRAPH_SIGN_IN: 'ManagedIdentity',
  }
  const valueOf = (key: string): string =>
    values[key] ?? (key.endsWith('_URL') ? 'https://plumbline.contoso.com' : ID)
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, key) => {
        asked.add(String(key))
        return given.includes(String(key)) ? valueOf(String(key)) : undefined
      },
    },
  )
  expect(readConfig(env)).toMatchObject({ mode: 'production', bot: { type: 'UserAssignedMsi' } })
  expect(given.filter((key) => !asked.has(key))).toEqual([])
})

test('no key of storage is used, and no secret is put out', () => {
  // That of Application Insights says where to write; who may is a matter of roles.
  const words =
    /listKeys|listSecrets|listConnectionStrings|AccountKey|(?<!insights\.properties\.)ConnectionString|@secure/
  expect(theOne('Microsoft.Insights/components').sets.get('properties.DisableLocalAuth')).toBe('true')
  expect(files.filter(({ text }) => words.test(text)).map(({ path }) => path)).toEqual([])
  const account = theOne('Microsoft.Storage/storageAccounts')
  expect(account.sets.get('properties.allowSharedKeyAccess')).toBe('false')
  expect(account.sets.get('properties.minimumTlsVersion')).toBe('TLS1_2')
})

test('the identity gets the two roles that it needs on storage, and may publish metrics', () => {
  const roles = fileAt('modules/storage.bicep')
  const assigned = files.flatMap(({ path, resources }) =>
    resources
      .filter(({ type }) => type.includes('roleAssignments'))
      .map(({ sets }) => [path, sets.get('scope')]),
  )
  expect(assigned).toEqual([
    ['modules/monitoring.bicep', 'insights'],
    ['modules/storage.bicep', 'account'],
    ['modules/storage.bicep', 'account'],
  ])
  expect(
    [...roles.text.matchAll(/'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/g)].map(([, id]) => id),
  ).toEqual(['0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', '974c5e8b-45b9-4653-ba55-5f855dd0fb88'])
})

test.each([
  ['properties.httpsOnly', 'true'],
  ['properties.siteConfig.minTlsVersion', '1.2'],
  ['properties.siteConfig.scmMinTlsVersion', '1.2'],
  ['properties.siteConfig.ftpsState', 'Disabled'],
  ['properties.siteConfig.alwaysOn', 'true'],
  ['properties.siteConfig.healthCheckPath', '/readyz'],
  ['properties.siteConfig.linuxFxVersion', 'NODE|24-lts'],
  ['properties.siteConfig.appCommandLine', 'node dist/bot/main.js'],
])('the site has %s %s', (path, value) => {
  expect(theOne('Microsoft.Web/sites').sets.get(path)).toBe(value)
})

test('at least two instances run, and more when they are busy', () => {
  expect(fileAt('azure.bicep').text).toContain('@minValue(2)\n@maxValue(10)\nparam fewestInstances int = 2')
  expect(
    theOne('Microsoft.Insights/autoscaleSettings').sets.get('properties.profiles.capacity.minimum'),
  ).toBe('string(fewest)')
})

test('the bot is a managed identity, reached in Teams alone', () => {
  expect(theOne('Microsoft.BotService/botServices').sets.get('properties.msaAppType')).toBe('UserAssignedMSI')
  expect(theOne('Microsoft.BotService/botServices/channels').sets.get('name')).toBe('MsTeamsChannel')
})

test('each metric that an alert asks for is one that the service has, with what it is split by', () => {
  const queries = [...fileAt('modules/alerts.bicep').text.matchAll(/query: '(AppMetrics [^']+)'/g)]
  expect(queries.length).toBeGreaterThanOrEqual(5)
  for (const [, query = ''] of queries) {
    const name = /Name == "([^"]+)"/.exec(query)?.[1] ?? ''
    expect(Object.keys(METRICS)).toContain(name)
    const { by } = METRICS[name as MetricName]
    for (const [, key = ''] of query.matchAll(/Properties\.(\w+)/g)) expect(by).toContain(key)
  }
})
