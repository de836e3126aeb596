import { tablesConnection } from '../support/azurite'
import { TEAM_GROUP } from '../support/connector'
import { startGraph, type GraphStandIn } from '../support/graph'
import { buttonsOn } from '../support/sentCards'
import {
  ANNOUNCEMENTS,
  cardOf,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  wordsIn,
  type TeamsTrial,
} from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan } = PEOPLE
let graph: GraphStandIn
let trial: TeamsTrial
beforeEach(async () => {
  graph = await startGraph()
  graph.team(TEAM_GROUP, { channels: new Set([GENERAL, ANNOUNCEMENTS]) })
  trial = await startTeamsTrial(tablesConnection(), { graph: graph.door() })
  await setUp(trial)
})
afterEach(async () => {
  await trial.close()
  await graph.close()
})

const tabs = () => graph.tabsIn(TEAM_GROUP, GENERAL).map(({ displayName }) => displayName)
const BOTH = ['Source of truth', 'Issue log']
const teamAsked = () => trial.connector.ledger.filter(({ path }) => path.startsWith('/v3/teams/')).length

describe('pinning from the channel', () => {
  test('puts the tabs up, asking Teams once for the group of the team', async () => {
    const [answer] = await trial.say(alex, 'general', 'pin')
    expect(wordsIn(answer)).toContain('The tabs are pinned')
    expect(tabs()).toEqual(BOTH)
    const [again] = await trial.say(alex, 'general', 'pin the tabs')
    expect(wordsIn(again)).toContain('pinned already')
    expect(tabs()).toEqual(BOTH)
    expect(teamAsked()).toBe(1)
    expect(graph.tabsIn(TEAM_GROUP, ANNOUNCEMENTS)).toEqual([])
  })

  test('said in one’s own chat means the project’s channel', async () => {
    await trial.say(alex, 'chat', 'pin')
    expect(tabs()).toEqual(BOTH)
  })

  test('is offered by the card of a project that was set up, which stays', async () => {
    const saved = trial.connector.messagesIn(GENERAL).find((one) => /set up/.test(wordsIn(one)))!
    const { posted } = await trial.tap(alex, 'general', saved, 'Pin the tabs')
    expect(wordsIn(...posted)).toContain('The tabs are pinned')
    expect(wordsIn(trial.connector.message(saved.id))).toContain('The project is set up')
    expect(tabs()).toEqual(BOTH)
  })

  test('lets cards lead to the tab from then on, and no longer when it is off', async () => {
    const linked = async () => {
      trial.clock.advance(61_000)
      const [card] = await trial.say(alex, 'general', 'issues')
      return JSON.stringify(cardOf(card)).includes('https://teams.microsoft.com/l/entity/')
    }
    await trial.say(alex, 'general', 'issue order total shows 0')
    expect(await linked()).toBe(false)
    await trial.say(alex, 'general', 'pin')
    expect(await linked()).toBe(true)
    const [off] = await trial.say(alex, 'general', 'unpin')
    expect(wordsIn(off)).toContain('The tabs are off')
    expect(tabs()).toEqual([])
    expect(await linked()).toBe(false)
  })

  test('is put back by the button on what says that they are off', async () => {
    const [pinned] = await trial.say(alex, 'general', 'pin')
    await trial.tap(alex, 'general', pinned!, 'Take them off')
    expect(tabs()).toEqual([])
    expect(wordsIn(trial.connector.message(pinned!.id))).toContain('The tabs are off')
    await trial.tap(alex, 'general', trial.connector.message(pinned!.id)!, 'Pin them')
    expect(tabs()).toEqual(BOTH)
  })

  test('offers the page as a card of the channel, until one stands there', async () => {
    const [pinned] = await trial.say(alex, 'general', 'pin')
    await trial.tap(alex, 'general', pinned!, 'Post the page')
    await trial.settle()
    expect(wordsIn(...trial.connector.messagesIn(GENERAL))).toContain('Not written yet')
    const [again] = await trial.say(alex, 'general', 'pin')
    expect(buttonsOn(cardOf(again)).map(({ title }) => title)).toEqual(['Take them off'])
  })

  test('that the team has not agreed to tells its owner what to do, and how it goes by hand', async () => {
    graph.team(TEAM_GROUP, { channels: new Set([GENERAL]), grants: new Set() })
    const [answer] = await trial.say(alex, 'general', 'pin')
    expect(wordsIn(answer)).toMatch(
      /updated after it was added[^]*Manage team, Apps[^]*Press \+[^]*Press Save/,
    )
    expect(wordsIn(answer)).not.toMatch(/403|Forbidden|TeamsTab/)
    graph.team(TEAM_GROUP, { channels: new Set([GENERAL]) })
    expect(buttonsOn(cardOf(answer)).map(({ title }) => title)).toContain('Try again')
    await trial.tap(alex, 'general', answer!, 'Try again')
    expect(wordsIn(trial.connector.message(answer!.id))).toContain('The tabs are pinned')
  })

  test('while Teams can not tell the group of the team fails softly, and goes another time', async () => {
    trial.connector.failNext({ kind: 'status', status: 403 }, ({ path }) => path.startsWith('/v3/teams/'))
    const [answer] = await trial.say(alex, 'general', 'pin')
    expect(wordsIn(answer)).toContain('Teams did not answer as it should')
    await trial.say(alex, 'general', 'pin')
    expect(tabs()).toEqual(BOTH)
  })

  test('is forgotten with the app that took its tabs along', async () => {
    await trial.say(alex, 'general', 'pin')
    await trial.post({ ...trial.fixture('documented-installationRemoved'), id: 'removed' })
    expect(await trial.storage.pins.of(trial.project('general'))).toBeNull()
  })
})

describe('an owner of the team who does not lead', () => {
  test('may pin where Graph says so, and is told who may where it does not', async () => {
    const [refused] = await trial.say(megan, 'general', 'pin')
    expect(wordsIn(refused)).toContain('Nothing was changed')
    trial.clock.advance(5 * 60_000 + 1)
    graph.team(TEAM_GROUP, {
      channels: new Set([GENERAL]),
      members: [{ userId: megan.aadObjectId, owner: true }],
    })
    const [answer] = await trial.say(megan, 'general', 'pin')
    expect(wordsIn(answer)).toContain('The tabs are pinned')
  })
})
