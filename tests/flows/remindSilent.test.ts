import type { Instant } from '../../bot/domain/time'
import { runWeek } from '../../bot/flows/runWeek'
import type { SendResult } from '../../bot/schedule/messenger'
import { createDeliveries } from '../../bot/schedule/deliveries'
import { NO_LINKS } from '../../bot/cards/reader'
import { createSender } from '../../bot/schedule/sender'
import { openTestStorage } from '../support/azurite'
import { ALEX, at, ISAIAH, MEGAN, TENANT, THIS_WEEK, zone } from '../support/builders'
import { wordsOn } from '../support/sentCards'
import { aWeek, NO_CHANGE, THURSDAY } from './theWeek'

const FRIDAY_NINE = at('2026-11-20', '09:00')
const FRIDAY_TEN = at('2026-11-20', '10:00')
const FRIDAY_NOON = at('2026-11-20', '12:00')

/** Northwind's week by the clock with a sender; whatever is sent arrives, and stands in a list. */
async function aSendingWeek(over: Parameters<typeof aWeek>[0] = {}) {
  const world = await aWeek({ createdAt: at('2026-11-02'), ...over })
  const { deps, clock, project } = world
  const { outbox } = await openTestStorage(clock)
  const messages: { to: string; words: string; message: string }[] = []
  const sender = createSender({
    outbox,
    deliveries: createDeliveries({ ...deps, linksOf: () => Promise.resolve(NO_LINKS) }),
    messenger: {
      send: (_, recipient, card): Promise<SendResult> => {
        const message = `m${messages.length + 1}`
        const to = recipient.to === 'person' ? recipient.person : recipient.to
        messages.push({ to, words: wordsOn(card), message })
        return Promise.resolve({ kind: 'sent', message: { conversation: to, message } })
      },
      edit: (_, { message }, card) => {
        const standing = messages.find((one) => one.message === message)
        if (standing) standing.words = wordsOn(card)
        return Promise.resolve({ kind: 'edited' })
      },
    },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    after: () => undefined,
  })
  return {
    ...world,
    /** What the clock does at this moment, and all that is sent because of it. */
    clockAt: async (moment: Instant) => {
      clock.set(moment)
      const next = await runWeek(deps, project)
      await sender.drain(project)
      return next
    },
    messagesTo: (person: { readonly id: string }) => messages.filter(({ to }) => to === person.id),
  }
}

test('who has not answered gets their card once more on Friday; the one before points to it', async () => {
  const { clockAt, givenItem, messagesTo, theAsk } = await aSendingWeek()
  await givenItem({ owner: MEGAN })
  expect(await clockAt(THURSDAY)).toBe(FRIDAY_NINE)
  expect(await clockAt(FRIDAY_NINE)).toBe(FRIDAY_NOON)
  const [first, second, ...more] = messagesTo(MEGAN)
  expect(more).toEqual([])
  expect(first?.words).toContain('Your card is further down')
  expect(second?.words).toContain('A reminder, the only one this week')
  expect(await theAsk(MEGAN)).toMatchObject({
    remindedAt: FRIDAY_NINE,
    delivery: { status: 'sent', message: { message: second?.message } },
  })
  await clockAt(FRIDAY_TEN)
  await clockAt(FRIDAY_NOON)
  expect(messagesTo(MEGAN)).toHaveLength(2)
})

test('who has answered is left in peace, and so is who has nothing open any more', async () => {
  const { clockAt, givenItem, messagesTo, pressed, when } = await aSendingWeek()
  await givenItem({ owner: MEGAN })
  const ended = await givenItem({ owner: ISAIAH })
  await clockAt(THURSDAY)
  await pressed(MEGAN, { restNoChange: true })
  await when(ALEX, { do: 'changeItem', id: ended, change: { kind: 'done' }, seen: null })
  await clockAt(FRIDAY_NINE)
  expect([messagesTo(MEGAN).length, messagesTo(ISAIAH).length]).toEqual([1, 1])
})

test('an answer that comes between the reminder’s hour and its sending keeps it from being sent', async () => {
  const { clock, clockAt, deps, project, givenItem, answered, messagesTo } = await aSendingWeek()
  const item = await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  clock.set(FRIDAY_NINE)
  await runWeek(deps, project)
  await answered(MEGAN, item, NO_CHANGE)
  await clockAt(FRIDAY_TEN)
  expect(messagesTo(MEGAN)).toHaveLength(1)
})

test('everybody is reminded on their own wall', async () => {
  const { clockAt, givenItem, messagesTo, people } = await aSendingWeek()
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
  const { clockAt, givenItem, messagesTo, when } = await aSendingWeek()
  await givenItem({ owner: MEGAN })
  await clockAt(THURSDAY)
  expect(await when(MEGAN, { do: 'wantReminders', on: false })).toEqual({ kind: 'reminders', on: false })
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(1)
  expect(await when(MEGAN, { do: 'wantReminders', on: true })).toEqual({ kind: 'reminders', on: true })
  await clockAt(FRIDAY_TEN)
  expect(messagesTo(MEGAN)).toHaveLength(2)
})

test.each([
  ['a project that does not remind', { reminds: false }],
  ['a paused one', { state: { status: 'paused', since: THURSDAY, by: ALEX } }],
] as const)('%s reminds nobody', async (_, over) => {
  const { askNow, clockAt, givenItem, messagesTo } = await aSendingWeek(over)
  await givenItem({ owner: MEGAN })
  await askNow()
  await clockAt(THURSDAY)
  await clockAt(FRIDAY_NINE)
  expect(messagesTo(MEGAN)).toHaveLength(1)
})

test('nobody is reminded of a card that is still on its way', async () => {
  const { clock, deps, project, givenItem, outgoing } = await aSendingWeek()
  await givenItem({ owner: MEGAN })
  for (const moment of [THURSDAY, FRIDAY_NINE]) {
    clock.set(moment)
    await runWeek(deps, project)
  }
  expect((await outgoing()).map(({ kind }) => kind)).not.toContain('reminder')
})

test('two processes at once remind once', async () => {
  const { clock, clockAt, deps, project, givenItem, outgoing } = await aSendingWeek()
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
