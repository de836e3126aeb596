import { useCallback, useEffect, useState } from 'react'
import type { Wanted } from './api'
import { useTab } from './tab'

/**
 * What an address of the API holds, asked for again when something changed in the project and every half minute: for
 * pages that are made of much. `undefined` until it is there; what was loaded stays while nothing can be reached.
 */
export function useEachRound<T>(path: string, shape: Wanted<T>) {
  const { api, ready } = useTab()
  const { round } = ready
  const [loaded, setLoaded] = useState<{ readonly path: string; readonly value: T } | null>(null)
  const [failed, setFailed] = useState(false)

  const load = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await api.get(path, shape)
      if (!isWanted()) return
      setFailed(answer.kind !== 'ok')
      if (answer.kind === 'ok') setLoaded({ path, value: answer.body })
    },
    [api, path, shape],
  )

  useEffect(() => {
    let gone = false
    void load(() => !gone)
    return () => {
      gone = true
    }
  }, [load, round])
  return {
    value: loaded?.path === path ? loaded.value : undefined,
    failed,
    retry: () => {
      setFailed(false)
      void load(() => true)
    },
  }
}
