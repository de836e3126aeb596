/* One action item beside the list: its facts, its delay, what hangs on it and its history. */

export const pane = {
  back: 'Back to the list',
  previous: 'Previous item',
  next: 'Next item',
  title: 'Title',
  conversation: 'Where it was talked about',
  somebody: 'somebody',
}

/** Who waits for it, and for what. */
export const waits = {
  forWhat: (who: string, what: string) => `${who} waits for this, for ${what}.`,
  someone: (who: string) => `${who} waits for this.`,
  unblocks: (what: string) => `This unblocks ${what}.`,
}

/** Why it stands still or has ended: what stands out, and what was said. */
export const note = {
  blocked: (day: string, needs: string | null, reason: string) => ({
    strong: `Blocked since ${day}${needs === null ? '' : `, needs ${needs}`}: `,
    said: `“${reason}”`,
  }),
  ended: (isDone: boolean, day: string, by: string | null, reason: string | null) => ({
    strong: `${isDone ? 'Done' : 'Not needed'} since ${day}${by === null ? '' : `, said ${by}`}`,
    said: reason === null ? '' : `: “${reason}”`,
  }),
}

export const fact = {
  owner: 'Owner',
  whoWaits: 'Who waits',
  nobody: 'No one',
  unblocks: 'Unblocks',
  due: 'Due',
  noDate: 'No date',
  changeDue: (due: string) => `Due: ${due}. Change`,
  workstream: 'Workstream',
  none: 'None',
  addedBy: 'Added by',
}

export const delay = {
  head: 'Delay',
  /** How far past the first date, and how often it was moved. */
  sum: (days: number, moves: number) => ({
    strong: days < 0 ? `−${-days} d` : `${days} d`,
    rest: ` past the first date${moves === 0 ? '' : `, moved ${moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`}`}`,
  }),
  everyDate: (id: string) => `Every date of ${id}`,
  saidOn: 'Said on',
  date: 'Date',
  whoAndWhy: 'Who and why',
  first: (date: string) => `First date ${date}`,
  move: (from: string, to: string) => `${from} to ${to}`,
  said: (who: string, why: string) => `${who}: “${why}”`,
  todayOver: (days: number) => `today, ${days} d over`,
}

export const hangs = {
  head: 'What hangs on it',
  on: (id: string) => `${id} waits for`,
  below: (id: string) => `${id} is waited for by`,
}

/** After the name of who did it. */
export const history = {
  line: (did: readonly string[], isUndo: boolean, why: string | null) => {
    const done = did.join(', ')
    const said = isUndo ? `took a change back: ${done}` : done
    return why ? `${said}: “${why}”` : said
  },
  added: 'added it',
  touched: 'touched it',
  took: 'took it',
  gave: (name: string) => `gave it to ${name}`,
  dated: (date: string) => `gave it the date ${date}`,
  moved: (date: string) => `moved it to ${date}`,
  nobodyWaits: 'said that nobody waits for it',
  waits: (name: string) => `said that ${name} waits for it`,
  unblocksNothing: 'took off what it unblocks',
  unblocks: 'said what it unblocks',
  title: 'changed the words',
  workstream: 'changed the workstream',
  other: (field: string) => `changed ${field}`,
  done: 'did it',
  wentOn: 'went on with it',
  started: 'started it',
  moreBlocked: 'said more of what blocks it',
  blocked: 'called it blocked',
  cancelled: 'said that it is not needed',
  reopened: 'opened it again',
  state: 'changed its state',
}

/** What somebody else changed, and both its values. */
export const change = {
  field: {
    state: 'The state',
    owner: 'The owner',
    due: 'The date',
    for: 'Who waits',
    unblocks: 'What it unblocks',
    title: 'The title',
    workstream: 'The workstream',
  },
  nobody: 'no one',
  noDate: 'no date',
  otherState: 'another state',
  text: (text: string) => `“${text}”`,
  nothing: 'nothing',
  otherValue: 'another value',
}
