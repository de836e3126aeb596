import { at, THIS_WEEK } from '../support/builders'
import { buttonsOn } from '../support/sentCards'
import type { TableRequest, Trouble } from '../support/tablesProxy'
import { cardOf, PEOPLE } from '../support/teamsTrial'
import { account, unknownNow, type Account } from './accounts'
import type { Chance } from '../support/chance'
import type { Aim } from './crashPoints'
import { openWorld, personOf, type Tools, type World } from './world'

const { alex, megan, adele, isaiah, patti, lynne } = PEOPLE
const THURSDAY = '2026-11-19'
const FRIDAY = '2026-11-20'

/** What people did that was answered, and how often they had to try. */
export type Deeds = {
  readonly added: number
  readonly logged: number
  /** Isaiah, who had blocked the bot, was mentioned in the channel instead. */
  readonly isMentioned: boolean
}

type Act = {
  readonly name: ActName
  readonly at: ReturnType<typeof at>
  /** Answers with how many attempts a new record took. */
  readonly play: (world: World) => Promise<number | null>
}

export const ACT_NAMES = ['ask', 'answers', 'askNow', 'issue', 'remind', 'draft', 'moved', 'post'] as const
export type ActName = (typeof ACT_NAMES)[number]

const ACTS: readonly Act[] = [
  { name: 'ask', at: at(THURSDAY, '10:00'), play: (world) => world.look().then(() => null) },
  {
    name: 'answers',
    at: at(THURSDAY, '11:00'),
    play: async (world) => {
      await Promise.all([
        answerOnCard(world, megan, 'Done', 'done A-1'),
        answerOnCard(world, adele, 'No change'),
      ])
      return null
    },
  },
  {
    name: 'askNow',
    at: at(THURSDAY, '13:00'),
    play: async (world) => {
      world.connector.block(isaiah, false)
      const attempts = await world.say(
        alex,
        'general',
        (n) => `action Sign plan ${n} @Lynne Robbins by 15 Dec`,
        lynne,
      )
      await world.say(alex, 'general', () => 'ask now')
      return attempts
    },
  },
  {
    name: 'issue',
    at: at(THURSDAY, '14:00'),
    play: (world) => world.say(patti, 'general', (n) => `issue Export ${n} stops at 500 rows`),
  },
  { name: 'remind', at: at(FRIDAY, '09:00'), play: (world) => world.look().then(() => null) },
  { name: 'draft', at: at(FRIDAY, '12:00'), play: (world) => world.look().then(() => null) },
  {
    name: 'moved',
    at: at(FRIDAY, '13:00'),
    play: async (world) => {
      await world.say(patti, 'general', () => 'move A-4 to 18 Dec the supplier is late')
      return null
    },
  },
  { name: 'post', at: at(FRIDAY, '15:00'), play: (world) => world.look().then(() => null) },
]

/** Taps a button of one's card; who has no card, because nobody knows whether it arrived, writes instead or is silent. */
async function answerOnCard(
  world: World,
  person: (typeof PEOPLE)['alex'],
  title: string,
  instead?: string,
): Promise<void> {
  const card = world.connector.messagesIn(world.connector.chatWith(person)).at(-1)
  const button = card && buttonsOn(cardOf(card)).find((one) => one.title === title)
  if (card && button) await world.tap(person, card, button)
  else if (instead !== undefined) await world.say(person, 'chat', () => instead)
}

/** One week to be lived through: how many processes serve it, what goes wrong with Teams, and where processes die. */
export type WeekPlan = {
  readonly processes: number
  readonly chance: Chance
  readonly kills: Readonly<Partial<Record<ActName, Aim>>>
  /** What requests to the tables meet. */
  readonly tables?: ((request: TableRequest) => Trouble) | undefined
  /** Makes the connector fail at what comes next in an act. */
  readonly trouble?: (act: ActName, world: World) => void
}

export type WeekReport = Account & {
  readonly kills: number
  /** Kills that were aimed at points which were not come by. */
  readonly missed: number
  /** The crash points of each act, in the order in which they were passed. */
  readonly points: Readonly<Record<ActName, readonly string[]>>
  readonly story: readonly string[]
  /** What processes logged last that lived to the end. */
  readonly said: readonly string[]
}

/** Lives through a week and accounts for every message of it. Throws where the week does not come to rest. */
export async function liveThroughWeek(tools: Tools, plan: WeekPlan): Promise<WeekReport> {
  const world = await openWorld(tools, plan)
  const story: string[] = []
  const points: Partial<Record<ActName, readonly string[]>> = {}
  const began: Partial<Record<ActName, number>> = {}
  const unknown = new Set<string>()
  let [kills, missed, added, logged] = [0, 0, 1, 1]
  let isMentioned = false
  try {
    for (const act of ACTS) {
      began[act.name] = world.connector.ledger.length
      await world.setClock(act.at)
      plan.trouble?.(act.name, world)
      world.points.begin(plan.kills[act.name] ?? [])
      const attempts = await act.play(world)
      if (act.name === 'askNow') added = attempts ?? 1
      if (act.name === 'issue') logged = attempts ?? 1
      await world.quiet()
      if (act.name === 'ask') isMentioned = await wasUnreachable(world)
      missed += world.points.end()
      kills += world.points.kills.length
      story.push(...world.points.kills.map((kill) => `${act.name}: ${kill}`))
      points[act.name] = [...world.points.passed]
      for (const one of await unknownNow(world)) unknown.add(one)
    }
    const deeds = { added, logged, isMentioned }
    const accounted = await account(world, {
      deeds,
      unknown,
      remindedFrom: began.remind ?? 0,
    })
    return { ...accounted, kills, missed, points: points as WeekReport['points'], story, said: world.said() }
  } catch (cause) {
    const heard = [...story, ...world.points.kills, ...world.said()].join('\n')
    throw new Error(`The week broke off: ${cause instanceof Error ? cause.message : ''}\n${heard}`, { cause })
  } finally {
    await world.close()
  }
}

/** Of Isaiah's card nobody may know, where a process died while it tried. */
async function wasUnreachable({ storage, project }: World): Promise<boolean> {
  const ask = await storage.records.ask(project, THIS_WEEK, personOf(isaiah).id)
  return ask?.record.delivery.status === 'unreachable'
}
