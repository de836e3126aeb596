import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../bot/local/localStack'
import type { OrderName, Orders, Reply } from './orders'

const START = join(projectRoot(), 'dist/chaos/start.cjs')
/** An order takes at most so long, in ms, or something hangs. */
const PATIENCE = 30_000
const LAST_WORDS = 40

let bundled: Promise<unknown> | undefined

/** Makes the one file that victims are started from; once in this process. */
export async function bundleVictim(): Promise<void> {
  bundled ??= promisify(execFile)(process.execPath, [join(projectRoot(), 'tests/chaos/bundle.mjs')])
  await bundled
}

/** A process of the service. Its orders are refused from the moment when it is gone. */
export type Victim = {
  readonly name: string
  tell<Name extends OrderName>(order: Name, ask: Orders[Name]['ask']): Promise<Orders[Name]['answer']>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  isGone(): boolean
  /** What it logged last. */
  said(): readonly string[]
}

/** Starts victims, one ahead of need: loading is most of what one costs. The caller closes it. */
export function openNursery() {
  const living = new Set<ChildProcess>()
  let count = 0
  let spare: Promise<Victim> | null = null
  const start = async (): Promise<Victim> => {
    const child = spawn(process.execPath, [START], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    living.add(child)
    child.once('exit', () => living.delete(child))
    return born(child, `v${++count}`)
  }
  return {
    next(): Promise<Victim> {
      const taken = spare ?? start()
      spare = start()
      spare.catch(() => undefined)
      return taken
    },
    async close(): Promise<void> {
      await spare?.catch(() => undefined)
      await Promise.all([...living].map(end))
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

type Waiting = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (why: Error) => void
}

async function born(child: ChildProcess, name: string): Promise<Victim> {
  const said: string[] = []
  const waiting = new Map<number, Waiting>()
  let last = 0
  child.stderr?.on('data', (chunk: Buffer) => {
    said.push(...chunk.toString().trimEnd().split('\n'))
    said.splice(0, said.length - LAST_WORDS)
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', ({ id, answer, error }: Reply) => {
      if (id === 0) return resolve()
      const order = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) order?.resolve(answer)
      else order?.reject(new Error(`${name}: ${error}`))
    })
    child.once('exit', () => {
      reject(new Error(`A victim died before its time: ${said.join('\n')}`))
      for (const { reject: refuse } of waiting.values()) refuse(new Gone(name))
      waiting.clear()
    })
  })
  await ready
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  return {
    name,
    isGone,
    said: () => said,
    kill: () => end(child),
    tell: <Name extends OrderName>(order: Name, ask: Orders[Name]['ask']) =>
      new Promise<Orders[Name]['answer']>((resolve, reject) => {
        if (isGone()) return reject(new Gone(name))
        const id = ++last
        const timer = setTimeout(() => reject(new Error(`${name} does not answer "${order}"`)), PATIENCE)
        const settled = (then: () => void) => {
          clearTimeout(timer)
          then()
        }
        waiting.set(id, {
          resolve: (answer) => settled(() => resolve(answer as Orders[Name]['answer'])),
          reject: (why) => settled(() => reject(why)),
        })
        child.send({ id, order, ask }, () => undefined)
      }),
  }
}

/** The process ended before it had done what it was told. */
export class Gone extends Error {
  override readonly name = 'Gone'
}
