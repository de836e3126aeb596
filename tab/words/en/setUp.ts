/* The words of the pages on which a tab is added to a channel and taken off. */

export const ADD = {
  heading: 'Add Plumbline to this channel',
  text: 'It shows this channel’s project to the members of its team, and everything else is one click away.',
  opens: 'What it opens',
  name: 'Its name',
  nameMissing: 'Give it a name.',
  nameFirst: 'Give the tab a name first.',
  notAdded: 'The tab could not be added. Try again.',
} as const

/** The name that a tab has unless somebody gives it another. */
export const USUAL_NAME = {
  issues: 'Issue log',
  source: 'Source of truth',
  overview: 'Overview',
  items: 'Action items',
  recaps: 'Recaps',
  'my-card': 'My card',
} as const

export const PAGE_SAYS = {
  issues: 'what is wrong, how bad, and who fixes it',
  source: 'how this project runs',
  overview: 'where the project stands, and how it came there',
  items: 'who provides what, for whom, by when',
  recaps: 'the weekly reports',
  'my-card': 'each reader’s own weekly card',
} as const

export const REMOVAL = {
  heading: 'Take this tab off the channel',
  title: 'Only the tab goes',
  text: 'Issues, action items, recaps and all history stay, and the week goes on in the channel. To have the tab again, say @Plumbline pin.',
} as const

export const NOT_IN_TEAMS = {
  title: 'This page belongs to Teams',
  text: 'Open the channel in Teams, choose + beside its tabs, and then Plumbline. Here you can open the tab itself.',
  open: 'Open Plumbline',
} as const
