import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SheetFile } from '../../bot/flows/exchangePorts'
import type { ImportId } from '../../bot/domain/exchange/importJob'
import type { Person } from '../../bot/domain/person'
import { changeMapping, type PlanChange } from '../../bot/flows/exchange/changeMapping'
import type { Language } from '../../bot/domain/language'
import { exportCsv, exportWorkbook } from '../../bot/flows/exchange/exportProject'
import { runImport } from '../../bot/flows/exchange/importRecords'
import { receiveImport } from '../../bot/flows/exchange/receiveImport'
import type { FlowDeps } from '../../bot/flows/deps'
import type { Outcome } from '../../bot/flows/outcome'
import { projectRoot } from '../../bot/local/localStack'
import { ADELE, ALEX, COPENHAGEN, DATA_MIGRATION, MEGAN, TENANT, aDueDate } from '../support/builders'
import { anyText } from '../support/anyText'
import { aWorkbook, type RawCell } from '../support/workbooks'
import { expectKind, northwind } from './northwind'

const csv = (text: string, name = 'issues.csv'): SheetFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})
const book = (rows: readonly (readonly RawCell[])[], name = 'Issues'): SheetFile => ({
  name: 'log.xlsx',
  bytes: aWorkbook([{ name, rows: Object.fromEntries(rows.map((row, at) => [at + 1, row])) }]),
})
const LOG =
  'ID,Title,Severity,Status,Owner\n1,Order total shows 0,High,Open,Megan Bowen\n2,Logo is blurred,Low,Done,Priya Nair\n'

/** A channel where files can be given and taken. */
async function aDesk(deps?: (deps: FlowDeps) => Partial<FlowDeps>, language: Language = 'en') {
  const channel = await northwind({ workstreams: [DATA_MIGRATION], language })
  const all = { ...channel.deps, ...deps?.(channel.deps) }
  const given = (file: SheetFile, who: Person = ALEX): Promise<Outcome> =>
    receiveImport(all, { project: channel.project, actor: actorOf(who) }, file)
  const actorOf = (person: Person) => ({
    tenant: TENANT,
    person,
    locale: 'en-GB',
    zone: COPENHAGEN,
    ownsTeam: false,
  })
  const run = (id: ImportId, who: Person = ALEX) => channel.when(who, { do: 'runImport', id, card: null })
  return {
    ...channel,
    given,
    run,
    /** Gives a file and has it taken. */
    imported: async (file: SheetFile) => {
      const { job } = expectKind(await given(file), 'importPreview')
      return expectKind(await run(job.id), 'importProgress').job
    },
    mapped: (id: ImportId, ...changes: PlanChange[]) =>
      changeMapping(all, { project: channel.project, actor: actorOf(ALEX) }, id, changes),
    issues: () => channel.records.issues(channel.project, { before: null, limit: 100 }),
    workbook: async (language: Language = 'en'): Promise<SheetFile> => ({
      name: 'export.xlsx',
      bytes: present(await exportWorkbook(all, channel.place, language)),
    }),
    csvOf: async (sheet: 'issues' | 'items', language: Language = 'en') => {
      let text = ''
      for await (const piece of exportCsv(all, channel.place, sheet, language)) text += piece
      return text
    },
  }
}

test('a file is shown before it is taken, and nothing of it is written until then', async () => {
  const desk = await aDesk()
  const { job, preview } = expectKind(await desk.given(csv(LOG)), 'importPreview')
  expect(preview).toMatchObject({ fresh: 2, known: 0, wrong: 0, allProblems: 1 })
  expect(preview.sample[0]).toEqual({
    sheet: 'issues',
    row: 2,
    record: 'issue',
    title: 'Order total shows 0',
    severity: 'showStopper',
    status: 'new',
    owner: MEGAN.name,
    date: null,
  })
  expect(preview.problems[0]).toMatchObject({
    kind: 'keptInDetails',
    row: 3,
    column: 'Owner',
    value: 'Priya Nair',
    skipped: false,
  })
  expect(await desk.issues()).toEqual([])

  const done = expectKind(await desk.run(job.id), 'importProgress').job
  expect(done).toMatchObject({
    state: { status: 'done' },
    counts: { created: 2, updated: 0, unchanged: 0, skipped: 0 },
  })
  expect(await desk.issue('I-1')).toMatchObject({
    title: 'Order total shows 0',
    severity: 'showStopper',
    owner: MEGAN,
    state: { status: 'new' },
    reporter: ALEX,
  })
  expect(await desk.issue('I-2')).toMatchObject({
    state: { status: 'closed', validatedBy: ALEX },
    owner: null,
    details: 'Owner: Priya Nair',
  })
})

