import { tablesConnection } from '../support/azurite'
import { buttonsOn, inputsOn } from '../support/sentCards'
import {
  ANNOUNCEMENTS,
  cardOf,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  wordsIn,
  type TeamsTrial,
} from '../support/teamsTrial'
import { setUp, SETUP } from './projects'

const { alex, megan, adele, patti } = PEOPLE
let trial: TeamsTrial
beforeEach(async () => void (trial = await startTeamsTrial(tablesConnection())))
afterEach(() => trial.close())

describe('a channel without a project', () => {
  test('is greeted once by name of who installed the bot, though Teams tells of it three times', async () => {
    for (const id of ['first', 'second', 'third']) {
      const told = { ...trial.fixture('channel-installationUpdate'), id }
      expect((await trial.post(told)).status).toBe(200)
    }
    const [welcome, ...more] = trial.connector.messagesIn(GENERAL)
    expect(wordsIn(welcome)).toContain('Alex Wilber added me')
    expect(more).toEqual([])
  })

  test('is greeted once when the three come at the same moment', async () => {
    const installed = (id: string) => trial.post({ ...trial.fixture('channel-installationUpdate'), id })
    await Promise.all(['first', 'second', 'third'].map(installed))
    expect(trial.connector.messagesIn(GENERAL)).toHaveLength(1)
  })

  test('is greeted without a name when the roster can not say who it was', async () => {
    const { from: _nobody, ...installed } = trial.fixture('channel-installationUpdate')
    await trial.post(installed)
    expect(wordsIn(...trial.connector.messagesIn(GENERAL))).not.toContain('added me')
  })

  test('members who come and go are no news', async () => {
    await trial.post(trial.fixture('channel-conversationUpdate'))
    expect(trial.connector.ledger).toEqual([])
  })

  test.each(['action send the price file', 'status', 'A-1', 'ask now', 'issues'])(
    'answers "%s" with an invitation to set it up',
    async (text) => {
      const [answer] = await trial.say(alex, 'announcements', text)
      expect(buttonsOn(cardOf(answer)).map(({ verb }) => verb)).toContain('setup.open')
    },
  )

  test.each(['help', 'hi', ''])('answers "%s" with what it can do', async (text) => {
    const [answer] = await trial.say(alex, 'announcements', text)
    expect(wordsIn(answer)).toContain('What you can say')
  })

  test('becomes a project by a form that the invitation opens', async () => {
    const [invitation] = await trial.say(alex, 'announcements', 'status')
    const opened = await trial.tap(alex, 'announcements', invitation!, { verb: 'setup.open', data: {} })
    const [form] = opened.posted
    expect(inputsOn(cardOf(form))).toMatchObject({ lead: alex.aadObjectId, ask: 'Thu 10:00' })
    const saved = await trial.tap(alex, 'announcements', form!, 'Save', SETUP)
    expect(saved.type).toBe('application/vnd.microsoft.card.adaptive')
    expect(wordsIn(trial.connector.message(form!.id))).toContain('ERP roll-out')
    const stored = await trial.records.project(trial.project('announcements'))
    expect(stored?.record).toMatchObject({ channel: ANNOUNCEMENTS, lead: { name: 'Alex Wilber' } })
    expect(await trial.records.project(trial.project('general'))).toBeNull()
  })

  test('a form with mistakes says what to do and keeps all that was typed', async () => {
    const [form] = await trial.say(alex, 'announcements', 'setup')
    const typed = {
      ...SETUP,
      name: '',
      customer: 'Northwind *Traders*',
      zone: 'Europe/Kopenhagen',
      goLive: '2027-01-11',
      workstreams: 'Data migration\nTraining',
      draft: 'Thu 09:00',
      lead: megan.aadObjectId,
      namesWhoIsMissing: 'true',
    }
    const answer = await trial.tap(alex, 'announcements', form!, 'Save', typed)
    expect(inputsOn(answer.value)).toMatchObject({ ...typed, name: undefined })
    const words = wordsIn(trial.connector.message(form!.id))
    expect(words).toContain('Give the project a name')
    expect(words).toContain('Europe/Copenhagen')
    expect(words).toContain('“Draft to the lead” has to come after “I ask owners”')
    expect(await trial.records.project(trial.project('announcements'))).toBeNull()
  })
})

