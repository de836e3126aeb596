import { TableClient } from '@azure/data-tables'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serviceEnvironment } from '../../bot/local/localStack'
import type { Ports } from '../../bot/local/options'
import { isPortFree } from '../../bot/local/ports'
import { isRunning } from '../support/processes'
import { eventually, run, type Runner } from '../support/runner'
import { freePorts } from '../support/trial'

describe('a trial that runs', () => {
  let data: string
  let ports: Ports
  let runner: Runner

  beforeAll(async () => {
    data = aFolder()
    ports = await freePorts()
    runner = run(data, ports)
    await runner.saying('Plumbline runs.')
  })
  afterAll(async () => {
    runner.signal('SIGINT')
    await runner.ended
    rmSync(data, { recursive: true })
  })

  test('says where to chat, where the tab is, what to type and how to stop', async () => {
    const chat = `http://localhost:${ports.playground}`
    for (const part of [chat, `http://localhost:${ports.service}/tab/`, '@Plumbline', 'Ctrl-C']) {
      expect(runner.said()).toContain(part)
    }
    expect((await fetch(chat)).status).toBe(200)
  })

  test('listens to no other machine', async () => {
    for (const port of Object.values(ports)) {
      for (const host of otherAddresses()) {
        expect([host, port, await answersOn(port, host)]).toEqual([host, port, false])
      }
    }
  })

  test('is not joined by a second one on the same data, for two Azurites would spoil it', async () => {
    const second = run(data, await freePorts())
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`Plumbline already runs on the data in ${data}`)
    expect((await fetch(`http://localhost:${ports.service}/readyz`)).status).toBe(200)
  })
})

describe('the end of a trial', () => {
  let data: string
  let ports: Ports
  let runner: Runner | undefined

  beforeEach(async () => {
    data = aFolder()
    ports = await freePorts()
  })
  afterEach(async () => {
    runner?.signal('SIGINT')
    await runner?.ended
    runner = undefined
    rmSync(data, { recursive: true })
  })

  test.each(['SIGTERM', 'SIGHUP'] as const)(
    'at %s all parts end, and no port stays taken',
    async (signal) => {
      const running = await start()
      const parts = running.parts()
      expect(parts.length).toBeGreaterThanOrEqual(4)
      running.signal(signal)
      expect(await running.ended).toBe(0)
      expect(parts.filter(isRunning)).toEqual([])
      expect(await takenPorts()).toEqual([])
    },
  )

  test('at Ctrl-C what was just written is saved, even when it is pressed twice; --reset forgets it', async () => {
    const first = await start()
    const parts = first.parts()
    await write('kept')
    first.signal('SIGINT')
    first.signal('SIGINT')
    expect(await first.ended).toBe(0)
    expect(parts.filter(isRunning)).toEqual([])

    const second = await start()
    expect(await read()).toBe('kept')
    second.signal('SIGINT')
    expect(await second.ended).toBe(0)

    writeFileSync(join(data, 'holiday.jpg'), 'not ours')
    await start('--reset')
    expect(await read()).toBeNull()
    expect(existsSync(join(data, 'holiday.jpg'))).toBe(true)
  })

  test('at Ctrl-C while it starts nothing is left running', async () => {
    runner = run(data, ports)
    await runner.saying('Starting')
    const parts = runner.parts()
    runner.signal('SIGINT')
    expect(await runner.ended).toBe(0)
    expect(runner.said()).not.toContain('Plumbline runs.')
    expect(parts.filter(isRunning)).toEqual([])
    expect(await takenPorts()).toEqual([])
  })

  test('when the runner is killed outright, its parts end by themselves', async () => {
    const running = await start()
    const parts = running.parts()
    running.signal('SIGKILL')
    await running.ended
    await eventually(async () => !parts.some(isRunning) && (await takenPorts()).length === 0)
  })

  test('a part that dies takes the rest down, and is named with its last lines', async () => {
    const running = await start()
    const parts = running.parts()
    const chat = `http://127.0.0.1:${ports.playground}/_conversation/v1/conversations/personal-chat-id/messages`
    const sent = await fetch(chat, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'text', text: 'die', textFormat: 'plain', from: { id: 'user-id-0' } }),
    })
    expect(sent.status).toBe(200)
    expect(await running.ended).toBe(1)
    expect(running.said()).toMatch(
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
    'a taken port of %s is named with its option, and nothing is started',
    async (name, what, option) => {
      const stranger = createServer()
      await new Promise<void>((resolve) => stranger.listen(ports[name], '127.0.0.1', resolve))
      runner = run(data, ports)
      expect(await runner.ended).toBe(1)
      expect(runner.said().trim()).toBe(
        `Port ${ports[name]} is in use, and ${what} needs it: free it, or choose another with ${option}.`,
      )
      await new Promise((resolve) => stranger.close(resolve))
      expect(await takenPorts()).toEqual([])
      expect(readdirSync(data)).toEqual([])
    },
  )

  async function start(...args: string[]): Promise<Runner> {
    runner = run(data, ports, ...args)
    await runner.saying('Plumbline runs.')
    return runner
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

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'plumbline-start-'))
}

/** Addresses of this machine that a listener on its loopback address alone does not have. */
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