test('in a German project the history says it in German', async () => {
  const desk = await aDesk(undefined, 'de')
  await desk.imported(csv(LOG))
  expect((await desk.history('I-1')).map(({ why }) => why)).toEqual(['Aus issues.csv, Zeile 2'])
})

test('the history says who imported it, and from which row of which file', async () => {
  const desk = await aDesk()
  await desk.imported(csv(LOG))
  await desk.imported(csv(LOG.replace('High', 'Low')))
  expect(
    (await desk.history('I-1')).map(({ version, by, why, fields }) => ({ version, by, why, fields })),
  ).toEqual([
    { version: 1, by: ALEX, why: 'From issues.csv, row 2', fields: [] },
    {
      version: 2,
      by: ALEX,
      why: 'From issues.csv, row 2',
      fields: [{ field: 'severity', from: 'showStopper', to: 'cosmetic' }],
    },
  ])
})

test('the same file again changes nothing and doubles nothing', async () => {
  const desk = await aDesk()
  await desk.imported(csv(LOG))
  const { job, preview } = expectKind(await desk.given(csv(LOG)), 'importPreview')
  expect(preview).toMatchObject({ fresh: 0, known: 2 })
  expect(expectKind(await desk.run(job.id), 'importProgress').job.counts).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
    skipped: 0,
  })
  expect(await desk.issues()).toHaveLength(2)
  expect(await desk.history('I-1')).toHaveLength(1)
})

test('what people changed here stays when the file says the same as before', async () => {
  const desk = await aDesk()
  await desk.imported(csv(LOG))
  await desk.when(MEGAN, {
    do: 'changeIssue',
    id: 'I-1',
    change: { kind: 'triage', severity: 'cosmetic', owner: null },
    seen: null,
  })
  const again = await desk.imported(csv(LOG.replace('shows 0', 'shows nothing')))
  expect(again.counts).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await desk.issue('I-1')).toMatchObject({
    title: 'Order total shows nothing',
    severity: 'cosmetic',
    state: { status: 'triaged' },
  })
})

test('all that is right comes in, and for each other row it is said what is wrong', async () => {
  const desk = await aDesk()
  const file = csv(
    'Title,Severity,Status,Date raised\nGood,High,Open,23/1/2022\nBad,Sky-high,Open,1/2/2022\n,High,Open,1/2/2022\nGood,Low,Open,1/2/2022\n',
  )
  const { job, preview } = expectKind(await desk.given(file), 'importPreview')
  expect(preview).toMatchObject({ fresh: 1, wrong: 3 })
  expect(preview.problems.map(({ kind, row, column, value }) => [kind, row, column, value])).toEqual([
    ['unknownWord', 3, 'Severity', 'Sky-high'],
    ['noTitle', 4, 'Title', ''],
    ['sameAsRow', 5, null, 'Good'],
  ])
  expect(expectKind(await desk.run(job.id), 'importProgress').job.counts).toEqual({
    created: 1,
    updated: 0,
    unchanged: 0,
    skipped: 3,
  })
  expect((await desk.issue('I-1')).createdAt).toBe('2022-01-23T11:00:00.000Z')
})

test('words, columns, people and the order of dates can be put right, and the preview follows', async () => {
  const desk = await aDesk()
  const file = csv('Headline,Sev,Who,Logged,Extra\nOne,Purple,Priya,3/4/2022,Orders\n')
  const { job, preview } = expectKind(await desk.given(file), 'importPreview')
  expect(preview.problems.map(({ kind }) => kind)).toEqual(['unknownWord', 'ambiguousDate'])
  const change: PlanChange = {
    sheet: 0,
    fields: { 4: 'where' },
    severities: { purple: 'workaround' },
    people: { priya: MEGAN.id },
    order: 'monthFirst',
  }
  expect(expectKind(await desk.mapped(job.id, change), 'importPreview').preview).toMatchObject({
    fresh: 1,
    wrong: 0,
    allProblems: 0,
  })
  await desk.run(job.id)
  expect(await desk.issue('I-1')).toMatchObject({
    where: 'Orders',
    severity: 'workaround',
    owner: MEGAN,
    createdAt: '2022-03-04T11:00:00.000Z',
  })
  expect(expectKind(await desk.mapped(job.id, change), 'importRefused').why).toBe('alreadyRun')
})

