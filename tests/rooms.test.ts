import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix, sep } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../bot/local/localStack'

/* What each room may import: rooms and packages; `type:` allows its types alone. Nothing else, and nothing of tests. */
const ROOMS = `
  bot/domain           temporal-polyfill fastest-levenshtein
  bot/contract         bot/domain zod
  bot/flows            bot/domain minisearch
  bot/cards            bot/domain type:bot/flows zod
  bot/storage          bot/domain bot/cause type:bot/flows @azure/data-tables @azure/identity @azure/storage-queue zod node
  bot/exchange         bot/domain type:bot/flows hucre csv-parse csv-stringify node
  bot/teams            bot/domain bot/flows bot/cards type:bot/schedule bot/schedule/lanes bot/cause type:bot/log type:bot/telemetry
                       botbuilder botframework-connector jose lru-cache zod chrono-node fastest-levenshtein temporal-polyfill node
  bot/graph            bot/domain type:bot/flows type:bot/log @azure/identity lru-cache zod
  bot/mail             bot/domain bot/cards
  bot/api              bot/domain bot/contract bot/flows bot/cards bot/mail bot/cause type:bot/log type:bot/telemetry restify jose negotiator raw-body node
  bot/schedule         bot/domain bot/flows bot/cards bot/cause type:bot/log type:bot/telemetry
  bot/local            bot/domain bot/flows type:bot/api bot/api/tokens type:bot/config type:bot/storage type:bot/teams
                       ajv-draft-04 ajv-formats fflate node
  bot/config           type:bot/domain type:bot/storage type:bot/graph
  bot/links            bot/domain bot/contract type:bot/cards type:bot/flows lru-cache
  bot/log              bot/cause pino
  bot/cause            node
  bot/telemetry        type:bot/cause type:bot/flows type:bot/log type:@azure/identity @azure/monitor-opentelemetry @opentelemetry/api
  bot/operate          bot/domain bot/config bot/storage type:bot/flows zod node
  bot/service          bot/domain bot/flows bot/cards type:bot/storage bot/teams bot/graph bot/exchange bot/api bot/schedule bot/local
                       bot/links bot/ending bot/telemetry type:bot/cause type:bot/config type:bot/log type:restify
                       type:botframework-connector node
  bot/ending
  bot/running          type:bot/service type:bot/log type:restify node
  bot/main             bot/service bot/running bot/config bot/log bot/cause bot/telemetry bot/graph bot/domain type:bot/flows
                       bot/storage @azure/identity node

  tab/host             tab/words bot/contract bot/domain @microsoft/teams-js @microsoft/teamsfx
  tab/data             tab/words bot/contract type:tab/host react
  tab/look             tab/words bot/contract type:bot/domain tab/data tab/host react @fluentui/react-icons
  tab/cardView         tab/words bot/contract tab/data react adaptivecards
  tab/exchange         tab/words bot/contract bot/domain tab/data tab/look react @fluentui/react-icons
  tab/issueLog         tab/words bot/contract bot/domain tab/data tab/look tab/exchange react @fluentui/react-icons @tanstack/react-virtual
  tab/actionItems      tab/words bot/contract bot/domain tab/data tab/look react @fluentui/react-icons @dagrejs/dagre
  tab/source           tab/words bot/contract bot/domain tab/data tab/look tab/cardView react @fluentui/react-icons
  tab/mine             tab/words bot/contract tab/data type:tab/host tab/look react react-dom @fluentui/react-icons
  tab/overview         tab/words bot/contract type:bot/domain tab/data tab/look react d3-scale d3-shape @fluentui/react-icons
  tab/recaps           tab/words bot/contract type:bot/domain tab/data tab/look tab/cardView react @fluentui/react-icons
  tab/myCard           tab/words bot/contract tab/data tab/look tab/cardView react
  tab/App              tab/words type:tab/host tab/data tab/look tab/issueLog tab/overview tab/actionItems tab/source tab/recaps
                       tab/myCard react
  tab/main             tab/words tab/App type:tab/data type:tab/host react react-dom
  tab/setUp            tab/words tab/host tab/look react react-dom
  tab/start            bot/contract tab/main tab/setUp tab/mine tab/data tab/host tab/look tab/issueLog/listing
                       tab/issueLog/issueList tab/issueLog/firstRows virtual:themes.css
  tab/words            type:bot/contract type:bot/domain
  tab/vite.config      vite node @vitejs/plugin-react @fluentui/react-components
`

