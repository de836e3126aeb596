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
import { wordsOf, type Words } from './words/wordsOf'

/** A longer comment is shown in part, and can then be changed on the tab alone. */
const LONGEST_COMMENT_FIELD = 3000

/** A comment, and what can be said of the card as a whole. */
export function weeklyFoot(
  view: WeeklyView,
  open: readonly WeeklyRow[],
  look: RowLook,
  reader: Reader,
): Element[] {
  const w = wordsOf(reader)
  const { links } = reader
  const base = weeklyBase(look)
  const mine = openUrl(w.weekly.openMine, links.tab(view.project.id, { page: 'mine' }))
  if (open.length === 0) {
    const comment = view.ask.comment
    return [
      ...(comment === '' ? [] : [quoted(w.weekly.youAdded, excerpt(comment, 600, 6).lines)]),
      ...buttons([view.rows.length > 0 ? execute(w.weekly.changeAnswer, 'week.change', base) : null, mine]),
    ]
  }
  const unanswered = open.filter((one) => one.answer === null).length
  const canWait = unanswered > 0 && view.snoozeChoices.length > 0
  return [
    section([commentField(view, look.comment, w)]),
    ...buttons([
      unanswered > 0 ? execute(noChangeWords(view, unanswered, w), 'week.noChange', base) : null,
      execute(w.weekly.saveComment, 'week.comment', base),
      canWait && !look.later ? execute(w.weekly.remindLater, 'week.later', base) : null,
    ]),
    ...(canWait && look.later ? [laterBox(view, look, reader)] : []),
  ]
}

/** What stands on the button, as short as three of them beside each other must be on a phone, and before the moment. */
function choiceWords(choice: SnoozeChoice, w: Words): readonly [button: string, line: string] {
  switch (choice) {
    case 'hour':
      return [w.weekly.hour, w.weekly.inAnHour]
    case 'tomorrow':
      return [w.weekly.tomorrow, w.weekly.tomorrow]
    case 'nextWeek':
      return [w.weekly.nextWeek, w.weekly.nextWeek]
  }
}

/** The ways to put the card off, each with the moment that it comes to in working hours. */
function laterBox(view: WeeklyView, look: RowLook, { zone }: Reader): Element {
  const w = wordsOf(look.calendar)
  const base = weeklyBase(look)
  return section([
    body(w.weekly.whenRemind, 'none'),
    ...view.snoozeChoices.map(({ choice, until }) =>
      small(`${choiceWords(choice, w)[1]}: ${momentWords(until, zone, look.calendar)}`),
    ),
    ...buttons(
      view.snoozeChoices.map(({ choice }) =>
        execute(choiceWords(choice, w)[0], 'week.snooze', { ...base, choice }),
      ),
      'small',
    ),
  ])
}

function noChangeWords(view: WeeklyView, unanswered: number, w: Words): string {
  if (view.rows.length === 1) return w.weekly.noChange
  return unanswered === view.rows.length ? w.weekly.allNoChange(unanswered) : w.weekly.restNoChange
}

function commentField({ project, ask }: WeeklyView, typed: string | undefined, w: Words): Element {
  if (ask.comment.length > LONGEST_COMMENT_FIELD) {
    return quoted(w.weekly.longComment, excerpt(ask.comment, 600, 6).lines)
  }
  const label = isSamePerson(project.lead, ask.person)
    ? w.weekly.anythingElse
    : w.weekly.elseFor(oneLine(firstName(project.lead.name), 40))
  return textField(inputOf('week.comment', 'comment'), label, {
    placeholder: w.common.optional,
    spacing: 'none',
    ...((typed ?? ask.comment) === '' ? {} : { value: typed ?? ask.comment }),
  })
}
