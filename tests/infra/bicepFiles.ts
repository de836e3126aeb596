import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Language, Parser, type Node } from 'web-tree-sitter'
import { projectRoot } from '../../bot/local/localStack'

const ROOT = join(projectRoot(), 'infra')

/** One Bicep file, as far as tests ask: where its syntax is broken, and what it declares. */
export type BicepFile = {
  readonly path: string
  readonly text: string
  /** `line: text` of whatever the grammar can't read. */
  readonly broken: readonly string[]
  /** `line: name` of whatever an object sets a second time. */
  readonly setTwice: readonly string[]
  readonly params: readonly BicepParam[]
  readonly outputs: readonly Described[]
  /** Resource types with the keys set anywhere in them, as `sku.name`, and the text they are set to. */
  readonly resources: readonly { readonly type: string; readonly sets: ReadonlyMap<string, string> }[]
  readonly modules: readonly {
    readonly name: string
    readonly path: string
    readonly sets: ReadonlyMap<string, string>
  }[]
}

type Described = { readonly name: string; readonly isDescribed: boolean }
type BicepParam = Described & { readonly hasDefault: boolean }

/** Every file of infra/, read by the grammar: Microsoft's compiler is no npm package. */
export async function readBicepFiles(): Promise<readonly BicepFile[]> {
  await Parser.init()
  const parser = new Parser()
  const grammar = readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))
  parser.setLanguage(await Language.load(grammar))
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bicep'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const tree = parser.parse(text)
      if (!tree) throw new Error(`${path} could not be read`)
      return fileOf(path, text, tree.rootNode)
    })
}

function fileOf(path: string, text: string, root: Node): BicepFile {
  const declared = root.namedChildren
  const described = new Set<number>()
  declared.forEach((node, at) => {
    const next = declared[at + 1]
    if (node.type === 'decorators' && next && node.text.includes('@description(')) described.add(next.id)
  })
  const ofType = (type: string) => declared.filter((node) => node.type === type)
  return {
    path,
    text,
    broken: nodesIn(root)
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `${node.startPosition.row + 1}: ${node.text}`),
    setTwice: nodesIn(root)
      .filter(({ type }) => type === 'object')
      .flatMap(setTwiceIn),
    params: ofType('parameter_declaration').map((node) => ({
      name: nameOf(node),
      isDescribed: described.has(node.id),
      hasDefault: node.text.includes('='),
    })),
    outputs: ofType('output_declaration').map((node) => ({
      name: nameOf(node),
      isDescribed: described.has(node.id),
    })),
    resources: ofType('resource_declaration').map((node) => ({ type: stringIn(node), sets: setsOf(node) })),
    modules: ofType('module_declaration').map((node) => ({
      name: nameOf(node),
      path: posix.join(posix.dirname(path), stringIn(node)),
      sets: setsOf(node),
    })),
  }
}

function setTwiceIn(object: Node): string[] {
  const keys = object.namedChildren
    .filter(({ type }) => type === 'object_property')
    .map(({ namedChildren: [key], startPosition }) => ({ name: unquoted(key?.text ?? ''), startPosition }))
  return keys
    .filter(({ name }, at) => keys.findIndex((other) => other.name === name) < at)
    .map(({ name, startPosition }) => `${startPosition.row + 1}: ${name}`)
}

function nameOf(declaration: Node): string {
  return declaration.namedChildren[0]?.text ?? ''
}

function stringIn(declaration: Node): string {
  return unquoted(declaration.namedChildren.find(({ type }) => type === 'string')?.text ?? '')
}

/** Each key with a dotted path to it. */
function setsOf(declaration: Node): ReadonlyMap<string, string> {
  const sets = new Map<string, string>()
  const walk = (node: Node, above: string): void => {
    for (const child of node.namedChildren) {
      if (child.type !== 'object_property') walk(child, above)
      else {
        const [key, value] = child.namedChildren
        const path = `${above}${unquoted(key?.text ?? '')}`
        sets.set(path, unquoted(value?.text ?? ''))
        if (value) walk(value, `${path}.`)
      }
    }
  }
  walk(declaration, '')
  return sets
}

function unquoted(text: string): string {
  return text.replace(/^'(.*)'$/s, '$1')
}

function nodesIn(root: Node): Node[] {
  return [root, ...root.children.flatMap(nodesIn)]
}
