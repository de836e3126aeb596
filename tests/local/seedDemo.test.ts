import { isOverdue, type ActionItem } from '../../bot/domain/actionItem'
import { dueOn, driftDays } from '../../bot/domain/dueDate'
import type { Change } from '../../bot/domain/history'
import type { ProjectId } from '../../bot/domain/ids'
import type { Issue, IssueStatus } from '../../bot/domain/issue'
import { dateIn, daysBetween, fromEpochMs, epochMs, instant, type Instant } from '../../bot/domain/time'
import { weekIn, weeksLater } from '../../bot/domain/week'
import { carryOut } from '../../bot/flows/carryOut'
import type { Records } from '../../bot/flows/ports'
import { demoEvents } from '../../bot/local/demo/events'
import { NO_FILES } from '../../bot/local/demo/noFiles'
import { seedDemo, type SeedDeps } from '../../bot/local/demo/seedDemo'
import { demoWorld } from '../../bot/local/demo/world'
import { parseReference } from '../../bot/teams/reference'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import { aPerson, at, COPENHAGEN, fixedClock, zone } from '../support/builders'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'

const world = { ...demoWorld('http://localhost:56150'), zone: COPENHAGEN }
/** Changes that the story tells of the running week. */
const THIS_WEEKS = 19

async function anEmptyMachine(now: Instant) {
  const storage = await openStorageAt(now)
  const deps = seedDepsOf(storage, now)
  return { storage, deps, project: storage.records.idOf(world.tenant, world.channel.id) }
}

async function openStorageAt(now: Instant): Promise<Storage> {
  return openStorage({ client: await freshTable(), clock: fixedClock(now) })
}

function seedDepsOf({ records, people, channels }: Storage, now: Instant): SeedDeps {
  return { records, people, channels, renderRecap: ({ headline }) => ({ headline }), now }
}

async function tellStory(now: Instant, where = world) {
  const machine = await anEmptyMachine(now)
  expect(await seedDemo(machine.deps, where)).toBe('seeded')
  const { records } = machine.storage
  const { project } = machine
  const stored = await records.project(project)
  return {
    ...machine,
    now,
    zone: where.zone,
    records,
    record: stored!.record,
    today: dateIn(now, where.zone),
    items: await allItems(records, project),
    issues: await records.issues(project, { before: null, limit: 100 }),
    changes: await allChanges(records, project, now),
    thisWeek: weekIn(now, where.zone),
  }
}

async function allItems(records: Records, project: ProjectId) {
  const items: ActionItem[] = []
  for (let number = 1; ; number++) {
    const item = await records.item(project, `A-${number}`)
    if (!item) return items
    items.push(item.record)
  }
}

function allChanges(records: Records, project: ProjectId, now: Instant) {
  return records.changesBetween(project, instant('2020-01-01T00:00:00Z'), fromEpochMs(epochMs(now) + 1))
}

function countByState(issues: readonly Issue[]) {
  const counts: Partial<Record<IssueStatus, number>> = {}
  for (const { state } of issues) counts[state.status] = (counts[state.status] ?? 0) + 1
  return counts
}

