import { entry as says } from '#words/source'
import { Edit16Regular } from '@fluentui/react-icons/headless/svg/edit'
import { useState } from 'react'
import type { EntryLine } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { Face } from '../look/icons'
import { follow } from '../look/Nav'
import { firstName } from '../look/words'
import { wantsCheck } from './entryList'
import { EntryText } from './EntryText'
import { writerWords } from './entryWords'
import { TrustMark } from './TrustMark'

type Props = {
  readonly entry: EntryLine
  /** The address that opens it. */
  readonly to: string
  readonly isOpen: boolean
  readonly onVerify: () => Promise<void>
  readonly onWrite: () => void
}

/** An entry as one reads it: what it says, how far to trust it, who answers for it. Its title opens it. */
export function EntryArticle({ entry, to, isOpen, onVerify, onWrite }: Props) {
  const { ready } = useTab()
  const { id, title, owner, content, canChange, toBeRead } = entry
  const isEmpty = content.kind === 'empty'
  return (
    <article
      className={isEmpty ? 'entry entry-empty' : 'entry'}
      data-entry={id}
      aria-labelledby={`row-${id}`}
      aria-current={isOpen ? 'true' : undefined}
    >
      <div className="entry-head">
        <h4>
          <a id={`row-${id}`} href={to} dir="auto" onClick={(event) => follow(event, to)}>
            {title}
          </a>
        </h4>
        <span className="entry-trust">
          <TrustMark entry={entry} />
          {owner && (
            <span className="who" title={says.answers(owner.name)}>
              <Face name={owner.name} /> {firstName(owner.name)}
            </span>
          )}
        </span>
      </div>
      <EntryText content={content} />
      {isEmpty && (
        <p className="quiet entry-place">
          {writerWords(owner, { lead: ready.project.lead, me: ready.start.me })}{' '}
          {canChange && (
            <button type="button" className="button" onClick={onWrite}>
              <Edit16Regular aria-hidden="true" /> {says.write}
            </button>
          )}
        </p>
      )}
      {toBeRead !== null && (
        <p className="quiet">
          {says.toBeRead}{' '}
          <a className="link" href={to} onClick={(event) => follow(event, to)}>
            {says.whoHas}
          </a>
        </p>
      )}
      {wantsCheck(entry) && <Check {...{ entry, onVerify, onWrite }} />}
    </article>
  )
}

/** Where it should not be trusted as it is: the way to mend that, or whom to ask. */
function Check({ entry, onVerify, onWrite }: Pick<Props, 'entry' | 'onVerify' | 'onWrite'>) {
  const { ready } = useTab()
  const [busy, setBusy] = useState(false)
  const { canChange, owner, title } = entry
  if (!canChange) {
    return <p className="quiet entry-check">{says.notSure((owner ?? ready.project.lead).name)}</p>
  }
  return (
    <p className="entry-check">
      <button
        type="button"
        className="button"
        disabled={busy}
        aria-label={says.stillTrueOne(title)}
        onClick={() => {
          setBusy(true)
          void onVerify().finally(() => setBusy(false))
        }}
      >
        {says.stillTrue}
      </button>
      <button type="button" className="button" aria-label={says.editOne(title)} onClick={onWrite}>
        {says.edit}
      </button>
    </p>
  )
}
