import type { ActionItem } from '../../bot/domain/actionItem'
import type { ChannelId, PersonId, ProjectId, TenantId } from '../../bot/domain/ids'
import type { Issue } from '../../bot/domain/issue'
import { instant } from '../../bot/domain/time'
import { weeksLater } from '../../bot/domain/week'
import type { Records } from '../../bot/flows/ports'
import type { Storage } from '../../bot/storage/openStorage'
import { openTestStorage } from '../support/azurite'
import {
  aChange,
  aCycle,
  aDraft,
  ADELE,
  ALEX,
  aMessageRef,
  anActionItem,
  anAnswer,
  anAsk,
  anIssue,
  aPostedRecap,
  aProject,
  aRecap,
  at,
  LAST_WEEK,
  inDays,
  MEGAN,
  NOW,
  TENANT,
  THIS_WEEK,
} from '../support/builders'

let storage: Storage
let records: Records
let project: ProjectId
let count = 0

beforeEach(async () => {
  storage = await openTestStorage()
  records = storage.records
  project = records.idOf(TENANT, `channel-${++count}` as ChannelId)
})

const DONE: ActionItem['state'] = { status: 'done', at: NOW, by: MEGAN }
const CLOSED: Issue['state'] = { status: 'closed', at: NOW, validatedBy: ADELE }

