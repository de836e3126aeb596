import fc from 'fast-check'
import {
  MOST_WORKSTREAMS,
  parseStepTime,
  readSetup,
  setupFieldsOf,
  type SetupFault,
  type SetupFields,
  type SetupValues,
} from '../../bot/domain/projectSetup'
import type { Project } from '../../bot/domain/project'
import { USUAL_WEEK } from '../../bot/domain/week'
import {
  ADELE,
  aDueDate,
  ALEX,
  aProject,
  aWorkstream,
  DATA_MIGRATION,
  INTEGRATIONS,
  NOW,
  TRAINING,
} from '../support/builders'

const FILLED: SetupFields = {
  ...setupFieldsOf(null),
  name: 'ERP roll-out',
  customer: 'Northwind Traders',
  lead: ALEX,
  zone: 'Europe/Copenhagen',
}

function read(over: Partial<SetupFields>, before: Project | null = null) {
  const form = before ? { ...setupFieldsOf(before), ...over } : { ...FILLED, ...over }
  return readSetup(form, { by: ADELE, at: NOW, before })
}

function values(over: Partial<SetupFields>, before: Project | null = null): SetupValues {
  const reading = read(over, before)
  if (reading.kind !== 'ok') throw new Error(`Expected values, got ${JSON.stringify(reading.problems)}`)
  return reading.values
}

function problems(over: Partial<SetupFields>, before: Project | null = null): readonly SetupFault[] {
  const reading = read(over, before)
  return reading.kind === 'problems' ? reading.problems : []
}

describe('setting up a project', () => {
  test('takes a name, a lead and a zone, and the usual week', () => {
    expect(values({})).toEqual({
      name: 'ERP roll-out',
      customer: 'Northwind Traders',
      lead: ALEX,
      zone: 'Europe/Copenhagen',
      language: 'en',
      goLive: null,
      workstreams: [],
      week: USUAL_WEEK,
      namesWhoIsMissing: false,
      reminds: true,
    })
  })

  test('names everything that is wrong at once', () => {
    const wrong = { name: ' ', lead: null, zone: '', goLive: 'soon', ask: 'whenever', post: 'Fri 25:00' }
    expect(problems(wrong)).toEqual([
      { field: 'name', because: 'missing' },
      { field: 'lead', because: 'missing' },
      { field: 'zone', because: 'missing' },
      { field: 'goLive', because: 'notADate' },
      { field: 'ask', because: 'notATime' },
      { field: 'post', because: 'notATime' },
    ])
  })

  test('keeps names to 80 characters', () => {
    expect(values({ name: 'x'.repeat(80) }).name).toHaveLength(80)
    expect(problems({ name: 'x'.repeat(81), customer: 'y'.repeat(81) })).toEqual([
      { field: 'name', because: 'tooLong', max: 80 },
      { field: 'customer', because: 'tooLong', max: 80 },
    ])
  })

  test('opened again and saved as it is, it changes nothing', () => {
    const project = aProject({ goLive: aDueDate('2027-01-11', ['2027-02-01', 'more tests']) })
    const { name, customer, lead, zone, language, goLive, workstreams, week, namesWhoIsMissing, reminds } =
      project
    expect(values({}, project)).toEqual({
      name,
      customer,
      lead,
      zone,
      language,
      goLive,
      workstreams,
      week,
      namesWhoIsMissing,
      reminds,
    })
  })
})

describe('the language of what everybody reads', () => {
  test('is the chosen one, and stays where a form does not ask for it', () => {
    expect(values({ language: 'de' }).language).toBe('de')
    expect(values({ language: 'en' }, aProject({ language: 'de' })).language).toBe('en')
    expect(values({ language: null }, aProject({ language: 'de' })).language).toBe('de')
    expect(values({ language: null }).language).toBe('en')
  })
})

