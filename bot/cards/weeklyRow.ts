import { daysLate } from '../domain/actionItem'
import type { AnswerSays } from '../domain/cycle'
import { isSamePerson } from '../domain/person'
import type { WeeklyForm, WeeklyRow, WeeklyView } from '../flows/outcome'
import { execute, rowInput } from './actions'
import { dateWords, type Calendar } from './dates'
import type { Container, Element } from './elements'
import {
  box,
  buttons,
  complaint,
  dateField,
  dotted,
  LABEL_WIDTH,
  marked,
  personField,
  row,
  section,
  sideBySide,
  small,
  textField,
  type Mark,
} from './parts'
import { counted, plain } from './text'
import { dueFact, dueWords, lateWords } from './words'

/** One row of a weekly card, and what its form holds where it is open. */
export type RowLook = {
  readonly view: WeeklyView
  readonly calendar: Calendar
  /** Rows that the card shows in full; goes with each button, so that the next card shows as many. */
  readonly shown: number
  /** The ways to put the card off are open. */
  readonly later: boolean
  /** The comment as it stands in its field, where it was not saved. */
  readonly comment: string | undefined
  /** Entries of a list of members, fewer when several forms are open. */
  readonly mostMembers: number
}

export type OpenForm = {
  readonly why: string
  readonly newDate: string
  readonly needs: string | null
  readonly complaints: readonly string[]
}

/** What every button of the card carries. */
export function weeklyBase({ view, shown }: RowLook) {
  return { project: view.project.id, week: view.week, shown }
}

/** A row to be answered: the item, its one fact, up to three taps, and the small form of "not on track" when open. */
export function openRow(one: WeeklyRow, form: OpenForm | null, look: RowLook): Container {
  const { item } = one
  const base = { ...weeklyBase(look), item: item.id }
  const isLate = daysLate(item, look.calendar.today) > 0
  const meta = dotted(
    item.id,
    item.for && `for ${plain(item.for.name, 80)}`,
    item.unblocks && `unblocks ${plain(item.unblocks, 120)}`,
  )
  const elsewhere = one.inPlaceOf
    ? [
        `You answer for ${plain(one.inPlaceOf.owner.name, 80)}, away until ${dateWords(one.inPlaceOf.until, look.calendar)}`,
      ]
    : []
  const blocked = item.state.status === 'blocked' ? [`Blocked: ${plain(item.state.reason)}`] : []
  const last = one.lastWeek ? lastWeekWords(one.lastWeek, look.calendar) : null
  return section([
    row(
      plain(item.title),
      dueFact(item, look.calendar),
      [meta, ...elsewhere, ...blocked, ...(last === null ? [] : [last])],
      { bold: true, separator: false },
    ),
    ...buttons(
      [
        execute('Done', 'week.answer', { ...base, says: 'done' }),
        isLate ? null : execute('On track', 'week.answer', { ...base, says: 'onTrack' }),
        execute(isLate ? 'Not yet' : 'Not on track', 'week.answer', { ...base, says: 'notOnTrack' }),
      ],
      'small',
    ),
    ...(form ? [notOnTrackForm(one, form, look)] : []),
  ])
}

function lastWeekWords(says: AnswerSays, calendar: Calendar): string | null {
  switch (says.kind) {
    case 'onTrack':
      return null
    case 'done':
      return 'Last week: done'
    case 'noChange':
      return 'Last week: no change'
    case 'notOnTrack': {
      const parts = [
        says.needs && `blocked, needs ${plain(says.needs.name, 80)}`,
        says.newDate && `moved to ${dateWords(says.newDate, calendar)}`,
      ].filter((part) => part !== null)
      return `Last week: ${parts.join(', ')}`
    }
  }
}

function notOnTrackForm(one: WeeklyRow, form: OpenForm, look: RowLook): Container {
  const { view, calendar } = look
  const { id } = one.item
  const needs = view.members.find((member) => member.id === form.needs) ?? null
  return box([
    ...form.complaints.map((text) => complaint(text, 'none')),
    textField(rowInput('why', id), 'What stands in the way?', {
      placeholder: 'One line is enough',
      spacing: form.complaints.length > 0 ? 'small' : 'none',
      ...(form.why === '' ? {} : { value: form.why }),
    }),
    sideBySide(
      dateField(rowInput('newDate', id), 'New date', {
        min: calendar.today,
        ...(form.newDate === '' ? {} : { value: form.newDate }),
      }),
      personField(rowInput('needs', id), 'Blocked by', view.members, {
        nobody: 'Not blocked',
        chosen: needs,
        most: look.mostMembers,
      }),
    ),
    ...buttons(
      [execute(`Save ${id}`, 'week.answer', { ...weeklyBase(look), item: id, says: 'notOnTrack' })],
      'small',
    ),
  ])
}

/** What to say above a form that came back; nothing when it was only just opened. */
export function complaintsOf({ missing, problem, why, newDate, needs }: WeeklyForm): readonly string[] {
  if (problem !== null) return [problemWords(problem)]
  if (why === '' && newDate === null && needs === null) return []
  return missing.map((what) =>
    what === 'why' ? 'A reason is missing.' : 'Please give a new date, or say who it waits for.',
  )
}