describe('what is kept comes back as it was', () => {
  test('a project', async () => {
    expect(await records.project(project)).toBeNull()
    const record = aProject({ id: project, state: { status: 'paused', since: NOW, by: ALEX } })
    await records.commit(project, { project: { record, over: 'new' } })
    expect((await records.project(project))?.record).toEqual(record)
  })

  test.each<ActionItem['state']>([
    { status: 'open' },
    { status: 'inProgress' },
    { status: 'blocked', reason: 'no access', needs: ADELE, since: NOW },
    DONE,
    { status: 'cancelled', at: NOW, by: MEGAN, why: 'not needed' },
  ])('an action item that is $status', async (state) => {
    const record = anActionItem({ state, conversation: { conversation: '19:x@thread', message: '1' } })
    await records.commit(project, { items: [{ record, over: 'new' }] })
    expect((await records.item(project, 'A-12'))?.record).toEqual(record)
  })

  test.each<Issue['state']>([
    { status: 'new' },
    { status: 'triaged' },
    { status: 'inProgress' },
    { status: 'readyForRetest' },
    { status: 'reopened', why: 'came back' },
    CLOSED,
    { status: 'deferred', at: NOW, acceptedBy: ADELE, why: 'month end only' },
    { status: 'duplicate', of: 'I-3', at: NOW },
  ])('an issue that is $status', async (state) => {
    const record = anIssue({ state, severity: null, owner: null, workstream: null })
    await records.commit(project, { issues: [{ record, over: 'new' }] })
    expect((await records.issue(project, 'I-7'))?.record).toEqual(record)
  })

  test('a week: its cycle, asks, answers and draft', async () => {
    const ask = anAsk({
      delivery: { status: 'unreachable', at: NOW, why: 'notInstalled', fallback: true },
      snoozes: [{ at: NOW, choice: 'tomorrow', until: NOW }],
      remindedAt: [NOW],
      away: { until: inDays(13), inPlace: MEGAN },
      covers: [{ owner: ADELE, until: inDays(13), since: NOW, answeredAt: null }],
      answeredAt: NOW,
    })
    const answers = [
      anAnswer({ item: 'A-2', says: { kind: 'notOnTrack', why: 'late', newDate: null, needs: ADELE } }),
      anAnswer({ item: 'A-12', says: { kind: 'done' } }),
    ]
    const override = { colour: 'green', by: ALEX, why: 'agreed with the sponsor' } as const
    const draft = aDraft({
      headline: 'Fine',
      overallOverride: override,
      workstreamOverrides: [{ ...override, workstream: aProject().workstreams[0]!.id }],
    })
    await records.commit(project, {
      cycle: { record: aCycle(), over: 'new' },
      asks: [{ record: ask, over: 'new' }],
      answers: answers.map((record) => ({ record, over: 'new' })),
      draft: { record: draft, over: 'new' },
    })
    expect((await records.cycle(project, THIS_WEEK))?.record).toEqual(aCycle())
    expect((await records.ask(project, THIS_WEEK, ask.person.id))?.record).toEqual(ask)
    expect((await records.answers(project, THIS_WEEK)).map(({ record }) => record)).toEqual(answers)
    expect((await records.draft(project, THIS_WEEK))?.record).toEqual(draft)
    expect(await records.cycle(project, LAST_WEEK)).toBeNull()
    expect(await records.ask(project, LAST_WEEK, ask.person.id)).toBeNull()
  })

  test('a posted recap with every kind of evidence and its card', async () => {
    const line = { item: 'A-1', title: 'List', owner: MEGAN } as const
    const recap = aRecap({
      overall: {
        rule: 'red',
        evidence: [
          { kind: 'showStopper', issue: 'I-1', days: 3 },
          { kind: 'itemBlocked', item: 'A-1', days: 2 },
          { kind: 'itemsLate', late: 1, open: 2, worstDays: 3 },
          { kind: 'itemMovedOften', item: 'A-1', times: 3 },
          { kind: 'goLiveMoved', days: 7 },
          { kind: 'workstreams', red: 1, amber: 1, of: 3 },
          { kind: 'nothingOpen' },
        ],
        override: { colour: 'amber', by: ALEX, why: null },
      },
      overallWas: 'green',
      done: [line],
      late: [{ ...line, due: at('2026-11-19').slice(0, 10) as never, days: 1 }],
      blocked: [{ ...line, reason: 'x', needs: ADELE, waits: null, unblocks: 'test', days: 2 }],
      comments: [{ person: MEGAN, text: 'soon' }],
      editedBy: ALEX,
    })
    const record = aPostedRecap({ recap, card: { body: [{ text: 'a', ok: true, n: 1.5, no: null }] } })
    await records.commit(project, { recap: { record, over: 'new' } })
    expect((await records.recap(project, THIS_WEEK))?.record).toEqual(record)
  })

  test('where our card of a record, a week and a recap stands, and the latest place wins', async () => {
    const abouts = ['A-12', 'I-7', `week:${THIS_WEEK}`, `recap:${THIS_WEEK}`] as const
    for (const about of abouts) {
      expect(await records.posted(project, about)).toBeNull()
      await records.commit(project, { posted: [{ about, message: aMessageRef({ message: 'first' }) }] })
      await records.commit(project, { posted: [{ about, message: aMessageRef({ message: about }) }] })
    }
    for (const about of abouts) {
      expect(await records.posted(project, about)).toEqual({
        about,
        message: aMessageRef({ message: about }),
      })
    }
  })

  test('a record that got shorter keeps nothing of its longer past', async () => {
    await records.commit(project, {
      items: [{ record: anActionItem({ title: 'x'.repeat(90_000) }), over: 'new' }],
    })
    const { revision } = (await records.item(project, 'A-12'))!
    const short = anActionItem({ title: 'short' })
    await records.commit(project, { items: [{ record: short, over: revision }] })
    expect((await records.item(project, 'A-12'))?.record).toEqual(short)
    expect(await records.openItems(project)).toEqual([short])
  })
})

