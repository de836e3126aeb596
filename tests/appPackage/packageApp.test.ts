import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { FILLED_BY_TEAMS, MINE_PATH } from '../../bot/contract/teamsPages'
import { projectRoot } from '../../bot/local/localStack'
import { packageApp, placeholdersIn } from '../../bot/local/packageApp'
import { ASKED_OF_A_TEAM } from '../support/graph'

const project = projectRoot()
const manifestFile = path.join(project, 'appPackage/manifest.json')

const contoso = {
  TEAMS_APP_ID: '0f3a6f5e-52a1-4a53-9d0b-6f8f7b7f0a01',
  BOT_ID: '0f3a6f5e-52a1-4a53-9d0b-6f8f7b7f0a02',
  TAB_APP_ID: '0f3a6f5e-52a1-4a53-9d0b-6f8f7b7f0a03',
  TAB_DOMAIN: 'plumbline.contoso.com',
  APP_NAME_SUFFIX: '',
  DEVELOPER_NAME: 'Contoso "Go-live" GmbH',
  DEVELOPER_WEBSITE_URL: 'https://contoso.com',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
}

type Manifest = {
  readonly manifestVersion: string
  readonly id: string
  readonly name: { readonly short: string; readonly full: string }
  readonly developer: { readonly name: string }
  readonly bots: readonly {
    readonly botId: string
    readonly commandLists: readonly {
      readonly scopes: string[]
      readonly commands: { readonly title: string }[]
    }[]
  }[]
  readonly configurableTabs: readonly { readonly configurationUrl: string }[]
  readonly staticTabs: readonly {
    readonly entityId: string
    readonly contentUrl?: string
    readonly scopes: readonly string[]
  }[]
  readonly webApplicationInfo: { readonly id: string; readonly resource: string }
  readonly validDomains: readonly string[]
  readonly authorization: {
    readonly permissions: {
      readonly resourceSpecific: readonly { readonly name: string; readonly type: string }[]
    }
  }
}

let root: string
const zipFile = () => path.join(root, 'appPackage/build/plumbline.zip')
const unzipped = async () => unzipSync(await readFile(zipFile()))
const packagedManifest = async () => JSON.parse(strFromU8((await unzipped())['manifest.json']!)) as Manifest

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'plumbline-package-'))
  await mkdir(path.join(root, 'env'))
  await mkdir(path.join(root, 'appPackage'))
  for (const name of ['manifest.json', 'color.png', 'outline.png'])
    await cp(path.join(project, 'appPackage', name), path.join(root, 'appPackage', name))
})

afterEach(() => rm(root, { recursive: true, force: true }))

describe('the package', () => {
  test("holds the manifest and the two icons, nothing else, with the environment's values in place", async () => {
    expect(await packageApp(root, undefined, contoso)).toEqual({
      kind: 'packaged',
      zip: path.join('appPackage', 'build', 'plumbline.zip'),
    })
    const files = await unzipped()
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(strFromU8(files['manifest.json']!)).not.toContain('${{')
    for (const icon of ['color.png', 'outline.png'])
      expect(Buffer.from(files[icon]!).equals(await readFile(path.join(project, 'appPackage', icon)))).toBe(
        true,
      )

    expect(await packagedManifest()).toMatchObject({
      id: contoso.TEAMS_APP_ID,
      name: { short: 'Plumbline' },
      developer: { name: 'Contoso "Go-live" GmbH' },
      bots: [{ botId: contoso.BOT_ID }],
      configurableTabs: [
        { configurationUrl: 'https://plumbline.contoso.com/tab/config?locale={locale}&theme={theme}' },
      ],
      validDomains: ['plumbline.contoso.com'],
      webApplicationInfo: {
        id: contoso.TAB_APP_ID,
        resource: `api://plumbline.contoso.com/${contoso.TAB_APP_ID}`,
      },
    })
  })

  test('asks of a team just what the service does there, for the app that asks', async () => {
    await packageApp(root, undefined, contoso)
    const { authorization, webApplicationInfo } = await packagedManifest()
    const { resourceSpecific } = authorization.permissions
    expect(resourceSpecific.map(({ name }) => name)).toEqual(ASKED_OF_A_TEAM)
    expect(new Set(resourceSpecific.map(({ type }) => type))).toEqual(new Set(['Application']))
    expect(webApplicationInfo.id).toBe(contoso.TAB_APP_ID)
  })

  test('opens to each person what is theirs over all projects, beside the chat', async () => {
    await packageApp(root, undefined, contoso)
    const { staticTabs } = await packagedManifest()
    expect(staticTabs.map(({ entityId, contentUrl }) => [entityId, contentUrl])).toEqual([
      ['mine', `https://plumbline.contoso.com${MINE_PATH}${FILLED_BY_TEAMS}`],
      ['conversations', undefined],
      ['about', undefined],
    ])
    expect(new Set(staticTabs.flatMap(({ scopes }) => scopes))).toEqual(new Set(['personal']))
  })

  test('has the resolved manifest beside it, the same as the one inside', async () => {
    await packageApp(root, undefined, contoso)
    const beside = await readFile(path.join(root, 'appPackage/build/manifest.json'), 'utf8')
    expect(beside).toBe(strFromU8((await unzipped())['manifest.json']!))
  })

  test('is the same to the byte when packed twice from the same values', async () => {
    await packageApp(root, undefined, contoso)
    const first = await readFile(zipFile())
    await packageApp(root, undefined, contoso)
    expect(first.equals(await readFile(zipFile()))).toBe(true)
  })

  test('carries the suffix that tells a trial from the real one', async () => {
    await packageApp(root, undefined, { ...contoso, APP_NAME_SUFFIX: ' (test)' })
    expect((await packagedManifest()).name.short).toBe('Plumbline (test)')
  })
})

