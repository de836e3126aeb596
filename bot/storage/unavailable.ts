/**
 * Storage could not be asked, or refused. The message names the step and the service's code, never keys or texts, so
 * it may be logged; the cause is kept for debugging. A write that ends like this may or may not have happened.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'

  constructor(step: string, cause: unknown) {
    super(`Storage could not ${step} (${codeOf(cause)})`, { cause })
  }
}

/** A row that stands in storage and that this version of the service can't read. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord'

  constructor(kind: string, why: string, cause?: unknown) {
    super(`Can't read a stored ${kind}: ${why}`, { cause })
  }
}

/** HTTP status of a refusal by the service, or undefined when it never answered. */
export function statusOf(error: unknown): number | undefined {
  return isRecord(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : undefined
}

/** The service's own word for what went wrong: transactions carry it on the error, single requests in its details. */
export function codeOf(error: unknown): string {
  if (!isRecord(error)) return 'unknown'
  const details = isRecord(error['details']) ? error['details']['errorCode'] : undefined
  const word = [error['code'], details, error['name']].find((text) => typeof text === 'string')
  return typeof word === 'string' ? word : 'unknown'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
