import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import Negotiator from 'negotiator'
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
  const built = LANGUAGES.map((language) => ({ language, files: readFiles(join(tabFolder, language)) }))
  const assets = new Map(
    built.flatMap(({ files }) =>
      [...files]
        .filter(([name]) => name !== 'index.html' && !name.endsWith(ZIPPED))
        .map(([name, bytes]) => [name, asset(name, bytes, files.get(name + ZIPPED))]),
    ),
  )
  const pages = new Map(
    built.flatMap(({ language, files }) =>
      THEMES.map((theme) => [`${language} ${theme}`, indexPage(files.get('index.html'), theme, tabSignIn)]),
    ),
  )

  /** Sends a file of the tab, or the page itself for any other address under /tab/: the page reads it. */
  return function sendTab(req: Request, res: Response): void {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
    const name = pathname.replace(/^\/tab\/?/, '')
    const file = assets.get(name)
    const theme = THEMES.find((one) => one === searchParams.get('theme')) ?? ''
    const language = languageFor(searchParams.get('locale'), req.headers['accept-language'])
    const page = file ?? (name.startsWith('assets/') ? undefined : pages.get(`${language} ${theme}`))
    if (!page) return end(res, 404, { 'content-type': 'text/plain' }, Buffer.from('There is nothing here.'))
    if (req.headers['if-none-match'] === page.headers['etag']) return end(res, 304, page.headers)
    if (!acceptsGzip(req)) return end(res, 200, page.headers, page.plain)
    end(res, 200, { ...page.headers, 'content-encoding': 'gzip' }, page.zipped)
  }
}

/** What the address may ask the page to look like before its code runs; none follows the browser. */
const THEMES = ['', 'default', 'dark', 'contrast'] as const

/** Each has a built tab of its own, in a folder of that name. The first is for whoever reads none of them. */
const LANGUAGES = ['en', 'de'] as const

/** The language that the host names (Teams writes it into the address), else the one that the browser likes best. */
function languageFor(locale: string | null, accepted: string | undefined): (typeof LANGUAGES)[number] {
  const [english] = LANGUAGES
  if (locale) return LANGUAGES.find((one) => isOf(one, locale)) ?? english
  const liked = new Negotiator({ headers: { 'accept-language': accepted } }).languages()
  return liked.flatMap((one) => LANGUAGES.find((ours) => isOf(ours, one)) ?? [])[0] ?? english
}

/** Whether a locale as "de-AT" is of this language. */
function isOf(language: string, locale: string): boolean {
  return locale.toLowerCase().split('-')[0] === language
}

function indexPage(html: Buffer | undefined, theme: string, signIn: ApiDeps['tabSignIn']): Page {
  if (html === undefined) throw new Error('The tab is not built: there is no index.html')
  const facts = signIn ? `${signIn.client}|${signIn.app}` : ''
  const written = html
    .toString('utf8')
    .replace('<html ', theme === '' ? '<html ' : `<html data-theme="${theme}" `)
    .replace('name="plumbline-sign-in" content=""', `name="plumbline-sign-in" content="${facts}"`)
  return page(Buffer.from(written), {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    vary: 'accept-encoding, accept-language',
  })
}

/** What the build puts at the end of a file's name for its gzip. */
const ZIPPED = '.gz'

/** Names under assets/ carry a hash of the content, so they never change. */
function asset(name: string, bytes: Buffer, zipped: Buffer | undefined): Page {
  const isHashed = name.startsWith('assets/')
  const headers = {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  }
  return page(bytes, headers, zipped)
}

function page(plain: Buffer, headers: Record<string, string>, zipped: Buffer = gzipSync(plain)): Page {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return {
    headers: { vary: 'accept-encoding', ...headers, etag },
    plain,
    zipped,
  }
}

function readFiles(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    filesIn(folder).map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
  )
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}
