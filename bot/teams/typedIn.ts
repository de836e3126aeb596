/** Fields of a button that its card carries, or that are chosen from a list: no words of the person. */
const NOT_TYPED = new Set([
  ...[
    'project',
    'week',
    'item',
    'id',
    'seen',
    'version',
    'says',
    'filter',
    'page',
    'shown',
    'change',
    'choice',
    'back',
    'entry',
    'question',
    'aside',
    'over',
    'mine',
    'about',
    'reviewDays',
    'toBeRead',
  ],
  ...[
    'owner',
    'for',
    'needs',
    'delegate',
    'lead',
    'workstream',
    'severity',
    'colour',
    'overall',
    'namesWhoIsMissing',
    'reminds',
    'language',
    'raises',
    'days',
    'channels',
  ],
])

/** What a person typed into the card that a button was tapped on, a line for each field; null when nothing. */
export function typedIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null
  const typed = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    // A field that stands once for each row is named `why.A-12`.
    const [field = ''] = name.split('.')
    return typeof value === 'string' && value.trim() !== '' && !NOT_TYPED.has(field) ? [value] : []
  })
  return typed.length > 0 ? typed.join('\n') : null
}
