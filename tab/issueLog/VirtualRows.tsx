import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, type CSSProperties } from 'react'
import { EntryRow } from './IssueRow'
import type { TableProps } from './tableProps'

const ROW_PX = 36
const GROUP_HEAD_PX = 37
const CARD_PX = 92
/** Above the first line: the names of the columns. */
const TABLE_HEAD_PX = 29
/** Below this a row is a card whose height is its title's: measured. */
const CARDS_BELOW_PX = 520
const BEYOND_THE_EDGE = 4
/** So many lines before the end of what is loaded the next page is asked for. */
const AHEAD = 60

/**
 * The lines that can be seen, and the one that has the focus, each where it would stand if all were there. A screen
 * reader learns of the others by `aria-rowcount` and `aria-rowindex`.
 *
 * The lines follow each other under a space as high as those above them. Were each put in its place by a style of its
 * own, the browser would work out its cells' styles anew, where it takes them from another line's now: for a page of
 * fresh lines that took five times as long.
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
    estimateSize: (at) => (entries[at]?.kind === 'head' ? GROUP_HEAD_PX : asCards ? CARD_PX : ROW_PX),
    getItemKey: (at) => entries[at]?.key ?? at,
    overscan: BEYOND_THE_EDGE,
    scrollMargin: TABLE_HEAD_PX,
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
  const isApart = (index: number) =>
    index === focusedAt && shown.every((other) => Math.abs(other.index - index) !== 1)
  const above = (shown.find(({ index }) => !isApart(index))?.start ?? TABLE_HEAD_PX) - TABLE_HEAD_PX
  return (
    <tbody
      ref={body}
      role="rowgroup"
      className="virtual"
      style={{ height: getTotalSize(), paddingBlockStart: above }}
    >
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
              {...(isApart(index) && { style: apartAt(start - TABLE_HEAD_PX) })}
            />
          )
        )
      })}
    </tbody>
  )
}

/** The place of the line with the focus while the others that are drawn are not beside it. */
function apartAt(insetBlockStart: number): CSSProperties {
  return { position: 'absolute', insetInline: 0, insetBlockStart }
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
