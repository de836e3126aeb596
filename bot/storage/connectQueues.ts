import { DefaultAzureCredential } from '@azure/identity'
import { QueueServiceClient, type StoragePipelineOptions } from '@azure/storage-queue'

/** Where the queues are: by a connection string (Azurite on this machine) or by account url and the host's identity. */
export type QueuesConfig =
  | { readonly kind: 'connection'; readonly connection: string }
  | { readonly kind: 'account'; readonly url: string }

/** A hint that can't be given quickly is left: the sweep finds what it was about. */
const OPTIONS: StoragePipelineOptions = { retryOptions: { maxTries: 2, tryTimeoutInMs: 5_000 } }

/** The process's one client of the queue service; asks it nothing yet. */
export function connectQueues(at: QueuesConfig): QueueServiceClient {
  return at.kind === 'connection'
    ? QueueServiceClient.fromConnectionString(at.connection, OPTIONS)
    : new QueueServiceClient(at.url, new DefaultAzureCredential(), OPTIONS)
}
