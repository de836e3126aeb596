import { createLog } from '../../bot/log'
import { outgoingRow } from '../../bot/storage/outgoingRow'
import { tablesConnection } from '../support/azurite'
import { PEOPLE, startTeamsTrial, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* One id leads from what came in to what went out. */

const { alex, megan } = PEOPLE
const lines: Record<string, unknown>[] = []
let trial: TeamsTrial

beforeAll(async () => {
  const log = createLog('info', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  })
  trial = await startTeamsTrial(tablesConnection(), { log })
  await setUp(trial)
  await trial.say(megan, 'chat', 'hi')
})
afterAll(() => trial.close())
beforeEach(() => {
  lines.length = 0
  trial.connector.ledger.length = 0
})

const causesOf = (message: string) => lines.filter(({ msg }) => msg === message).map(({ causeId }) => causeId)

test('an activity, its turn, the messages that it leaves and their requests to Teams go under one id', async () => {
  await trial.say(alex, 'general', 'action price file @Megan Bowen by Friday', megan)
  lines.length = 0
  trial.connector.ledger.length = 0
  await trial.say(alex, 'general', 'ask now')
  const [turn] = causesOf('A turn is over')
  expect(turn).toMatch(/^[0-9a-f]{32}$/)
  await trial.settle()
  const sent = causesOf('A message was tried')
  expect(sent.length).toBeGreaterThanOrEqual(2)
  expect(new Set(sent)).toEqual(new Set([turn]))
  const posts = trial.connector.posts().map(({ cause }) => cause)
  expect(new Set(posts)).toEqual(new Set([turn]))
})

test('two activities go under two ids', async () => {
  await trial.say(alex, 'general', 'help')
  await trial.say(alex, 'general', 'help')
  expect(new Set(causesOf('A turn is over')).size).toBe(2)
})

test('what the clock sets off goes under the id of its look', async () => {
  await trial.say(alex, 'general', 'action load test @Megan Bowen by Friday', megan)
  trial.clock.set('2026-11-26T09:00:01.000Z')
  lines.length = 0
  trial.connector.ledger.length = 0
  await trial.ticker.tick()
  await trial.settle()
  const sent = causesOf('A message was tried')
  expect(sent.length).toBeGreaterThanOrEqual(2)
  expect(sent[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(sent).size).toBe(1)
})

test('a failure has the id beside the reference that people are told', async () => {
  jest.spyOn(trial.storage.channels, 'place').mockRejectedValueOnce(new Error('away'))
  await trial.say(alex, 'general', 'status')
  const failed = lines.find(({ msg }) => msg === 'A turn failed')
  expect(failed).toMatchObject({
    reference: expect.stringMatching(/^R-/) as string,
    causeId: causesOf('A turn is over')[0],
  })
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'A turn is over', outcome: 'failed', kind: 'message' }),
  )
})

test('a message of the version before, without an id, is read as it is', () => {
  const project = trial.project('general')
  const message = {
    id: 'draft.2026-W47',
    at: '2026-11-20T11:00:00.000Z' as never,
    what: { kind: 'draft', week: '2026-W47' as never },
    state: { status: 'pending', tries: 0, notBefore: null },
  } as const
  const row = outgoingRow.toWaitingEntity(project, message, 'stamp')
  expect(outgoingRow.fromEntity(row)).toEqual(message)
})
