import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity'
import { LRUCache } from 'lru-cache'
import type { TenantId } from '../domain/ids'

/**
 * How the service signs in to Graph as the app of the manifest's `webApplicationInfo`, without a secret: by a managed
 * identity that the app trusts, or by a certificate whose file (PEM, with its private key) lies on this machine.
 */
export type GraphSignIn =
  | { readonly by: 'identity'; readonly identity: string }
  | { readonly by: 'certificate'; readonly file: string }

const REMEMBERED_TENANTS = 100
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'
/** For whom a managed identity's token is made that stands in for a secret. */
const EXCHANGE_SCOPE = 'api://AzureADTokenExchange/.default'

/** App-only tokens by tenant. The credentials keep a token until shortly before it ends. */
export function graphTokens(app: string, signIn: GraphSignIn): (tenant: TenantId) => Promise<string> {
  const credentials = new LRUCache<TenantId, TokenCredential>({ max: REMEMBERED_TENANTS })
  const identity =
    signIn.by === 'identity' ? new ManagedIdentityCredential({ clientId: signIn.identity }) : null
  return async (tenant) => {
    const known = credentials.get(tenant)
    const credential = known ?? credentialIn(tenant, app, signIn, identity)
    if (!known) credentials.set(tenant, credential)
    return tokenOf(credential, GRAPH_SCOPE)
  }
}

function credentialIn(
  tenant: TenantId,
  app: string,
  signIn: GraphSignIn,
  identity: TokenCredential | null,
): TokenCredential {
  if (signIn.by === 'certificate') return new ClientCertificateCredential(tenant, app, signIn.file)
  if (!identity) throw new Error('There is no managed identity to sign in by')
  return new ClientAssertionCredential(tenant, app, () => tokenOf(identity, EXCHANGE_SCOPE))
}

async function tokenOf(credential: TokenCredential, scope: string): Promise<string> {
  const token = await credential.getToken(scope)
  if (!token) throw new Error('Entra gave no token')
  return token.token
}
