import fc from 'fast-check'
import type { ProjectId } from '../../bot/domain/ids'
import { isOpenIssue, type Issue } from '../../bot/domain/issue'
import { holdsWords } from '../../bot/domain/issueWords'
import { searchLog } from '../../bot/flows/searchLog'
import { openTestStorage } from '../support/azurite'
import { ADELE, anIssue, aProject, MEGAN, NOW, PATTI } from '../support/builders'

const THINGS = ['Invoice', 'Price list', 'Delivery note', 'Rechnung für Öl']
const ISSUES: readonly Issue[] = Array.from({ length: 43 }, (_, index) =>
  anIssue({
    id: `I-${index + 1}`,
    title: `${THINGS[index % THINGS.length] ?? ''} is wrong`,
    where: index % 3 === 0 ? 'Sales › Orders' : 'Finance',
    owner: index % 5 === 0 ? null : index % 2 === 0 ? MEGAN : ADELE,
    state: index % 4 === 1 ? { status: 'closed', at: NOW, validatedBy: PATTI } : { status: 'new' },
  }),
)
const NEWEST_FIRST = ISSUES.toReversed()

let reads = 0
let search: (
  words: string,
  openOnly: boolean,
  size: Parameters<typeof searchLog>[3],
) => ReturnType<typeof searchLog>

beforeAll(async () => {
  const { records } = await openTestStorage()
  const project = 'search-log' as ProjectId
  await records.commit(project, { project: { record: aProject({ id: project }), over: 'new' } })
  for (const issue of ISSUES) {
    await records.commit(project, { issues: [{ record: issue, over: 'new' }] })
  }
  const counting: Parameters<typeof searchLog>[0] = {
    issues: (...asked) => ((reads += 1), records.issues(...asked)),
    issuePage: (...asked) => ((reads += 1), records.issuePage(...asked)),
  }
  search = (words, openOnly, size) => searchLog(counting, project, { words, openOnly }, size)
})
beforeEach(() => (reads = 0))

const wanted = (words: string, openOnly: boolean) =>
  NEWEST_FIRST.filter((issue) => holdsWords(issue, words) && (!openOnly || isOpenIssue(issue))).map(
    ({ id }) => id,
  )

test.each([
  ['a title', 'delivery', false, 11],
  ['several words, in title, place and owner', 'invoice sales megan', false, 3],
  ['whatever the case, and what is no English', 'ÖL', false, 10],
  ['a number', 'i-43', false, 1],
  ['part of a word', 'nvoic', true, 11],
  ['closed ones only where all are asked for', 'price', true, 0],
  ['nothing that does not hold them all', 'invoice delivery', false, 0],
])('finds %s', async (_, words, openOnly, count) => {
  const { rows, more } = await search(words, openOnly, {})
  expect(rows).toHaveLength(count)
  expect(rows.map(({ id }) => id)).toEqual(wanted(words, openOnly))
  expect(more).toBe(false)
})

test('finds the same whatever is read at once, and says when there are more', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('wrong', 'invoice', 'sales', 'megan note', 'nothing of this'),
      fc.boolean(),
      fc.integer({ min: 2, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      async (words, openOnly, atOnce, most) => {
        const all = wanted(words, openOnly)
        const { rows, more } = await search(words, openOnly, { atOnce, most })
        expect(rows.map(({ id }) => id)).toEqual(all.slice(0, most))
        expect(more).toBe(all.length > most)
      },
    ),
    { numRuns: 40 },
  )
})

test('reads no further than it has to', async () => {
  await search('wrong', true, { atOnce: 10, most: 5 })
  expect(reads).toBe(1)
})

test('reads no further when nobody waits for it any more', async () => {
  const { rows, more } = await search('wrong', true, { atOnce: 10, isWanted: () => reads < 2 })
  expect(reads).toBe(2)
  expect(rows.length).toBeLessThan(wanted('wrong', true).length)
  expect(more).toBe(false)
})
