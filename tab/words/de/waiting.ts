/* Who waits for whom. */

export const nobodyWaits = {
  title: 'Niemand wartet auf jemanden',
  text: 'Sobald eine Aufgabe sagt, wer darauf wartet oder wer sie lösen könnte, steht hier, wer zuerst gehen muss.',
}

export const listName = 'Wer auf wen wartet'

/** The width of an arrow's box: "A-12, überfällig 14 T" has room in it. */
export const LABEL_WIDTH = 150

export function withTrouble(item: string, trouble: string): string {
  return `${item}, ${trouble}`
}

/** One who waits for another; `because`: the items, each with its trouble. */
type Link = { readonly who: string; readonly on: string; readonly because: readonly string[] }

/** The longest chain of waiting as one sentence. */
export function chain(first: Link, rest: readonly Link[]): string {
  const because = (link: Link) => `(${link.because.join('; ')})`
  const links = rest.map((link) => `, ${link.who} auf ${link.on} ${because(link)}`)
  return `Am längsten: ${first.who} wartet auf ${first.on} ${because(first)}${links.join('')}.`
}

/** People who wait for each other: none can go first. */
export function ring(names: string): string {
  return `${names} warten aufeinander: eine Person muss anfangen, oder jemand muss helfen.`
}

export function head(who: string, on: string): string {
  return `${who} wartet auf ${on}`
}

/** Under a person's name in the drawing. */
export const person = {
  waitsFor: (count: number) => `wartet auf ${count} ${count === 1 ? 'Person' : 'Personen'}`,
  waitedBy: (count: number) => `${count} ${count === 1 ? 'Person wartet' : 'Personen warten'}`,
}

export function more(count: number): string {
  return `${count} weitere`
}
