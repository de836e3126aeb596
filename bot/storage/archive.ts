import type { ChannelId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { Project } from '../domain/project'
import type { NotedAgenda } from './agenda'
import type { contactRow } from './contactRow'
import { entityOf, keptFrom, withReplaced, type KeptRow, type Replacement } from './keptRows'
import { encoded, ranges, projectPartition, rowKeys, tenantPartition } from './keys'
import { ofTeamRow, pendingRow } from './pointerRow'
import { projectRow } from './projectRow'
import { removingRow } from './removal'
import type { Table, Tagged, Write } from './table'

/** Where a project's channel is. */
export type Home = { readonly tenant: TenantId; readonly team: TeamId; readonly channel: ChannelId }

/** What a reading of a project's rows comes to: rows, and later ones in place of earlier ones with the same key. */
export type ReadRow = KeptRow | { readonly key: string; readonly gone: true }

/** Whole projects and whole people, as an operator moves them: rows that nobody looks into. */
export type Archive = ReturnType<typeof openArchive>

/** So often a project is looked through again because it changed meanwhile. */
const LOOKS = 10
const AT_ONCE = 90
/** Rows that are of one channel or process and mean nothing in another, or would send something a second time. */
const STAYS = /^(?:out\.|mark\.|removing$)/
/** Beyond those what tells of messages and tabs in the channel that was. */
const STAYS_AT_HOME = /^(?:out\.|mark\.|removing$|sent\.|posted\.|place$|pinned$)/

export function openArchive(table: Table, agenda: Pick<NotedAgenda, 'note'>) {
  async function keysOf(project: ProjectId): Promise<Map<string, string>> {
    const rows = await table.list(project, ranges.all, Infinity, ['rowKey', 'etag'])
    return new Map(rows.map(({ row, tag }) => [String(row['rowKey']), tag]))
  }

  async function rowsUnder(
    partition: string,
    take: (rows: readonly Tagged[]) => Promise<void>,
  ): Promise<void> {
    let range = ranges.all
    for (;;) {
      const rows = await table.list(partition, range, 1_000)
      await take(rows)
      const last = rows.at(-1)
      if (!last || rows.length < 1_000) return
      range = ranges.after(range, String(last.row['rowKey']))
    }
  }

  async function write(writes: readonly Write[]): Promise<void> {
    for (let start = 0; start < writes.length; start += AT_ONCE) {
      const some = writes.slice(start, start + AT_ONCE)
      if ((await table.transact(some)) === 'lost')
        throw new Error('Somebody else writes there at the same time')
    }
  }

  async function projects(): Promise<readonly Project[]> {
    return (await table.listEverywhere(rowKeys.project)).map(({ row }) => projectRow.fromEntity(row))
  }

  return {
    projects,

    project: async (id: ProjectId): Promise<Project | null> => {
      const found = await table.get(projectRow.place(id))
      return found && projectRow.fromEntity(found.row)
    },

    idOf: ({ tenant, channel }: Pick<Home, 'tenant' | 'channel'>): ProjectId =>
      projectPartition(tenant, channel),

    /**
     * Tells of every row, and of those that changed meanwhile once more, until nothing did between two looks: then what
     * was told is the project as it stood at one moment. Throws when it never rests.
     */
    async read(project: ProjectId, tell: (row: ReadRow) => Promise<void>): Promise<void> {
      const told = new Map<string, string>()
      await rowsUnder(project, async (rows) => {
        for (const { row, tag } of rows) {
          told.set(String(row['rowKey']), tag)
          await tell(keptFrom(row))
        }
      })
      for (let look = 0; look < LOOKS; look++) {
        const now = await keysOf(project)
        const changed = [...now].filter(([key, tag]) => told.get(key) !== tag).map(([key]) => key)
        const gone = [...told.keys()].filter((key) => !now.has(key))
        if (changed.length === 0 && gone.length === 0) return
        for (const key of gone) {
          told.delete(key)
          await tell({ key, gone: true })
        }
        for (const key of changed) {
          const there = await table.get({ partition: project, row: key })
          if (!there) continue
          told.set(key, there.tag)
          await tell(keptFrom(there.row))
        }
      }
      throw new Error('The project changes faster than it can be read; try again when it is quieter')
    },

    /**
     * Writes rows as a project in this home, the project's own row last of all: until it stands there is no project, and
     * whoever is interrupted begins again. `isNewHome`: what belongs to the channel of before is left out. What waited
     * to be sent is not sent.
     */
    async restore(
      home: Home,
      rows: AsyncIterable<ReadRow>,
      {
        replacements,
        isNewHome,
      }: { readonly replacements: readonly Replacement[]; readonly isNewHome: boolean },
    ): Promise<number> {
      const project = projectPartition(home.tenant, home.channel)
      const stays = isNewHome ? STAYS_AT_HOME : STAYS
      let last: KeptRow | null = null
      let count = 0
      let writes = new Map<string, Write>()
      const flush = async (): Promise<void> => {
        await write([...writes.values()])
        writes = new Map()
      }
      for await (const row of rows) {
        if (stays.test(row.key)) continue
        if ('gone' in row) {
          await flush()
          const there = await table.get({ partition: project, row: row.key })
          if (there) await table.remove({ partition: project, row: row.key }, there.tag)
          continue
        }
        const kept = withReplaced(row, replacements)
        if (kept.key === rowKeys.project) {
          last = kept
          continue
        }
        writes.set(kept.key, { how: 'any', entity: entityOf(project, kept) })
        count += 1
        if (writes.size >= AT_ONCE) await flush()
      }
      await flush()
      if (!last) throw new Error('There is no project among the rows')
      await table.upsert(ofTeamRow.toEntity(home.tenant, home.team, project))
      await agenda.note(project)
      await write([{ how: 'any', entity: entityOf(project, inHome(last, project, home)) }])
      return count + 1
    },

    /** Whether a project was taken away in the chat and its rows are still going. */
    isGoing: async (id: ProjectId): Promise<boolean> => (await table.get(removingRow.place(id))) !== null,

    /** Takes away every row of a project, its own first: from then on there is none. Whoever is interrupted begins again. */
    async clear(project: ProjectId): Promise<number> {
      const own = await table.get(projectRow.place(project))
      if (own) await table.remove(projectRow.place(project), own.tag)
      let count = own ? 1 : 0
      for (;;) {
        const rows = await table.list(project, ranges.all, AT_ONCE)
        if (rows.length === 0) break
        const removed = rows.map(({ row }): Write => ({
          how: 'delete',
          place: { partition: project, row: String(row['rowKey']) },
        }))
        // Somebody else takes away the same: what is left is looked at again.
        if ((await table.transact(removed)) === 'saved') count += removed.length
      }
      const pending = await table.get(pendingRow.place(project))
      if (pending) await table.remove(pendingRow.place(project), pending.tag)
      return count
    },

    /** Tells of every row of a tenant that names one of these texts, with where it stands. */
    async naming(
      tenant: TenantId,
      texts: readonly string[],
      tell: (partition: string, row: KeptRow) => Promise<void>,
    ): Promise<void> {
      for (const partition of await partitionsOf(tenant)) {
        await rowsUnder(partition, async (rows) => {
          for (const { row } of rows) {
            const kept = keptFrom(row)
            if (names(kept, texts)) await tell(partition, kept)
          }
        })
      }
    },

    /**
     * Writes other texts in place of these in every row of a tenant, each over what was read; a row whose key names one
     * moves to another key in the same transaction. Whoever is interrupted begins again.
     */
    async replace(tenant: TenantId, replacements: readonly Replacement[]): Promise<number> {
      let count = 0
      const texts = replacements.map(({ from }) => from)
      for (const partition of await partitionsOf(tenant)) {
        await rowsUnder(partition, async (rows) => {
          for (const tagged of rows) {
            if (names(keptFrom(tagged.row), texts)) count += await replaceIn(partition, tagged)
          }
        })
      }
      return count

      async function replaceIn(partition: string, { row, tag }: Tagged): Promise<number> {
        const before = keptFrom(row)
        const entity = entityOf(partition, withReplaced(before, replacements))
        const place = { partition, row: before.key }
        const writes: Write[] =
          entity.rowKey === before.key
            ? [{ how: 'over', entity, tag }]
            : [
                { how: 'any', entity },
                { how: 'delete', place },
              ]
        if ((await table.transact(writes)) === 'saved') return 1
        const there = await table.get(place)
        return there ? replaceIn(partition, there) : 0
      }
    },

    /**
     * Takes away what is known of a person apart from projects: how they are reached, what they wish, where they were
     * seen, and what their chat is about.
     */
    async forget(tenant: TenantId, person: Parameters<typeof contactRow.place>[1]): Promise<void> {
      const partition = tenantPartition(tenant)
      const { contact, wishes, focus, shut } = rowKeys
      const keys = [contact(person), wishes(person), focus(person), shut({ to: 'person', person })]
      const seen = await table.list(partition, ranges.seenIn(person))
      for (const key of [...keys, ...seen.map(({ row }) => String(row['rowKey']))]) {
        const there = await table.get({ partition, row: key })
        if (there) await table.remove({ partition, row: key }, there.tag)
      }
    },
  }

  async function partitionsOf(tenant: TenantId): Promise<readonly string[]> {
    const own = (await projects()).filter((project) => project.tenant === tenant)
    return [tenantPartition(tenant), ...own.map(({ id }) => id)]
  }
}

/** The project's own row says where it is: in General, team and channel have one id, which tells nothing apart. */
function inHome(row: KeptRow, id: ProjectId, home: Home): KeptRow {
  return { ...row, json: JSON.stringify({ ...(JSON.parse(row.json) as object), id, ...home }) }
}

/** Whether a row holds one of these texts, in its document or in its key. */
function names({ key, json, beside }: KeptRow, texts: readonly string[]): boolean {
  const all = `${json}\n${Object.values(beside).join('\n')}`
  return texts.some((text) => all.includes(JSON.stringify(text).slice(1, -1)) || key.includes(encoded(text)))
}
