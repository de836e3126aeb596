/*
 * The little markdown that our cards use, as safe HTML: bold, italic, links, escapes. Everything is escaped first and
 * only our own tags are added, so that nothing that a person wrote becomes markup. Raw HTML never passes.
 */

const ESCAPED = /\\([\\`*_{}[\]()#+\-.!<>~&|=])/g
const KEPT = '\uE000'
const SAFE_LINK = /^(https?:\/\/|mailto:|\/tab\/)[^\s"'<>]*$/i

export function cardHtml(text: string): string {
  const kept: string[] = []
  const keep = (html: string) => `${KEPT}${kept.push(html) - 1}${KEPT}`
  const marked = text
    .replaceAll(KEPT, '')
    .replace(ESCAPED, (_, sign: string) => keep(escaped(sign)))
    .replace(/<at>(.*?)<\/at>/g, (_, name: string) => keep(`<b>${escaped(name)}</b>`))
    .replace(/\[([^\]]+)\]\(([^()\s]+)\)/g, (whole, label: string, to: string) =>
      SAFE_LINK.test(to)
        ? keep(
            `<a class="link" href="${escaped(to)}" target="_blank" rel="noopener noreferrer">${escaped(label)}</a>`,
          )
        : whole,
    )
  const html = escaped(marked)
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<b>$1</b>')
    .replace(/(^|[\s(])[_*](\S(?:.*?\S)?)[_*](?=[\s).,:;!?]|$)/g, '$1<i>$2</i>')
    .replace(/\r?\n/g, '<br>')
  return restored(html, kept)
}

/** A kept piece may itself hold one (an escaped sign inside a link's label). */
function restored(html: string, kept: readonly string[]): string {
  const next = html.replace(
    new RegExp(`${KEPT}(\\d+)${KEPT}`, 'g'),
    (_, index: string) => kept[Number(index)] ?? '',
  )
  return next === html ? html : restored(next, kept)
}

function escaped(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
