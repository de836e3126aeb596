import { daysLate, isOpen, type ActionItem } from '../domain/actionItem'
import type { Answer, AnswerSays, Ask } from '../domain/cycle'
import { dueOn } from '../domain/dueDate'
import { numberOf, type ItemId, type PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import { draftMoment } from '../domain/schedule'
import { weeksLater, type WeekId } from '../domain/week'
import type { FlowDeps } from './deps'
import { entriesToVerify } from './entriesToVerify'
import type { WeeklyForm, WeeklyRow, WeeklyView } from './outcome'
import { headOf } from './projectHead'

/**
 * One person's card of one week as it stands now: their open items, those they closed by an answer this week, and
 * last week's answers beside them. `null` when they have no card in that week.
 */
export async function loadWeeklyView(
  deps: Pick<FlowDeps, 'records' | 'roster' | 'clock'>,
  project: Project,
  week: WeekId,
  person: PersonId,
  form: WeeklyForm | null = null,
): Promise<WeeklyView | null> {
  const { records, roster, clock } = deps
  const ask = await records.ask(project.id, week, person)
  if (!ask) return null
  const [cycle, open, answers, lastAnswers, recap, members, stillTrue] = await Promise.all([
    records.cycle(project.id, week),
    records.openItems(project.id),
    records.answers(project.id, week, person),
    records.answers(project.id, weeksLater(week, -1), person),
    records.recap(project.id, week),
    roster.members(project.id),
    entriesToVerify(deps, project, person),
  ])
  const today = dateIn(clock.now(), project.zone)
  const answered = answers.map((stored) => stored.record)
  const lastAnswered = lastAnswers.map((stored) => stored.record)
  const items = await itemsOfCard(deps, project, ask.record, open, [
    ...answered.map(({ item }) => item),
    ...(form ? [form.item] : []),
  ])
  return {
    project: headOf(project),
    week,
    ask: ask.record,
    rows: items
      .map((item) => weeklyRow(item, answered, lastAnswered, daysLate(item, today)))
      .sort(latestFirst),
    answerBy: draftMoment(project, week, cycle?.record.askedAt ?? ask.record.askedAt),
    stillTrue,
    today,
    members,
    form,
    recapPosted: recap !== null,
  }
}

/**
 * What the person owns now and is open, and what else has something to show: what this card's answers ended, and the
 * item of the open form, which somebody else may have ended meanwhile. An ended item without either drops off.
 */
async function itemsOfCard(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  ask: Ask,
  open: readonly ActionItem[],
  shownAnyway: readonly ItemId[],
): Promise<ActionItem[]> {
  const mine = open.filter((item) => item.owner.id === ask.person.id)
  const shown = new Set(mine.map((item) => item.id))
  const ended = await Promise.all(
    [...new Set(shownAnyway)].filter((id) => !shown.has(id)).map((id) => records.item(project.id, id)),
  )
  const endedItems = ended.flatMap((stored) => (stored && !isOpen(stored.record) ? [stored.record] : []))
  return [...mine, ...endedItems.filter((item) => item.owner.id === ask.person.id)]
}

function weeklyRow(
  item: ActionItem,
  answers: readonly Answer[],
  lastAnswers: readonly Answer[],
  late: number,
): WeeklyRow {
  return {
    item,
    daysLate: late,
    answer: answers.find((answer) => answer.item === item.id) ?? null,
    lastWeek: worthShowing(lastAnswers.find((answer) => answer.item === item.id)?.says ?? null),
  }
}

/** The most late on top, then by due date, those without one last. */
function latestFirst(a: WeeklyRow, b: WeeklyRow): number {
  if (a.daysLate !== b.daysLate) return b.daysLate - a.daysLate
  const [dueA, dueB] = [a, b].map(({ item }) => (item.due ? dueOn(item.due) : '9999-12-31'))
  if (dueA === dueB) return numberOf(a.item.id) - numberOf(b.item.id)
  return (dueA ?? '') < (dueB ?? '') ? -1 : 1
}

/** "On track" is what one expects; only what differs is worth a line. */
function worthShowing(says: AnswerSays | null): AnswerSays | null {
  return says?.kind === 'notOnTrack' ? says : null
}
