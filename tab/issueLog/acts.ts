import type { IssueRow } from '../../bot/contract/issue'
import { focusRow, press } from '../look/focus'
import type { KeyAct } from '../look/keys'
import type { EditedField } from './tableProps'
import type { Selection } from './selection'

type Acts = {
  readonly step: (by: 1 | -1) => string | null
  readonly openIssue: (id: string) => void
  readonly closePane: () => void
  readonly setDialog: (dialog: 'new' | 'keys') => void
  readonly edit: (id: string, field: EditedField) => void
  readonly focused: string | null
  readonly open: string | null
  readonly shown: readonly IssueRow[]
  readonly setFocused: (id: string) => void
  readonly selection: Selection
}

/** Does what a key means; false when there is nothing to do here. */
export function useActs(acts: Acts) {
  const { step, openIssue, closePane, setDialog, edit, focused, open, shown, setFocused, selection } = acts
  const isSelecting = selection.rows.length > 0
  return (what: KeyAct): boolean => {
    switch (what) {
      case 'next':
      case 'previous':
        step(what === 'next' ? 1 : -1)
        return true
      case 'extendNext':
      case 'extendPrevious': {
        if (focused && !isSelecting) selection.press(focused, 'one')
        const id = step(what === 'extendNext' ? 1 : -1)
        if (id !== null) selection.press(id, 'range')
        return true
      }
      case 'first':
      case 'last': {
        const end = what === 'first' ? shown[0] : shown.at(-1)
        if (!end) return false
        setFocused(end.id)
        focusRow(end.id)
        return true
      }
      case 'select':
        if (focused) selection.press(focused, 'one')
        return focused !== null
      case 'open':
        if (focused) openIssue(focused)
        return focused !== null
      case 'close':
        if (open) closePane()
        else if (isSelecting) {
          selection.clear()
          focusRow(focused)
        }
        return open !== null || isSelecting
      case 'new':
      case 'keys':
        setDialog(what)
        return true
      case 'owner':
      case 'severity':
        if (isSelecting) return press(`#bulk-${what}`)
        if (open) return press(CONTROL[what])
        if (focused) edit(focused, what)
        return focused !== null
      case 'edit':
        if (open) return press('.pane h2 button')
        if (focused) edit(focused, 'title')
        return focused !== null
      case 'move':
        if (isSelecting) return press('#bulk-move')
        if (!open && focused) {
          openIssue(focused)
          requestAnimationFrame(() => waitFor(CONTROL.move))
          return true
        }
        return press(CONTROL.move)
      default:
        return press(CONTROL[what])
    }
  }
}

const CONTROL: Record<'search' | 'filter' | 'owner' | 'severity' | 'move' | 'link' | 'undo', string> = {
  search: '#search',
  filter: '#filter',
  owner: '#pane-owner',
  severity: '#pane-severity',
  move: '.pane .moves button',
  link: '[data-copy-link]',
  undo: '[data-undo]',
}

/** Frames that a pane may take to come, about two seconds. */
const PATIENCE = 120

function waitFor(selector: string, frames = PATIENCE): void {
  if (!press(selector) && frames > 0) requestAnimationFrame(() => waitFor(selector, frames - 1))
}
