import type { Delivery } from '../../bot/domain/cycle'
import type { Person } from '../../bot/domain/person'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import {
  aCycle,
  ADELE,
  aDueDate,
  ALEX,
  aPerson,
  at,
  ISAIAH,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  TENANT,
  THIS_WEEK,
} from '../support/builders'
import { expectKind } from './northwind'
import { aWeek, DONE, NEXT_WEEK, NO_CHANGE, ON_TRACK, THURSDAY } from './theWeek'

const MINUTE = 60_000
const UNREACHABLE: Delivery = { status: 'unreachable', at: NOW, why: 'notInstalled', fallback: false }

/** Whose cards wait to be sent, by name. */
function cardsFor(outgoing: readonly OutgoingWhat[], people: readonly Person[] = [ADELE, ISAIAH, MEGAN]) {
  return outgoing
    .flatMap((what) => (what.kind === 'weeklyAsk' ? [what.person] : []))
    .map((id) => people.find((person) => person.id === id)?.name ?? id)
    .sort()
}

describe('asking for the week', () => {
  test('each owner with open items gets one card with all of them; who has none gets none', async () => {
    const { givenItem, askNow, theAsk, outgoing, records, project, people } = await aWeek()
    const first = await givenItem({ owner: MEGAN })
    const second = await givenItem({ owner: MEGAN, state: { status: 'inProgress' } })
    await givenItem({ owner: ISAIAH })
    await givenItem({ owner: ADELE, state: { status: 'done', at: NOW, by: ADELE } })
    const outcome = expectKind(await askNow(), 'asked')
    expect(outcome).toMatchObject({ again: false, view: { week: THIS_WEEK, asked: 2, answered: 0 } })
    expect((await theAsk(MEGAN)).items.toSorted()).toEqual([first, second])
    expect(cardsFor(await outgoing())).toEqual(['Isaiah Langer', 'Megan Bowen'])
    expect((await outgoing()).filter(({ kind }) => kind === 'channelWeek')).toHaveLength(1)
    expect(await records.ask(project, THIS_WEEK, ADELE.id)).toBeNull()
    expect(await people.projectsOf(TENANT, ISAIAH.id)).toContain(project)
  })

  test('the card holds what is late first, the newest trouble on top', async () => {
    const { givenItem, askNow, theAsk } = await aWeek()
    const later = await givenItem({ due: aDueDate('2026-12-08') })
    const longLate = await givenItem({ due: aDueDate('2026-11-02') })
    const late = await givenItem({ due: aDueDate('2026-11-17') })
    await askNow()
    expect((await theAsk(MEGAN)).items).toEqual([late, longLate, later])
  })

  test('says so when nobody has anything open, and writes nothing', async () => {
    const { givenItem, askNow, records, project, outgoing } = await aWeek()
    await givenItem({ state: { status: 'done', at: NOW, by: MEGAN } })
    expectKind(await askNow(), 'nothingToAsk')
    expect(await records.cycle(project, THIS_WEEK)).toBeNull()
    expect(await outgoing()).toEqual([])
  })

  test('is the lead’s, and the team owner’s; another member is told whose, and nobody is asked', async () => {
    const { givenItem, askNow, when, outgoing } = await aWeek()
    await givenItem()
    expect(await askNow(MEGAN)).toEqual({ kind: 'notAllowed', who: 'lead', lead: ALEX, owner: null })
    expect(await outgoing()).toEqual([])
    expectKind(await when(PATTI, { do: 'askNow' }, { ownsTeam: true }), 'asked')
  })

  test('somebody who left the team is shown as not reached and gets nothing of the project', async () => {
    const { givenItem, askNow, outgoing } = await aWeek()
    const gone = aPerson('Diego Siciliani')
    await givenItem({ owner: gone })
    await givenItem({ owner: MEGAN })
    const { view } = expectKind(await askNow(), 'asked')
    expect(view).toMatchObject({ asked: 2, unreached: [{ person: gone, why: 'gone', mentioned: false }] })
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen'])
    await askNow()
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen'])
  })

  test.each([
    ['Sunday 23:59 belongs to the week that ends', '2026-11-22', '23:59', THIS_WEEK],
    ['Monday 00:00 to the new one', '2026-11-23', '00:00', NEXT_WEEK],
    ['New Year’s Day 2027 to the 53rd week of 2026', '2027-01-01', '10:00', '2026-W53'],
    ['the Monday after it to the first', '2027-01-04', '10:00', '2027-W01'],
  ] as const)('%s', async (_, date, time, week) => {
    const { givenItem, askNow, clock } = await aWeek()
    await givenItem()
    clock.set(at(date, time))
    expect(expectKind(await askNow(), 'asked').view.week).toBe(week)
  })

  test('reaches ninety owners, more than one transaction holds', async () => {
    const crowd = Array.from({ length: 90 }, (_, n) => aPerson(`Member ${n + 1}`))
    const { givenItem, askNow, outgoing, deps } = await aWeek()
    for (const owner of crowd) await givenItem({ owner })
    deps.roster.members = () =>
      Promise.resolve(crowd.map((one) => ({ ...one, givenName: null, email: null })))
    expect(expectKind(await askNow(), 'asked').view).toMatchObject({ asked: 90, unreached: [] })
    expect((await outgoing()).length).toBe(91)
  })
})

