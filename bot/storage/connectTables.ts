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

const REQUEST_TIMEOUT_MS = 10_000

/** Repeats what failed in passing, a few seconds in all: somebody in a chat waits for the answer. */
const OPTIONS: TableServiceClientOptions = {
  retryOptions: { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 },
  additionalPolicies: [
    {
      position: 'perCall',
      policy: {
        name: 'plumblineTimeout',
        sendRequest: (request, next) => {
          request.timeout = REQUEST_TIMEOUT_MS
          return next(request)
        },
      },
    },
  ],
}

/** The process's one client, its table made when missing; throws StorageUnavailable when storage doesn't answer. */
export async function connectTables({ table, at }: TablesConfig): Promise<TableClient> {
  const client =
    at.kind === 'connection'
      ? // Plain http is Azurite's; what may be configured as a connection string is config's to say.
        TableClient.fromConnectionString(at.connection, table, { ...OPTIONS, allowInsecureConnection: true })
      : new TableClient(at.url, table, new DefaultAzureCredential(), OPTIONS)
  try {
    await client.createTable()
  } catch (cause) {
    throw new StorageUnavailable('make its table', cause)
  }
  return client
}
