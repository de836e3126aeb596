import type { ItemRow } from '../../../bot/contract/item'

/* The page of action items: as a list and as a board, and the small form that a move opens. */

type Status = ItemRow['status']

export const STATUS_WORD: Readonly<Record<Status, string>> = {
  open: 'Open',
  inProgress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  cancelled: 'Cancelled',
}
/** Inside a sentence. */
export const STATUS_INLINE: Readonly<Record<Status, string>> = {
  open: 'open',
  inProgress: 'in progress',
  blocked: 'blocked',
  done: 'done',
  cancelled: 'cancelled',
}
export const SHOW_WORD = {
  list: 'List',
  board: 'Board',
  waits: 'Who waits',
}
export const VIEW_WORD = {
  open: 'Open',
  mine: 'Mine',
  blocked: 'Blocked',
  ended: 'Ended',
}
/** On the board, where states are columns, a view only says whose cards they are. */
export const BOARD_VIEW_WORD = { open: 'All', mine: 'Mine' }
export const GROUP_WORD = {
  due: 'Due week',
  owner: 'Owner',
  state: 'State',
  none: 'Nothing',
}
export const SORT_WORD = {
  no: 'No.',
  title: 'What',
  owner: 'Owner',
  due: 'Due',
  moved: 'Moved',
  state: 'State',
}
export const FILTER_WORD = {
  owner: 'Owner',
  state: 'State',
  workstream: 'Workstream',
  only: 'Only',
}
export const ONLY_WORD = { late: 'Late', forMe: 'Waiting for me' }

/** What a move's button says. Three dots: it asks for something first. */
export const moves = {
  done: 'Done',
  start: 'Start',
  goOn: 'Go on',
  firstDate: 'Give a date…',
  newDate: 'New date…',
  block: 'Blocked…',
  otherReason: 'Another reason…',
  cancel: 'Not needed…',
  reopen: 'Reopen…',
}

export const facts = {
  noDate: 'no date',
  over: (days: number) => `${days} d over`,
  /** 0 days: since today. */
  blocked: (days: number) => (days > 0 ? `blocked ${days} d` : 'blocked'),
  drift: (days: number) => (days < 0 ? `−${-days} d` : `+${days} d`),
  /** Beside who waits for it, if somebody does. */
  unblocks: (what: string, besideSomebody: boolean) => `${besideSomebody ? ' ' : ''}for ${what}`,
  for: (name: string) => `for ${name}`,
}

export const groups = {
  all: 'All',
  late: 'Late',
  noDate: 'Without a date',
  left: 'Somebody who left',
  thisWeek: (week: string) => `${week}, this week`,
  week: (week: string, from: string, to: string) => `${week}, ${from} to ${to}`,
  oldest: (count: number, days: number) => `${count}, oldest ${days} d over`,
  due: (count: number) => `${count} due`,
  someLate: (count: number, late: number) => `${count}, ${late} late`,
  noWorkstream: 'No workstream',
  otherWorkstream: 'Another workstream',
}

export const toolbar = {
  search: 'Search items',
  views: 'Views',
  showAs: 'Show as',
  columns: 'Columns',
  groupBy: 'Group by',
  takeOff: (filter: string) => `Take off the filter ${filter}`,
  shown: (shown: number, of: number) => `${shown} of ${of}`,
  newItem: 'New action item',
  newItemShort: 'New item',
}

export const list = {
  name: 'Action items',
  whoWaits: 'Who waits for it',
  older: 'Show older items',
  region: (id: string) => `Action item ${id}`,
  position: (at: number, of: number) => `${at} of ${of}`,
}

export const board = {
  name: 'Board',
  column: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'item' : 'items'}`,
  move: (id: string) => `Move ${id}`,
  moveTo: (id: string) => `Move ${id} to`,
  standsThere: 'It stands there.',
  leave: 'Leave it',
}

/** Why a card can't be brought to a column. */
export const hindrance = {
  notYours: (id: string, owner: string, lead: string) =>
    `Its owner ${owner}, who added it, or ${lead} can change ${id}.`,
  ended: (id: string, status: string) => `${id} is ${status}: reopen it first.`,
  backToOpen: (id: string) => `${id} was begun, so it can’t be open as if nothing had happened.`,
  pastWeek: 'That week has passed: a new date has to be ahead.',
  withoutDate: 'A date can be moved, and its first one stays. It can’t be taken off.',
}

/** What was just done. */
export const done = {
  saved: (id: string) => `${id} saved`,
  added: (id: string) => `${id} added`,
  handedTo: (id: string, name: string) => `${id} is ${name}’s now`,
  due: (id: string, date: string) => `${id} is due ${date}`,
  openAgain: (id: string) => `${id} is open again`,
  is: (id: string, status: string) => `${id}: ${status}`,
  asItWas: (id: string) => `${id} is as it was`,
}

/** What would have been saved, and what stands now in its place. */
export const both = {
  otherDate: 'another date',
  noDate: 'no date',
  nobody: 'no one',
  otherWorkstream: 'another workstream',
  theirs: 'theirs',
}

/** Why it was not saved. No id: the item has none yet. */
export const refused = {
  past: 'That day has passed. Choose one ahead.',
  needs: (id: string | null, missing: string) => `${id ?? 'It'} still needs ${missing}.`,
  gap: {
    why: 'a reason',
    date: 'a date',
    reason: 'a reason',
    owner: 'an owner',
    title: 'a title',
  },
  changedFirst: (id: string | null) => `Somebody changed ${id ?? 'It'} first.`,
  asItWas: (id: string | null) => `${id ?? 'It'} is as it was`,
  unreachable: 'The items can’t be reached. What you typed is still here; try again.',
  reference: (text: string, reference: string) => `${text} Reference ${reference}`,
  cannotSave: 'This could not be saved as it is.',
}

/** What a view says when it is empty. */
export const NOTHING_FITS = {
  open: 'Nothing is open',
  mine: 'Nothing open is yours',
  blocked: 'Nothing is blocked',
  ended: 'Nothing has ended yet',
}

export const empty = {
  title: 'Nothing is owed to anybody',
  text: 'An action item is what somebody must provide so that somebody else can go on. Add one here, or in the channel:',
  example: 'action send the price file @Megan for @Alex by Friday unblocks load test',
  nothingFits: 'Nothing fits',
  takeOff: 'Take off the filter',
  cantLoad: 'The items can’t be loaded right now',
  cantLoadText: 'Nothing is lost. They come by themselves once the service answers.',
  tryAgain: 'Try again',
}

/** The small form that a move opens. */
export const ask = {
  title: {
    block: (id: string) => `${id} is blocked`,
    cancel: (id: string) => `${id} is not needed`,
    reopen: (id: string) => `Reopen ${id}`,
    firstDate: (id: string) => `A date for ${id}`,
    newDate: (id: string) => `A new date for ${id}`,
  },
  label: {
    block: 'What is in the way',
    cancel: 'Why it is not needed any more',
    reopen: 'Why it is open again',
    move: 'Why it moves; it stays in the item’s delay ledger',
  },
  button: {
    block: 'Call it blocked',
    cancel: 'It is not needed',
    reopen: 'Reopen it',
    move: 'Give it this date',
  },
  missing: {
    block: 'Say what is in the way; whoever can help needs to know.',
    cancel: 'Say why; it stays with the item.',
    reopen: 'Say why; it stays with the item.',
    move: 'Say why it moves; it stays with the item.',
    date: 'Choose a day.',
  },
  newDate: 'The new date',
  whoseHelp: 'Whose help would free it',
  nobodyParticular: 'Nobody in particular',
  leave: 'Leave it',
}
