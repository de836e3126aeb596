import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../bot/local/localStack'

/** The environment variable in which tests find the connection string of the run's Azurite. */
export const AZURITE = 'TEST_TABLES_CONNECTION'

/** The account that every Azurite has; public by design. */
const ACCOUNT =
  'AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

const SCRIPTS = {
  table: require.resolve('azurite/dist/src/table/main.js'),
  queue: require.resolve('azurite/dist/src/queue/main.js'),
}
/** Ends a child whose parent is gone. As built: a process can't run the sources. */
const TETHER = join(projectRoot(), 'dist/bot/local/tether.js')
const INDEX = join(projectRoot(), 'tests/support/azuriteIndex.cjs')

export type Azurite = { readonly connection: string; readonly stop: () => Promise<void> }

/** Starts one of Azurite's services in memory on a free port of loopback, and resolves when it answers. */
export async function startAzurite(kind: 'table' | 'queue' = 'table'): Promise<Azurite> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawn(
      process.execPath,
      ['--require', TETHER, '--require', INDEX, SCRIPTS[kind], ...options(kind, port)],
      {
        cwd: tmpdir(),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    )
    child.channel?.unref()
    // Jest may end without a teardown, and be killed: then the line to this process ends it.
    const orphaned = () => child.kill('SIGKILL')
    process.once('exit', orphaned)
    const failure = await answers(child)
    if (failure === null) {
      return { connection: connectionTo(port, kind), stop: () => stop(child, orphaned) }
    }
    await stop(child, orphaned)
    // Somebody else may have taken the port in between.
    if (attempt >= 3) throw new Error(`Azurite did not start: ${failure}`)
  }
}

/** A connection string of Azurite's account at this port of loopback. */
export function connectionTo(port: number, kind: 'table' | 'queue' = 'table'): string {
  const endpoint = kind === 'table' ? 'TableEndpoint' : 'QueueEndpoint'
  return `DefaultEndpointsProtocol=http;${ACCOUNT};${endpoint}=http://127.0.0.1:${port}/devstoreaccount1`
}

function options(kind: 'table' | 'queue', port: number): string[] {
  return [
    ...['--inMemoryPersistence', '--silent', '--disableTelemetry', '--skipApiVersionCheck'],
    ...[`--${kind}Host`, '127.0.0.1', `--${kind}Port`, String(port)],
  ]
}

/** Null once the service says that it listens; otherwise what it said before it ended. */
async function answers(child: ChildProcess): Promise<string | null> {
  let said = ''
  return new Promise((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('successfully')) resolve(null)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => resolve(said))
    child.once('error', (error) => resolve(error.message))
  })
}

async function stop(child: ChildProcess, orphaned: () => void): Promise<void> {
  process.off('exit', orphaned)
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** A port of loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
