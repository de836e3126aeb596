import { issueAnswer, issueDetail, issuePage, issueRows, type NewIssue } from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import { LOG_PAGE } from '../../bot/contract/issueListing'
import { pulse, start } from '../../bot/contract/session'
import { NO_ISSUES } from '../../bot/domain/issueList'
import { ADELE, ALEX, anIssue as anOpenIssue, LYNNE, MEGAN, PATTI } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp()
})
afterEach(() => tab.close())

const anIssue = (over: Partial<NewIssue> = {}): NewIssue => ({
  title: 'Payment run pays an invoice twice',
  details: '',
  where: 'Payables > Payment run',
  steps: 'Restart it',
  happened: 'Thursday',
  severity: 'showStopper',
  workaround: '',
  owner: null,
  ...over,
})

async function logged(person = PATTI, over: Partial<NewIssue> = {}) {
  const answer = await tab.ask(person, paths.issues(tab.project), anIssue(over))
  const body = issueAnswer.parse(answer.body)
  if (body.kind !== 'saved') throw new Error(`Not logged: ${answer.text}`)
  return body.issue
}

async function change(person: typeof PATTI, id: string, change: unknown, seen: number | null) {
  const answer = await tab.ask(person, paths.issue(tab.project, id), { change, seen })
  return { status: answer.status, body: issueAnswer.parse(answer.body) }
}

it('logs what the form asked for, and sends what is due because of it', async () => {
  const issue = await logged(PATTI, { owner: MEGAN.id })
  expect(issue).toMatchObject({
    id: 'I-1',
    title: 'Payment run pays an invoice twice',
    where: 'Payables > Payment run',
    severity: 'showStopper',
    owner: { name: 'Megan Bowen' },
    reporter: { name: 'Patti Fernandez' },
    history: [{ version: 1, door: 'tab' }],
  })
  expect(tab.woken).toEqual([tab.project])
})

it('starts with who one is, the project, and the open issues, as the contract says', async () => {
  await logged()
  const answer = await tab.ask(LYNNE, '/api/start')
  expect(start.parse(answer.body)).toMatchObject({
    me: { name: 'Lynne Robbins' },
    projects: [{ name: 'ERP roll-out' }],
    open: { project: { allIssues: 1, lead: { name: 'Alex Wilber' } }, issues: [{ id: 'I-1' }] },
  })
})

it('moves an issue along and takes it back', async () => {
  const { id, version } = await logged(PATTI, { severity: null })
  const triaged = await change(LYNNE, id, { kind: 'triage', severity: 'cosmetic', owner: ADELE.id }, version)
  expect(triaged).toMatchObject({
    status: 200,
    body: {
      kind: 'saved',
      issue: { status: 'triaged', severity: 'cosmetic', owner: { name: 'Adele Vance' } },
      undo: 2,
    },
  })
  const undone = await tab.ask(LYNNE, paths.undoIssue(tab.project, id), { version: 2 })
  expect(undone.body).toMatchObject({ kind: 'saved', issue: { status: 'new', severity: null, owner: null } })
})

it('says what is allowed when a move is not', async () => {
  const { id, version } = await logged()
  const answer = await change(LYNNE, id, { kind: 'close' }, version)
  expect(answer).toMatchObject({
    status: 409,
    body: { kind: 'moveNotAllowed', issue: { moves: expect.arrayContaining(['duplicate']) as string[] } },
  })
})

it('shows both values when somebody was first, and saves on purpose after that', async () => {
  const { id, version } = await logged()
  await change(PATTI, id, { kind: 'edit', owner: ALEX.id }, version)
  const late = await change(LYNNE, id, { kind: 'edit', owner: ADELE.id }, version)
  expect(late).toMatchObject({
    status: 409,
    body: {
      kind: 'changedMeanwhile',
      last: { by: { name: 'Patti Fernandez' }, fields: [{ field: 'owner', to: { name: 'Alex Wilber' } }] },
      issue: { owner: { name: 'Alex Wilber' }, version: 2 },
    },
  })
  expect((await change(LYNNE, id, { kind: 'edit', owner: ADELE.id }, 2)).body).toMatchObject({
    kind: 'saved',
    issue: { owner: { name: 'Adele Vance' } },
  })
})

it('asks for the reason of a deferral', async () => {
  const { id, version } = await logged()
  const answer = await change(LYNNE, id, { kind: 'defer', why: ' ' }, version)
  expect(answer).toMatchObject({ status: 422, body: { kind: 'missing', missing: ['a reason'] } })
})

it('refuses a text that is too long with a sentence, and keeps the one that stands', async () => {
  const { id, version } = await logged()
  const answer = await change(PATTI, id, { kind: 'edit', steps: 'x'.repeat(20_001) }, version)
  expect(answer).toMatchObject({ status: 422, body: { kind: 'refused' } })
  const kept = await tab.ask(PATTI, paths.issue(tab.project, id))
  expect(issueDetail.parse(kept.body).steps).toBe('Restart it')
})

it('keeps 20,000 characters with emoji, quotes and markup whole', async () => {
  const steps = `<script>alert("1")</script> ' or 1 eq 1 👩‍💻 שלום ${'x'.repeat(19_000)}`
  const { id } = await logged(PATTI, { steps })
  const kept = await tab.ask(LYNNE, paths.issue(tab.project, id))
  expect(issueDetail.parse(kept.body).steps).toBe(steps)
})

