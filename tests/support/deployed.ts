import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../bot/local/localStack'

const lockParser = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
})

/**
 * A folder with what stands on the server after a deployment and nothing else: the built program without what
 * `.appserviceignore` leaves out, and the packages that `npm ci --omit=dev` installs. The caller removes it.
 */
export function deployedFolder(): string {
  const root = projectRoot()
  // Outside of the project: from within it, Node would find the other packages, too.
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-deployed-'))
  const ignored = readFileSync(join(root, '.appserviceignore'), 'utf8').split('\n').filter(Boolean)
  place(root, folder, 'dist', (path) => ignored.some((pattern) => isMatched(path, pattern)))
  for (const path of ['package.json', 'package-lock.json']) linkOrCopy(join(root, path), join(folder, path))
  // A package's own packages stand in the list by themselves.
  for (const path of productionPackages()) {
    place(root, folder, path, (inner) => inner.endsWith('/node_modules'))
  }
  return folder
}

/** Where `npm ci --omit=dev` puts packages, e.g. `node_modules/zod`. */
function productionPackages(): string[] {
  const lock = lockParser.parse(JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')))
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path]) => path)
}

function place(root: string, folder: string, path: string, isLeftOut: (path: string) => boolean): void {
  const entries = entriesOf(join(root, path))
  if (entries.length > 0) mkdirSync(join(folder, path), { recursive: true })
  for (const entry of entries) {
    const inner = `${path}/${entry.name}`
    if (isLeftOut(inner)) continue
    if (entry.isDirectory()) place(root, folder, inner, isLeftOut)
    else if (entry.isFile()) linkOrCopy(join(root, inner), join(folder, inner))
  }
}

/** None where a package is for other machines than this and was not installed. */
function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

let canLink = true

/** Linked where both are on one disk: tens of thousands of files are there in a second. */
function linkOrCopy(from: string, to: string): void {
  try {
    if (canLink) return linkSync(from, to)
  } catch {
    canLink = false
  }
  copyFileSync(from, to)
}

/** As `.gitignore` has it, as far as is used here: a name anywhere, a path from the root, an ending. */
function isMatched(path: string, pattern: string): boolean {
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1))
  if (pattern.includes('/')) return path === pattern.replace(/^\//, '')
  return path.split('/').includes(pattern)
}
