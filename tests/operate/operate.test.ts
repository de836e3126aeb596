import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ChannelId, PersonId, ProjectId, TeamId, TenantId } from '../../bot/domain/ids'
import { projectRoot } from '../../bot/local/localStack'
import { BadBackup, checkBackup, rowsOf } from '../../bot/operate/backupFile'
import {
  backUp,
  erasePerson,
  exportPerson,
  findPerson,
  listProjects,
  Refused,
  removeProject,
  restore,
  type OperateDeps,
} from '../../bot/operate/commands'
import type { ReadRow } from '../../bot/storage/archive'
import { tablesConnection } from '../support/azurite'
import { THIS_WEEK } from '../support/builders'
import { PEOPLE, startTeamsTrial, TENANT_ID, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* What an operator does with whole projects and whole people: on a project that has lived a little. */

const { alex, megan } = PEOPLE
const CONTOSO = {
  tenant: 'contoso-00000000-0000-0000-0000-000000000077' as TenantId,
  team: '19:team-of-contoso@thread.tacv2' as TeamId,
  channel: '19:channel-of-contoso@thread.tacv2' as ChannelId,
}

let trial: TeamsTrial
let folder: string
let said: string[]
let deps: OperateDeps
let count = 0

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  folder = await mkdtemp(join(tmpdir(), 'plumbline-operate-'))
  said = []
  deps = { archive: trial.storage.archive, clock: trial.clock, say: (line) => void said.push(line) }
  await setUp(trial)
  await trial.say(megan, 'chat', 'hi')
  await trial.say(megan, 'general', 'help')
  await trial.say(alex, 'general', 'action price file @Megan Bowen by Friday', megan)
  await trial.say(alex, 'general', 'issue order total shows 0')
  await trial.say(megan, 'general', 'comment I-1 seen in Rotterdam too')
  await trial.say(alex, 'general', 'triage I-1 show-stopper @Megan Bowen', megan)
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  await trial.say(alex, 'general', 'recap now')
  await trial.settle()
})
afterEach(async () => {
  await trial.close()
  await rm(folder, { recursive: true })
})

const project = () => trial.project('general')
const aFile = () => join(folder, `file-${++count}`)

async function rows(of: ProjectId = project()): Promise<Map<string, ReadRow>> {
  const found = new Map<string, ReadRow>()
  await deps.archive.read(of, (row) => {
    found.set(row.key, row)
    return Promise.resolve()
  })
  return found
}

async function backedUp(): Promise<string> {
  const file = aFile()
  await backUp(deps, project(), file)
  return file
}

const withoutMarks = (found: Map<string, ReadRow>) =>
  [...found].filter(([key]) => !/^(?:mark|out)\./.test(key)).sort()

