import { randomUUID } from 'node:crypto'
import type { FurtherChannel } from '../../bot/domain/audience'
import type { ActionItem } from '../../bot/domain/actionItem'
import type { Change } from '../../bot/domain/history'
import type { ChannelId, ItemId, IssueId, RecordId } from '../../bot/domain/ids'
import type { Issue } from '../../bot/domain/issue'
import type { Person } from '../../bot/domain/person'
import type { Project } from '../../bot/domain/project'
import { carryOut } from '../../bot/flows/carryOut'
import type { Actor, Command, Order } from '../../bot/flows/command'
import type { FlowDeps } from '../../bot/flows/deps'
import type { IssueView, ItemView, Outcome } from '../../bot/flows/outcome'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import {
  aChannelOf,
  aMessageRef,
  anActionItem,
  anIssue,
  aProject,
  COPENHAGEN,
  EVERYBODY,
  fixedClock,
  STEERING,
  TENANT,
  VENDORS,
} from '../support/builders'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'
import { openTestStorage } from '../support/azurite'
import { anExchange } from '../support/exchange'

/** A channel of Northwind's team on real storage, and what one can do in it. Each call is a channel of its own. */
export async function aChannel(people: readonly Person[] = EVERYBODY) {
  const clock = fixedClock()
  const storage = await openTestStorage(clock)
  const channel = `channel-${randomUUID()}` as ChannelId
  const project = storage.records.idOf(TENANT, channel)
  const place = aProject({ id: project, channel })
  await storage.channels.remember(project, {
    tenant: TENANT,
    team: place.team,
    channel,
    teamName: 'Northwind',
    channelName: 'General',
    group: null,
    reference: null,
  })
  const deps: FlowDeps = {
    records: storage.records,
    people: storage.people,
    channels: storage.channels,
    roster: aRoster(people),
    teamChannels: aTeamWith(aChannelOf('General', channel), STEERING, VENDORS),
    teamAccess: NO_TEAM_ACCESS,
    clock,
    renderRecap: () => ({}),
    exchange: anExchange(storage),
  }
  const elsewhere: FlowDeps = { ...deps, ...(await openTestStorage(clock)) }
  const order = (person: Person, command: Command, over: Partial<Actor> = {}): Order => ({
    project,
    actor: { tenant: TENANT, person, locale: 'en-GB', zone: COPENHAGEN, ownsTeam: false, ...over },
    door: command.do === 'answer' ? 'weeklyCard' : 'chat',
    command,
  })
  return {
    project,
    place,
    clock,
    deps,
    elsewhere,
    records: storage.records,
    people: storage.people,
    /** What comes of a person's command; `over` says what else is known of the person. */
    when: (person: Person, command: Command, over?: Partial<Actor>): Promise<Outcome> =>
      carryOut(deps, order(person, command, over)),
    /** The same when Teams lists these channels besides the project's own. */
    whenAmong: (others: readonly FurtherChannel[], person: Person, command: Command): Promise<Outcome> =>
      carryOut(
        { ...deps, teamChannels: aTeamWith(aChannelOf('General', channel), ...others) },
        order(person, command),
      ),
    /** The same in a second process of the service, which shares nothing with the first but the table. */
    whenElsewhere: (person: Person, command: Command, over?: Partial<Actor>): Promise<Outcome> =>
      carryOut(elsewhere, order(person, command, over)),
    /** What waits to be sent, oldest first. */
    outgoing: async (): Promise<readonly OutgoingWhat[]> =>
      (await storage.outbox.pending(project, 100)).map(({ record }) => record.what),
    item: async (id: ItemId): Promise<ActionItem> => present(await storage.records.item(project, id)),
    issue: async (id: IssueId): Promise<Issue> => present(await storage.records.issue(project, id)),
    history: (id: RecordId | 'project'): Promise<readonly Change[]> => storage.records.history(project, id),
  }
}

/** A channel with the ERP roll-out in it, which Alex leads. */
export async function northwind(over: Partial<Project> = {}) {
  const channel = await aChannel()
  const { project, place, records } = channel
  await records.commit(project, { project: { record: { ...place, ...over }, over: 'new' } })
  return {
    ...channel,
    /** An item under the next number, as the builders make it. */
    givenItem: (item: Partial<ActionItem> = {}): Promise<ItemId> =>
      records.createItem(project, (id) => ({
        items: [{ record: anActionItem({ ...item, id }), over: 'new' }],
      })),
    givenIssue: (issue: Partial<Issue> = {}): Promise<IssueId> =>
      records.createIssue(project, (id) => ({
        issues: [{ record: anIssue({ ...issue, id }), over: 'new' }],
      })),
    givenCard: (about: RecordId) =>
      records.commit(project, { posted: [{ about, message: aMessageRef({ message: `card-of-${about}` }) }] }),
  }
}

/** The item that an outcome shows; throws for any other outcome. */
export function itemIn(outcome: Outcome): ItemView {
  if ('view' in outcome && 'record' in outcome.view && outcome.view.record === 'item') return outcome.view
  throw new Error(`No item in ${JSON.stringify(outcome)}`)
}

/** The issue that an outcome shows; throws for any other outcome. */
export function issueIn(outcome: Outcome): IssueView {
  if ('view' in outcome && 'record' in outcome.view && outcome.view.record === 'issue') return outcome.view
  throw new Error(`No issue in ${JSON.stringify(outcome)}`)
}

/** The outcome, known to be of this kind; throws for any other. */
export function expectKind<K extends Outcome['kind']>(outcome: Outcome, kind: K): OutcomeOf<K> {
  if (outcome.kind !== kind) throw new Error(`Not ${kind} but ${JSON.stringify(outcome)}`)
  return outcome as OutcomeOf<K>
}

type OutcomeOf<K, O extends Outcome = Outcome> = O extends { kind: infer Kinds }
  ? K extends Kinds
    ? O
    : never
  : never

function present<T>(stored: { readonly record: T } | null): T {
  if (!stored) throw new Error('No such record')
  return stored.record
}
