import type { SnoozeChoice } from '../../bot/domain/cycle'
import type { Person } from '../../bot/domain/person'
import type { Instant } from '../../bot/domain/time'
import type { Command } from '../../bot/flows/command'
import { openTestStorage } from '../support/azurite'
import { at, MEGAN, TENANT, THIS_WEEK } from '../support/builders'
import { expectKind } from './northwind'
import { sendingWeek } from './sendingWeek'
import { NEXT_WEEK, ON_TRACK, THURSDAY } from './theWeek'

const ELEVEN = at('2026-11-19', '11:00')
const FRIDAY_NINE = at('2026-11-20', '09:00')
const FRIDAY_POST = at('2026-11-20', '15:00')
const NEXT_ASK = at('2026-11-26', '10:00')

function later(choice: SnoozeChoice, comment: string | null = null): Command {
  return { do: 'snooze', week: THIS_WEEK, choice, comment }
}

/** Megan has been asked about one item on Thursday at ten. */
async function askedMegan(over: Parameters<typeof sendingWeek>[0] = {}) {
  const world = await sendingWeek(over)
  await world.people.keepWishes(TENANT, MEGAN.id, { reminders: true, away: null })
  const item = await world.givenItem({ owner: MEGAN })
  await world.clockAt(THURSDAY)
  return {
    ...world,
    megans: item,
    snoozes: async (moment: Instant, command: Command, person: Person = MEGAN) => {
      world.clock.set(moment)
      const { view } = expectKind(await world.when(person, command), 'weeklyCard')
      await world.sent()
      return view
    },
  }
}

test('an hour: noted as a snooze and not as an answer, and the reminder says who asked for it', async () => {
  const { snoozes, clockAt, messagesTo, theAsk, channelCard } = await askedMegan()
  const view = await snoozes(THURSDAY, later('hour'))
  expect(view.snooze).toEqual({ at: THURSDAY, choice: 'hour', until: ELEVEN })
  expect(await theAsk(MEGAN)).toMatchObject({
    answeredAt: null,
    snoozes: [{ choice: 'hour', until: ELEVEN }],
  })
  expect(await channelCard()).toMatchObject({ asked: 1, answered: 0 })
  expect(await clockAt(at('2026-11-19', '10:30'))).toBe(ELEVEN)
  expect(messagesTo(MEGAN)).toHaveLength(1)
  await clockAt(ELEVEN)
  const [, reminder] = messagesTo(MEGAN)
  expect(reminder?.words).toContain('You asked me to remind you.')
  expect(reminder?.said).toContain('You asked me to remind you.')
  expect(await theAsk(MEGAN)).toMatchObject({ remindedAt: [ELEVEN] })
})

test('the clock reminds once more a working day later, and after two there is no third and nothing to choose', async () => {
  const { snoozes, clockAt, messagesTo, card, status } = await askedMegan()
  await snoozes(THURSDAY, later('hour'))
  expect(await clockAt(ELEVEN)).toBe(at('2026-11-20', '11:00'))
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(2)
  await clockAt(at('2026-11-20', '11:00'))
  expect(messagesTo(MEGAN)).toHaveLength(3)
  expect((await card(MEGAN)).snoozeChoices).toEqual([])
  await snoozes(at('2026-11-20', '11:05'), later('hour'))
  await clockAt(at('2026-11-20', '12:05'))
  expect(messagesTo(MEGAN)).toHaveLength(3)
  expect((await status()).answers).toMatchObject({ asked: 1, answered: 0 })
})

test('next week: silent until then, and the next week’s card begins with the wish', async () => {
  const { snoozes, clockAt, messagesTo, card } = await askedMegan()
  const view = await snoozes(THURSDAY, later('nextWeek'))
  expect(view.snooze).toMatchObject({ choice: 'nextWeek', until: NEXT_ASK })
  await clockAt(FRIDAY_NINE)
  await clockAt(FRIDAY_POST)
  expect(messagesTo(MEGAN)).toHaveLength(1)
  await clockAt(NEXT_ASK)
  expect(messagesTo(MEGAN)[1]?.words).toContain('You asked me to remind you.')
  expect(await card(MEGAN)).toMatchObject({ week: NEXT_WEEK, reminder: 'askedFor' })
})

test('who answers after all is left in peace', async () => {
  const { snoozes, clockAt, answered, megans, messagesTo } = await askedMegan()
  await snoozes(THURSDAY, later('hour'))
  await answered(MEGAN, megans, ON_TRACK)
  await clockAt(ELEVEN)
  expect(messagesTo(MEGAN)).toHaveLength(1)
})

test('it comes although reminders are off for the person and the project, because it was asked for', async () => {
  const { snoozes, clockAt, messagesTo, when } = await askedMegan({ reminds: false })
  await when(MEGAN, { do: 'wantReminders', on: false })
  await snoozes(THURSDAY, later('hour'))
  await clockAt(ELEVEN)
  expect(messagesTo(MEGAN)).toHaveLength(2)
  await when(MEGAN, { do: 'wantReminders', on: true })
})

test('a press that Teams delivers twice is one wish; another choice is another', async () => {
  const { snoozes, theAsk } = await askedMegan()
  await snoozes(THURSDAY, later('hour'))
  await snoozes(at('2026-11-19', '10:00'), later('hour'))
  expect((await theAsk(MEGAN)).snoozes).toHaveLength(1)
  await snoozes(at('2026-11-19', '10:00'), later('tomorrow'))
  expect((await theAsk(MEGAN)).snoozes.map(({ choice }) => choice)).toEqual(['hour', 'tomorrow'])
})

test('what stands in the comment’s field is kept, and an answer at the same moment is not lost', async () => {
  const { snoozes, pressedElsewhere, megans, theAsk } = await askedMegan()
  await Promise.all([
    snoozes(THURSDAY, later('tomorrow', 'the vendor has not called')),
    pressedElsewhere(MEGAN, { answers: [{ item: megans, says: ON_TRACK }] }),
  ])
  expect(await theAsk(MEGAN)).toMatchObject({ comment: 'the vendor has not called', answeredAt: THURSDAY })
})

test('once the recap stands nothing is put off any more', async () => {
  const { snoozes, posted, theAsk } = await askedMegan()
  await posted()
  const view = await snoozes(THURSDAY, later('hour'))
  expect([view.snooze, view.snoozeChoices]).toEqual([null, []])
  expect((await theAsk(MEGAN)).snoozes).toEqual([])
})

test('the clock finds the new moment although it had planned to look later', async () => {
  const { snoozes, clock, project } = await askedMegan()
  await snoozes(THURSDAY, later('hour'))
  const { agenda } = await openTestStorage(clock)
  const looks = (await agenda.due(at('2026-11-19', '10:10'), 1000)).filter(
    ({ record }) => record.project === project,
  )
  expect(looks.map(({ record }) => record.at)).toEqual([THURSDAY, at('2026-11-19', '10:10')])
})
