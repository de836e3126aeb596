import './menu.css'
import { useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { MORE_MOVES } from '#words/pane'

type Move = { readonly key: string; readonly word: string; readonly onPress: () => void }

type Props = {
  /** The usual one first. */
  readonly moves: readonly Move[]
  /** Another region has the primary button now. */
  readonly quiet: boolean
}

/** What may be done next, the usual one first and primary; on a phone the rarer ones wait behind one button. */
export function MoveRow({ moves, quiet }: Props) {
  const onPhone = useSyncExternalStore(onTurn, isPhone)
  // Other moves, and other windows, are other widths.
  return <Row key={`${onPhone} ${moves.map(({ word }) => word).join()}`} {...{ moves, quiet, onPhone }} />
}

const PHONE = '(width < 640px)'

function isPhone(): boolean {
  return matchMedia(PHONE).matches
}

function onTurn(turned: () => void): () => void {
  const query = matchMedia(PHONE)
  query.addEventListener('change', turned)
  return () => query.removeEventListener('change', turned)
}

function Row({ moves, quiet, onPhone }: Props & { readonly onPhone: boolean }) {
  const row = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const shown = useFitting(row, moves.length, onPhone)
  const rarer = moves.slice(shown)
  return (
    <div className="moves" ref={row}>
      {moves.slice(0, shown).map(({ key, word, onPress }, index) => (
        <button
          key={key}
          type="button"
          className={index === 0 && !quiet ? 'button primary' : 'button'}
          onClick={onPress}
        >
          {word}
        </button>
      ))}
      {rarer.length > 0 && (
        <>
          <button
            ref={opener}
            type="button"
            className="button"
            popoverTarget={id}
            onClick={() => placeOver(opener.current, menu.current)}
          >
            {MORE_MOVES}
          </button>
          <div
            ref={menu}
            id={id}
            popover="auto"
            className="popover menu"
            role="group"
            aria-label={MORE_MOVES}
          >
            {rarer.map(({ key, word, onPress }) => (
              <button
                key={key}
                type="button"
                className="menu-item"
                onClick={() => {
                  menu.current?.hidePopover()
                  onPress()
                }}
              >
                {word}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

const GAP = 8
/** What "More" takes in any language that is spoken here. */
const MORE_ROOM = 88

/** How many of the row's buttons stand beside each other. All of them are drawn once to be measured, and never seen so. */
function useFitting(row: { readonly current: HTMLElement | null }, all: number, onPhone: boolean): number {
  const [shown, setShown] = useState(all)
  useLayoutEffect(() => {
    const frame = row.current
    if (!frame || !onPhone) return
    const widths = [...frame.children].map(widthAlone)
    const measure = () => setShown(fitting(widths, roomIn(frame)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    return () => observer.disconnect()
  }, [row, onPhone])
  return shown
}

/** As wide as its word wants it: in a row it grows to what is there. */
function widthAlone(button: Element): number {
  const { style } = button as HTMLElement
  style.flex = 'none'
  const { width } = button.getBoundingClientRect()
  style.flex = ''
  return width
}

function roomIn(frame: HTMLElement): number {
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(frame)
  return frame.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd)
}

function fitting(widths: readonly number[], room: number): number {
  let end = -GAP
  const ends = widths.map((width) => (end += GAP + width))
  if (end <= room) return widths.length
  return Math.max(1, ends.filter((one) => one + GAP + MORE_ROOM <= room).length)
}

/** Right over its button, whose row is the last thing on a phone; under it where there is no room over it. */
function placeOver(button: HTMLElement | null, popover: HTMLElement | null): void {
  if (!button || !popover) return
  const { top, bottom } = button.getBoundingClientRect()
  const isLow = top > innerHeight / 2
  popover.style.insetInlineEnd = '12px'
  popover.style.top = isLow ? 'auto' : `${bottom + 4}px`
  popover.style.bottom = isLow ? `${innerHeight - top + 4}px` : 'auto'
  popover.style.maxHeight = `${(isLow ? top : innerHeight - bottom) - 12}px`
}