test('nobody can be chosen who is not on the team, and no field that there is not', async () => {
  const desk = await aDesk()
  const { job } = expectKind(await desk.given(csv(LOG)), 'importPreview')
  for (const change of [
    { people: { x: 'person-nobody' as Person['id'] } },
    { fields: { 0: 'due' as const } },
  ]) {
    expect(expectKind(await desk.mapped(job.id, { sheet: 0, ...change }), 'importRefused').why).toBe(
      'unknownChoice',
    )
  }
})

test('a RAID log gives its issue, and tells what it holds besides', async () => {
  const desk = await aDesk()
  const bytes = readFileSync(join(projectRoot(), 'tests/fixtures/files/raid-log.xlsx'))
  const { job, preview } = expectKind(await desk.given({ name: 'raid-log.xlsx', bytes }), 'importPreview')
  expect(preview).toMatchObject({
    fresh: 1,
    wrong: 0,
    others: [
      { category: 'Risk', rows: 1 },
      { category: 'Assumption', rows: 1 },
      { category: 'Dependency', rows: 1 },
    ],
  })
  expect(job.without).toEqual(['Legend'])
  await desk.run(job.id)
  expect(await desk.issue('I-1')).toMatchObject({
    title: 'Notification service memory leak causing intermittent outages',
    state: { status: 'triaged' },
    details: expect.stringContaining('Target Date: 2026-08-16') as string,
  })
  expect((await desk.history('I-1'))[0]?.why).toBe('From raid-log.xlsx, RAID Log, row 7')
})

test('action items come with owner, due date and state; another date is a move in the ledger', async () => {
  const desk = await aDesk()
  const file = (due: string) =>
    csv(`Action,Owner,Due date,Status,For\nPrice file,Megan,${due},Open,Adele\n`, 'actions.csv')
  await desk.imported(file('2026-12-01'))
  await desk.imported(file('2026-12-09'))
  expect(await desk.item('A-1')).toMatchObject({
    title: 'Price file',
    owner: MEGAN,
    for: ADELE,
    due: {
      first: '2026-12-01',
      moves: [{ from: '2026-12-01', to: '2026-12-09', by: ALEX, why: 'From actions.csv, row 2' }],
    },
  })
})

test('nobody is sent a message because of a file', async () => {
  const desk = await aDesk()
  await desk.imported(
    csv('Action,Owner,Due date,Status,For\nPrice file,Megan,2026-12-01,Open,Adele\n', 'actions.csv'),
  )
  await desk.imported(
    csv('Action,Owner,Due date,Status,For\nPrice file,Megan,2026-12-01,Done,Adele\n', 'actions.csv'),
  )
  expect((await desk.item('A-1')).state.status).toBe('done')
  expect(await desk.outgoing()).toEqual([])
})

describe('who is not the lead', () => {
  test('learns who is, and the file is not kept', async () => {
    const desk = await aDesk()
    expect(expectKind(await desk.given(csv(LOG), MEGAN), 'notAllowed').lead).toEqual(ALEX)
    expect((await desk.when(MEGAN, { do: 'import' })).kind).toBe('notAllowed')
    expect((await desk.when(MEGAN, { do: 'export' })).kind).toBe('exportOffer')
  })

  test('can’t take a file that the lead gave', async () => {
    const desk = await aDesk()
    const { job } = expectKind(await desk.given(csv(LOG)), 'importPreview')
    expect((await desk.run(job.id, MEGAN)).kind).toBe('notAllowed')
    expect(await desk.issues()).toEqual([])
  })
})

test('a file of another project is not there, and one is gone after three days', async () => {
  const [one, other] = [await aDesk(), await aDesk()]
  const { job } = expectKind(await one.given(csv(LOG)), 'importPreview')
  expect(expectKind(await other.run(job.id), 'importRefused').why).toBe('gone')
  one.clock.advance(3 * 86_400_000 + 1)
  expect(expectKind(await one.run(job.id), 'importRefused').why).toBe('gone')
  await one.deps.exchange.imports.clear(one.clock.now())
  expect(await one.deps.exchange.imports.bytes(job)).toBeNull()
})

