import pino from 'pino'
import { causeNow } from './cause'

/** Where the service writes what happened: structured lines, without tokens and without what people wrote. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** JSON lines, on standard output unless told; an error stands under `cause`, the id of what set it off under `causeId`. */
export function createLog(level: string, to?: { write(line: string): void }): Log {
  const serializer = (cause: unknown) => describe(cause)
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const causeId = causeNow()
      return causeId === undefined ? {} : { causeId }
    },
    // pino puts an error that is given in place of the fields under `err`, by default with all that hangs on it.
    serializers: { cause: serializer, err: serializer },
  }
  return to ? pino(options, to) : pino(options)
}

type Described = {
  readonly type: string
  readonly message: string
  readonly code?: string | number
  readonly status?: string | number
  readonly stack?: string
  readonly cause?: Described
}

/** The named parts alone: the errors of HTTP clients carry whole requests, tokens included. */
function describe(cause: unknown, depth = 0): Described {
  if (!(cause instanceof Error)) return { type: typeof cause, message: withoutSecrets(String(cause)) }
  const code = plain(Reflect.get(cause, 'code'))
  const status = plain(Reflect.get(cause, 'statusCode'))
  return {
    type: cause.name,
    message: withoutSecrets(cause.message),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(cause.stack === undefined ? {} : { stack: withoutSecrets(cause.stack) }),
    ...(cause.cause === undefined || depth > 4 ? {} : { cause: describe(cause.cause, depth + 1) }),
  }
}

function plain(value: unknown): string | number | undefined {
  if (typeof value === 'string') return withoutSecrets(value)
  return typeof value === 'number' ? value : undefined
}

/** What an error's own words may quote: a header, a signed address, a connection string, a form of credentials. */
const SECRETS: readonly RegExp[] = [
  /\b(?:Bearer|Basic|SharedKey(?:Lite)?)\s+[^\s"',;}]+/gi,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:AccountKey|SharedAccessSignature|sig|client_secret|client_assertion|(?:access|refresh|id)_token|password)["']?\s*[=:]\s*["']?[^\s"',;&}]+/gi,
]

/** Beyond its host an address may hold who somebody is, what a file is called, and a signature that opens it. */
const ADDRESS = /\b(https?:\/\/[^\s/?#"'<>)]+)[^\s"'<>)]*/gi

function withoutSecrets(text: string): string {
  return SECRETS.reduce((kept, secret) => kept.replace(secret, '[secret]'), text.replace(ADDRESS, '$1'))
}
