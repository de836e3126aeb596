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
} from 'botframework-connector'
import { z } from 'zod'

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

/** The Bot Framework's token service; only tests name another. */
export type TokenService = { readonly issuer: string; readonly keys: string }

const BOT_FRAMEWORK = {
  login: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
  oauth: 'https://api.botframework.com',
  emulatorKeys: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
}

/** How long one request to Teams may take, in ms, before nobody knows whether it arrived. */
const REQUEST_TIMEOUT = 15_000

/**
 * The Bot Framework's own authentication with connector clients that make exactly one request a call. The stock client
 * posts the same message four times on a 5xx; here the outbox alone decides what is sent again.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    registration: BotRegistration,
    tokenService?: TokenService,
    credentials?: ServiceClientCredentialsFactory,
  ) {
    super(optionsOf(registration, tokenService), credentials ?? credentialsOf(registration))
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new OneRequestConnectors(super.createConnectorFactory(identity))
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']> {
    const verdict = await super.authenticateRequest(...request)
    return verdict.connectorFactory
      ? { ...verdict, connectorFactory: new OneRequestConnectors(verdict.connectorFactory) }
      : verdict
  }
}

class OneRequestConnectors extends ConnectorFactory {
  constructor(private readonly inner: ConnectorFactory) {
    super()
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    return withoutRetries(await this.inner.create(serviceUrl, audience))
  }
}

type Sendable = { timeout: number }
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

/** `client` is private to the connector; its shape is checked, so an update that moves it fails loudly. */
function withoutRetries(connector: ConnectorClient): ConnectorClient {
  const { pipeline } = pipelineOf.parse(Reflect.get(connector, 'client'))
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  pipeline.addPolicy({
    name: 'requestTimeout',
    sendRequest(request, next) {
      request.timeout = REQUEST_TIMEOUT
      return next(request)
    },
  })
  return connector
}

function optionsOf(
  registration: BotRegistration,
  tokenService: TokenService | undefined,
): ConfigurationBotFrameworkAuthenticationOptions {
  const own: ConfigurationBotFrameworkAuthenticationOptions =
    registration.kind === 'local'
      ? {}
      : { MicrosoftAppId: registration.appId, MicrosoftAppTenantId: registration.tenant }
  if (!tokenService) return own
  return {
    ...own,
    ChannelService: 'test',
    ToChannelFromBotLoginUrl: BOT_FRAMEWORK.login,
    ToChannelFromBotOAuthScope: BOT_FRAMEWORK.scope,
    ToBotFromChannelTokenIssuer: tokenService.issuer,
    OAuthUrl: BOT_FRAMEWORK.oauth,
    ToBotFromChannelOpenIdMetadataUrl: tokenService.keys,
    ToBotFromEmulatorOpenIdMetadataUrl: BOT_FRAMEWORK.emulatorKeys,
    CallerId: '',
  }
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