describe('asking again in the same week', () => {
  test('sends nobody a second card while the first is on its way', async () => {
    const { givenItem, askNow, outgoing, clock } = await aWeek()
    await givenItem({ owner: MEGAN })
    await askNow()
    clock.advance(MINUTE)
    expect(expectKind(await askNow(), 'asked')).toMatchObject({ again: true, view: { asked: 1 } })
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen'])
  })

  test('a card of which nobody knows whether it arrived is not sent again, though there is more to ask', async () => {
    const { givenItem, askNow, outgoing, clock, delivered, theAsk } = await aWeek()
    const first = await givenItem({ owner: MEGAN })
    await askNow()
    await delivered(MEGAN, { status: 'unknown', at: THURSDAY })
    const second = await givenItem({ owner: MEGAN })
    clock.advance(60 * MINUTE)
    await askNow()
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen'])
    expect((await theAsk(MEGAN)).items).toEqual([first, second])
  })

  test('a card that was dropped on its way is sent again', async () => {
    const { givenItem, askNow, outgoing, clock } = await aWeek()
    await givenItem({ owner: MEGAN })
    await askNow()
    clock.advance(11 * MINUTE)
    await askNow()
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen', 'Megan Bowen'])
  })

  test('reaches an owner who is new, and edits the cards that stand', async () => {
    const { givenItem, askNow, outgoing, clock, delivered, theAsk } = await aWeek()
    await givenItem({ owner: MEGAN })
    await askNow()
    await delivered(MEGAN)
    await givenItem({ owner: ISAIAH })
    clock.advance(MINUTE)
    expect(expectKind(await askNow(), 'asked').view.asked).toBe(2)
    expect(cardsFor(await outgoing())).toEqual(['Isaiah Langer', 'Megan Bowen', 'Megan Bowen'])
    expect((await theAsk(MEGAN)).delivery.status).toBe('sent')
  })

  test('tries who could not be reached once more', async () => {
    const { givenItem, askNow, outgoing, clock, delivered, theAsk } = await aWeek()
    await givenItem({ owner: MEGAN })
    await askNow()
    await delivered(MEGAN, UNREACHABLE)
    clock.advance(MINUTE)
    expect(expectKind(await askNow(), 'asked').view.unreached).toEqual([])
    expect((await theAsk(MEGAN)).delivery).toEqual({ status: 'pending' })
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen', 'Megan Bowen'])
  })

  test('an item that came since joins the card, which then counts as unanswered', async () => {
    const { givenItem, askNow, answered, theAsk, channelCard } = await aWeek()
    const first = await givenItem()
    await askNow()
    await answered(MEGAN, first, ON_TRACK)
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 1 })
    const second = await givenItem()
    await askNow()
    expect((await theAsk(MEGAN)).items).toEqual([first, second])
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 0 })
  })

  test('a card whose late arrivals were answered with the rest stays answered', async () => {
    const { givenItem, askNow, answered, pressed, channelCard } = await aWeek()
    const first = await givenItem()
    await askNow()
    await givenItem()
    await answered(MEGAN, first, ON_TRACK)
    await pressed(MEGAN, { restNoChange: true })
    await askNow()
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 1 })
  })

  test('goes on where a crash left a claimed week without asks', async () => {
    const { givenItem, askNow, records, project, outgoing } = await aWeek()
    await givenItem({ owner: MEGAN })
    await records.commit(project, {
      cycle: { record: aCycle({ askedAt: THURSDAY }), over: 'new' },
    })
    expect(expectKind(await askNow(), 'asked').view.asked).toBe(1)
    expect(cardsFor(await outgoing())).toEqual(['Megan Bowen'])
  })

  test('the next week asks everybody anew', async () => {
    const { givenItem, askNow, answered, clock, card } = await aWeek()
    const id = await givenItem({ due: aDueDate('2026-12-15') })
    await askNow()
    await answered(MEGAN, id, ON_TRACK)
    clock.set(at('2026-11-26', '10:00'))
    expect(expectKind(await askNow(), 'asked')).toMatchObject({
      again: false,
      view: { week: NEXT_WEEK, asked: 1, answered: 0 },
    })
    expect((await card(MEGAN)).rows).toMatchObject([{ item: { id }, answer: null }])
  })
})

