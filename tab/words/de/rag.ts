import type { RecapLine } from '../../../bot/contract/recap'

/* The colours, wherever a page says how the project or a part of it stands. */

export const RAG_WORD: Record<RecapLine['colour'], string> = {
  red: 'Hilfe nötig',
  amber: 'Gelb',
  green: 'Grün',
}

/** In strips, where there is no room for a word. Two of the colours begin alike. */
export const RAG_LETTER: Record<RecapLine['colour'], string> = { red: 'R', amber: 'Ge', green: 'Gr' }
