import { dueOn } from '../domain/dueDate'
import type { ItemId } from '../domain/ids'
import type { WeeklyRow, WeeklyView } from '../flows/outcome'
import { execute } from './actions'
import { bytesOf, card, MOST_BYTES, type Card } from './card'
import { dateWords, weekWords } from './dates'
import type { Element } from './elements'
import type { Look } from './look'
import { buttons, eyebrow, openUrl, section, small } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { weeklyFoot } from './weeklyFoot'
import { isUnchanged, weeklyHead, weeklySummary } from './weeklyHead'
import {
  answeredRow,
  byAnswer,
  complaintsOf,
  openRow,
  stillLateBox,
  weeklyBase,
  type OpenForm,
  type RowLook,
} from './weeklyRow'
import { stillTrueSection } from './weeklySource'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** Rows in full before "Show more". */
const USUALLY_SHOWN = 4
const SHOW_MORE = 8
/** As many rows as a card can carry; answered ones sink to a line and let others up. */
const MOST_SHOWN = 16
const MOST_ANSWERED = 20
const MEMBERS_OF_A_FORM = 120
const FEWER_MEMBERS = 20

/** One person's card of one week: their items, each with one tap; what is answered sinks to a line. */
export function weeklyCard(
  view: WeeklyView,
  stillLate: readonly ItemId[],
  reader: Reader,
  look: Look = {},
): Card {
  const wanted = Math.min(Math.max(look.shown ?? 0, USUALLY_SHOWN), MOST_SHOWN)
  const sizes = [
    { shown: wanted, mostMembers: MEMBERS_OF_A_FORM },
    { shown: wanted, mostMembers: FEWER_MEMBERS },
    { shown: 1, mostMembers: FEWER_MEMBERS },
  ]
  const cards = sizes.map((size) => withRows(size, view, stillLate, reader, look))
  const fits = cards.find((one) => bytesOf(one) < MOST_BYTES) ?? cards.at(-1)
  if (!fits) throw new Error('A weekly card has no size to be tried')
  return fits
}

function withRows(
  size: Pick<RowLook, 'shown' | 'mostMembers'>,
  view: WeeklyView,
  stillLate: readonly ItemId[],
  reader: Reader,
  look: Look,
): Card {
  const w = wordsOf(reader)
  const forms = openForms(view, look, w)
  const isOpen = (one: WeeklyRow) =>
    one.answer === null || forms.has(one.item.id) || look.open === 'all' || look.open === one.item.id
  const open = view.rows.filter(isOpen)
  const rest = view.rows.filter((one) => !isOpen(one))
  const rowLook: RowLook = {
    view,
    calendar: calendarOf(view.today, reader),
    later: look.later === true,
    comment: look.comment,
    ...size,
  }
  const late = view.rows.filter((one) => stillLate.includes(one.item.id))
  return card(weeklySummary(view, w), [
    ...weeklyHead(view, open.length, reader),
    ...late.slice(0, 3).map((one) => stillLateBox(one, rowLook)),
    ...openRows(open, forms, rowLook, reader),
    // "No change" to all needs no list of what did not change.
    ...(isUnchanged(view) && open.length === 0 ? [] : answeredRows(rest, open.length > 0, rowLook)),
    ...stillTrueSection(view, size.shown, reader),
    ...weeklyFoot(view, open, rowLook, reader),
  ])
}

/** What stands where an earlier message held the card: the live one is further down. */
export function overtakenWeeklyCard({ project, week }: WeeklyView, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.weekly.furtherDown
  return card(`${oneLine(project.name, 80)}, ${weekWords(week, w)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${weekWords(week, w)}`),
    small(w.weekly.furtherDownSoFar),
  ])
}

/** Forms by item: the one that came back, and those of other rows that were open when something was tapped. */
function openForms(view: WeeklyView, look: Look, w: Words): ReadonlyMap<ItemId, OpenForm> {
  const forms = new Map<ItemId, OpenForm>()
  for (const { item, why, newDate, needs } of look.typed ?? []) {
    forms.set(item, { why, newDate, needs, complaints: [] })
  }
  const { form } = view
  if (form) {
    const said = view.rows.find((one) => one.item.id === form.item)?.answer?.says
    const earlier = said?.kind === 'notOnTrack' ? said : null
    const isEmpty = form.why === '' && form.newDate === null && form.needs === null
    forms.set(form.item, {
      why: isEmpty ? (earlier?.why ?? '') : form.why,
      newDate: (isEmpty ? earlier?.newDate : form.newDate) ?? '',
      needs: (isEmpty ? earlier?.needs?.id : form.needs) ?? null,
      complaints: complaintsOf(form, w),
    })
  }
  return forms
}

function openRows(
  open: readonly WeeklyRow[],
  forms: ReadonlyMap<ItemId, OpenForm>,
  look: RowLook,
  reader: Reader,
): Element[] {
  const most = open.length <= look.shown + 1 ? open.length : look.shown
  const first = open.slice(0, most)
  const withForm = open.slice(most).filter((one) => forms.has(one.item.id))
  const inFull = [...first, ...withForm]
  const more = open.filter((one) => !inFull.includes(one))
  return [
    ...inFull.map((one) => openRow(one, forms.get(one.item.id) ?? null, look)),
    ...(more.length > 0 ? [moreRows(more, look, reader)] : []),
  ]
}

function moreRows(more: readonly WeeklyRow[], look: RowLook, { links }: Reader): Element {
  const w = wordsOf(look.calendar)
  const late = more.filter((one) => one.daysLate > 0).length
  const words = w.weekly.moreLate(more.length, late)
  const [next] = more.flatMap(({ item }) => (item.due ? [dueOn(item.due)] : [])).sort()
  const next8 = Math.min(SHOW_MORE, more.length, MOST_SHOWN - look.shown)
  const show =
    next8 > 0
      ? execute(w.weekly.show(next8), 'week.more', { ...weeklyBase(look), shown: look.shown + next8 })
      : openUrl(w.common.openTab, links.tab(look.view.project.id, { page: 'mine' }))
  const hint = next8 > 0 ? next && w.weekly.firstDue(dateWords(next, look.calendar)) : w.weekly.comeUp
  return section([
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          verticalContentAlignment: 'center',
          items: [
            { type: 'TextBlock', text: words, weight: 'bolder', wrap: true },
            ...(hint ? [small(hint)] : []),
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'center',
          items: buttons([show], 'none'),
        },
      ],
    },
  ])
}

function answeredRows(rest: readonly WeeklyRow[], belowOpen: boolean, look: RowLook): Element[] {
  const w = wordsOf(look.calendar)
  const sorted = rest.toSorted(byAnswer(look.calendar))
  const hidden = sorted.length - MOST_ANSWERED
  return [
    ...(belowOpen && sorted.length > 0 ? [section([small(w.weekly.answeredTap)])] : []),
    ...sorted.slice(0, MOST_ANSWERED).map((one) => answeredRow(one, look)),
    ...(hidden > 0 ? [small(w.weekly.moreOnTab(hidden), 'small')] : []),
  ]
}