describe('open records', () => {
  test('an item leaves the open ones when it is done, and is back when it is reopened', async () => {
    await records.commit(project, { items: [{ record: anActionItem(), over: 'new' }] })
    expect(await records.openItems(project)).toHaveLength(1)

    let { revision } = (await records.item(project, 'A-12'))!
    expect(
      await records.commit(project, { items: [{ record: anActionItem({ state: DONE }), over: revision }] }),
    ).toBe('saved')
    expect(await records.openItems(project)).toEqual([])

    revision = (await records.item(project, 'A-12'))!.revision
    const renamed = anActionItem({ state: DONE, title: 'renamed' })
    expect(await records.commit(project, { items: [{ record: renamed, over: revision }] })).toBe('saved')

    revision = (await records.item(project, 'A-12'))!.revision
    await records.commit(project, { items: [{ record: anActionItem(), over: revision }] })
    expect(await records.openItems(project)).toEqual([anActionItem()])
  })

  test('the last write wins over whatever stands there, and the open ones stay right', async () => {
    for (const state of [DONE, { status: 'open' }, DONE, DONE, { status: 'inProgress' }] as const) {
      const record = anActionItem({ state })
      expect(await records.commit(project, { items: [{ record, over: 'any' }] })).toBe('saved')
      expect(await records.openItems(project)).toEqual(state === DONE ? [] : [record])
    }
  })

  test('closed, deferred and duplicate issues are not among the open ones', async () => {
    const states: Issue['state'][] = [
      { status: 'new' },
      CLOSED,
      { status: 'deferred', at: NOW, acceptedBy: ADELE, why: 'x' },
      { status: 'duplicate', of: 'I-1', at: NOW },
      { status: 'reopened', why: 'x' },
    ]
    for (const state of states) {
      await records.createIssue(project, (id) => ({
        issues: [{ record: anIssue({ id, state }), over: 'new' }],
      }))
    }
    expect((await records.openIssues(project)).map(({ id }) => id).sort()).toEqual(['I-1', 'I-5'])
  })

  test('a thousand open items are all listed', async () => {
    const ids = Array.from({ length: 1_050 }, (_, index) => `A-${index + 1}` as const)
    for (let from = 0; from < ids.length; from += 50) {
      const items = ids
        .slice(from, from + 50)
        .map((id) => ({ record: anActionItem({ id }), over: 'new' }) as const)
      await records.commit(project, { items })
    }
    expect((await records.openItems(project)).map(({ id }) => id)).toEqual(ids)
  })
})

describe('pages of issues', () => {
  test('newest number first, each once, across pages', async () => {
    for (let made = 0; made < 12; made++) {
      await records.createIssue(project, (id) => ({
        issues: [{ record: anIssue({ id, state: made % 2 ? CLOSED : { status: 'new' } }), over: 'new' }],
      }))
    }
    const first = await records.issues(project, { before: null, limit: 5 })
    const second = await records.issues(project, { before: first.at(-1)!.id, limit: 5 })
    const third = await records.issues(project, { before: second.at(-1)!.id, limit: 5 })
    expect([...first, ...second, ...third].map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, index) => `I-${12 - index}`),
    )
    expect(await records.issues(project, { before: 'I-1', limit: 5 })).toEqual([])
  })
})

describe('pages of items', () => {
  test('newest number first, each once, whatever state it is in', async () => {
    expect(await records.items(project, { before: null, limit: 5 })).toEqual([])
    for (let made = 0; made < 12; made++) {
      await records.createItem(project, (id) => ({
        items: [{ record: anActionItem({ id, ...(made % 2 && { state: DONE }) }), over: 'new' }],
      }))
    }
    const first = await records.items(project, { before: null, limit: 5 })
    const second = await records.items(project, { before: first.at(-1)!.id, limit: 5 })
    const third = await records.items(project, { before: second.at(-1)!.id, limit: 5 })
    expect([first.length, second.length, third.length]).toEqual([5, 5, 2])
    expect([...first, ...second, ...third].map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, index) => `A-${12 - index}`),
    )
    expect(await records.items(project, { before: 'A-1', limit: 5 })).toEqual([])
  })
})

