/* What is said of requests that came to nothing. */

export const CANT_BE_REACHED = 'Plumbline ist nicht erreichbar.'
export const NOTHING_CHANGED = 'Plumbline ist nicht erreichbar. Nichts wurde geändert.'
export const TYPED_IS_KEPT =
  'Plumbline ist nicht erreichbar. Ihre Eingabe ist noch da: bitte nochmals versuchen.'
export const OLD_PAGE = 'Diese Seite ist älter als der Dienst. Bitte neu laden.'
