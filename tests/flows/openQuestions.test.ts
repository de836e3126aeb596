import type { QuestionId } from '../../bot/domain/ids'
import type { Command } from '../../bot/flows/command'
import { ADELE, ALEX, ISAIAH, LYNNE, MEGAN, PATTI } from '../support/builders'
import { expectKind, northwind } from './northwind'

const WHO_SIGNS = 'Who signs for the Rotterdam warehouse?'
const ask = (question = WHO_SIGNS): Command => ({ do: 'askLead', question })
const write = (title: string, content = 'Patti signs.', question?: QuestionId): Command => ({
  do: 'addEntry',
  fields: { title, about: null, content, owner: null, reviewDays: null, toBeRead: false },
  ...(question ? { question } : {}),
})

async function asked() {
  const world = await northwind()
  const { question } = expectKind(await world.when(LYNNE, ask()), 'questionWaits')
  return { ...world, question, id: question.id }
}

describe('a question without an answer', () => {
  test('is said to have none, or to belong at a place that nobody has written yet', async () => {
    const { when } = await northwind()
    const none = await when(LYNNE, { do: 'where', question: WHO_SIGNS, sure: true })
    expect(none).toMatchObject({ kind: 'noAnswer', question: WHO_SIGNS, place: null })
    const empty = await when(LYNNE, { do: 'where', question: 'where is the UAT guide', sure: true })
    expect(empty).toMatchObject({ kind: 'noAnswer', place: { id: 'S-8' } })
  })

  test('waits once it is asked of the lead, who is told once', async () => {
    const { outgoing, id, question, when } = await asked()
    expect(question).toMatchObject({
      text: WHO_SIGNS,
      askers: [{ person: LYNNE }],
      state: { status: 'open' },
    })
    expect(await outgoing()).toEqual([{ kind: 'questionAsked', question: id }])
    expect(expectKind(await when(LYNNE, ask()), 'questionWaits').again).toBe(true)
    expect(await outgoing()).toHaveLength(1)
  })

  test('asked in other words by somebody else is the same question', async () => {
    const { when, whenElsewhere, id, outgoing } = await asked()
    const [one, other] = await Promise.all([
      when(PATTI, ask('rotterdam warehouse: who signs')),
      whenElsewhere(MEGAN, ask('Who signs for the warehouse in Rotterdam?')),
    ])
    for (const outcome of [one, other]) expect(expectKind(outcome, 'questionWaits').question.id).toBe(id)
    const { questions } = expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    expect(questions?.map(({ askers }) => askers.length)).toEqual([3])
    expect(await outgoing()).toHaveLength(1)
  })

  test('stands on the lead’s draft, the most asked first, and nowhere in the recap', async () => {
    const { when } = await asked()
    await when(LYNNE, ask('Which carrier drives on Sundays?'))
    await when(PATTI, ask('Which carrier drives on Sundays?'))
    const { questions, recap } = expectKind(await when(ALEX, { do: 'draft' }), 'draft')
    expect(questions?.map(({ text }) => text)).toEqual(['Which carrier drives on Sundays?', WHO_SIGNS])
    expect(JSON.stringify(recap)).not.toContain('Rotterdam')
  })

  test.each(['', '...', '読みにくい長い質問'.repeat(40), 'x'.repeat(500)])(
    '%j can wait too',
    async (text) => {
      const { when } = await northwind()
      expectKind(await when(LYNNE, ask(text)), 'questionWaits')
    },
  )
})

describe('an answer', () => {
  test('is offered to who writes what matches, and told to all who wait but its author', async () => {
    const { when, id, outgoing } = await asked()
    await when(PATTI, ask())
    const { answers, view } = expectKind(await when(PATTI, write('Rotterdam warehouse: who signs')), 'entry')
    expect(answers.map((question) => question.id)).toEqual([id])
    const settled = await when(PATTI, { do: 'settleQuestion', question: id, entry: view.entry.id })
    expect(settled).toMatchObject({ kind: 'questionSettled', again: false, line: { entry: { id: 'S-11' } } })
    expect((await outgoing()).filter(({ kind }) => kind === 'questionAnswered')).toEqual([
      { kind: 'questionAnswered', question: id, entry: 'S-11', to: LYNNE },
    ])
    expect(expectKind(await when(ALEX, { do: 'draft' }), 'draft').questions).toEqual([])
  })

  test('written for the question is offered whatever its words are', async () => {
    const { when, id } = await asked()
    expect(expectKind(await when(ALEX, write('Dock rules')), 'entry').answers).toEqual([])
    const { answers } = expectKind(await when(ALEX, write('Dock rules 2', 'Patti.', id)), 'entry')
    expect(answers.map((question) => question.id)).toEqual([id])
  })

  test('is told once, however often and by whomever the button is tapped', async () => {
    const { when, whenElsewhere, id, outgoing } = await asked()
    await when(PATTI, write('Rotterdam warehouse'))
    const settle: Command = { do: 'settleQuestion', question: id, entry: 'S-11' }
    await Promise.all([when(PATTI, settle), whenElsewhere(ALEX, settle), when(PATTI, settle)])
    expect((await outgoing()).filter(({ kind }) => kind === 'questionAnswered')).toHaveLength(1)
    expect(expectKind(await when(PATTI, settle), 'questionSettled').again).toBe(true)
  })

  test('is the lead’s to give, or of who wrote or owns the entry', async () => {
    const { when, id } = await asked()
    await when(PATTI, write('Rotterdam warehouse'))
    const settle: Command = { do: 'settleQuestion', question: id, entry: 'S-11' }
    for (const person of [ADELE, LYNNE]) expectKind(await when(person, settle), 'notAllowed')
    expectKind(await when(ALEX, settle), 'questionSettled')
  })

  test('is no empty place, and none that was removed', async () => {
    const { when, id } = await asked()
    expectKind(await when(ALEX, { do: 'settleQuestion', question: id, entry: 'S-8' }), 'notFound')
    expectKind(await when(ALEX, { do: 'settleQuestion', question: id, entry: 'S-99' }), 'notFound')
  })

  test('that is not needed is the lead’s word, and tells nobody', async () => {
    const { when, id, outgoing } = await asked()
    const none: Command = { do: 'settleQuestion', question: id, entry: null }
    expectKind(await when(ISAIAH, none), 'notAllowed')
    expect(await when(ALEX, none)).toMatchObject({ question: { state: { status: 'dismissed' } }, line: null })
    expect(await outgoing()).toHaveLength(1)
    const again = expectKind(await when(PATTI, ask()), 'questionWaits')
    expect(again.question).toMatchObject({ state: { status: 'open' }, askers: [{ person: PATTI }] })
  })

  test('to a question that never was is none', async () => {
    const { when } = await northwind()
    expectKind(
      await when(ALEX, { do: 'settleQuestion', question: 'nothing' as QuestionId, entry: null }),
      'questionGone',
    )
  })
})
