import type { AnswerSays, Ask, Delivery } from '../../bot/domain/cycle'
import type { ItemId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import type { Project } from '../../bot/domain/project'
import { plainDate, type Instant } from '../../bot/domain/time'
import { weekIn, type WeekId } from '../../bot/domain/week'
import { carryOut } from '../../bot/flows/carryOut'
import { loadChannelWeek } from '../../bot/flows/channelWeekView'
import type { Command, CommandOf, Order } from '../../bot/flows/command'
import type { Outcome, WeeklyView } from '../../bot/flows/outcome'
import { ALEX, aDueDate, aMessageRef, at, TENANT, THIS_WEEK } from '../support/builders'
import { expectKind, northwind } from './northwind'

/** Thursday 10:00, when the week asks. */
export const THURSDAY = at('2026-11-19', '10:00')
export const NEXT_WEEK: WeekId = '2026-W48'

export const DONE: AnswerSays = { kind: 'done' }
export const ON_TRACK: AnswerSays = { kind: 'onTrack' }
export const NO_CHANGE: AnswerSays = { kind: 'noChange' }
export function moveTo(date: string, why = 'the files came late'): AnswerSays {
  return { kind: 'notOnTrack', why, newDate: plainDate(date), needs: null }
}
export function blockedBy(needs: Person, why = 'no access'): AnswerSays {
  return { kind: 'notOnTrack', why, newDate: null, needs }
}

type Press = Partial<CommandOf<'answer'>>

/** The ERP roll-out on a Thursday at 10:00, with what a week needs beside it. */
export async function aWeek(over: Partial<Project> = {}) {
  const world = await northwind(over)
  const { clock, records, project, when, whenElsewhere } = world
  clock.set(THURSDAY)
  const press = (more: Press): CommandOf<'answer'> => ({
    do: 'answer',
    week: THIS_WEEK,
    answers: [],
    restNoChange: false,
    comment: null,
    ...more,
  })
  const order = (person: Person, command: Command): Order => ({
    project,
    actor: { tenant: TENANT, person, locale: 'en-GB', zone: null, ownsTeam: false },
    door: command.do === 'answer' ? 'weeklyCard' : 'chat',
    command,
  })
  const theAsk = async (person: Person, week = THIS_WEEK): Promise<Ask> => {
    const ask = await records.ask(project, week, person.id)
    if (!ask) throw new Error(`${person.name} was not asked in ${week}`)
    return ask.record
  }
  const theProject = async (): Promise<Project> => {
    const stored = await records.project(project)
    if (!stored) throw new Error('The project was not set up')
    return stored.record
  }
  return {
    ...world,
    theAsk,
    askNow: (by = ALEX): Promise<Outcome> => when(by, { do: 'askNow' }),
    /** What comes of a press on a person's card. */
    pressed: (person: Person, more: Press): Promise<Outcome> => when(person, press(more)),
    pressedElsewhere: (person: Person, more: Press): Promise<Outcome> => whenElsewhere(person, press(more)),
    /** The same for any command, when something else is done between its reading and its first writing. */
    overtaken: (person: Person, command: Command, meanwhile: () => Promise<unknown>): Promise<Outcome> => {
      let isFirst = true
      const commit: typeof records.commit = async (...what) => {
        if (isFirst) {
          isFirst = false
          await meanwhile()
        }
        return records.commit(...what)
      }
      return carryOut({ ...world.deps, records: { ...records, commit } }, order(person, command))
    },
    press,
    pressedOnTab: (person: Person, more: Press): Promise<Outcome> =>
      carryOut(world.deps, { ...order(person, press(more)), door: 'tab' }),
    /** On the look at their card that the channel's button opens. */
    pressedInChannel: (person: Person, more: Press): Promise<Outcome> =>
      carryOut(world.deps, { ...order(person, press(more)), door: 'chat' }),
    /** A press that is taken, and the card after it. */
    answered: async (
      person: Person,
      item: ItemId,
      says: AnswerSays,
      week = THIS_WEEK,
    ): Promise<WeeklyView> => {
      const outcome = await when(person, press({ week, answers: [{ item, says }] }))
      return expectKind(outcome, 'weeklyCard').view
    },
    /** What became of a person's card, as the sender notes it. */
    delivered: async (person: Person, delivery: Delivery = sent()): Promise<void> => {
      const ask = await records.ask(project, THIS_WEEK, person.id)
      if (!ask) throw new Error(`${person.name} was not asked`)
      await records.commit(project, {
        asks: [{ record: { ...ask.record, delivery }, over: ask.revision }],
      })
    },
    card: async (person: Person): Promise<WeeklyView> =>
      expectKind(await when(person, { do: 'showCard', week: null }), 'weeklyCard').view,
    channelCard: async (week?: WeekId) => {
      const record = await theProject()
      return loadChannelWeek({ records }, record, week ?? weekIn(clock.now(), record.zone))
    },
    /** The recap as it would be now. */
    status: async () => expectKind(await when(ALEX, { do: 'status' }), 'status').recap,
    posted: async () => expectKind(await when(ALEX, { do: 'postRecap', edit: null }), 'recapPosted'),
  }
}

function sent(when: Instant = THURSDAY): Delivery {
  return { status: 'sent', at: when, message: aMessageRef() }
}

/** Megan's items, asked for: one late by two days, one due on Tuesday, one without a date. */
export async function megansWeek() {
  const week = await aWeek()
  const late = await week.givenItem({ due: aDueDate('2026-11-17') })
  const soon = await week.givenItem({ due: aDueDate('2026-11-24') })
  const undated = await week.givenItem({ due: null, for: null })
  await week.askNow()
  return { ...week, late, soon, undated, theirs: [late, soon, undated] as const }
}