function problemWords(problem: NonNullable<WeeklyForm['problem']>): string {
  switch (problem) {
    case 'dateInPast':
      return 'That date has passed. Please give one from today on.'
    case 'sameDate':
      return 'That is the date it has now. Please give the new one, or say who it waits for.'
    case 'late':
      return 'It is late: it is done, or not yet.'
    case 'alreadyDone':
    case 'alreadyCancelled':
      return 'Somebody has closed it meanwhile.'
    case 'textTooLong':
      return 'This reason is too long: at most 20,000 characters.'
    case 'notClosed':
    case 'noTitle':
    case 'titleTooLong':
      return 'This can not be saved as it is.'
  }
}

/** A row that was answered, sunk to one line; a tap opens it again. */
export function answeredRow(one: WeeklyRow, look: RowLook): Container {
  const { mark, word, meta } = answerWords(one, look.calendar)
  return {
    type: 'Container',
    separator: true,
    spacing: 'small',
    selectAction: {
      ...execute(`Change ${one.item.id}`, 'week.change', { ...weeklyBase(look), item: one.item.id }),
    },
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: LABEL_WIDTH, items: [marked(mark, word)] },
          {
            type: 'Column',
            width: 'stretch',
            items: [
              { type: 'TextBlock', text: plain(one.item.title), wrap: true },
              small(dotted(one.item.id, meta, whoseWords(one, look))),
            ],
          },
        ],
      },
    ],
  }
}

/** In whose place it was answered, or by whom in one's own; nothing of one's own answers. */
function whoseWords({ inPlaceOf, answer }: WeeklyRow, { view }: RowLook): string | null {
  if (inPlaceOf) return `for ${plain(inPlaceOf.owner.name, 80)}`
  if (!answer || isSamePerson(answer.by, view.ask.person)) return null
  return `${plain(answer.by.name, 80)} answered`
}

type AnswerWords = {
  readonly mark: Mark
  readonly word: string
  readonly meta: string
  readonly order: number
}

function answerWords({ item, answer, daysLate: late }: WeeklyRow, calendar: Calendar): AnswerWords {
  const says = answer?.says ?? { kind: 'noChange' }
  const due = item.due ? `due ${dueWords(item, calendar)}` : 'no date'
  switch (says.kind) {
    case 'done': {
      const told = item.for ? `${plain(item.for.name, 80)} is told` : ''
      return { mark: { sign: '✓', colour: 'good' }, word: 'Done', meta: told, order: 4 }
    }
    case 'onTrack':
      return { mark: { sign: '●', colour: 'good' }, word: 'On track', meta: due, order: 3 }
    case 'noChange': {
      const meta = late > 0 ? `still ${lateWords(late)}, no new date` : due
      return { mark: { sign: '○', colour: 'default' }, word: 'Noted', meta: `no change, ${meta}`, order: 2 }
    }
    case 'notOnTrack':
      return notOnTrackWords(item, says, calendar)
  }
}

function notOnTrackWords(
  item: WeeklyRow['item'],
  says: Extract<AnswerSays, { kind: 'notOnTrack' }>,
  calendar: Calendar,
): AnswerWords {
  const why = says.why === '' ? '' : `: ${plain(says.why)}`
  const date = says.newDate && dateWords(says.newDate, calendar)
  if (says.needs) {
    const until = date ? `, new date ${date}` : ''
    const meta = `needs ${plain(says.needs.name, 80)}${until}${why}`
    return { mark: { sign: '■', colour: 'attention' }, word: 'Blocked', meta, order: 0 }
  }
  const move = item.due?.moves.findLast(({ to }) => to === says.newDate)
  const from = move ? `${dateWords(move.from, calendar)} → ` : 'to '
  const meta = date === null ? `no new date${why}` : `${from}${date}${why}`
  return { mark: { sign: '→', colour: 'warning' }, word: 'Moved', meta, order: 1 }
}

/** The answers in the order of their trouble. */
export function byAnswer(calendar: Calendar): (a: WeeklyRow, b: WeeklyRow) => number {
  return (a, b) => answerWords(a, calendar).order - answerWords(b, calendar).order
}

/** After "no change": what is late stays late, and a date may still be given. */
export function stillLateBox(one: WeeklyRow, look: RowLook): Element {
  const { item, daysLate: late } = one
  return box([
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          verticalContentAlignment: 'center',
          items: [
            {
              type: 'TextBlock',
              text: `${item.id} is still ${counted(late, 'day')} late`,
              weight: 'bolder',
              wrap: true,
            },
            small('The recap will say: no new date.'),
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'center',
          items: buttons(
            [
              execute('Give a date', 'week.answer', {
                ...weeklyBase(look),
                item: item.id,
                says: 'notOnTrack',
              }),
            ],
            'none',
          ),
        },
      ],
    },
  ])
}
