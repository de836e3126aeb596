import type { TableClient } from '@azure/data-tables'
import type { ImportId, ImportJob } from '../../bot/domain/exchange/importJob'
import type { FlowDeps } from '../../bot/flows/deps'
import { runImport } from '../../bot/flows/exchange/importRecords'
import { receiveImport } from '../../bot/flows/exchange/receiveImport'
import type { Imports } from '../../bot/flows/exchangePorts'
import type { Records } from '../../bot/flows/ports'
import type { Log } from '../../bot/log'
import { createImportWatch } from '../../bot/schedule/importWatch'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  ALEX,
  EVERYBODY,
  MEGAN,
  aMessageRef,
  aProject,
  COPENHAGEN,
  fixedClock,
  TENANT,
} from '../support/builders'
import { anExchange } from '../support/exchange'
import { anImportJob, aRun } from '../support/importJobs'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'
import { NOT_MEASURED } from '../support/unobserved'
import { expectKind } from '../flows/northwind'

const MINUTE = 60_000
const actor = { tenant: TENANT, person: ALEX, locale: 'en-GB', zone: COPENHAGEN, ownsTeam: false }
const project = aProject()
let client: TableClient
let clock: ReturnType<typeof fixedClock>
let storage: Storage
let errors: object[]

beforeEach(async () => {
  clock = fixedClock()
  client = await freshTable()
  storage = openStorage({ client, clock })
  errors = []
  await storage.records.commit(project.id, { project: { record: project, over: 'new' } })
})

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields) => void errors.push(fields),
}

/** A process of the service, which has nothing in common with another but the table. `over` stands before its records. */
function aProcess(
  over: {
    records?: (records: Records) => Partial<Records>
    imports?: (imports: Imports) => Partial<Imports>
    flow?: Partial<FlowDeps>
  } = {},
) {
  const own = openStorage({ client, clock })
  const records = { ...own.records, ...over.records?.(own.records) }
  const exchange = anExchange({ imports: { ...own.imports, ...over.imports?.(own.imports) }, records })
  const deps: FlowDeps = {
    records,
    people: own.people,
    channels: own.channels,
    roster: aRoster(),
    teamChannels: aTeamWith(),
    teamAccess: NO_TEAM_ACCESS,
    clock,
    renderRecap: () => ({}),
    exchange,
    ...over.flow,
  }
  return { deps, rest: exchange.rest, watch: createImportWatch({ ...deps, ...NOT_MEASURED, log }) }
}

/** One that dies when it is about to make records for the fifth time. */
const dying = () => {
  let commits = 0
  return aProcess({
    records: (records) => ({
      createIssues: (...given) =>
        ++commits > 4 ? Promise.reject(new Error('The machine died')) : records.createIssues(...given),
    }),
  })
}

/** A list of so many issues, given and begun in a process that dies over it. */
async function halted(rows = 60): Promise<ImportId> {
  const { deps } = dying()
  const lines = Array.from({ length: rows }, (_, at) => `${at + 1},Issue ${at + 1}`)
  const bytes = new TextEncoder().encode(['ID,Title', ...lines].join('\n'))
  const given = await receiveImport(deps, { project: project.id, actor }, { name: 'log.csv', bytes })
  const { id } = expectKind(given, 'importPreview').job
  const order = {
    project: project.id,
    actor,
    door: 'chat',
    command: { do: 'runImport', id, card: null },
  } as const
  await expect(runImport(deps, order)).rejects.toThrow('The machine died')
  return id
}

async function job(id: ImportId): Promise<ImportJob> {
  return (await storage.imports.job(id))!.record
}

async function titles(): Promise<string[]> {
  const issues = await storage.records.issues(project.id, { before: null, limit: 1_000 })
  return issues.map(({ title }) => title)
}

async function looks(): Promise<number> {
  return (await storage.imports.due(clock.now().replace('2026', '2027') as ImportJob['at'], 100)).length
}

