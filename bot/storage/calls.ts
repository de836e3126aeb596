/** One request to the tables, for whoever counts them. `refused`: it found another state than it asked for. */
export type StorageCall = {
  readonly operation: 'get' | 'list' | 'transaction' | 'insert' | 'replace' | 'remove' | 'other'
  readonly outcome: 'ok' | 'refused' | 'failed'
  readonly ms: number
}

/** `now` in ms. */
export type WatchCalls = { readonly now: () => number; readonly tell: (call: StorageCall) => void }

/** What a request does, by the REST protocol of Azure Tables. */
export function operationOf({
  method,
  url,
}: {
  readonly method: string
  readonly url: string
}): StorageCall['operation'] {
  const path = url.split('?')[0] ?? ''
  switch (method) {
    case 'GET':
      return path.includes('PartitionKey=') ? 'get' : 'list'
    case 'POST':
      return path.endsWith('/$batch') ? 'transaction' : 'insert'
    case 'PUT':
    case 'PATCH':
    case 'MERGE':
      return 'replace'
    case 'DELETE':
      return 'remove'
    default:
      return 'other'
  }
}

/** What its answer says of it: a race that was lost is no failure of the tables. */
export function outcomeOf(status: number): StorageCall['outcome'] {
  if (status < 400) return 'ok'
  return [404, 409, 412].includes(status) ? 'refused' : 'failed'
}
