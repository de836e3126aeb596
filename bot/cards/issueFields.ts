import type { Issue, IssueGap } from '../domain/issue'
import { inputOf } from './actions'
import type { ChoiceInput, Input } from './elements'
import { choiceField, textField } from './parts'
import { SEVERITIES, SEVERITY_MEANING, severityWord } from './words'

/** The questions about an issue, worded once: its card asks for what is missing, its form for all. */

export const WHERE = { label: 'Where in the system?', placeholder: 'Screen, menu or transaction' }
export const STEPS = {
  label: 'How can someone make it happen?',
  placeholder: '1. Open an order  2. Change a price  3. ...',
  isMultiline: true,
}
export const WORKAROUND = {
  label: 'How does work go on meanwhile?',
  placeholder: 'What people do instead',
  isMultiline: true,
}

export function gapFields(gaps: readonly IssueGap[], issue: Issue): Input[] {
  return gaps.map((gap, at) => {
    const spacing = at === 0 ? 'none' : 'medium'
    switch (gap) {
      case 'where':
        return asked(inputOf('issue.complete', 'where'), WHERE, spacing)
      case 'steps':
        return asked(inputOf('issue.complete', 'steps'), STEPS, spacing)
      case 'workaround':
        return asked(inputOf('issue.complete', 'workaround'), WORKAROUND, spacing)
      case 'severity':
        return { ...severityField(inputOf('issue.complete', 'severity'), issue), spacing }
    }
  })
}

function asked(
  id: string,
  {
    label,
    ...look
  }: { readonly label: string; readonly placeholder: string; readonly isMultiline?: boolean },
  spacing: 'none' | 'medium',
): Input {
  return textField(id, label, { ...look, spacing })
}

/** Laid open with what each means: a closed list makes every defect "high". */
export function severityField(id: string, { severity }: Pick<Issue, 'severity'>): ChoiceInput {
  return choiceField(
    id,
    'How bad is it?',
    SEVERITIES.map((value) => ({ title: `${severityWord(value)}: ${SEVERITY_MEANING[value]}`, value })),
    { style: 'expanded', wrap: true, ...(severity === null ? {} : { value: severity }) },
  )
}