describe('an import that is killed in the middle', () => {
  const many = csv(
    `ID,Title,Severity\n${Array.from({ length: 100 }, (_, at) => `${at + 1},Issue ${at + 1},High`).join('\n')}\n`,
  )

  test('leaves whole rows, and goes on from there to the same end', async () => {
    const desk = await aDesk()
    const { job } = expectKind(await desk.given(many), 'importPreview')
    let commits = 0
    const dying: FlowDeps = {
      ...desk.deps,
      records: {
        ...desk.records,
        createIssues: (...given) => {
          if (++commits > 3) throw new Error('The machine died')
          return desk.records.createIssues(...given)
        },
      },
    }
    await expect(runWith(dying, job.id, desk)).rejects.toThrow('The machine died')
    expect(await desk.issues()).toHaveLength(18)
    for (const issue of await desk.issues()) expect(await desk.history(issue.id)).toHaveLength(1)

    expect(expectKind(await desk.run(job.id), 'importProgress')).toMatchObject({ underWay: true })
    desk.clock.advance(31_000)
    expect(
      expectKind(await desk.when(ALEX, { do: 'showImport', id: job.id, card: null }), 'importProgress')
        .underWay,
    ).toBe(false)
    const done = expectKind(await desk.run(job.id), 'importProgress').job
    expect(done).toMatchObject({
      state: { status: 'done' },
      counts: { created: 100, unchanged: 0, skipped: 0 },
    })
    const issues = await desk.issues()
    expect(new Set(issues.map(({ title }) => title)).size).toBe(100)
  })

  test('and gone on with twice at once, each row is in once', async () => {
    const desk = await aDesk()
    const { job } = expectKind(await desk.given(many), 'importPreview')
    const revived = await desk.given(many)
    const second = expectKind(revived, 'importPreview').job
    await Promise.all([
      desk.run(job.id),
      desk.whenElsewhere(ALEX, { do: 'runImport', id: second.id, card: null }),
    ])
    const issues = await desk.records.issues(desk.project, { before: null, limit: 300 })
    expect(issues).toHaveLength(100)
  })
})

function runWith(
  deps: FlowDeps,
  id: ImportId,
  desk: { readonly project: Parameters<FlowDeps['records']['project']>[0] },
) {
  const actor = { tenant: TENANT, person: ALEX, locale: 'en-GB', zone: COPENHAGEN, ownsTeam: false }
  return runImport(deps, {
    project: desk.project,
    actor,
    door: 'tab',
    command: { do: 'runImport', id, card: null },
  })
}

