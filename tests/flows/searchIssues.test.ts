import type { Issue } from '../../bot/domain/issue'
import { searchIssues } from '../../bot/flows/searchIssues'
import { anIssue, ISAIAH, NOW, PATTI } from '../support/builders'

const CLOSED: Issue['state'] = { status: 'closed', validatedBy: PATTI, at: NOW }
const PLAIN = { details: '', where: '', steps: '', happened: '', owner: null }

const ISSUES: readonly Issue[] = [
  anIssue({ ...PLAIN, id: 'I-1', title: 'Totals are wrong on the invoice' }),
  anIssue({ ...PLAIN, id: 'I-2', title: 'Invoice prints twice', state: CLOSED }),
  anIssue({ ...PLAIN, id: 'I-3', title: 'Rounding', details: 'The invoice for Zürich is one cent off' }),
  anIssue({
    ...PLAIN,
    id: 'I-4',
    title: 'Customer import stops',
    details: 'Log says ERR_PX_4711-B at row 9',
  }),
  anIssue({ ...PLAIN, id: 'I-5', title: '請求書の合計が間違っています' }),
  anIssue({ ...PLAIN, id: 'I-6', title: 'Slow report', owner: ISAIAH }),
  anIssue({ ...PLAIN, id: 'I-12', title: 'Menu is cut', steps: "Type O'Brien or 'x' eq 'x'" }),
]

describe('searching issues', () => {
  test.each<[string, string, readonly string[]]>([
    ['open ones come before closed ones, and a title before the details', 'invoice', ['I-1', 'I-3', 'I-2']],
    ['case does not matter', 'INVOICE', ['I-1', 'I-3', 'I-2']],
    ['the beginning of a word is enough', 'custom', ['I-4']],
    ['the plural finds the singular', 'imports', ['I-4']],
    ['a small typo is forgiven', 'roundign', ['I-3']],
    ['accents may be left out', 'zurich', ['I-3']],
    ['all words have to be there', 'invoice twice', ['I-2']],
    ['part of a code is found', 'PX_4711', ['I-4']],
    ['a language without spaces is found by a part', '合計', ['I-5']],
    ['a number is found', 'I-12', ['I-12']],
    ['who fixes it is found', 'isaiah', ['I-6']],
    ['quotes are words like others', "O'Brien", ['I-12']],
    ['what nobody wrote is not found', 'holiday', []],
    ['no words find nothing', '  ', []],
  ])('%s: %s', (_, words, ids) => {
    expect(searchIssues(ISSUES, words).map(({ id }) => id)).toEqual(ids)
  })

  test('when no issue has all the words, those with some of them are shown', () => {
    expect(searchIssues(ISSUES, 'slow invoice').map(({ id }) => id)).toContain('I-6')
  })
})
