import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildStale, root, whatIsMissing } from '../../bot/local/build.mjs'

/*
 * `npm test`: builds what is stale, sees to a browser, and runs Jest with the arguments given.
 */

const require = createRequire(import.meta.url)
const say = (line) => console.log(line)
const LONGEST_MINUTES = 45

async function main() {
  const missing = whatIsMissing()
  if (missing !== null) return stop(missing)
  try {
    await buildStale(['bot', 'tests', 'tab'], say)
  } catch {
    return stop('The build failed, so no test was run. What is wrong stands above.')
  }
  const { findBrowser } = require(join(root, 'dist/tests/support/browser.js'))
  const chosen = process.env.CHROMIUM_PATH ?? ''
  if (findBrowser() === null && chosen === '') installBrowser()
  const browser = findBrowser()
  if (browser === null && chosen !== '') return stop(`CHROMIUM_PATH is ${chosen}, and no program is there.`)
  if (browser === null) {
    return stop(
      'The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to where it is.',
    )
  }
  // A test is named by its source, and run as built.
  const args = process.argv.slice(2).map((arg) => arg.replace(/\.test\.ts$/, '.test.'))
  return jest(args, browser)
}

function stop(why) {
  console.error(why)
  return 1
}

/** Installs Debian's Chromium where that can be done without asking anybody. */
function installBrowser() {
  if (!existsSync('/etc/debian_version')) return
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return
  say("No Chromium found: installing Debian's ...")
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  }
  if (apt('update')) apt('install', '-y', 'chromium-headless-shell')
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Jest's exit code. A signal reaches it through the terminal or from here, and its code is passed on. */
function jest(args, browser) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: browser, NODE_OPTIONS: '--enable-source-maps' },
    })
    const tooLong = setTimeout(() => {
      console.error(`The tests did not end in ${LONGEST_MINUTES} minutes: one of those that run above hangs.`)
      child.kill()
    }, LONGEST_MINUTES * 60_000)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('exit', (code) => {
      clearTimeout(tooLong)
      resolve(code ?? 1)
    })
  })
}

process.exitCode = await main()
