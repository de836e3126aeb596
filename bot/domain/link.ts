/** The longest address that is kept, in UTF-16 units. */
const LONGEST = 2_000

/** An address with a host of at least two parts, without a user's name in it, which would hide where it leads. */
const HTTPS =
  /^https:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?(?:[/?#].*)?$/i
/** What ends an address in a sentence, or would end the markdown around it. */
const UNSAFE: Readonly<Record<string, string>> = {
  '(': '%28',
  ')': '%29',
  '<': '%3C',
  '>': '%3E',
  '"': '%22',
  '`': '%60',
  '\\': '%5C',
  '[': '%5B',
  ']': '%5D',
  '{': '%7B',
  '}': '%7D',
  '|': '%7C',
  '^': '%5E',
  '*': '%2A',
}

export type ReadLink =
  | { readonly kind: 'link'; readonly url: string }
  /** It begins like an address and is none that may be kept: another scheme, no host, far too long. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'text' }

/**
 * Reads an address as it was typed. Only https may be kept: whatever else a card could open (http, javascript, a file)
 * is refused. The address comes back without anything that markdown gives a meaning to.
 */
export function readLink(typed: string): ReadLink {
  const text = typed
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim()
  if (/\s/.test(text) || text === '') return { kind: 'text' }
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^www\./i.test(text)) return { kind: 'text' }
  const address = /^www\./i.test(text) ? `https://${text}` : text
  if (
    !/^[a-z][a-z0-9+.-]*:(?:\/\/|(?=javascript|data|vbscript))|^(?:javascript|data|vbscript|file|mailto):/i.test(
      address,
    )
  )
    return { kind: 'text' }
  if (!HTTPS.test(address) || address.length > LONGEST) return { kind: 'refused' }
  const url = address.replace(/[()<>"`\\[\]{}|^*]/g, (sign) => UNSAFE[sign] ?? '')
  // Control characters and halves of characters can't be part of an address.
  return /[\p{Cc}\p{Cs}]/u.test(url) ? { kind: 'refused' } : { kind: 'link', url }
}
