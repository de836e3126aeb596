import { understand } from '../../../bot/teams/commands/understand'
import { hearing, LISTENING, saying, short } from './saying'

test.each([
  ['issue Printing fails', 'issue [Printing fails]'],
  ['Issue: Printing fails', 'issue [Printing fails]'],
  ['issue - Printing fails', 'issue [Printing fails]'],
  ['log issue Printing fails', 'issue [Printing fails]'],
  ['log an issue: Printing fails', 'issue [Printing fails]'],
  ['please report a new issue: Printing fails', 'issue [Printing fails]'],
  ['new issue Printing fails', 'issue [Printing fails]'],
  ['bug: Printing fails', 'issue [Printing fails]'],
  ['report a bug: Printing fails', 'issue [Printing fails]'],
  ['defect: Printing fails', 'issue [Printing fails]'],
  ['problem: Printing fails', 'issue [Printing fails]'],
  ['/issue Printing fails', 'issue [Printing fails]'],
  ['issue with the printer', 'issue [Issue with the printer]'],
  ['issue: is this right?', 'issue [is this right?]'],
  ['issue 7 invoices are wrong', 'issue [7 invoices are wrong]'],
  ['issue <at>Megan Bowen</at> can not log in', 'issue [Megan Bowen can not log in]'],
  ['issue Printing fails please', 'issue [Printing fails please]'],
  ['isue Printing fails', 'did you mean: issue Printing fails'],
])('%j says: %s', (text, means) => expect(short(text)).toBe(means))

test('the first line is the title, the rest is kept as it was written', () => {
  const details = 'Steps:\n  1. open “Orders”\n\n  2. print\u200d 👩‍💻 <b>bold</b> & 日本語 עברית'
  expect(hearing(`issue Printing fails\n${details}`)).toMatchObject({
    command: { title: 'Printing fails', details },
  })
})

test('windows line ends count as line ends', () => {
  expect(hearing('issue Printing fails\r\nSteps\r\n1. open')).toMatchObject({
    command: { title: 'Printing fails', details: 'Steps\n1. open' },
  })
})

test('a title may begin on the line after the word', () => {
  expect(hearing('issue\nPrinting fails\nEvery time')).toMatchObject({
    command: { title: 'Printing fails', details: 'Every time' },
  })
})

test('a first line too long for a title gives its first sentence, and is kept whole in the details', () => {
  const line =
    `The order import stops after 500 lines. ${'Nobody knows why it does that. '.repeat(20)}`.trim()
  expect(hearing(`issue ${line}\nMore`)).toMatchObject({
    command: { title: 'The order import stops after 500 lines.', details: `${line}\nMore` },
  })
})

test.each([['word '.repeat(4_000)], ['x'.repeat(20_000)], ['👍'.repeat(10_000)]])(
  'twenty thousand characters without a sentence are kept whole',
  (long) => {
    const understood = hearing(`issue ${long}`)
    if (understood.kind !== 'command' || understood.command.do !== 'logIssue')
      throw new Error(understood.kind)
    expect(understood.command.details).toBe(long.trim())
    const { title } = understood.command
    expect(title.length).toBeLessThanOrEqual(200)
    expect(() => encodeURIComponent(title)).not.toThrow()
  },
)

test('an issue remembers the conversation it was born in', () => {
  const conversation = { conversation: '19:abc', message: '7' }
  expect(understand({ ...saying('issue x'), conversation }, LISTENING)).toMatchObject({
    command: { conversation },
  })
})
