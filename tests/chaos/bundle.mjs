import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/*
 * The victim and all that it needs in one file, with the code that V8 made of it: a thousand starts then cost four
 * minutes instead of half an hour. Beside it `start.cjs`, which runs the one with the other.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = join(root, 'dist/chaos')
const script = join(outDir, 'victim.cjs')

await build({
  configFile: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: 'tests/chaos/victim.ts',
    outDir,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'victim.cjs', codeSplitting: false } },
  },
})

const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(script, 'utf8')}\n})`
writeFileSync(script, source)
writeFileSync(
  join(outDir, 'start.cjs'),
  `
const { readFileSync, existsSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { Script } = require('node:vm')
const filename = ${JSON.stringify(script)}
const cachedData = existsSync(filename + '.cache') ? readFileSync(filename + '.cache') : undefined
const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData })
const module_ = { exports: {} }
script.runInThisContext()(module_.exports, createRequire(filename), module_, filename, ${JSON.stringify(outDir)})
if (process.argv[2] === 'cache') {
  writeFileSync(filename + '.cache', script.createCachedData())
  process.exit(0)
}
`,
)
rmSync(`${script}.cache`, { force: true })
execFileSync(process.execPath, [join(outDir, 'start.cjs'), 'cache'])
