import type { Response } from 'restify'
import { mailFileName } from '../contract/mailName'
import { parseWeek } from '../domain/week'
import { mailPage } from '../mail/mailPage'
import { mailText } from '../mail/mailText'
import { end, NOTHING_HERE, Refused } from './answers'
import type { ApiDeps } from './deps'
import type { Visitor } from './visitor'

/**
 * A posted recap as a page to mail, or as its plain text. It holds what people wrote: opened in a browser it runs
 * nothing, loads nothing and knows no origin.
 */
export async function sendRecapMail(
  { records }: Pick<ApiDeps, 'records'>,
  { project }: Pick<Visitor, 'project'>,
  asked: { readonly week: string; readonly as: 'html' | 'text' },
  res: Response,
): Promise<void> {
  const week = parseWeek(asked.week)
  const stored = week && (await records.recap(project.id, week))
  if (!week || !stored) throw new Refused(404, NOTHING_HERE)
  const { recap } = stored.record
  const isPage = asked.as === 'html'
  const name = mailFileName(recap.project.name, week)
  end(
    res,
    200,
    {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="recap-${week}.${isPage ? 'html' : 'txt'}"; filename*=UTF-8''${encoded(isPage ? name : name.replace(/html$/, 'txt'))}`,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      vary: 'authorization',
    },
    Buffer.from(isPage ? mailPage(recap) : mailText(recap)),
  )
}

const POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A file's name as a header can carry it (RFC 8187). */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
