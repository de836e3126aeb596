import type { Fault, Incoming } from '../support/connector'
import { chanceOf, type Chance } from '../support/chance'
import type { TableRequest, Trouble } from '../support/tablesProxy'
import { ACT_NAMES, type ActName, type WeekPlan, type WeekReport } from './week'
import type { World } from './world'

/** A week as it can be asked for on the command line. */
export type Spec = {
  readonly seed: number
  readonly processes: number
  /** Teams' connector fails now and then. */
  readonly trouble: boolean
  /** The tables do what Azure's do and Azurite never. */
  readonly tables: boolean
  readonly kills: WeekPlan['kills']
}

/** The arguments that live through the same week again. */
export function argumentsFor({ seed, processes, trouble, tables, kills }: Spec): string {
  const points = Object.entries(kills).map(([act, aim]) => `--point ${act}:${aim.join('+')}`)
  return [
    `--seed ${seed} --processes ${processes}`,
    ...(trouble ? ['--trouble'] : []),
    ...(tables ? ['--tables'] : []),
    ...points,
  ].join(' ')
}

export function planOf({ seed, processes, trouble, tables, kills }: Spec): WeekPlan {
  const chance = chanceOf(seed)
  return {
    processes,
    kills,
    chance,
    ...(trouble ? { trouble: troubleOf(chance) } : {}),
    ...(tables ? { tables: troubleOfTables(chanceOf(seed + 1)) } : {}),
  }
}

const FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'reset' },
  { kind: 'lateStatus', status: 502 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfter: 7 },
]

/** In most acts some message or edit of ours meets a fault, those that leave its end in the dark among them. */
function troubleOf(chance: Chance): NonNullable<WeekPlan['trouble']> {
  return (_act: ActName, { connector }: World) => {
    if (!chance.is(0.7)) return
    let left = chance.below(4)
    connector.failNext(chance.pick(...FAULTS), (request) => isOurs(request) && left-- <= 0)
  }
}

/** Of a hundred requests so many meet each, and so many more when it came to a burst of refusals. */
function troubleOfTables(chance: Chance): (request: TableRequest) => Trouble {
  let refusals = 0
  return ({ isWrite }) => {
    if (refusals > 0) {
      refusals -= 1
      return 'busy'
    }
    const draw = chance.below(200)
    if (draw === 0) refusals = chance.below(12)
    if (draw <= 2) return 'busy'
    if (draw <= 6) return isWrite ? 'loseAnswer' : 'emptyPages'
    if (draw <= 9) return 'reset'
    if (draw <= 12) return 'slow'
    return chance.is(0.3) ? 'emptyPages' : 'none'
  }
}

/** Sent by the outbox and no answer to somebody. */
function isOurs({ method, path, body }: Incoming): boolean {
  if (method === 'PUT') return true
  if (method !== 'POST') return false
  return path.endsWith('/activities') || (body as { readonly isGroup?: boolean }).isGroup === true
}

/**
 * Draws weeks: first every crash point of each act, in random order, then points at random. Each third week is served by
 * two processes, in each fourth the connector fails
 * too, and in each fifth the tables.
 */
export function drawWeeks(seed: number, points: WeekReport['points']) {
  const chance = chanceOf(seed)
  const left = new Map(
    ACT_NAMES.map((act) => [act, chance.shuffled(points[act].map((_, index) => index + 1))] as const),
  )
  let count = 0
  const aimOf = (act: ActName): number[] => {
    const ahead = left.get(act)?.shift() ?? 1 + chance.below(points[act].length)
    return chance.is(0.2) ? [ahead, 1 + chance.below(20)] : [ahead]
  }
  return {
    next(): Spec {
      count += 1
      return {
        seed: chance.below(2 ** 31),
        processes: count % 3 === 0 ? 2 : 1,
        trouble: count % 4 === 0,
        tables: count % 5 === 0,
        kills: Object.fromEntries(ACT_NAMES.map((act) => [act, aimOf(act)])),
      }
    },
    /** How many points have not been aimed at yet. */
    left: () => [...left.values()].reduce((sum, points) => sum + points.length, 0),
  }
}
