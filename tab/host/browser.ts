import { peopleShape, tokenShape } from '../../bot/contract/firstView'
import { paths } from '../../bot/contract/paths'
import { asTheme, type Host } from './host'

const REMEMBERED = 'plumbline.person'

/** A browser window in local mode, where one signs in as one of the trial's people. */
export function openBrowser(): Host {
  const asked = new URLSearchParams(location.search)
  let token: Promise<string> | null = null
  return {
    kind: 'browser',
    channel: asked.get('channel'),
    place: null,
    token: (fresh) => (token = token && !fresh ? token : signIn()),
    onTheme: (show) => {
      const theme = asTheme(asked.get('theme'))
      if (theme) show(theme)
      // Without a theme in the address the style sheet follows prefers-color-scheme by itself.
    },
    shown: () => undefined,
    linkTo: (path) => new URL(path, location.origin).href,
  }
}

/** Whom one can be on this machine. */
export async function peopleToBe() {
  const answer = await fetch(paths.localPeople)
  const read = answer.ok ? peopleShape.safeParse(await answer.json()) : null
  return read?.success ? read.data.people : []
}

/** Makes the next load of the page be somebody else's. */
export function becomeFromNowOn(person: string): void {
  localStorage.setItem(REMEMBERED, person)
  location.reload()
}

async function signIn(): Promise<string> {
  const remembered = localStorage.getItem(REMEMBERED)
  const signedIn = remembered === null ? null : await signInAs(remembered)
  if (signedIn !== null) return signedIn
  const first = (await peopleToBe())[0]
  const asFirst = first ? await signInAs(first.id) : null
  if (asFirst === null) throw new Error('Nobody to sign in as')
  return asFirst
}

async function signInAs(person: string): Promise<string | null> {
  const answer = await fetch(paths.localSignIn, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  const read = answer.ok ? tokenShape.safeParse(await answer.json()) : null
  return read?.success ? read.data.token : null
}
