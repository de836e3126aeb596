import { daysLate, isOpen, type ActionItem } from '../domain/actionItem'
import { ownersOn } from '../domain/cover'
import type { Answer, AnswerSays, Ask } from '../domain/cycle'
import { dueOn } from '../domain/dueDate'
import { numberOf, type ItemId, type PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import { snoozeChoices, waitingSnooze, wasAskedFor } from '../domain/reminder'
import { draftMoment } from '../domain/schedule'
import { dateIn, type PlainDate } from '../domain/time'
import { weeksLater, type WeekId } from '../domain/week'
import { answersOf } from './answersOf'
import type { FlowDeps } from './deps'
import { entriesToVerify } from './entriesToVerify'
import type { WeeklyForm, WeeklyRow, WeeklyView } from './outcome'
import { presenceOf } from './presence'
import { headOf } from './projectHead'

/**
 * One person's card of one week as it stands now: their open items and those of whom they look after, those that were
 * closed by an answer this week, and last week's answers beside them. `null` when they have no card in that week.
 */
export async function loadWeeklyView(
  deps: Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>,
  project: Project,
  week: WeekId,
  person: PersonId,
  form: WeeklyForm | null = null,
): Promise<WeeklyView | null> {
  const { records, roster, clock } = deps
  const ask = await records.ask(project.id, week, person)
  if (!ask) return null
  const owners = ownersOn(ask.record)
  const lastWeek = weeksLater(week, -1)
  const [cycle, open, answers, lastAnswers, lastAsk, recap, members, presence, stillTrue] = await Promise.all(
    [
      records.cycle(project.id, week),
      records.openItems(project.id),
      answersOf(records, project.id, week, owners),
      answersOf(records, project.id, lastWeek, owners),
      records.ask(project.id, lastWeek, person),
      records.recap(project.id, week),
      roster.members(project.id),
      presenceOf(deps, project, person),
      entriesToVerify(deps, project, person),
    ],
  )
  const { zone, away, wantsReminders: wanted } = presence
  const weekAskedAt = cycle?.record.askedAt ?? ask.record.askedAt
  const isSilent = ask.record.answeredAt === null
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
      .map((item) => weeklyRow(ask.record, item, { answered, lastAnswered, today }))
      .sort(latestFirst),
    answerBy: draftMoment(project, week, weekAskedAt),
    stillTrue,
    today,
    members,
    form,
    recapPosted: recap !== null,
    reminder: isSilent ? reminderOf(ask.record, lastAsk?.record ?? null) : null,
    snooze: isSilent ? waitingSnooze(ask.record) : null,
    snoozeChoices:
      recap === null
        ? snoozeChoices(project, ask.record, { now: clock.now(), zone, away, wanted, weekAskedAt })
        : [],
  }
}

/** Who put last week's card off until this one is told so when it comes. */
function reminderOf(ask: Ask, lastAsk: Ask | null): WeeklyView['reminder'] {
  if (ask.remindedAt.length > 0) return wasAskedFor(ask) ? 'askedFor' : 'usual'
  const isPutOff = lastAsk?.answeredAt === null && waitingSnooze(lastAsk)?.choice === 'nextWeek'
  return isPutOff ? 'askedFor' : null
}

/**
 * What the person, or whom they look after, owns now and is open, and what else has something to show: what this card's answers ended, and the
 * item of the open form, which somebody else may have ended meanwhile. An ended item without either drops off.
 */
async function itemsOfCard(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  ask: Ask,
  open: readonly ActionItem[],
  shownAnyway: readonly ItemId[],
): Promise<ActionItem[]> {
  const owners = ownersOn(ask)
  const mine = open.filter((item) => owners.has(item.owner.id))
  const shown = new Set(mine.map((item) => item.id))
  const ended = await Promise.all(
    [...new Set(shownAnyway)].filter((id) => !shown.has(id)).map((id) => records.item(project.id, id)),
  )
  const endedItems = ended.flatMap((stored) => (stored && !isOpen(stored.record) ? [stored.record] : []))
  return [...mine, ...endedItems.filter((item) => owners.has(item.owner.id))]
}

type Said = {
  readonly answered: readonly Answer[]
  readonly lastAnswered: readonly Answer[]
  readonly today: PlainDate
}

function weeklyRow(ask: Ask, item: ActionItem, { answered, lastAnswered, today }: Said): WeeklyRow {
  return {
    item,
    daysLate: daysLate(item, today),
    answer: answered.find((answer) => answer.item === item.id) ?? null,
    lastWeek: worthShowing(lastAnswered.find((answer) => answer.item === item.id)?.says ?? null),
    inPlaceOf: ask.covers.find(({ owner }) => owner.id === item.owner.id) ?? null,
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
