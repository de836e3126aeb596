import type { AnswerSays } from '../../bot/domain/cycle'
import type { Person } from '../../bot/domain/person'
import { plainDate, type Instant } from '../../bot/domain/time'
import type { Command } from '../../bot/flows/command'
import { runWeek } from '../../bot/flows/runWeek'
import { openTestStorage } from '../support/azurite'
import {
  ADELE,
  aDueDate,
  aPerson,
  ALEX,
  at,
  ISAIAH,
  MEGAN,
  PATTI,
  TENANT,
  THIS_WEEK,
  zone,
} from '../support/builders'
import { expectKind } from './northwind'
import { sendingWeek } from './sendingWeek'
import { DONE, moveTo, NO_CHANGE, ON_TRACK, THURSDAY } from './theWeek'

const WEDNESDAY = at('2026-11-18', '12:00')
const AFTERNOON = at('2026-11-19', '14:00')
const FRIDAY_NINE = at('2026-11-20', '09:00')
const FRIDAY_POST = at('2026-11-20', '15:00')
const UNTIL = plainDate('2026-12-03')

function goes(delegate: Person | null, from: string | null = null, until = '2026-12-03'): Command {
  return {
    do: 'away',
    from: from === null ? null : plainDate(from),
    until: plainDate(until),
    delegate,
  }
}

/** Adele owns one item, Megan another; the clock runs the week. Nobody is away in what another test left behind. */
async function aShared(over: Parameters<typeof sendingWeek>[0] = {}) {
  const world = await sendingWeek(over)
  for (const { id } of [ADELE, MEGAN, ISAIAH, PATTI]) {
    await world.people.keepWishes(TENANT, id, { away: null, reminders: true })
  }
  const adeles = await world.givenItem({ owner: ADELE, title: 'Price file', due: aDueDate('2026-11-24') })
  const megans = await world.givenItem({ owner: MEGAN, title: 'Firewall', due: aDueDate('2026-11-25') })
  return {
    ...world,
    adeles,
    megans,
    says: async (moment: Instant, person: Person, command: Command) => {
      world.clock.set(moment)
      const outcome = await world.when(person, command)
      await world.sent()
      return outcome
    },
    answers: (person: Person, item: typeof adeles, says: AnswerSays) => world.answered(person, item, says),
  }
}

test('who is away is not asked: their delegate gets one card with both, and the channel says so', async () => {
  const { says, clockAt, messagesTo, card, channelCard, adeles, megans, theAsk } = await aShared()
  expect(await says(WEDNESDAY, ADELE, goes(MEGAN))).toMatchObject({
    kind: 'away',
    away: { from: '2026-11-18', until: UNTIL, delegate: MEGAN },
    delegateAway: null,
  })
  await clockAt(THURSDAY)
  expect([messagesTo(ADELE).length, messagesTo(MEGAN).length]).toEqual([0, 1])
  expect(messagesTo(MEGAN)[0]?.words).toContain('You answer for Adele Vance, away until Thu 3 Dec')
  expect((await card(MEGAN)).rows.map(({ item, inPlaceOf }) => [item.id, inPlaceOf?.owner ?? null])).toEqual([
    [adeles, ADELE],
    [megans, null],
  ])
  expect(await theAsk(ADELE)).toMatchObject({ away: { inPlace: MEGAN }, delivery: { status: 'withheld' } })
  expect(await channelCard()).toMatchObject({ asked: 1, answered: 0, away: [{ came: 'silent', who: null }] })
})

test('a card that was on its way when its owner’s days away began is held back, and their delegate gets it', async () => {
  const { says, when, clock, clockAt, sent, messagesTo, theAsk } = await aShared()
  await says(WEDNESDAY, ADELE, goes(MEGAN, '2026-11-19'))
  await when(ALEX, { do: 'askNow' })
  clock.set(at('2026-11-19', '08:30'))
  await sent()
  expect(messagesTo(ADELE)).toEqual([])
  expect(await theAsk(ADELE)).toMatchObject({ away: { inPlace: null }, delivery: { status: 'withheld' } })
  await clockAt(at('2026-11-19', '09:00'))
  expect(messagesTo(MEGAN).at(-1)?.words).toContain('You answer for Adele Vance, away until Thu 3 Dec')
  await says(at('2026-11-19', '11:00'), ADELE, { do: 'back' })
  expect(messagesTo(ADELE)).toHaveLength(1)
})

