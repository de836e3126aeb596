/* Which columns a log shows: in the address, so that a link shows the same, and remembered for each person here. */

/** Number and title always stand; the severity does unless it is in the heads. */
export const CHOSEN_COLUMNS = ['state', 'owner', 'where', 'workstream', 'age', 'changed'] as const
export type Column = (typeof CHOSEN_COLUMNS)[number]

const USUAL: readonly Column[] = ['state', 'owner', 'where', 'age', 'changed']
/** In the address for "none of them": an empty value would be no value. */
const NONE = 'none'

export function columnsIn(query: URLSearchParams): readonly Column[] {
  const asked = query.get('columns')
  if (asked === null) return USUAL
  const names = asked.split(',')
  return CHOSEN_COLUMNS.filter((column) => names.includes(column))
}

/** The value for the address; null for the usual ones, which need none. */
export function columnsToText(columns: readonly Column[]): string | null {
  const ordered = CHOSEN_COLUMNS.filter((column) => columns.includes(column))
  if (ordered.join() === USUAL.join()) return null
  return ordered.length === 0 ? NONE : ordered.join(',')
}

const key = (person: string) => `plumbline.columns.${person}`

export function rememberColumns(person: string, columns: readonly Column[]): void {
  const text = columnsToText(columns)
  if (text === null) localStorage.removeItem(key(person))
  else localStorage.setItem(key(person), text)
}

/** What this person chose here last, for an address that says nothing. */
export function rememberedColumns(person: string): string | null {
  return localStorage.getItem(key(person))
}
