/* Letters act only inside the log and can be turned off. Never with Ctrl: those belong to Teams. */

export type KeyAct =
  | 'next'
  | 'previous'
  | 'open'
  | 'close'
  | 'search'
  | 'filter'
  | 'new'
  | 'owner'
  | 'severity'
  | 'move'
  | 'link'
  | 'undo'
  | 'keys'
  | 'first'
  | 'last'

const OFF = 'plumbline.letters-off'

const NAMED: Readonly<Record<string, KeyAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'open',
  Escape: 'close',
  Home: 'first',
  End: 'last',
}

const LETTERS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  k: 'previous',
  ']': 'next',
  '[': 'previous',
  o: 'open',
  '/': 'search',
  f: 'filter',
  c: 'new',
  a: 'owner',
  s: 'severity',
  m: 'move',
  l: 'link',
  z: 'undo',
  '?': 'keys',
}

export function lettersAreOn(): boolean {
  return localStorage.getItem(OFF) === null
}

export function turnLetters(on: boolean): void {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key means in the log; null when it is typed into a field or means nothing. */
export function actOf(event: Pressed, inField: boolean, letters: boolean): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || inField) return null
  return NAMED[event.key] ?? (letters ? (LETTERS[event.key.toLowerCase()] ?? null) : null)
}
