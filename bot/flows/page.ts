/** One page of a list, counted from 0. */
type Page<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

/** Cuts a page; one past the end is the last one, because the list may have got shorter since the button was made. */
export function pageOf<Row>(all: readonly Row[], wanted: number, pageSize: number): Page<Row> {
  const last = Math.max(0, Math.ceil(all.length / pageSize) - 1)
  const page = Math.min(Math.max(0, Math.trunc(wanted)), last)
  return {
    rows: all.slice(page * pageSize, (page + 1) * pageSize),
    page,
    pageSize,
    total: all.length,
  }
}
