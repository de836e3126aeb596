/* The words of the dialog in which an issue is reported. */

export const NEW_ISSUE = 'New issue'

export function reportedBy(name: string, project: string): string {
  return `Reported by ${name}, in ${project}`
}

export const ASKS = {
  title: 'What is wrong, in one line',
  where: 'Where in the system',
  happened: 'When did it happen',
  steps: 'How to reproduce it, step by step',
  workaround: 'How does work go on meanwhile',
  owner: 'Who fixes it',
  details: 'Anything else',
} as const

export const NO_ONE_YET = 'No one yet'
export const LOG_IT = 'Log the issue'
export const TITLE_MISSING = 'Say in one line what is wrong.'
export const NOT_SAVED = 'This could not be saved as it is.'

/** The log before anybody found anything. */
export const NO_ISSUES = {
  title: 'No issues yet',
  text: 'Found something wrong? Tell it here, or write in the channel. The bot asks only for what is missing: where, the steps, how bad.',
  /** What one would write to the bot. */
  example: 'issue Payment run pays an invoice twice',
}

/** What each severity means, said where one chooses. */
export const SEVERITY_MEANS = {
  showStopper: 'no way to work',
  workaround: 'work goes on another way, which is written down',
  cosmetic: 'it only looks wrong',
} as const
