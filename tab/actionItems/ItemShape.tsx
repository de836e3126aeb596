import { STATUS_WORD } from '#words/items'
import { Prohibited16Regular } from '@fluentui/react-icons/headless/svg/prohibited'
import { Warning16Regular } from '@fluentui/react-icons/headless/svg/warning'
import type { ItemRow } from '../../bot/contract/item'

/** A state as a circle that fills; blocked is a barred one. `silent`: its word stands beside it. */
export function ItemShape({
  status,
  silent = false,
}: {
  readonly status: ItemRow['status']
  readonly silent?: boolean
}) {
  const label = silent
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': STATUS_WORD[status] } as const)
  if (status === 'blocked') return <Prohibited16Regular className="shape shape-showStopper" {...label} />
  return (
    <svg className="shape shape-state" viewBox="0 0 16 16" width="16" height="16" {...label}>
      {status === 'done' ? (
        <>
          <circle cx="8" cy="8" r="6.5" fill="currentColor" />
          <path className="hole-line" d="m5 8.2 2.1 2.1L11.2 6" fill="none" strokeWidth="1.5" />
        </>
      ) : (
        <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {status === 'inProgress' && <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />}
      {status === 'cancelled' && <path d="M4 12 12 4" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  )
}

/** Beside the words of what is late. */
export function LateShape() {
  return <Warning16Regular className="shape shape-showStopper" aria-hidden />
}
