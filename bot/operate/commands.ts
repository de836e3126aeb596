import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Clock } from '../flows/ports'
import type { Archive, Home } from '../storage/archive'
import type { KeptRow, Replacement } from '../storage/keptRows'
import { BadBackup, checkBackup, jsonIn, rowsOf, writeBackup } from './backupFile'

export type OperateDeps = {
  readonly archive: Archive
  readonly clock: Clock
  readonly say: (line: string) => void
}

/** What keeps a command from being carried out, in a sentence that says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

export async function listProjects({ archive, say }: OperateDeps): Promise<void> {
  const projects = await archive.projects()
  if (projects.length === 0) say('There is no project.')
  for (const { id, name, customer, tenant, state } of projects) {
    say(`${id}  ${customer} · ${name}  (tenant ${tenant}, ${state.status})`)
  }
}

/** Writes everything of a project to a new file. */
export async function backUp({ archive, clock, say }: OperateDeps, id: string, file: string): Promise<void> {
  const project = await there(archive, id)
  const rows = await writeBackup(
    file,
    {
      project: project.id,
      name: `${project.customer} · ${project.name}`,
      tenant: project.tenant,
      team: project.team,
      channel: project.channel,
      takenAt: clock.now(),
    },
    (tell) => archive.read(project.id, tell),
  )
  say(
    `${project.name} is in ${file}: ${rows} rows. It holds people’s names and words; keep it where only few can read.`,
  )
}

export type RestoreOptions = Partial<Home> & {
  /** A JSON file: people's ids of before, with theirs of now. */
  readonly people?: string | undefined
  /** Takes away what stands there. */
  readonly replace?: boolean
}

/** Brings a project back, into the channel of before or into another one, of another tenant too. */
export async function restore(
  { archive, say }: OperateDeps,
  file: string,
  { people, replace = false, ...over }: RestoreOptions,
): Promise<void> {
  const about = await checkBackup(file)
  const before = about.home
  const home: Home = {
    tenant: over.tenant ?? before.tenant,
    team: over.team ?? before.team,
    channel: over.channel ?? before.channel,
  }
  const id = archive.idOf(home)
  const isNewHome = id !== about.project
  if (isNewHome && over.team === undefined) {
    throw new Refused('Another channel needs its team, too: add --team.')
  }
  const standing = await archive.project(id)
  if (standing && !replace) {
    throw new Refused(
      `${standing.name} stands in that channel. Nothing was changed. To have the backup in its place, add --replace.`,
    )
  }
  const replacements = [
    ...(isNewHome ? homeReplacements(about.project as ProjectId, before, id, home) : []),
    ...(people === undefined ? [] : await readPeople(people)),
  ]
  if (standing || (await archive.isGoing(id)))
    say(`${await archive.clear(id)} rows that stood there are gone.`)
  const count = await archive.restore(home, rowsOf(file), { replacements, isNewHome })
  say(`${about.name}, as of ${about.takenAt}, is back: ${count} rows. Its week goes on by the clock.`)
  if (isNewHome) {
    say('It is reached once something is said in its channel: have somebody write “@Plumbline status” there.')
  }
}

/** Takes a project away for good. */
export async function removeProject(
  { archive, say }: OperateDeps,
  id: string,
  isSure: boolean,
): Promise<void> {
  const project = await there(archive, id)
  if (!isSure) {
    say(
      `This would take away ${project.customer} · ${project.name} with everything in it. To do so, add --yes.`,
    )
    return
  }
  say(`${project.name} is gone: ${await archive.clear(project.id)} rows.`)
}

/** Where a person is named, by how many rows of which kind. */
export async function findPerson(
  { archive, say }: OperateDeps,
  tenant: TenantId,
  person: string,
): Promise<void> {
  const counts = new Map<string, Map<string, number>>()
  await archive.naming(tenant, [person], (partition, { kind }) => {
    const kinds = counts.get(partition) ?? new Map<string, number>()
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    counts.set(partition, kinds)
    return Promise.resolve()
  })
  if (counts.size === 0) say('Nobody of that id or name is known in this tenant.')
  for (const [partition, kinds] of counts) {
    say(`${partition}: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`)
  }
}

/** Writes everything that names a person to a new file, as JSON. */
export async function exportPerson(
  { archive, say }: OperateDeps,
  { tenant, person, file }: { readonly tenant: TenantId; readonly person: string; readonly file: string },
): Promise<void> {
  const rows: object[] = []
  await archive.naming(tenant, [person], (partition, { key, kind, json }: KeptRow) => {
    rows.push({ in: partition, key, kind, record: JSON.parse(json) as unknown })
    return Promise.resolve()
  })
  await writeFile(file, `${JSON.stringify({ person, tenant, rows }, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  say(`${rows.length} records name this person; they are in ${file}.`)
}

/** Who takes the place of a person who was erased. */
const SOMEONE = 'Someone who left'

/**
 * Takes a person's id and name out of all records of a tenant; what they did stays, as done by someone who left. Says
 * what it would do unless it is told to.
 */
export async function erasePerson(
  { archive, say }: OperateDeps,
  { tenant, person, name, isSure }: ErasedPerson,
): Promise<void> {
  if (!/^[\w-]{16,}$/.test(person)) throw new Refused('To erase somebody takes their Entra id, whole.')
  // A short one would be found inside of other words.
  if (name.trim().length < 4)
    throw new Refused('To erase somebody takes their whole name, as the records have it.')
  if (!isSure) {
    await findPerson({ archive, say, clock: NO_CLOCK }, tenant, person)
    say(
      `In all of these “${name}” would become “${SOMEONE}”, and their id one that is nobody’s. To do so, add --yes.`,
    )
    return
  }
  await archive.forget(tenant, person as PersonId)
  const count = await archive.replace(tenant, [
    { from: person, to: `erased-${randomUUID()}`, isId: true },
    { from: name, to: SOMEONE, isId: false },
  ])
  say(`${count} records no longer name them.`)
}

export type ErasedPerson = {
  readonly tenant: TenantId
  readonly person: string
  readonly name: string
  readonly isSure: boolean
}

const NO_CLOCK: Clock = {
  now() {
    throw new Error('Nothing is dated here')
  },
}

async function there(archive: Archive, id: string) {
  const project = await archive.project(id as ProjectId)
  if (!project) throw new Refused(`There is no project ${id}. “list” shows those that there are.`)
  return project
}

function homeReplacements(
  project: ProjectId,
  before: Home,
  id: ProjectId,
  home: Home,
): readonly Replacement[] {
  return [
    { from: project, to: id, isId: true },
    { from: before.channel, to: home.channel, isId: true },
    { from: before.team, to: home.team, isId: true },
    { from: before.tenant, to: home.tenant, isId: true },
  ].filter(({ from, to }) => from !== to)
}

const mapping = z.record(z.string().min(16), z.string().min(16))

async function readPeople(file: string): Promise<readonly Replacement[]> {
  const parsed = mapping.safeParse(jsonIn(await readFile(file, 'utf8')))
  if (!parsed.success) {
    throw new BadBackup(
      `${file} has to be JSON like {"id of before": "id of now"}, with the people’s Entra ids.`,
    )
  }
  return Object.entries(parsed.data).map(([from, to]) => ({ from, to, isId: true }))
}
