import type { ImportPreviewJson, ImportProgressJson } from '../../bot/contract/exchange'
import type { PlainDate } from '../../bot/domain/time'
import { SEVERITY_WORD, STATUS_WORD } from '#words/common'
import {
  cameIn,
  canComeIn,
  FACT,
  halted,
  ITEM_STATES,
  NO_ROW,
  NOTHING_NEW,
  number,
  soFar,
} from '#words/exchange'
import { dateWords } from '../look/words'

/* What is said of a file that is looked at or comes in. */

type Facts = readonly (readonly [what: string, figure: string])[]

export function previewHead({ fresh, known }: ImportPreviewJson): string {
  return fresh + known === 0 ? NO_ROW : canComeIn(fresh + known)
}

export function previewFacts({ fresh, known, wrong, others, without }: ImportPreviewJson): Facts {
  return [
    [FACT.fresh, number(fresh)],
    [FACT.known, number(known)],
    ...(wrong > 0 ? [[FACT.wrong, number(wrong)] as const] : []),
    ...others.map(({ category, rows }) => [FACT.other(category), number(rows)] as const),
    ...(without.length > 0 ? [[FACT.without, without.join(', ')] as const] : []),
  ]
}

const STATE = { ...ITEM_STATES, ...STATUS_WORD }

/** What one of the first rows is taken for: `Cosmetic · New · Megan Bowen · Wed 2 Feb`. */
export function takenFor(
  { severity, status, owner, date }: ImportPreviewJson['sample'][number],
  today: PlainDate,
): string {
  const facts = [
    severity && SEVERITY_WORD[severity],
    status && STATE[status],
    owner,
    date && dateWords(date, today),
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

export function progressHead({ status, rows: all, ...counts }: ImportProgressJson): string {
  const changed = counts.created + counts.updated
  const done = changed + counts.unchanged + counts.skipped
  if (status === 'running') return soFar(done, all)
  if (status === 'halted') return halted(done)
  return changed === 0 ? NOTHING_NEW : cameIn(changed)
}

export function progressFacts({ created, updated, unchanged, skipped }: ImportProgressJson): Facts {
  return [
    [FACT.fresh, number(created)],
    [FACT.updated, number(updated)],
    [FACT.unchanged, number(unchanged)],
    [FACT.skipped, number(skipped)],
  ]
}