describe('an environment file', () => {
  test("gives the values, and the shell's win over it", async () => {
    const lines = Object.entries(contoso).map(([name, value]) => `${name}='${value}'`)
    await writeFile(path.join(root, 'env/.env.trial'), lines.join('\n'))
    expect(await packageApp(root, 'trial', { TAB_DOMAIN: 'trial.contoso.com:8443' })).toMatchObject({
      kind: 'packaged',
    })
    const manifest = await packagedManifest()
    expect(manifest.id).toBe(contoso.TEAMS_APP_ID)
    expect(manifest.validDomains).toEqual(['trial.contoso.com:8443'])
  })

  test('that does not exist is named', async () => {
    expect(await packageApp(root, 'nowhere', contoso)).toEqual({
      kind: 'noSuchEnvironment',
      file: path.join('env', '.env.nowhere'),
    })
  })

  test('has an example that lists every placeholder of the manifest and of the toolkit, and no other', async () => {
    const example = parseEnv(await readFile(path.join(project, 'env/.env.example'), 'utf8'))
    const files = [manifestFile, 'm365agents.yml', 'infra/entra.manifest.json', 'infra/azure.parameters.json']
    const texts = await Promise.all(files.map((file) => readFile(path.resolve(project, file), 'utf8')))
    const used = new Set(texts.flatMap(placeholdersIn))
    used.delete('TEAMSFX_ENV') // The toolkit's own.
    expect(Object.keys(example).sort()).toEqual([...used].sort())
  })
})

describe('nothing is packaged', () => {
  test('when values are missing, and every one is named at once', async () => {
    expect(await packageApp(root, undefined, {})).toEqual({
      kind: 'missing',
      variables: Object.keys(contoso).sort(),
    })
    expect(existsSync(zipFile())).toBe(false)
  })

  test('when values are blank or still hold a placeholder', async () => {
    const outcome = await packageApp(root, undefined, {
      ...contoso,
      BOT_ID: ' ',
      TAB_DOMAIN: '${{TAB_DOMAIN}}',
    })
    expect(outcome).toEqual({ kind: 'missing', variables: ['BOT_ID', 'TAB_DOMAIN'] })
  })

  test.each([
    ['a bot id that is no GUID', { BOT_ID: 'plumbline-bot' }, '/bots/0/botId'],
    ['a name that Teams would cut', { APP_NAME_SUFFIX: ' for everybody at Contoso' }, '/name/short'],
    ['a page that is no web address', { DEVELOPER_TERMS_URL: 'contoso.com' }, '/developer/termsOfUseUrl'],
    ['a whole address as the host', { TAB_DOMAIN: 'https://contoso.com' }, 'TAB_DOMAIN'],
    ['a host with a path', { TAB_DOMAIN: 'contoso.com/plumbline' }, 'TAB_DOMAIN'],
  ])('for %s, and the message says where', async (_what, wrong, where) => {
    const outcome = await packageApp(root, undefined, { ...contoso, ...wrong })
    expect(outcome).toMatchObject({ kind: 'invalid', problems: [expect.stringContaining(where)] })
    expect(existsSync(zipFile())).toBe(false)
  })

  test('and the package of an earlier run is gone too, so that it is not uploaded by mistake', async () => {
    await packageApp(root, undefined, contoso)
    expect(existsSync(zipFile())).toBe(true)
    await packageApp(root, undefined, {})
    expect(existsSync(zipFile())).toBe(false)
  })

  test('for a manifest with a thirteenth command', async () => {
    const file = path.join(root, 'appPackage/manifest.json')
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest
    const { commands } = manifest.bots[0]!.commandLists[0]!
    while (commands.length < 13) commands.push(commands[0]!)
    await writeFile(file, JSON.stringify(manifest))
    expect(await packageApp(root, undefined, contoso)).toMatchObject({
      kind: 'invalid',
      problems: ['/bots/0/commandLists/0/commands must NOT have more than 12 items'],
    })
  })
})

describe('the icons', () => {
  const pixelsOf = async (name: string) => {
    const { width, height, data } = PNG.sync.read(await readFile(path.join(project, 'appPackage', name)))
    const pixels = Array.from({ length: width * height }, (_, at) => [...data.subarray(at * 4, at * 4 + 4)])
    return { width, height, at: (x: number, y: number) => pixels[y * width + x]!, pixels }
  }
  const white = [255, 255, 255, 255]

  test('in colour is 192 square, opaque, a white line on purple', async () => {
    const { width, height, at, pixels } = await pixelsOf('color.png')
    expect([width, height]).toEqual([192, 192])
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true)
    expect(at(0, 0)).toEqual([0x5b, 0x5f, 0xc7, 255])
    expect(at(95, 20)).toEqual(white)
  })

  test('in outline is 32 square, white alone on nothing, and not blank', async () => {
    const { width, height, at, pixels } = await pixelsOf('outline.png')
    expect([width, height]).toEqual([32, 32])
    const drawn = pixels.filter(([, , , alpha]) => alpha !== 0)
    expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true)
    expect(drawn.length).toBeGreaterThan(100)
    expect(drawn.length).toBeLessThan(512)
    expect([at(0, 0)[3], at(31, 31)[3], at(16, 18)[3]]).toEqual([0, 0, 0])
    expect(at(16, 4)).toEqual(white)
  })
})
