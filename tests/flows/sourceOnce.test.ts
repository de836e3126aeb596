import { carryOutOnce } from '../../bot/flows/carryOutOnce'
import type { Command, NewEntry } from '../../bot/flows/command'
import type { Person } from '../../bot/domain/person'
import { ALEX, COPENHAGEN, LYNNE, MEGAN, PATTI, TENANT } from '../support/builders'
import { northwind } from './northwind'

/* What Teams brings a second time, long after, to a process that knows nothing of the first. */

const page = (title: string): NewEntry => ({
  title,
  about: null,
  content: 'Patti signs.',
  owner: null,
  reviewDays: null,
  toBeRead: true,
})
const add = (title = 'Dock rules'): Command => ({ do: 'addEntry', fields: page(title) })
const verify = (): Command => ({
  do: 'changeEntry',
  entry: 'S-11',
  change: { kind: 'verify' },
  seen: null,
  onCard: null,
})

async function once() {
  const world = await northwind()
  const { deps, project, clock, outgoing } = world
  const bring = (person: Person, command: Command, isLate: boolean) => {
    const actor = { tenant: TENANT, person, locale: 'en-GB', zone: COPENHAGEN, ownsTeam: false }
    const key = `${person.id} ${JSON.stringify(command)}`
    return carryOutOnce(deps, { project, actor, door: 'chat', command }, { key, isLate })
  }
  return {
    ...world,
    /** Both times, and how many messages waited after each. */
    twice: async (person: Person, command: Command, isLate: boolean) => {
      const first = await bring(person, command, false)
      const sent = (await outgoing()).length
      clock.advance(3_600_000)
      const second = await bring(person, command, isLate)
      return { first, second, sent, sentThen: (await outgoing()).length }
    },
  }
}

describe.each([
  ['late', true],
  ['soon', false],
])('what comes a second time, %s,', (_, isLate) => {
  test('makes one page, and shows it as it stands', async () => {
    const { twice, records, project } = await once()
    const { first, second, sent, sentThen } = await twice(ALEX, add(), isLate)
    expect(first).toMatchObject({ before: null, outcome: { kind: 'entry', view: { entry: { id: 'S-11' } } } })
    expect(second.before).toMatchObject({ about: 'S-11' })
    expect(second.outcome).toMatchObject({ kind: 'entry', view: { entry: { id: 'S-11', version: 1 } } })
    expect(sentThen).toBe(sent)
    expect(await records.entries(project)).toHaveLength(1)
  })

  test('confirms a page once', async () => {
    const { twice, when, records, project, clock } = await once()
    await when(ALEX, add())
    clock.advance(7 * 86_400_000)
    const { second } = await twice(ALEX, verify(), isLate)
    expect(second.before).toMatchObject({ about: 'S-11' })
    expect(second.outcome).toMatchObject({ kind: 'entry', view: { entry: { id: 'S-11' } } })
    expect(await records.history(project, 'S-11')).toHaveLength(2)
  })

  test('notes a reading once, and says who has read', async () => {
    const { twice, when, records, project } = await once()
    await when(ALEX, add())
    const { second } = await twice(MEGAN, { do: 'readEntry', entry: 'S-11', version: 1 }, isLate)
    expect(second.outcome).toMatchObject({ kind: 'hasRead', notice: { reads: { read: 1, mine: true } } })
    expect(await records.reads(project, 'S-11', 1)).toHaveLength(1)
  })

  test('asks the lead once, and settles a question once, whoever asked it anew meanwhile', async () => {
    const { twice, when, records, project } = await once()
    const ask: Command = { do: 'askLead', question: 'Who signs for the Rotterdam warehouse?' }
    const { second, sent, sentThen } = await twice(LYNNE, ask, isLate)
    expect(second.outcome).toMatchObject({ kind: 'questionWaits', again: true })
    expect([sent, sentThen]).toEqual([1, 1])
    const [open] = await records.openQuestions(project)
    const settle: Command = { do: 'settleQuestion', question: open!.id, entry: null }
    expect((await twice(ALEX, settle, isLate)).second).toMatchObject({
      before: { about: null },
      outcome: { kind: 'questionSettled', again: true },
    })
    await when(PATTI, ask)
    expect(await records.openQuestions(project)).toHaveLength(1)
  })

  test('orders the channel’s page once', async () => {
    const { twice } = await once()
    const { first, second, sent, sentThen } = await twice(ALEX, { do: 'postAnchor' }, isLate)
    expect(first.outcome).toMatchObject({ kind: 'anchorPosted', again: false })
    expect(second.outcome).toMatchObject({ kind: 'anchorPosted', again: true })
    expect([sent, sentThen]).toEqual([1, 1])
  })
})
