import { Agent, request } from 'node:http'
import { fromEpochMs } from '../../bot/domain/time'
import type { Clock } from '../../bot/flows/ports'
import { startBotFramework } from '../support/botFramework'
import { captured, TENANT_ID } from '../support/teamsTrial'
import { startPart, type Ground, type Part } from './doors/child'
import { median, quantile, spread, tableOf } from './numbers'

const DOORS = ['ours', 'stock', 'agents'] as const
type Bot = (typeof DOORS)[number]
/** `bare`: what Node's own server takes for reading a tap and answering it, under every bot. */
type Door = Bot | 'bare'
const NAMES: Record<Door, string> = {
  bare: 'no bot: bare node:http',
  ours: 'our door',
  stock: 'botbuilder and restify',
  agents: 'agents-hosting and express',
}

const ROUNDS = 7
/** In a round: enough that neither the first of them nor one collection of garbage decides. */
const TURNS = 3_000
/** Turns until the code of a door is compiled for good: only after some thousands do they stop getting cheaper. */
const WARM_UP = 8_000
const CONNECTIONS = 16
const SENDS = 400
const SENDS_AT_ONCE = 10

/**
 * What a turn costs on its way in and out, and a message that nobody asked for: our door against the stock ones, each in
 * a process of its own, in turns with each other. A tapped button is answered in its own response; a message by a POST to
 * the connector, which every door pays alike.
 */
export async function measureDoors(): Promise<string> {
  const clock: Clock = { now: () => fromEpochMs(Date.now()) }
  const started: Part[] = []
  const start = async (name: string, ground?: Ground) => {
    const part = await startPart(name, ground)
    started.push(part)
    return part
  }
  const connector = await start('connector')
  const serviceUrl = `http://127.0.0.1:${connector.port}/teams/`
  const botFramework = await startBotFramework({ clock, serviceUrl })
  const { issuer, metadata } = botFramework
  const ground: Ground = { issuer, metadata, keys: new URL('/keys', metadata).href, serviceUrl }
  try {
    const parts = {
      ours: await start('ours', ground),
      stock: await start('stock', ground),
      agents: await start('agents', ground),
      bare: await start('bare'),
    }
    const load = { authorization: `Bearer ${await botFramework.token()}`, serviceUrl }
    const taps = await turnsOf(parts, [...DOORS, 'bare'], load, 'channel-adaptiveCardAction')
    const messages = await turnsOf(parts, DOORS, load, 'personal-message')
    const sends = await sendsOf(parts)
    return [turnLines('A tapped button', taps), turnLines('A message', messages), sendLines(sends)].join(
      '\n\n',
    )
  } finally {
    for (const part of started) await part.close()
    await botFramework.close()
  }
}

type Load = { readonly authorization: string; readonly serviceUrl: string }
/** Of one round. */
type Turns = { readonly perSecond: number; readonly p99: number; readonly cpu: number }
type Rounds<T> = ReadonlyMap<Door, readonly T[]>

async function turnsOf(
  parts: Record<Door, Part>,
  doors: readonly Door[],
  load: Load,
  fixture: string,
): Promise<Rounds<Turns>> {
  const body = JSON.stringify({
    ...captured(fixture),
    serviceUrl: load.serviceUrl,
    channelId: 'msteams',
    channelData: { tenant: { id: TENANT_ID }, team: { id: 'team' }, channel: { id: 'channel' } },
  })
  return inTurns(doors, (door, isWarmUp) => run(parts[door], load, body, isWarmUp ? WARM_UP : TURNS))
}

