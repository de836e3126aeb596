import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { EntryRow } from './IssueRow'
import type { TableProps } from './IssueTable'

const ROW_PX = 36
const CARD_PX = 92
/** Below this a row is a card whose height is its title's: measured. */
const CARDS_BELOW_PX = 520
const BEYOND_THE_EDGE = 4
/** So many lines before the end of what is loaded the next page is asked for. */
const AHEAD = 60

/**
 * The lines that can be seen, and the one that has the focus, each where it would stand if all were there. A screen
 * reader learns of the others by `aria-rowcount` and `aria-rowindex`.
 */
export default function VirtualRows(props: TableProps) {
  const { entries, focused, onEnd } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const list = () => body.current?.closest<HTMLElement>('.list') ?? null
  const asCards = (list()?.clientWidth ?? innerWidth) < CARDS_BELOW_PX
  const focusedAt = entries.findIndex(({ key }) => key === focused)
  // What it returns changes with each call, and nothing here is kept from one to the next.
  // eslint-disable-next-line react-hooks/incompatible-library
  const { getVirtualItems, getTotalSize, measureElement, scrollToIndex } = useVirtualizer({
    count: entries.length,
    getScrollElement: list,
    estimateSize: (at) => (asCards && entries[at]?.kind === 'row' ? CARD_PX : ROW_PX),
    getItemKey: (at) => entries[at]?.key ?? at,
    overscan: BEYOND_THE_EDGE,
    scrollMargin: 29,
    scrollPaddingStart: 65,
    scrollPaddingEnd: 36,
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        return focusedAt < 0 || shown.includes(focusedAt)
          ? shown
          : [...shown, focusedAt].toSorted((a, b) => a - b)
      },
      [focusedAt],
    ),
  })
  const shown = getVirtualItems()
  const last = shown.findLast(({ index }) => index !== focusedAt)?.index ?? 0
  const isNearEnd = last >= entries.length - AHEAD
  useEffect(() => {
    if (isNearEnd) onEnd()
  }, [isNearEnd, entries.length, onEnd])
  useFocus(focused, focusedAt, scrollToIndex)
  return (
    <tbody ref={body} role="rowgroup" className="virtual" style={{ height: getTotalSize() }}>
      {shown.map(({ index, start, key }) => {
        const entry = entries[index]
        return (
          entry && (
            <EntryRow
              key={key}
              entry={entry}
              at={index}
              table={props}
              measure={asCards ? measureElement : null}
              style={{ transform: `translateY(${start - 29}px)` }}
            />
          )
        )
      })}
    </tbody>
  )
}

/** Brings the line with the focus into sight when it moves there, as a browser would of a line that is there. */
function useFocus(focused: string | null, at: number, scrollTo: (index: number) => void): void {
  const before = useRef(focused)
  useLayoutEffect(() => {
    if (before.current === focused) return
    before.current = focused
    const row = focused === null ? null : document.getElementById(`row-${focused}`)
    if (row) row.scrollIntoView({ block: 'nearest' })
    else if (at >= 0) scrollTo(at)
  })
}
