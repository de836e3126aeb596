import type { Links } from '../cards/reader'
import type { Cause } from '../cause'
import type { ChannelId, PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Member } from '../domain/person'
import type { FlowDeps } from '../flows/deps'
import type { Log } from '../log'
import type { Observe } from '../telemetry/happening'
import type { Reply } from './answers'

/** Who somebody is by a verified token: a tenant and a person, and nothing that a browser could make up. */
export type Identity = { readonly tenant: TenantId; readonly person: PersonId }

/** Reads a bearer token. Null for every token that is not to be trusted, whatever the reason; throws on an outage. */
export type Authenticate = (token: string) => Promise<Identity | null>

/** Local mode: the people of the trial, one of whom the browser says to be, and the channels that can hold a project. */
export type LocalDoor = {
  readonly tenant: TenantId
  readonly people: readonly Member[]
  readonly channels: readonly ChannelId[]
  /** Makes a short-lived token for one of the people. */
  readonly signIn: (person: PersonId) => Promise<string>
}

/** What the HTTP side needs of the world. */
export type ApiDeps = FlowDeps & {
  readonly authenticate: Authenticate
  /** Null in production. */
  readonly local: LocalDoor | null
  readonly links: Links
  /** Has what a change left in the outbox sent soon; never fails. */
  readonly wake: (project: ProjectId) => void
  /** Takes an activity of the Bot Framework. A body of `undefined` is none. */
  readonly messages: (authorization: string, activity: unknown) => Promise<Reply>
  /** Resolves when what the service stands on answers. */
  readonly ready: () => Promise<void>
  /** Whether the service takes its leave: it still answers, is not ready any more, and keeps no connection. */
  readonly isEnding: () => boolean
  /** The folder of the built tab; its files are read once. */
  readonly tabFolder: string
  /** The Entra app that signs people in on the tab and the Teams app's id, for its page; null in local mode. */
  readonly tabSignIn: { readonly client: string; readonly app: string } | null
  readonly log: Log
  /** A short reference for a failure: the person reads it out, the log has it. */
  readonly newReference: () => string
  readonly newCause: () => Cause
  readonly observe: Observe
}
