import fc from 'fast-check'
import type { ChannelId, IssueId, PersonId, ProjectId, WorkstreamId } from '../../bot/domain/ids'
import type { Issue, IssueState } from '../../bot/domain/issue'
import {
  countedAnew,
  facetsOf,
  listed,
  NO_ISSUES,
  NOBODY,
  SEVERITY_KEYS,
  STATUS_ORDER,
  type IssueCounts,
  type IssueListing,
} from '../../bot/domain/issueList'
import { fromEpochMs, epochMs } from '../../bot/domain/time'
import type { Records } from '../../bot/flows/ports'
import { connectTables } from '../../bot/storage/connectTables'
import { toRow } from '../../bot/storage/document'
import { rowKeys } from '../../bot/storage/keys'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTable, freshTableName, openTestStorage, tablesConnection } from '../support/azurite'
import { ADELE, ALEX, anIssue, fixedClock, MEGAN, NOW, TENANT } from '../support/builders'
import { inListing } from '../support/inListing'
import { startTablesProxy, type TableRequest } from '../support/tablesProxy'

let records: Records
let project: ProjectId
let count = 0

beforeEach(async () => {
  records = (await openTestStorage()).records
  project = records.idOf(TENANT, `lists-${++count}` as ChannelId)
})

const id = (number: number): IssueId => `I-${number}`
const LEDGER = 'ledger' as WorkstreamId
const TRAINING = 'training.2' as WorkstreamId
const STATES: readonly IssueState[] = [
  { status: 'new' },
  { status: 'triaged' },
  { status: 'inProgress' },
  { status: 'readyForRetest' },
  { status: 'reopened', why: 'it is back' },
  { status: 'closed', validatedBy: ADELE, at: NOW },
  { status: 'deferred', acceptedBy: ALEX, at: NOW, why: 'month end only' },
  { status: 'duplicate', of: 'I-1', at: NOW },
]

/** Every listing there is, for these people and workstreams. */
function everyListing(): IssueListing[] {
  const severities = [null, ...SEVERITY_KEYS]
  const owners = [MEGAN.id, ADELE.id, ALEX.id, NOBODY] as (PersonId | typeof NOBODY)[]
  const workstreams = [LEDGER, TRAINING, NOBODY] as (WorkstreamId | typeof NOBODY)[]
  return [
    { by: 'change' },
    { by: 'newest' },
    { by: 'all' },
    { by: 'state', state: null },
    { by: 'owner', owner: null },
    { by: 'workstream', workstream: null },
    ...severities.flatMap((severity): IssueListing[] => [
      { by: 'severity', severity },
      ...STATUS_ORDER.map((state): IssueListing => ({ by: 'state', state, severity })),
      ...owners.map((owner): IssueListing => ({ by: 'owner', owner, severity })),
      ...workstreams.map((workstream): IssueListing => ({ by: 'workstream', workstream, severity })),
    ]),
  ]
}

async function wholeListing(listing: IssueListing, limit: number) {
  const found = []
  let after: string | null = null
  do {
    const page = await records.issuePage(project, listing, { after, limit })
    if (!page) throw new Error('A page’s own cursor was refused')
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    found.push(...page.rows)
    after = page.next
  } while (after !== null)
  return found
}

function countedInMemory(issues: Iterable<Issue>): IssueCounts {
  return [...issues].reduce((so, issue) => countedAnew(so, null, facetsOf(issue)), NO_ISSUES)
}

const changes = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 12 }),
    state: fc.constantFrom(...STATES),
    severity: fc.constantFrom('showStopper', 'workaround', 'cosmetic', null),
    owner: fc.constantFrom(MEGAN, ADELE, ALEX, null),
    workstream: fc.constantFrom(LEDGER, TRAINING, null),
    later: fc.integer({ min: 0, max: 100_000 }),
  }),
  { minLength: 1, maxLength: 30 },
)

test('reading a listing by pages gives what filtering and sorting everything in memory gives, whatever was changed', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.integer({ min: 1, max: 7 }), async (all, limit) => {
      project = records.idOf(TENANT, `lists-${++count}` as ChannelId)
      const known = new Map<IssueId, Issue>()
      for (const { number, later, ...fields } of all) {
        const there = await records.issue(project, id(number))
        const next = anIssue({
          id: id(number),
          ...fields,
          changedAt: fromEpochMs(epochMs(NOW) + later),
          version: (there?.record.version ?? 0) + 1,
        })
        const over = there?.revision ?? 'new'
        expect(await records.commit(project, { issues: [{ record: next, over }] })).toBe('saved')
        known.set(next.id, next)
      }
      for (const listing of everyListing()) {
        const expected = inListing([...known.values()], listing).map(listed)
        expect({ listing, rows: await wholeListing(listing, limit) }).toEqual({ listing, rows: expected })
      }
      expect(await records.issueCounts(project)).toEqual(countedInMemory(known.values()))
    }),
    { numRuns: 4 },
  )
})

test('twenty people who change issues in the same second are all counted, over two processes', async () => {
  const other = (await openTestStorage()).records
  for (let made = 1; made <= 20; made++) {
    await records.commit(project, {
      issues: [{ record: anIssue({ id: id(made), severity: null }), over: 'new' }],
    })
  }
  const ends = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const process = at % 2 ? records : other
      const there = await process.issue(project, id(at + 1))
      const record = { ...there!.record, severity: 'cosmetic', version: 2 } as const
      return process.commit(project, { issues: [{ record, over: there!.revision }] })
    }),
  )
  expect(new Set(ends)).toEqual(new Set(['saved']))
  expect((await records.issueCounts(project)).severity).toEqual({
    ...NO_ISSUES.severity,
    cosmetic: 20,
  })
})