/* Who may touch what a test can't hold still; everybody else is given it. */
const POWERS = `
  console              bot/local
  process              bot/main bot/operate/main bot/local
  Date.now             bot/main bot/operate/main bot/local tab/data tab/issueLog/ConflictNotice
  new-Date             bot/local
  Temporal.Now
  performance.now
  Math.random          bot/storage/openStorage bot/main
  randomUUID           bot/storage/openStorage bot/service bot/operate/commands
  randomBytes          bot/main bot/local
  getRandomValues
`

const LINES = 600
const ROOT = projectRoot()
const allowed = readTable(ROOMS)
const powers = readTable(POWERS)
const sources = filesIn(['bot', 'tab'], /(?<!\.d)\.(m?ts|tsx|mjs)$/)

test('every room imports only what its row in the table allows', () => {
  expect(sources.flatMap(strangersIn)).toEqual([])
})

test('clock, randomness, environment and console are touched only where the table says', () => {
  expect(sources.flatMap(powersTakenIn)).toEqual([])
})

test(`no file has more than ${LINES} lines`, () => {
  const files = filesIn(['bot', 'tab', 'tests'], /\.(m?ts|tsx|[cm]js|css)$/)
  expect(files.filter((file) => read(file).split('\n').length - 1 > LINES)).toEqual([])
})

function strangersIn(file: string): string[] {
  const room = roomOf(file)
  if (room === undefined) return [`${file} is in no room of the table`]
  return importsOf(parse(file)).flatMap(({ from, isType, line }) => {
    const target = targetOf(file, from)
    const names = [target, roomOf(target)].filter((name) => name !== undefined)
    if (names.includes(room)) return []
    const row = allowed.get(room) ?? []
    const isFine = names.some((name) => row.includes(name) || (isType && row.includes(`type:${name}`)))
    return isFine ? [] : [`${file}:${line} ${isType ? 'imports types of' : 'imports'} ${from}`]
  })
}

function targetOf(file: string, from: string): string {
  if (from.startsWith('#')) return from.replace(/^#/, 'tab/')
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : packageOf(from)
}

type Import = { readonly from: string; readonly isType: boolean; readonly line: number }

function importsOf(source: ts.SourceFile): Import[] {
  return nodesOf(source).flatMap((node) => {
    const named = moduleNamedBy(node)
    if (named === undefined) return []
    const from = ts.isStringLiteralLike(named) ? named.text : named.getText(source)
    return [{ from, isType: isTypeImport(node), line: lineOf(source, node) }]
  })
}

function moduleNamedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isExternalModuleReference(node)) return node.expression
  if (!ts.isCallExpression(node)) return undefined
  const isImport =
    node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require'
  return isImport ? node.arguments[0] : undefined
}

/** Whether nothing of it is left when the program runs. */
function isTypeImport(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node) || !node.importClause) return false
  const { phaseModifier, name, namedBindings } = node.importClause
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  )
}

function powersTakenIn(file: string): string[] {
  const source = parse(file)
  return nodesOf(source).flatMap((node) => {
    const power = powerTakenBy(node)
    const mayTake = powers.get(power ?? '')
    if (!mayTake || mayTake.some((place) => isWithin(file, place))) return []
    return [`${file}:${lineOf(source, node)} uses ${power}`]
  })
}

function powerTakenBy(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.getText()
  if (ts.isNewExpression(node) && !node.arguments?.length) return `new-${node.expression.getText()}`
  return ts.isIdentifier(node) ? node.text : undefined
}

function nodesOf(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

function roomOf(path: string): string | undefined {
  return [...allowed.keys()].find((room) => isWithin(path, room))
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`)
}

function packageOf(from: string): string {
  if (isBuiltin(from)) return 'node'
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Rows of a name and its list; a row goes on where the next begins with blanks alone. */
function readTable(table: string): Map<string, string[]> {
  const rows = table
    .replace(/\n {4,}/g, ' ')
    .split('\n')
    .filter((row) => row.trim() !== '')
  return new Map(rows.map((row) => row.trim().split(/\s+/)).map(([name = '', ...list]) => [name, list]))
}

function filesIn(folders: readonly string[], ending: RegExp): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  return files
    .filter((file) => ending.test(file))
    .map((file) => file.split(sep).join('/'))
    .sort()
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}