describe('a backup', () => {
  test('brings back all that was taken away, and the clock looks at the project again', async () => {
    const before = await rows()
    const file = await backedUp()
    await removeProject(deps, project(), true)
    expect((await rows()).size).toBe(0)
    await restore(deps, file, {})
    expect(withoutMarks(await rows())).toEqual(withoutMarks(before))
    const due = await trial.storage.agenda.due(trial.clock.now(), 100)
    expect(due.map(({ record }) => record.project)).toContain(project())
    await trial.say(alex, 'general', 'action one more @Megan Bowen by Friday', megan)
    expect((await trial.records.item(project(), 'A-2'))?.record.title).toBe('one more')
  })

  test('sends nothing that had waited to be sent', async () => {
    await trial.say(alex, 'general', 'action for later @Megan Bowen by Friday', megan)
    await trial.records.commit(project(), {
      outgoing: [{ id: 'draft', at: trial.clock.now(), what: { kind: 'draft', week: THIS_WEEK } }],
    })
    const file = await backedUp()
    await restore(deps, file, { replace: true })
    expect(await trial.storage.outbox.pending(project(), 10)).toEqual([])
  })

  test('goes into a channel of another tenant, with the people there', async () => {
    const file = await backedUp()
    const people = aFile()
    const megansNew = 'megan-at-contoso-0000000000000001'
    await writeFile(people, JSON.stringify({ [megan.aadObjectId]: megansNew }))
    await restore(deps, file, { ...CONTOSO, people })
    const there = deps.archive.idOf(CONTOSO)
    const moved = await trial.records.project(there)
    expect(moved?.record).toMatchObject({ ...CONTOSO, id: there })
    const item = await trial.records.item(there, 'A-1')
    expect(item?.record.owner).toMatchObject({ id: megansNew, name: 'Megan Bowen' })
    expect((await trial.records.ask(there, THIS_WEEK, megansNew as never))?.record.items).toEqual(['A-1'])
    const listed = await trial.records.issues(there, { before: null, limit: 10 })
    expect(listed.map(({ id }) => id)).toEqual(['I-1'])
    expect((await trial.records.recap(there, THIS_WEEK))?.record.recap.week).toBe(THIS_WEEK)
    expect(await trial.storage.channels.place(there)).toBeNull()
    const all = JSON.stringify([...(await rows(there))])
    for (const old of [TENANT_ID, project(), megan.aadObjectId]) expect(all).not.toContain(old)
    expect(await trial.records.project(project())).not.toBeNull()
  })

  test('has two people change places where the list says so', async () => {
    const [file, people] = [await backedUp(), aFile()]
    const swapped = { [megan.aadObjectId]: alex.aadObjectId, [alex.aadObjectId]: megan.aadObjectId }
    await writeFile(people, JSON.stringify(swapped))
    await restore(deps, file, { ...CONTOSO, people })
    const there = deps.archive.idOf(CONTOSO)
    expect((await trial.records.item(there, 'A-1'))?.record.owner.id).toBe(alex.aadObjectId)
    expect((await trial.records.project(there))?.record.lead.id).toBe(megan.aadObjectId)
  })

  test('is not brought back with a list of people that says nothing', async () => {
    const [file, people] = [await backedUp(), aFile()]
    await writeFile(people, '{"Megan": "Bowen"}')
    await expect(restore(deps, file, { ...CONTOSO, people })).rejects.toThrow('has to be JSON like')
    expect((await rows(deps.archive.idOf(CONTOSO))).size).toBe(0)
  })

  test('takes the place of a project only when told to', async () => {
    const file = await backedUp()
    await trial.say(alex, 'general', 'action too much @Megan Bowen by Friday', megan)
    await expect(restore(deps, file, {})).rejects.toThrow(Refused)
    expect(await trial.records.item(project(), 'A-2')).not.toBeNull()
    await restore(deps, file, { replace: true })
    expect(await trial.records.item(project(), 'A-2')).toBeNull()
  })

  test('holds what changed while it was taken as it stood at the end', async () => {
    const file = aFile()
    const { archive } = deps
    let hasChanged = false
    const busy: typeof archive = {
      ...archive,
      read: (id, tell) =>
        archive.read(id, async (row) => {
          await tell(row)
          if (hasChanged || !row.key.startsWith('item.')) return
          hasChanged = true
          await trial.say(megan, 'general', 'done A-1')
        }),
    }
    await backUp({ ...deps, archive: busy }, project(), file)
    await restore(deps, file, { replace: true })
    expect((await trial.records.item(project(), 'A-1'))?.record.state.status).toBe('done')
    expect(await trial.records.openItems(project())).toEqual([])
  })

  test('that breaks off while it is brought back leaves no project, and is begun again', async () => {
    const file = await backedUp()
    const before = await rows()
    await removeProject(deps, project(), true)
    const home = (await checkBackup(file)).home
    async function* half(): AsyncGenerator<ReadRow> {
      let left = before.size / 2
      for await (const row of rowsOf(file)) {
        if (left-- < 0) throw new Error('pulled the plug')
        yield row
      }
    }
    const options = { replacements: [], isNewHome: false }
    await expect(deps.archive.restore(home, half(), options)).rejects.toThrow('pulled the plug')
    expect(await trial.records.project(project())).toBeNull()
    await restore(deps, file, {})
    expect(withoutMarks(await rows())).toEqual(withoutMarks(before))
  })

  test.each([
    ['is cut off', (text: string) => text.slice(0, -200), 'cut off'],
    ['was changed', (text: string) => text.replace('price file', 'gold file'), 'was changed'],
    ['is something else', () => '{"hello": 1}\n', 'no backup of Plumbline'],
    ['is empty', () => '', 'cut off'],
    ['is of a later format', (text: string) => text.replace('"format":1', '"format":2'), 'has format 2'],
    ['goes on behind its end', (text: string) => `${text}{"key":"x"}\n`, 'behind its end'],
    [
      'holds a line that can’t be read',
      (text: string) => text.replace('"key":"counter', '"kez":"counter'),
      'Line',
    ],
  ])('that %s is refused with a sentence, and nothing is written', async (_what, broken, words) => {
    const file = await backedUp()
    const bad = aFile()
    await writeFile(bad, broken(await readFile(file, 'utf8')))
    await expect(restore(deps, bad, CONTOSO)).rejects.toThrow(BadBackup)
    await expect(restore(deps, bad, CONTOSO)).rejects.toThrow(words)
    expect((await rows(deps.archive.idOf(CONTOSO))).size).toBe(0)
  })

  test('is never written over another file', async () => {
    const file = await backedUp()
    await expect(backUp(deps, project(), file)).rejects.toThrow('EEXIST')
  })
})

