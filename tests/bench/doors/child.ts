import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What a bot of the bench stands on; the same for each. */
export type Ground = {
  readonly issuer: string
  /** Where the OpenID metadata of the issuer's keys stands, and the keys themselves. */
  readonly metadata: string
  readonly keys: string
  /** Where the connector stands. */
  readonly serviceUrl: string
}

/** What a part of the bench is asked to do, beside what comes over HTTP: to send, or to say what it has cost. */
type Asked = { readonly send: number; readonly atOnce: number }
/** In ms: of the wall's clock, and of this process's share of a processor. */
type Cost = { readonly ms: number; readonly cpu: number }

/** A part of the bench in a process of its own. */
export type Part = {
  readonly port: number
  /** Sends so many messages unasked, so many at once. None: `cpu` is all that was used so far. */
  send(asked: Asked): Promise<Cost>
  close(): Promise<void>
}

/** Starts a part (`ours`, `stock`, `agents`, `connector`) and waits until it listens. */
export async function startPart(name: string, ground: Partial<Ground> = {}): Promise<Part> {
  const child = fork(join(__dirname, `${name}.js`), [JSON.stringify(ground)], { stdio: 'inherit' })
  const { port } = (await next(child)) as { port: number }
  return {
    port,
    async send(asked) {
      child.send(asked)
      return (await next(child)) as Cost
    },
    async close() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** The next thing that a part says; fails when it ends instead. */
function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const heard = (message: unknown) => {
      child.off('exit', ended)
      resolve(message)
    }
    const ended = (code: number | null) => {
      child.off('message', heard)
      reject(new Error(`A part of the bench ended with ${String(code)}`))
    }
    child.once('message', heard)
    child.once('exit', ended)
  })
}

/** In a part: what it stands on. */
export function groundGiven(): Ground {
  return JSON.parse(process.argv[2] ?? '{}') as Ground
}

/** In a part: says where it listens, and sends when asked to. */
export function answerWith(port: number, sendOne: () => Promise<unknown> = () => Promise.resolve()): void {
  process.on('message', (asked: Asked) => {
    void timed(asked, sendOne).then((ms) => process.send?.({ ms, cpu: cpuUsed() } satisfies Cost))
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ port })
}

function cpuUsed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function timed({ send, atOnce }: Asked, sendOne: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let left = send
  const sender = async () => {
    while (left-- > 0) await sendOne()
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
  return performance.now() - start
}

/** What every bot of the bench says, to a message and to a tapped button. */
export function echoOf(text: unknown): string {
  return `You said: ${String(text)}`
}
