import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot, startStack, type Stack } from '../../bot/local/localStack'
import type { Ports } from '../../bot/local/options'
import { isPortFree } from '../../bot/local/ports'

/** A local stack of its own for one test: free ports, and data that nobody keeps. */
export type Trial = Stack & { readonly ports: Ports; readonly data: string }

/** Starts storage, a service and the Playground. The service is the real one unless told. */
export async function startTrial(
  service: 'plumbline' | 'echoBot' = 'plumbline',
  seed = false,
): Promise<Trial> {
  const entry = { plumbline: 'dist/bot/main.js', echoBot: 'dist/tests/support/echoBot.js' }[service]
  const data = mkdtempSync(join(tmpdir(), 'plumbline-trial-'))
  const ports = await freePorts()
  const started = await startStack(
    { ports, data, seed, reset: false, service: join(projectRoot(), entry) },
    () => undefined,
  )
  if (started.kind !== 'started') throw new Error(started.kind === 'failed' ? started.why : 'cancelled')
  const { stack } = started
  return {
    ...stack,
    ports,
    data,
    async stop() {
      await stack.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Below what systems hand out by themselves, lest another test's connection takes one between two starts. */
const LOWEST = 20_000
const HIGHEST = 32_000

/** Different ports that were free a moment ago. */
export async function freePorts(): Promise<Ports> {
  const found = new Set<number>()
  while (found.size < 4) {
    const port = randomInt(LOWEST, HIGHEST)
    if (await isPortFree(port)) found.add(port)
  }
  const [service = 0, playground = 0, tables = 0, queues = 0] = found
  return { service, playground, tables, queues }
}
