import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import { between } from './entries'

export type Selection = {
  readonly ids: ReadonlySet<string>
  /** In the order of the list; what a filter hides is not changed by accident. */
  readonly rows: readonly IssueRow[]
  readonly press: (id: string, how: 'one' | 'range') => void
  readonly all: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Which issues are selected, for triage of several at once. */
export function useSelection(shown: readonly IssueRow[]): Selection {
  const [ids, setIds] = useState(NONE)
  const anchor = useRef<string | null>(null)
  const list = useRef(shown)
  useEffect(() => {
    list.current = shown
  }, [shown])
  const press = useCallback((id: string, how: 'one' | 'range') => {
    const from = anchor.current
    if (how === 'range' && from !== null) {
      setIds((before) => new Set([...before, ...between(list.current, from, id)]))
      return
    }
    anchor.current = id
    setIds((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const clear = useCallback(() => {
    anchor.current = null
    setIds(NONE)
  }, [])
  const rows = useMemo(() => (ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id))), [ids, shown])
  return {
    ids,
    rows,
    press,
    all: () => setIds(new Set(shown.map(({ id }) => id))),
    clear,
  }
}
