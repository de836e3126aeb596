import type { Brand } from '../domain/ids'

/** A piece of HTML that is safe to put anywhere between tags. Only what stands in this file makes one. */
export type Html = Brand<string, 'Html'>

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** What no HTML may hold, and what turns the words around it round. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** What somebody wrote, as text between tags or inside a quoted attribute: nothing in it is markup. */
export function text(written: string): Html {
  return written.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '') as Html
}

/** Markup of our own: nothing in it was written by a user. */
export function own(markup: string): Html {
  return markup as Html
}

/** A template of our own markup; what is put into it is HTML already, or text that is escaped here. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | Written | number)[]): Html {
  return parts.reduce((made, part, at) => made + asHtml(values[at - 1]) + part) as Html
}

/** Words that people or the product wrote, to be escaped where they are put into a template. */
type Written = { readonly written: string }

export function written(words: string): Written {
  return { written: words }
}

export function joined(pieces: readonly Html[]): Html {
  return pieces.join('\n') as Html
}

function asHtml(value: Html | Written | number | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? text(value.written) : String(value)
}
