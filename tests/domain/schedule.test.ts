import { postMoment, scheduleOf, type DueStep, type WeekState } from '../../bot/domain/schedule'
import { fromEpochMs, type Instant } from '../../bot/domain/time'
import { stepAt, weekIn, weeksLater, type WeekId } from '../../bot/domain/week'
import { ALEX, aDueDate, aProject, at, COPENHAGEN, THIS_WEEK, wallTime, zone } from '../support/builders'

/* Week 47 of 2026: Monday 16 to Sunday 22 November. Asked Thursday 10:00, drafted Friday 12:00, posted Friday 15:00. */

const MON = '2026-11-16'
const WED = '2026-11-18'
const THU = '2026-11-19'
const FRI = '2026-11-20'
const SAT = '2026-11-21'
const NEXT_MON = '2026-11-23'
const NEXT_THU = '2026-11-26'
const LONG_AGO = at('2026-09-01')
const RUNNING = aProject({ createdAt: LONG_AGO, goLive: null })

function week(id: WeekId, over: Partial<WeekState> = {}): WeekState {
  return { week: id, askedAt: null, draftedAt: null, isOver: false, ...over }
}

type Story = { readonly this?: Partial<WeekState>; readonly last?: Partial<WeekState> }

/** What is due at a moment of week 47 or 48, whose weeks stand as told. */
function when(now: Instant, story: Story = {}, project = RUNNING) {
  const id = weekIn(now, project.zone)
  return scheduleOf(
    project,
    { running: week(id, story.this), before: week(weeksLater(id, -1), { isOver: true, ...story.last }) },
    now,
  )
}

const asked = { askedAt: at(THU, '10:00') }
const drafted = { ...asked, draftedAt: at(FRI, '12:00') }

describe('a week in time', () => {
  test.each<readonly [string, Instant, Partial<WeekState>, DueStep['step'] | null, Instant]>([
    ['waits for Thursday', at(MON, '08:00'), {}, null, at(THU, '10:00')],
    ['asks at ten', at(THU, '10:00'), {}, 'ask', at(NEXT_THU, '10:00')],
    ['then waits for the draft', at(THU, '10:01'), asked, null, at(FRI, '12:00')],
    ['drafts on Friday noon', at(FRI, '12:00'), asked, 'draft', at(FRI, '15:00')],
    ['then waits for the post', at(FRI, '12:01'), drafted, null, at(FRI, '15:00')],
    ['posts at three', at(FRI, '15:00'), drafted, 'post', at(NEXT_THU, '10:00')],
    ['is then over', at(FRI, '15:01'), { ...drafted, isOver: true }, null, at(NEXT_THU, '10:00')],
    [
      'is over when the lead posted by hand',
      at(FRI, '12:00'),
      { ...asked, isOver: true },
      null,
      at(NEXT_THU, '10:00'),
    ],
    [
      'was asked by hand on Monday: Thursday asks nobody',
      at(THU, '10:00'),
      { askedAt: at(MON) },
      null,
      at(FRI, '12:00'),
    ],
  ])('%s', (_, now, state, step, next) => {
    expect(when(now, { this: state })).toEqual({ due: step && { step, week: THIS_WEEK }, next })
  })

  test('an ask that the lead put on a Saturday evening goes out then', () => {
    const project = { ...RUNNING, week: { ...RUNNING.week, ask: { day: 6, time: wallTime('20:00') } } }
    expect(when(at(SAT, '20:10'), {}, project).due).toEqual({ step: 'ask', week: THIS_WEEK })
  })
})

describe('a late ask', () => {
  test.each<readonly [string, Instant, boolean, Instant]>([
    ['an hour late still goes out at any hour', at(THU, '11:00'), true, at(NEXT_THU, '10:00')],
    ['goes out at once in working hours', at(THU, '14:00'), true, at(NEXT_THU, '10:00')],
    ['waits for the morning at night', at(THU, '22:00'), false, at(FRI, '09:00')],
    ['goes out on Friday while there is no recap', at(FRI, '16:59'), true, at(NEXT_THU, '10:00')],
    ['is left out when no working hour is left in its week', at(FRI, '17:00'), false, at(NEXT_THU, '10:00')],
    ['is not made up for in the next week', at(NEXT_MON, '09:00'), false, at(NEXT_THU, '10:00')],
  ])('%s', (_, now, isDue, next) => {
    const { due, next: looks } = when(now)
    expect([due?.step ?? null, looks]).toEqual([isDue ? 'ask' : null, next])
  })

  test.each<readonly [string, Instant, Instant, Instant]>([
    ['in time: as planned', at(THU, '10:00'), at(FRI, '12:00'), at(FRI, '15:00')],
    ['on Friday at 11: two and four hours later', at(FRI, '11:00'), at(FRI, '13:00'), at(FRI, '15:00')],
    ['on Friday at 16: on Monday', at(FRI, '16:00'), at(NEXT_MON, '10:00'), at(NEXT_MON, '12:00')],
    ['by hand on Saturday: on Monday', at(SAT, '11:00'), at(NEXT_MON, '11:00'), at(NEXT_MON, '13:00')],
  ])('people get time to answer: asked %s', (_, askedAt, drafts, posts) => {
    const first = when(askedAt, { this: { askedAt } })
    expect([first.due, first.next]).toEqual([null, drafts])
    const isNextWeek = weekIn(drafts, COPENHAGEN) !== THIS_WEEK
    const story = (state: Partial<WeekState>): Story =>
      isNextWeek ? { last: { isOver: false, ...state } } : { this: state }
    expect(when(drafts, story({ askedAt }))).toEqual({ due: { step: 'draft', week: THIS_WEEK }, next: posts })
    expect(when(posts, story({ askedAt, draftedAt: drafts })).due).toEqual({ step: 'post', week: THIS_WEEK })
    expect(postMoment(RUNNING, THIS_WEEK, askedAt)).toBe(posts)
  })
})

