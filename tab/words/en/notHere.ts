/* The words where the service answered, with something other than what was looked for. */

export const NO_ACCESS = {
  title: 'Nothing to show for this account',
  text: 'If you expected a project here, ask an owner of this team to add you, then try again.',
}

export const NO_LONGER_OPEN = {
  title: 'This project can’t be opened any more',
  text: 'It was removed, or you are no longer on its team. An owner of the team can tell, and add you again.',
  toMine: 'See what there is for you',
}

export const PAGE_NOT_LOADED = {
  /** `what`: what the page shows, as "The recaps". */
  title: (what: string) => `${what} can’t be loaded right now`,
  text: 'Nothing is lost. It is tried again by itself, or at once:',
}

export const CHOOSE_PROJECT = {
  title: 'Choose a project',
  text: 'You are on the team of these.',
}

export const NO_PROJECT = {
  title: 'No project here yet',
  text: 'Set it up in the channel. It takes one card: name, customer, go-live date and the times of the week.',
}