test('the delegate answers for them: the item changes, the history and the recap say who and for whom', async () => {
  const { says, clockAt, answers, adeles, megans, history, channelCard, status, theAsk } = await aShared({
    namesWhoIsMissing: true,
  })
  await says(WEDNESDAY, ADELE, goes(MEGAN))
  await clockAt(THURSDAY)
  await answers(MEGAN, adeles, moveTo('2026-12-01', 'two files are missing'))
  expect(await theAsk(MEGAN)).toMatchObject({ answeredAt: null, covers: [{ answeredAt: THURSDAY }] })
  await answers(MEGAN, megans, ON_TRACK)
  expect((await history(adeles)).at(-1)).toMatchObject({
    by: MEGAN,
    inPlaceOf: ADELE,
    why: 'two files are missing',
  })
  expect((await history(megans)).at(-1)).toMatchObject({ by: MEGAN, inPlaceOf: null })
  const line = { came: 'answered', who: { person: ADELE, until: UNTIL, inPlace: MEGAN } }
  expect(await channelCard()).toMatchObject({ asked: 1, answered: 1, away: [line] })
  expect((await status()).answers).toMatchObject({ asked: 1, answered: 1, missing: [], away: [line] })
})

test('what the delegate ended for them is told of in the recap as well', async () => {
  const { says, clockAt, answers, adeles, megans, status } = await aShared()
  await says(WEDNESDAY, ADELE, goes(MEGAN))
  await clockAt(THURSDAY)
  await answers(MEGAN, adeles, DONE)
  await answers(MEGAN, megans, ON_TRACK)
  expect((await status()).answers).toMatchObject({ answered: 1, away: [{ came: 'answered', who: null }] })
})

test('a delegate may answer for whom the week’s ask says, and for nobody else', async () => {
  const { says, clockAt, answers, adeles, givenItem, item, pressed } = await aShared()
  const pattis = await givenItem({ owner: PATTI })
  await says(WEDNESDAY, ADELE, goes(MEGAN))
  await clockAt(THURSDAY)
  await pressed(MEGAN, { answers: [{ item: pattis, says: DONE }] })
  await pressed(PATTI, { answers: [{ item: adeles, says: DONE }] })
  expect([(await item(pattis)).version, (await item(adeles)).version]).toEqual([1, 1])
  await answers(MEGAN, adeles, DONE)
  expect((await item(adeles)).state.status).toBe('done')
})

test.each<[string, (world: Awaited<ReturnType<typeof aShared>>) => Promise<unknown>]>([
  ['they named none', ({ says }) => says(WEDNESDAY, ADELE, goes(null))],
  [
    'the delegate is away themselves, whose own delegate is not followed',
    async ({ says }) => {
      await says(WEDNESDAY, MEGAN, goes(PATTI))
      const outcome = await says(WEDNESDAY, ADELE, goes(MEGAN))
      expect(outcome).toMatchObject({ delegateAway: { until: UNTIL } })
    },
  ],
  [
    'the delegate is not on this project’s team',
    ({ people }) =>
      people.keepWishes(TENANT, ADELE.id, {
        away: { from: plainDate('2026-11-18'), until: UNTIL, delegate: aPerson('Diego Siciliani') },
      }),
  ],
])('nobody is asked in their place where %s', async (_, given) => {
  const world = await aShared({ namesWhoIsMissing: true })
  await given(world)
  await world.clockAt(THURSDAY)
  expect(world.messagesTo(ADELE)).toEqual([])
  const nobody = { came: 'nobody', who: { person: ADELE, until: UNTIL, inPlace: null } }
  expect((await world.channelCard()).away).toContainEqual(nobody)
  expect((await world.status()).answers?.away).toContainEqual(nobody)
})