describe.each([
  ['in the first minutes of a Monday', at('2026-11-23', '00:02'), COPENHAGEN],
  ['on a Monday before noon', at('2026-11-23', '11:15'), COPENHAGEN],
  ['on a Wednesday, ten days after the clocks changed', at('2026-11-04', '14:00'), COPENHAGEN],
  ['on the last minute of a Sunday', at('2026-11-22', '23:59'), COPENHAGEN],
  ['on New Year’s Day', at('2027-01-01', '12:00'), COPENHAGEN],
  [
    'on a Tuesday that is still Monday in Honolulu',
    instant('2026-11-24T08:00:00Z'),
    zone('Pacific/Honolulu'),
  ],
])('A demo project that is made %s', (_, now, where) => {
  let story: Awaited<ReturnType<typeof tellStory>>
  beforeAll(async () => {
    story = await tellStory(now, { ...world, zone: where })
  })

  test('has two dozen issues in all states, numbered without gaps', () => {
    expect(story.issues.map(({ id }) => id)).toEqual(
      Array.from({ length: 24 }, (_, index) => `I-${24 - index}`),
    )
    expect(countByState(story.issues)).toEqual({
      new: 3,
      triaged: 4,
      inProgress: 4,
      readyForRetest: 3,
      reopened: 2,
      closed: 5,
      deferred: 2,
      duplicate: 1,
    })
  })

  test('has items that are late, blocked by a person and moved twice, and some that others wait for', () => {
    const { items, today } = story
    expect(items).toHaveLength(18)
    const late = items.filter((item) => isOverdue(item, today)).map(({ id }) => id)
    expect(late).toEqual(expect.arrayContaining(['A-3', 'A-6', 'A-12']))
    expect(late.length).toBeLessThanOrEqual(6)
    const blocked = items.flatMap(({ id, state }) =>
      state.status === 'blocked' ? [`${id} needs ${state.needs?.name ?? 'nobody'}`] : [],
    )
    expect(blocked).toEqual(['A-3 needs Megan Bowen'])
    expect(items.filter(({ due }) => due?.moves.length === 2).map(({ id }) => id)).toEqual(['A-2'])
    expect(items.filter((item) => item.for !== null && item.unblocks !== null).length).toBeGreaterThan(8)
  })

  test('gives each of the six something open to answer for', async () => {
    const open = await story.records.openItems(story.project)
    expect(new Set(open.map(({ owner }) => owner.name))).toEqual(
      new Set(world.people.map(({ name }) => name)),
    )
  })

  test('goes live in about seven weeks, two weeks later than first said, with the reason', () => {
    const { goLive } = story.record
    expect(driftDays(goLive!)).toBe(14)
    expect(goLive!.moves).toHaveLength(1)
    expect(goLive!.moves[0]!.why).toContain('stock count')
    expect(daysBetween(story.today, dueOn(goLive!))).toBeGreaterThan(42)
    expect(daysBetween(story.today, dueOn(goLive!))).toBeLessThanOrEqual(49)
  })

  test('has the recaps of the two weeks before, the second with what changed since the first', async () => {
    const recaps = await story.records.recaps(story.project, null, 10)
    expect(recaps.map(({ recap }) => recap.week)).toEqual([
      weeksLater(story.thisWeek, -1),
      weeksLater(story.thisWeek, -2),
    ])
    const [second, first] = recaps.map(({ recap }) => recap)
    expect(first).toMatchObject({
      answers: { asked: 6, answered: 5 },
      issues: { change: null },
      editedBy: null,
    })
    expect(second).toMatchObject({ answers: { asked: 6, answered: 6 }, editedBy: { name: 'Alex Wilber' } })
    expect(second!.issues.change).toBeGreaterThan(0)
    expect(first!.done).not.toHaveLength(0)
    expect(second!.done).not.toHaveLength(0)
    expect(second!.slipped.find(({ item }) => item === 'A-2')).toMatchObject({ moves: 2 })
    expect(second!.blocked).not.toHaveLength(0)
    expect(recaps[0]!.card).toEqual({ headline: 'Go-live moves by two weeks, for the stock count' })
  })

  test('leaves this week unasked, so that asking now gives each of the six a card', async () => {
    expect(await story.records.cycle(story.project, story.thisWeek)).toBeNull()
    expect(await story.records.recap(story.project, story.thisWeek)).toBeNull()
    expect(await story.storage.outbox.pending(story.project, 10)).toEqual([])
    expect(await story.storage.outbox.projectsWithPending()).toEqual([])

    const { id, name } = world.people[0]!
    const outcome = await carryOut(
      {
        ...story.deps,
        roster: aRoster(world.people),
        teamChannels: aTeamWith(),
        teamAccess: NO_TEAM_ACCESS,
        clock: fixedClock(now),
        exchange: NO_FILES,
      },
      {
        project: story.project,
        actor: { tenant: world.tenant, person: { id, name }, locale: 'en-GB', zone: null, ownsTeam: false },
        door: 'chat',
        command: { do: 'askNow' },
      },
    )
    expect(outcome).toMatchObject({ kind: 'asked', again: false, view: { asked: 6, answered: 0 } })
  })

  test('happened before now, each change of a record after the one before, the last since the recap', async () => {
    expect(story.changes.every((change) => change.at <= now)).toBe(true)
    const seen = new Map<Change['record'], Change>()
    for (const change of story.changes) {
      expect(change.version).toBe((seen.get(change.record)?.version ?? 0) + 1)
      seen.set(change.record, change)
    }
    const [lastRecap] = await story.records.recaps(story.project, null, 1)
    expect(story.changes.filter((change) => change.at > lastRecap!.postedAt)).toHaveLength(THIS_WEEKS)
  })
})

const NOW = at('2026-11-18', '14:00')

test('no two things of the past weeks happen at one moment, so that a broken story can be taken up by time', () => {
  const past = demoEvents({
    calendar: { week: weekIn(NOW, COPENHAGEN), zone: COPENHAGEN },
    now: NOW,
    person: (name) => aPerson(name),
  }).filter((event) => !event.isThisWeek)
  expect(new Set(past.map((event) => event.at)).size).toBe(past.length)
})

