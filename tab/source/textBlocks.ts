/* A text of the page in blocks: paragraphs, lists, headings, tables. What stands inside a block is still markdown. */

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

const HEADING = /^#{1,6}\s+(.+?)\s*#*$/
const BULLET = /^\s{0,8}[-*•]\s+(.+)$/
const NUMBER = /^\s{0,8}\d{1,3}[.)]\s+(.+)$/
const ROW = /^\s*\|.*\|\s*$/
const RULE = /^\s*\|(\s*:?-+:?\s*\|)+\s*$/

export function blocksOf(text: string): readonly Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)?.[1]
    if (line.trim() === '') at += 1
    else if (heading !== undefined) {
      blocks.push({ kind: 'heading', text: heading })
      at += 1
    } else if (ROW.test(line) && RULE.test(lines[at + 1] ?? '')) {
      const rows = run(lines, at + 2, (next) => ROW.test(next))
      blocks.push({ kind: 'table', head: cellsOf(line), rows: rows.map(cellsOf) })
      at += 2 + rows.length
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const sign = BULLET.test(line) ? BULLET : NUMBER
      const items = run(lines, at, (next) => sign.test(next))
      blocks.push({
        kind: sign === BULLET ? 'bullets' : 'numbers',
        items: items.map((item) => sign.exec(item)?.[1] ?? ''),
      })
      at += items.length
    } else {
      const said = run(lines, at, (next, index) => index === at || !begins(next))
      blocks.push({ kind: 'paragraph', text: said.join('\n') })
      at += said.length
    }
  }
  return blocks
}

/** The lines from `from` on for as long as they belong together. */
function run(
  lines: readonly string[],
  from: number,
  belongs: (line: string, index: number) => boolean,
): readonly string[] {
  let end = from
  while (end < lines.length && belongs(lines[end] ?? '', end)) end += 1
  return lines.slice(from, end)
}

/** Whether something else than the running paragraph begins here. */
function begins(line: string): boolean {
  return line.trim() === '' || [HEADING, BULLET, NUMBER, ROW].some((sign) => sign.test(line))
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** A bare address becomes a link, which says itself. */
export function linked(text: string): string {
  return text.replaceAll(
    /(^|\s)(https:\/\/[^\s<>()[\]"'\\]+[^\s<>()[\]"'\\.,:;!?])/g,
    (_, before: string, url: string) => `${before}[${url.replace('https://', '')}](${url})`,
  )
}
