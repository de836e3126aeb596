import { TableClient } from '@azure/data-tables'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot, serviceEnvironment } from '../../bot/local/localStack'
import type { Ports } from '../../bot/local/options'
import { isPortFree } from '../../bot/local/ports'
import { descendantsOf, isRunning } from '../support/processes'
import { freePorts } from '../support/trial'

/*
 * Runs what `npm start` runs once all is built, with the echo bot in the service's place: real processes, real ports.
 */

const START = join(projectRoot(), 'dist/tests/support/startWithEchoBot.js')

describe('starting and stopping a trial', () => {
  let data: string
  let ports: Ports
  let runner: Runner | undefined

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'plumbline-start-'))
    ports = await freePorts()
  })
  afterEach(async () => {
    runner?.process.kill('SIGINT')
    await runner?.ended
    runner = undefined
    rmSync(data, { recursive: true, force: true })
  })

  test('it says where to chat, where the tab is, what to type and how to stop', async () => {
    await start()
    const said = runner?.said() ?? ''
    for (const part of [
      `http://localhost:${ports.playground}`,
      `http://localhost:${ports.service}/tab/`,
      '@Plumbline',
      'Ctrl-C',
    ]) {
      expect(said).toContain(part)
    }
    expect((await fetch(`http://localhost:${ports.playground}`)).status).toBe(200)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'at %s everything ends and no port stays taken',
    async (signal) => {
      const parts = await start()
      expect(parts.length).toBeGreaterThanOrEqual(4)
      runner?.process.kill(signal)
      expect(await runner?.ended).toBe(0)
      expect(parts.filter(isRunning)).toEqual([])
      expect(await takenPorts()).toEqual([])
    },
  )

  test('a second Ctrl-C while it saves changes nothing', async () => {
    const parts = await start()
    await write('before')
    runner?.process.kill('SIGINT')
    runner?.process.kill('SIGINT')
    expect(await runner?.ended).toBe(0)
    expect(parts.filter(isRunning)).toEqual([])
    await start()
    expect(await read()).toBe('before')
  })

  test('a Ctrl-C while it starts leaves nothing running', async () => {
    runner = run([])
    await runner.saying('Starting')
    const parts = descendantsOf(runner.process.pid ?? 0)
    runner.process.kill('SIGINT')
    expect(await runner.ended).toBe(0)
    expect(parts.filter(isRunning)).toEqual([])
    expect(await takenPorts()).toEqual([])
  })

  test('when the runner is killed outright, its parts end by themselves', async () => {
    const parts = await start()
    runner?.process.kill('SIGKILL')
    await runner?.ended
    await eventually(async () => !parts.some(isRunning) && (await takenPorts()).length === 0)
  })

  test('what was written just before a stop is there at the next start, and gone after --reset', async () => {
    await start()
    await write('kept')
    await stop()
    await start()
    expect(await read()).toBe('kept')
    await stop()
    await start('--reset')
    expect(await read()).toBeNull()
  })

  test('--reset leaves alone what a start did not write', async () => {
    writeFileSync(join(data, 'holiday.jpg'), '')
    await start('--reset')
    expect(existsSync(join(data, 'holiday.jpg'))).toBe(true)
  })

  test('a part that dies takes the rest down, with its name and its last lines', async () => {
    const parts = await start()
    const sent = await fetch(
      `http://127.0.0.1:${ports.playground}/_conversation/v1/conversations/personal-chat-id/messages`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'text', text: 'die', textFormat: 'plain', from: { id: 'user-id-0' } }),
      },
    )
    expect(sent.status).toBe(200)
    expect(await runner?.ended).toBe(1)
    expect(runner?.said()).toMatch(
      /The service ended unexpectedly, so everything was stopped\.[^]*Goodbye from the echo bot/,
    )
    expect(parts.filter(isRunning)).toEqual([])
  })

  test.each([
    ['service', 'the bot and the tab', '--port'],
    ['playground', 'the Playground', '--playground-port'],
    ['tables', "Azurite's tables", '--tables-port'],
    ['queues', "Azurite's queues", '--queues-port'],
  ] as const)(
    'the port of %s in use: says so, names the option, starts nothing',
    async (name, what, option) => {
      const stranger = createServer()
      await new Promise<void>((resolve) => stranger.listen(ports[name], '127.0.0.1', resolve))
      runner = run([])
      expect(await runner.ended).toBe(1)
      expect(runner.said()).toContain(
        `Port ${ports[name]} is in use, and ${what} needs it: free it, or choose another with ${option}.`,
      )
      await new Promise((resolve) => stranger.close(resolve))
      expect(await takenPorts()).toEqual([])
      expect(readdirSync(data)).toEqual([])
    },
  )

  test('a second start on the same data is refused, for two Azurites would spoil it', async () => {
    await start()
    const second = run([], await freePorts())
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain('Plumbline already runs on the data')
    expect(await read()).toBeNull()
  })

  test('nothing listens to other machines', async () => {
    await start()
    for (const port of Object.values(ports)) {
      for (const host of otherAddresses()) {
        expect([host, port, await answersOn(port, host)]).toEqual([host, port, false])
      }
    }
  })

  type Runner = {
    readonly process: ChildProcess
    readonly ended: Promise<number | null>
    said(): string
    saying(words: string): Promise<void>
  }

  function run(args: readonly string[], on = ports): Runner {
    const flags = ['--port', on.service, '--playground-port', on.playground, '--tables-port', on.tables].map(
      String,
    )
    const child = spawn(
      process.execPath,
      [START, ...flags, '--queues-port', String(on.queues), '--data', data, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    return {
      process: child,
      ended,
      said: () => text,
      saying: (words) =>
        Promise.race([
          eventually(() => text.includes(words)),
          ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${text}`))),
        ]),
    }
  }

  /** Starts it and gives the processes of its parts. */
  async function start(...args: string[]): Promise<number[]> {
    runner = run(args)
    await runner.saying('Plumbline runs.')
    return descendantsOf(runner.process.pid ?? 0)
  }

  async function stop(): Promise<void> {
    runner?.process.kill('SIGINT')
    expect(await runner?.ended).toBe(0)
  }

  async function takenPorts(): Promise<number[]> {
    const free = await Promise.all(Object.values(ports).map(isPortFree))
    return Object.values(ports).filter((_port, index) => free[index] === false)
  }

  function table(): TableClient {
    const { TABLES_CONNECTION = '' } = serviceEnvironment(ports, false)
    return TableClient.fromConnectionString(TABLES_CONNECTION, 'trial', { allowInsecureConnection: true })
  }

  async function write(text: string): Promise<void> {
    await table().createTable()
    await table().upsertEntity({ partitionKey: 'p', rowKey: 'r', text })
  }

  async function read(): Promise<string | null> {
    await table().createTable()
    for await (const row of table().listEntities<{ text: string }>()) return row.text
    return null
  }
})

/** Addresses of this machine that its loopback-only listeners do not have. */
function otherAddresses(): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return [
    '127.0.0.2',
    ...own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  ]
}

async function answersOn(port: number, host: string): Promise<boolean> {
  try {
    await fetch(`http://${host}:${port}/`, { signal: AbortSignal.timeout(1_000) })
    return true
  } catch {
    return false
  }
}

async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('Waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
