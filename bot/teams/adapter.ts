import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder'
import {
  AuthenticationConstants,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type ConnectorFactory,
} from 'botframework-connector'
import type { VerifyToken } from './channelToken'
import type { BotAuthentication, BotRegistration } from './connector'

/** What became of a request. */
export type Received =
  | { readonly kind: 'handled'; readonly response: InvokeResponse | undefined }
  | { readonly kind: 'refused'; readonly why: string }

type Turn = (context: TurnContext) => Promise<void>

type AdapterDeps = {
  readonly registration: BotRegistration
  readonly authentication: BotAuthentication
  readonly verify: VerifyToken
}

/** The Bot Framework's adapter behind our own look at the token: the stock one writes each refusal to the console. */
export class BotAdapter extends CloudAdapter {
  /** The same for every turn: made once, for making them costs a turn more than what they say. */
  private readonly trust: AuthenticateRequestResult & { readonly connectorFactory: ConnectorFactory }

  constructor(private readonly deps: AdapterDeps) {
    super(deps.authentication)
    const { registration, authentication } = deps
    const claimsIdentity = this.createClaimsIdentity(registration.kind === 'local' ? '' : registration.appId)
    const connectorFactory = authentication.createConnectorFactory(claimsIdentity)
    this.trust = { audience: AUDIENCE, callerId: '', claimsIdentity, connectorFactory }
  }

  /** Verifies a request and runs the turn; failures of the turn itself are thrown. */
  async receive(authorization: string, activity: Activity, turn: Turn): Promise<Received> {
    const verdict = await this.deps.verify(authorization, activity)
    if (verdict.kind === 'refused') return verdict
    const response = await this.processActivity(this.trust, activity, turn)
    return { kind: 'handled', response }
  }

  /** A connector that makes one request a call, for messages that answer nobody. */
  connectTo(serviceUrl: string): Promise<ConnectorClient> {
    return this.trust.connectorFactory.create(serviceUrl, AUDIENCE)
  }
}

/** For whom the bot's own tokens are: the connector. */
const AUDIENCE = AuthenticationConstants.ToChannelFromBotOAuthScope
