import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector'
import { LRUCache } from 'lru-cache'

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>

/** Audiences are two: the connector's and the token service's. */
const REMEMBERED = 20

/**
 * The bot's own credentials, made once for each audience and asking for a token once for all who wait for one. The stock
 * ones are made anew for every turn, and each call that finds no token asks for one of its own.
 */
export class SharedCredentials extends ServiceClientCredentialsFactory {
  private readonly made = new LRUCache<string, Promise<Credentials>>({ max: REMEMBERED })

  constructor(private readonly inner: ServiceClientCredentialsFactory) {
    super()
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.inner.isValidAppId(appId)
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return this.inner.isAuthenticationDisabled()
  }

  override createCredentials(...needs: Parameters<ServiceClientCredentialsFactory['createCredentials']>) {
    const key = JSON.stringify(needs)
    const there = this.made.get(key)
    if (there) return there
    const made = this.inner.createCredentials(...needs).then(askingOnce)
    this.made.set(key, made)
    made.catch(() => this.made.delete(key))
    return made
  }
}

function askingOnce(credentials: Credentials): Credentials {
  if (!(credentials instanceof AppCredentials)) return credentials
  const ask = credentials.getToken.bind(credentials)
  let asking: Promise<string> | null = null
  credentials.getToken = (forceRefresh) => {
    asking ??= ask(forceRefresh).finally(() => (asking = null))
    return asking
  }
  return credentials
}