describe('somebody who goes away after the ask', () => {
  test('hands their items over at once: the delegate gets the card anew, and they are neither reminded nor missing', async () => {
    const { says, clockAt, messagesTo, channelCard, theAsk } = await aShared()
    await clockAt(THURSDAY)
    expect([messagesTo(ADELE).length, messagesTo(MEGAN).length]).toEqual([1, 1])
    await says(AFTERNOON, ADELE, goes(MEGAN))
    const [before, now] = messagesTo(MEGAN)
    expect(before?.words).toContain('Your card is further down')
    expect(now?.words).toContain('You also answer for Adele Vance, away until Thu 3 Dec.')
    expect(messagesTo(ADELE)[0]?.words).toContain(
      'You are away until Thu 3 Dec; Megan Bowen is asked in your place.',
    )
    expect(await channelCard()).toMatchObject({ asked: 1, away: [{ came: 'silent' }] })
    await clockAt(FRIDAY_NINE)
    expect([messagesTo(ADELE).length, messagesTo(MEGAN).length]).toEqual([1, 3])
    expect(await theAsk(ADELE)).toMatchObject({ remindedAt: [] })
  })

  test('and is back before the delegate was told: nobody gets their card anew for nothing', async () => {
    const { when, sent, says, clockAt, messagesTo, card } = await aShared()
    await clockAt(THURSDAY)
    await when(ADELE, goes(MEGAN))
    await when(ADELE, { do: 'back' })
    await sent()
    expect(messagesTo(MEGAN)).toHaveLength(1)
    expect((await card(MEGAN)).rows).toHaveLength(1)
    await says(AFTERNOON, ADELE, goes(MEGAN))
    expect(messagesTo(MEGAN)).toHaveLength(2)
  })

  test('has a delegate who is asked although nothing of their own was open', async () => {
    const { says, clockAt, messagesTo } = await aShared()
    await clockAt(THURSDAY)
    await says(AFTERNOON, ADELE, goes(ISAIAH))
    expect(messagesTo(ISAIAH).map(({ words }) => words)).toEqual([
      expect.stringContaining('You answer for Adele Vance, away until Thu 3 Dec'),
    ])
  })

  test('and has answered is left as they are', async () => {
    const { says, clockAt, answers, adeles, messagesTo, channelCard } = await aShared()
    await clockAt(THURSDAY)
    await answers(ADELE, adeles, ON_TRACK)
    await says(AFTERNOON, ADELE, goes(MEGAN))
    expect(messagesTo(MEGAN)).toHaveLength(1)
    expect(await channelCard()).toMatchObject({ asked: 2, answered: 1, away: [] })
  })

  test('from tomorrow on: the clock hands over in the delegate’s working hours', async () => {
    const { says, clockAt, messagesTo, people } = await aShared()
    const contact = { person: MEGAN, locale: null, reference: null, teamsId: '29:megan' }
    await people.meet(TENANT, { ...contact, zone: zone('Europe/London') })
    await clockAt(THURSDAY)
    await says(AFTERNOON, ADELE, goes(MEGAN, '2026-11-20'))
    expect(messagesTo(MEGAN)).toHaveLength(1)
    const tenInCopenhagen = at('2026-11-20', '10:00')
    await clockAt(at('2026-11-20', '00:30'))
    expect(messagesTo(MEGAN)).toHaveLength(1)
    await clockAt(tenInCopenhagen)
    expect(messagesTo(MEGAN)[1]?.words).toContain('You also answer for Adele Vance')
    await people.meet(TENANT, { ...contact, zone: null })
  })

  test('in two processes and with a press at the same moment ends with one of each', async () => {
    const { says, clock, clockAt, deps, project, whenElsewhere, pressed, theAsk, outgoing, megans } =
      await aShared()
    await clockAt(THURSDAY)
    clock.set(AFTERNOON)
    const others = await Promise.all([1, 2].map(async () => ({ ...deps, ...(await openTestStorage(clock)) })))
    await Promise.all([
      says(AFTERNOON, ADELE, goes(MEGAN)),
      whenElsewhere(ADELE, goes(MEGAN)),
      pressed(MEGAN, { answers: [{ item: megans, says: ON_TRACK }] }),
      ...others.map((other) => runWeek(other, project)),
    ])
    await clockAt(at('2026-11-19', '14:01'))
    expect((await theAsk(MEGAN)).covers).toHaveLength(1)
    expect(await theAsk(ADELE)).toMatchObject({ away: { inPlace: MEGAN } })
    expect(await outgoing()).toEqual([])
  })
})

