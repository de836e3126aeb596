import type { Rag } from '../../bot/domain/rag'
import type { DraftEdit } from '../../bot/flows/command'
import {
  ADELE,
  aDueDate,
  ALEX,
  at,
  DATA_MIGRATION,
  INTEGRATIONS,
  ISAIAH,
  LAST_WEEK,
  LYNNE,
  MEGAN,
  NOW,
  PATTI,
  THIS_WEEK,
  TRAINING,
} from '../support/builders'
import { expectKind } from './northwind'
import { aWeek, blockedBy, DONE, moveTo, NEXT_WEEK, NO_CHANGE } from './theWeek'

const FRIDAY = at('2026-11-20', '15:00')
const LEADS_ONLY = { kind: 'notAllowed', who: 'lead', lead: ALEX, owner: null }

/** What the lead typed; colours by workstream id, `overall` the project's. */
function edit(over: Partial<DraftEdit> = {}): DraftEdit {
  return { headline: '', note: '', overall: null, workstreams: [], ...over }
}
function colour(workstream: typeof TRAINING.id, to: Rag, why = '') {
  return edit({ workstreams: [{ workstream, colour: to, why }] })
}

describe('a look at the recap', () => {
  test('is every member’s, and writes nothing', async () => {
    const { givenItem, when, outgoing, records, project } = await aWeek()
    await givenItem({ due: aDueDate('2026-11-17') })
    const { recap } = expectKind(await when(PATTI, { do: 'status' }), 'status')
    expect(recap).toMatchObject({ week: THIS_WEEK, editedBy: null, answers: null, late: [{ days: 2 }] })
    expect(await outgoing()).toEqual([])
    expect(await records.recap(project, THIS_WEEK)).toBeNull()
    expect(await records.draft(project, THIS_WEEK)).toBeNull()
  })

  test('shows what the lead’s draft says so far', async () => {
    const { when, status } = await aWeek()
    await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: edit({ headline: 'Two weeks to go' }) })
    expect(await status()).toMatchObject({ headline: 'Two weeks to go', editedBy: ALEX })
  })

  test('tells the whole week: done, slipped with its ledger, late, blocked and who waits, issues, answers', async () => {
    const week = await aWeek()
    const { givenItem, givenIssue, askNow, answered, pressed, when, clock, status } = week
    const due = aDueDate('2026-11-10', ['2026-11-24', 'first slip', at('2026-11-12')])
    const slips = await givenItem({ due })
    const stuck = await givenItem({ due: aDueDate('2026-12-01'), for: LYNNE, unblocks: 'load test 3' })
    const ends = await givenItem({ owner: ISAIAH })
    const late = await givenItem({ owner: ADELE, due: aDueDate('2026-11-17') })
    await givenIssue({ severity: 'showStopper' })
    await askNow()
    await answered(MEGAN, slips, moveTo('2026-12-04', 'the bank is late'))
    await answered(MEGAN, stuck, blockedBy(ADELE, 'no firewall rule'))
    await answered(ISAIAH, ends, DONE)
    await pressed(ADELE, { comment: 'ill until Monday' })
    const logged = await when(PATTI, {
      do: 'logIssue',
      title: 'Totals are wrong',
      details: '',
      conversation: null,
    })
    expectKind(logged, 'record')
    clock.set(FRIDAY)
    expect(await status()).toMatchObject({
      week: THIS_WEEK,
      asOf: FRIDAY,
      done: [{ item: ends, owner: ISAIAH }],
      slipped: [{ item: slips, from: '2026-11-24', to: '2026-12-04', why: 'the bank is late', moves: 2 }],
      late: [{ item: late, due: '2026-11-17', days: 3 }],
      blocked: [
        { item: stuck, reason: 'no firewall rule', needs: ADELE, waits: LYNNE, unblocks: 'load test 3' },
      ],
      issues: { opened: 1, open: 2, change: null, worst: [{ issue: 'I-1', severity: 'showStopper' }, {}] },
      answers: { asked: 3, answered: 2, missing: null },
      comments: [{ person: ADELE, text: 'ill until Monday' }],
    })
  })

  test('names who has not answered only where the project chose to', async () => {
    const { givenItem, askNow, status } = await aWeek({ namesWhoIsMissing: true })
    await givenItem({ owner: ISAIAH })
    await askNow()
    expect((await status()).answers).toEqual({
      asked: 1,
      answered: 0,
      missing: [ISAIAH],
      unreached: [],
      away: [],
    })
  })

  test('what was done or moved before the last recap is not told again', async () => {
    const { givenItem, askNow, answered, clock, posted, status } = await aWeek()
    const [ends, slips] = [await givenItem(), await givenItem()]
    await askNow()
    await answered(MEGAN, ends, DONE)
    await answered(MEGAN, slips, moveTo('2026-12-15'))
    clock.set(FRIDAY)
    const { recap } = (await posted()).posted
    expect(recap).toMatchObject({ done: [{ item: ends }], slipped: [{ item: slips }] })
    clock.set(at('2026-11-27', '15:00'))
    expect(await status()).toMatchObject({ week: NEXT_WEEK, done: [], slipped: [] })
  })

  test('issues are counted against the last recap', async () => {
    const { givenIssue, when, clock, posted, status } = await aWeek()
    const first = await givenIssue({ severity: 'cosmetic', state: { status: 'readyForRetest' } })
    await givenIssue({ severity: 'cosmetic' })
    clock.set(FRIDAY)
    await posted()
    clock.set(at('2026-11-25', '09:00'))
    const seen = null
    expectKind(await when(PATTI, { do: 'changeIssue', id: first, change: { kind: 'close' }, seen }), 'record')
    expect((await status()).issues).toMatchObject({ opened: 0, closed: 1, open: 1, change: -1 })
  })
})

