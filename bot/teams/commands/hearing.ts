import type { Person } from '../../domain/person'
import type { Listening, Said } from './understood'

/**
 * A message made ready to be understood. In `text` each mention stands as one character of its own, so that it is
 * one word whatever its name is, and cutting the text never cuts a name.
 */
export type Heard = {
  readonly text: string
  readonly mentioned: readonly Person[]
  readonly said: Said
  readonly ctx: Listening
}

/** Noncharacters: Unicode keeps them for use inside a program, nobody types them. */
const FIRST_MARK = 0xfdd0
const MARKS = 32
const ANY_MARK = /[\ufdd0-\ufdef]/g
export const MARK_CLASS = '\\ufdd0-\\ufdef'

/** Reads a message: mentions to marks, odd spaces to plain ones. Everything else stays as it was typed. */
export function hear(said: Said, ctx: Listening): Heard {
  let text = said.text
    .replace(ANY_MARK, '\ufffd')
    .replace(/&nbsp;/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
  const mentioned: Person[] = []
  const longestFirst = [...said.mentions].sort((a, b) => b.text.length - a.text.length)
  for (const { text: written, person } of longestFirst.slice(0, MARKS)) {
    const place = placeOf(written, person, text)
    if (!place) continue
    const mark = String.fromCharCode(FIRST_MARK + mentioned.length)
    mentioned.push(person)
    text = text.slice(0, place.start) + mark + text.slice(place.end)
  }
  // A mention that came without its person, from a message said again, is a name after an @.
  return { text: withoutSignature(asSeen(text).trim()), mentioned, said, ctx }
}

/**
 * What a letter ends with, on lines of its own: "Thanks,\nAlex". Short words are one only alone, before a comma or above
 * the name: "LG TV" is something else.
 */
const SIGNED =
  /\n ?(?:(?:thanks|thank you|thanks a lot|many thanks|thx|regards|kind regards|best regards|cheers|danke|vielen dank|viele grüße|viele grüsse|liebe grüße|liebe grüsse|gruß|gruss)[,!.]{0,3}\s{0,3}|(?:best|br|mfg|lg|vg)(?:[,!.]{1,3}\s{0,3}|\s{0,2}\n\s{0,2}|$))(?:\p{L}{1,20}(?: \p{L}{1,20})?)?$/iu

function withoutSignature(text: string): string {
  const end = text.slice(-90)
  const at = SIGNED.exec(end)?.index
  return at === undefined ? text : text.slice(0, text.length - end.length + at).trimEnd()
}

/** A message as its writer saw it: each mention as a name after an @. */
export function asSeen(text: string): string {
  return text.replace(/<at(?: id="[^"<>]{0,80}")?>([^<>]{0,200})<\/at>/g, '@$1')
}

function placeOf(written: string, person: Person, text: string): { start: number; end: number } | undefined {
  const bare = written.replace(/<\/?at[^<>]{0,100}>/g, '').trim()
  const tries = [written, `<at>${bare}</at>`, `<at>${person.name}</at>`, `@${bare}`, `@${person.name}`, bare]
  for (const attempt of tries) {
    if (attempt.trim() === '' || attempt === '@') continue
    for (let start = text.indexOf(attempt); start >= 0; start = text.indexOf(attempt, start + 1)) {
      const end = start + attempt.length
      if (attempt.startsWith('<') || !/[\p{L}\p{N}]/u.test(text[end] ?? '')) return { start, end }
    }
  }
  return undefined
}

/** The person that this mark stands for. */
export function mentionAt(heard: Heard, mark: string): Person | undefined {
  return heard.mentioned[mark.charCodeAt(0) - FIRST_MARK]
}

/** A cut of the text as a record keeps it: names for marks. */
export function spoken(heard: Heard, cut: string): string {
  return cut.replace(ANY_MARK, (mark) => mentionAt(heard, mark)?.name ?? '').trim()
}

/** A cut of the text as it can be said again: `@Full Name` for marks. */
export function sayable(heard: Heard, cut: string): string {
  return cut.replace(ANY_MARK, (mark) => `@${mentionAt(heard, mark)?.name ?? ''}`).trim()
}

/** Small letters and plain quotes and dashes, at the same length, so that places found in it are places in the text. */
export function folded(text: string): string {
  const lower = text.toLowerCase()
  const small =
    lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return small
    .replace(/[\u2018\u2019\u201b\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** Words alone, one space between, nothing else but marks: how whole phrases are compared. */
export function phraseOf(text: string): string {
  return folded(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\ufdd0-\ufdef]+/gu, ' ')
    .trim()
}

const POLITE_START =
  /^(?:please|pls|plz|kindly|hi|hello|hey|hiya|good morning|ok|okay|so|well|also|then|and|just|now|thanks|thank you|dear|plumbline|bot|(?:can|could|would|will) (?:you|u|i|we)(?: please| kindly| just)?|may i|i(?: would|'d) like (?:to|you to)|i(?: want|'d want) (?:to|you to)|i(?: want|'d like)|go ahead and|bitte)(?![\p{L}\p{N}'-])[ ,:;!.]*/u

const POLITE_END =
  /(?:^|[ ,.!?;:-])(?:please|pls|plz|thanks|thank you|thanks a lot|many thanks|thx|ty|cheers|bitte|danke|if you can|if possible|asap please)$/

/** A sentence, and what is left of it each time that a polite word before it is taken away; the barest comes last. */
export type Stages = { readonly stages: readonly string[]; readonly barest: string; readonly asks: boolean }

/** Takes away what is only politeness before a sentence. `asks`: it was put as a polite question. */
export function withoutPoliteStart(text: string): Stages {
  let rest = unwrapped(text)
  let asks = false
  const stages = [rest]
  for (let turn = 0; turn < 6; turn += 1) {
    const start = POLITE_START.exec(folded(rest.slice(0, 60)))?.[0]
    if (start === undefined || start.length >= rest.length) break
    asks ||= /^(?:can|could|would|will|may) /.test(start)
    rest = rest.slice(start.length).trimStart()
    stages.push(rest)
  }
  return { stages, barest: rest, asks }
}

/** A leading slash and quotes around the whole go: people copy sentences out of help. */
function unwrapped(text: string): string {
  const bare = text.trim().replace(/^\/(?=\p{L})/u, '')
  const quoted = /^["'`\u201c\u2018](.*)["'`\u201d\u2019]$/s.exec(bare)?.[1]
  return (quoted ?? bare).trim().replace(/^\/(?=\p{L})/u, '')
}

/** A sentence without what is only politeness or punctuation after it. */
export function withoutPoliteEnd(text: string): string {
  let rest = text.trimEnd()
  for (let turn = 0; turn < 4; turn += 1) {
    const tail = rest.slice(-40)
    const polite = POLITE_END.exec(folded(tail).replace(/[ .!?]{1,40}$/, ''))
    if (!polite) break
    rest = rest.slice(0, rest.length - tail.length + polite.index).trimEnd()
  }
  return rest
}

/** Whether nothing that means something is left. */
export function saysNothing(text: string): boolean {
  if (text.length > 200) return false
  const words = phraseOf(withoutPoliteEnd(text))
  return (
    words === '' ||
    /^(?:it|this|that|now|today|already|too|as well|for me|then|ok|please|thanks)$/.test(words)
  )
}
