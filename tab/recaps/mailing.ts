import { mailFileName } from '../../bot/contract/mailName'
import { paths } from '../../bot/contract/paths'
import type { RecapLine } from '../../bot/contract/recap'
import type { Api } from '../data/api'

type Sent = Pick<RecapLine, 'week'> & { readonly project: { readonly id: string; readonly name: string } }

/** Saves the recap's page to mail as a file; false where it can't be had. */
export async function downloadMail(api: Api, { week, project }: Sent): Promise<boolean> {
  const page = await api.text(paths.recapMail(project.id, week))
  if (page.kind !== 'ok') return false
  const address = URL.createObjectURL(new Blob([page.body], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = address
  link.download = mailFileName(project.name, week)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}

/**
 * Puts the recap on the clipboard as a mail: formatted for clients that take it so, plain for the others. Fails where
 * the browser doesn't let it. The clipboard's newer door (`navigator.clipboard`) cleans HTML by the policy of this page,
 * which forbids the inline styles that a mail lives by, and a frame may not be allowed it; a copy event is held to neither.
 */
export async function copyAsMail(api: Api, { week, project }: Sent): Promise<void> {
  const [page, plain] = await Promise.all([
    api.text(paths.recapMail(project.id, week)),
    api.text(paths.recapMailText(project.id, week)),
  ])
  if (page.kind !== 'ok' || plain.kind !== 'ok') throw new Error('The recap could not be loaded')
  const fill = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/html', page.body)
    event.clipboardData?.setData('text/plain', plain.body)
  }
  document.addEventListener('copy', fill)
  try {
    if (!copied()) throw new Error('The browser did not let it be copied')
  } finally {
    document.removeEventListener('copy', fill)
  }
}

/** The one command of `execCommand` that nothing replaces: it makes the copy event in which any kind of text may be set. */
function copied(): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand('copy')
}