describe('the lead’s draft', () => {
  test('is the lead’s and the team owner’s; another member is told whose', async () => {
    const { when } = await aWeek()
    expect(await when(MEGAN, { do: 'draft' })).toEqual(LEADS_ONLY)
    expect(await when(MEGAN, { do: 'editDraft', week: THIS_WEEK, edit: edit() })).toEqual(LEADS_ONLY)
    expect(await when(MEGAN, { do: 'postRecap', edit: null })).toEqual(LEADS_ONLY)
    expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    expectKind(await when(PATTI, { do: 'draft' }, { ownsTeam: true }), 'draft')
  })

  test('keeps headline, note and colours, and shows them when it is opened again', async () => {
    const { when } = await aWeek()
    const typed = edit({
      headline: '  Load test 3 slips,\n go-live holds ',
      note: 'The bank waits.\nWe do not.',
      overall: { colour: 'red', why: '' },
      workstreams: [{ workstream: TRAINING.id, colour: 'red', why: 'no rooms' }],
    })
    expectKind(await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed }), 'draft')
    const { recap, problems } = expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    expect(problems).toEqual([])
    expect(recap).toMatchObject({
      headline: 'Load test 3 slips, go-live holds',
      note: 'The bank waits.\nWe do not.',
      overall: { override: { colour: 'red', by: ALEX } },
      editedBy: ALEX,
    })
    expect(recap.workstreams.find(({ id }) => id === TRAINING.id)?.verdict.override).toEqual({
      colour: 'red',
      by: ALEX,
      why: 'no rooms',
    })
  })

  test('a greener colour without a reason is refused with all that was typed, and nothing is saved', async () => {
    const { givenItem, when, records, project } = await aWeek()
    await givenItem({ workstream: TRAINING.id, due: aDueDate('2026-11-17') })
    const typed = { ...colour(TRAINING.id, 'green', ' '), headline: 'Fine', note: 'Really' }
    const refused = expectKind(await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed }), 'draft')
    expect(refused).toMatchObject({
      typed,
      problems: [{ kind: 'reasonMissing', workstream: TRAINING.id }],
    })
    expect(await records.draft(project, THIS_WEEK)).toBeNull()
    const alsoRefused = expectKind(await when(ALEX, { do: 'postRecap', edit: typed }), 'draft')
    expect(alsoRefused).toMatchObject({ typed, problems: [{ kind: 'reasonMissing' }] })
    expect(await records.recap(project, THIS_WEEK)).toBeNull()
  })

  test('a greener colour with a reason is taken, and the recap prints the reason', async () => {
    const { givenItem, when } = await aWeek()
    await givenItem({ workstream: TRAINING.id, due: aDueDate('2026-11-17') })
    const typed = colour(TRAINING.id, 'green', 'rooms are booked')
    const { recap } = expectKind(await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed }), 'draft')
    expect(recap.workstreams.find(({ id }) => id === TRAINING.id)?.verdict).toMatchObject({
      rule: 'amber',
      override: { colour: 'green', why: 'rooms are booked', by: ALEX },
    })
  })

  test('a colour stays whose it was when another lead saves the draft with it', async () => {
    const { when } = await aWeek()
    const typed = colour(TRAINING.id, 'red', 'no rooms')
    await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed })
    const again = { do: 'editDraft', week: THIS_WEEK, edit: { ...typed, note: 'Seen' } } as const
    const { recap } = expectKind(await when(PATTI, again, { ownsTeam: true }), 'draft')
    expect(recap.editedBy).toEqual(PATTI)
    expect(recap.workstreams.find(({ id }) => id === TRAINING.id)?.verdict.override?.by).toEqual(ALEX)
  })

  test('the rule’s own colour takes the override off; another workstream’s stays', async () => {
    const { when } = await aWeek()
    const save = (typed: DraftEdit) => when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed })
    await save(colour(TRAINING.id, 'red', 'no rooms'))
    await save(colour(INTEGRATIONS.id, 'amber'))
    const { recap } = expectKind(await save(colour(TRAINING.id, 'green')), 'draft')
    const overrides = recap.workstreams.map(({ id, verdict }) => [id, verdict.override?.colour])
    expect(Object.fromEntries(overrides)).toEqual({
      [TRAINING.id]: undefined,
      [INTEGRATIONS.id]: 'amber',
      [DATA_MIGRATION.id]: undefined,
    })
  })

  test.each([
    ['headline', 'x'.repeat(201), 200],
    ['note', 'x'.repeat(2_001), 2_000],
  ] as const)('a %s that is too long is handed back', async (field, text, most) => {
    const { when } = await aWeek()
    const typed = edit({ [field]: text })
    const outcome = await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed })
    expect(outcome).toMatchObject({ kind: 'draft', typed, problems: [{ kind: 'tooLong', field, most }] })
  })

  test('a headline left as the rule wrote it follows the records', async () => {
    const { givenItem, when } = await aWeek()
    const { recap } = expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    await when(ALEX, {
      do: 'editDraft',
      week: THIS_WEEK,
      edit: edit({ headline: recap.headline, note: 'Nothing to add' }),
    })
    await givenItem({ due: aDueDate('2026-11-17') })
    const later = expectKind(await when(ALEX, { do: 'draft' }), 'draft').recap
    expect(later).toMatchObject({ headline: '1 item 2 days late', note: 'Nothing to add' })
  })

  test('what was not touched stays the rule’s, though the records changed while the form stood open', async () => {
    const { givenItem, when } = await aWeek()
    await givenItem({ workstream: TRAINING.id, due: aDueDate('2026-11-17') })
    const post = { do: 'postRecap', edit: edit({ headline: null, note: 'Read by me' }) } as const
    const { recap } = expectKind(await when(ALEX, post), 'recapPosted').posted
    expect(recap).toMatchObject({
      headline: '1 item 2 days late',
      note: 'Read by me',
      overall: { rule: 'amber', override: null },
      editedBy: ALEX,
    })
  })

  test('a headline of the lead’s stays when only the note is changed', async () => {
    const { when } = await aWeek()
    const save = (typed: DraftEdit) => when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed })
    await save(edit({ headline: 'We are ready' }))
    const { recap } = expectKind(await save(edit({ headline: null, note: 'x' })), 'draft')
    expect(recap).toMatchObject({ headline: 'We are ready', note: 'x' })
  })

  test('two leads who edit at once: the last one counts, none is an error', async () => {
    const { when, whenElsewhere } = await aWeek()
    const headlines = ['One', 'Two', 'Three']
    const all = await Promise.all(
      headlines.map((headline, n) =>
        (n % 2 ? whenElsewhere : when)(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: edit({ headline }) }),
      ),
    )
    for (const outcome of all) expectKind(outcome, 'draft')
    expect(headlines).toContain(expectKind(await when(ALEX, { do: 'draft' }), 'draft').recap.headline)
  })

  test('of a week that is posted is answered with the recap that stands', async () => {
    const { when, posted } = await aWeek()
    await posted()
    const typed = edit({ headline: 'Too late' })
    const outcome = expectKind(
      await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed }),
      'recapPosted',
    )
    expect(outcome).toMatchObject({ again: true, posted: { recap: { headline: 'Nothing open' } } })
    expectKind(await when(ALEX, { do: 'draft' }), 'recapPosted')
  })
})

