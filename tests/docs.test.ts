import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import MarkdownIt from 'markdown-it'
import ts from 'typescript'
import { parseEnv } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectRoot } from '../bot/local/localStack'
import { readBicepFiles, type BicepFile } from './infra/bicepFiles'

/* The documents name commands, files, settings, parameters, alerts and tests; each is there, and none is left out. */

const ROOT = projectRoot()
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const FILES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)]
const markdown = new MarkdownIt()

type Document = {
  readonly path: string
  readonly links: readonly string[]
  readonly headings: readonly string[]
  /** What stands between backticks. */
  readonly named: readonly string[]
  /** Lines of commands; those for a program to read are left out. */
  readonly commands: readonly string[]
}

const documents = FILES.map(documentAt)
const manuals = documents.filter(({ path }) => path.startsWith('docs/'))
const namedInManuals = new Set(manuals.flatMap(({ named }) => named))
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json'))).scripts

let infra: readonly BicepFile[]
beforeAll(async () => {
  infra = await readBicepFiles()
})
const main = () => infra.find(({ path }) => path === 'azure.bicep')!

function documentAt(path: string): Document {
  const tokens = markdown.parse(read(path), {})
  const inner = tokens.flatMap(({ children }) => children ?? [])
  return {
    path,
    links: inner.flatMap((token) => String(token.attrGet('href') ?? token.attrGet('src') ?? '') || []),
    headings: tokens.flatMap(({ type }, at) =>
      type === 'heading_open' ? slugOf(tokens[at + 1]?.content ?? '') : [],
    ),
    named: inner.filter(({ type }) => type === 'code_inline').map(({ content }) => content),
    commands: tokens
      .filter(({ type, info }) => type === 'fence' && info === '')
      .flatMap(({ content }) => content.trim().split('\n')),
  }
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

test('the README leads to every document', () => {
  const { links = [] } = documents[0] ?? {}
  expect(manuals.map(({ path }) => path).filter((path) => !links.includes(path))).toEqual([])
})

test('every link leads somewhere', () => {
  const dead = documents.flatMap(({ path, links }) =>
    links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', heading] = link.split('#')
        const target = file === '' ? path : posix.join(posix.dirname(path), file)
        if (!existsSync(join(ROOT, target))) return true
        return heading !== undefined && !documentAt(target).headings.includes(heading)
      })
      .map((link) => `${path}: ${link}`),
  )
  expect(dead).toEqual([])
})

/** What comes into being when somebody follows the steps. */
const MADE = /^(?:env\/\.env\.(?:prod|<name>)|appPackage\/build\/.*|dist\/.*)$/

test('every file and folder that is named is there', () => {
  const isPath = (name: string) =>
    /^(?:bot|tab|tests|infra|appPackage|env|docs)\/[\w./-]*$/.test(name) ||
    /^[\w./-]+\/[\w.-]+\.(?:ts|bicep|json|yml)$/.test(name) ||
    /^\.?[\w.]+\.(?:yml|example|bicep)$|^\.\w+ignore$/.test(name)
  const named = documents.flatMap(({ path, named }) =>
    named.filter(isPath).map((name) => [path, name] as const),
  )
  expect(named.length).toBeGreaterThan(50)
  const lost = named.filter(
    ([, name]) => !MADE.test(name) && ![name, `bot/${name}`].some((one) => existsSync(join(ROOT, one))),
  )
  expect(lost).toEqual([])
})

test('every command is one that is there', () => {
  const lines = documents.flatMap(({ commands, named }) => [
    ...commands.filter((line) => /^(?:npm|az|atk|curl|zip|cp|node) /.test(line)),
    ...named.filter((name) => /^(?:npm|az|atk) /.test(name)),
  ])
  expect(lines.length).toBeGreaterThan(20)
  const wrong = lines.filter((line) => !isThere(line.split('#')[0] ?? ''))
  expect(wrong).toEqual([])
})

/** npm's own, and those of the tools that a document has one install. */
const NPM = ['ci', 'test', 'start', 'prune', 'install']
const AZ =
  /^az (?:login|rest|ad (?:app|sp) (?:create|credential (?:reset|delete)|federated-credential create)|group create|deployment group (?:create|show)|identity show|webapp (?:deploy|restart))\b/

function isThere(line: string): boolean {
  const own = [...line.matchAll(/npm run ([\w]+)/g)].map(([, name = '']) => name)
  if (own.some((name) => !(name in scripts))) return false
  const [program, command = ''] = line.split(' ')
  if (program === 'npm') return command === 'run' ? own.length > 0 : NPM.includes(command)
  if (program === 'atk') return command === 'auth' || command in toolkit()
  if (program !== 'az') return true
  const [, template] = /--template-file (\S+)/.exec(line) ?? []
  const params = [...(/--parameters (.*)/.exec(line)?.[1]?.matchAll(/(\w+)=/g) ?? [])].map(
    ([, name = '']) => name,
  )
  return (
    AZ.test(line) &&
    (template === undefined || existsSync(join(ROOT, template))) &&
    params.every((name) => main().params.some((param) => param.name === name))
  )
}

