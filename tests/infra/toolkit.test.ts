import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectRoot } from '../../bot/local/localStack'
import { placeholdersIn } from '../../bot/local/packageApp'
import { readBicepFiles } from './bicepFiles'

const ROOT = projectRoot()
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** What the toolkit itself puts into every run. */
const GIVEN = ['TEAMSFX_ENV']
/** What `aadApp/update` makes when an Entra manifest names it. */
const MADE_BY_UPDATE = 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID'

const step = z.object({
  uses: z.string(),
  name: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
})
const lifecycle = z.strictObject({
  version: z.literal('v1.9'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(step).default([]),
  deploy: z.array(step).default([]),
  publish: z.array(step).default([]),
})
type Step = z.infer<typeof step>

const toolkit = lifecycle.parse(parse(read('m365agents.yml')))
const local = lifecycle.parse(parse(read('m365agents.local.yml')))
const asked = Object.keys(parseEnv(read('env/.env.example')))

/** The files of this project that a step names. */
function filesOf(given: Step): string[] {
  return (
    JSON.stringify(given.with)
      .match(/\.\/(?:infra|appPackage)\/[\w.]+(?:\/[\w.]+)*\.(?:json|bicep)/g)
      ?.filter((path) => !path.includes('/build/')) ?? []
  )
}

test('every file that a step names is there', () => {
  const files = [...toolkit.provision, ...toolkit.deploy, ...toolkit.publish].flatMap(filesOf)
  expect(files).not.toEqual([])
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  expect(existsSync(join(ROOT, '.appserviceignore'))).toBe(true)
})

test('every variable is asked for, or made by an earlier step', async () => {
  const outputs = (await readBicepFiles()).find(({ path }) => path === 'azure.bicep')?.outputs ?? []
  const known = new Set([...GIVEN, ...filledInByHand()])
  const unknown: string[] = []
  for (const given of [...toolkit.provision, ...toolkit.deploy, ...toolkit.publish]) {
    if (given.uses === 'aadApp/update') known.add(MADE_BY_UPDATE)
    const texts = [JSON.stringify(given.with), ...filesOf(given).map((file) => read(file))]
    const wanted = texts.flatMap(placeholdersIn)
    unknown.push(...wanted.filter((name) => !known.has(name)).map((name) => `${given.uses} ${name}`))
    for (const name of Object.values(given.writeToEnvironmentFile ?? {})) known.add(name)
    if (given.uses === 'arm/deploy') outputs.forEach(({ name }) => known.add(name))
  }
  expect(unknown).toEqual([])
})

/** What env/.env.example asks for that no step makes. */
function filledInByHand(): string[] {
  const made = ['BOT_ID', 'TAB_DOMAIN', 'SERVICE_ID', MADE_BY_UPDATE]
  const written = toolkit.provision.flatMap((one) => Object.values(one.writeToEnvironmentFile ?? {}))
  return asked.filter((name) => !made.includes(name) && !written.includes(name))
}

test('every npm command is one of the project, and the steps come in their order', () => {
  const commands = (steps: readonly Step[]) =>
    steps.filter(({ uses }) => uses === 'cli/runNpmCommand').map((one) => String(one.with['args']))
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')))
  expect(commands(toolkit.deploy)).toEqual(['ci', 'run build', 'prune --omit=dev'])
  expect(commands(local.deploy)).toEqual(['ci', 'start'])
  expect(scripts).toMatchObject({
    build: expect.any(String) as unknown,
    start: expect.any(String) as unknown,
  })
})

test("the Entra app gives Teams' own clients tokens of version 2, and asks for no permission", () => {
  const scope = '${{AAD_APP_ACCESS_AS_USER_PERMISSION_ID}}'
  const entra: unknown = JSON.parse(read('infra/entra.manifest.json'))
  expect(entra).toMatchObject({
    signInAudience: 'AzureADMyOrg',
    requiredResourceAccess: [],
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: scope, value: 'access_as_user', isEnabled: true }],
      preAuthorizedApplications: Array.from({ length: 7 }, () => ({ delegatedPermissionIds: [scope] })),
    },
  })
  const manifest = z
    .object({ webApplicationInfo: z.object({ resource: z.string() }) })
    .parse(JSON.parse(read('appPackage/manifest.json')))
  expect(entra).toMatchObject({ identifierUris: [manifest.webApplicationInfo.resource] })
})
