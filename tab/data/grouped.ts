/** The rows under the key of each, in the order in which the keys first come. */
export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): [key: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const there = groups.get(key)
    if (there) there.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
}