test('an import whose process died goes on by the clock, each row whole and once, as whoever began it', async () => {
  const id = await halted()
  const next = aProcess()
  await next.watch.look()
  await next.rest()
  expect((await job(id)).state.status).toBe('running')
  expect(await titles()).toHaveLength(24)

  clock.advance(31_000)
  await next.watch.look()
  await next.rest()
  expect(await job(id)).toMatchObject({
    state: { status: 'done' },
    counts: { created: 60, unchanged: 0, skipped: 0 },
  })
  const all = await titles()
  expect([all.length, new Set(all).size]).toEqual([60, 60])
  for (const record of ['I-1', 'I-60'] as const) {
    expect(await storage.records.history(project.id, record)).toMatchObject([
      { by: ALEX, door: 'chat', why: expect.stringMatching(/^From log.csv, row \d+$/) as string },
    ])
  }
  clock.advance(2 * MINUTE)
  await next.watch.look()
  expect([await looks(), errors]).toEqual([0, []])
})

test.each([
  ['has left the team', { roster: aRoster(EVERYBODY.filter(({ id }) => id !== ALEX.id)) }, false],
  ['does not lead the project any more', {}, true],
] as const)('is not gone on with for somebody who %s; whoever leads can', async (_, over, handsOver) => {
  const id = await halted()
  if (handsOver) {
    const stored = (await storage.records.project(project.id))!
    const led = { ...stored.record, lead: MEGAN }
    await storage.records.commit(project.id, { project: { record: led, over: stored.revision } })
  }
  clock.advance(31_000)
  const next = aProcess({ flow: over })
  await next.watch.look()
  await next.rest()
  expect(await titles()).toHaveLength(24)
  expect([await looks(), errors]).toEqual([0, []])

  const lead = handsOver ? MEGAN : ALEX
  const order = { project: project.id, actor: { ...actor, person: lead }, door: 'tab' } as const
  await runImport(aProcess().deps, { ...order, command: { do: 'runImport', id, card: null } })
  expect((await job(id)).state.status).toBe('done')
  expect(await titles()).toHaveLength(60)
})

test('who died between the end and its message leaves it to the clock, which sends it once', async () => {
  const id = 'import-1' as ImportId
  const card = { person: ALEX.id, message: aMessageRef() }
  const done = anImportJob({ id, state: { status: 'done', at: clock.now() }, run: aRun({ card }) })
  await storage.imports.keep(done, new Uint8Array([1]))
  for (let time = 0; time < 2; time++) {
    await storage.imports.plan({ import: id, at: clock.now(), since: clock.now() })
    await aProcess().watch.look()
  }
  const waiting = await storage.outbox.pending(project.id, 10)
  expect(waiting.map(({ record }) => record.what)).toEqual([{ kind: 'importCard', import: id, ...card }])
  expect(await looks()).toBe(0)
})

test('of several processes that find it at a halt one goes on with it', async () => {
  const id = await halted()
  clock.advance(31_000)
  let reads = 0
  const processes = Array.from({ length: 4 }, () =>
    aProcess({
      imports: (imports) => ({
        bytes: (given) => {
          reads += 1
          return imports.bytes(given)
        },
      }),
    }),
  )
  await Promise.all(processes.map(({ watch }) => watch.look()))
  await Promise.all(processes.map(({ rest }) => rest()))
  expect(reads).toBe(1)
  expect((await job(id)).state.status).toBe('done')
  expect(await titles()).toHaveLength(60)
})

test('one that is under way is left to who is at it', async () => {
  const id = 'import-1' as ImportId
  const running = anImportJob({ id, state: { status: 'running', beat: clock.now() }, run: aRun() })
  await storage.imports.keep(running, new Uint8Array([1]))
  await storage.imports.plan({ import: id, at: clock.now(), since: clock.now() })
  clock.advance(20_000)
  const { watch } = aProcess()
  await watch.look()
  expect(await job(id)).toEqual(running)
  expect(await looks()).toBe(1)
})

