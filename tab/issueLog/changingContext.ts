import { createContext, useContext } from 'react'
import type { Changing } from './changing'

/** The changes that this log makes, for cells and bars that are loaded when they are needed. */
export const ChangingContext = createContext<Changing | null>(null)

export function useLogChanges(): Changing {
  const changing = useContext(ChangingContext)
  if (!changing) throw new Error('No log around this component')
  return changing
}
