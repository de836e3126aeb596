import { useEffect, useRef } from 'react'
import { heldKey } from './earlyKey'
import { actOf, lettersAreOn, type KeyAct } from './keys'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'preventDefault'
>

/** With nothing in focus these scroll the page, as everywhere. */
const SCROLLING = new Set([' ', 'Enter', 'Home', 'End'])

/**
 * What a page does on a key pressed in its list. While nothing has the focus its letters act as well, the one pressed
 * before the page was there, too. `act` says whether there was anything to do; `keeps` names keys that stay the browser's.
 */
export function usePageKeys(
  act: (what: KeyAct) => boolean,
  keeps: (key: string) => boolean = () => false,
): (event: Pressed) => void {
  const onKeyDown = (event: Pressed) => {
    const target = event.target as HTMLElement
    // A focused button or link keeps its own Enter and Space.
    if ((event.key === 'Enter' || event.key === ' ') && target.matches('button, a, input')) return
    if (keeps(event.key)) return
    const isField = target.matches('input:not([type=checkbox]), select, textarea, dialog *')
    const what = actOf(event, isField, lettersAreOn())
    if (what && act(what)) event.preventDefault()
  }
  const latest = useRef(onKeyDown)
  useEffect(() => {
    latest.current = onKeyDown
  })
  useEffect(() => {
    const withoutFocus = (event: KeyboardEvent) => {
      if (event.target !== document.body || SCROLLING.has(event.key)) return
      if (document.querySelector('dialog[open], :popover-open') === null) latest.current(event)
    }
    document.addEventListener('keydown', withoutFocus)
    const early = heldKey()
    if (early) withoutFocus(early)
    return () => document.removeEventListener('keydown', withoutFocus)
  }, [])
  return onKeyDown
}
