import type { SnoozeChoice } from '../domain/cycle'
import { isSamePerson } from '../domain/person'
import type { WeeklyRow, WeeklyView } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { momentWords } from './dates'
import type { Element } from './elements'
import { body, buttons, openUrl, quoted, section, small, textField } from './parts'
import type { Reader } from './reader'
import { excerpt, firstName, oneLine } from './text'
import { weeklyBase, type RowLook } from './weeklyRow'

/** A longer comment is shown in part, and can then be changed on the tab alone. */
const LONGEST_COMMENT_FIELD = 3000

/** A comment, and what can be said of the card as a whole. */
export function weeklyFoot(
  view: WeeklyView,
  open: readonly WeeklyRow[],
  look: RowLook,
  reader: Reader,
): Element[] {
  const { links } = reader
  const base = weeklyBase(look)
  const mine = openUrl('Open my items', links.tab(view.project.id, { page: 'mine' }))
  if (open.length === 0) {
    const comment = view.ask.comment
    return [
      ...(comment === '' ? [] : [quoted('You added', excerpt(comment, 600, 6).lines)]),
      ...buttons([view.rows.length > 0 ? execute('Change an answer', 'week.change', base) : null, mine]),
    ]
  }
  const unanswered = open.filter((one) => one.answer === null).length
  const canWait = unanswered > 0 && view.snoozeChoices.length > 0
  return [
    section([commentField(view, look.comment)]),
    ...buttons([
      unanswered > 0 ? execute(noChangeWords(view, unanswered), 'week.noChange', base) : null,
      execute('Save comment', 'week.comment', base),
      canWait && !look.later ? execute('Remind me later', 'week.later', base) : null,
    ]),
    ...(canWait && look.later ? [laterBox(view, look, reader)] : []),
  ]
}

/** What stands on the button, as short as three of them beside each other must be on a phone, and before the moment. */
const CHOICE: Readonly<Record<SnoozeChoice, readonly [button: string, line: string]>> = {
  hour: ['An hour', 'In an hour'],
  tomorrow: ['Tomorrow', 'Tomorrow'],
  nextWeek: ['Next week', 'Next week'],
}

/** The ways to put the card off, each with the moment that it comes to in working hours. */
function laterBox(view: WeeklyView, look: RowLook, { zone }: Reader): Element {
  const base = weeklyBase(look)
  return section([
    body('When shall I remind you?', 'none'),
    ...view.snoozeChoices.map(({ choice, until }) =>
      small(`${CHOICE[choice][1]}: ${momentWords(until, zone, look.calendar)}`),
    ),
    ...buttons(
      view.snoozeChoices.map(({ choice }) => execute(CHOICE[choice][0], 'week.snooze', { ...base, choice })),
      'small',
    ),
  ])
}

function noChangeWords(view: WeeklyView, unanswered: number): string {
  if (view.rows.length === 1) return 'No change'
  return unanswered === view.rows.length ? `All ${unanswered}: no change` : 'Rest: no change'
}

function commentField({ project, ask }: WeeklyView, typed: string | undefined): Element {
  if (ask.comment.length > LONGEST_COMMENT_FIELD) {
    return quoted('You added a long comment. It begins:', excerpt(ask.comment, 600, 6).lines)
  }
  const label = isSamePerson(project.lead, ask.person)
    ? 'Anything else for the recap?'
    : `Anything else ${oneLine(firstName(project.lead.name), 40)} should know?`
  return textField(inputOf('week.comment', 'comment'), label, {
    placeholder: 'Optional',
    spacing: 'none',
    ...((typed ?? ask.comment) === '' ? {} : { value: typed ?? ask.comment }),
  })
}
