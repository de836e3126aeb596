import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../bot/local/localStack'
import type { Ports } from '../../bot/local/options'
import { descendantsOf } from './processes'

/** What `npm start` runs once all is built, as a process of its own, with the echo bot in the service's place. */
export type Runner = {
  /** The code it ended with; null when a signal killed it. */
  readonly ended: Promise<number | null>
  /** All that it printed so far. */
  said(): string
  /** Waits until it printed these words; throws when it ends before. */
  saying(words: string): Promise<void>
  /** The processes that it started and theirs. */
  parts(): number[]
  signal(name: NodeJS.Signals): void
}

const START = join(projectRoot(), 'dist/tests/support/startWithEchoBot.js')

export function run(data: string, ports: Ports, ...args: string[]): Runner {
  const flags = {
    '--port': ports.service,
    '--playground-port': ports.playground,
    '--tables-port': ports.tables,
    '--queues-port': ports.queues,
    '--data': data,
  }
  const child = spawn(process.execPath, [START, ...Object.entries(flags).flat().map(String), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    ended,
    said: () => text,
    saying: (words) =>
      Promise.race([
        eventually(() => text.includes(words)),
        ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${text}`))),
      ]),
    parts: () => descendantsOf(child.pid ?? 0),
    signal: (name) => void child.kill(name),
  }
}

/** Waits for what another process does; throws after half a minute. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('Waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
