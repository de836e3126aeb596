import type { SetupFault } from '../domain/projectSetup'
import type { SetupProblem } from './outcome'

const STEP_NAMES = { ask: 'Ask', remind: 'Remind', draft: 'Draft', post: 'Post' } as const
const FIELD_NAMES = {
  name: 'The name',
  customer: 'The customer',
  workstreams: 'A workstream',
  goLiveWhy: 'The reason',
} as const

/** What is wrong with a field of the setup form, and what to do about it. */
export function sentenceFor(fault: SetupFault): SetupProblem {
  return { field: fault.field, text: textOf(fault) }
}

export function leadIsNoMember(): SetupProblem {
  return { field: 'lead', text: 'Choose a lead who is a member of this team.' }
}

/** Why a workstream can't be taken off the list yet. */
export function stillInUse(
  name: string,
  { items, issues }: { readonly items: number; readonly issues: number },
): SetupProblem {
  const counts = [counted(items, 'open action item'), counted(issues, 'open issue')].filter(Boolean)
  const text = `${name} still has ${counts.join(' and ')}. Keep it until they are done, or rename it on its line.`
  return { field: 'workstreams', text }
}

function textOf(fault: SetupFault): string {
  switch (fault.because) {
    case 'missing':
      return MISSING[fault.field]
    case 'tooLong':
      return `${FIELD_NAMES[fault.field]} can have ${fault.max.toLocaleString('en')} characters at most.`
    case 'notAZone':
      return zoneText(fault.suggestions)
    case 'notADate':
      return 'Write the go-live date as a date, such as 2027-01-11.'
    case 'cannotBeRemoved':
      return 'A go-live date can be moved, but not removed.'
    case 'tooMany':
      return `A project can have ${fault.max} workstreams at most.`
    case 'twice':
      return `${fault.name} is there twice.`
    case 'notATime':
      return `Write the time of ${STEP_NAMES[fault.field]} as a day and a time, such as Thu 10:00.`
    case 'tooEarly':
      return `${STEP_NAMES[fault.field]} has to come after ${STEP_NAMES[fault.after]} in the week.`
  }
}

const MISSING = {
  name: 'Give the project a name.',
  lead: 'Choose who leads the project.',
  zone: 'Say which time zone the week runs in, such as Europe/Copenhagen.',
  goLiveWhy: 'Say why the go-live date moves. It goes into its history.',
} as const

function zoneText(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return 'I don’t know this time zone. Write one such as Europe/Copenhagen.'
  return `I don’t know this time zone. Did you mean ${listed(suggestions)}?`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

function counted(number: number, what: string): string {
  if (number === 0) return ''
  return number === 1 ? `1 ${what}` : `${number} ${what}s`
}
