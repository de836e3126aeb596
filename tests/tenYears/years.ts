import type { TableClient } from '@azure/data-tables'
import { randomUUID } from 'node:crypto'
import { fieldValueOf } from '../../bot/cards/card'
import { NO_LINKS } from '../../bot/cards/reader'
import { recapCard } from '../../bot/cards/recapCard'
import type { Away } from '../../bot/domain/away'
import type { ChannelId, ItemId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import { addDays, dateIn, epochMs, fromEpochMs, type Instant, type ZoneId } from '../../bot/domain/time'
import type { WeekId } from '../../bot/domain/week'
import { carryOut } from '../../bot/flows/carryOut'
import type { Command } from '../../bot/flows/command'
import type { FlowDeps } from '../../bot/flows/deps'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import type { RecapRenderer } from '../../bot/flows/ports'
import { createDeliveries } from '../../bot/schedule/deliveries'
import type { Messenger } from '../../bot/schedule/messenger'
import { createPacing, NO_LIMITS } from '../../bot/schedule/pacing'
import { createSender } from '../../bot/schedule/sender'
import { createTicker } from '../../bot/schedule/tick'
import { anExchange } from '../support/exchange'
import { openStorage } from '../../bot/storage/openStorage'
import { ADELE, ALEX, anActionItem, aProject, ISAIAH, LYNNE, MEGAN, TENANT, zone } from '../support/builders'
import type { Chance } from '../support/chance'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'
import { NOT_MEASURED } from '../support/unobserved'

const SECOND = 1000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const SWEEP_EVERY = 30 * SECOND
/** A lease and a claim are over by then. */
const MOST_SWEEPS = 5
/** The owners, each on their own wall; Isaiah's is the project's. */
export const OWNERS: readonly { readonly person: Person; readonly zone: ZoneId | null }[] = [
  { person: MEGAN, zone: zone('Pacific/Auckland') },
  { person: ADELE, zone: zone('America/Los_Angeles') },
  { person: ISAIAH, zone: null },
]

/** What goes wrong, and for how many hours; `moves`: the project to another zone, and back. */
export type Trouble =
  | { readonly kind: 'down' | 'paused' | 'setBack'; readonly hours: number }
  | { readonly kind: 'moves'; readonly to: ZoneId; readonly hours: number }
export type Episode = { readonly quietHours: number; readonly trouble: Trouble }

/** A message as it left, by what it means and by the clock of the process that sent it. */
export type Sent = { readonly what: OutgoingWhat; readonly at: Instant; readonly trueAt: number }
/** A stretch in which something was out of the ordinary, on the true clock in ms. */
type Unrest = { readonly from: number; readonly until: number }

/** Who said that they are away; the wish stood from `since` on until they were back or said something else, in ms. */
export type Absence = {
  readonly person: Person
  readonly away: Away
  readonly since: number
  ended: number
}

export type Lived = {
  readonly sent: readonly Sent[]
  readonly unrests: readonly Unrest[]
  /** The zone of the project from each of these moments on. */
  readonly zones: readonly { readonly from: number; readonly zone: ZoneId }[]
  /** When a person had their reminders turned on or off. */
  readonly wishes: readonly { readonly person: Person; readonly at: number; readonly on: boolean }[]
  /** Oldest first. */
  readonly absences: readonly Absence[]
  readonly deps: FlowDeps
  readonly project: ReturnType<FlowDeps['records']['idOf']>
}

type Process = {
  readonly deps: FlowDeps
  readonly ticker: ReturnType<typeof createTicker>
  readonly sender: ReturnType<typeof createSender>
}

type Wanted = {
  readonly client: TableClient
  readonly zone: ZoneId
  readonly from: Instant
  readonly until: Instant
  readonly episodes: readonly Episode[]
  readonly chance: Chance
}

/**
 * Years of a project's weeks on a clock of our own, through the real flows and real storage: three processes of the
 * service with memories and clocks of their own look at what is due, in turns and at once, and forget all at random.
 * People answer, are silent, turn their reminders off and on, and go away with somebody in their place or nobody.
 */
export async function liveThroughYears(wanted: Wanted): Promise<Lived> {
  const years = new Years(wanted)
  await years.begin()
  for (const episode of wanted.episodes) {
    if (years.isOver()) break
    await years.runFor(episode.quietHours)
    if (!years.isOver()) await years.meet(episode.trouble)
  }
  while (!years.isOver()) await years.runFor(7 * 24)
  return years.lived()
}

class Years {
  private now: number
  private readonly end: number
  private readonly sent: Sent[] = []
  private readonly unrests: Unrest[] = []
  private readonly zones: { from: number; zone: ZoneId }[]
  private readonly wishes: { person: Person; at: number; on: boolean }[] = []
  private readonly absences: Absence[] = []
  private readonly planned: { at: number; act: () => Promise<void> }[] = []
  /** By how much each process's clock differs from the true one, in ms. */
  private readonly skews: number[]
  private readonly whatOf = new WeakMap<object, OutgoingWhat>()
  private readonly processes: Process[]
  private readonly project
  private readonly outbox

  constructor(private readonly wanted: Wanted) {
    this.now = epochMs(wanted.from)
    this.end = epochMs(wanted.until)
    this.zones = [{ from: this.now, zone: wanted.zone }]
    const { chance } = wanted
    this.skews = [0, chance.below(6 * SECOND) - 3 * SECOND, chance.below(6 * SECOND) - 3 * SECOND]
    this.processes = this.skews.map((_, index) => this.start(index))
    const clock = { now: () => fromEpochMs(this.now) }
    this.outbox = openStorage({ client: wanted.client, clock }).outbox
    this.project = this.any().deps.records.idOf(TENANT, randomUUID() as string as ChannelId)
  }

  lived(): Lived {
    const { sent, unrests, zones, wishes, absences, project } = this
    return { sent, unrests, zones, wishes, absences, project, deps: this.any().deps }
  }

  isOver(): boolean {
    return this.now >= this.end
  }

  async begin(): Promise<void> {
    const { records, people } = this.any().deps
    const createdAt = fromEpochMs(this.now - 30 * DAY)
    const record = aProject({ id: this.project, zone: this.wanted.zone, createdAt, goLive: null })
    await records.commit(this.project, { project: { record, over: 'new' } })
    for (const owner of OWNERS) {
      await people.meet(TENANT, {
        person: owner.person,
        locale: null,
        zone: owner.zone,
        reference: null,
        teamsId: owner.person.id,
      })
      await records.createItem(this.project, (id: ItemId) => {
        const open = { id, owner: owner.person, for: null, due: null, createdAt, changedAt: createdAt }
        return { items: [{ record: anActionItem({ ...open, workstream: null }), over: 'new' }] }
      })
    }
  }

  /** Time goes by: whatever is due is looked at, and people do what they have in mind. */
  async runFor(hours: number): Promise<void> {
    const until = Math.min(this.end, this.now + Math.round(hours * HOUR))
    for (;;) {
      const look = await this.nextLook()
      const mind = this.planned.toSorted((a, b) => a.at - b.at)[0]
      const at = Math.max(this.now, Math.min(look, mind?.at ?? Infinity))
      if (at > until) break
      if (mind && mind.at <= look) {
        this.now = at
        this.planned.splice(this.planned.indexOf(mind), 1)
        await mind.act()
      } else {
        this.now = at + this.wanted.chance.below(20 * SECOND)
        await this.look()
      }
    }
    this.now = Math.max(this.now, until)
  }

  async meet(trouble: Trouble): Promise<void> {
    const from = this.now
    switch (trouble.kind) {
      case 'down':
        this.now += Math.round(trouble.hours * HOUR)
        this.processes.forEach((_, index) => this.restart(index))
        break
      case 'paused':
        await this.command(ALEX, { do: 'pause' })
        await this.runFor(trouble.hours)
        await this.command(ALEX, { do: 'resume' })
        break
      case 'setBack': {
        const index = 1 + this.wanted.chance.below(2)
        const skew = this.skews[index] ?? 0
        this.skews[index] = skew - Math.round(trouble.hours * HOUR)
        await this.runFor(trouble.hours)
        this.skews[index] = skew
        break
      }
      case 'moves':
        // The weeks there are as quiet as those at home.
        await this.move(trouble.to)
        this.unrests.push({ from, until: this.now })
        await this.runFor(trouble.hours)
        this.unrests.push({ from: this.now, until: this.now })
        await this.move(this.wanted.zone)
        return
    }
    this.unrests.push({ from, until: this.now })
  }

  private async move(to: ZoneId): Promise<void> {
    const { records } = this.any().deps
    const stored = await records.project(this.project)
    if (!stored) throw new Error('The project is gone')
    const record = { ...stored.record, zone: to }
    await records.commit(this.project, { project: { record, over: stored.revision } })
    this.zones.push({ from: this.now, zone: to })
  }

  private async nextLook(): Promise<number> {
    const far = fromEpochMs(this.now + 30 * DAY)
    const storage = openStorage({ client: this.wanted.client, clock: { now: () => far } })
    const [next] = await storage.agenda.due(far, 1)
    return next ? epochMs(next.record.at) : Infinity
  }

  /** One process or several at once; the first one's clock is never set back, so that somebody does what is due. */
  private async look(): Promise<void> {
    const { chance } = this.wanted
    const some = this.processes.filter((_, index) => index === 0 || chance.is(0.35))
    await Promise.all(some.map(({ ticker }) => ticker.tick()))
    await this.send(some)
    this.processes.forEach((_, index) => {
      if (chance.is(0.1)) this.restart(index)
    })
  }

  /** Who was forgotten may have held the lease: then others send when it is over, as a sweep does. */
  private async send(some: readonly Process[]): Promise<void> {
    await Promise.all(some.map(({ sender }) => sender.drain(this.project)))
    for (let sweeps = 0; (await this.outbox.pending(this.project, 1)).length > 0; sweeps++) {
      if (sweeps === MOST_SWEEPS) throw new Error('The outbox is not emptied')
      this.now += SWEEP_EVERY
      await Promise.all(this.processes.map(({ sender }) => sender.drain(this.project)))
    }
  }

  private restart(index: number): void {
    this.processes[index] = this.start(index)
  }

  private start(index: number): Process {
    const clock = { now: () => fromEpochMs(this.now + (this.skews[index] ?? 0)) }
    const storage = openStorage({ client: this.wanted.client, clock })
    const deps: FlowDeps = {
      ...storage,
      roster: aRoster(),
      teamChannels: aTeamWith(),
      teamAccess: NO_TEAM_ACCESS,
      clock,
      renderRecap,
      exchange: anExchange(storage),
    }
    const lookAt = createDeliveries({ ...deps, linksOf: () => Promise.resolve(NO_LINKS) })
    const log = { info: () => undefined, warn: () => undefined, error: fail }
    const send: Messenger['send'] = (_project, _recipient, card) => {
      const what = this.whatOf.get(card)
      if (what) this.note(what, clock.now())
      return Promise.resolve({
        kind: 'sent',
        message: { conversation: 'conversation', message: randomUUID() },
      })
    }
    const after = () => undefined
    const sender = createSender({
      ...NOT_MEASURED,
      ...storage,
      leases: storage.openLeases(),
      deliveries: async (project) => {
        const look = await lookAt(project)
        const deliver: typeof look.deliver = async (what) => {
          const delivery = await look.deliver(what)
          if (delivery.kind === 'post') this.whatOf.set(delivery.card, what)
          return delivery
        }
        return { ...look, deliver }
      },
      messenger: {
        send,
        reach: (to, recipient) =>
          Promise.resolve({ kind: 'open', post: (card) => send(to, recipient, card) }),
        edit: () => Promise.resolve({ kind: 'edited' }),
      },
      pacing: createPacing({ clock, after, limits: NO_LIMITS }),
      clock,
      log,
      after,
      random: () => 0,
    })
    return { deps, sender, ticker: createTicker({ ...NOT_MEASURED, ...deps, agenda: storage.agenda, log }) }
  }

  private note(what: OutgoingWhat, at: Instant): void {
    this.sent.push({ what, at, trueAt: this.now })
    const { chance } = this.wanted
    if (what.kind === 'recap') this.planAbsences()
    if (what.kind !== 'weeklyAsk') return
    const owner = OWNERS.find(({ person }) => person.id === what.person)
    if (!owner) return
    const later = () => this.now + chance.below(48 * HOUR)
    if (chance.is(0.5)) this.planned.push({ at: later(), act: () => this.answer(owner.person, what.week) })
    if (chance.is(0.1)) this.planned.push({ at: later(), act: () => this.wish(owner.person, chance.is(0.6)) })
  }

  private planAbsences(): void {
    const { chance } = this.wanted
    for (const owner of OWNERS) {
      if (!chance.is(0.2)) continue
      this.planned.push({ at: this.now + chance.below(7 * DAY), act: () => this.goAway(owner) })
    }
  }

  private async goAway({ person, zone: theirs }: (typeof OWNERS)[number]): Promise<void> {
    const { chance } = this.wanted
    const today = dateIn(fromEpochMs(this.now), theirs ?? this.zones.at(-1)?.zone ?? this.wanted.zone)
    const from = addDays(today, chance.is(0.5) ? 0 : chance.below(5))
    const until = addDays(from, chance.below(9))
    const others = OWNERS.map((owner) => owner.person).filter(({ id }) => id !== person.id)
    const away: Away = { from, until, delegate: chance.pick(null, LYNNE, ...others) }
    this.endAbsence(person)
    await this.command(person, { do: 'away', ...away })
    this.absences.push({ person, away, since: this.now, ended: Infinity })
    if (!chance.is(0.3)) return
    const back = async () => {
      await this.command(person, { do: 'back' })
      this.endAbsence(person)
    }
    this.planned.push({ at: this.now + chance.below(6 * DAY), act: back })
  }

  private endAbsence(person: Person): void {
    const latest = this.absences.findLast((one) => one.person.id === person.id)
    if (latest) latest.ended = Math.min(latest.ended, this.now)
  }

  private async answer(person: Person, week: WeekId): Promise<void> {
    await this.command(person, { do: 'answer', week, answers: [], restNoChange: true, comment: null })
  }

  private async wish(person: Person, on: boolean): Promise<void> {
    await this.command(person, { do: 'wantReminders', on })
    this.wishes.push({ person, at: this.now, on })
  }

  private async command(person: Person, command: Command): Promise<void> {
    const outcome = await carryOut(this.any().deps, {
      project: this.project,
      actor: { tenant: TENANT, person, locale: 'en-GB', zone: null, ownsTeam: false },
      door: command.do === 'answer' ? 'weeklyCard' : 'chat',
      command,
    })
    if (outcome.kind === 'awayForm') throw new Error(`Nobody can be away like this: ${outcome.problem ?? ''}`)
  }

  /** The one whose clock is never set back. */
  private any(): Process {
    const [first] = this.processes
    if (!first) throw new Error('No process')
    return first
  }
}

const renderRecap: RecapRenderer = (recap) =>
  fieldValueOf(recapCard(recap, { locale: 'en-GB', zone: recap.zone, now: recap.asOf, links: NO_LINKS }))

function fail(fields: object, message: string): never {
  throw new Error(message, { cause: (fields as { readonly cause?: unknown }).cause })
}