describe('two at once', () => {
  test('two leads who ask at the same moment ask once, and one of them is told', async () => {
    const { givenItem, when, whenElsewhere, outgoing } = await aWeek()
    for (const owner of [MEGAN, ISAIAH, ADELE, MEGAN]) await givenItem({ owner })
    const both = await Promise.all([
      when(ALEX, { do: 'askNow' }),
      whenElsewhere(LYNNE, { do: 'askNow' }, { ownsTeam: true }),
    ])
    const outcomes = both.map((outcome) => expectKind(outcome, 'asked'))
    expect(outcomes.map(({ again }) => again).toSorted()).toEqual([false, true])
    expect(cardsFor(await outgoing())).toEqual(['Adele Vance', 'Isaiah Langer', 'Megan Bowen'])
  })

  test('somebody who answers while the lead asks again loses neither the answer nor the new item', async () => {
    const { givenItem, askNow, pressedElsewhere, theAsk, records, project } = await aWeek()
    const first = await givenItem()
    await askNow()
    const second = await givenItem()
    await Promise.all([
      pressedElsewhere(MEGAN, { answers: [{ item: first, says: DONE }] }),
      askNow(),
      pressedElsewhere(MEGAN, { comment: 'the rest is fine' }),
    ])
    const ask = await theAsk(MEGAN)
    expect(ask.items).toEqual([first, second])
    expect(ask).toMatchObject({ comment: 'the rest is fine', answeredAt: null })
    const answers = await records.answers(project, THIS_WEEK, MEGAN.id)
    expect(answers.map(({ record }) => [record.item, record.says.kind])).toEqual([[first, 'done']])
  })

  test('who answers between the lead’s reading and writing keeps the new item, and so does everybody else', async () => {
    const { givenItem, askNow, overtaken, pressed, theAsk } = await aWeek()
    const owners = [MEGAN, ISAIAH, ADELE]
    for (const owner of owners) await givenItem({ owner })
    await askNow()
    for (const owner of owners) await givenItem({ owner })
    await overtaken(ALEX, { do: 'askNow' }, () => pressed(MEGAN, { comment: 'busy' }))
    for (const owner of owners) expect((await theAsk(owner)).items).toHaveLength(2)
    expect(await theAsk(MEGAN)).toMatchObject({ comment: 'busy', answeredAt: null })
  })

  test('a lost race for one of many keeps the new item of every other', async () => {
    const { givenItem, askNow, pressedElsewhere, theAsk } = await aWeek()
    const owners = [MEGAN, ISAIAH, ADELE, PATTI, LYNNE]
    for (const owner of owners) await givenItem({ owner })
    await askNow()
    for (const owner of owners) await givenItem({ owner })
    await Promise.all([
      askNow(),
      ...owners.map((owner) => pressedElsewhere(owner, { restNoChange: true, comment: NO_CHANGE.kind })),
    ])
    for (const owner of owners) expect((await theAsk(owner)).items).toHaveLength(2)
  })
})

describe('who has nothing left to answer', () => {
  test('is not waited for: all was ended in the chat, or given to somebody else', async () => {
    const { givenItem, askNow, when, channelCard, status } = await aWeek({ namesWhoIsMissing: true })
    const megans = await givenItem({ owner: MEGAN })
    const isaiahs = await givenItem({ owner: ISAIAH })
    await givenItem({ owner: ADELE })
    await askNow()
    await when(MEGAN, { do: 'changeItem', id: megans, change: { kind: 'done' }, seen: null })
    await when(ISAIAH, { do: 'changeItem', id: isaiahs, change: { kind: 'own', owner: ADELE }, seen: null })
    expect(await channelCard()).toMatchObject({ asked: 1, answered: 0, people: [{ person: ADELE }] })
    expect((await status()).answers).toMatchObject({ asked: 1, answered: 0, missing: [ADELE] })
  })
})

describe('the channel’s card', () => {
  test('names nobody unless the project chose to', async () => {
    const counts = await aWeek()
    await counts.givenItem({ owner: MEGAN })
    await counts.askNow()
    expect((await counts.channelCard()).people).toEqual([{ person: null, answered: false }])
    const names = await aWeek({ namesWhoIsMissing: true })
    await names.givenItem({ owner: MEGAN })
    await names.askNow()
    expect((await names.channelCard()).people).toEqual([{ person: MEGAN, answered: false }])
  })

  test('who was not reached in chat but answered is not shown as unreached', async () => {
    const { givenItem, askNow, delivered, answered, channelCard } = await aWeek()
    const id = await givenItem()
    await askNow()
    await delivered(MEGAN, UNREACHABLE)
    expect((await channelCard()).unreached).toEqual([
      { person: MEGAN, why: 'notInstalled', mentioned: false },
    ])
    await answered(MEGAN, id, ON_TRACK)
    expect(await channelCard()).toMatchObject({ answered: 1, unreached: [] })
  })

  test('a card that may or may not have arrived is counted as that, until its owner answers', async () => {
    const { givenItem, askNow, delivered, answered, channelCard } = await aWeek()
    const id = await givenItem()
    await askNow()
    await delivered(MEGAN, { status: 'unknown', at: NOW })
    expect(await channelCard()).toMatchObject({ unknown: 1, unreached: [] })
    await answered(MEGAN, id, ON_TRACK)
    expect((await channelCard()).unknown).toBe(0)
  })

  test('says by when to answer, in the project’s zone, and that the recap is posted', async () => {
    const { givenItem, askNow, channelCard, posted } = await aWeek()
    await givenItem()
    await askNow()
    expect(await channelCard()).toMatchObject({ answerBy: at('2026-11-20', '12:00'), recapPosted: false })
    await posted()
    expect((await channelCard()).recapPosted).toBe(true)
  })
})
