import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { buttonsOn } from '../support/sentCards'
import { cardOf, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

/* In the 1:1 chat with somebody on several projects: which of them a sentence is about. */

const { alex, megan } = PEOPLE
const MINUTE = 60_000
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial, 'general')
  await setUp(trial, 'announcements', { name: 'Data hub', customer: 'Fabrikam' })
  await trial.say(alex, 'general', 'action send the price file @Alex')
  await trial.say(alex, 'announcements', 'action order the servers @Alex')
})
afterEach(() => trial.close())

const titles = (message: StandingMessage | undefined) => buttonsOn(cardOf(message)).map(({ title }) => title)
const say = async (text: string) => (await trial.say(alex, 'chat', text))[0]
const WHICH = /Which project\?/

async function choose(name: string, text = 'actions') {
  const asked = await say(text)
  expect(wordsIn(asked)).toMatch(WHICH)
  return trial.tap(alex, 'chat', asked!, name)
}

test('one is asked once, and the talk goes on about what was chosen', async () => {
  const { posted } = await choose('Data hub')
  expect(wordsIn(...posted)).toContain('order the servers')
  expect(wordsIn(...posted)).toContain('Project: Data hub')
  expect(wordsIn(await say('A-1'))).toContain('order the servers')
  const done = await say('done A-1')
  expect(wordsIn(done)).toContain('A-1 · done')
  expect(wordsIn(done)).toContain('Project: Data hub')
  expect((await trial.records.item(trial.project('announcements'), 'A-1'))?.record.state).toMatchObject({
    status: 'done',
  })
  expect((await trial.records.item(trial.project('general'), 'A-1'))?.record.state).toMatchObject({
    status: 'open',
  })
})

test('what was not understood says which project it would have been about', async () => {
  await choose('Data hub')
  expect(wordsIn(await say('sing a song'))).toContain('Project: Data hub')
})

test('the talk goes on as long as it is not left for half an hour', async () => {
  await choose('Data hub')
  for (let turn = 0; turn < 3; turn += 1) {
    trial.clock.advance(20 * MINUTE)
    expect(wordsIn(await say('actions'))).toContain('order the servers')
  }
  trial.clock.advance(31 * MINUTE)
  expect(wordsIn(await say('actions'))).toMatch(WHICH)
})

test('another process knows what the talk is about', async () => {
  await choose('Data hub')
  const post = await trial.besides()
  const before = trial.connector.ledger.length
  await post(trial.messageBy(alex, 'chat', 'A-1'))
  const { id } = trial.connector.ledger.slice(before).find(({ id: one }) => one !== null)!
  expect(wordsIn(trial.connector.message(id!))).toContain('order the servers')
})

test('what arrives again after the talk went on to another project is done there no second time', async () => {
  await choose('ERP roll-out')
  const done = trial.messageBy(alex, 'chat', 'done A-1')
  await trial.post(done)
  await choose('Data hub', 'projects')
  const late = await trial.besides()
  const before = trial.connector.ledger.length
  await late(done)
  const { id } = trial.connector.ledger.slice(before).find(({ id: one }) => one !== null)!
  expect(wordsIn(trial.connector.message(id!))).toMatch(WHICH)
  const item = await trial.records.item(trial.project('announcements'), 'A-1')
  expect(item?.record.state).toEqual({ status: 'open' })
  expect(wordsIn(await say('actions'))).toContain('order the servers')
})

test.each(['another project', 'Projects', 'please switch project', 'Meine Projekte'])(
  '"%s" shows the choice, and choosing changes what the talk is about',
  async (text) => {
    await choose('Data hub')
    const asked = await say(text)
    expect(titles(asked)).toEqual(['Data hub', 'ERP roll-out'].sort())
    expect(wordsIn(asked)).not.toContain('You wrote')
    const { posted } = await trial.tap(alex, 'chat', asked!, 'ERP roll-out')
    expect(wordsIn(...posted)).toContain('Now we talk about ERP roll-out')
    expect(wordsIn(await say('A-1'))).toContain('send the price file')
  },
)

test('the button under an answer leads to the other projects', async () => {
  await choose('Data hub')
  const answer = await say('actions')
  const { posted } = await trial.tap(alex, 'chat', answer!, 'Another project')
  expect(wordsIn(...posted)).toMatch(WHICH)
  expect(wordsIn(await say('actions'))).toContain('order the servers')
})

test('a project’s name alone begins the talk about it', async () => {
  expect(wordsIn(await say('erp roll-out'))).toContain('Now we talk about ERP roll-out')
  expect(wordsIn(await say('A-1'))).toContain('send the price file')
})

test('a name before a sentence says where it is meant', async () => {
  await choose('ERP roll-out')
  expect(wordsIn(await say('Data hub: done A-1'))).toContain('Project: Data hub')
  expect((await trial.records.item(trial.project('announcements'), 'A-1'))?.record.state).toMatchObject({
    status: 'done',
  })
})

test.each([
  'status Data hub',
  'actions in data hub',
  'how are we doing in Data hub?',
  'show A-1 for Data Hub',
])('a look at a project that is named: "%s"', async (text) => {
  await choose('ERP roll-out')
  const answer = wordsIn(await say(text))
  expect(answer).toContain('Project: Data hub')
})