test('who comes second to an issue loses, and nothing of theirs is listed or counted', async () => {
  await records.commit(project, { issues: [{ record: anIssue({ id: id(1), owner: null }), over: 'new' }] })
  const read = await records.issue(project, id(1))
  const taken = (owner: typeof MEGAN) => ({
    issues: [{ record: { ...read!.record, owner, version: 2 }, over: read!.revision }],
  })
  expect(await records.commit(project, taken(MEGAN))).toBe('saved')
  expect(await records.commit(project, taken(ADELE))).toBe('lost')
  expect((await records.issueCounts(project)).owner).toEqual({ [MEGAN.id]: 1 })
  expect(await wholeListing({ by: 'owner', owner: ADELE.id, severity: null }, 5)).toEqual([])
})

test('a cursor of another listing, or made up, is refused', async () => {
  await records.commit(project, { issues: [{ record: anIssue({ id: id(1) }), over: 'new' }] })
  const listing: IssueListing = { by: 'owner', owner: MEGAN.id, severity: null }
  for (const after of ['', 'project', 'list.owner.~', rowKeys.listed('severity', ['0'], id(1)), 'zzz']) {
    expect(await records.issuePage(project, listing, { after, limit: 5 })).toBeNull()
  }
})

describe('issues that were stored before there were lists', () => {
  /** Writes issues as the version before did: the row, and its copy among the open ones. */
  async function havingStored(issues: readonly Issue[]) {
    const client = await freshTable()
    for (const issue of issues) {
      const open = !['closed', 'deferred', 'duplicate'].includes(issue.state.status)
      const place = { partition: project, row: rowKeys.issue(issue.id) }
      await client.createEntity({ ...toRow(place, 'issue', issue), listed: open })
      if (open) {
        await client.createEntity(
          toRow({ partition: project, row: rowKeys.openIssue(issue.id) }, 'issue', issue),
        )
      }
    }
    records = openStorage({ client, clock: fixedClock() }).records
  }
  const older = Array.from({ length: 40 }, (_, at) =>
    anIssue({ id: id(at + 1), state: STATES[at % STATES.length]!, owner: at % 3 ? MEGAN : null }),
  )

  test('are found in every listing, and counted', async () => {
    await havingStored(older)
    for (const listing of everyListing()) {
      const expected = inListing(older, listing).map(listed)
      expect({ listing, rows: await wholeListing(listing, 10) }).toEqual({ listing, rows: expected })
    }
    expect(await records.issueCounts(project)).toEqual(countedInMemory(older))
  })

  test('are changed like any other, whichever comes first: the change or the list', async () => {
    await havingStored(older)
    const there = await records.issue(project, id(1))
    const closed = { ...there!.record, state: STATES[5]!, version: 2 }
    const first = await records.commit(project, { issues: [{ record: closed, over: there!.revision }] })
    // Coming into the lists made another state of the row: who read it before loses once, and reads again.
    expect(first).toBe('lost')
    const again = await records.issue(project, id(1))
    expect(await records.commit(project, { issues: [{ record: closed, over: again!.revision }] })).toBe(
      'saved',
    )
    const now = [closed, ...older.slice(1)]
    expect(await records.issueCounts(project)).toEqual(countedInMemory(now))
    const listing: IssueListing = { by: 'severity', severity: null }
    expect(await wholeListing(listing, 50)).toEqual(inListing(now, listing).map(listed))
  })

  test('come into the lists once, though several ask at the same time', async () => {
    await havingStored(older)
    const counts = await Promise.all([1, 2, 3].map(() => records.issueCounts(project)))
    expect(counts).toEqual([1, 2, 3].map(() => countedInMemory(older)))
  })
})

test('a page is one request for its rows and one more, however many issues there are', async () => {
  const asked: TableRequest[] = []
  const proxy = await startTablesProxy(tablesConnection(), (moment, request) => {
    if (moment === 'arrived') asked.push(request)
    return Promise.resolve('on')
  })
  try {
    const client = await connectTables({
      table: freshTableName(),
      at: { kind: 'connection', connection: proxy.connection },
    })
    records = openStorage({ client, clock: fixedClock() }).records
    const reads: string[][] = []
    for (const upTo of [30, 120]) {
      for (let number = upTo === 30 ? 1 : 31; number <= upTo; number++) {
        await records.commit(project, { issues: [{ record: anIssue({ id: id(number) }), over: 'new' }] })
      }
      asked.length = 0
      await records.issueCounts(project)
      for (const listing of everyListing()) {
        asked.length = 0
        await records.issuePage(project, listing, { after: null, limit: 20 })
        reads.push(
          asked.map(({ method, path }) => `${method} ${new URL(path, 'http://a').searchParams.get('$top')}`),
        )
      }
    }
    expect(new Set(reads.flat())).toEqual(new Set(['GET 21']))
    expect(reads.every(({ length }) => length === 1)).toBe(true)
  } finally {
    await proxy.stop()
  }
})