describe('a person', () => {
  test('is found by id and by name, and exported with all that names them', async () => {
    await findPerson(deps, TENANT_ID, megan.aadObjectId)
    expect(said.join('\n')).toMatch(/project\..*: .*\d+ item.*/)
    expect(said.join('\n')).toContain('1 contact')
    said.length = 0
    await findPerson(deps, TENANT_ID, 'Nobody Here')
    expect(said).toEqual(['Nobody of that id or name is known in this tenant.'])
    const file = aFile()
    await exportPerson(deps, { tenant: TENANT_ID, person: megan.aadObjectId, file })
    const exported = await readFile(file, 'utf8')
    expect(exported).toContain('seen in Rotterdam too')
    expect((JSON.parse(exported) as { rows: unknown[] }).rows.length).toBeGreaterThan(5)
  })

  const erased = () => ({ tenant: TENANT_ID, person: megan.aadObjectId, name: megan.name })

  test('is erased only when told to', async () => {
    const before = await rows()
    await erasePerson(deps, { ...erased(), isSure: false })
    expect(said.at(-1)).toContain('add --yes')
    expect(await rows()).toEqual(before)
  })

  test.each([
    [{ person: 'megan' }, 'Entra id, whole'],
    [{ name: 'Al' }, 'whole name'],
  ])('whom %j names is not erased: it would be found inside of other words', async (less, words) => {
    const before = await rows()
    await expect(erasePerson(deps, { ...erased(), ...less, isSure: true })).rejects.toThrow(words)
    expect(await rows()).toEqual(before)
  })

  test('who was erased is named nowhere, and the project reads as before', async () => {
    const { people } = trial.storage
    await people.keepFocus(TENANT_ID, megan.aadObjectId as PersonId, {
      project: project(),
      since: trial.clock.now(),
      at: trial.clock.now(),
    })
    await erasePerson(deps, { ...erased(), isSure: true })
    const left: string[] = []
    for await (const row of trial.table.listEntities()) {
      const text = JSON.stringify(row)
      if (text.includes(megan.aadObjectId) || text.includes(megan.name)) left.push(String(row.rowKey))
    }
    expect(left).toEqual([])
    const item = await trial.records.item(project(), 'A-1')
    expect(item?.record.owner.name).toBe('Someone who left')
    expect(await trial.records.openItems(project())).toHaveLength(1)
    const page = await trial.records.issuePage(
      project(),
      { by: 'owner', owner: null, severity: null } as never,
      { after: null, limit: 10 },
    )
    expect(JSON.stringify(page)).toContain('Someone who left')
    expect(JSON.stringify((await trial.records.recap(project(), THIS_WEEK))?.record)).toContain(
      'Someone who left',
    )
    await trial.say(alex, 'general', 'own A-1 @Alex Wilber', alex)
    expect((await trial.records.item(project(), 'A-1'))?.record.owner.name).toBe('Alex Wilber')
  })

  test('is erased by who begins again after a stop in the middle', async () => {
    const { archive } = deps
    await archive.replace(TENANT_ID, [{ from: megan.aadObjectId, to: 'erased-half-way-0001', isId: true }])
    await erasePerson(deps, { ...erased(), isSure: true })
    said.length = 0
    await findPerson(deps, TENANT_ID, megan.name)
    expect(said).toEqual(['Nobody of that id or name is known in this tenant.'])
  })
})

test('a project is taken away for good only when told to', async () => {
  await removeProject(deps, project(), false)
  expect(said.at(-1)).toContain('add --yes')
  expect(await trial.records.project(project())).not.toBeNull()
  await removeProject(deps, project(), true)
  expect((await rows()).size).toBe(0)
  await listProjects(deps)
  expect(said.at(-1)).toBe('There is no project.')
  await expect(removeProject(deps, project(), true)).rejects.toThrow('There is no project')
})

test('the program does so from the command line, and says how to where it is not understood', async () => {
  const run = promisify(execFile)
  const main = join(projectRoot(), 'dist/bot/operate/main.js')
  const env = {
    PATH: process.env['PATH'],
    PLUMBLINE_MODE: 'local',
    TABLES_CONNECTION: tablesConnection(),
    TABLE_NAME: trial.table.tableName,
  }
  const { stdout } = await run(process.execPath, [main, 'list'], { env })
  expect(stdout).toContain(project())
  const refused = run(process.execPath, [main, 'dance'], { env })
  await expect(refused).rejects.toMatchObject({
    stderr: expect.stringContaining('npm run operate -- backup') as string,
  })
})
