import pino from 'pino'

/** Where the service writes what happened: structured lines, without tokens and without what people wrote. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** JSON lines on standard output; an error stands under `cause`. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { cause: (cause: unknown) => describe(cause) },
  })
}

type Described = {
  readonly type: string
  readonly message: string
  readonly code?: unknown
  readonly status?: unknown
  readonly stack?: string
  readonly cause?: Described
}

/** The named parts alone: the errors of HTTP clients carry whole requests, tokens included. */
function describe(cause: unknown, depth = 0): Described {
  if (!(cause instanceof Error)) return { type: typeof cause, message: String(cause) }
  const code: unknown = Reflect.get(cause, 'code')
  const status: unknown = Reflect.get(cause, 'statusCode')
  return {
    type: cause.name,
    message: cause.message,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(cause.stack === undefined ? {} : { stack: cause.stack }),
    ...(cause.cause === undefined || depth > 4 ? {} : { cause: describe(cause.cause, depth + 1) }),
  }
}
