import type { PersonId } from '../../bot/domain/ids'
import type { ItemChange } from '../../bot/domain/actionItem'
import { plainDate } from '../../bot/domain/time'
import { carryOut } from '../../bot/flows/carryOut'
import type { PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { NO_FILES } from '../../bot/local/demo/noFiles'
import { tablesConnection } from '../support/azurite'
import { aDueDate, anActionItem } from '../support/builders'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'
import { PEOPLE, startTeamsTrial, TENANT_ID, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* Lynne waits for Megan's A-1, due Tuesday 24 November, to start load test 3. What she reads in her own chat. */

const { alex, megan, lynne } = PEOPLE
let trial: TeamsTrial

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  await given(megan, lynne)
})
afterEach(() => trial.close())

const project = () => trial.project('general')
const personOf = ({ aadObjectId, name }: PlaygroundPerson) => ({ id: aadObjectId as PersonId, name })

function given(owner: PlaygroundPerson, waits: PlaygroundPerson | null, due = '2026-11-24') {
  const over = { owner: personOf(owner), for: waits && personOf(waits), due: aDueDate(due), workstream: null }
  return trial.records.createItem(project(), (id) => ({
    items: [{ record: anActionItem({ ...over, id }), over: 'new' }],
  }))
}

/** Somebody changes A-1; nothing is sent yet. */
async function change(by: PlaygroundPerson, what: ItemChange): Promise<void> {
  const flows = {
    records: trial.records,
    people: trial.storage.people,
    channels: trial.storage.channels,
    roster: aRoster(Object.values(PEOPLE).map(personOf)),
    teamChannels: aTeamWith(),
    teamAccess: NO_TEAM_ACCESS,
    clock: trial.clock,
    renderRecap: () => ({}),
    exchange: NO_FILES,
  }
  await carryOut(flows, {
    project: project(),
    actor: { tenant: TENANT_ID, person: personOf(by), locale: 'en-GB', zone: null, ownsTeam: false },
    door: 'chat',
    command: { do: 'changeItem', id: 'A-1', change: what, seen: null },
  })
  trial.clock.advance(1_000)
}

const move = (to: string, why = 'late files'): ItemChange => ({ kind: 'move', to: plainDate(to), why })
const DONE: ItemChange = { kind: 'done' }
const REOPEN: ItemChange = { kind: 'reopen', why: 'two sheets are missing' }
const told = () =>
  trial.connector.messagesIn(trial.connector.chatWith(lynne)).map((message) => wordsIn(message))

test('a new date says how much later it is, what that does to her, and what of hers is due before', async () => {
  await given(lynne, null, '2026-11-27')
  await given(lynne, null, '2026-11-30')
  await change(megan, move('2026-11-30'))
  await trial.settle()
  const [words, ...others] = told()
  expect(others).toEqual([])
  expect(words).toContain('Load test 3 can start 6 days later.')
  expect(words?.replaceAll('\u2011', '-')).toContain('Your A-2, due 27 Nov, is due before this arrives.')
  expect(words).not.toMatch(/A.3/)
})

test('several moves before anything is sent come to one message with the last date', async () => {
  await change(megan, move('2026-11-30'))
  await change(megan, move('2026-12-02'))
  await change(alex, move('2026-12-04', 'the auditors'))
  await trial.settle()
  expect(told()).toHaveLength(1)
  expect(told()[0]).toMatch(/Tue 24 Nov → Fri 4 Dec[^]*the auditors[^]*10 days later/)
})

test('a move there and back again is nothing to tell; the next one is told from the date she knows', async () => {
  await change(megan, move('2026-11-30'))
  await change(megan, move('2026-11-24'))
  await trial.settle()
  expect(told()).toEqual([])
  await change(megan, move('2026-11-26'))
  await trial.settle()
  expect(told()).toHaveLength(1)
  expect(told()[0]).toContain('2 days later')
})

test('what was said to be done and is opened again is told, once', async () => {
  await change(megan, DONE)
  await trial.settle()
  await change(alex, REOPEN)
  await trial.settle()
  await trial.settle()
  expect(told()).toHaveLength(2)
  expect(told()[1]).toMatch(/Open again[^]*I told you that it was done[^]*two sheets are missing/)
  expect(told()[1]).toContain('Load test 3 has to wait for it.')
})

test('an undone "done" is told like any other that was opened again', async () => {
  const [card] = await trial.say(megan, 'general', 'done A-1')
  await trial.settle()
  await trial.tap(megan, 'general', card!, 'Undo')
  await trial.settle()
  expect(told().map((words) => /Open again|Done/.exec(words)?.[0])).toEqual(['Done', 'Open again'])
})

test('done and opened again before she could be told: neither is sent', async () => {
  await change(megan, DONE)
  await change(alex, REOPEN)
  await trial.settle()
  expect(told()).toEqual([])
  expect(await trial.storage.outbox.pending(project(), 10)).toEqual([])
})

test('done, opened again and done: she is told once that it is done', async () => {
  await change(megan, DONE)
  await change(alex, REOPEN)
  await change(megan, DONE)
  await trial.settle()
  expect(told()).toHaveLength(1)
  expect(told()[0]).toContain('You can go on: load test 3')
})

test('a "done" of which nobody knows whether it arrived is taken back in words', async () => {
  const chat = trial.connector.chatWith(lynne)
  trial.connector.failNext(
    { kind: 'status', status: 502 },
    ({ method, path }) => method === 'POST' && path.includes(`/${chat}/activities`),
  )
  await change(megan, DONE)
  await trial.settle()
  expect(told()).toEqual([])
  await change(alex, REOPEN)
  await trial.settle()
  expect(told()).toHaveLength(1)
  expect(told()[0]).toContain('Open again')
})

test('two processes that send at once tell her of several moves by one message', async () => {
  await change(megan, move('2026-11-30'))
  await change(megan, move('2026-12-02'))
  const other = await trial.another()
  await Promise.all([trial.settle(), other.sender.drain(project())])
  expect(told()).toHaveLength(1)
})

test('who no longer waits is not told', async () => {
  await change(megan, move('2026-11-30'))
  await change(megan, { kind: 'edit', for: personOf(alex) })
  await trial.settle()
  expect(told()).toEqual([])
})