it('knows people by the roster alone', async () => {
  const { id, version } = await logged()
  const answer = await tab.ask(PATTI, paths.issue(tab.project, id), {
    change: { kind: 'edit', owner: 'somebody-else' },
    seen: version,
  })
  expect(answer).toMatchObject({
    status: 400,
    body: { text: 'That person is no longer on the team. Reload the page.' },
  })
})

it('shows a change made in chat in the next pulse, and nothing when all is quiet', async () => {
  const { id } = await logged()
  tab.clock.advance(60_000)
  const quiet = await tab.ask(LYNNE, `${paths.pulse(tab.project)}?since=${tab.clock.now()}`)
  const { until, changed } = pulse.parse(quiet.body)
  expect(changed).toEqual([])
  tab.clock.advance(3_000)
  await tab.inChat(MEGAN, {
    do: 'changeIssue',
    id,
    change: { kind: 'triage', severity: 'cosmetic', owner: null },
    seen: null,
  })
  const next = await tab.ask(LYNNE, `${paths.pulse(tab.project)}?since=${until}`)
  expect(pulse.parse(next.body).changed).toEqual([{ record: id, version: 2 }])
})

it('answers 304 to a page that has the same already', async () => {
  await logged()
  const first = await tab.ask(LYNNE, paths.issues(tab.project))
  const again = await fetch(`${tab.origin}${paths.issues(tab.project)}`, {
    headers: {
      authorization: `Bearer ${await tab.tokenOf(LYNNE)}`,
      'if-none-match': first.headers.get('etag') ?? '',
    },
  })
  expect(again.status).toBe(304)
})

it('gives a list by its name, and what it holds now by number', async () => {
  await logged(PATTI, { severity: 'cosmetic' })
  await logged(PATTI, { owner: MEGAN.id })
  await logged(PATTI, { owner: LYNNE.id })
  const ids = async (query: string) => {
    const { body } = await tab.ask(LYNNE, paths.issueList(tab.project, query, null))
    return issuePage.parse(body).rows.map(({ id }) => id)
  }
  expect(await ids('')).toEqual(['I-2', 'I-3', 'I-1'])
  expect(await ids('by=all')).toEqual(['I-3', 'I-2', 'I-1'])
  expect(await ids('by=owner&owner=me')).toEqual(['I-3'])
  expect(await ids(`by=owner&owner=${MEGAN.id}&severity=showStopper`)).toEqual(['I-2'])
  const now = await tab.ask(LYNNE, paths.issueRows(tab.project, ['I-3', 'I-1', 'I-77', 'I-3']))
  expect(issueRows.parse(now.body).rows.map(({ id }) => id)).toEqual(['I-3', 'I-1'])
})

it('reads a long list page by page, each after the last', async () => {
  const { records, project } = tab
  for (let number = 1; number <= LOG_PAGE + 5; number++) {
    const record = anOpenIssue({ id: `I-${number}`, severity: 'cosmetic' })
    await records.commit(project, { issues: [{ record, over: 'new' }] })
  }
  const found: string[] = []
  const lengths: number[] = []
  let after: string | null = null
  do {
    const { body } = await tab.ask(LYNNE, paths.issueList(project, 'by=severity&severity=cosmetic', after))
    const page = issuePage.parse(body)
    found.push(...page.rows.map(({ id }) => id))
    lengths.push(page.rows.length)
    after = page.next
  } while (after !== null)
  expect(lengths).toEqual([LOG_PAGE, 5])
  expect(found).toEqual(Array.from({ length: LOG_PAGE + 5 }, (_, at) => `I-${at + 1}`))
})

it.each([
  ['a list that there is none of', 'by=title', null],
  ['a severity that there is none of', 'by=severity&severity=bad', null],
  ['a cursor of another list', 'by=state&state=new', 'list.owner..0.00000001'],
  ['a cursor into other records', 'by=all', 'project'],
  ['a cursor without an end', 'by=all', 'x'.repeat(5_000)],
])('refuses %s', async (_, query, after) => {
  await logged()
  const answer = await tab.ask(LYNNE, paths.issueList(tab.project, query, after))
  expect(answer).toMatchObject({ status: 400, body: { text: 'There is no such list. Reload the page.' } })
})

it('starts a log of over a thousand open issues with the first page of the list that the address names', async () => {
  await logged(PATTI, { owner: LYNNE.id })
  const counts = { ...NO_ISSUES, all: 1_001, open: 1_001 }
  const long = await serveTab({
    over: () => ({ records: { ...tab.records, issueCounts: () => Promise.resolve(counts) } }),
  })
  const open = async (query: string) => {
    const { body } = await long.ask(LYNNE, `/api/start?project=${encodeURIComponent(tab.project)}&${query}`)
    return start.parse(body).open
  }
  const [usual, mine, none] = [
    await open(''),
    await open('by=owner&owner=me'),
    await open('by=state&state=closed'),
  ]
  await long.close()
  expect([usual, mine, none].map((one) => one?.issues.length)).toEqual([1, 1, 0])
  expect(usual).toMatchObject({ whole: false, next: null, counts: { open: 1_001 } })
})

it.each([
  ['an issue that is not there', 'I-99'],
  ['an action item’s number', 'A-1'],
  ['no number at all', '%27%20or%201%20eq%201'],
])('finds nothing for %s', async (_, id) => {
  const answer = await tab.ask(LYNNE, `${paths.issues(tab.project)}/${id}`)
  expect(answer).toMatchObject({ status: 404, body: { text: 'There is nothing here for this account.' } })
})
