import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildStale, root, whatIsMissing } from './build.mjs'

const missing = whatIsMissing()
if (missing !== null) {
  console.error(missing)
  process.exit(1)
}
try {
  await buildStale(['bot', 'tab'], (line) => console.log(line))
} catch {
  console.error('The build failed, so nothing was started. What is wrong stands above.')
  process.exit(1)
}
await createRequire(import.meta.url)(join(root, 'dist/bot/local/run.js')).runLocal(
  process.argv.slice(2),
  process.env,
)
