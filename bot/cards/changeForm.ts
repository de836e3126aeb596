import type { ItemChange } from '../domain/actionItem'
import type { IssueChange } from '../domain/issue'
import type { Outcome } from '../flows/outcome'
import type { Card } from './card'
import { issueChangeForm } from './issueForms'
import { itemChangeForm } from './itemForms'
import type { Reader } from './reader'

type ChangeForm = Extract<Outcome, { kind: 'changeForm' }>

/** Asks for what a change lacks. A form that was only just opened complains of nothing. */
export function changeForm(outcome: ChangeForm, reader: Reader): Card {
  const { view, members } = outcome
  const complaints = complaintsOf(outcome)
  return view.record === 'item'
    ? itemChangeForm(view, outcome.change as ItemChange, complaints, members, reader)
    : issueChangeForm(view, outcome.change as IssueChange, complaints, members)
}

const MISSING: Readonly<Record<ChangeForm['missing'][number], string>> = {
  why: 'A reason is missing.',
  reason: 'A reason is missing.',
  date: 'A date is missing.',
  severity: 'Please choose how bad it is.',
  owner: 'Please choose a person.',
  title: 'It needs a title.',
}

const PROBLEM: Readonly<Record<NonNullable<ChangeForm['problem']>, string>> = {
  dateInPast: 'That date has passed. Please give one from today on.',
  duplicateOfItself: 'That is this issue itself. Please give the number of the other one.',
}

function complaintsOf({ change, missing, problem }: ChangeForm): readonly string[] {
  if (problem !== undefined) return [PROBLEM[problem]]
  return isEmpty(change) ? [] : missing.map((what) => MISSING[what])
}

/** Nothing was typed yet: the form has just been opened. */
function isEmpty(change: ItemChange | IssueChange): boolean {
  return Object.entries(change).every(([name, value]) => name === 'kind' || value === null || value === '')
}
