import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Project } from '../../bot/domain/project'
import { scheduleOf, type DueStep, type WeekState } from '../../bot/domain/schedule'
import { epochMs, fromEpochMs, instant, type Instant, type ZoneId } from '../../bot/domain/time'
import { weekIn, weeksLater, type WeekId } from '../../bot/domain/week'
import { ALEX, aProject, zone } from '../support/builders'

/*
 * Ten years of weeks on a clock of our own: the service goes down, clocks are set back, projects rest and move to other
 * zones, all at random. What should have happened is worked out anew here, from wall clocks alone.
 */

const ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Europe/Copenhagen',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'UTC',
].map(zone)

const HOUR = 3_600_000
const START = instant('2018-01-01T00:00:00Z')
const END = instant('2028-01-01T00:00:00Z')

type Trouble =
  | { readonly kind: 'down' | 'paused' | 'setBack'; readonly hours: number }
  | { readonly kind: 'moves'; readonly to: ZoneId }
type Episode = { readonly quietHours: number; readonly trouble: Trouble }

const hours = (most: number) => fc.double({ min: 0.01, max: most, noNaN: true })
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('down' as const), hours: hours(300) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('setBack' as const), hours: hours(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('paused' as const), hours: hours(600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('moves' as const), to: fc.constantFrom(...ZONES) }) },
)
const decade: fc.Arbitrary<Episode[]> = fc.array(fc.record({ quietHours: hours(1500), trouble }), {
  minLength: 100,
  maxLength: 160,
})

/** A stretch of the clock in which the service ran and the project with it. */
type Stretch = { readonly from: Instant; readonly until: Instant; readonly zone: ZoneId }
type Done = DueStep & { readonly at: Instant; readonly paused: boolean; readonly zone: ZoneId }

/** A service that looks at one project when it said it would, and at once after each change. */
class World {
  now = START
  readonly done: Done[] = []
  readonly stretches: Stretch[] = []
  private looksAt: Instant | null = START
  private readonly weeks = new Map<WeekId, WeekState>()
  private project: Project

  constructor(where: ZoneId) {
    this.project = aProject({ zone: where, createdAt: START, goLive: null })
  }

  runFor(hoursLong: number): void {
    const until = later(this.now, hoursLong)
    const { status } = this.project.state
    if (status === 'running') this.stretches.push({ from: this.now, until, zone: this.project.zone })
    while (this.looksAt !== null && this.looksAt <= until) {
      if (this.looksAt > this.now) this.now = this.looksAt
      this.look()
    }
    this.now = until
  }

  meets(met: Trouble): void {
    switch (met.kind) {
      case 'down':
        this.now = later(this.now, met.hours)
        return
      case 'setBack':
        this.now = later(this.now, -met.hours)
        this.looksAt = this.now
        return
      case 'paused':
        this.change({ state: { status: 'paused', since: this.now, by: ALEX } })
        this.runFor(met.hours)
        this.change({ state: { status: 'running' } })
        return
      case 'moves':
        this.change({ zone: met.to })
    }
  }

  private change(over: Partial<Project>): void {
    this.project = { ...this.project, ...over }
    this.looksAt = this.now
  }

  private look(): void {
    for (let steps = 0; steps < 4; steps++) {
      const running = weekIn(this.now, this.project.zone)
      const weeks = { running: this.stateOf(running), before: this.stateOf(weeksLater(running, -1)) }
      const { due, next } = scheduleOf(this.project, weeks, this.now)
      if (!due) {
        if (next !== null && next <= this.now) throw new Error('It would look for ever')
        this.looksAt = next
        return
      }
      this.take(due)
    }
    throw new Error(`More than three steps at once at ${this.now}`)
  }

  private take(due: DueStep): void {
    const { now, project } = this
    this.done.push({ ...due, at: now, paused: project.state.status === 'paused', zone: project.zone })
    const state = this.stateOf(due.week)
    const after = {
      ask: { ...state, askedAt: now },
      draft: { ...state, draftedAt: now },
      post: { ...state, isOver: true },
    }
    this.weeks.set(due.week, after[due.step])
  }

