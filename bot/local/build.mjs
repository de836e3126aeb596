import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Builds what is stale, and only that. Plain JavaScript, for it runs when nothing is built yet. A part is stale
 * when the content of its sources (dates lie after a checkout) or of its result's mark is not what the last build
 * from here left: somebody may have built something else by hand since.
 */

export const root = fileURLToPath(new URL('../..', import.meta.url))
const stampFile = join(root, 'dist/.build/stamps.json')

const parts = {
  bot: {
    label: 'the bot',
    sources: ['bot', 'package-lock.json'],
    marks: ['bot', 'domain', 'contract', 'flows', 'cards'].map((room) => `dist/.build/${room}.tsbuildinfo`),
    commands: () => [[bin('typescript', 'tsc'), '-b', 'bot']],
  },
  tab: {
    label: 'the tab',
    sources: ['tab', 'bot/domain', 'bot/contract', 'package-lock.json'],
    marks: ['dist/tab/en/index.html', 'dist/tab/de/index.html'],
    commands: () => ['production', 'german'].map((mode) => [...viteBuild(), '--mode', mode]),
  },
  tests: {
    label: 'the tests',
    sources: ['tests', 'bot', 'package-lock.json'],
    marks: ['dist/.build/tests.tsbuildinfo'],
    commands: () => [[bin('typescript', 'tsc'), '-b', 'tests']],
  },
}

/** Says in one sentence what is missing to build at all, or null. */
export function whatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Plumbline needs Node 20.19 or newer, and this is Node ${process.versions.node}.`
  }
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
    return 'The packages are not installed yet: run "npm ci" first.'
  }
  return null
}

/** Builds the named parts (`bot`, `tab`, `tests`) in that order, where stale. Throws when a build fails. */
export async function buildStale(names, say) {
  for (const name of names) {
    const part = parts[name]
    if (readStamps()[name] === stampOf(part)) continue
    say(`Building ${part.label} ...`)
    // Before building: a file saved meanwhile must count as changed.
    const sources = hashOf(part.sources)
    for (const command of part.commands()) await run(command)
    remember(name, `${sources} ${hashOf(part.marks)}`)
  }
}

function stampOf({ sources, marks }) {
  return marks.every((file) => existsSync(join(root, file))) ? `${hashOf(sources)} ${hashOf(marks)}` : null
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {} // No build yet, or a torn file: building once too often is the safe side.
  }
}

function remember(name, stamp) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [name]: stamp }))
}

function viteBuild() {
  return [bin('vite', 'vite'), 'build', 'tab', '--logLevel', 'warn']
}

function bin(packageName, command) {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${relative(root, args[0])} ended with ${code}`))
    })
  })
}
