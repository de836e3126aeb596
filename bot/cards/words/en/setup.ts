import { counted, either, figure, listed } from './say'

const atMost = (what: string) => (max: number) => `${what} can have ${figure(max)} characters at most.`

export const setup = {
  step: { ask: 'I ask owners', remind: 'I remind', draft: 'Draft to the lead', post: 'Recap is posted' },
  exampleCustomer: 'Northwind Traders',
  exampleTime: { ask: 'Thu 10:00', remind: 'Fri 09:00', draft: 'Fri 12:00', post: 'Fri 15:00' },
  missing: {
    name: 'Give the project a name.',
    lead: 'Choose who leads the project.',
    zone: 'Say which time zone the week runs in, such as Europe/Copenhagen.',
    goLiveWhy: 'Say why the go-live date moves. It goes into its history.',
  },
  tooLong: {
    name: atMost('The name'),
    customer: atMost('The customer'),
    workstreams: atMost('A workstream'),
    goLiveWhy: atMost('The reason'),
  },
  notAMember: 'Choose a lead who is a member of this team.',
  notAZone: (suggestions: readonly string[]): string =>
    `I don’t know this time zone. ${suggestions.length === 0 ? 'Write one such as Europe/Copenhagen.' : `Did you mean ${either(suggestions)}?`}`,
  notADate: 'Write the go-live date as a date, such as 2027-01-11.',
  cannotBeRemoved: 'A go-live date can be moved, but not removed.',
  tooMany: (max: number): string => `A project can have ${max} workstreams at most.`,
  twice: (name: string): string => `${name} is there twice.`,
  inUse: (name: string, { items, issues }: { readonly items: number; readonly issues: number }): string =>
    `${name} still has ${listed([
      ...(items === 0 ? [] : [counted(items, 'open action item')]),
      ...(issues === 0 ? [] : [counted(issues, 'open issue')]),
    ])}. Keep it until they are done, or rename it on its line.`,
  notATime: (step: string): string => `Write “${step}” as a day and a time, such as Thu 10:00.`,
  tooEarly: (step: string, after: string): string => `“${step}” has to come after “${after}” in the week.`,
}
