import { useCallback, useEffect, useState } from 'react'
import type { Wanted } from './api'
import { useTab } from './tab'

const EVERY_MS = 5_000

/**
 * What an address of the API holds, asked for again every 5 seconds while the page is visible. The service answers
 * 304 when nothing changed, and the value stays the same object then. `undefined` until it is there.
 */
export function useLoaded<T>(path: string, shape: Wanted<T>) {
  const { api } = useTab()
  const [value, setValue] = useState<T | undefined>(undefined)
  const [failed, setFailed] = useState(false)

  const load = useCallback(async () => {
    const answer = await api.get(path, shape)
    setFailed(answer.kind !== 'ok')
    if (answer.kind !== 'ok') return
    const { body } = answer
    setValue((was) => (was !== undefined && JSON.stringify(was) === JSON.stringify(body) ? was : body))
  }, [api, path, shape])

  useEffect(() => {
    setValue(undefined)
    void load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [load])
  return { value, setValue, failed, load }
}
