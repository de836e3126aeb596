import { fromEpochMs } from '../../bot/domain/time'
import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { buttonsOn } from '../support/sentCards'
import {
  ANNOUNCEMENTS,
  cardOf,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  TENANT_ID,
  wordsIn,
  type Activity,
  type Posted,
  type TeamsTrial,
} from '../support/teamsTrial'
import { SETUP, setUp } from './projects'

const { alex, megan, adele } = PEOPLE
const MINUTE = 60_000
let trial: TeamsTrial
/** Another process of the service on the same table. */
let other: TeamsTrial['post']

const project = () => trial.project('general')
const card = async (text: string) => {
  const [posted] = await trial.say(alex, 'general', text, ...mentionedIn(text))
  return posted!
}
const said = (text: string) => () => Promise.resolve(written(text))
const written = (text: string) => trial.messageBy(alex, 'general', text, ...mentionedIn(text))
const mentionedIn = (text: string) => [megan, adele].filter(({ name }) => text.includes(`@${name}`))
const idOn = (message: StandingMessage) => /\b[AI]-\d+/.exec(wordsIn(message))?.[0] ?? ''

/** A new item of Megan's, and then something said about it. */
const anItemThen = (text: string) => async () => {
  const id = idOn(await card('action send the price file @Megan Bowen by 4 Dec'))
  return written(text.replace('A-1', id))
}
const anIssueThen =
  (text: string, ...before: readonly string[]) =>
  async () => {
    const id = idOn(await card('issue Totals are wrong'))
    for (const step of before) await card(step.replace('I-1', id))
    return written(text.replace('I-1', id))
  }
/** A new item of Megan's, and then a button of its card tapped by her. */
const anItemThenTap =
  (verb: string, inputs = {}) =>
  async () => {
    const message = await card('action send the price file @Megan Bowen by 4 Dec')
    const data = { project: project(), id: idOn(message), seen: 1 }
    return trial.tapOf(megan, 'general', message, { verb, data }, inputs)
  }
const anIssueThenTap =
  (verb: string, inputs = {}) =>
  async () => {
    const message = await card('issue Totals are wrong')
    const data = { project: project(), id: idOn(message), seen: 1 }
    return trial.tapOf(adele, 'general', message, { verb, data }, inputs)
  }
const buttonOf = (message: StandingMessage, title: string) =>
  buttonsOn(cardOf(message)).find((button) => button.title === title)!
/** Megan's own card of the week, in her chat. */
const meganCard = async () => {
  await card('action send the price file @Megan Bowen by 4 Dec')
  await card('ask now')
  await trial.settle()
  return trial.connector.messagesIn(trial.connector.chatWith(megan)).at(-1)!
}
const installed = (id: string, channel: string): Activity => ({
  ...trial.fixture(id),
  channelData: {
    tenant: { id: TENANT_ID },
    team: { id: GENERAL, name: 'My Team' },
    channel: { id: channel },
  },
})

/**
 * What is asked for, what it changes (lines of history), and how many messages it makes. In a 1:1 chat, what comes
 * once more to a process that never saw it is answered there again, by `late` more messages.
 */
