import type { StandingMessage } from '../support/connector'
import { tablesConnection } from '../support/azurite'
import { wordsOn } from '../support/sentCards'
import { startTablesProxy } from '../support/tablesProxy'
import { PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
let proxy: Awaited<ReturnType<typeof startTablesProxy>>
let trial: TeamsTrial

beforeEach(async () => {
  proxy = await startTablesProxy(tablesConnection())
  trial = await startTeamsTrial(tablesConnection(), { tables: proxy.connection })
  await setUp(trial)
  trial.logged.length = 0
})
afterEach(async () => {
  await trial.close()
  await proxy.stop()
})

const INTERNALS = /storage|table|RestError|ServerBusy|secret|stack|undefined|ECONN|at .*\.ts/i

function expectTold(words: string) {
  const failure = trial.logged.find(({ message }) => message === 'A turn failed')
  expect(failure).toMatchObject({ level: 'error', fields: { reference: 'R-1' } })
  expect(failure?.fields['cause']).toBeInstanceOf(Error)
  expect(words).toContain('R-1')
  expect(words).not.toMatch(INTERNALS)
}

describe('when storage is away', () => {
  test('a sentence is answered with one sentence, a reference that the log has, and what was typed', async () => {
    proxy.make('busy')
    const posted = await trial.say(alex, 'general', 'action send the *price* file @megan by Friday')
    expect(posted).toHaveLength(1)
    expectTold(wordsIn(...posted))
    expect(wordsIn(...posted)).toContain('That did not work')
    expect(wordsIn(...posted)).toMatch(/action send the .*price.* file @megan by Friday/)
  })

  test('a form is answered so, with all that was typed into it and none of what the card carried', async () => {
    const card = await anItem()
    proxy.make('busy')
    const move = {
      verb: 'item.move',
      data: { project: trial.project('general'), id: 'A-1', seen: 1 },
    }
    const answer = await trial.tap(megan, 'general', card, move, {
      newDate: '2026-12-18',
      why: 'The files are late',
    })
    const words = wordsOn(answer.value)
    expectTold(words)
    expect(words).toContain('The files are late')
    expect(words).toContain('2026-12-18')
    expect(words).not.toContain(trial.project('general'))
  })

  test('a row of the weekly card keeps its words, without the ids of the people chosen', async () => {
    const card = await anItem()
    proxy.make('busy')
    const data = { project: trial.project('general'), week: '2026-W47', item: 'A-1', says: 'notOnTrack' }
    const answer = await trial.tap(
      megan,
      'general',
      card,
      { verb: 'week.answer', data },
      { 'why.A-1': 'Waiting for access', 'needs.A-1': alex.aadObjectId, comment: 'Sorry' },
    )
    expect(wordsOn(answer.value)).toContain('Waiting for access')
    expect(wordsOn(answer.value)).toContain('Sorry')
    expect(JSON.stringify(answer)).not.toContain(alex.aadObjectId)
  })

  test('nothing is said of an installation, and the log has it', async () => {
    proxy.make('busy')
    const { status } = await trial.post(trial.fixture('channel-installationUpdate'))
    expect(status).toBe(200)
    expect(trial.logged.map(({ message }) => message)).toEqual([
      'A turn failed',
      'A turn is over',
      'It could not be noted that somebody was heard of',
    ])
  })

  test('the next sentence after it is back is answered as ever', async () => {
    proxy.make('busy')
    await trial.say(alex, 'general', 'mine')
    proxy.make('none')
    const [answer] = await trial.say(alex, 'general', 'mine')
    expect(wordsIn(answer)).not.toContain('That did not work')
  })
})

describe('when Teams does not tell who is on the team', () => {
  const isRoster = ({ path }: { path: string }) => path.endsWith('/pagedmembers')

  test.each([500, 502, 503, 429, 403])(
    '%i is a failure, not an empty team, and is not remembered',
    async (status) => {
      trial.clock.advance(4 * 60_000)
      trial.connector.failNext({ kind: 'status', status }, isRoster)
      const failed = await trial.say(alex, 'general', 'mine')
      expectTold(wordsIn(...failed))
      expect(wordsIn(...failed)).not.toContain('I can only help members')
      const [again] = await trial.say(alex, 'general', 'mine')
      expect(wordsIn(again)).not.toMatch(/That did not work|I can only help/)
    },
  )

  test('one of several pages is as good as none', async () => {
    trial.clock.advance(4 * 60_000)
    trial.connector.pageSize(2)
    trial.connector.failNext({ kind: 'status', status: 500 }, ({ path, query }) =>
      isRoster({ path }) && query.get('continuationToken') === '4' ? true : false,
    )
    const failed = await trial.say(PEOPLE.lynne, 'general', 'mine')
    expectTold(wordsIn(...failed))
  })
})

describe('when Teams does not take the answer', () => {
  const isReply = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path.includes('/activities')

  test('to something that was saved, its sender is told that it is saved', async () => {
    trial.connector.failNext({ kind: 'status', status: 502 }, isReply)
    const [told] = await trial.say(alex, 'general', 'action send the price file @megan')
    expect(wordsIn(told)).toContain('Saved, but I could not show it')
    expect(wordsIn(told)).toContain('R-1')
    expect(await trial.records.openItems(trial.project('general'))).toHaveLength(1)
  })

  test('at all, the log has it and Teams is not asked to come again', async () => {
    for (let time = 0; time < 2; time++) trial.connector.failNext({ kind: 'status', status: 500 }, isReply)
    expect(await trial.say(alex, 'general', 'mine')).toEqual([])
    expect(trial.logged.map(({ message }) => message)).toEqual([
      'A turn failed',
      'The failure could not be told',
      'A turn is over',
    ])
  })
})

async function anItem(): Promise<StandingMessage> {
  const [card] = await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at>', megan)
  trial.logged.length = 0
  return card!
}
