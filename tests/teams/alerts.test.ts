import { tablesConnection } from '../support/azurite'
import { at } from '../support/builders'
import type { StandingMessage } from '../support/connector'
import { inputsOn, wordsOn } from '../support/sentCards'
import { cardOf, GENERAL, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import type { Instant } from '../../bot/domain/time'
import { raiseTrouble } from '../../bot/flows/raiseTrouble'
import { setUp } from './projects'

/* Alex leads the project; Isaiah's item is blocked on Friday 20 November and stays so. */

const { alex, megan, isaiah } = PEOPLE
const DIGEST = /could use your help/
let trial: TeamsTrial

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  await trial.say(alex, 'general', 'action test the bank interface <at>Isaiah Langer</at> by 15 Dec', isaiah)
  await trial.say(alex, 'general', 'block A-1 the firewall change is not approved')
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
})
afterEach(() => trial.close())

const inAlexChat = () => trial.connector.messagesIn(trial.connector.chatWith(alex))
const digests = () => inAlexChat().filter((message) => DIGEST.test(wordsIn(message)))
const settings = { raises: 'true', days: '1,2,3,4,5', silentWeeks: '2', showStopperDays: '2', moves: '3' }

/** The clock looks at this moment, wherever the lead's own wall is, and what waits is sent. */
async function tickAt(moment: Instant): Promise<void> {
  trial.clock.set(moment)
  await trial.ticker.tick()
  await trial.settle()
}

/** Looks from morning to evening on each day of November from the one to the other. */
async function daysPass(from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day++) {
    for (const time of ['09:00', '09:20', '13:00', '18:00']) await tickAt(at(`2026-11-${day}`, time))
  }
}

test('an item blocked for six days is raised once; by another limit no more, and the recap has the line', async () => {
  await daysPass(21, 25)
  expect(digests()).toEqual([])
  await daysPass(26, 26)
  expect(digests()).toHaveLength(1)
  const [digest] = digests()
  expect(wordsIn(digest)).toMatch(
    /test the bank interface[^]*blocked 6 days[^]*firewall change is not approved/,
  )

  const opened = await trial.tap(alex, 'chat', digest!, 'When to raise things')
  const [form] = opened.posted
  expect(inputsOn(cardOf(form))).toMatchObject({ ...settings, blockedDays: '5' })
  const wrong = await trial.tap(alex, 'chat', form!, 'Save', { ...settings, blockedDays: 'ten' })
  expect(wordsOn(wrong.value)).toMatch(/Write a whole number from 0 to 90/)
  expect(inputsOn(wrong.value)).toMatchObject({ blockedDays: 'ten' })
  const saved = await trial.tap(alex, 'chat', form!, 'Save', { ...settings, blockedDays: '10' })
  expect(wordsOn(saved.value)).toMatch(/an item is blocked for over 10 days/)

  await daysPass(27, 27)
  expect(digests()).toHaveLength(1)
  const recap = trial.connector
    .messagesIn(GENERAL)
    .map((message) => wordsIn(message))
    .find((words) => /Raised with/.test(words))
  expect(recap?.replaceAll('\u2011', '-')).toContain(
    'Raised with Alex Wilber this week: 1 blocked item (A-1).',
  )
})

test('a digest that can’t be delivered is tried again on the next day, and the recap does not claim it', async () => {
  trial.connector.block(alex)
  await daysPass(26, 26)
  expect(digests()).toEqual([])
  expect((await trial.records.raised(trial.project('general')))?.record).toMatchObject({
    known: [],
    digests: [{ delivery: { status: 'unreachable', why: 'blocked' } }],
  })
  const { lookedOn } = (await trial.records.raised(trial.project('general')))!.record
  await tickAt(at('2026-11-26', '13:00'))
  expect((await trial.records.raised(trial.project('general')))?.record.lookedOn).toBe(lookedOn)
  await tickAt(at('2026-11-27', '16:55'))
  expect((await trial.records.raised(trial.project('general')))?.record.digests).toHaveLength(2)
})

test('what was solved between the look and the sending is not sent', async () => {
  trial.clock.set(at('2026-11-26', '16:55'))
  const { records, people } = trial.storage
  const project = (await records.project(trial.project('general')))!.record
  await raiseTrouble({ records, people, clock: trial.clock }, project, true)
  expect((await records.raised(project.id))?.record.digests).toHaveLength(1)
  await trial.say(isaiah, 'general', 'start A-1')
  await trial.settle()
  expect(digests()).toEqual([])
})

describe('"alerts"', () => {
  beforeEach(() => trial.clock.set(at('2026-11-26', '08:00')))

  test('in the channel is answered in the lead’s own chat', async () => {
    const [note] = await trial.say(alex, 'general', 'alerts')
    const [, answer] = await trial.say(alex, 'general', 'alerts')
    expect(wordsIn(note, answer)).toMatch(/I sent it to you in our chat|could use your help/)
    const inChannel = trial.connector.messagesIn(GENERAL).filter((message) => DIGEST.test(wordsIn(message)))
    expect(inChannel).toEqual([])
    expect(digests().length).toBeGreaterThan(0)
  })

  test('of another member is declined, and tells nothing', async () => {
    const [answer] = await trial.say(megan, 'general', 'alerts')
    expect(wordsIn(answer)).toContain('Nothing was changed')
    expect(wordsIn(answer)).not.toContain('bank interface')
  })

  test('the card after setup leads to the settings', async () => {
    const [form] = await trial.say(alex, 'general', 'setup')
    const saved = await trial.tap(alex, 'general', form!, 'Save', {
      ...inputsOn(cardOf(form)),
      customer: 'Northwind',
    })
    expect(wordsOn(saved.value)).toContain('When to raise things')
    const card = trial.connector.message(form!.id) as StandingMessage
    const { posted } = await trial.tap(alex, 'general', card, 'When to raise things')
    expect(wordsIn(...posted)).toContain('Raise things with the lead')
  })
})
