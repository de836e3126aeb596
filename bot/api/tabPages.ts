import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import type { Request, Response } from 'restify'
import { acceptsGzip, end } from './answers'
import type { ApiDeps } from './deps'

/** Who may frame the tab: Teams, Outlook and Microsoft 365, by Microsoft's list. */
const FRAMED_BY = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
].join(' ')

/**
 * Nothing but our own files, no inline script or style. Inside Teams, teams-js asks Microsoft's CDN which hosts are
 * Teams; it goes on without an answer, but a refusal here would be an error in every console.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${FRAMED_BY}`,
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

type Page = { readonly headers: Record<string, string>; readonly plain: Buffer; readonly zipped: Buffer }

/** The built tab, read into memory once: few files, and no path of a request ever reaches the disk. */
export function openTabPages({ tabFolder, tabSignIn }: Pick<ApiDeps, 'tabFolder' | 'tabSignIn'>) {
  const files = new Map(
    filesIn(tabFolder).map((file) => [relative(tabFolder, file).split(sep).join('/'), readFileSync(file)]),
  )
  const index = files.get('index.html')?.toString('utf8')
  const assets = new Map(
    [...files].filter(([name]) => name !== 'index.html').map(([name, bytes]) => [name, asset(name, bytes)]),
  )
  const pages = new Map(THEMES.map((theme) => [theme, indexPage(index, theme, tabSignIn)]))

  /** Sends a file of the tab, or the page itself for any other address under /tab/: the page reads it. */
  return function sendTab(req: Request, res: Response): void {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
    const name = pathname.replace(/^\/tab\/?/, '')
    const file = assets.get(name)
    const theme = THEMES.find((one) => one === searchParams.get('theme')) ?? ''
    const page = file ?? (name.startsWith('assets/') ? undefined : pages.get(theme))
    if (!page) return end(res, 404, { 'content-type': 'text/plain' }, Buffer.from('There is nothing here.'))
    if (req.headers['if-none-match'] === page.headers['etag']) return end(res, 304, page.headers)
    if (!acceptsGzip(req)) return end(res, 200, page.headers, page.plain)
    end(res, 200, { ...page.headers, 'content-encoding': 'gzip' }, page.zipped)
  }
}

/** What the address may ask the page to look like before its code runs; none follows the browser. */
const THEMES = ['', 'default', 'dark', 'contrast'] as const

function indexPage(html: string | undefined, theme: string, signIn: ApiDeps['tabSignIn']): Page {
  if (html === undefined) throw new Error('The tab is not built: there is no index.html')
  const facts = signIn ? `${signIn.client}|${signIn.app}` : ''
  const written = html
    .replace('<html lang="en">', theme === '' ? '<html lang="en">' : `<html lang="en" data-theme="${theme}">`)
    .replace('name="plumbline-sign-in" content=""', `name="plumbline-sign-in" content="${facts}"`)
  return page(Buffer.from(written), {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
  })
}

/** Names under assets/ carry a hash of the content, so they never change. */
function asset(name: string, bytes: Buffer): Page {
  const isHashed = name.startsWith('assets/')
  return page(bytes, {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  })
}

function page(plain: Buffer, headers: Record<string, string>): Page {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return {
    headers: { ...headers, etag, vary: 'accept-encoding' },
    plain,
    zipped: gzipSync(plain, { level: 9 }),
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}
