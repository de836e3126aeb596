import type { ItemChange } from '../domain/actionItem'
import type { IssueChange } from '../domain/issue'
import type { Outcome } from '../flows/outcome'
import type { Card } from './card'
import { issueChangeForm } from './issueForms'
import { itemChangeForm } from './itemForms'
import type { Reader } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

type ChangeForm = Extract<Outcome, { kind: 'changeForm' }>

/** Asks for what a change lacks. A form that was only just opened complains of nothing. */
export function changeForm(outcome: ChangeForm, reader: Reader): Card {
  const w = wordsOf(reader)
  const { view, members } = outcome
  const complaints = complaintsOf(outcome, w)
  return view.record === 'item'
    ? itemChangeForm(view, outcome.change as ItemChange, complaints, members, reader)
    : issueChangeForm(view, outcome.change as IssueChange, complaints, members, reader)
}

function missingWords(what: ChangeForm['missing'][number], w: Words): string {
  switch (what) {
    case 'why':
    case 'reason':
      return w.record.reasonMissing
    case 'date':
      return w.record.dateMissing
    case 'severity':
      return w.record.chooseSeverity
    case 'owner':
      return w.record.choosePerson
    case 'title':
      return w.record.needsTitle
  }
}

function problemWords(problem: NonNullable<ChangeForm['problem']>, w: Words): string {
  switch (problem) {
    case 'dateInPast':
      return w.record.dateInPast
    case 'duplicateOfItself':
      return w.record.itself
  }
}

function complaintsOf({ change, missing, problem }: ChangeForm, w: Words): readonly string[] {
  if (problem !== undefined) return [problemWords(problem, w)]
  return isEmpty(change) ? [] : missing.map((what) => missingWords(what, w))
}

/** Nothing was typed yet: the form has just been opened. */
function isEmpty(change: ItemChange | IssueChange): boolean {
  return Object.entries(change).every(([name, value]) => name === 'kind' || value === null || value === '')
}