describe('a channel with a project', () => {
  beforeEach(() => setUp(trial))

  test('is not greeted when the bot is installed again', async () => {
    const before = trial.connector.messagesIn(GENERAL).length
    await trial.post(trial.fixture('channel-installationUpdate'))
    expect(trial.connector.messagesIn(GENERAL)).toHaveLength(before)
  })

  test('an action with a mention becomes an item whose card is remembered', async () => {
    const [card, ...more] = await trial.say(
      alex,
      'general',
      'action send the price file <at>Megan Bowen</at> by Friday',
      megan,
    )
    expect(more).toEqual([])
    expect(wordsIn(card)).toMatch(/A-1[^]*[Ss]end the price file[^]*Megan Bowen/)
    const posted = await trial.records.posted(trial.project('general'), 'A-1')
    expect(posted?.message).toEqual({ conversation: card!.conversation, message: card!.id })
  })

  test('a change by words in the 1:1 chat edits the card in the channel', async () => {
    const [card] = await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at>', megan)
    const [inChat] = await trial.say(megan, 'chat', 'done A-1')
    expect(wordsIn(inChat)).toContain('Done')
    await trial.settle()
    expect(trial.connector.message(card!.id)).toMatchObject({ edits: 1 })
    expect(wordsIn(trial.connector.message(card!.id))).toMatch(/Done\n by Megan Bowen/)
  })

  test('the captured post of the Playground adds an item', async () => {
    await trial.post(trial.fixture('channel-message-with-mentions'))
    const item = await trial.records.item(trial.project('general'), 'A-1')
    expect(item?.record).toMatchObject({ owner: { name: 'Megan Bowen' }, createdBy: { name: 'Alex Wilber' } })
    expect(item?.record.conversation?.conversation).toBe('team-id;messageid=1795338787726')
  })

  test('the same post delivered twice adds one item and answers once', async () => {
    const post = trial.fixture('channel-message-with-mentions')
    const before = trial.connector.posts().length
    await Promise.all([trial.post(post), trial.post(post)])
    await trial.post(post)
    expect(await trial.records.openItems(trial.project('general'))).toHaveLength(1)
    expect(trial.connector.posts()).toHaveLength(before + 1)
  })

  test('a name that fits nobody and a sentence that is none are given back with what helps', async () => {
    const [nobody] = await trial.say(alex, 'general', 'own A-1 Zebedee')
    expect(wordsIn(nobody)).toContain('Zebedee')
    const [lost] = await trial.say(alex, 'general', 'the weather is fine in Aarhus')
    expect(wordsIn(lost)).toContain('the weather is fine in Aarhus')
    expect(buttonsOn(cardOf(lost)).length).toBeGreaterThan(0)
  })

  test('the status goes to the asker and the channel learns only that it went', async () => {
    const posted = await trial.say(patti, 'general', 'status')
    const inChat = trial.connector.messagesIn(trial.connector.chatWith(patti))
    expect(wordsIn(...inChat)).toContain('for you only')
    const inChannel = posted.filter(({ conversation }) => conversation.startsWith(GENERAL))
    expect(wordsIn(...inChannel)).toContain('I sent it to you in our chat')
    expect(wordsIn(...inChannel)).not.toContain('for you only')
  })

  test.each([
    ['blocked the bot', () => trial.connector.block(patti)],
    ['has a chat that Teams does not open', () => trial.connector.failNext(FORBIDDEN, isNewChat)],
  ])('the status stays in the channel when the asker %s', async (_why, given) => {
    given()
    const posted = await trial.say(patti, 'general', 'status')
    expect(posted.map(({ conversation }) => conversation.split(';')[0])).toEqual([GENERAL])
    expect(wordsIn(...posted)).toContain('for you only')
  })

  test.each([502, 429])(
    'a draft whose sending meets %i is not shown to the channel instead',
    async (status) => {
      await trial.say(alex, 'chat', 'help')
      const chat = trial.connector.chatWith(alex)
      trial.connector.failNext({ kind: 'status', status }, ({ method, path }) =>
        method === 'POST' ? path.includes(chat) : false,
      )
      const posted = await trial.say(alex, 'general', 'recap')
      expect(wordsIn(...posted)).toContain('That did not work')
      expect(wordsIn(...posted)).not.toContain('Headline')
    },
  )

  test("the lead's draft goes to the lead, and stays out of the channel", async () => {
    await trial.say(alex, 'general', 'recap')
    const inChannel = trial.connector.messagesIn(GENERAL)
    expect(wordsIn(inChannel.at(-1))).toContain('I sent it to you in our chat')
    expect(trial.connector.messagesIn(trial.connector.chatWith(alex))).toHaveLength(1)
  })

  test('a member who left is out when the roster is three minutes old, one who came is in', async () => {
    await trial.say(adele, 'general', 'mine')
    trial.connector.leave(adele)
    trial.clock.advance(3 * 60_000 + 1)
    const [answer] = await trial.say(adele, 'general', 'mine')
    expect(wordsIn(answer)).toContain('I can only help members of this team')
    trial.connector.leave(adele, false)
    trial.clock.advance(3 * 60_000 + 1)
    const [again] = await trial.say(adele, 'general', 'mine')
    expect(wordsIn(again)).not.toContain('I can only help')
  })

  test('a roster of several pages is read whole, and once for many messages', async () => {
    trial.clock.advance(3 * 60_000 + 1)
    trial.connector.pageSize(2)
    const before = trial.connector.rosterReads()
    await trial.say(PEOPLE.lynne, 'general', 'mine')
    await trial.say(PEOPLE.alex, 'general', 'mine')
    expect(trial.connector.rosterReads() - before).toBe(3)
  })
})

const FORBIDDEN = { kind: 'status', status: 403, code: 'BotNotInConversationRoster' } as const
const isNewChat = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v3/conversations'
