import { WORDS } from '#words/recaps'
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import { Mail20Regular } from '@fluentui/react-icons/headless/svg/mail'
import { Print20Regular } from '@fluentui/react-icons/headless/svg/print'
import type { ReactNode } from 'react'
import type { RecapLine } from '../../bot/contract/recap'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { copyAsMail, downloadMail } from './mailing'
import { recapOf } from './recapWords'

/** What one can do with a posted recap: print it, mail it, point at it. */
export function RecapActions({ week }: Pick<RecapLine, 'week'>) {
  const { api, ready, say, host } = useTab()
  const { query } = useAddress()
  const sent = { week, project: ready.project }
  const download = async () => {
    say({ text: (await downloadMail(api, sent)) ? WORDS.downloaded : WORDS.notDownloaded })
  }
  const mail = async () => {
    await copyAsMail(api, sent)
    say({ text: WORDS.mailCopied })
  }
  const link = async () => {
    const to = pathOf('recaps', query, { week })
    await navigator.clipboard.writeText(host.linkTo(to, `recap:${week}`, recapOf(week)))
    say({ text: WORDS.linkCopied })
  }
  return (
    <>
      <Action name={WORDS.print} short={WORDS.printShort} onClick={() => print()}>
        <Print20Regular />
      </Action>
      <Action name={WORDS.download} short={WORDS.downloadShort} onClick={() => void download()}>
        <ArrowDownload20Regular />
      </Action>
      <Action
        name={WORDS.copyMail}
        short={WORDS.copyMailShort}
        onClick={() => {
          mail().catch(() => say({ text: WORDS.mailNotCopied }))
        }}
      >
        <Mail20Regular />
      </Action>
      <Action
        name={WORDS.copyLink}
        short={WORDS.copyLink}
        onClick={() => {
          link().catch(() => say({ text: WORDS.linkNotCopied }))
        }}
      >
        <Link20Regular />
      </Action>
    </>
  )
}

type ActionProps = {
  readonly name: string
  readonly short: string
  readonly onClick: () => void
  readonly children: ReactNode
}

export function Action({ name, short, onClick, children }: ActionProps) {
  return (
    <button type="button" className="icon-button" aria-label={name} title={short} onClick={onClick}>
      {children}
    </button>
  )
}