describe('the time zone', () => {
  test.each([
    ['europe/copenhagen', 'Europe/Copenhagen'],
    ['copenhagen', 'Europe/Copenhagen'],
    ['New York', 'America/New_York'],
    ['america/new york', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
  ])('%j is %s', (typed, zone) => {
    expect(values({ zone: typed }).zone).toBe(zone)
  })

  test.each([
    ['Europe/Copenhaven', 'Europe/Copenhagen'],
    ['Kopenhagen', 'Europe/Copenhagen'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['EST', 'America/New_York'],
    ['cet', 'Europe/Berlin'],
    ['PST', 'America/Los_Angeles'],
    ['IST', 'Asia/Kolkata'],
  ])('%j may mean %s', (typed, likeliest) => {
    const [problem, ...others] = problems({ zone: typed })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ field: 'zone', because: 'notAZone' })
    const suggestions = problem?.because === 'notAZone' ? problem.suggestions : []
    expect(suggestions[0]).toBe(likeliest)
    expect(suggestions.length).toBeLessThanOrEqual(5)
  })

  test('what is like no zone gets no guess', () => {
    expect(problems({ zone: 'qqqqqqqqqq' })).toEqual([
      { field: 'zone', because: 'notAZone', suggestions: [] },
    ])
    expect(problems({ zone: '+01:00' })).toMatchObject([{ field: 'zone', because: 'notAZone' }])
  })
})

describe('go-live', () => {
  const before = aProject({ goLive: aDueDate('2027-01-11') })

  test('is first given without a why', () => {
    expect(values({ goLive: ' 2027-01-11 ' }).goLive).toEqual({ first: '2027-01-11', moves: [] })
  })

  test('moved, it keeps its first date and says who moved it and why', () => {
    expect(values({ goLive: '2027-02-01', goLiveWhy: ' bank is late ' }, before).goLive).toEqual({
      first: '2027-01-11',
      moves: [{ from: '2027-01-11', to: '2027-02-01', by: ADELE, at: NOW, why: 'bank is late' }],
    })
  })

  test('is not moved without a why', () => {
    expect(problems({ goLive: '2027-02-01' }, before)).toEqual([{ field: 'goLiveWhy', because: 'missing' }])
  })

  test('once given, it is not taken away, because its drift would be forgotten', () => {
    expect(problems({ goLive: '' }, before)).toEqual([{ field: 'goLive', because: 'cannotBeRemoved' }])
  })

  test.each(['2027-02-30', '11 Jan', '2027-1-11'])('%j is no date', (goLive) => {
    expect(problems({ goLive })).toEqual([{ field: 'goLive', because: 'notADate' }])
  })
})

