import type { Put, Revision, Stored } from '../flows/ports'
import type { Entity, StoredRow } from './document'
import type { Tagged, Write } from './table'

/** A record with the revision that stands for the row it was read from. */
export function stored<T>(tagged: Tagged, fromEntity: (row: StoredRow) => T): Stored<T> {
  return { record: fromEntity(tagged.row), revision: revisionOf(tagged) }
}

/**
 * A row's tag, before it whether the row has a copy among the open ones, and behind it where an issue stands in the
 * lists: who writes over it must know which rows there are to take away, and deleting one that is not there fails the
 * whole transaction.
 */
export function revisionOf({ row, tag }: Tagged): Revision {
  const facets = typeof row['facets'] === 'string' ? `${SEAM}${row['facets']}` : ''
  return `${row['listed'] === true ? 'L' : '-'}${tag}${facets}` as Revision
}

/** Stands in no tag. */
const SEAM = '\n'

export function tagOf(revision: Revision): string {
  return revision.slice(1).split(SEAM, 1)[0] ?? ''
}

/** Where the issue stood in the lists, as its row said; null when it stood in none. */
export function facetsIn(over: Put<unknown>['over']): string | null {
  const seam = over.indexOf(SEAM)
  return seam < 0 ? null : over.slice(seam + SEAM.length)
}

export function wasListed(over: Put<unknown>['over']): boolean {
  return over.startsWith('L')
}

/** The write of a record that has one row. */
export function writeOf(entity: Entity, over: Put<unknown>['over']): Write {
  if (isWord(over)) return { how: over, entity }
  return { how: 'over', entity, tag: tagOf(over) }
}

function isWord(over: Put<unknown>['over']): over is 'new' | 'any' {
  return over === 'new' || over === 'any'
}
