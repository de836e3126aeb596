import fc from 'fast-check'
import { issueChange, issueDetail, newIssue } from '../../bot/contract/issue'
import { pulse, start } from '../../bot/contract/session'

it.each([
  ['an unknown change', { kind: 'delete' }],
  ['a duplicate of an action item', { kind: 'duplicate', of: 'A-1' }],
  ['a severity that is none', { kind: 'edit', severity: 'high' }],
  ['an owner with a name instead of an id', { kind: 'edit', owner: { id: 'x', name: 'Megan' } }],
  ['a filter smuggled in as a list', { kind: 'duplicate', of: ['I-1'] }],
  ['a text of a megabyte', { kind: 'edit', steps: 'x'.repeat(1_000_000) }],
])('does not take %s for a change', (_, sent) => {
  expect(issueChange.safeParse(sent).success).toBe(false)
})

it('drops what a change has no word for', () => {
  expect(issueChange.parse({ kind: 'fix', by: 'somebody else', version: 9 })).toEqual({ kind: 'fix' })
})

it('reads anything at all without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const shape of [issueChange, issueDetail, newIssue, pulse, start]) shape.safeParse(value)
    }),
  )
})

it('carries every text of a new issue there and back as it was typed', () => {
  fc.assert(
    fc.property(fc.record({ title: fc.string(), steps: fc.string({ unit: 'grapheme' }) }), (typed) => {
      const issue = {
        details: '',
        where: '',
        happened: '',
        workaround: '',
        severity: null,
        owner: null,
        ...typed,
      }
      expect(newIssue.parse(JSON.parse(JSON.stringify(issue)))).toEqual(issue)
    }),
  )
})
