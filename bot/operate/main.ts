import { parseArgs } from 'node:util'
import { readConfig } from '../config'
import type { ChannelId, TeamId, TenantId } from '../domain/ids'
import { fromEpochMs } from '../domain/time'
import { connectTables } from '../storage/connectTables'
import { openStorage } from '../storage/openStorage'
import { BadBackup } from './backupFile'
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
} from './commands'

const HELP = `For whoever operates Plumbline. Reads the same environment as the service.

  npm run operate -- list                                 the projects, with their ids
  npm run operate -- backup <project> <file>              everything of a project, to a new file
  npm run operate -- restore <file> [--replace]           back into the channel of before
      [--tenant <id>] [--team <id>] [--channel <id>]      or into another one
      [--people <file>]                                   JSON: people's ids of before, with theirs of now
  npm run operate -- delete <project> [--yes]             a project, for good
  npm run operate -- find <tenant> <person>               where a person is named, by id or name
  npm run operate -- export <tenant> <person> <file>      everything that names them, as JSON
  npm run operate -- erase <tenant> <person> <name> [--yes]   their id and name out of all records
`

/** Carries out one command of an operator, on the service's own storage. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      team: { type: 'string' },
      channel: { type: 'string' },
      people: { type: 'string' },
      replace: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  })
  const [command, ...given] = positionals
  const needs = (count: number): string[] => {
    if (given.length !== count) throw new Refused(HELP)
    return given
  }
  const run = async (act: (deps: OperateDeps) => Promise<void>): Promise<void> => {
    const clock = { now: () => fromEpochMs(Date.now()) }
    const { tables } = readConfig(process.env)
    const { archive } = openStorage({ client: await connectTables(tables), clock })
    await act({ archive, clock, say: (line) => void process.stdout.write(`${line}\n`) })
  }
  switch (command) {
    case 'list':
      needs(0)
      return run(listProjects)
    case 'backup': {
      const [project = '', file = ''] = needs(2)
      return run((deps) => backUp(deps, project, file))
    }
    case 'restore': {
      const [file = ''] = needs(1)
      const { tenant, team, channel, people, replace } = values
      const options = {
        people,
        replace,
        ...(tenant !== undefined && { tenant: tenant as TenantId }),
        ...(team !== undefined && { team: team as TeamId }),
        ...(channel !== undefined && { channel: channel as ChannelId }),
      }
      return run((deps) => restore(deps, file, options))
    }
    case 'delete': {
      const [project = ''] = needs(1)
      return run((deps) => removeProject(deps, project, values.yes))
    }
    case 'find': {
      const [tenant = '', person = ''] = needs(2)
      return run((deps) => findPerson(deps, tenant as TenantId, person))
    }
    case 'export': {
      const [tenant = '', person = '', file = ''] = needs(3)
      return run((deps) => exportPerson(deps, { tenant: tenant as TenantId, person, file }))
    }
    case 'erase': {
      const [tenant = '', person = '', name = ''] = needs(3)
      return run((deps) =>
        erasePerson(deps, { tenant: tenant as TenantId, person, name, isSure: values.yes }),
      )
    }
    default:
      throw new Refused(HELP)
  }
}

main().catch((cause: unknown) => {
  const isTold = cause instanceof Refused || cause instanceof BadBackup
  const words = cause instanceof Error ? cause.message : String(cause)
  process.stderr.write(`${isTold ? words : `That did not work: ${words}`}\n`)
  process.exitCode = 1
})
