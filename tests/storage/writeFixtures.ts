import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVERY_ROW, ROWS_APART } from '../support/everyRow'

/*
 * Writes a fixture for each kind of row that has none: the row as it is stored, and what it means. Those that are there
 * stay as they are, because they stand for what customers' tables hold. From the project's folder, after a build:
 * `node dist/tests/storage/writeFixtures.js`
 */
const folder = join('tests', 'fixtures', 'rows', 'v1')
mkdirSync(folder, { recursive: true })

for (const [name, { write, read }] of Object.entries(EVERY_ROW)) keep(name, write(), read(write()))
for (const [name, write] of Object.entries(ROWS_APART)) keep(name, write(), null)

function keep(name: string, row: object, means: unknown): void {
  const file = join(folder, `${name}.json`)
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ row, means }, null, 2)}\n`)
}
