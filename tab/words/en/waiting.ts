/* Who waits for whom. */

export const nobodyWaits = {
  title: 'Nobody waits for anybody',
  text: 'Once an item says who waits for it, or who could free it, you see here who has to go first.',
}

export const listName = 'Who waits for whom'

/** The width of an arrow's box: "A-12, blocked 14 d" has room in it. */
export const LABEL_WIDTH = 124

export function withTrouble(item: string, trouble: string): string {
  return `${item}, ${trouble}`
}

/** One who waits for another; `because`: the items, each with its trouble. */
type Link = { readonly who: string; readonly on: string; readonly because: readonly string[] }

/** The longest chain of waiting as one sentence. */
export function chain(first: Link, rest: readonly Link[]): string {
  const because = (link: Link) => `(${link.because.join('; ')})`
  const links = rest.map((link) => `, who waits for ${link.on} ${because(link)}`)
  return `The longest wait: ${first.who} waits for ${first.on} ${because(first)}${links.join('')}.`
}

/** People who wait for each other: none can go first. */
export function ring(names: string): string {
  return `${names} wait for each other: one of them has to go first, or somebody has to help.`
}

export function head(who: string, on: string): string {
  return `${who} waits for ${on}`
}

/** Under a person's name in the drawing. */
export const person = {
  waitsFor: (count: number) => `waits for ${count} ${count === 1 ? 'person' : 'people'}`,
  waitedBy: (count: number) => `${count} ${count === 1 ? 'person waits' : 'people wait'}`,
}

export function more(count: number): string {
  return `${count} more`
}
