/** What has to be exceeded before the lead hears of it by themselves; null: of that never. */
export type RaiseLimits = {
  /** Weeks in a row in which an owner was asked and nothing was heard of them: so many or more. */
  readonly silentWeeks: number | null
  /** Whole days for which an item is blocked: more than so many. */
  readonly blockedDays: number | null
  /** Whole days for which a show-stopper is open: more than so many. */
  readonly showStopperDays: number | null
  /** How often an item was moved: so many times or more. */
  readonly moves: number | null
}

/** When a project's troubles are raised with its lead. */
export type Raising = {
  readonly on: boolean
  /** 1 (Monday) to 7 (Sunday), ascending: the days on which one looks. */
  readonly days: readonly number[]
  readonly limits: RaiseLimits
}

/** Monday to Friday, by the limits of product rule, until a lead changes them. */
export const USUAL_RAISING: Raising = {
  on: true,
  days: [1, 2, 3, 4, 5],
  limits: { silentWeeks: 2, blockedDays: 5, showStopperDays: 2, moves: 3 },
}

/** What was typed into the settings, as typed: `readRaising` reads it and says what is wrong. */
export type RaisingFields = Readonly<Record<RaiseLimit, string>> & {
  readonly on: boolean
  /** Numbers of days with commas between: `1,2,5`. */
  readonly days: string
}

export type RaiseLimit = keyof RaiseLimits

/** The highest number that each limit takes: beyond it nothing would ever be raised. */
const MOST: Readonly<Record<RaiseLimit, number>> = {
  silentWeeks: 12,
  blockedDays: 90,
  showStopperDays: 90,
  moves: 20,
}

export type RaisingFault =
  | { readonly field: RaiseLimit; readonly because: 'notANumber' | 'tooMany'; readonly most: number }
  /** On, but no day to look on. */
  | { readonly field: 'days'; readonly because: 'none' }

export type RaisingReading =
  | { readonly kind: 'ok'; readonly raising: Raising }
  | { readonly kind: 'problems'; readonly problems: readonly RaisingFault[] }

/** Reads the settings form, or names everything that is wrong with it at once. */
export function readRaising(form: RaisingFields): RaisingReading {
  const days = readDays(form.days)
  const silentWeeks = readLimit('silentWeeks', form)
  const blockedDays = readLimit('blockedDays', form)
  const showStopperDays = readLimit('showStopperDays', form)
  const moves = readLimit('moves', form)
  const lacksDays = form.on && days.length === 0
  if (
    'value' in silentWeeks &&
    'value' in blockedDays &&
    'value' in showStopperDays &&
    'value' in moves &&
    !lacksDays
  ) {
    const limits: RaiseLimits = {
      silentWeeks: silentWeeks.value,
      blockedDays: blockedDays.value,
      showStopperDays: showStopperDays.value,
      moves: moves.value,
    }
    return { kind: 'ok', raising: { on: form.on, days, limits } }
  }
  const faults = [silentWeeks, blockedDays, showStopperDays, moves].flatMap((read) =>
    'fault' in read ? [read.fault] : [],
  )
  const noDay: RaisingFault[] = lacksDays ? [{ field: 'days', because: 'none' }] : []
  return { kind: 'problems', problems: [...noDay, ...faults] }
}

/** The form as it opens: filled in from what holds; 0 for what is never raised. */
export function raisingFieldsOf({ on, days, limits }: Raising): RaisingFields {
  return {
    on,
    days: days.join(','),
    silentWeeks: String(limits.silentWeeks ?? 0),
    blockedDays: String(limits.blockedDays ?? 0),
    showStopperDays: String(limits.showStopperDays ?? 0),
    moves: String(limits.moves ?? 0),
  }
}

function readDays(typed: string): number[] {
  const days = typed
    .split(',')
    .map((day) => Number(day.trim()))
    .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  return [...new Set(days)].sort((a, b) => a - b)
}

type ReadLimit = { readonly value: number | null } | { readonly fault: RaisingFault }

/** A whole number, with its unit if one likes; empty, 0 and the words for it mean never. */
function readLimit(field: RaiseLimit, form: RaisingFields): ReadLimit {
  const typed = form[field].trim().toLowerCase()
  if (/^(?:|-|never|no|none|off)$/.test(typed)) return { value: null }
  const digits = /^(\d{1,6})\s*(?:days?|weeks?|times?|d|w|x)?$/.exec(typed)?.[1]
  const most = MOST[field]
  if (digits === undefined) return { fault: { field, because: 'notANumber', most } }
  const number = Number(digits)
  if (number > most) return { fault: { field, because: 'tooMany', most } }
  return { value: number === 0 ? null : number }
}
