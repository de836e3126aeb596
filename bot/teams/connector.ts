import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder'
import {
  ConnectorFactory,
  type ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { causeNow } from '../cause'
import { SharedCredentials } from './sharedCredentials'

/** Who the bot is to the Bot Framework. `local` sends and accepts without tokens, on this machine alone. */
export type BotRegistration =
  | { readonly kind: 'local' }
  | { readonly kind: 'managedIdentity'; readonly appId: string; readonly tenant: string }
  | {
      readonly kind: 'singleTenant'
      readonly appId: string
      readonly tenant: string
      readonly password: string
    }

/** How long one request to Teams may take, in ms, before nobody knows whether it arrived. */
const REQUEST_TIMEOUT = 15_000

/** How the bot proves itself; `requestTimeout` in ms. */
type Proof = {
  readonly registration: BotRegistration
  readonly credentials?: ServiceClientCredentialsFactory
  readonly requestTimeout?: number
}

/** Regions of Teams' connector are few. */
const REMEMBERED_SERVICES = 50

/**
 * The Bot Framework's connector clients, each making exactly one request a call. The stock client posts the same message
 * four times on a 5xx; here the outbox alone decides what is sent again. A client is made once for each service and kept,
 * and so is the one for people's tokens, which every turn is given and none uses: making them costs more than most turns.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: REMEMBERED_SERVICES })

  /** One is enough: the bot has one identity. */
  private userTokens: Promise<UserTokenClient> | null = null

  constructor(private readonly given: Proof) {
    const { registration } = given
    super(optionsOf(registration), new SharedCredentials(given.credentials ?? credentialsOf(registration)))
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const timeout = this.given.requestTimeout ?? REQUEST_TIMEOUT
    return new OneRequestConnectors(super.createConnectorFactory(identity), this.connectors, timeout)
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    if (this.userTokens) return this.userTokens
    const made = super.createUserTokenClient(identity)
    made.catch(() => (this.userTokens = null))
    this.userTokens = made
    return made
  }
}

class OneRequestConnectors extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly known: LRUCache<string, Promise<ConnectorClient>>,
    private readonly timeout: number,
  ) {
    super()
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`
    const there = this.known.get(key)
    if (there) return there
    const made = this.inner
      .create(serviceUrl, audience)
      .then((client) => plainlySending(client, this.timeout))
    this.known.set(key, made)
    made.catch(() => this.known.delete(key))
    return made
  }
}

type Sendable = { timeout: number; readonly headers: { set(name: string, value: string): void } }
const pipelineOf = z.object({
  pipeline: z.custom<{
    removePolicy(options: { name: string }): unknown
    addPolicy(policy: {
      name: string
      sendRequest: (request: Sendable, next: (request: Sendable) => unknown) => unknown
    }): void
  }>(
    (value) => typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value,
  ),
})

/**
 * What the connector's client does to each request and a message has no use for: to send it again, to follow it to
 * another host with the bot's token, to see whether it is a form, and to tell tracers and loggers that are not there.
 */
const NOT_WANTED = [
  'defaultRetryPolicy',
  'redirectPolicy',
  'formDataPolicy',
  'multipartPolicy',
  'tracingPolicy',
  'logPolicy',
]

/** `client` is private to the connector; its shape is checked, so an update that moves it fails loudly. */
function plainlySending(connector: ConnectorClient, timeout: number): ConnectorClient {
  const { pipeline } = pipelineOf.parse(Reflect.get(connector, 'client'))
  for (const name of NOT_WANTED) pipeline.removePolicy({ name })
  pipeline.addPolicy({
    name: 'timeoutAndCause',
    sendRequest(request, next) {
      request.timeout = timeout
      const cause = causeNow()
      if (cause) request.headers.set('x-ms-client-request-id', cause)
      return next(request)
    },
  })
  return connector
}

function optionsOf(registration: BotRegistration): ConfigurationBotFrameworkAuthenticationOptions {
  return registration.kind === 'local'
    ? {}
    : { MicrosoftAppId: registration.appId, MicrosoftAppTenantId: registration.tenant }
}

function credentialsOf(registration: BotRegistration): ServiceClientCredentialsFactory {
  switch (registration.kind) {
    case 'local':
      return new ConfigurationServiceClientCredentialFactory({})
    case 'managedIdentity':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppId: registration.appId,
        MicrosoftAppTenantId: registration.tenant,
      })
    case 'singleTenant':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: registration.appId,
        MicrosoftAppTenantId: registration.tenant,
        MicrosoftAppPassword: registration.password,
      })
  }
}
