import { TableClient, type TableServiceClientOptions } from '@azure/data-tables'
import { DefaultAzureCredential } from '@azure/identity'
import { StorageUnavailable } from './unavailable'

/** Where the table is: by a connection string (Azurite on this machine) or by account url and the host's identity. */
export type TablesConfig = {
  readonly table: string
  readonly at:
    | { readonly kind: 'connection'; readonly connection: string }
    | { readonly kind: 'account'; readonly url: string }
}

/** Somebody in a chat waits for the answer: longer than this is an outage, repetitions included. */
const USUAL_PATIENCE_MS = 10_000

/** Repeats what failed in passing. The client's own timeout is not used: its timer outlives a request that failed. */
function options(patienceMs: number): TableServiceClientOptions {
  return {
    retryOptions: { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 },
    additionalPolicies: [
      {
        position: 'perCall',
        policy: {
          name: 'plumblinePatience',
          sendRequest: (request, next) => {
            request.abortSignal = AbortSignal.timeout(patienceMs)
            return next(request)
          },
        },
      },
    ],
  }
}

/** The process's one client, its table made when missing; throws StorageUnavailable when storage doesn't answer. */
export async function connectTables(
  { table, at }: TablesConfig,
  patienceMs = USUAL_PATIENCE_MS,
): Promise<TableClient> {
  const client =
    at.kind === 'connection'
      ? // Plain http is Azurite's; what may be configured as a connection string is config's to say.
        TableClient.fromConnectionString(at.connection, table, {
          ...options(patienceMs),
          allowInsecureConnection: true,
        })
      : new TableClient(at.url, table, new DefaultAzureCredential(), options(patienceMs))
  try {
    await client.createTable()
  } catch (cause) {
    throw new StorageUnavailable('make its table', cause)
  }
  return client
}
