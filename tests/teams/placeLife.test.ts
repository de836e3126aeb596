import type { GroupId, PersonId } from '../../bot/domain/ids'
import { runWeek } from '../../bot/flows/runWeek'
import { at, anActionItem } from '../support/builders'
import { tablesConnection } from '../support/azurite'
import { TEAM_GROUP } from '../support/connector'
import { aRoster } from '../support/roster'
import {
  ANNOUNCEMENTS,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  wordsIn,
  type TeamsTrial,
} from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  trial.clock.set(at('2026-11-16', '09:00'))
  await setUp(trial)
  await trial.say(alex, 'announcements', 'help')
})
afterEach(() => trial.close())

let told = 0
/** Teams tells of something, in an activity of its own. */
async function hear(name: string, over: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status } = await trial.post({ ...trial.fixture(name), id: `news-${++told}`, ...over })
  expect(status).toBe(200)
  await trial.settle()
}
const placeOf = (where: 'general' | 'announcements') => trial.storage.channels.place(trial.project(where))
const tickAt = async (moment: ReturnType<typeof at>) => {
  trial.clock.set(moment)
  await trial.ticker.tick()
  await trial.settle()
}
/** The week is asked, and the service ends before it sends anything. */
const askWithoutSending = () => {
  const { records, people, channels } = trial.storage
  const everybody = Object.values(PEOPLE).map((one) => ({ id: one.aadObjectId as PersonId, name: one.name }))
  const rest = { roster: aRoster(everybody), clock: trial.clock, renderRecap: () => ({}) }
  return runWeek({ records, people, channels, ...rest }, trial.project('general'))
}
const waiting = () => trial.storage.outbox.pending(trial.project('general'), 10)
const inChannel = () => trial.connector.messagesIn(GENERAL)
const cardsOf = (person: typeof megan) => trial.connector.messagesIn(trial.connector.chatWith(person))
const givenItem = () =>
  trial.records.createItem(trial.project('general'), (id) => ({
    items: [
      {
        record: anActionItem({
          owner: { id: megan.aadObjectId as never, name: megan.name },
          workstream: null,
          id,
        }),
        over: 'new',
      },
    ],
  }))
const BACK = /Back in this channel/
const backLines = () => inChannel().filter((message) => BACK.test(wordsIn(message)))

