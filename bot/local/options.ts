import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Ports = {
  readonly service: number
  readonly playground: number
  readonly tables: number
  readonly queues: number
}

/** What `npm start` was asked to do. `refused` says in one sentence what is wrong with the asking. */
export type Asked =
  | {
      readonly kind: 'run'
      readonly ports: Ports
      readonly data: string
      readonly seed: boolean
      readonly reset: boolean
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly why: string }

export type Environment = Readonly<Record<string, string | undefined>>

/** Each port: what listens there, and by what option and variable to change it. */
export const PORTS = {
  service: { what: 'the bot and the tab', flag: 'port', variable: 'PORT', usual: 3978 },
  playground: { what: 'the Playground', flag: 'playground-port', variable: 'PLAYGROUND_PORT', usual: 56150 },
  tables: { what: "Azurite's tables", flag: 'tables-port', variable: 'TABLES_PORT', usual: 10002 },
  queues: { what: "Azurite's queues", flag: 'queues-port', variable: 'QUEUES_PORT', usual: 10001 },
} as const

export type PortName = keyof typeof PORTS
export const PORT_NAMES = ['service', 'playground', 'tables', 'queues'] as const

/**
 * What would tie a trial on one machine to a real bot or to real data. A trial lets anyone on this machine act as
 * anyone, so it must not meet them.
 */
const REAL = [
  'BOT_ID',
  'BOT_TYPE',
  'BOT_TENANT_ID',
  'BOT_PASSWORD',
  'ALLOWED_TENANTS',
  'TAB_APP_ID',
  'PUBLIC_URL',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'AZURE_STORAGE_ACCOUNT',
  'AZURE_STORAGE_CONNECTION_STRING',
  'TABLES_URL',
  'TABLES_CONNECTION',
  'QUEUES_URL',
  'QUEUES_CONNECTION',
]

/** Reads the command line, then the environment, then what is usual. `root` is where relative paths start. */
export function readOptions(args: readonly string[], env: Environment, root: string): Asked {
  const flags = parseFlags(args)
  if (flags === null)
    return refused(`There is no such option: ${args.join(' ')}. "npm start -- --help" lists them.`)
  if (flags.help === true) return { kind: 'help' }

  const real = REAL.find((name) => (env[name] ?? '') !== '')
  if (real !== undefined) {
    return refused(
      `${real} is set: a trial must not touch a real bot or real data, so unset it and start again.`,
    )
  }
  const read = (name: PortName): number =>
    readPort(flags[PORTS[name].flag] ?? env[PORTS[name].variable], name)
  const ports: Ports = {
    service: read('service'),
    playground: read('playground'),
    tables: read('tables'),
    queues: read('queues'),
  }
  const wrong = PORT_NAMES.find((name) => Number.isNaN(ports[name]))
  if (wrong !== undefined) return refused(`--${PORTS[wrong].flag} takes a number from 1 to 65535.`)
  const twin = PORT_NAMES.find((name, index) =>
    PORT_NAMES.some((other, at) => at < index && ports[other] === ports[name]),
  )
  if (twin !== undefined) {
    return refused(
      `Port ${ports[twin]} is given twice: choose another for ${PORTS[twin].what} with --${PORTS[twin].flag}.`,
    )
  }
  return {
    kind: 'run',
    ports,
    data: resolve(root, flags.data ?? env['PLUMBLINE_DATA'] ?? '.data'),
    seed: flags.empty !== true && env['PLUMBLINE_SEED'] !== 'none',
    reset: flags.reset === true,
  }
}

export const HELP = `npm start -- [options]

Starts Plumbline for a trial on this machine: the bot, the tab, and Microsoft's Playground to chat in.

${PORT_NAMES.map((name) => `  --${PORTS[name].flag.padEnd(18)}${PORTS[name].what} (or ${PORTS[name].variable}; usually ${PORTS[name].usual})`).join('\n')}
  --data              where the data is kept (or PLUMBLINE_DATA; usually .data)
  --empty             without the demo project (or PLUMBLINE_SEED=none)
  --reset             forgets all data first
  --help              this text`

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'playground-port': { type: 'string' },
        'tables-port': { type: 'string' },
        'queues-port': { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        reset: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch {
    return null
  }
}

/** NaN for what is no port. */
function readPort(text: string | undefined, name: PortName): number {
  if (text === undefined || text === '') return PORTS[name].usual
  const port = Number(text)
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : NaN
}

function refused(why: string): Asked {
  return { kind: 'refused', why }
}