describe('posting', () => {
  test('freezes the week, and sends it and the channel’s card', async () => {
    const { givenItem, askNow, posted, outgoing, records, project, clock } = await aWeek()
    await givenItem()
    await askNow()
    clock.set(FRIDAY)
    const outcome = await posted()
    expect(outcome).toMatchObject({ again: false, posted: { postedAt: FRIDAY, postedBy: ALEX } })
    expect((await records.recap(project, THIS_WEEK))?.record).toEqual(outcome.posted)
    const sends = (await outgoing()).map(({ kind }) => kind)
    expect(sends.filter((kind) => kind === 'recap')).toHaveLength(1)
    expect(sends.at(-1) === 'recap' || sends.at(-1) === 'channelWeek').toBe(true)
  })

  test('says whose draft it was, or that nobody touched it', async () => {
    const untouched = await aWeek()
    expect((await untouched.posted()).posted.recap.editedBy).toBeNull()
    const edited = await aWeek()
    await edited.when(
      PATTI,
      { do: 'editDraft', week: THIS_WEEK, edit: edit({ note: 'x' }) },
      { ownsTeam: true },
    )
    const { posted } = await edited.posted()
    expect(posted.recap).toMatchObject({ editedBy: PATTI, note: 'x' })
    expect(posted.postedBy).toEqual(ALEX)
  })

  test('with what was typed last keeps it as the draft too', async () => {
    const { when, records, project } = await aWeek()
    const typed = edit({ headline: 'We are ready' })
    const { posted } = expectKind(await when(ALEX, { do: 'postRecap', edit: typed }), 'recapPosted')
    expect(posted.recap).toMatchObject({ headline: 'We are ready', editedBy: ALEX })
    expect((await records.draft(project, THIS_WEEK))?.record.headline).toBe('We are ready')
  })

  test('happens once, though two press at once and again', async () => {
    const { when, whenElsewhere, outgoing, clock } = await aWeek()
    const press = (headline: string) => ({ do: 'postRecap' as const, edit: edit({ headline }) })
    const both = await Promise.all([
      when(ALEX, press('Mine')),
      whenElsewhere(PATTI, press('Hers'), { ownsTeam: true }),
    ])
    const outcomes = both.map((outcome) => expectKind(outcome, 'recapPosted'))
    expect(outcomes.map(({ again }) => again).toSorted()).toEqual([false, true])
    expect(outcomes[0]?.posted).toEqual(outcomes[1]?.posted)
    clock.advance(60_000)
    const third = expectKind(await when(ALEX, press('Once more')), 'recapPosted')
    expect(third).toMatchObject({ again: true, posted: outcomes[0]?.posted })
    expect((await outgoing()).filter(({ kind }) => kind === 'recap')).toHaveLength(1)
  })

  test('what changes later does not touch it', async () => {
    const { givenItem, askNow, answered, when, posted, records, project } = await aWeek()
    const id = await givenItem({ due: aDueDate('2026-11-17') })
    await askNow()
    await answered(MEGAN, id, NO_CHANGE)
    const frozen = (await posted()).posted
    await answered(MEGAN, id, DONE)
    const title = 'Something else'
    await when(ALEX, { do: 'changeItem', id, change: { kind: 'edit', title }, seen: null })
    expect((await records.recap(project, THIS_WEEK))?.record).toEqual(frozen)
  })

  test.each([
    ['Sunday 23:59 posts the week that ends', '2026-11-22', '23:59', THIS_WEEK],
    ['Monday 00:00 the one that begins', '2026-11-23', '00:00', NEXT_WEEK],
    ['the 53rd week is posted in January', '2027-01-03', '23:59', '2026-W53'],
    ['the Monday after is the first', '2027-01-04', '00:00', '2027-W01'],
  ] as const)('%s', async (_, date, time, week) => {
    const { clock, posted } = await aWeek()
    clock.set(at(date, time))
    expect((await posted()).posted.recap.week).toBe(week)
  })

  test('over the year’s end each recap tells what came since the one before', async () => {
    const { givenItem, when, clock, posted } = await aWeek()
    const done = async (date: string) => {
      const id = await givenItem()
      clock.set(at(date))
      await when(MEGAN, { do: 'changeItem', id, change: { kind: 'done' }, seen: null })
      return id
    }
    const inDecember = await done('2026-12-30')
    clock.set(at('2027-01-01', '15:00'))
    expect((await posted()).posted.recap).toMatchObject({ week: '2026-W53', done: [{ item: inDecember }] })
    const onSunday = await done('2027-01-03')
    clock.set(at('2027-01-08', '15:00'))
    expect((await posted()).posted.recap).toMatchObject({ week: '2027-W01', done: [{ item: onSunday }] })
  })
})

