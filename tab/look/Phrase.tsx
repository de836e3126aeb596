/** The parts of a sentence in their order, which is each language's own; what matters in it is strong. */
type Parts = readonly (string | { readonly strong: string })[]

export function Phrase({ parts }: { readonly parts: Parts }) {
  return parts.map((part, at) => (typeof part === 'string' ? part : <b key={at}>{part.strong}</b>))
}
