import { createDeliveries } from '../../bot/schedule/deliveries'
import type { Delivery } from '../../bot/schedule/delivery'
import { NO_LINKS } from '../../bot/cards/reader'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import { ALEX, aMessageRef, anEntry, anOpenQuestion, LYNNE, MEGAN, NOW } from '../support/builders'
import { northwind } from '../flows/northwind'

/** What sending comes to in a project, with what a person reads on the card. */
async function delivering() {
  const world = await northwind()
  const deliveries = createDeliveries({ ...world.deps, linksOf: () => Promise.resolve(NO_LINKS) })
  const deliver = async (what: OutgoingWhat): Promise<Delivery> =>
    (await deliveries(world.project)).deliver(what)
  return { ...world, deliver }
}

function words(delivery: Delivery): string {
  return 'card' in delivery ? JSON.stringify(delivery.card) : ''
}

describe('the channel’s card of how the project runs', () => {
  test('is sent to nobody while nobody asked for it', async () => {
    const { deliver } = await delivering()
    expect(await deliver({ kind: 'anchor', post: false })).toEqual({ kind: 'nothing' })
  })

  test('is posted once, edited in place from then on, and the new one is followed where it was deleted', async () => {
    const { deliver, records, project } = await delivering()
    const post = await deliver({ kind: 'anchor', post: true })
    if (post.kind !== 'post') throw new Error(post.kind)
    expect(post.recipient).toEqual({ to: 'channel' })
    await records.commit(project, await post.sent(aMessageRef({ message: 'first' })))
    await records.commit(project, {
      entries: [{ record: anEntry({ title: 'The plan of plans' }), over: 'new' }],
    })

    const edit = await deliver({ kind: 'anchor', post: false })
    if (edit.kind !== 'edit' || edit.whenGone.kind !== 'post') throw new Error(edit.kind)
    expect(edit.message.message).toBe('first')
    expect(words(edit)).toContain('The plan of plans')
    await records.commit(project, await edit.whenGone.sent(aMessageRef({ message: 'second' })))
    expect(await deliver({ kind: 'anchor', post: true })).toMatchObject({
      kind: 'edit',
      message: { message: 'second' },
    })
  })
})

describe('the card that asks everybody to read', () => {
  test('is posted for the version that asks, edited as they read, and says when it was overtaken', async () => {
    const { deliver, records, project } = await delivering()
    const what = { kind: 'toBeRead', entry: 'S-1', version: 2 } as const
    await records.commit(project, {
      entries: [{ record: anEntry({ toBeRead: 2, version: 2 }), over: 'any' }],
    })
    const post = await deliver(what)
    if (post.kind !== 'post') throw new Error(post.kind)
    expect(words(post)).toContain('0 of 6 have read it')
    await records.commit(project, await post.sent(aMessageRef({ message: 'notice' })))
    await records.commit(project, { reads: [{ entry: 'S-1', version: 2, person: MEGAN, at: NOW }] })
    const edit = await deliver(what)
    expect(edit).toMatchObject({ kind: 'edit', message: { message: 'notice' } })
    expect(words(edit)).toContain('1 of 6 has read it')
    await records.commit(project, {
      entries: [{ record: anEntry({ toBeRead: 3, version: 3 }), over: 'any' }],
    })
    expect(words(await deliver(what))).toContain('changed again since')
  })

  test('is not posted for what was taken back before', async () => {
    const { deliver, records, project } = await delivering()
    await records.commit(project, { entries: [{ record: anEntry({ toBeRead: null }), over: 'new' }] })
    expect(await deliver({ kind: 'toBeRead', entry: 'S-1', version: 2 })).toEqual({ kind: 'nothing' })
  })
})

describe('questions', () => {
  test('are told to the lead in their chat while they wait', async () => {
    const { deliver, records, project } = await delivering()
    const question = anOpenQuestion()
    const what = { kind: 'questionAsked', question: question.id } as const
    await records.commit(project, { questions: [{ record: question, over: 'new' }] })
    const told = await deliver(what)
    expect(told).toMatchObject({ kind: 'post', recipient: { to: 'person', person: ALEX.id } })
    expect(words(told)).toContain('Rotterdam')
    const read = await records.question(project, question.id)
    const state = { status: 'dismissed', by: ALEX, at: NOW } as const
    await records.commit(project, { questions: [{ record: { ...question, state }, over: read!.revision }] })
    expect(await deliver(what)).toEqual({ kind: 'nothing' })
    expect(await records.openQuestions(project)).toEqual([])
  })

  test('that are answered bring the entry to who asked, unless it is gone by then', async () => {
    const { deliver, records, project } = await delivering()
    const question = anOpenQuestion()
    const what = { kind: 'questionAnswered', question: question.id, entry: 'S-11', to: LYNNE } as const
    const entry = anEntry({ id: 'S-11', title: 'Rotterdam', content: { kind: 'text', text: 'Patti signs.' } })
    await records.commit(project, {
      questions: [{ record: question, over: 'new' }],
      entries: [{ record: entry, over: 'new' }],
    })
    const told = await deliver(what)
    expect(told).toMatchObject({ kind: 'post', recipient: { to: 'person', person: LYNNE.id } })
    expect(words(told)).toContain('Patti signs.')
    const gone = { ...entry, state: { status: 'removed', by: ALEX, at: NOW } as const }
    await records.commit(project, { entries: [{ record: gone, over: 'any' }] })
    expect(await deliver(what)).toEqual({ kind: 'nothing' })
  })
})