type Row = [what: string, prepare: () => Promise<Activity>, changes: number, messages: number, late?: number]
const ACTIONS: Row[] = [
  ['an action item, written in the channel', said('action send the price file @Megan Bowen by 4 Dec'), 1, 1],
  [
    'an action item, written in the chat',
    () => Promise.resolve(trial.messageBy(alex, 'chat', 'action send the price file @megan by 4 Dec')),
    1,
    1,
    1,
  ],
  ['an issue, written in the channel', said('issue Totals are wrong'), 1, 1],
  [
    'an issue, written in the chat',
    () => Promise.resolve(trial.messageBy(megan, 'chat', 'issue Totals are wrong')),
    1,
    1,
    1,
  ],
  [
    'an action item, by a form',
    async () => {
      const form = await card('action send the price file')
      const inputs = { title: 'Send the price file', owner: megan.aadObjectId, for: 'none' }
      return trial.tapOf(alex, 'general', form, buttonOf(form, 'Save'), inputs)
    },
    1,
    0,
  ],
  [
    'an issue, by a button that says it',
    async () => {
      const question = await card('Totals are wrong')
      const data = { project: project(), text: 'issue Totals are wrong' }
      return trial.tapOf(alex, 'general', question, { verb: 'say', data })
    },
    1,
    0,
  ],
  ['done, written', anItemThen('done A-1'), 1, 1],
  ['block, written', anItemThen('block A-1 no access'), 1, 1],
  ['move, written', anItemThen('move A-1 to 18 Dec vendor late'), 1, 1],
  ['own, written', anItemThen('own A-1 @Adele Vance'), 1, 1],
  ['done, tapped', anItemThenTap('item.done'), 1, 0],
  ['a move, by a form', anItemThenTap('item.move', { newDate: '2026-12-18', why: 'Late' }), 1, 0],
  ['triage, written', anIssueThen('triage I-1 workaround @Adele Vance'), 1, 1],
  ['fix, written', anIssueThen('fix I-1', 'triage I-1 workaround @Adele Vance'), 1, 1],
  ['defer, written', anIssueThen('defer I-1 after go-live'), 1, 1],
  [
    'reopen, written',
    anIssueThen('reopen I-1 it is back', 'triage I-1 cosmetic', 'fix I-1', 'retest I-1', 'close I-1'),
    1,
    1,
  ],
  ['triage, by a form', anIssueThenTap('issue.triage', { severity: 'workaround' }), 1, 0],
  [
    'undo of a change, written',
    async () => {
      const id = idOn(await card('action send the price file @Megan Bowen by 4 Dec'))
      await card(`own ${id} @Adele Vance`)
      return written('undo')
    },
    1,
    1,
  ],
  [
    'undo, tapped',
    async () => {
      const message = await card('action send the price file @Megan Bowen by 4 Dec')
      await trial.tap(megan, 'general', message, 'Done')
      await trial.settle()
      const changed = trial.connector.message(message.id)!
      return trial.tapOf(megan, 'general', changed, buttonOf(changed, 'Undo'))
    },
    1,
    0,
  ],
  [
    'an answer on the weekly card',
    async () => {
      const weekly = await meganCard()
      return trial.tapOf(megan, 'chat', weekly, buttonOf(weekly, 'Done'))
    },
    1,
    0,
  ],
  ['pause', said('pause'), 1, 1, 1],
  ['resume', said('resume'), 1, 1, 1],
  [
    'setup, by its form',
    async () => {
      const form = await card('setup')
      const inputs = { ...SETUP, customer: `Northwind ${form.id}` }
      return trial.tapOf(alex, 'general', form, buttonOf(form, 'Save'), inputs)
    },
    1,
    0,
  ],
  ['ask now, when asked already', said('ask now'), 0, 1],
  [
    'an edit of the draft',
    async () => {
      await card('recap')
      const draft = trial.connector.messagesIn(trial.connector.chatWith(alex)).at(-1)!
      return trial.tapOf(alex, 'chat', draft, buttonOf(draft, 'Save draft'), {
        headline: 'All fine',
        note: '',
      })
    },
    0,
    0,
  ],
  ['recap now', said('recap now'), 0, 1],
  [
    'an installation in a channel',
    () => Promise.resolve(installed('channel-installationUpdate', ANNOUNCEMENTS)),
    0,
    1,
  ],
  ['an installation in a chat', () => Promise.resolve(trial.fixture('personal-installationUpdate')), 0, 1],
]

const again = (activity: Activity): Activity => ({ ...activity, id: `again-${Math.random()}` })
const messages = () => trial.connector.ledger.filter(({ id }) => id !== null).length
const changes = async () =>
  (await trial.records.changesBetween(project(), fromEpochMs(0), fromEpochMs(4e12))).length
const settle = async () => {
  await trial.settle()
  await trial.sender.drain(trial.project('announcements'))
}

async function comesOfIt(deliver: (activity: Activity) => Promise<readonly Posted[]>, activity: Activity) {
  await settle()
  const before = { changes: await changes(), messages: messages() }
  trial.logged.length = 0
  const answers = await deliver(activity)
  await settle()
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(trial.logged.filter(({ level }) => level === 'error')).toEqual([])
  return { changes: (await changes()) - before.changes, messages: messages() - before.messages }
}

type Way = { readonly to: string; readonly deliver: (activity: Activity) => Promise<readonly Posted[]> }

