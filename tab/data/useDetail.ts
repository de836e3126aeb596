import { useEffect, useState } from 'react'

export type Found = 'loading' | 'loaded' | 'gone' | 'unreachable'

/**
 * Loads a whole record when it opens, and again when its row shows a newer version. `newest`: the row's version, where
 * there is a row; `known`: that of what was loaded before.
 */
export function useDetail(
  id: string,
  newest: number | undefined,
  known: number | undefined,
  load: (id: string) => Promise<Exclude<Found, 'loading'>>,
): Found {
  const [found, setFound] = useState<Found>('loading')
  const isOld = known === undefined || (newest !== undefined && newest > known)
  useEffect(() => {
    if (!isOld) return undefined
    let left = false
    setFound('loading')
    void load(id).then((end) => {
      if (!left) setFound(end)
    })
    return () => {
      left = true
    }
  }, [id, isOld, load])
  return found
}
