import { app, authentication } from '@microsoft/teams-js'
import { asTheme, type Host, type Theme } from './host'

/** Teams around the tab: its context, its theme, and its sign-in. */
export async function openTeams(): Promise<Host> {
  await app.initialize()
  const context = await app.getContext()
  app.notifyAppLoaded()
  let asked = false
  let credential: ReturnType<typeof openCredential> | null = null
  return {
    kind: 'teams',
    channel: context.channel?.id ?? null,
    place: context.page.subPageId ?? null,
    // The first token comes from Teams itself, so that the first row doesn't wait for 68 KB of sign-in; from then on
    // the credential asks Teams for it, and knows when it ends.
    token: async () => {
      if (!asked) {
        asked = true
        return authentication.getAuthToken()
      }
      credential ??= openCredential()
      const token = await (await credential).getToken('')
      if (!token) throw new Error('Teams gave no token')
      return token.token
    },
    onTheme: (show) => {
      show(themeOf(context.app.theme))
      app.registerOnThemeChangeHandler((theme) => show(themeOf(theme)))
    },
    shown: () => void app.notifySuccess(),
    linkTo: (path, place, label) => {
      // The personal app has no channel that would tell the project: there the whole path is the place.
      const channel = context.channel?.id
      const inContext =
        channel === undefined ? { subEntityId: path } : { subEntityId: place, channelId: channel }
      const link = new URL(`https://teams.microsoft.com/l/entity/${signInFacts().app}/${context.page.id}`)
      link.searchParams.set('webUrl', new URL(path, location.origin).href)
      link.searchParams.set('label', label)
      link.searchParams.set('context', JSON.stringify(inContext))
      return link.href
    },
  }
}

/** Anything that is not one of the three looks like the default. */
function themeOf(theme: string): Theme {
  return asTheme(theme) ?? 'default'
}

/** It asks Teams for the token and keeps it until five minutes before it ends. */
async function openCredential() {
  const { TeamsUserCredential } = await import('@microsoft/teamsfx')
  const { client } = signInFacts()
  return new TeamsUserCredential({
    clientId: client,
    initiateLoginEndpoint: new URL('/tab/sign-in', location.origin).href,
  })
}

/** `client|app`: the Entra app that signs people in and the Teams app's id, written into the page by the service. */
function signInFacts() {
  const written = document.querySelector<HTMLMetaElement>('meta[name="plumbline-sign-in"]')?.content ?? ''
  const [client = '', appId = ''] = written.split('|')
  return { client, app: appId }
}