describe('a late recap', () => {
  test('goes out at once, without a draft that nobody could edit any more', () => {
    expect(when(at(FRI, '18:30'), { this: asked }).due).toEqual({ step: 'post', week: THIS_WEEK })
    expect(when(at(SAT, '03:00'), { this: drafted }).due).toEqual({ step: 'post', week: THIS_WEEK })
  })

  test('still goes out in the next week, until that week asks', () => {
    const last = { ...drafted, isOver: false }
    expect(when(at(NEXT_MON, '07:00'), { last }).due).toEqual({ step: 'post', week: THIS_WEEK })
    expect(when(at(NEXT_THU, '09:59'), { last }).due).toEqual({ step: 'post', week: THIS_WEEK })
    expect(when(at(NEXT_THU, '10:00'), { last }).due).toEqual({ step: 'ask', week: '2026-W48' })
    expect(when(at(NEXT_MON, '09:00'), { last, this: { askedAt: at(NEXT_MON, '08:00') } }).due).toBeNull()
  })

  test('is not made for a week that nobody was asked in', () => {
    expect(when(at(NEXT_MON, '09:00'), { last: { isOver: false } }).due).toBeNull()
    expect(when(at(FRI, '18:00')).due).toBeNull()
  })
})

describe('a project', () => {
  test.each([
    ['set up before Thursday ten is asked that week', at(WED, '23:00'), at(THU, '10:00'), 'ask'],
    ['set up at that very moment is not', at(THU, '10:00'), at(THU, '10:00'), undefined],
    ['set up on Friday at four is not asked on Friday', at(FRI, '16:00'), at(FRI, '16:00'), undefined],
    ['set up last week is asked', at('2026-11-13'), at(THU, '10:00'), 'ask'],
  ] as const)('%s', (_, createdAt, now, step) => {
    expect(when(now, {}, { ...RUNNING, createdAt }).due?.step).toBe(step)
  })

  test('that is paused has nothing due and needs no look until it changes', () => {
    const paused = { ...RUNNING, state: { status: 'paused', since: at(MON), by: ALEX } } as const
    for (const state of [{}, asked, drafted]) {
      expect(when(at(FRI, '15:00'), { this: state }, paused)).toEqual({ due: null, next: null })
    }
  })

  test.each([
    ['90 days after its go-live goes on', '2026-08-21', 'ask'],
    ['91 days after rests', '2026-08-20', undefined],
  ])('%s', (_, goLive, step) => {
    expect(when(at(THU, '10:00'), {}, { ...RUNNING, goLive: aDueDate(goLive) }).due?.step).toBe(step)
  })
})

test.each([
  ['Copenhagen in the week of winter time', 'Europe/Copenhagen', '2026-W43'],
  ['Lord Howe, which turns by half an hour', 'Australia/Lord_Howe', '2026-W40'],
  ['the 53rd week', 'Pacific/Auckland', '2026-W53'],
  ['the week in which Apia left out its Friday', 'Pacific/Apia', '2011-W52'],
] as const)('a week runs through once in %s', (_, where, id) => {
  const project = { ...RUNNING, zone: zone(where), createdAt: at('2010-01-01') }
  const done: string[] = []
  let state = week(id)
  const start = stepAt(weeksLater(id, -1), 'post', project.week, project.zone)
  for (let now: Instant | null = start, looks = 0; now !== null && looks < 9; looks++) {
    const running = weekIn(now, project.zone)
    const other = (one: WeekId) => (one === id ? state : week(one, { askedAt: LONG_AGO, isOver: true }))
    const { due, next } = scheduleOf(
      project,
      { running: other(running), before: other(weeksLater(running, -1)) },
      now,
    )
    if (due?.week === id) {
      done.push(due.step)
      if (due.step === 'ask') state = { ...state, askedAt: now }
      if (due.step === 'draft') state = { ...state, draftedAt: now }
      if (due.step === 'post') state = { ...state, isOver: true }
    } else now = next
  }
  expect(done).toEqual(['ask', 'draft', 'post'])
})

test('a clock that is set back by an hour does nothing twice', () => {
  const early = (moment: Instant) => fromEpochMs(Date.parse(moment) - 3_600_000)
  expect(when(early(at(THU, '10:05')), { this: asked }).due).toBeNull()
  expect(when(early(at(FRI, '15:05')), { this: { ...drafted, isOver: true } }).due).toBeNull()
  expect(when(early(at(FRI, '12:05')), { this: drafted }).due).toBeNull()
})