describe('the draft of a week that has ended', () => {
  const typed = edit({ headline: 'The week that was' })

  test('can still be edited and posted, as that week', async () => {
    const { when, clock } = await aWeek()
    expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    clock.set(at('2026-11-23', '08:30'))
    const saved = expectKind(await when(ALEX, { do: 'editDraft', week: THIS_WEEK, edit: typed }), 'draft')
    expect(saved.recap).toMatchObject({ week: THIS_WEEK, headline: 'The week that was' })
    const post = { do: 'postRecap', week: THIS_WEEK, edit: typed } as const
    const { posted } = expectKind(await when(ALEX, post), 'recapPosted')
    expect(posted.recap).toMatchObject({ week: THIS_WEEK, headline: 'The week that was' })
    expect(expectKind(await when(ALEX, { do: 'draft' }), 'draft').recap.week).toBe(NEXT_WEEK)
  })

  test('once a later recap stands, what was typed is in this week’s form, and nothing is posted', async () => {
    const { when, clock, posted, records, project } = await aWeek()
    await posted()
    clock.set(at('2026-11-23', '08:30'))
    const post = { do: 'postRecap', week: LAST_WEEK, edit: typed } as const
    expect(await when(ALEX, post)).toMatchObject({ kind: 'draft', recap: { week: NEXT_WEEK }, typed })
    expect(await records.recap(project, LAST_WEEK)).toBeNull()
  })

  test('no week is posted before it begins', async () => {
    const { when, records, project } = await aWeek()
    const post = { do: 'postRecap', week: NEXT_WEEK, edit: typed } as const
    expect(await when(ALEX, post)).toMatchObject({ kind: 'draft', recap: { week: THIS_WEEK }, typed })
    expect(await records.recap(project, NEXT_WEEK)).toBeNull()
  })
})

