import { runWeek } from '../../bot/flows/runWeek'
import { openTestStorage } from '../support/azurite'
import { ALEX, at, ISAIAH, MEGAN, TENANT, THIS_WEEK, zone } from '../support/builders'
import { sendingWeek } from './sendingWeek'
import { NO_CHANGE, THURSDAY } from './theWeek'

const FRIDAY_NINE = at('2026-11-20', '09:00')
const FRIDAY_TEN = at('2026-11-20', '10:00')
const FRIDAY_NOON = at('2026-11-20', '12:00')

test('who has not answered gets their card once more on Friday; the one before points to it', async () => {
  const { clockAt, givenItem, messagesTo, theAsk } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  expect(await clockAt(THURSDAY)).toBe(FRIDAY_NINE)
  expect(await clockAt(FRIDAY_NINE)).toBe(FRIDAY_NOON)
  const [first, second, ...more] = messagesTo(MEGAN)
  expect(more).toEqual([])
  expect(first?.words).toContain('Your card is further down')
  expect(second?.words).toContain('A reminder. To get none, say: stop reminders')
  expect(await theAsk(MEGAN)).toMatchObject({
    remindedAt: [FRIDAY_NINE],
    delivery: { status: 'sent', message: { message: second?.message } },
  })
  await clockAt(FRIDAY_TEN)
  await clockAt(FRIDAY_NOON)
  expect(messagesTo(MEGAN)).toHaveLength(2)
})

test('a clock that goes on while the records are read reminds nobody later for it', async () => {
  const { clockAt, deps, clock, project, givenItem, theAsk } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  clock.set(FRIDAY_NINE)
  const running = () => {
    clock.advance(1)
    return clock.now()
  }
  await runWeek({ ...deps, clock: { now: running } }, project)
  expect((await theAsk(MEGAN)).remindedAt).toHaveLength(1)
})

test('who has answered is left in peace, and so is who has nothing open any more', async () => {
  const { clockAt, givenItem, messagesTo, pressed, when } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  const ended = await givenItem({ owner: ISAIAH })
  await clockAt(THURSDAY)
  await pressed(MEGAN, { restNoChange: true })
  await when(ALEX, { do: 'changeItem', id: ended, change: { kind: 'done' }, seen: null })
  await clockAt(FRIDAY_NINE)
  expect([messagesTo(MEGAN).length, messagesTo(ISAIAH).length]).toEqual([1, 1])
})

test('an answer that comes between the reminder’s hour and its sending keeps it from being sent', async () => {
  const { clock, clockAt, deps, project, givenItem, answered, messagesTo } = await sendingWeek()
  const item = await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  clock.set(FRIDAY_NINE)
  await runWeek(deps, project)
  await answered(MEGAN, item, NO_CHANGE)
  await clockAt(FRIDAY_TEN)
  expect(messagesTo(MEGAN)).toHaveLength(1)
})

test('everybody is reminded on their own wall', async () => {
  const { clockAt, givenItem, messagesTo, people } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await givenItem({ owner: ISAIAH })
  const contact = {
    person: ISAIAH,
    locale: null,
    zone: zone('Europe/London'),
    reference: null,
    teamsId: '29:isaiah',
  }
  await people.meet(TENANT, contact)
  await clockAt(THURSDAY)
  expect(await clockAt(FRIDAY_NINE)).toBe(FRIDAY_TEN)
  expect([messagesTo(MEGAN).length, messagesTo(ISAIAH).length]).toEqual([2, 1])
  await clockAt(FRIDAY_TEN)
  expect([messagesTo(MEGAN).length, messagesTo(ISAIAH).length]).toEqual([2, 2])
  await people.meet(TENANT, { ...contact, zone: null })
})

test('"stop reminders" holds until "start reminders"', async () => {
  const { clockAt, givenItem, messagesTo, when } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  expect(await when(MEGAN, { do: 'wantReminders', on: false })).toEqual({ kind: 'reminders', on: false })
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(1)
  expect(await when(MEGAN, { do: 'wantReminders', on: true })).toEqual({ kind: 'reminders', on: true })
  await clockAt(FRIDAY_TEN)
  expect(messagesTo(MEGAN)).toHaveLength(2)
})

test('"start reminders" has the clock look anew: it had not counted with the reminder', async () => {
  const { clock, clockAt, givenItem, when, project } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await when(MEGAN, { do: 'wantReminders', on: false })
  expect(await clockAt(THURSDAY)).toBe(FRIDAY_NOON)
  const { agenda } = await openTestStorage(clock)
  const looks = async () => {
    const due = await agenda.due(at('2026-11-19', '16:30'), 1000)
    return due.filter(({ record }) => record.project === project && record.at > at('2026-11-19', '16:00'))
  }
  clock.set(at('2026-11-19', '16:00'))
  expect(await looks()).toEqual([])
  await when(MEGAN, { do: 'wantReminders', on: true })
  expect(await looks()).toHaveLength(1)
  expect(await clockAt(at('2026-11-19', '16:10'))).toBe(FRIDAY_NINE)
})

test.each([
  ['a project that does not remind', { reminds: false }],
  ['a paused one', { state: { status: 'paused', since: THURSDAY, by: ALEX } }],
] as const)('%s reminds nobody', async (_, over) => {
  const { askNow, clockAt, givenItem, messagesTo } = await sendingWeek(over)
  await givenItem({ owner: MEGAN })
  await askNow()
  await clockAt(THURSDAY)
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(1)
})

test('nobody is reminded of a card that is still on its way', async () => {
  const { clock, deps, project, givenItem, outgoing } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  for (const moment of [THURSDAY, FRIDAY_NINE]) {
    clock.set(moment)
    await runWeek(deps, project)
  }
  expect((await outgoing()).map(({ kind }) => kind)).not.toContain('reminder')
})

test('two processes at once remind once', async () => {
  const { clock, clockAt, deps, project, givenItem, outgoing } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  clock.set(FRIDAY_NINE)
  const others = await Promise.all(
    [1, 2, 3].map(async () => ({ ...deps, ...(await openTestStorage(clock)) })),
  )
  await Promise.all(others.map((other) => runWeek(other, project)))
  expect((await outgoing()).filter(({ kind }) => kind === 'reminder')).toEqual([
    { kind: 'reminder', week: THIS_WEEK, person: MEGAN.id },
  ])
})

test('what changes the card at this very moment does not cost its owner the reminder', async () => {
  const { clock, clockAt, deps, project, givenItem, pressed, messagesTo } = await sendingWeek()
  await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  clock.set(FRIDAY_NINE)
  let commented = false
  const records: typeof deps.records = {
    ...deps.records,
    async commit(id, commit) {
      if (commit.asks && !commented) {
        commented = true
        await pressed(MEGAN, { comment: 'On it' })
      }
      return deps.records.commit(id, commit)
    },
  }
  expect(await runWeek({ ...deps, records }, project)).toBe(FRIDAY_NINE)
  expect(commented).toBe(true)
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(2)
})
