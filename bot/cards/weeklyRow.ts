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
import { plain } from './text'
import { dueFact, dueWords } from './words'
import { wordsOf, type Words } from './words/wordsOf'

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
  const w = wordsOf(look.calendar)
  const { item } = one
  const base = { ...weeklyBase(look), item: item.id }
  const isLate = daysLate(item, look.calendar.today) > 0
  const meta = dotted(
    item.id,
    item.for && w.weekly.for(plain(item.for.name, 80)),
    item.unblocks && w.weekly.unblocks(plain(item.unblocks, 120)),
  )
  const elsewhere = one.inPlaceOf
    ? [w.weekly.inPlaceOf(plain(one.inPlaceOf.owner.name, 80), dateWords(one.inPlaceOf.until, look.calendar))]
    : []
  const blocked = item.state.status === 'blocked' ? [w.weekly.blocked(plain(item.state.reason))] : []
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
        execute(w.weekly.done, 'week.answer', { ...base, says: 'done' }),
        isLate ? null : execute(w.weekly.onTrack, 'week.answer', { ...base, says: 'onTrack' }),
        execute(isLate ? w.weekly.notYet : w.weekly.notOnTrack, 'week.answer', {
          ...base,
          says: 'notOnTrack',
        }),
      ],
      'small',
    ),
    ...(form ? [notOnTrackForm(one, form, look)] : []),
  ])
}

function lastWeekWords(says: AnswerSays, calendar: Calendar): string | null {
  const w = wordsOf(calendar)
  switch (says.kind) {
    case 'onTrack':
      return null
    case 'done':
      return w.weekly.lastDone
    case 'noChange':
      return w.weekly.lastNoChange
    case 'notOnTrack':
      return w.weekly.lastNotOnTrack(
        says.needs && plain(says.needs.name, 80),
        says.newDate && dateWords(says.newDate, calendar),
      )
  }
}

function notOnTrackForm(one: WeeklyRow, form: OpenForm, look: RowLook): Container {
  const w = wordsOf(look.calendar)
  const { view, calendar } = look
  const { id } = one.item
  const needs = view.members.find((member) => member.id === form.needs) ?? null
  return box([
    ...form.complaints.map((text) => complaint(text, 'none')),
    textField(rowInput('why', id), w.weekly.obstacle, {
      placeholder: w.weekly.oneLine,
      spacing: form.complaints.length > 0 ? 'small' : 'none',
      ...(form.why === '' ? {} : { value: form.why }),
    }),
    sideBySide(
      dateField(rowInput('newDate', id), w.weekly.newDate, {
        min: calendar.today,
        ...(form.newDate === '' ? {} : { value: form.newDate }),
      }),
      personField(
        rowInput('needs', id),
        w.weekly.blockedBy,
        view.members,
        {
          nobody: w.weekly.notBlocked,
          chosen: needs,
          most: look.mostMembers,
        },
        w,
      ),
    ),
    ...buttons(
      [execute(w.weekly.saveItem(id), 'week.answer', { ...weeklyBase(look), item: id, says: 'notOnTrack' })],
      'small',
    ),
  ])
}

/** What to say above a form that came back; nothing when it was only just opened. */
export function complaintsOf(
  { missing, problem, why, newDate, needs }: WeeklyForm,
  w: Words,
): readonly string[] {
  if (problem !== null) return [problemWords(problem, w)]
  if (why === '' && newDate === null && needs === null) return []
  return missing.map((what) => (what === 'why' ? w.weekly.reasonMissing : w.weekly.dateOrWho))
}

function problemWords(problem: NonNullable<WeeklyForm['problem']>, w: Words): string {
  switch (problem) {
    case 'dateInPast':
      return w.weekly.dateInPast
    case 'sameDate':
      return w.weekly.sameDate
    case 'late':
      return w.weekly.isLate
    case 'alreadyDone':
    case 'alreadyCancelled':
      return w.weekly.closedMeanwhile
    case 'textTooLong':
      return w.weekly.reasonTooLong
    case 'notClosed':
    case 'noTitle':
    case 'titleTooLong':
      return w.weekly.cannotSave
  }
}

