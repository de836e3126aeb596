import type { FileDoor } from '../flows/exchangePorts'

type Settings = {
  readonly fetch: typeof fetch
  /** Hosts that Teams keeps files on. */
  readonly hosts: readonly RegExp[]
  readonly mostBytes: number
  /** In ms. */
  readonly timeout: number
}

/** Where Teams keeps the files of chats: SharePoint and OneDrive of whichever tenant. */
export const TEAMS_FILES: Settings['hosts'] = [
  /^[\w-]+\.sharepoint\.(?:com|us|cn|de)$/,
  /^[\w-]+\.sharepoint-df\.com$/,
]

/**
 * Gets and puts files where Teams keeps them, and nowhere else: an address comes from outside, and whoever may name one
 * must not have the service call another. Redirects are not followed. The addresses carry their own permission, so that
 * nothing of ours is sent along.
 */
export function createFileDoor({ fetch, hosts, mostBytes, timeout }: Settings): FileDoor {
  function allowed(address: string): URL | null {
    if (!URL.canParse(address)) return null
    const url = new URL(address)
    const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
    return isPlain && hosts.some((host) => host.test(url.hostname)) ? url : null
  }

  return {
    async get(address) {
      const url = allowed(address)
      if (!url) return { kind: 'unreachable' }
      try {
        const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) })
        if (!answer.ok || !answer.body) return { kind: 'unreachable' }
        const bytes = await upTo(answer.body, mostBytes)
        return bytes ? { kind: 'file', bytes } : { kind: 'tooBig' }
      } catch {
        return { kind: 'unreachable' }
      }
    },
    async put(address, bytes) {
      const url = allowed(address)
      if (!url) return false
      try {
        const answer = await fetch(url, {
          method: 'PUT',
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
          headers: {
            'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
            'content-type': 'application/octet-stream',
          },
          body: new Uint8Array(bytes),
        })
        await answer.body?.cancel()
        return answer.ok
      } catch {
        return false
      }
    },
  }
}

/** Null as soon as it is more. */
async function upTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
