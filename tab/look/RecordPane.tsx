import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left'
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/headless/svg/chevron-up'
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import type { ReactNode } from 'react'
import { forOthers, pathOf, useAddress, type Page } from '../data/address'
import { useTab } from '../data/tab'
import type { Found } from '../data/useDetail'
import { CLOSE } from '#words/common'
import { copyLink, LINK_NOT_COPIED, linkCopied, noSuch, notLoaded } from '#words/pane'

/** How the pane's parts are called, for who can't see them. */
type PaneWords = {
  readonly region: string
  readonly back: string
  readonly previous: string
  readonly next: string
}

type Props = {
  readonly id: string
  /** As far as it is known yet. */
  readonly title: string | undefined
  readonly words: PaneWords
  /** "3 of 28". */
  readonly position: string
  readonly link: { readonly page: Page; readonly shows: Record<string, string> }
  readonly found: Found
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
  /** The record, once it is loaded. */
  readonly children: ReactNode
}

/** What every record's pane has: where one is, the next and the previous one, a link, the way back. */
export function RecordPane({ id, title, words, position, link, found, onStep, onClose, children }: Props) {
  return (
    <section className="pane" aria-label={words.region}>
      <div className="pane-head">
        <button type="button" className="icon-button only-phone" aria-label={words.back} onClick={onClose}>
          <ArrowLeft20Regular />
        </button>
        <span className="quiet">
          <span className="pane-id">{id}</span>
          {position && ` · ${position}`}
        </span>
        <span className="spacer" />
        <button type="button" className="icon-button" aria-label={words.previous} onClick={() => onStep(-1)}>
          <ChevronUp20Regular />
        </button>
        <button type="button" className="icon-button" aria-label={words.next} onClick={() => onStep(1)}>
          <ChevronDown20Regular />
        </button>
        <CopyLink id={id} title={title ?? id} link={link} />
        <button type="button" className="icon-button not-phone" aria-label={CLOSE} onClick={onClose}>
          <Dismiss20Regular />
        </button>
      </div>
      {children ?? (
        <div className="pane-body" aria-busy={found === 'loading'}>
          {found === 'gone' && <p>{noSuch(id)}</p>}
          {found === 'unreachable' && <p>{notLoaded(id)}</p>}
          {found === 'loading' && title !== undefined && <h2 dir="auto">{title}</h2>}
          {found === 'loading' && <span className="bone" style={{ width: '80%' }} />}
          {found === 'loading' && <span className="bone" style={{ width: '60%' }} />}
        </div>
      )}
    </section>
  )
}

type LinkProps = Pick<Props, 'id' | 'link'> & { readonly title: string }

function CopyLink({ id, title, link }: LinkProps) {
  const { host, say } = useTab()
  const { query } = useAddress()
  const copy = async () => {
    await navigator.clipboard.writeText(
      host.linkTo(pathOf(link.page, forOthers(query), link.shows), id, `${id} ${title}`),
    )
    say({ text: linkCopied(id) })
  }
  return (
    <button
      type="button"
      className="icon-button"
      data-copy-link
      aria-label={copyLink(id)}
      onClick={() => {
        copy().catch(() => say({ text: LINK_NOT_COPIED }))
      }}
    >
      <Link20Regular />
    </button>
  )
}