describe('what becomes of a channel', () => {
  test('names follow, of a channel alone and of a team for all its channels', async () => {
    await hear('documented-channelRenamed')
    expect(await placeOf('announcements')).toMatchObject({ channelName: 'Go-live' })
    await hear('documented-teamRenamed')
    for (const where of ['general', 'announcements'] as const)
      expect(await placeOf(where)).toMatchObject({ teamName: 'Northwind roll-out', hindrances: [] })
    expect(await placeOf('general')).not.toMatchObject({ channelName: 'Go-live' })
  })

  test.each([
    ['documented-channelDeleted', [], ['channelDeleted']],
    ['documented-teamArchived', ['teamArchived'], ['teamArchived']],
    ['documented-teamDeleted', ['teamDeleted'], ['teamDeleted']],
    ['documented-teamHardDeleted', ['teamDeleted'], ['teamDeleted']],
    ['documented-installationRemoved', ['removed'], ['removed']],
    ['documented-botRemoved', ['removed'], ['removed']],
  ])('%s closes General by %j and Announcements by %j', async (name, general, announcements) => {
    await hear(name)
    expect((await placeOf('general'))?.hindrances).toEqual(general)
    expect((await placeOf('announcements'))?.hindrances).toEqual(announcements)
    expect((await trial.records.project(trial.project('general')))?.record.name).toBe('ERP roll-out')
  })

  test.each([
    ['documented-teamArchived', 'documented-teamUnarchived'],
    ['documented-teamDeleted', 'documented-teamRestored'],
    ['documented-installationRemoved', 'channel-installationUpdate'],
  ])('after %s the week waits, and after %s it goes on with one quiet line', async (closing, opening) => {
    await givenItem()
    await hear(closing)
    const before = trial.connector.posts().length
    await tickAt(at('2026-11-19', '10:05'))
    expect(trial.connector.posts()).toHaveLength(before)
    expect(await trial.records.cycle(trial.project('general'), '2026-W47')).toBeNull()

    trial.clock.set(at('2026-11-19', '11:00'))
    await hear(opening)
    await hear(opening)
    await tickAt(at('2026-11-19', '11:01'))
    expect(cardsOf(megan)).toHaveLength(1)
    expect(wordsIn(...inChannel())).toContain('0 of 1')
    expect(backLines()).toHaveLength(1)
  })

  test('closed for three weeks makes up for nothing and asks in the week it is in', async () => {
    await givenItem()
    await tickAt(at('2026-11-19', '10:00'))
    expect(cardsOf(megan)).toHaveLength(1)
    await hear('documented-teamArchived')
    for (const day of ['2026-11-20', '2026-11-26', '2026-11-27', '2026-12-03', '2026-12-04'])
      await tickAt(at(day, '16:00'))
    expect(cardsOf(megan)).toHaveLength(1)
    trial.clock.set(at('2026-12-09', '09:00'))
    await hear('documented-teamUnarchived')
    await tickAt(at('2026-12-09', '09:01'))
    expect(cardsOf(megan)).toHaveLength(1)
    await tickAt(at('2026-12-10', '10:00'))
    expect(cardsOf(megan)).toHaveLength(2)
    expect(await trial.records.recap(trial.project('general'), '2026-W47')).toBeNull()
  })

  test('what waited in the outbox for weeks is not sent as if it were news', async () => {
    await givenItem()
    trial.clock.set(at('2026-11-19', '10:00'))
    await askWithoutSending()
    await hear('documented-teamArchived')
    expect(cardsOf(megan)).toEqual([])
    expect(await waiting()).not.toEqual([])
    trial.clock.set(at('2026-12-09', '09:00'))
    await hear('documented-teamUnarchived')
    expect(cardsOf(megan)).toEqual([])
    expect(await waiting()).toEqual([])
    expect(inChannel().filter((message) => /of 1/.test(wordsIn(message)))).toEqual([])
    expect(backLines()).toHaveLength(1)
  })

  test('a paused project is back without a word', async () => {
    await trial.say(alex, 'general', 'pause')
    await hear('documented-teamArchived')
    await hear('documented-teamUnarchived')
    expect(backLines()).toEqual([])
  })

  test('a channel without a project, and one that nothing is known of, take it without harm', async () => {
    await hear('documented-channelDeleted')
    await hear('documented-channelRestored')
    expect(
      trial.connector.messagesIn(ANNOUNCEMENTS).filter((message) => BACK.test(wordsIn(message))),
    ).toEqual([])
    const { channelData } = trial.fixture('documented-channelDeleted') as never as { channelData: object }
    await hear('documented-channelDeleted', { channelData: { ...channelData, channel: { id: 'nowhere' } } })
    await hear('documented-teamArchived', {
      channelData: { ...channelData, team: { id: 'another' }, eventType: 'teamArchived' },
    })
    await hear('documented-channelDeleted', { channelData: { ...channelData, eventType: 'channelWondered' } })
    expect((await placeOf('general'))?.hindrances).toEqual([])
  })

  test('what nobody vouches for is not believed', async () => {
    const news = trial.fixture('documented-teamArchived')
    const { status } = await trial.post(news, `Bearer ${await trial.botFramework.forged()}`)
    expect(status).toBe(401)
    const foreign = {
      ...news,
      channelData: { ...(news['channelData'] as object), tenant: { id: 'foreign' } },
    }
    expect((await trial.post(foreign)).status).toBe(401)
    expect((await placeOf('general'))?.hindrances).toEqual([])
  })

  test('somebody who writes from it a while later shows that its return was missed', async () => {
    await hear('documented-installationRemoved')
    await trial.say(alex, 'general', 'mine')
    expect((await placeOf('general'))?.hindrances).toEqual(['removed'])
    trial.clock.advance(120_000)
    const [answer] = await trial.say(alex, 'general', 'mine')
    expect(wordsIn(answer)).not.toContain('I can only help')
    expect((await placeOf('general'))?.hindrances).toEqual([])
  })

  test('in one’s own chat a project whose team the bot left is no longer there', async () => {
    await trial.say(megan, 'general', 'help')
    await hear('documented-installationRemoved')
    trial.clock.advance(4 * 60_000)
    const [answer] = await trial.say(megan, 'chat', 'mine')
    expect(wordsIn(answer)).toContain("I don't know a project of yours yet")
  })
})

describe('the group of a team', () => {
  test('is kept from an activity that tells it', async () => {
    await trial.post(trial.fixture('channel-installationUpdate'))
    expect((await placeOf('general'))?.group).toBe(TEAM_GROUP as GroupId)
  })
})
