import type { EntryChange } from '../../bot/domain/sourceEntry'
import type { EntryId } from '../../bot/domain/ids'
import type { Command, NewEntry } from '../../bot/flows/command'
import {
  ADELE,
  ALEX,
  anAsk,
  aMessageRef,
  anEntry,
  at,
  inDays,
  ISAIAH,
  MEGAN,
  NOW,
  PATTI,
  THIS_WEEK,
} from '../support/builders'
import { runWeek } from '../../bot/flows/runWeek'
import { aChannel, expectKind, northwind } from './northwind'

const GUIDE = 'https://northwind.example/uat'
const page = (fields: Partial<NewEntry> = {}): Command => ({
  do: 'addEntry',
  fields: {
    title: 'UAT guide',
    about: null,
    content: GUIDE,
    owner: null,
    reviewDays: null,
    toBeRead: false,
    ...fields,
  },
})
const change = (entry: EntryId, what: EntryChange, seen: number | null = null): Command => ({
  do: 'changeEntry',
  entry,
  change: what,
  seen,
  onCard: null,
})

describe('a page of a new project', () => {
  test('shows the usual ten as places that nobody has written yet', async () => {
    const { when } = await northwind()
    const { view } = expectKind(await when(PATTI, { do: 'source' }), 'source')
    expect(view.lines).toHaveLength(10)
    expect(view.lines.every(({ freshness }) => freshness.kind === 'empty')).toBe(true)
    expect(view).toMatchObject({
      count: { written: 0, verified: 0, stale: 0 },
      colour: { rag: 'green', week: null },
    })
  })

  test('is not there where no project is', async () => {
    const { when } = await aChannel()
    for (const command of [
      { do: 'source' },
      page(),
      { do: 'where', question: 'plan', sure: true },
    ] as const) {
      expect(await when(ALEX, command)).toEqual({ kind: 'notSetUp' })
    }
  })
})

describe('adding', () => {
  test.each([
    ['UAT guide', 'S-8'],
    ['the test plan', 'S-8'],
    ['RACI', 'S-3'],
    ['Plan', 'S-1'],
    ['Change requests', 'S-7'],
    ['Go-live checklist', 'S-9'],
    ['Hypercare', 'S-10'],
    ['VPN access', 'S-11'],
    ['Data migration rules', 'S-11'],
    ['Training plan for the warehouse', 'S-11'],
  ])('“%s” fills %s', async (title, id) => {
    const { when, history } = await northwind()
    const { view, note } = expectKind(await when(PATTI, page({ title })), 'entry')
    expect(view.entry).toMatchObject({
      id,
      title,
      owner: PATTI,
      verified: { by: PATTI, at: NOW },
      version: 1,
    })
    expect(view.freshness.kind).toBe('verified')
    expect(note).toEqual({ kind: 'added', by: PATTI, undo: 1 })
    expect(await history(id as EntryId as never)).toMatchObject([{ version: 1, by: PATTI, door: 'chat' }])
  })

  test('numbers what is new one after the other, by ten at the same moment too', async () => {
    const { when, whenElsewhere } = await northwind()
    const titles = Array.from({ length: 10 }, (_, index) => `Carrier ${index}`)
    const outcomes = await Promise.all(
      titles.map((title, index) => (index % 2 ? when : whenElsewhere)(PATTI, page({ title }))),
    )
    const ids = outcomes.map((outcome) => Number(expectKind(outcome, 'entry').view.entry.id.slice(2)))
    expect(ids.sort((a, b) => a - b)).toEqual(titles.map((_, index) => 11 + index))
  })

  test('the same title again changes what stands, by who may', async () => {
    const { when } = await northwind()
    await when(PATTI, page({ title: 'VPN access' }))
    const again = expectKind(await when(PATTI, page({ title: 'vpn ACCESS', content: `${GUIDE}2` })), 'entry')
    expect(again.view.entry).toMatchObject({ id: 'S-11', version: 2, content: { url: `${GUIDE}2` } })
    expectKind(await when(MEGAN, page({ title: 'VPN access', content: `${GUIDE}3` })), 'notAllowed')
  })

  test.each([
    ['a title', { title: ' ' }],
    ['a link or a text', { content: ' ' }],
  ])('without %s asks for it with what is known, and writes nothing', async (_, fields) => {
    const { when, records, project } = await northwind()
    const form = expectKind(await when(PATTI, page(fields)), 'entryForm')
    expect(form.typed).toMatchObject(fields)
    expect(await records.entries(project)).toEqual([])
  })

  test('a link that is not https comes back in the form, whether at a place or beside', async () => {
    const { when } = await northwind()
    for (const title of ['UAT guide', 'VPN access']) {
      const form = expectKind(
        await when(PATTI, page({ title, content: 'http://northwind.example' })),
        'entryForm',
      )
      expect(form).toMatchObject({
        problem: 'badLink',
        typed: { title, content: 'http://northwind.example' },
      })
    }
  })

  test('for somebody else waits for their word, and their chat finds the project', async () => {
    const { when, people, place, project } = await northwind()
    const { view } = expectKind(await when(PATTI, page({ owner: ISAIAH })), 'entry')
    expect(view.freshness).toEqual({ kind: 'unverified', days: 0, before: false })
    expect(await people.projectsOf(place.tenant, ISAIAH.id)).toEqual([project])
  })

  test('is taken back by its author: the place is empty again, and what was new is gone', async () => {
    const { when } = await northwind()
    await when(PATTI, page())
    await when(PATTI, page({ title: 'VPN access' }))
    const place = expectKind(await when(PATTI, { do: 'undo', id: 'S-8', version: 1 }), 'entry')
    expect(place.view.entry).toMatchObject({ content: { kind: 'empty' }, owner: null, verified: null })
    await when(PATTI, { do: 'undo', id: 'S-11', version: 1 })
    const { view } = expectKind(await when(PATTI, { do: 'source' }), 'source')
    expect(view.lines.map(({ entry }) => entry.id)).not.toContain('S-11')
    expect(view.count.written).toBe(0)
  })
})