/** At once, under the same id and under a new one; then, a minute later, once more under either. */
const WAYS: Way[] = [
  {
    to: 'one process',
    async deliver(activity) {
      const atOnce = await Promise.all([activity, activity, again(activity)].map((one) => trial.post(one)))
      trial.clock.advance(MINUTE)
      return [...atOnce, await trial.post(activity), await trial.post(again(activity))]
    },
  },
  {
    to: 'two processes, and then to one that has just started',
    async deliver(activity) {
      const anew = again(activity)
      const atOnce = [trial.post(activity), other(activity), trial.post(anew), other(anew)]
      const answers = await Promise.all(atOnce)
      trial.clock.advance(MINUTE)
      const restarted = await trial.besides()
      return [...answers, await restarted(activity), await restarted(again(activity))]
    },
  },
]

describe.each(WAYS)('delivered again and again to $to', ({ to, deliver }) => {
  beforeAll(start)
  afterAll(() => trial.close())

  test.each(ACTIONS)('%s has one effect', async (_what, prepare, changed, posted, late = 0) => {
    const expected = { changes: changed, messages: to === 'one process' ? posted : posted + late }
    expect(await comesOfIt(deliver, await prepare())).toEqual(expected)
  })
})

async function start(): Promise<void> {
  trial = await startTeamsTrial(tablesConnection())
  other = await trial.besides()
  await setUp(trial)
}

describe('what is asked for once more by its author', () => {
  beforeAll(start)
  afterAll(() => trial.close())

  test('in the same words, a minute later, is a second item', async () => {
    const before = await changes()
    for (let time = 0; time < 2; time++) {
      await card('action send the price file @Megan Bowen by 4 Dec')
      trial.clock.advance(MINUTE)
    }
    expect((await changes()) - before).toBe(2)
  })

  test('by the same button, after it was undone meanwhile, is done again', async () => {
    const weekly = await meganCard()
    const answers = ['Done', 'On track', 'Done']
    for (const title of answers) await trial.tap(megan, 'chat', weekly, buttonOf(weekly, title))
    const { item } = buttonOf(weekly, 'Done').data as { item: 'A-1' }
    expect((await trial.records.item(project(), item))?.record.state.status).toBe('done')
  })
})

describe('what is delivered again late, after somebody did something else', () => {
  beforeAll(start)
  afterAll(() => trial.close())

  test('does not undo it: a reopened item stays open', async () => {
    const done = await anItemThen('done A-1')()
    await trial.post(done)
    const id = /A-\d+/.exec(String(done['text']))?.[0] as 'A-1'
    const reopen = { verb: 'item.reopen', data: { project: project(), id, seen: 2 } }
    await trial.tap(alex, 'general', await card(id), reopen, { why: 'Two files are missing' })
    expect((await trial.records.item(project(), id))?.record.state.status).toBe('open')
    trial.clock.advance(MINUTE)
    await other(again(done))
    expect((await trial.records.item(project(), id))?.record.state.status).toBe('open')
  })

  test('does not overwrite it: a newer answer on the weekly card stands', async () => {
    const weekly = await meganCard()
    const tap = trial.tapOf(megan, 'chat', weekly, buttonOf(weekly, 'Done'))
    await trial.post(tap)
    await trial.tap(megan, 'chat', weekly, buttonOf(weekly, 'On track'))
    trial.clock.advance(MINUTE)
    const { text } = await other(again(tap))
    expect(text).toContain('On track')
    const { item } = buttonOf(weekly, 'Done').data as { item: 'A-1' }
    expect((await trial.records.item(project(), item))?.record.state.status).toBe('inProgress')
  })
})

describe('a process that ends between an effect and its answer', () => {
  beforeAll(start)
  afterAll(() => trial.close())

  test('leaves both to the next delivery: the item is there once, and is shown', async () => {
    const asked = written('action send the price file @Megan Bowen by 4 Dec')
    const isReply = ({ method, path }: { method: string; path: string }) =>
      method === 'POST' && path.includes('/activities')
    // Neither the answer nor the word of its failure gets out, as after a crash.
    for (let time = 0; time < 2; time++) trial.connector.failNext({ kind: 'status', status: 502 }, isReply)
    await trial.post(asked)
    expect(messages()).toBe(1)
    trial.clock.advance(MINUTE)
    await other(again(asked))
    expect(await trial.records.openItems(project())).toHaveLength(1)
    expect(wordsIn(trial.connector.messagesIn(GENERAL).at(-1))).toContain('A-1')
  })
})
