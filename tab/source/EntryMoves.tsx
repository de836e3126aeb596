import { entry as says } from '#words/source'
import { useState } from 'react'
import type { EntryDetail } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import type { EntryChanging } from './changing'
import { wantsCheck } from './entryList'

type Props = {
  readonly entry: EntryDetail
  readonly changing: EntryChanging
  /** Another region has the primary button now. */
  readonly quiet: boolean
  readonly onEdit: () => void
  readonly onRemoved: () => void
}

/** What may be done to an entry, the usual one first and primary; whom to ask for who may not. */
export function EntryMoves({ entry, changing, quiet, onEdit, onRemoved }: Props) {
  const { ready, say } = useTab()
  const [busy, setBusy] = useState(false)
  const unread = entry.reads !== null && !entry.reads.mine
  const isEmpty = entry.content.kind === 'empty'
  const canCheck = entry.canChange && !isEmpty && !entry.removed
  const send = async (kind: 'verify' | 'remove') => {
    setBusy(true)
    const sent = await changing.send(entry, { kind })
    setBusy(false)
    if (sent.kind === 'kept') say({ text: sent.why })
    if (sent.kind === 'saved' && kind === 'remove') onRemoved()
  }
  const first = (on: boolean) => (on && !quiet ? 'button primary' : 'button')
  const names = [...new Set([entry.owner?.name, ready.project.lead.name])].filter(
    (name) => name !== undefined,
  )
  return (
    <>
      {(unread || entry.canChange) && (
        <div className="moves">
          {unread && (
            <button
              type="button"
              className={first(true)}
              disabled={busy}
              onClick={() => {
                setBusy(true)
                void changing.markRead(entry).finally(() => setBusy(false))
              }}
            >
              {says.haveRead}
            </button>
          )}
          {canCheck && (
            <button
              type="button"
              className={first(!unread && wantsCheck(entry))}
              disabled={busy}
              onClick={() => void send('verify')}
            >
              {says.stillTrue}
            </button>
          )}
          {entry.canChange && (
            <button type="button" className={first(isEmpty)} onClick={onEdit}>
              {isEmpty ? says.write : entry.removed ? says.writeAgain : says.edit}
            </button>
          )}
          {entry.canChange && !entry.removed && (
            <button type="button" className="button" disabled={busy} onClick={() => void send('remove')}>
              {says.remove}
            </button>
          )}
        </div>
      )}
      {!entry.canChange && <p className="quiet">{says.canChange(names)}</p>}
    </>
  )
}