describe('somebody who comes back in the week', () => {
  test('is asked about what nobody has answered, and it leaves the delegate’s card', async () => {
    const { says, clockAt, messagesTo, card, megans, channelCard } = await aShared()
    await says(WEDNESDAY, ADELE, goes(MEGAN))
    await clockAt(THURSDAY)
    expect(await says(AFTERNOON, ADELE, { do: 'back' })).toMatchObject({ kind: 'back', wasAway: true })
    expect(messagesTo(ADELE)).toHaveLength(1)
    expect((await card(MEGAN)).rows.map(({ item }) => item.id)).toEqual([megans])
    expect(messagesTo(MEGAN)[0]?.words).not.toContain('Adele Vance')
    expect(await channelCard()).toMatchObject({ asked: 2, away: [] })
  })

  test('may answer what the delegate answered: the second answer replaces the first', async () => {
    const { says, clockAt, answers, adeles, item, channelCard, card } = await aShared()
    await says(WEDNESDAY, ADELE, goes(MEGAN))
    await clockAt(THURSDAY)
    await answers(MEGAN, adeles, moveTo('2026-12-01'))
    await says(AFTERNOON, ADELE, { do: 'back' })
    expect((await card(ADELE)).rows[0]?.answer).toMatchObject({ by: MEGAN, person: ADELE })
    await answers(ADELE, adeles, moveTo('2026-11-27', 'the files are here'))
    expect((await item(adeles)).due).toMatchObject({ moves: [{ to: '2026-11-27', by: ADELE }] })
    expect(await channelCard()).toMatchObject({ answered: 1, away: [] })
  })

  test('after their last day the clock asks them, where the recap is still to come', async () => {
    const { says, clockAt, messagesTo } = await aShared()
    await says(WEDNESDAY, ADELE, goes(null, null, '2026-11-19'))
    expect(await clockAt(THURSDAY)).toBe(FRIDAY_NINE)
    expect(messagesTo(ADELE)).toHaveLength(0)
    await clockAt(FRIDAY_NINE)
    expect(messagesTo(ADELE)).toHaveLength(1)
  })

  test('answers their own card while they are away: nothing is asked of the delegate any more', async () => {
    const { says, clockAt, answers, adeles, megans, theAsk, channelCard, status } = await aShared()
    await clockAt(THURSDAY)
    await answers(MEGAN, megans, ON_TRACK)
    await says(AFTERNOON, ADELE, goes(MEGAN))
    expect(await theAsk(MEGAN)).toMatchObject({ answeredAt: null })
    await answers(ADELE, adeles, NO_CHANGE)
    expect(await theAsk(MEGAN)).toMatchObject({ covers: [], answeredAt: AFTERNOON })
    expect(await channelCard()).toMatchObject({ asked: 2, answered: 2, away: [] })
    expect((await status()).answers).toMatchObject({ answered: 2, away: [] })
  })
})

test('a crash right after somebody said that they are away is made up for by the clock', async () => {
  const { clock, clockAt, people, messagesTo, records, project, deps } = await aShared()
  await clockAt(THURSDAY)
  clock.set(AFTERNOON)
  const { agenda } = await openTestStorage(clock)
  await records.lookSoon(project)
  await people.keepWishes(TENANT, ADELE.id, {
    away: { from: plainDate('2026-11-19'), until: UNTIL, delegate: MEGAN },
  })
  const looks = (await agenda.due(at('2026-11-19', '14:10'), 1000)).filter(
    ({ record }) => record.project === project,
  )
  expect(looks.map(({ record }) => record.at)).toContain(at('2026-11-19', '14:10'))
  await runWeek(deps, project)
  await clockAt(at('2026-11-19', '14:10'))
  expect(messagesTo(MEGAN)).toHaveLength(2)
})

test('a week that is over is left alone, and so is a paused project', async () => {
  const { says, clockAt, messagesTo, when, channelCard } = await aShared()
  await clockAt(THURSDAY)
  await when(ALEX, { do: 'pause' })
  await says(AFTERNOON, ADELE, goes(MEGAN))
  expect(messagesTo(MEGAN)).toHaveLength(1)
  await when(ALEX, { do: 'resume' })
  await says(AFTERNOON, ADELE, { do: 'back' })
  await clockAt(FRIDAY_POST)
  const before = messagesTo(MEGAN).length
  await says(at('2026-11-20', '16:00'), ADELE, goes(MEGAN))
  expect(messagesTo(MEGAN)).toHaveLength(before)
  expect((await channelCard(THIS_WEEK)).away).toEqual([])
})

describe('what can’t be is said, and nothing that was given is lost', () => {
  test.each([
    ['a day that has passed', goes(MEGAN, null, '2026-11-17'), 'past'],
    ['a last day before the first', goes(MEGAN, '2026-12-05', '2026-12-01'), 'endsBeforeItBegins'],
    ['oneself as delegate', goes(ADELE), 'ownDelegate'],
    ['somebody who is not on the team', goes(aPerson('Diego Siciliani')), 'delegateNotHere'],
  ] as const)('%s', async (_, command, problem) => {
    const { says } = await aShared()
    const { do: _do, ...draft } = command as Extract<Command, { do: 'away' }>
    expect(await says(WEDNESDAY, ADELE, command)).toMatchObject({ kind: 'awayForm', problem, draft })
  })

  test('"away" alone asks, with what stands filled in', async () => {
    const { says } = await aShared()
    const alone: Command = { do: 'away', from: null, until: null, delegate: null }
    expect(await says(WEDNESDAY, ADELE, alone)).toMatchObject({ kind: 'awayForm', isAway: false })
    await says(WEDNESDAY, ADELE, goes(MEGAN))
    const form = expectKind(await says(WEDNESDAY, ADELE, alone), 'awayForm')
    expect(form).toMatchObject({ isAway: true, draft: { until: UNTIL, delegate: MEGAN } })
  })

  test('"back" of somebody who is not away', async () => {
    const { says } = await aShared()
    expect(await says(WEDNESDAY, ADELE, { do: 'back' })).toMatchObject({ kind: 'back', wasAway: false })
  })
})
