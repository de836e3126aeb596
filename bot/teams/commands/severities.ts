import type { Severity } from '../../domain/issue'
import { phraseOf } from './hearing'

/** What people call the three severities. `high` and `medium` are left out: they say nothing about whether work goes on. */
const CALLED: Readonly<Record<Severity, readonly string[]>> = {
  showStopper: [
    'show stopper',
    'showstopper',
    'show stoppers',
    'showstoppers',
    'stopper',
    'show stopping',
    'blocker',
    'blockers',
    'blocking',
    'blockierend',
    'blockierende',
    'high priority',
    'highest priority',
    'top priority',
    'critical',
    'sev 1',
    'sev1',
    'severity 1',
    's1',
    'p1',
    'prio 1',
    'priority 1',
    'urgent',
    'fatal',
  ],
  workaround: [
    'workaround',
    'workarounds',
    'work around',
    'work arounds',
    'sev 2',
    'sev2',
    'severity 2',
    's2',
    'p2',
    'prio 2',
    'priority 2',
    'umgehung',
    'umgehbar',
    'mit umgehung',
    'umweg',
    'mit umweg',
    'major',
  ],
  cosmetic: [
    'cosmetic',
    'cosmetics',
    'cosmetical',
    'kosmetisch',
    'kosmetische',
    'minor',
    'low',
    'trivial',
    'sev 3',
    'sev3',
    'severity 3',
    's3',
    'p3',
    'prio 3',
    'priority 3',
    'nice to have',
    'typo',
  ],
}

const BY_NAME: ReadonlyMap<string, Severity> = new Map(
  (['showStopper', 'workaround', 'cosmetic'] as const).flatMap((severity) =>
    CALLED[severity].map((name) => [name, severity] as const),
  ),
)

/** How a severity is written in a sentence. */
export const SAID: Readonly<Record<Severity, string>> = {
  showStopper: 'show-stopper',
  workaround: 'workaround',
  cosmetic: 'cosmetic',
}

/** Reads words that are a severity and nothing else. */
export function asSeverity(words: string): Severity | undefined {
  const name = phraseOf(words.slice(0, 40))
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/^(?:severity|sev) (?=\p{L})/u, ''))
}

/** A severity's words at the start of a text, the longest first. */
export function severityAtStart(
  text: string,
): { readonly severity: Severity; readonly length: number } | undefined {
  const ends: number[] = []
  for (const word of text.slice(0, 40).matchAll(/[\p{L}\p{N}-]+/gu)) ends.push(word.index + word[0].length)
  for (const end of ends.slice(0, 3).reverse()) {
    const severity = asSeverity(text.slice(0, end))
    if (severity) return { severity, length: end }
  }
  return undefined
}

/** Words that grade an issue without saying whether work goes on, and the two severities that may be meant. */
export function vagueSeverity(words: string): readonly [Severity, Severity] | undefined {
  const phrase = phraseOf(words.slice(0, 40))
  if (/^(?:high|very high|important|serious|severe)$/.test(phrase)) return ['showStopper', 'workaround']
  return /^(?:medium|normal|moderate|middle)$/.test(phrase) ? ['workaround', 'cosmetic'] : undefined
}
