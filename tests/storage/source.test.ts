import { recapRow } from '../../bot/storage/recapRow'
import { outgoingRow, UNTOUCHED } from '../../bot/storage/outgoingRow'
import type { ProjectId } from '../../bot/domain/ids'
import type { PostedRecap } from '../../bot/domain/recap'
import {
  ALEX,
  anEntry,
  anOpenQuestion,
  aPostedRecap,
  aRecap,
  LYNNE,
  MEGAN,
  NOW,
  PROJECT_ID,
} from '../support/builders'
import { openTestStorage } from '../support/azurite'

const P = PROJECT_ID

test('a recap from before the page was counted is read as it was', () => {
  const { source: _, ...old } = aRecap()
  const posted = { ...aPostedRecap(), recap: old } as unknown as PostedRecap
  expect(recapRow.fromEntity(recapRow.toEntity(P, posted)).recap.source).toBeNull()
})

test('an entry, who read it, and a question come back as they were written', async () => {
  const { records } = await openTestStorage()
  const entry = anEntry({ id: 'S-12', content: { kind: 'text', text: '読'.repeat(20_000) }, toBeRead: 2 })
  const question = anOpenQuestion()
  const read = { entry: 'S-12', version: 2, person: MEGAN, at: NOW } as const
  await records.commit(P, {
    entries: [{ record: entry, over: 'new' }],
    reads: [read],
    questions: [{ record: question, over: 'new' }],
  })
  expect((await records.entry(P, 'S-12'))?.record).toEqual(entry)
  expect(await records.entries(P)).toEqual([entry])
  expect(await records.reads(P, 'S-12', 2)).toEqual([read])
  expect(await records.reads(P, 'S-12', 1)).toEqual([])
  expect(await records.openQuestions(P)).toEqual([question])
})

test('a second reading by the same person is lost, and so is all that was to happen with it', async () => {
  const { records } = await openTestStorage()
  const read = (person: typeof MEGAN) => ({ entry: 'S-1', version: 1, person, at: NOW }) as const
  await records.commit(P, { reads: [read(MEGAN)] })
  expect(await records.commit(P, { reads: [read(MEGAN), read(LYNNE)] })).toBe('lost')
  expect(await records.reads(P, 'S-1', 1)).toEqual([read(MEGAN)])
})

test('a settled question is no longer among those that wait, and may be asked again', async () => {
  const { records } = await openTestStorage()
  const question = anOpenQuestion()
  await records.commit(P, { questions: [{ record: question, over: 'new' }] })
  const read = await records.question(P, question.id)
  const settled = { ...question, state: { status: 'dismissed', by: ALEX, at: NOW } as const, version: 2 }
  await records.commit(P, { questions: [{ record: settled, over: read!.revision }] })
  expect(await records.openQuestions(P)).toEqual([])
  const again = await records.question(P, question.id)
  await records.commit(P, { questions: [{ record: { ...question, version: 3 }, over: again!.revision }] })
  expect(await records.openQuestions(P)).toEqual([{ ...question, version: 3 }])
})

test('the first entry of one’s own comes after the usual ten', async () => {
  const { records } = await openTestStorage()
  const own = 'a-project-of-its-own' as ProjectId
  const add = () =>
    records.createEntry(own, (id) => ({ entries: [{ record: anEntry({ id }), over: 'new' }] }))
  expect([await add(), await add()]).toEqual(['S-11', 'S-12'])
})

test('messages of the page wait and are read back', () => {
  const project = 'p' as ProjectId
  for (const what of [
    { kind: 'anchor', post: true },
    { kind: 'toBeRead', entry: 'S-3', version: 4 },
    { kind: 'questionAsked', question: anOpenQuestion().id },
    { kind: 'questionAnswered', question: anOpenQuestion().id, entry: 'S-3', to: LYNNE },
  ] as const) {
    const message = { id: what.kind, at: NOW, what, state: UNTOUCHED }
    expect(outgoingRow.fromEntity(outgoingRow.toWaitingEntity(project, message, 'stamp'))).toEqual(message)
  }
})
