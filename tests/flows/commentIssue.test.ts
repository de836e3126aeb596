import { whatChanged } from '../../bot/cards/history'
import { ADELE, LYNNE, PATTI } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'
import { paths } from '../../bot/contract/paths'
import { issueAnswer } from '../../bot/contract/issue'

let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp()
  await tab.inChat(PATTI, {
    do: 'logIssue',
    title: 'Export stops at 500 rows',
    details: '',
    conversation: null,
    severity: null,
    owner: null,
  })
})
afterEach(() => tab.close())

const say = (text: string) => tab.ask(LYNNE, paths.commentIssue(tab.project, 'I-1'), { text })

test('a comment is a line of the history, with who said it and when, in the tab and in the chat', async () => {
  const answer = await say('  Seen again on build 47.2 ')
  const body = issueAnswer.parse(answer.body)
  expect(body).toMatchObject({
    kind: 'saved',
    issue: {
      version: 2,
      history: [{ version: 1 }, { by: { name: LYNNE.name }, why: 'Seen again on build 47.2', fields: [] }],
    },
  })
  const history = await tab.records.history(tab.project, 'I-1')
  const today = tab.clock.now()
  expect(whatChanged(history[1]!, { today, locale: 'en-GB' } as never)).toBe(
    'Commented: Seen again on build 47.2',
  )
})

test('a comment never comes in the way of somebody’s edit', async () => {
  await say('Seen again')
  const answer = await tab.ask(PATTI, paths.issue(tab.project, 'I-1'), {
    change: { kind: 'edit', owner: ADELE.id },
    seen: 1,
  })
  expect(answer.status).toBe(200)
})

test('a comment without words changes nothing, and one that is too long says so', async () => {
  expect((await say('   ')).body).toMatchObject({ kind: 'unchanged', issue: { version: 1 } })
  expect(await say('x'.repeat(20_001))).toMatchObject({ status: 422, body: { kind: 'refused' } })
  expect((await tab.records.issue(tab.project, 'I-1'))?.record.version).toBe(1)
})
