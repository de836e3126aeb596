import { go } from '../data/address'

/** Opens a link of a card: one into this tab without leaving it, any other in a window of its own. */
export function followLink(url: string): void {
  const to = new URL(url, location.href)
  if (to.origin === location.origin && to.pathname.startsWith('/tab/')) go(to.pathname + to.search)
  else if (to.protocol === 'https:' || to.protocol === 'http:') window.open(to.href, '_blank', 'noopener')
}