describe('workstreams', () => {
  test('are one a line or separated by commas', () => {
    const { workstreams } = values({ workstreams: ' Data migration\nIntegrations, Training ;\n\n' })
    expect(workstreams).toEqual([DATA_MIGRATION, INTEGRATIONS, TRAINING])
  })

  test('keep their ids when one is added, dropped, moved or written in other letters', () => {
    const before = aProject()
    const { workstreams } = values({ workstreams: 'TRAINING\nData migration\nReporting' }, before)
    expect(workstreams).toEqual([{ ...TRAINING, name: 'TRAINING' }, DATA_MIGRATION, aWorkstream('Reporting')])
  })

  test('renamed on its line, a workstream keeps its id and so its items', () => {
    const { workstreams } = values({ workstreams: 'Data load\nIntegrations\nTraining' }, aProject())
    expect(workstreams).toEqual([{ id: DATA_MIGRATION.id, name: 'Data load' }, INTEGRATIONS, TRAINING])
  })

  test('a new one never takes an id that is or was in use', () => {
    const renamed = aProject({ workstreams: [{ ...DATA_MIGRATION, name: 'Data load' }] })
    const ids = values(
      { workstreams: 'Data load\nData migration\nDATA-MIGRATION!' },
      renamed,
    ).workstreams.map(({ id }) => id)
    expect(ids).toEqual(['data-migration', 'data-migration-2', 'data-migration-3'])
  })

  test('one that is dropped leaves its id unused, so that its items do not turn up in another', () => {
    const { workstreams } = values({ workstreams: 'Integrations\nTraining\nData-migration' }, aProject())
    expect(workstreams.map(({ id }) => id)).toEqual(['integrations', 'training', 'data-migration-2'])
  })

  test('may be named in any script', () => {
    const ids = values({ workstreams: 'Überführung\n移行\n!!!' }).workstreams.map(({ id }) => id)
    expect(ids).toEqual(['überführung', '移行', 'workstream'])
  })

  test.each<[string, string, object]>([
    ['a name is not given twice', 'Training\nData\n training', { because: 'twice', name: 'training' }],
    ['a name has an end', 'x'.repeat(61), { because: 'tooLong', max: 60 }],
    [
      'there are 20 at most',
      Array.from({ length: 21 }, (_, n) => `W${n}`).join(),
      { because: 'tooMany', max: 20 },
    ],
  ])('%s', (_, workstreams, rest) => {
    expect(problems({ workstreams })).toEqual([{ field: 'workstreams', ...rest }])
  })

  test('20 are fine, and their ids are all different, whatever they are called', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 12 }), {
      maxLength: MOST_WORKSTREAMS,
    })
    fc.assert(
      fc.property(names, (typed) => {
        const reading = read({ workstreams: typed.join('\n') })
        if (reading.kind !== 'ok') return
        const ids = reading.values.workstreams.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('the times of the week', () => {
  test.each([
    ['Thu 10:00', 4, '10:00'],
    ['thursday 10:00', 4, '10:00'],
    ['Thurs. 9:30', 4, '09:30'],
    ['FRIDAY, 15.00', 5, '15:00'],
    ['Mon at 8', 1, '08:00'],
    ['fri 3pm', 5, '15:00'],
    ['Fri 3:15 p.m.', 5, '15:15'],
    ['Sun 12 am', 7, '00:00'],
    ['Sun 12 pm', 7, '12:00'],
    ['Do 10:00', 4, '10:00'],
    ['Mi. um 8 Uhr', 3, '08:00'],
    ['Donnerstag, 9.30 Uhr', 4, '09:30'],
    ['So 18:00', 7, '18:00'],
  ])('%j is read', (text, day, time) => {
    expect(parseStepTime(text)).toEqual({ day, time })
  })

  test.each([
    '',
    'Thu',
    '10:00',
    'Thu 24:00',
    'Thu 10:60',
    'T 10:00',
    'D 10:00',
    'Thx 10:00',
    'Thu 13 pm',
    'Thu 0 am',
    'Thu 10:00 sharp',
  ])('%j is not', (text) => {
    expect(parseStepTime(text)).toBeUndefined()
  })

  test.each<[string, Partial<SetupFields>, SetupFault[]]>([
    [
      'a reminder comes after the ask',
      { remind: 'Thu 10:00' },
      [{ field: 'remind', because: 'tooEarly', after: 'ask' }],
    ],
    [
      'a draft comes after the ask',
      { draft: 'Wed 10:00' },
      [{ field: 'draft', because: 'tooEarly', after: 'ask' }],
    ],
    [
      'the recap comes after the draft',
      { post: 'Fri 12:00' },
      [{ field: 'post', because: 'tooEarly', after: 'draft' }],
    ],
    [
      'the recap comes after the reminder',
      { draft: 'Thu 12:00', post: 'Fri 08:00' },
      [{ field: 'post', because: 'tooEarly', after: 'remind' }],
    ],
    ['the reminder may come after the draft', { remind: 'Fri 13:00' }, []],
    [
      'a whole other week is fine',
      { ask: 'Mon 8', remind: 'Mon 9', draft: 'Tue 9', post: 'Sunday 23:59' },
      [],
    ],
    [
      'an ask after everything else is told to each of them that is too early',
      { ask: 'Sat 10:00' },
      [
        { field: 'remind', because: 'tooEarly', after: 'ask' },
        { field: 'draft', because: 'tooEarly', after: 'ask' },
      ],
    ],
  ])('%s', (_, over, expected) => {
    expect(problems(over)).toEqual(expected)
  })
})
