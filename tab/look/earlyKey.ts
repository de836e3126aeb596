/* A key pressed on the first rows, before the code that acts on keys is there, is kept for it. */

/** How long a page may take to come for which a key is kept, in ms. */
const KEPT = 5_000

let held: KeyboardEvent | null = null

function hold(event: KeyboardEvent): void {
  held = event
}

export function holdKey(): void {
  document.addEventListener('keydown', hold)
  setTimeout(heldKey, KEPT)
}

/** The key that was pressed last; from now on none is held. */
export function heldKey(): KeyboardEvent | null {
  document.removeEventListener('keydown', hold)
  const key = held
  held = null
  return key
}
