/* How this project runs: its entries, what waits, and what can be done to an entry. */

export const KIND_WORD = {
  plan: 'Plan',
  scope: 'Scope',
  roles: 'Roles (RACI)',
  procedure: 'Process',
  contacts: 'Contacts',
  communication: 'Communication plan',
  change: 'Change control',
  uat: 'UAT',
  cutover: 'Cut-over',
  support: 'Support after go-live',
  other: 'Other',
}

export const PART_WORD = {
  planAndScope: 'Plan and scope',
  workingTogether: 'Working together',
  testAndCutover: 'Test and cut-over',
  other: 'More',
}

const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`

/** How far one may trust an entry; `short`: the same in a narrow place. */
export const trust = {
  empty: { text: 'Not written yet', short: 'empty' },
  verified: 'Verified',
  verifiedBy: (name: string, date: string) => `Verified by ${name}, ${date}`,
  due: (days: number) =>
    days === 0
      ? { text: 'Check due today', short: 'check due' }
      : { text: `Check due ${many(days, 'day', 'days')} ago`, short: `due ${days} d` },
  changed: { text: 'Changed, not verified since', short: 'changed' },
  never: { text: 'Never verified', short: 'unverified' },
  stale: (since: string) => ({ text: `Stale since ${since}`, short: 'stale' }),
  staleNever: { text: 'Stale, never verified', short: 'stale' },
}

/** Of an empty place: who writes it, or could. */
export const writer = {
  you: 'You write it.',
  someone: (name: string) => `${name} writes it.`,
  youCould: 'You could write it, or anybody on the team.',
  couldWrite: (lead: string) => `${lead} could write it, or you.`,
}

export const every = {
  day: 'Every day',
  week: 'Every week',
  year: 'Every year',
  days: (days: number) => `Every ${days} days`,
}

/** Who waits for an answer; `more`: how many besides. */
export function waiting(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' and ')
}

export const problem = {
  unreachable: 'The service can’t be reached. Nothing was changed; try again.',
  reference: (text: string, reference: string) => `${text} Reference ${reference}`,
  cannotSave: 'This could not be saved as it is.',
}

/** Said once a change stands. */
export const saved = {
  verified: (id: string) => `${id} is still true: noted in your name`,
  removed: (id: string) => `${id} removed`,
  edited: (id: string) => `${id} saved`,
  added: (id: string) => `${id} added`,
  asItWas: (id: string) => `${id} is as it was`,
}

export const page = {
  head: 'How this project runs',
  print: 'Print',
  addEntry: 'Add entry',
  nothingWritten: 'Nothing is written yet.',
  /** "22 entries: 18 verified, 2 to check, 2 stale. 3 places are empty." */
  count: (written: number, verified: number, toCheck: number, stale: number, empty: number) => {
    const parts = [
      ...(verified > 0 ? [`${verified} verified`] : []),
      ...(toCheck > 0 ? [`${toCheck} to check`] : []),
      ...(stale > 0 ? [`${stale} stale`] : []),
    ]
    const rest = empty === 0 ? '' : ` ${many(empty, 'place is', 'places are')} empty.`
    return `${many(written, 'entry', 'entries')}: ${parts.join(', ')}.${rest}`
  },
  asItStands: 'as it stands now',
  /** Beside a colour, in two parts: the second leads to the recap. */
  inRecap: (week: number) => ['in the recap of', `week ${week}`] as const,
  questionsWait: (count: number) => `${many(count, 'question waits', 'questions wait')} for an answer`,
  cardComes: 'The channel gets its card in a moment',
  putCard: 'Put its card in the channel',
  position: (at: number, of: number) => `${at} of ${of}`,
  cantLoad: 'The source of truth can’t be loaded right now',
  cantLoadText: 'Nothing is lost. Try again in a moment.',
  tryAgain: 'Try again',
}

export const contents = {
  search: 'Search how this project runs',
  where: 'Where is …',
  name: 'Contents',
}

export const nothingFound = {
  perhaps: 'Perhaps one of these',
  nothing: 'Nothing stands here about that',
  /** Around the title of the place. */
  place: ['It would stand under ', ', which nobody has written yet.'] as const,
  showAll: 'Show everything',
  tooLong: 'A question is one sentence or two. Shorten it a little.',
  asked: 'Your question waits. You are told when there is an answer.',
  keep: 'Keep it as a question',
  ask: (name: string) => `Ask ${name}`,
}

export const beside = {
  name: 'What waits',
  questions: 'Open questions',
  noQuestions: 'Nobody waits for an answer. Ask with “where is …” in the channel or here.',
  since: (names: string, age: string) => `${names}, ${age}`,
  answer: 'Answer',
  answerOne: (question: string) => `Answer: ${question}`,
  toCheck: 'To check',
  nothingToCheck: 'Nothing needs a check.',
}

export const entry = {
  answers: (name: string) => `${name} answers for it`,
  write: 'Write it',
  writeAgain: 'Write it again',
  edit: 'Edit',
  editOne: (title: string) => `Edit: ${title}`,
  remove: 'Remove',
  stillTrue: 'Still true',
  stillTrueOne: (title: string) => `Still true: ${title}`,
  haveRead: 'I have read it',
  toBeRead: 'Everybody is asked to read this.',
  whoHas: 'Who has',
  notSure: (name: string) => `Not sure? Ask ${name}.`,
  /** One name or two. */
  canChange: (names: readonly string[]) => `${names.join(' or ')} can change it.`,
  table: 'Table',
}

/** An answer to a question that waits. */
export const answering = {
  chooseOne: 'Choose one',
  chooseOrWrite: 'Choose the entry that answers it, or write a new one.',
  askedBy: (names: string) => `Asked by ${names}`,
  askedByAndTold: (names: string) => `Asked by ${names}. Who asked is told where the answer stands.`,
  theEntry: 'The entry that answers it',
  needsNone: 'Needs no answer',
  writeNew: 'Write a new entry',
  byThis: 'Answer by this entry',
  doesItAnswer: 'Does it answer this?',
  answersIt: 'It answers it',
  notedNone: 'Noted: it needs no answer',
  answered: (entry: string, names: string) => `Answered by ${entry}; ${names} will be told`,
}