describe('history', () => {
  test('is by record, oldest first, also beyond nine versions', async () => {
    const versions = Array.from({ length: 12 }, (_, index) => index + 1)
    for (const version of versions) {
      await records.commit(project, {
        changes: [
          aChange({ version }),
          aChange({ version, record: 'A-1' }),
          aChange({ version, record: 'project' }),
        ],
      })
    }
    expect((await records.history(project, 'A-12')).map(({ version }) => version)).toEqual(versions)
    expect((await records.history(project, 'project')).map(({ version }) => version)).toEqual(versions)
    expect(await records.history(project, 'I-12')).toEqual([])
  })

  test('gives one change by its version, whole', async () => {
    const change = aChange({
      undoes: 1,
      why: 'mistake',
      fields: [{ field: 'due', from: null, to: { first: '2026-11-20', moves: [] } }],
    })
    await records.commit(project, { changes: [change] })
    expect(await records.change(project, 'A-12', 2)).toEqual(change)
    expect(await records.change(project, 'A-12', 3)).toBeNull()
  })

  test('what changed in a span of time begins with its first moment and ends before its last', async () => {
    const moments = [
      '2026-11-20T08:59:59.999Z',
      '2026-11-20T09:00:00.000Z',
      '2026-11-20T09:59:59.999Z',
      '2026-11-20T10:00:00.000Z',
    ]
    await records.commit(project, {
      changes: moments.map((moment, index) => aChange({ at: instant(moment), version: 9 - index })),
    })
    const between = await records.changesBetween(project, instant(moments[1]!), instant(moments[3]!))
    expect(between.map((change) => change.at)).toEqual([moments[1], moments[2]])
  })

  test('the same version of a record is written once', async () => {
    await records.commit(project, { changes: [aChange()] })
    expect(await records.commit(project, { changes: [aChange({ why: 'other' })] })).toBe('lost')
    expect((await records.change(project, 'A-12', 2))?.why).toBeNull()
  })
})

describe('recaps', () => {
  test('come newest first over a year end, as many as asked for, before a week', async () => {
    const weeks = [-2, -1, 0, 1, 2].map((step) => weeksLater('2026-W53', step))
    for (const week of weeks) {
      await records.commit(project, {
        recap: { record: aPostedRecap({ recap: aRecap({ week }) }), over: 'new' },
      })
    }
    const newestFirst = weeks.toReversed()
    const listed = async (before: (typeof weeks)[number] | null, limit: number) =>
      (await records.recaps(project, before, limit)).map(({ recap }) => recap.week)
    expect(newestFirst).toEqual(['2027-W02', '2027-W01', '2026-W53', '2026-W52', '2026-W51'])
    expect(await listed(null, 10)).toEqual(newestFirst)
    expect(await listed(null, 2)).toEqual(newestFirst.slice(0, 2))
    expect(await listed('2027-W01', 2)).toEqual(['2026-W53', '2026-W52'])
    expect(await listed('2026-W51', 2)).toEqual([])
  })

  test('only one of two who post the same week does', async () => {
    const recap = { record: aPostedRecap(), over: 'new' } as const
    const results = await Promise.all([
      records.commit(project, { recap }),
      records.commit(project, { recap }),
    ])
    expect(results.sort()).toEqual(['lost', 'saved'])
  })
})

describe('answers', () => {
  test('of one person are found without those of a person whose id begins the same', async () => {
    const short = { id: 'person-1' as PersonId, name: 'One' }
    const long = { id: 'person-12' as PersonId, name: 'Twelve' }
    const dotted = { id: 'person-1.x' as PersonId, name: 'Dotted' }
    const people = [short, long, dotted]
    await records.commit(project, {
      asks: people.map((person) => ({ record: anAsk({ person }), over: 'new' })),
      answers: people.map((person) => ({ record: anAnswer({ person }), over: 'new' })),
    })
    for (const person of people) {
      const found = await records.answers(project, THIS_WEEK, person.id)
      expect(found.map(({ record }) => record.person)).toEqual([person])
    }
    expect(await records.answers(project, THIS_WEEK)).toHaveLength(3)
    expect(await records.asks(project, THIS_WEEK)).toHaveLength(3)
    expect(await records.asks(project, LAST_WEEK)).toEqual([])
  })
})

describe('projects keep apart', () => {
  test('by tenant and by channel, also when their ids together spell the same', async () => {
    const ids = [
      ['a', 'b.c'],
      ['a.b', 'c'],
      ['a', 'b_2ec'],
      ['a_2eb', 'c'],
      ['A', 'b.c'],
      ['a', 'b/c\\d#e?f%g\u0001'],
      ['a', '19:meeting_ü@thread.tacv2'],
    ].map(([tenant, channel]) => records.idOf(tenant as TenantId, channel as ChannelId))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) {
      const title = `only in ${id}`
      await records.createItem(id, (item) => ({
        items: [{ record: anActionItem({ id: item, title }), over: 'new' }],
      }))
    }
    for (const id of ids) {
      expect((await records.openItems(id)).map(({ title }) => title)).toEqual([`only in ${id}`])
    }
  })
})