describe('changing', () => {
  test('is for the owner, who created it and the lead; another member is told whom to ask', async () => {
    const { when } = await northwind()
    await when(PATTI, page({ owner: MEGAN }))
    expect(await when(ISAIAH, change('S-8', { kind: 'verify' }))).toEqual({
      kind: 'notAllowed',
      who: 'ownerCreatorLead',
      lead: ALEX,
      owner: MEGAN,
    })
    for (const person of [MEGAN, PATTI, ALEX]) {
      expectKind(
        await when(person, change('S-8', { kind: 'edit', content: `${GUIDE}/${person.name[0]}` })),
        'entry',
      )
    }
  })

  test('says "still true" with who said it, and can be taken back', async () => {
    const { when, clock } = await northwind()
    await when(PATTI, page({ owner: MEGAN }))
    clock.set(at(inDays(3), '10:00'))
    const said = expectKind(await when(MEGAN, change('S-8', { kind: 'verify' }, 1)), 'entry')
    expect(said.note).toEqual({ kind: 'verified', by: MEGAN, undo: 2 })
    expect(said.view.freshness).toMatchObject({ kind: 'verified', daysAgo: 0 })
    const back = expectKind(await when(MEGAN, { do: 'undo', id: 'S-8', version: 2 }), 'entry')
    expect(back.view.freshness).toEqual({ kind: 'unverified', days: 3, before: false })
  })

  test('is found by its words; by words that fit several it is a choice, by none a question', async () => {
    const { when } = await northwind()
    await when(PATTI, page({ title: 'Carrier Nord', about: 'other' }))
    await when(PATTI, page({ title: 'Carrier Süd', about: 'other' }))
    const by = (words: string): Command =>
      ({ ...(change('S-1', { kind: 'verify' }) as object), entry: { words } }) as Command
    expect(expectKind(await when(PATTI, by('carrier nord')), 'entry').view.entry.id).toBe('S-11')
    expect(expectKind(await when(PATTI, by('carrier')), 'answers').lines).toHaveLength(2)
    expectKind(await when(PATTI, by('moon landing')), 'noAnswer')
  })

  test('what was changed meanwhile shows both, and is not written over', async () => {
    const { when, records, project } = await northwind()
    await when(PATTI, page())
    await when(ALEX, change('S-8', { kind: 'edit', content: `${GUIDE}/alex` }, 1))
    const conflict = expectKind(
      await when(PATTI, change('S-8', { kind: 'edit', content: `${GUIDE}/patti` }, 1)),
      'entryChangedMeanwhile',
    )
    expect(conflict).toMatchObject({ last: { by: ALEX }, yours: { content: `${GUIDE}/patti` } })
    expect((await records.entry(project, 'S-8'))?.record.content).toEqual({
      kind: 'link',
      url: `${GUIDE}/alex`,
    })
    expectKind(await when(PATTI, change('S-8', { kind: 'edit', content: `${GUIDE}/patti` }, 2)), 'entry')
  })

  test('nobody confirms words that they have not seen', async () => {
    const { when, clock } = await northwind()
    await when(PATTI, page())
    clock.advance(1000)
    await when(ALEX, change('S-8', { kind: 'edit', content: `${GUIDE}/alex` }))
    expectKind(await when(PATTI, change('S-8', { kind: 'verify' }, 1)), 'entryChangedMeanwhile')
    await when(ALEX, change('S-8', { kind: 'edit', reviewDays: 7 }))
    expectKind(await when(PATTI, change('S-8', { kind: 'verify' }, 2)), 'entry')
  })

  test('two at the same moment are two versions, and nothing is lost', async () => {
    const { when, whenElsewhere, records, project } = await northwind()
    await when(ALEX, page())
    await Promise.all([
      when(ALEX, change('S-8', { kind: 'edit', title: 'Test guide' })),
      whenElsewhere(ALEX, change('S-8', { kind: 'edit', reviewDays: 7 })),
    ])
    expect((await records.entry(project, 'S-8'))?.record).toMatchObject({
      title: 'Test guide',
      reviewDays: 7,
      version: 3,
    })
  })

  test('what is removed is off the page, found by nobody, and comes back by undo', async () => {
    const { when } = await northwind()
    await when(PATTI, page({ title: 'VPN access' }))
    expectKind(await when(PATTI, change('S-11', { kind: 'remove' }, 1)), 'entry')
    expectKind(await when(PATTI, { do: 'where', question: 'vpn', sure: true }), 'noAnswer')
    await when(PATTI, { do: 'undo', id: 'S-11', version: 2 })
    expectKind(await when(PATTI, { do: 'where', question: 'vpn', sure: true }), 'answers')
  })

  test('a number that is not there is said to be none', async () => {
    const { when } = await northwind()
    expect(await when(PATTI, change('S-44', { kind: 'verify' }))).toEqual({ kind: 'notFound', id: 'S-44' })
    expect(await when(PATTI, { do: 'showEntry', entry: 'S-44', history: true })).toEqual({
      kind: 'notFound',
      id: 'S-44',
    })
  })

  test('shows itself with its history', async () => {
    const { when } = await northwind()
    await when(PATTI, page())
    await when(PATTI, change('S-8', { kind: 'edit', title: 'Test guide' }))
    const { view } = expectKind(await when(MEGAN, { do: 'showEntry', entry: 'S-8', history: true }), 'entry')
    expect(view.canChange).toBe(false)
    expect(
      view.history?.map(({ version, fields }) => [
        version,
        fields.map(({ field }) => field).includes('title'),
      ]),
    ).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

describe('reading', () => {
  test('is asked for once in the channel, counted once for each person, and follows the team', async () => {
    const { when, outgoing } = await northwind()
    await when(PATTI, page({ toBeRead: true }))
    expect(await outgoing()).toEqual([{ kind: 'toBeRead', entry: 'S-8', version: 1 }])
    const read: Command = { do: 'readEntry', entry: 'S-8', version: 1 }
    for (const person of [MEGAN, MEGAN, ADELE]) expectKind(await when(person, read), 'hasRead')
    const { notice } = expectKind(await when(MEGAN, read), 'hasRead')
    expect(notice.reads).toEqual({ version: 1, read: 2, of: 6, mine: true })
  })

  test('of two taps at the same moment one is noted', async () => {
    const { when, whenElsewhere, records, project } = await northwind()
    await when(PATTI, page({ toBeRead: true }))
    const read: Command = { do: 'readEntry', entry: 'S-8', version: 1 }
    await Promise.all([when(MEGAN, read), whenElsewhere(MEGAN, read), when(MEGAN, read)])
    expect(await records.reads(project, 'S-8', 1)).toHaveLength(1)
  })

  test('of a version that never was is no reading', async () => {
    const { when } = await northwind()
    await when(PATTI, page())
    expectKind(await when(MEGAN, { do: 'readEntry', entry: 'S-8', version: 2 }), 'notFound')
    expectKind(await when(MEGAN, { do: 'readEntry', entry: 'S-1', version: 0 }), 'notFound')
  })
})

describe('"still true?" on the weekly card', () => {
  test('stands there for who owns an entry that waits for their word, and goes with the answer', async () => {
    const { when, records, project, givenItem } = await northwind()
    await givenItem({ owner: MEGAN })
    const waiting = anEntry({ id: 'S-9', owner: MEGAN, verified: null, writtenAt: at('2026-11-18') })
    await records.commit(project, {
      asks: [{ record: anAsk({ person: MEGAN }), over: 'new' }],
      entries: [
        { record: waiting, over: 'new' },
        { record: anEntry({ id: 'S-1', owner: MEGAN }), over: 'new' },
        { record: anEntry({ id: 'S-2', owner: PATTI, verified: null }), over: 'new' },
      ],
    })
    const card = expectKind(await when(MEGAN, { do: 'showCard', week: THIS_WEEK }), 'weeklyCard')
    expect(card.view.stillTrue.map(({ entry }) => entry.id)).toEqual(['S-9'])
    const said = await when(MEGAN, { ...change('S-9', { kind: 'verify' }, 2), onCard: THIS_WEEK } as Command)
    expect(expectKind(said, 'weeklyCard').view.stillTrue).toEqual([])
    expect((await records.entry(project, 'S-9'))?.record.verified).toEqual({ by: MEGAN, at: NOW })
  })

  test('is also a list of its own for whoever asks', async () => {
    const { when, records, project } = await northwind()
    await records.commit(project, { entries: [{ record: anEntry({ verified: null }), over: 'new' }] })
    expect(expectKind(await when(ALEX, { do: 'source', mine: true }), 'toVerify').lines).toHaveLength(1)
    expect(expectKind(await when(PATTI, { do: 'source', mine: true }), 'toVerify').lines).toEqual([])
  })
})

describe('the channel’s card', () => {
  test('is posted when somebody asks, and followed by every change from then on', async () => {
    const { when, records, project, outgoing } = await northwind()
    await when(PATTI, page())
    expect(await outgoing()).toEqual([])
    expect(expectKind(await when(PATTI, { do: 'postAnchor' }), 'anchorPosted').again).toBe(false)
    expect(await outgoing()).toEqual([{ kind: 'anchor', post: true }])
    await records.commit(project, { posted: [{ about: 'anchor', message: aMessageRef() }] })
    await when(PATTI, change('S-8', { kind: 'edit', title: 'Test guide' }))
    await when(PATTI, change('S-8', { kind: 'remove' }))
    await when(PATTI, { do: 'undo', id: 'S-8', version: 3 })
    expect(await outgoing()).toEqual([
      { kind: 'anchor', post: false },
      { kind: 'anchor', post: true },
    ])
    expect(expectKind(await when(PATTI, { do: 'postAnchor' }), 'anchorPosted').again).toBe(true)
  })
})

test('the channel’s card follows what only time changes, whenever the week takes a step', async () => {
  const { records, project, deps, clock, givenItem, outgoing } = await northwind()
  await givenItem({ owner: MEGAN })
  await records.commit(project, { posted: [{ about: 'anchor', message: aMessageRef() }] })
  clock.set(at('2026-11-19', '09:59'))
  await runWeek(deps, project)
  expect(await outgoing()).toEqual([])
  clock.set(at('2026-11-19', '10:00'))
  await runWeek(deps, project)
  await runWeek(deps, project)
  expect((await outgoing()).filter(({ kind }) => kind === 'anchor')).toHaveLength(1)
})

test('the recap counts how far the page may be trusted', async () => {
  const { when, records, project } = await northwind()
  await records.commit(project, {
    entries: [
      { record: anEntry(), over: 'new' },
      { record: anEntry({ id: 'S-2', verified: null, writtenAt: at('2026-09-01') }), over: 'new' },
    ],
  })
  const { recap } = expectKind(await when(ALEX, { do: 'draft' }), 'draft')
  expect(recap.source).toEqual({ written: 2, verified: 1, stale: 1 })
  expect(recap.issues.opened).toBe(0)
})
