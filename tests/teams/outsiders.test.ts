import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { buttonsOn } from '../support/sentCards'
import {
  cardOf,
  PEOPLE,
  startTeamsTrial,
  STRANGER,
  wordsIn,
  type TeamsTrial,
  type Where,
} from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
let trial: TeamsTrial
let card: StandingMessage

beforeAll(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  const posted = await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at>', megan)
  card = posted[0]!
})
afterAll(() => trial.close())

/** Nothing of what only members may know. */
const SECRETS = /ERP|Northwind|price|A-1|Megan|Alex|roll-out/

const SENTENCES = [
  'help',
  'status',
  'mine',
  'actions',
  'A-1',
  'done A-1',
  'setup',
  'action x @megan',
  'recap now',
  'audience',
  'correct recap',
  'who got it',
]

describe.each<Where>(['general', 'announcements', 'chat'])('somebody outside the team, in %s', (where) => {
  test.each(SENTENCES)('who says "%s" learns nothing and changes nothing', async (text) => {
    const before = await trial.records.history(trial.project('general'), 'A-1')
    const posted = await trial.say(STRANGER, where, text)
    expect(posted).toHaveLength(1)
    expect(wordsIn(...posted)).not.toMatch(SECRETS)
    expect(await trial.records.history(trial.project('general'), 'A-1')).toEqual(before)
  })

  const VERBS: [string, object][] = [
    ['item.show', { id: 'A-1' }],
    ['item.done', { id: 'A-1', seen: 1 }],
    ['item.history', { id: 'A-1' }],
    ['say', { text: 'A-1' }],
    ['status', {}],
    ['setup.open', {}],
    ['setup.save', { version: 1, name: 'Mine now' }],
    ['week.show', {}],
    ['ask.now', {}],
    ['recap.post', {}],
    ['recap.correct', {}],
    ['recap.saveCorrection', { week: '2026-W47', seen: 0, headline: 'Mine now' }],
    ['audience.open', {}],
    ['audience.save', { version: 1, channels: 'channel-announcements-id' }],
    ['deliveries', {}],
    ['undo', { id: 'A-1', version: 1 }],
  ]
  test.each(VERBS)('who taps a made-up %s button naming the project learns nothing', async (verb, data) => {
    const before = trial.connector.puts().length
    const tapped = { verb, data: { project: trial.project('general'), ...data } }
    const answer = await trial.tap(STRANGER, where, card, tapped)
    expect(JSON.stringify(answer)).not.toMatch(SECRETS)
    expect(answer.posted).toEqual([])
    expect(trial.connector.puts()).toHaveLength(before)
  })
})

test('what a project that exists says is what one that does not exist says', async () => {
  const tap = (project: string) =>
    trial.tap(STRANGER, 'chat', card, { verb: 'item.show', data: { project, id: 'A-1' } })
  expect(await tap(trial.project('general'))).toEqual(await tap('no-such-project'))
})

test('a member of one project gets nothing of another by a card that names it', async () => {
  await setUp(trial, 'announcements', { name: 'CRM renewal' })
  const tapped = { verb: 'item.show', data: { project: trial.project('general'), id: 'A-1' } }
  const answer = await trial.tap(megan, 'announcements', card, tapped)
  expect(JSON.stringify(answer)).not.toMatch(/price/)
})

test('somebody who left is shown nothing by the cards that still stand in their chat', async () => {
  const [inChat] = await trial.say(megan, 'chat', 'A-1')
  const [button] = buttonsOn(cardOf(inChat))
  trial.connector.leave(megan)
  trial.clock.advance(3 * 60_000 + 1)
  const answer = await trial.tap(megan, 'chat', inChat!, button!)
  expect(JSON.stringify(answer)).not.toMatch(/price/)
})
