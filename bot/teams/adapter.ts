import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder'
import { AuthenticationConstants, AuthenticationError, type ConnectorClient } from 'botframework-connector'
import type { BotAuthentication, BotRegistration } from './connector'

/** What the Bot Framework's authentication made of a request. */
export type Received =
  | { readonly kind: 'handled'; readonly response: InvokeResponse | undefined }
  | { readonly kind: 'refused'; readonly cause: unknown }

type Turn = (context: TurnContext) => Promise<void>

/** The Bot Framework's adapter, answering with values: the stock one writes each refusal to the console. */
export class BotAdapter extends CloudAdapter {
  constructor(
    authentication: BotAuthentication,
    private readonly registration: BotRegistration,
  ) {
    super(authentication)
  }

  /** Verifies a request and runs the turn; failures of the turn itself are thrown. */
  async receive(authorization: string, activity: Activity, turn: Turn): Promise<Received> {
    let isVerified = false
    const verified: Turn = (context) => {
      isVerified = true
      return turn(context)
    }
    try {
      return { kind: 'handled', response: await this.processActivity(authorization, activity, verified) }
    } catch (cause) {
      if (!isVerified && isRefusal(cause)) return { kind: 'refused', cause }
      throw cause
    }
  }

  /** A connector that makes one request a call, for messages that answer nobody. */
  async connectTo(serviceUrl: string): Promise<ConnectorClient> {
    const appId = this.registration.kind === 'local' ? '' : this.registration.appId
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId))
    return factory.create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
  }
}

/** Before the turn ran, a wrong token ends in an AuthenticationError or in one of jsonwebtoken's. */
function isRefusal(cause: unknown): boolean {
  if (cause instanceof AuthenticationError) return true
  return (
    cause instanceof Error &&
    ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(cause.name)
  )
}
