import { TableClient, type TableServiceClientOptions } from '@azure/data-tables'
import { DefaultAzureCredential } from '@azure/identity'
import { operationOf, outcomeOf, type WatchCalls } from './calls'
import { StorageUnavailable } from './unavailable'

/** Where the table is: by a connection string (Azurite on this machine) or by account url and the host's identity. */
export type TablesConfig = {
  readonly table: string
  readonly at:
    | { readonly kind: 'connection'; readonly connection: string }
    | { readonly kind: 'account'; readonly url: string }
}

type AdditionalPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]

/** Somebody in a chat waits for the answer: longer than this is an outage, repetitions included. */
const USUAL_PATIENCE_MS = 10_000

/** Repeats what failed in passing. The client's own timeout is not used: its timer outlives a request that failed. */
function options(patienceMs: number, watch: WatchCalls | null): TableServiceClientOptions {
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
      ...(watch ? [{ position: 'perRetry' as const, policy: watching(watch) }] : []),
    ],
  }
}

/** Tells of each request as it is over, those that are repeated one by one. */
function watching({ now, tell }: WatchCalls): AdditionalPolicy['policy'] {
  return {
    name: 'plumblineWatch',
    async sendRequest(request, next) {
      const start = now()
      const operation = operationOf(request)
      try {
        const response = await next(request)
        tell({ operation, outcome: outcomeOf(response.status), ms: now() - start })
        return response
      } catch (cause) {
        tell({ operation, outcome: 'failed', ms: now() - start })
        throw cause
      }
    },
  }
}

/** The process's one client, its table made when missing; throws StorageUnavailable when storage doesn't answer. */
export async function connectTables(
  { table, at }: TablesConfig,
  patienceMs = USUAL_PATIENCE_MS,
  watch: WatchCalls | null = null,
): Promise<TableClient> {
  const client =
    at.kind === 'connection'
      ? // Plain http is Azurite's; what may be configured as a connection string is config's to say.
        TableClient.fromConnectionString(at.connection, table, {
          ...options(patienceMs, watch),
          allowInsecureConnection: true,
        })
      : new TableClient(at.url, table, new DefaultAzureCredential(), options(patienceMs, watch))
  try {
    await client.createTable()
  } catch (cause) {
    throw new StorageUnavailable('make its table', cause)
  }
  return client
}
