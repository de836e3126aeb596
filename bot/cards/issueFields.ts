import type { Issue, IssueGap } from '../domain/issue'
import { inputOf } from './actions'
import type { ChoiceInput, Input } from './elements'
import { choiceField, textField } from './parts'
import { SEVERITIES, severityWord } from './words'
import type { Words } from './words/wordsOf'

/** The questions about an issue, worded once: its card asks for what is missing, its form for all. */

export function whereField(w: Words) {
  return { label: w.record.whereInSystem, placeholder: w.record.exampleWhere }
}

export function stepsField(w: Words) {
  return {
    label: w.record.howToRepeat,
    placeholder: w.record.exampleSteps,
    isMultiline: true,
  }
}

export function workaroundField(w: Words) {
  return {
    label: w.record.workMeanwhile,
    placeholder: w.record.exampleMeanwhile,
    isMultiline: true,
  }
}

export function gapFields(gaps: readonly IssueGap[], issue: Issue, w: Words): Input[] {
  return gaps.map((gap, at) => {
    const spacing = at === 0 ? 'none' : 'medium'
    switch (gap) {
      case 'where':
        return asked(inputOf('issue.complete', 'where'), whereField(w), spacing)
      case 'steps':
        return asked(inputOf('issue.complete', 'steps'), stepsField(w), spacing)
      case 'workaround':
        return asked(inputOf('issue.complete', 'workaround'), workaroundField(w), spacing)
      case 'severity':
        return { ...severityField(inputOf('issue.complete', 'severity'), issue, w), spacing }
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
export function severityField(id: string, { severity }: Pick<Issue, 'severity'>, w: Words): ChoiceInput {
  return choiceField(
    id,
    w.record.howBad,
    SEVERITIES.map((value) => ({
      title: w.record.severityChoice(severityWord(value, w), w.states.meaning[value]),
      value,
    })),
    { style: 'expanded', wrap: true, ...(severity === null ? {} : { value: severity }) },
  )
}
