import { readLink } from '../domain/link'
import { excerpt } from './text'
import { escaped } from './text'

/** What of somebody's markdown is kept: bold, italics and https links; everything else shows as it was written. */
const KEPT =
  /\*\*(?<bold>[^*\n]{1,500})\*\*|(?<![\p{L}\p{N}_])_(?<italic>[^_\n]{1,500})_(?![\p{L}\p{N}_])|\[(?<label>[^\]\n]{1,200})\]\((?<url>https:\/\/[^\s()]{1,2000})\)|(?<bare>https:\/\/[^\s<>"'()[\]]{1,2000})/gu
const LIST = /^(?<indent>\s*)(?<bullet>[-*+]|\d{1,3}[.)])\s+(?<rest>.*)$/u
const HEADING = /^#{1,6}\s+(?<rest>.*?)\s*#*$/u

export type Markdown = { readonly lines: readonly string[]; readonly cut: boolean }

/** The beginning of a text in markdown, a TextBlock a line, without anything that could do harm in a card. */
export function safeMarkdown(text: string, most = 3000, mostLines = 30): Markdown {
  const { lines, cut } = excerpt(text, most, mostLines)
  return { lines: lines.map(line), cut }
}

/** An https address as a link of markdown. */
export function linkTo(title: string, url: string): string {
  return `[${title}](${url})`
}

function line(written: string): string {
  const heading = HEADING.exec(written)?.groups?.['rest']
  if (heading !== undefined && heading !== '') return `**${escaped(heading.replaceAll('*', ''))}**`
  const item = LIST.exec(written)?.groups
  if (item) {
    const { bullet = '-', rest = '' } = item
    // A list of markdown in a TextBlock of its own brings margins that clients draw each in their way.
    return /\d/.test(bullet) ? atLineStart(`${bullet} ${inline(rest)}`) : `• ${inline(rest)}`
  }
  return atLineStart(inline(written))
}

function inline(text: string): string {
  let shown = ''
  let from = 0
  for (const match of text.matchAll(KEPT)) {
    // An exclamation mark right before a link would make a picture of it.
    shown += escaped(text.slice(from, match.index)).replace(/!$/, '\\!') + kept(match)
    from = match.index + match[0].length
  }
  return shown + escaped(text.slice(from))
}

function kept(match: RegExpMatchArray): string {
  const { bold, italic, label, url, bare } = match.groups ?? {}
  if (bold !== undefined) return `**${escaped(bold)}**`
  if (italic !== undefined) return `_${escaped(italic)}_`
  const address = bare?.replace(/[.,;:!?]+$/, '') ?? url ?? ''
  const link = readLink(address)
  if (link.kind !== 'link') return escaped(match[0])
  const rest = bare === undefined ? '' : escaped(bare.slice(address.length))
  return linkTo(escaped(label ?? address.replace(/^https:\/\//, '')), link.url) + rest
}

/** What would begin a heading, a list or a quotation. */
function atLineStart(shown: string): string {
  return shown.replace(/^(#|[-+=>])/, '\\$1').replace(/^(\d+)(?=[.)])/, '$1\\')
}