describe('Once the story is told', () => {
  let whole: Awaited<ReturnType<typeof tellStory>>
  beforeAll(async () => {
    whole = await tellStory(NOW)
  })

  test('a second start changes nothing, a week later either', async () => {
    const { deps, records, project, changes } = whole
    const later = hoursAfter(NOW, 24 * 8)
    expect(await seedDemo(deps, world)).toBe('alreadyThere')
    expect(await seedDemo({ ...deps, now: later }, world)).toBe('alreadyThere')
    expect(await allChanges(records, project, later)).toEqual(changes)
    expect(await records.recaps(project, null, 10)).toHaveLength(2)
  })

  test('the Playground’s people and channel can be reached before anybody has written', async () => {
    const { storage, project } = whole
    const place = await storage.channels.place(project)
    expect(place).toMatchObject({ team: 'team-id', channel: 'team-id', channelName: 'General' })
    expect(parseReference(place!.reference)).toMatchObject({
      serviceUrl: 'http://localhost:56150/_connector',
    })
    const [alex, megan] = await Promise.all(
      world.people.slice(0, 2).map(({ id }) => storage.people.contact(world.tenant, id)),
    )
    expect(parseReference(alex!.reference)).toMatchObject({ conversation: 'personal-chat-id' })
    expect(megan).toMatchObject({ teamsId: 'user-id-1', reference: null })
    expect(await storage.people.projectsOf(world.tenant, megan!.person.id)).toEqual([project])
  })

  test('a Playground on another port is found again at the next start', async () => {
    const { deps, storage, project } = whole
    await seedDemo(deps, { ...world, serviceUrl: 'http://localhost:60000/_connector' })
    const place = await storage.channels.place(project)
    expect(parseReference(place!.reference)).toMatchObject({
      serviceUrl: 'http://localhost:60000/_connector',
    })
  })

  test.each<[string, Write, number, number]>([
    ['right after the setup', 'item', 1, 0],
    ['between claiming a week and asking', 'asks', 1, 5],
    ['among the first week’s answers', 'answers', 4, 1],
    ['before its second recap', 'recap', 2, 20],
    ['in the running week', 'issue', 23, 2],
    ['before its last issue, in a week that is over by the next start', 'issue', 24, 24 * 8],
  ])('a start that broke off %s is finished by the next one', async (_, write, which, hours) => {
    const { deps, storage, project } = await anEmptyMachine(NOW)
    await tellBeginning(deps, write, which)
    const later = hoursAfter(NOW, hours)
    expect(await seedDemo({ ...deps, now: later }, world)).toBe('seeded')
    const { records } = storage
    expect(toldBy(await allChanges(records, project, later))).toEqual(toldBy(whole.changes))
    expect(await answersInRecaps(records, project)).toEqual(await answersInRecaps(whole.records, project))
    expect(await seedDemo({ ...deps, now: later }, world)).toBe('alreadyThere')
  })
})

test('a project that somebody set up themselves is left alone', async () => {
  const { deps, storage, project } = await anEmptyMachine(NOW)
  await tellBeginning(deps, 'item', 1)
  const stored = await storage.records.project(project)
  const theirs = { ...stored!.record, createdAt: hoursAfter(stored!.record.createdAt, 1) }
  await storage.records.commit(project, { project: { record: theirs, over: stored!.revision } })
  expect(await seedDemo(deps, world)).toBe('alreadyThere')
  expect(await allItems(storage.records, project)).toEqual([])
})

function hoursAfter(moment: Instant, hours: number): Instant {
  return fromEpochMs(epochMs(moment) + hours * 3_600_000)
}

type Write = 'item' | 'issue' | 'asks' | 'answers' | 'recap'

/** Tells the story on a machine that dies before the first, second, ... write of this kind. */
async function tellBeginning(deps: SeedDeps, write: Write, which: number): Promise<void> {
  const dying = { ...deps, records: dyingBefore(deps.records, write, which) }
  await expect(seedDemo(dying, world)).rejects.toThrow('The machine died')
}

function dyingBefore(records: Records, write: Write, which: number): Records {
  let seen = 0
  const meet = (kind: Write) => {
    if (kind === write && ++seen === which) throw new Error('The machine died')
  }
  return {
    ...records,
    commit: async (project, commit) => {
      if (commit.asks && !commit.answers) meet('asks')
      if (commit.answers) meet('answers')
      if (commit.recap) meet('recap')
      return records.commit(project, commit)
    },
    createItem: async (project, make) => {
      meet('item')
      return records.createItem(project, make)
    },
    createIssue: async (project, make) => {
      meet('issue')
      return records.createIssue(project, make)
    },
  }
}

/** All that the records' histories say, but for when. */
function toldBy(changes: readonly Change[]) {
  return changes
    .map(({ record, version, by, why }) => `${record} v${version} ${by.name} ${why ?? ''}`)
    .toSorted()
}

async function answersInRecaps(records: Records, project: ProjectId) {
  return (await records.recaps(project, null, 10)).map(({ recap }) => recap.answers)
}
