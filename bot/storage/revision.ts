import type { Put, Revision, Stored } from '../flows/ports'
import type { Entity, StoredRow } from './document'
import type { Tagged, Write } from './table'

/** A record with the revision that stands for the row it was read from. */
export function stored<T>(tagged: Tagged, fromEntity: (row: StoredRow) => T): Stored<T> {
  return { record: fromEntity(tagged.row), revision: revisionOf(tagged) }
}

/**
 * A row's tag, and before it whether the row has a copy among the open ones: who writes over it must know whether
 * there is one to take away, and deleting a row that is not there fails the whole transaction.
 */
export function revisionOf({ row, tag }: Tagged): Revision {
  return `${row['listed'] === true ? 'L' : '-'}${tag}` as Revision
}

export function tagOf(revision: Revision): string {
  return revision.slice(1)
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