test('who died before they had claimed it leaves it to be looked at again, and nothing of it is taken', async () => {
  const id = 'import-1' as ImportId
  await storage.imports.keep(anImportJob({ id }), new Uint8Array([1]))
  await storage.imports.plan({ import: id, at: clock.now(), since: clock.now() })
  const { watch } = aProcess()
  await watch.look()
  expect(await looks()).toBe(1)
  clock.advance(11 * MINUTE)
  await watch.look()
  expect([(await job(id)).state, await looks()]).toEqual([{ status: 'ready' }, 0])
})

test('one that comes to a halt again and again rests longer each time, and in the end waits for somebody', async () => {
  const id = await halted()
  const taken: number[] = []
  const from = Date.parse(clock.now())
  const { watch, rest } = aProcess({
    records: () => ({ createIssues: () => Promise.reject(new Error('The machine died')) }),
    imports: (imports) => ({
      bytes: (given) => {
        taken.push(Math.round((Date.parse(clock.now()) - from) / MINUTE))
        return imports.bytes(given)
      },
    }),
  })
  for (let minute = 0; minute < 8 * 60; minute++) {
    clock.advance(MINUTE)
    await watch.look()
    await rest().catch(() => undefined)
  }
  expect(taken).toEqual([1, 2, 4, 8, 16, 32, 64, 124, 184, 244])
  expect([await looks(), await titles()].map((one) => (Array.isArray(one) ? one.length : one))).toEqual([
    0, 24,
  ])
  const { deps } = aProcess()
  const order = {
    project: project.id,
    actor,
    door: 'chat',
    command: { do: 'runImport', id, card: null },
  } as const
  expect(expectKind(await runImport(deps, order), 'importProgress').job.state.status).toBe('done')
  expect(await titles()).toHaveLength(60)
})

test('a file whose time is over, and one whose project is gone, are looked after no more', async () => {
  await halted()
  const other = await halted()
  clock.advance(4 * 24 * 60 * MINUTE)
  const { watch } = aProcess()
  await watch.look()
  expect([await looks(), (await job(other)).run?.inVain]).toEqual([0, 0])

  clock.advance(-4 * 24 * 60 * MINUTE)
  await storage.imports.plan({ import: other, at: clock.now(), since: clock.now() })
  await storage.records.remove(project.id)
  clock.advance(MINUTE)
  await watch.look()
  expect([await looks(), (await job(other)).run?.inVain]).toEqual([0, 0])
})

test('a look costs what is due: imports that rest are not read', async () => {
  for (let number = 0; number < 30; number++) {
    const at = clock.now().replace('2026', '2027') as ImportJob['at']
    await storage.imports.plan({ import: `import-${number}` as ImportId, at, since: clock.now() })
  }
  const id = await halted()
  clock.advance(31_000)
  const read: ImportId[] = []
  const { watch, rest } = aProcess({
    imports: (imports) => ({
      job: (wanted) => {
        read.push(wanted)
        return imports.job(wanted)
      },
    }),
  })
  await watch.look()
  await rest()
  expect(read).toEqual([id])
})

test('one that can’t be looked at keeps no other from its turn, and is looked at again in five minutes', async () => {
  const [broken, sound] = [await halted(), await halted()]
  clock.advance(31_000)
  const { watch, rest } = aProcess({
    imports: (imports) => ({
      job: (id) => (id === broken ? Promise.reject(new Error('unreadable')) : imports.job(id)),
    }),
  })
  // Whichever comes first: one is taken up at a time.
  for (let time = 0; time < 2; time++) {
    await watch.look()
    await rest()
  }
  expect((await job(sound)).state.status).toBe('done')
  expect(errors).toMatchObject([{ import: broken }])
  clock.advance(5 * MINUTE)
  const next = aProcess()
  await next.watch.look()
  await next.rest()
  expect((await job(broken)).state.status).toBe('done')
})

test('one that closes takes nothing more up', async () => {
  const id = await halted()
  clock.advance(31_000)
  const { watch, rest } = aProcess()
  await watch.close()
  await watch.look()
  await rest()
  expect((await job(id)).state.status).toBe('running')
})
