import type { Person } from './person'
import type { Recap, RecapPart, RecapWords } from './recap'
import type { RagOverride } from './rag'
import type { Instant } from './time'

/** The words and colours that a recap shows, which are what can be corrected in it. */
export function wordsOf({ headline, note, overall, workstreams }: Recap): RecapWords {
  return {
    headline,
    note,
    overallOverride: overall.override,
    workstreamOverrides: workstreams.flatMap(({ id, verdict }) =>
      verdict.override ? [{ ...verdict.override, workstream: id }] : [],
    ),
  }
}

/** In which parts two versions of a recap's words differ, in the order in which the recap shows them. */
export function partsThatDiffer(a: RecapWords, b: RecapWords): readonly RecapPart[] {
  const ids = [...a.workstreamOverrides, ...b.workstreamOverrides].map(({ workstream }) => workstream)
  const setIn = (words: RecapWords, id: RecapPart) =>
    words.workstreamOverrides.find(({ workstream }) => workstream === id) ?? null
  return [
    ...(a.headline === b.headline ? [] : (['headline'] as const)),
    ...(a.note === b.note ? [] : (['note'] as const)),
    ...(isSameColour(a.overallOverride, b.overallOverride) ? [] : (['overall'] as const)),
    ...[...new Set(ids)].filter((id) => !isSameColour(setIn(a, id), setIn(b, id))),
  ]
}

function isSameColour(a: RagOverride | null, b: RagOverride | null): boolean {
  return a?.colour === b?.colour && (a?.why ?? null) === (b?.why ?? null)
}

/**
 * The recap with other words and colours, and a note of who put them right and when. Its numbers, its records and what
 * the rules said stay as they were when it was posted.
 */
export function correctedRecap(
  recap: Recap,
  words: RecapWords,
  by: { readonly by: Person; readonly at: Instant },
): Recap {
  const parts = partsThatDiffer(wordsOf(recap), words)
  const before = recap.corrected
  return {
    ...recap,
    headline: words.headline,
    note: words.note,
    overall: { ...recap.overall, override: words.overallOverride },
    workstreams: recap.workstreams.map((line) => {
      const set = words.workstreamOverrides.find(({ workstream }) => workstream === line.id)
      const override = set ? { colour: set.colour, by: set.by, why: set.why } : null
      return { ...line, verdict: { ...line.verdict, override } }
    }),
    corrected: {
      times: (before?.times ?? 0) + 1,
      ...by,
      parts: [...new Set([...(before?.parts ?? []), ...parts])],
    },
  }
}
