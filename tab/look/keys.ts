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
  | 'select'
  | 'extendNext'
  | 'extendPrevious'
  | 'edit'

const OFF = 'plumbline.letters-off'

const NAMED: Readonly<Record<string, KeyAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'open',
  Escape: 'close',
  Home: 'first',
  End: 'last',
  ' ': 'select',
}

const WITH_SHIFT: Readonly<Record<string, KeyAct>> = {
  ArrowDown: 'extendNext',
  ArrowUp: 'extendPrevious',
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
  x: 'select',
  e: 'edit',
  '?': 'keys',
}

export function lettersAreOn(): boolean {
  return localStorage.getItem(OFF) === null
}

export function turnLetters(on: boolean): void {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { readonly shiftKey?: boolean }

/** What a key means in the log; null when it is typed into a field or means nothing. */
export function actOf(event: Pressed, inField: boolean, letters: boolean): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || inField) return null
  const extended = event.shiftKey === true ? WITH_SHIFT[event.key] : undefined
  return extended ?? NAMED[event.key] ?? (letters ? (LETTERS[event.key.toLowerCase()] ?? null) : null)
}