  private stateOf(week: WeekId): WeekState {
    return this.weeks.get(week) ?? { week, askedAt: null, draftedAt: null, isOver: false }
  }
}

function later(at: Instant, hoursLater: number): Instant {
  return fromEpochMs(epochMs(at) + Math.round(hoursLater * HOUR))
}

/** When a week may be asked for, by the wall: an hour from Thursday ten, and the working hours left after it. */
function askWindows(week: WeekId, where: ZoneId): { readonly from: Instant; readonly until: Instant }[] {
  const [year = '', number = ''] = week.split('-W')
  const fourth = Temporal.PlainDate.from(`${year}-01-04`)
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 })
  const moment = (days: number, time: string): Instant =>
    fromEpochMs(monday.add({ days }).toZonedDateTime({ timeZone: where, plainTime: time }).epochMilliseconds)
  const until = (at: Instant) => fromEpochMs(epochMs(at) - 1)
  return [
    { from: moment(3, '10:00'), until: moment(3, '11:00') },
    { from: moment(3, '11:00'), until: until(moment(3, '17:00')) },
    { from: moment(4, '09:00'), until: until(moment(4, '17:00')) },
  ]
}

test.each(ZONES)(
  'ten years in %s: each week is asked for once if it can be, and posted at most once',
  (where) => {
    fc.assert(
      fc.property(decade, (episodes) => {
        const world = new World(where)
        const movedAt: Instant[] = []
        for (const { quietHours, trouble: met } of episodes) {
          world.runFor(quietHours)
          if (met.kind === 'moves') movedAt.push(world.now)
          world.meets(met)
        }
        while (world.now < END) world.runFor(1000)

        expect(world.done.filter(({ paused }) => paused)).toEqual([])
        const each = new Map<string, Done[]>()
        for (const one of world.done) {
          each.set(`${one.step} ${one.week}`, [...(each.get(`${one.step} ${one.week}`) ?? []), one])
        }
        expect([...each].filter(([, times]) => times.length > 1)).toEqual([])

        for (const ask of world.done.filter(({ step }) => step === 'ask')) {
          const isInWindow = askWindows(ask.week, ask.zone).some(
            ({ from, until }) => from <= ask.at && ask.at <= until,
          )
          expect({ ...ask, isInWindow }).toEqual({ ...ask, isInWindow: true })
        }
        for (const post of world.done.filter(({ step }) => step === 'post')) {
          expect(each.get(`ask ${post.week}`)?.[0]?.at).toBeDefined()
        }

        const around = movedAt.map((at) => weekIn(at, where))
        const unclear = new Set(around.flatMap((week) => [-2, -1, 0, 1, 2].map((by) => weeksLater(week, by))))
        const zones = world.stretches.map((ran) => ({ last: weekIn(ran.until, where), zone: ran.zone }))
        const end = weekIn(END, where)
        for (let week = weekIn(later(START, 200), where); week < end; week = weeksLater(week, 1)) {
          if (unclear.has(week)) continue
          const zoneThen = zones.find(({ last }) => last >= week)?.zone ?? where
          const windows = askWindows(week, zoneThen)
          const canBe = world.stretches.some((ran) =>
            windows.some(({ from, until }) => ran.from <= until && from <= ran.until),
          )
          expect([week, each.has(`ask ${week}`)]).toEqual([week, canBe])
          const [first, last] = [windows[0]?.from ?? END, later(windows[0]?.from ?? END, 30)]
          const isQuiet = world.stretches.some((ran) => ran.from <= first && last <= ran.until)
          if (isQuiet) expect([week, each.has(`post ${week}`)]).toEqual([week, true])
        }
      }),
      { numRuns: 1 },
    )
  },
)
