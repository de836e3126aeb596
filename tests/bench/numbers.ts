export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** `2.31 (half between 1.98 and 2.74)`: the median and the middle half. */
export function spread(values: readonly number[]): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(2))
  return `${middle} (half between ${low} and ${high})`
}

/** The value below which this share lies; a neighbour stands for what is between two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.round((sorted.length - 1) * share)] ?? NaN
}

/** Lines of a table with its columns aligned, numbers to the right; the first row is the head. */
export function tableOf(rows: readonly (readonly (string | number)[])[]): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)))
  const cell = (value: string | number, column: number) => {
    const width = widths[column] ?? 0
    return /^[\d.]+$/.test(String(value)) ? String(value).padStart(width) : String(value).padEnd(width)
  }
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}`).join('\n')
}
