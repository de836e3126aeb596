import type { CommandOf } from '../../bot/flows/command'
import { ISAIAH, LYNNE, NOW, PATTI, TENANT } from '../support/builders'
import { aChannel, expectKind, issueIn, northwind } from './northwind'

function logIssue(title: string, over: Partial<CommandOf<'logIssue'>> = {}): CommandOf<'logIssue'> {
  return { do: 'logIssue', title, details: '', conversation: null, ...over }
}

describe('logging an issue', () => {
  test('any member logs one by a sentence; what is missing can wait', async () => {
    const { when, issue, history } = await northwind()
    const outcome = expectKind(await when(PATTI, logIssue('Totals are wrong on the invoice')), 'record')
    expect(outcome.note).toEqual({ kind: 'added' })
    expect(await issue('I-1')).toMatchObject({
      title: 'Totals are wrong on the invoice',
      details: '',
      severity: null,
      owner: null,
      reporter: PATTI,
      state: { status: 'new' },
      createdAt: NOW,
      version: 1,
    })
    expect(await history('I-1')).toMatchObject([{ version: 1, by: PATTI, fields: [] }])
  })

  test('a pasted report gives its first line as the title and is kept whole', async () => {
    const { when, issue } = await northwind()
    const text = 'Totals are wrong\nI opened an invoice with two tax rates.\n\tThen I printed it.'
    await when(PATTI, logIssue(text))
    expect(await issue('I-1')).toMatchObject({ title: 'Totals are wrong', details: text })
  })

  test('a long line gives its first sentence as the title and is kept whole', async () => {
    const { when, issue } = await northwind()
    const text = `Totals are wrong. ${'It happens each time that I print an invoice. '.repeat(10)}`.trim()
    await when(PATTI, logIssue(text))
    expect(await issue('I-1')).toMatchObject({ title: 'Totals are wrong.', details: text })
  })

  test('a long title and details beside it are both kept whole', async () => {
    const { when, issue } = await northwind()
    await when(PATTI, logIssue('Totals are wrong\nreally', { details: 'Seen on three invoices' }))
    expect((await issue('I-1')).details).toBe('Totals are wrong\nreally\n\nSeen on three invoices')
  })

  test('details alone give the title', async () => {
    const { when, issue } = await northwind()
    await when(PATTI, logIssue(' ', { details: 'Totals are wrong' }))
    expect(await issue('I-1')).toMatchObject({ title: 'Totals are wrong', details: '' })
  })

  test('20,000 characters are kept to the last; one more is handed back and nothing is logged', async () => {
    const { when, issue, records, project } = await northwind()
    const text = `Totals\n${'é🙂"\' '.repeat(4_000)}`.slice(0, 19_999) + '!'
    await when(PATTI, logIssue(text))
    expect((await issue('I-1')).details).toBe(text)
    const longer = `${text}x`
    const outcome = expectKind(await when(PATTI, logIssue(longer)), 'tooLong')
    expect(outcome).toMatchObject({ length: 20_001, most: 20_000, text: longer })
    expect(await records.openIssues(project)).toHaveLength(1)
  })

  test('a form may log all that it asked for at once', async () => {
    const { when, issue, people, project } = await northwind()
    const filled = {
      where: 'Invoices',
      steps: 'Print one',
      happened: 'today',
      workaround: 'Use the preview',
      severity: 'workaround' as const,
      owner: ISAIAH,
    }
    await when(PATTI, logIssue('Totals are wrong', filled))
    expect(await issue('I-1')).toMatchObject(filled)
    expect(await people.projectsOf(TENANT, ISAIAH.id)).toContain(project)
  })

  test('testers logging at once, in two processes, get each number once with none left out', async () => {
    const { when, whenElsewhere } = await northwind()
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 ? when : whenElsewhere)(LYNNE, logIssue(`Fault ${index}`)),
      ),
    )
    const numbers = all.map((outcome) => Number(issueIn(outcome).issue.id.slice(2))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  })

  test('without any words there is help instead of an empty issue', async () => {
    const { when, records, project } = await northwind()
    expectKind(await when(PATTI, logIssue('  ', { details: '\n' })), 'help')
    expect(await records.openIssues(project)).toEqual([])
  })

  test('in a channel without a project nothing is logged', async () => {
    const { when } = await aChannel()
    expect(await when(PATTI, logIssue('Totals are wrong'))).toEqual({ kind: 'notSetUp' })
  })
})