describe('what goes out', () => {
  async function aFullDesk() {
    const desk = await aDesk()
    await desk.givenIssue({
      title: '=HYPERLINK("http://evil")',
      severity: 'workaround',
      workaround: '-1',
      details: 'Two\nlines',
      owner: MEGAN,
      workstream: DATA_MIGRATION.id,
    })
    await desk.givenIssue({
      title: '+1',
      state: { status: 'closed', validatedBy: ADELE, at: desk.clock.now() },
      severity: null,
    })
    await desk.givenIssue({
      title: '_x0041_ & <b>',
      state: { status: 'duplicate', of: 'I-1', at: desk.clock.now() },
    })
    await desk.givenIssue({
      title: '@SUM(A1)',
      state: { status: 'deferred', acceptedBy: ADELE, at: desk.clock.now(), why: 'Later' },
    })
    await desk.givenItem({
      title: 'Price file',
      owner: MEGAN,
      for: ADELE,
      due: aDueDate('2026-12-01', ['2026-12-09']),
      unblocks: 'load test',
      workstream: DATA_MIGRATION.id,
    })
    await desk.givenItem({
      title: 'Old',
      state: { status: 'blocked', reason: '=1', needs: MEGAN, since: desk.clock.now() },
      owner: { ...ADELE, name: 'Somebody who left' },
    })
    return desk
  }

  test.each([
    ['en', ['Delay ledger', 'Recaps', 'Source of truth']],
    ['de', ['Verschiebungen', 'Wochenberichte', 'Projektwissen']],
  ] as const)('comes back as a workbook without changing anything: %s', async (language, without) => {
    const desk = await aFullDesk()
    const { job, preview } = expectKind(await desk.given(await desk.workbook(language)), 'importPreview')
    expect(preview).toMatchObject({ fresh: 0, known: 6, wrong: 0 })
    expect(job.without).toEqual(without)
    const before = JSON.stringify([await desk.issues(), await desk.item('A-1'), await desk.item('A-2')])
    expect(expectKind(await desk.run(job.id), 'importProgress').job.counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 6,
      skipped: 0,
    })
    expect(JSON.stringify([await desk.issues(), await desk.item('A-1'), await desk.item('A-2')])).toBe(before)
  })

  test.each([
    ['issues', 'en'],
    ['items', 'en'],
    ['issues', 'de'],
    ['items', 'de'],
  ] as const)('comes back as CSV of %s without changing anything: %s', async (sheet, language) => {
    const desk = await aFullDesk()
    const text = await desk.csvOf(sheet, language)
    const counts = (await desk.imported(csv(text, `${sheet}.csv`))).counts
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: sheet === 'issues' ? 4 : 2, skipped: 0 })
  })

  test('comes back without changing anything, whatever people wrote', async () => {
    const title = anyText.map((text) => text.replace(/\s+/g, ' ').trim() || 'Nameless')
    const texts = { details: anyText, where: title, steps: anyText, happened: anyText, workaround: anyText }
    const issues = fc.array(fc.record({ title, ...texts }), { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(issues, async (written) => {
        const desk = await aDesk()
        for (const one of written) await desk.givenIssue(one)
        const before = await desk.issues()
        const files = [await desk.workbook(), csv(await desk.csvOf('issues', 'de'))]
        for (const file of files) {
          const { counts } = await desk.imported(file)
          expect(counts).toEqual({ created: 0, updated: 0, unchanged: written.length, skipped: 0 })
        }
        expect(await desk.issues()).toEqual(before)
      }),
      { numRuns: 6 },
    )
  })

  test('runs nothing where it is opened as CSV', async () => {
    const desk = await aFullDesk()
    const text = (await desk.csvOf('issues')) + (await desk.csvOf('items'))
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`)
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@\-\t]/)
  })

  test('an edited export changes its record; an old one changes nothing that was changed since', async () => {
    const desk = await aFullDesk()
    const text = await desk.csvOf('items')
    // The newest comes first, so that A-1 is the last line.
    const withA1 = (unblocks: string) => text.replace(/load test(?![^]*load test)/, unblocks)
    expect((await desk.imported(csv(withA1('cutover'), 'items.csv'))).counts).toMatchObject({
      updated: 1,
      unchanged: 1,
    })
    expect((await desk.item('A-1')).unblocks).toBe('cutover')
    const late = await desk.imported(csv(withA1('training'), 'items.csv'))
    expect(late.conflicts).toMatchObject([{ kind: 'changedSince', record: 'A-1', skipped: true }])
    expect((await desk.item('A-1')).unblocks).toBe('cutover')
  })

  test('another project’s export makes new records there', async () => {
    const [one, other] = [await aFullDesk(), await aDesk()]
    const text = await one.csvOf('issues')
    expect(
      (await other.imported(csv(text.replace(/Duplicate of I-1/, 'Closed'), 'issues.csv'))).counts,
    ).toMatchObject({ created: 4, skipped: 0 })
  })
})

function present<T>(value: T | null): T {
  if (value === null) throw new Error('There is nothing')
  return value
}

test('a book of messy rows comes in as it reads', async () => {
  const desk = await aDesk()
  await desk.imported(
    book(
      [
        ['UAT log'],
        [null],
        ['Nr.', 'Issue', 'Priority', 'Status', 'Found by', 'Date'],
        [1, { rich: ['Totals ', 'wrong'] }, 'P1', 'In-Progress', 'Adele', { serial: 46_000 }],
      ],
      'UAT',
    ),
  )
  expect(await desk.issue('I-1')).toMatchObject({
    title: 'Totals wrong',
    severity: 'showStopper',
    state: { status: 'inProgress' },
    reporter: ADELE,
    createdAt: '2025-12-09T11:00:00.000Z',
  })
})