function toolkit(): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(parse(read('m365agents.yml')))
}

test('every setting that is named is one, and every one is named', () => {
  const settings = Object.keys(parseEnv(read('.env.example')))
  const environment = Object.keys(parseEnv(read('env/.env.example')))
  const service = main().modules.find(({ name }) => name === 'service')
  const ofInfra = [...(service?.sets.keys() ?? [])].map((key) => key.split('.').at(-1))
  const known = new Set([...settings, ...environment, ...ofInfra])
  expect([...settings, ...environment].filter((key) => !namedInManuals.has(key))).toEqual([])
  const unknown = [...namedInManuals].filter((name) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name))
  expect(unknown.filter((name) => !known.has(name))).toEqual([])
})

test('every parameter of the cloud is explained, and what else is named of it stands in it', () => {
  const params = main().params.map(({ name }) => name)
  expect(params.filter((name) => !namedInManuals.has(name))).toEqual([])
  const texts = [
    ...infra.map(({ text }) => text),
    read('infra/entra.manifest.json'),
    read('appPackage/manifest.json'),
  ]
  const named = [...namedInManuals].filter((name) => /^[a-z]+[A-Z]\w*$/.test(name))
  expect(named.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([])
})

test('every alert says what to do, and none is told of that is not there', () => {
  const { text } = infra.find(({ path }) => path === 'modules/alerts.bicep')!
  const alerts = [
    ...[
      ...text.matchAll(/^resource \w+ 'Microsoft\.Insights\/(?:metricAlerts|scheduledQueryRules)@[^]*?^}/gm),
    ].flatMap(([resource]) => /name: '\$\{name\}-([\w-]+)'/.exec(resource)?.[1] ?? []),
    ...[...text.matchAll(/^ {4}key: '([\w-]+)'/gm)].map(([, key = '']) => key),
  ]
  expect(alerts.length).toBeGreaterThan(3)
  expect(
    rowsUnder('docs/operate.md', 'alert')
      .map(([alert]) => alert?.replaceAll('`', ''))
      .sort(),
  ).toEqual(alerts.sort())
})

test('every permission that the app asks for is explained', () => {
  const manifest = z
    .object({
      permissions: z.array(z.string()),
      authorization: z.object({
        permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }),
      }),
    })
    .parse(JSON.parse(read('appPackage/manifest.json')))
  const asked = [
    ...manifest.permissions,
    ...manifest.authorization.permissions.resourceSpecific.map(({ name }) => name),
  ]
  const { named = [] } = documents.find(({ path }) => path === 'docs/deploy.md') ?? {}
  expect(asked.filter((name) => !named.includes(name))).toEqual([])
})

describe('the seam of the next SDK', () => {
  const imports = importsOfBot()

  test('what the rest of the service imports from bot/teams is what the record says', () => {
    const names = new Map<string, Set<string>>()
    for (const { file, from, name } of imports) {
      const target = posix.join(posix.dirname(file), from)
      if (!from.startsWith('.') || file.startsWith('bot/teams/') || !target.startsWith('bot/teams/')) continue
      names.set(target, (names.get(target) ?? new Set()).add(name))
    }
    const counted = [...names].map(([module, used]) => [`\`${module}.ts\``, [...used].sort().join(', ')])
    expect(rowsUnder('docs/next-sdk.md', 'module')).toEqual(counted.sort())
  })

  test('what is imported from the two packages, and how often, is what the record says', () => {
    const files = new Map<string, number>()
    for (const { from, name } of imports) {
      if (!/^(?:botbuilder|botframework-\w+)$/.test(from)) continue
      const key = `${from} ${name}`
      files.set(key, (files.get(key) ?? 0) + 1)
    }
    const counted = [...files].map(([key, count]) => [...key.split(' '), String(count)])
    expect(rowsUnder('docs/next-sdk.md', 'from')).toEqual(counted.sort())
  })
})

/** The rows of the table whose first column is called so. */
function rowsUnder(path: string, column: string): string[][] {
  const [, table = ''] =
    new RegExp(`^\\| ${column} +\\|.*\\n\\|[- |]+\\n((?:\\|.*\\n)*)`, 'm').exec(read(path)) ?? []
  const rows = table.trim().split('\n')
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

type Imported = { readonly file: string; readonly from: string; readonly name: string }

function importsOfBot(): Imported[] {
  const files = readdirSync(join(ROOT, 'bot'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join('bot', ...name.split(/[\\/]/)))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
      return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
        const bindings = statement.importClause?.namedBindings
        if (!ts.isStringLiteral(statement.moduleSpecifier) || !bindings || !ts.isNamedImports(bindings))
          return []
        const from = statement.moduleSpecifier.text
        return bindings.elements.map((one) => ({ file, from, name: (one.propertyName ?? one.name).text }))
      })
    })
}
