import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../bot/local/localStack'

const ROOMS = ['bot', 'domain', 'contract', 'flows', 'cards']

describe('building what is stale', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plumbline-build-'))
    mkdirSync(join(root, 'bot/local'), { recursive: true })
    cpSync(join(projectRoot(), 'bot/local/build.mjs'), join(root, 'bot/local/build.mjs'))
    write('package-lock.json', '{}')
    write('bot/teams/adapter.ts', 'one')
    write('bot/domain/week.ts', 'one')
    write('bot/contract/paths.ts', 'one')
    write('tab/main.tsx', 'one')
    // Stand-ins for the compilers: each only makes what the real one makes.
    standIn('typescript', 'tsc', ...ROOMS.map((room) => `dist/.build/${room}.tsbuildinfo`))
    standIn('vite', 'vite', 'dist/tab/en/index.html', 'dist/tab/de/index.html')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('the first start builds both, the second neither', () => {
    expect(build()).toEqual(['the bot', 'the tab'])
    expect(build()).toEqual([])
  })

  test.each([
    ['a file of the bot', 'bot/teams/adapter.ts', ['the bot']],
    ['a file of the tab', 'tab/main.tsx', ['the tab']],
    ['a new file of the tab', 'tab/recaps/page.tsx', ['the tab']],
    ['a file that both use', 'bot/domain/week.ts', ['the bot', 'the tab']],
    ['the packages', 'package-lock.json', ['the bot', 'the tab']],
  ])('%s changed: builds %j anew', (_name, file, built) => {
    build()
    write(file, '"two"')
    expect(build()).toEqual(built)
    expect(build()).toEqual([])
  })

  test('a file that was only touched builds nothing', () => {
    build()
    utimesSync(join(root, 'bot/teams/adapter.ts'), new Date(), new Date())
    expect(build()).toEqual([])
  })

  test('a removed result is built again', () => {
    build()
    rmSync(join(root, 'dist/tab'), { recursive: true })
    expect(build()).toEqual(['the tab'])
  })

  test('something else was built by hand: built again', () => {
    build()
    write('dist/.build/bot.tsbuildinfo', 'of other sources')
    expect(build()).toEqual(['the bot'])
  })

  test('a build that failed is tried again at the next start', () => {
    write('node_modules/vite/bin.js', 'process.exit(1)')
    expect(build).toThrow()
    standIn('vite', 'vite', 'dist/tab/en/index.html', 'dist/tab/de/index.html')
    expect(build()).toEqual(['the tab'])
  })

  /** The parts that were said to be built. */
  function build(): string[] {
    const script = `import { buildStale } from './bot/local/build.mjs'; await buildStale(['bot', 'tab'], console.log)`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      stdio: 'pipe',
    })
    return [...said.toString().matchAll(/^Building (.*) \.\.\.$/gm)].map(([, part = '']) => part)
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }

  function standIn(packageName: string, command: string, ...outputs: string[]): void {
    write(`node_modules/${packageName}/package.json`, JSON.stringify({ bin: { [command]: 'bin.js' } }))
    write(
      `node_modules/${packageName}/bin.js`,
      `const fs = require('node:fs'), path = require('node:path')
       for (const output of ${JSON.stringify(outputs)}) {
         fs.mkdirSync(path.dirname(output), { recursive: true })
         fs.writeFileSync(output, 'built')
       }`,
    )
  }
})
