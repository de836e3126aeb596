/* One entry beside the page: its form, its facts and its history. */

export const pane = {
  back: 'Back to the page',
  previous: 'Previous entry',
  next: 'Next entry',
  region: (id: string) => `Entry ${id}`,
  somebody: 'somebody',
  notOnPage: 'It no longer stands on the page.',
  linkWillDo: 'A link will do, or a few lines.',
  save: 'Save',
}

export const fact = {
  owner: 'Owner',
  nobody: 'Nobody yet',
  under: 'Stands under',
  checked: 'Checked',
  lastVerified: 'Last verified',
  readBy: 'Read by',
  read: (count: number, of: number) => `${count} of ${of} ${of === 1 ? 'person' : 'people'}`,
  youRead: 'you have read it',
}

export const form = {
  head: 'Add an entry',
  itAnswers: (question: string) => `It answers: ${question}`,
  add: 'Add it',
  title: 'Title',
  noTitle: 'It needs a title.',
  linkOrText: 'Link or text',
  noContent: 'It needs a link or a text. To take the entry off the page, remove it.',
  hint: 'A link that begins with https://, or a few lines. **Bold**, lists and tables stay as they are.',
  owner: 'Who answers for it',
  whoever: 'Whoever writes it',
  often: 'How often it is checked',
  usual: 'As often as is usual',
  under: 'Where it stands on the page',
  byTitle: 'By its title',
  askToRead: 'Ask everybody to read it',
  askToReadChange: 'Ask everybody to read this change',
}

/** After the name of who did it. */
export const history = {
  line: (did: readonly string[], isUndo: boolean, why: string | null) => {
    const done = did.join(', ')
    const said = isUndo ? `took a change back: ${done}` : done
    return why ? `${said}: “${why}”` : said
  },
  touched: 'touched it',
  wrote: 'wrote it',
  emptied: 'emptied it',
  link: 'changed the link',
  text: 'changed the text',
  took: 'took it',
  nobody: 'took it off its owner',
  gave: (name: string) => `gave it to ${name}`,
  unverified: 'took its check back',
  verified: 'said it is still true',
  removed: 'removed it',
  putBack: 'put it back',
  toBeRead: 'asked everybody to read it',
  called: (title: string) => `called it ${title}`,
  under: (kind: string) => `put it under ${kind}`,
  checked: (often: string) => `has it checked ${often}`,
}

/** How often, inside a sentence. */
export const every = {
  day: 'every day',
  week: 'every week',
  year: 'every year',
  days: (days: number) => `every ${days} days`,
  other: 'another time',
}

/** What somebody else changed, and both its values. */
export const change = {
  field: {
    title: 'The title',
    kind: 'Its place',
    content: 'What it says',
    owner: 'The owner',
    reviewDays: 'How often it is checked',
    verified: 'Its check',
    state: 'Whether it stands on the page',
  },
  nobody: 'no one',
  otherPlace: 'another place',
  unchecked: 'open',
  wordOf: (name: string) => `${name}’s word`,
  removed: 'removed',
  onPage: 'on the page',
  nothing: 'nothing',
  stillTrue: 'Still true',
  remove: 'Remove',
  otherValue: 'another value',
  theirs: 'theirs',
}
