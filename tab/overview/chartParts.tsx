import { useLayoutEffect, useRef, useState } from 'react'

/* What the charts share: their size, their ground lines, and the fills that high contrast needs. */

export const HEIGHT = 172
export const INSET = { top: 16, right: 4, bottom: 20, left: 28 } as const
/** A scale reaches at least to this, so that a single one does not look like many. */
export const LEAST = 4
const USUAL_WIDTH = 300

/** The width that the chart has on the page, so that its words keep their size. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(USUAL_WIDTH)
  useLayoutEffect(() => {
    const frame = ref.current
    if (!frame) return
    const measure = () => {
      if (frame.clientWidth > 0) setWidth(frame.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

type Scale = { (value: number): number; ticks(count: number): number[] }

/** Lines at whole numbers, with the number beside each. */
export function Ground({ y, width }: { readonly y: Scale; readonly width: number }) {
  return y
    .ticks(3)
    .filter(Number.isInteger)
    .map((tick) => (
      <g key={tick} transform={`translate(0 ${y(tick)})`}>
        <line className={tick === 0 ? 'chart-zero' : 'chart-line'} x1={INSET.left} x2={width - INSET.right} />
        <text className="chart-scale" x={INSET.left - 6} y="4" textAnchor="end">
          {Math.abs(tick)}
        </text>
      </g>
    ))
}

/** Stripes for high contrast and print, where colours don't tell areas apart; dots where the system forces its own. */
export function Hatch() {
  return (
    <svg width="0" height="0" className="chart-defs" aria-hidden="true" focusable="false">
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="hatch-ground" />
        <rect width="3" height="6" className="hatch-stripe" />
      </pattern>
      <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="hatch-ground" />
        <circle cx="3" cy="3" r="0.9" className="hatch-stripe" />
      </pattern>
    </svg>
  )
}