test('a week in which everybody wrote as much as they could is posted all the same', async () => {
  const { givenItem, askNow, posted } = await aWeek()
  for (let n = 0; n < 30; n++) {
    const reason = `${n} `.padEnd(20_000, 'why ')
    await givenItem({ state: { status: 'blocked', reason, needs: null, since: NOW } })
  }
  await askNow()
  const { recap } = (await posted()).posted
  expect(recap.blocked).toHaveLength(30)
  expect(recap.blocked[0]?.reason).toMatch(/^\d+ why why .*…$/)
})

test('an answer that comes while the recap is posted is in this recap or in the next', async () => {
  const { givenItem, askNow, when, pressedElsewhere, clock, status } = await aWeek()
  const id = await givenItem()
  await askNow()
  const [first] = await Promise.all([
    when(ALEX, { do: 'postRecap', edit: null }),
    pressedElsewhere(MEGAN, { answers: [{ item: id, says: DONE }] }),
  ])
  clock.set(at('2026-11-27', '15:00'))
  const told = [...expectKind(first, 'recapPosted').posted.recap.done, ...(await status()).done]
  expect(told.map(({ item }) => item)).toEqual([id])
})

test('an answer pressed just before the recap and written just after it read the records is in the next one', async () => {
  const { givenItem, askNow, overtaken, answered, clock, status } = await aWeek()
  const id = await givenItem()
  await askNow()
  clock.set(at('2026-11-20', '15:00'))
  const outcome = await overtaken(ALEX, { do: 'postRecap', edit: null }, () => {
    clock.advance(-5_000)
    return answered(MEGAN, id, DONE)
  })
  expect(expectKind(outcome, 'recapPosted').posted.recap.done).toEqual([])
  clock.set(at('2026-11-27', '15:00'))
  expect((await status()).done).toMatchObject([{ item: id }])
})
