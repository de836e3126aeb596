import { parseRecordId, type RecordId } from '../../domain/ids'
import { folded } from './hearing'

/** A record's number found at the start of a text, and how many characters it took. */
export type FoundId = {
  readonly id: RecordId
  readonly length: number
  /** Written with its letter, `A-12`, which is nothing else; "action 12" may begin a sentence. */
  readonly lettered: boolean
}

const LETTERED = /^#?\s{0,3}([ai]\s{0,2}[-_]?\s{0,2}\d{1,9})(?![\p{L}\p{N}]|-\d)/u
const ITEM_WORDS =
  /^(?:the )?(?:action items?|actions?|items?|tasks?|to-?dos?)\s{0,3}(?:#|no\.?|nr\.?|number)?\s{0,3}/
const ISSUE_WORDS =
  /^(?:the )?(?:issues?|bugs?|defects?|problems?|tickets?)\s{0,3}(?:#|no\.?|nr\.?|number)?\s{0,3}/
const NUMBER = /^(\d{1,9})(?![\p{L}\p{N}]|[.,-]\d|[/%])/u

/** Reads `A-12`, `a12`, `#A 12`, `item 12`, `issue no. 7`, `action A-12` at the start of `text`. */
export function idAtStart(text: string): FoundId | undefined {
  const start = folded(text.slice(0, 60))
  const lettered = letteredAt(start, 0)
  if (lettered) return lettered
  for (const [words, letter] of [
    [ITEM_WORDS, 'A'],
    [ISSUE_WORDS, 'I'],
  ] as const) {
    const before = words.exec(start)?.[0].length
    if (before === undefined) continue
    const after = letteredAt(start.slice(before), before)
    if (after?.id.startsWith(letter)) return after
    const number = NUMBER.exec(start.slice(before))?.[1]
    const id = number === undefined ? undefined : parseRecordId(`${letter}-${number}`)
    if (id && number !== undefined) return { id, length: before + number.length, lettered: false }
  }
  return undefined
}

function letteredAt(start: string, before: number): FoundId | undefined {
  const match = LETTERED.exec(start)
  const id = match?.[1] === undefined ? undefined : parseRecordId(match[1])
  return match && id ? { id, length: before + match[0].length, lettered: true } : undefined
}

/** The one record that a text names by its letter and number, wherever it stands; `undefined` for none or several. */
export function idAnywhere(text: string): RecordId | undefined {
  const found = [...folded(text).matchAll(/(?<![\p{L}\p{N}-])[ai]-?\d{1,9}(?![\p{L}\p{N}]|-\d)/gu)]
  const ids = new Set(found.map(([written]) => parseRecordId(written)))
  const [only] = ids
  return ids.size === 1 ? only : undefined
}

/** The record's number at the end of a text, and what stands before it. */
export function idAtEnd(text: string): { readonly id: RecordId; readonly before: string } | undefined {
  const match = /(?:^|\s)(#?[ai]\s?-?\s?\d{1,9})$/.exec(folded(text.slice(-20)))
  const id = match?.[1] === undefined ? undefined : parseRecordId(match[1].replace('#', ''))
  return match?.[1] !== undefined && id
    ? { id, before: text.slice(0, text.length - match[1].length).trim() }
    : undefined
}