/** A row that was answered, sunk to one line; a tap opens it again. */
export function answeredRow(one: WeeklyRow, look: RowLook): Container {
  const w = wordsOf(look.calendar)
  const { mark, word, meta } = answerWords(one, look.calendar)
  return {
    type: 'Container',
    separator: true,
    spacing: 'small',
    selectAction: {
      ...execute(w.weekly.changeItem(one.item.id), 'week.change', { ...weeklyBase(look), item: one.item.id }),
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
              small(dotted(one.item.id, meta, whoseWords(one, look, w))),
            ],
          },
        ],
      },
    ],
  }
}

/** In whose place it was answered, or by whom in one's own; nothing of one's own answers. */
function whoseWords({ inPlaceOf, answer }: WeeklyRow, { view }: RowLook, w: Words): string | null {
  if (inPlaceOf) return w.weekly.for(plain(inPlaceOf.owner.name, 80))
  if (!answer || isSamePerson(answer.by, view.ask.person)) return null
  return w.weekly.answeredBy(plain(answer.by.name, 80))
}

type AnswerWords = {
  readonly mark: Mark
  readonly word: string
  readonly meta: string
  readonly order: number
}

function answerWords({ item, answer, daysLate: late }: WeeklyRow, calendar: Calendar): AnswerWords {
  const w = wordsOf(calendar)
  const says = answer?.says ?? { kind: 'noChange' }
  const due = item.due ? w.weekly.due(dueWords(item, calendar)) : w.states.noDateInline
  switch (says.kind) {
    case 'done': {
      const told = item.for ? w.weekly.told(plain(item.for.name, 80)) : ''
      return { mark: { sign: '✓', colour: 'good' }, word: w.weekly.done, meta: told, order: 4 }
    }
    case 'onTrack':
      return { mark: { sign: '●', colour: 'good' }, word: w.weekly.onTrack, meta: due, order: 3 }
    case 'noChange': {
      const meta = late > 0 ? w.weekly.stillLateMeta(late) : w.weekly.noChangeMeta(due)
      return { mark: { sign: '○', colour: 'default' }, word: w.weekly.noted, meta, order: 2 }
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
  const w = wordsOf(calendar)
  const why = says.why === '' ? '' : `: ${plain(says.why)}`
  const date = says.newDate && dateWords(says.newDate, calendar)
  if (says.needs) {
    const meta = `${w.weekly.needsMeta(plain(says.needs.name, 80), date)}${why}`
    return { mark: { sign: '■', colour: 'attention' }, word: w.weekly.blockedWord, meta, order: 0 }
  }
  const move = item.due?.moves.findLast(({ to }) => to === says.newDate)
  const words = (to: string) => (move ? `${dateWords(move.from, calendar)} → ${to}` : w.weekly.to(to))
  const meta = `${date === null ? w.weekly.noNewDate : words(date)}${why}`
  return { mark: { sign: '→', colour: 'warning' }, word: w.weekly.moved, meta, order: 1 }
}

/** The answers in the order of their trouble. */
export function byAnswer(calendar: Calendar): (a: WeeklyRow, b: WeeklyRow) => number {
  return (a, b) => answerWords(a, calendar).order - answerWords(b, calendar).order
}

/** After "no change": what is late stays late, and a date may still be given. */
export function stillLateBox(one: WeeklyRow, look: RowLook): Element {
  const w = wordsOf(look.calendar)
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
              text: w.weekly.stillLate(item.id, late),
              weight: 'bolder',
              wrap: true,
            },
            small(w.weekly.recapWillSay),
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'center',
          items: buttons(
            [
              execute(w.weekly.giveDate, 'week.answer', {
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