test.each([
  'Fabrikam: mine',
  'status Fabrikam',
  'wie ist der Stand bei Fabrikam?',
  'mine in data',
  'mine in data hub',
])('a project that is named in short: "%s"', async (text) => {
  expect(wordsIn(await say(text))).toContain('Project: Data hub')
})

test('a short name that two projects have is none, and what is known means what it says', async () => {
  await setUp(trial, 'general', { name: 'Issues of Fabrikam', customer: 'Fabrikam' })
  expect(wordsIn(await say('fabrikam: mine'))).toMatch(WHICH)
  await choose('Data hub')
  expect(wordsIn(await say('issues'))).toContain('Project: Data hub')
})

test('a project’s name at the end is no part of what is asked, whatever the talk is about', async () => {
  await choose('Data hub')
  expect(wordsIn(await say('actions in Data hub'))).toContain('order the servers')
})

test('a project that is called as a command is chosen by its button', async () => {
  await setUp(trial, 'general', { name: 'Status' })
  const asked = await say('status')
  expect(wordsIn(asked)).toMatch(WHICH)
  expect(
    wordsIn(...(await trial.tap(alex, 'chat', await say('projects').then((card) => card!), 'Status')).posted),
  ).toContain('Now we talk about Status')
})

test('a change that names another project than the talk is about is asked about', async () => {
  await choose('ERP roll-out')
  const asked = await say('action prepare the demo of the Data hub @Alex')
  expect(wordsIn(asked)).toMatch(WHICH)
  expect(await trial.records.item(trial.project('general'), 'A-2')).toBeNull()
  await trial.tap(alex, 'chat', asked!, 'ERP roll-out')
  const { record } = (await trial.records.item(trial.project('general'), 'A-2'))!
  expect(record.title).toBe('prepare the demo of the Data hub')
})

test.each(['away until 3 Dec', 'stop reminders', 'help'])(
  '"%s" is the same in every project, and asks nothing',
  async (text) => {
    expect(wordsIn(await say(text))).not.toMatch(WHICH)
    expect(wordsIn(await say('actions'))).toMatch(WHICH)
  },
)

test('a project that is gone is no longer talked about', async () => {
  await choose('Data hub')
  await say('delete project Data hub')
  expect(await trial.records.project(trial.project('announcements'))).toBeFalsy()
  expect(wordsIn(await say('actions'))).toContain('send the price file')
})

test('“mine” is what is one’s own in all of them, whatever the talk is about', async () => {
  await choose('ERP roll-out')
  await trial.say(alex, 'announcements', 'issue the dashboard is empty')
  await trial.say(alex, 'announcements', 'triage I-1 show-stopper @Alex')
  const mine = wordsIn(await say('mine'))
  expect(mine).toContain('Your 2 projects')
  expect(mine).toContain('3 things to do')
  for (const row of ['send the price file', 'order the servers', 'the dashboard is empty'])
    expect(mine).toContain(row)
  expect(mine).toContain('A-1 · ERP roll-out')
  expect(mine).toContain('A-1 · Data hub')
  expect(wordsIn(await say('actions'))).toContain('send the price file')
})

test('a card that waits for an answer is first among what is one’s own', async () => {
  await trial.say(alex, 'announcements', 'ask now')
  await trial.sender.drain(trial.project('announcements'))
  const own = await say('mine')
  expect(wordsIn(own)).toContain('The card of the week')
  const { verb, data } = buttonsOn(cardOf(own)).find((button) => button.verb === 'week.show')!
  const { posted } = await trial.tap(alex, 'chat', own!, { verb, data })
  expect(wordsIn(...posted)).toContain('order the servers')
})

test('who has nothing to do anywhere is told so', async () => {
  await trial.say(megan, 'general', 'actions')
  await trial.say(megan, 'announcements', 'actions')
  const [own] = await trial.say(megan, 'chat', 'mine')
  expect(wordsIn(own)).toContain('Nothing is open for you')
})

test('a long list of one’s own leads to each project alone', async () => {
  for (let at = 0; at < 11; at += 1) await trial.say(alex, 'general', `action step ${at} @Alex`)
  const own = await say('mine')
  expect(wordsIn(own)).toContain('1–10 of 13')
  const { posted } = await trial.tap(alex, 'chat', own!, 'Only Data hub')
  expect(wordsIn(...posted)).toContain('order the servers')
})

test('who is on one project is neither asked nor told', async () => {
  await trial.say(megan, 'general', 'mine')
  const [answer] = await trial.say(megan, 'chat', 'mine')
  expect(wordsIn(answer)).not.toMatch(/Project:|Which project/)
  const [other] = await trial.say(megan, 'chat', 'switch project')
  expect(wordsIn(other)).not.toMatch(WHICH)
})

test('what is too long to carry is shown whole, and sent again after the choice', async () => {
  const long = `action ${'check every price in the file '.repeat(80)}`
  const asked = await say(long)
  expect(wordsIn(asked)).toContain('too long to carry along')
  expect(wordsIn(asked)).toContain('check every price in the file')
  const { posted } = await trial.tap(alex, 'chat', asked!, 'Data hub')
  expect(wordsIn(...posted)).toContain('Now we talk about Data hub')
})
