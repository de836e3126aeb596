import pino from 'pino'

/** Where the service writes what happened: structured lines, without tokens and without what people wrote. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** JSON lines on standard output. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['authorization', '*.authorization', '*.headers', 'token', '*.token'],
      censor: '[hidden]',
    },
  })
}
