import type { RecapLine } from '../../../bot/contract/recap'

/* The colours, wherever a page says how the project or a part of it stands. */

export const RAG_WORD: Record<RecapLine['colour'], string> = {
  red: 'Help needed',
  amber: 'Amber',
  green: 'Green',
}

/** In strips, where there is no room for a word. */
export const RAG_LETTER: Record<RecapLine['colour'], string> = { red: 'R', amber: 'A', green: 'G' }
