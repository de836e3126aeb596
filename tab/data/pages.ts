const PAGES = ['issues', 'overview', 'items', 'source', 'recaps', 'my-card'] as const
export type Page = (typeof PAGES)[number]

/** The page that an address stands for; the log, where it stands for none. */
export function pageOf(pathname: string): Page {
  const name = pathname.replace(/^\/tab\/?/, '').replace(/\/$/, '')
  return PAGES.find((page) => page === name) ?? 'issues'
}
