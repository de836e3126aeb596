import type { WorkstreamId } from '../domain/ids'
import type { Person } from '../domain/person'
import { decideOverride } from '../domain/rag'
import type { Draft, Recap } from '../domain/recap'
import { cleanLine, cleanText } from '../domain/text'
import type { Instant } from '../domain/time'
import type { DraftEdit } from './command'

/** What keeps an edit of a draft, or of a posted recap, from being one. */
export type DraftProblem =
  /** A greener colour than the rule's needs a reason; `workstream` null: the overall one. */
  | { readonly kind: 'reasonMissing'; readonly workstream: WorkstreamId | null }
  | { readonly kind: 'reasonTooLong'; readonly workstream: WorkstreamId | null; readonly most: number }
  | { readonly kind: 'tooLong'; readonly field: 'headline' | 'note'; readonly most: number }
  /** A posted recap keeps a headline. */
  | { readonly kind: 'headlineMissing' }

const HEADLINE_MAX = 200
const NOTE_MAX = 2_000

/** A read edit: the draft that it makes, or all that keeps it from being one. */
export type ReadEdit =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'problems'; readonly problems: readonly DraftProblem[] }

/**
 * Reads what the lead typed against the recap as it stands. A headline left as the rule wrote it stays the rule's; a
 * colour equal to the rule's takes an override off; a greener one needs a reason.
 */
export function readEdit(
  edit: DraftEdit,
  given: { readonly recap: Recap; readonly before: Draft | null; readonly by: Person; readonly at: Instant },
): ReadEdit {
  const { recap, before, by, at } = given
  const problems: DraftProblem[] = []
  const read = (text: string, field: 'headline' | 'note', most: number): string | null => {
    const cleaned = field === 'headline' ? cleanLine(text, most) : cleanText(text, most)
    if (cleaned.kind === 'tooLong') problems.push({ kind: 'tooLong', field, most })
    return cleaned.kind === 'ok' && cleaned.text !== '' ? cleaned.text : null
  }
  const override = (wanted: NonNullable<DraftEdit['overall']>, workstream: Workstream | null) => {
    const verdict =
      workstream === null ? recap.overall : recap.workstreams.find((line) => line.id === workstream)?.verdict
    if (!verdict) return null
    const decision = decideOverride(verdict.rule, wanted.colour, wanted.why)
    if (decision.kind === 'missing') problems.push({ kind: 'reasonMissing', workstream })
    if (decision.kind === 'tooLong') problems.push({ kind: 'reasonTooLong', workstream, most: decision.max })
    if (decision.kind !== 'override') return null
    const { colour, why } = decision
    const isSame = verdict.override?.colour === colour && verdict.override.why === why
    return isSame ? verdict.override : { colour, by, why }
  }

  const headline =
    edit.headline === null ? (before?.headline ?? null) : read(edit.headline, 'headline', HEADLINE_MAX)
  const note = read(edit.note, 'note', NOTE_MAX)
  const overallOverride = edit.overall ? override(edit.overall, null) : (before?.overallOverride ?? null)
  const workstreamOverrides = [
    ...(before?.workstreamOverrides ?? []).filter((set) =>
      edit.workstreams.every((one) => one.workstream !== set.workstream),
    ),
    ...edit.workstreams.flatMap(({ workstream, ...wanted }) => {
      const set = override(wanted, workstream)
      return set ? [{ ...set, workstream }] : []
    }),
  ]
  if (problems.length > 0) return { kind: 'problems', problems }
  const isRules = headline === recap.headline && (before?.headline ?? null) === null
  return {
    kind: 'draft',
    draft: {
      week: recap.week,
      headline: isRules ? null : headline,
      note,
      overallOverride,
      workstreamOverrides,
      editedBy: by,
      editedAt: at,
    },
  }
}

type Workstream = Recap['workstreams'][number]['id']
