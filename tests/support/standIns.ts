import { ServiceClientCredentialsFactory, TokenCredentials } from 'botframework-connector'
import type { ProductionConfig } from '../../bot/config'
import type { TenantId } from '../../bot/domain/ids'
import { playgroundWorld } from '../../bot/local/playgroundWorld'
import type { World } from '../../bot/service'

export const TENANT_ID = playgroundWorld.tenantId as TenantId
/** The bot's app id, for whom the Bot Framework's tokens are made. */
export const BOT_APP_ID = 'b0b0b0b0-0000-4000-8000-000000000001'
/** The token that the connector's stand-in takes from the bot. */
export const BOT_TOKEN = 'the-bots-own-token'

/** As in production; where tables and tokens come from is handed over beside it. */
export const CONFIG: ProductionConfig = {
  mode: 'production',
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'https://plumbline.example',
  logLevel: 'info',
  tables: { table: 'unused', at: { kind: 'account', url: 'https://unused.example' } },
  queues: null,
  bot: { type: 'UserAssignedMsi', id: BOT_APP_ID, tenant: TENANT_ID },
  tenants: [TENANT_ID],
  tabAppId: '11111111-2222-3333-4444-555555555555',
  teamsAppId: '22222222-3333-4444-5555-666666666666',
  graph: null,
  insights: null,
  keepDays: 30,
}

/**
 * The Bot Framework's stand-ins as the service takes them. `requestTimeout` in ms; `name` tells several processes of the
 * service apart, and stands behind a dot of their token.
 */
export function standIns(
  tokens: NonNullable<World['botFramework']>['tokens'],
  { requestTimeout = 1_500, name }: { readonly requestTimeout?: number; readonly name?: string } = {},
): NonNullable<World['botFramework']> {
  return {
    tokens: { issuer: tokens.issuer, metadata: tokens.metadata },
    services: [/^http:\/\/127\.0\.0\.1:\d+$/],
    credentials: new BotCredentials(name),
    requestTimeout,
  }
}

/** The bot's own token without anybody who gives it out. */
export class BotCredentials extends ServiceClientCredentialsFactory {
  constructor(private readonly name?: string) {
    super()
  }

  override isValidAppId(appId: string) {
    return Promise.resolve(appId === BOT_APP_ID)
  }

  override isAuthenticationDisabled() {
    return Promise.resolve(false)
  }

  override createCredentials() {
    return Promise.resolve(
      new TokenCredentials(this.name === undefined ? BOT_TOKEN : `${BOT_TOKEN}.${this.name}`),
    )
  }
}