/** A round of each, again and again, so that whatever else this machine does meets all of them. */
async function inTurns<T>(
  doors: readonly Door[],
  measure: (door: Door, isWarmUp: boolean) => Promise<T>,
): Promise<Rounds<T>> {
  for (const door of doors) await measure(door, true)
  const rounds = new Map(doors.map((door) => [door, [] as T[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [door, measured] of rounds) measured.push(await measure(door, false))
  }
  return rounds
}

async function run(part: Part, load: Load, body: string, turns: number): Promise<Turns> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const latencies: number[] = []
  let left = turns
  const client = async () => {
    while (left-- > 0) latencies.push(await post(part.port, load, body, agent))
  }
  const before = await cpuOf(part)
  const start = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  const cpu = ((await cpuOf(part)) - before) / turns
  return { perSecond: turns / seconds, p99: quantile(latencies, 0.99), cpu }
}

async function cpuOf(part: Part): Promise<number> {
  return (await part.send({ send: 0, atOnce: 0 })).cpu
}

function post(port: number, { authorization }: Load, body: string, agent: Agent): Promise<number> {
  const headers = {
    authorization,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', agent, headers })
    sent.once('error', reject)
    sent.once('response', (answer) => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`A turn was answered with ${answer.statusCode ?? 0}`))
      })
    })
    sent.end(body)
  })
}

/** Turns a second are what this machine leaves over; processor time a turn is what a door takes, whoever else is here. */
function turnLines(title: string, rounds: Rounds<Turns>): string {
  const of = (door: Door, what: keyof Turns) => (rounds.get(door) ?? []).map((round) => round[what])
  const doors = [...rounds.keys()]
  const rows = doors.map((door) => [
    NAMES[door],
    median(of(door, 'perSecond')).toFixed(0),
    median(of(door, 'p99')).toFixed(1),
    median(of(door, 'cpu')).toFixed(2),
  ])
  const lines = doors
    .filter((door) => door !== 'ours')
    .map((door) =>
      [
        `  against ${NAMES[door]}`,
        `    turns a second         ${ratios(of('ours', 'perSecond'), of(door, 'perSecond'))}`,
        `    turns a processor-ms   ${ratios(of(door, 'cpu'), of('ours', 'cpu'))}`,
        `    p99                    ${ratios(of('ours', 'p99'), of(door, 'p99'))}`,
      ].join('\n'),
    )
  return [tableOf([[title, 'turns/s', 'p99 ms', 'CPU ms'], ...rows]), ...lines].join('\n')
}

/** Of the medians, and the middle half of the rounds. */
function ratios(ours: readonly number[], theirs: readonly number[]): string {
  const each = ours.map((value, round) => value / (theirs[round] ?? NaN))
  return `${(median(ours) / median(theirs)).toFixed(2)}; of the rounds ${spread(each)}`
}

const SENDERS = ['ours', 'stock'] as const

type Sends = { readonly perSecond: number; readonly cpu: number }

async function sendsOf(parts: Record<Bot, Part>) {
  const rounds: Record<(typeof SENDERS)[number], Sends[]> = { ours: [], stock: [] }
  const asked = { send: SENDS, atOnce: SENDS_AT_ONCE }
  for (const door of SENDERS) await parts[door].send(asked)
  for (let round = 0; round < ROUNDS; round++) {
    for (const door of SENDERS) {
      const before = await cpuOf(parts[door])
      const { ms, cpu } = await parts[door].send(asked)
      rounds[door].push({ perSecond: (SENDS * 1000) / ms, cpu: (cpu - before) / SENDS })
    }
  }
  return rounds
}

function sendLines(rounds: Record<(typeof SENDERS)[number], readonly Sends[]>): string {
  const of = (door: (typeof SENDERS)[number], what: keyof Sends) => rounds[door].map((round) => round[what])
  const rows = SENDERS.map((door) => [
    NAMES[door],
    median(of(door, 'perSecond')).toFixed(0),
    median(of(door, 'cpu')).toFixed(2),
  ])
  return [
    tableOf([['Unasked, ten at once', 'sends/s', 'CPU ms'], ...rows]),
    `    sends a second         ${ratios(of('ours', 'perSecond'), of('stock', 'perSecond'))}`,
    `    sends a processor-ms   ${ratios(of('stock', 'cpu'), of('ours', 'cpu'))}`,
  ].join('\n')
}
