import type { IssueId } from '../../bot/domain/ids'
import type { IssueChange } from '../../bot/domain/issue'
import type { Command } from '../../bot/flows/command'
import { ADELE, ALEX, INTEGRATIONS, ISAIAH, LYNNE, MEGAN, NOW, PATTI, TENANT } from '../support/builders'
import { expectKind, issueIn, northwind } from './northwind'

function change(id: IssueId, what: IssueChange, seen: number | null = null): Command {
  return { do: 'changeIssue', id, change: what, seen }
}

const TRIAGE: IssueChange = { kind: 'triage', severity: 'showStopper', owner: ISAIAH }
const NEW = { state: { status: 'new' }, severity: null, owner: null } as const

describe('moving an issue through its states', () => {
  test('any member takes it from new to closed, and back when it returns', async () => {
    const { givenIssue, when, issue, history } = await northwind()
    const id = await givenIssue(NEW)
    await when(ADELE, change(id, TRIAGE))
    await when(ISAIAH, change(id, { kind: 'fix' }))
    await when(ISAIAH, change(id, { kind: 'retest' }))
    await when(LYNNE, change(id, { kind: 'close' }))
    expect((await issue(id)).state).toEqual({ status: 'closed', validatedBy: LYNNE, at: NOW })
    await when(PATTI, change(id, { kind: 'reopen', why: 'wrong again with three rates' }))
    expect(await issue(id)).toMatchObject({
      state: { status: 'reopened', why: 'wrong again with three rates' },
      timesReopened: 1,
      version: 6,
    })
    expect((await history(id)).map(({ by, why }) => [by.name, why])).toEqual([
      ['Adele Vance', null],
      ['Isaiah Langer', null],
      ['Isaiah Langer', null],
      ['Lynne Robbins', null],
      ['Patti Fernandez', 'wrong again with three rates'],
    ])
  })

  test('a move that the states do not allow says which are', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue(NEW)
    const outcome = expectKind(await when(LYNNE, change(id, { kind: 'close' })), 'moveNotAllowed')
    expect(outcome).toMatchObject({ wanted: 'closed', allowed: ['triage', 'duplicate', 'defer'] })
    expect((await issue(id)).version).toBe(1)
  })

  test.each<[string, IssueChange, readonly string[]]>([
    ['triage without a severity', { kind: 'triage', severity: null, owner: ISAIAH }, ['severity']],
    ['deferral without a why', { kind: 'defer', why: '' }, ['why']],
  ])('%s opens a form with what is known filled in', async (_, what, missing) => {
    const { givenIssue, when } = await northwind()
    const form = expectKind(await when(LYNNE, change(await givenIssue(NEW), what)), 'changeForm')
    expect(form).toMatchObject({ change: what, missing })
  })

  test('a new owner finds the project in their own chat', async () => {
    const { givenIssue, when, people, project } = await northwind()
    await when(ADELE, change(await givenIssue(NEW), TRIAGE))
    expect(await people.projectsOf(TENANT, ISAIAH.id)).toContain(project)
  })

  test('a repeat of an issue that does not exist is not found; of itself is asked again', async () => {
    const { givenIssue, when, issue } = await northwind()
    const first = await givenIssue(NEW)
    const second = await givenIssue(NEW)
    expect(await when(PATTI, change(second, { kind: 'duplicate', of: 'I-99' }))).toEqual({
      kind: 'notFound',
      id: 'I-99',
    })
    const form = expectKind(
      await when(PATTI, change(second, { kind: 'duplicate', of: second })),
      'changeForm',
    )
    expect(form.problem).toBe('duplicateOfItself')
    await when(PATTI, change(second, { kind: 'duplicate', of: first }))
    expect((await issue(second)).state).toEqual({ status: 'duplicate', of: first, at: NOW })
  })

  test('the card in the channel follows; without a card there is nothing to refresh', async () => {
    const { givenIssue, givenCard, when, outgoing } = await northwind()
    const id = await givenIssue(NEW)
    await givenCard(id)
    await when(ADELE, change(id, TRIAGE))
    await when(ADELE, change(await givenIssue(NEW), TRIAGE))
    expect(await outgoing()).toEqual([{ kind: 'refreshCard', record: id }])
  })
})

describe('editing an issue', () => {
  const edit: IssueChange = { kind: 'edit', steps: 'Print an invoice with two rates, in EUR' }

  test.each([
    ['its reporter', PATTI],
    ['who fixes it', ISAIAH],
    ['the lead', ALEX],
  ])('%s may put its words right', async (_, person) => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ reporter: PATTI, owner: ISAIAH, steps: 'Print an invoice' })
    expectKind(await when(person, change(id, edit)), 'record')
    expect((await issue(id)).steps).toBe('Print an invoice with two rates, in EUR')
  })

  test('another member may not write over what somebody wrote', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ reporter: PATTI, owner: ISAIAH, steps: 'Print an invoice' })
    const outcome = expectKind(await when(MEGAN, change(id, edit)), 'notAllowed')
    expect(outcome).toEqual({ kind: 'notAllowed', who: 'ownerCreatorLead', lead: ALEX, owner: ISAIAH })
    expect((await issue(id)).steps).toBe('Print an invoice')
  })

  test('any member may fill in what nobody has written yet, rate it and hand it over', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ ...NEW, steps: '', where: 'Invoices', workstream: null })
    const filled: IssueChange = {
      kind: 'edit',
      steps: 'Print an invoice',
      where: 'Invoices',
      severity: 'cosmetic',
      owner: LYNNE,
      workstream: INTEGRATIONS.id,
    }
    expectKind(await when(MEGAN, change(id, filled)), 'record')
    expect(await issue(id)).toMatchObject({ steps: 'Print an invoice', severity: 'cosmetic', owner: LYNNE })
  })

  test('an emptied title is asked for again; a text too long is handed back', async () => {
    const { givenIssue, when } = await northwind()
    const id = await givenIssue()
    const form = expectKind(await when(ALEX, change(id, { kind: 'edit', title: ' ' })), 'changeForm')
    expect(form.missing).toEqual(['title'])
    const text = 'x'.repeat(20_001)
    const outcome = await when(ALEX, change(id, { kind: 'edit', details: text }))
    expect(outcome).toEqual({ kind: 'tooLong', field: 'details', length: 20_001, most: 20_000, text })
  })
})

describe('two people at one issue', () => {
  test('a severity changed meanwhile is shown to the second, with whose it is', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ severity: 'cosmetic' })
    await when(LYNNE, change(id, { kind: 'triage', severity: 'workaround', owner: null }, 1))
    const second: IssueChange = { kind: 'edit', severity: 'showStopper' }
    const outcome = expectKind(await when(ALEX, change(id, second, 1)), 'changedMeanwhile')
    expect(outcome).toMatchObject({ yours: second, last: { by: LYNNE, version: 2 } })
    expect(outcome.last.fields).toContainEqual({ field: 'severity', from: 'cosmetic', to: 'workaround' })
    expect(issueIn(outcome).issue.severity).toBe('workaround')
    expect((await issue(id)).severity).toBe('workaround')
  })

  test('a form that still holds old words does not put them back over new ones', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ where: 'Invoices', steps: 'Print one' })
    await when(ALEX, change(id, { kind: 'edit', where: 'Invoices, preview' }, 1))
    const whole: IssueChange = { kind: 'edit', where: 'Invoices', steps: 'Print two' }
    expectKind(await when(PATTI, change(id, whole, 1)), 'changedMeanwhile')
    expect(await issue(id)).toMatchObject({ where: 'Invoices, preview', steps: 'Print one' })
  })

  test('edits of different fields are both kept', async () => {
    const { givenIssue, when, issue } = await northwind()
    const id = await givenIssue({ where: 'Invoices', steps: 'Print one' })
    await Promise.all([
      when(ALEX, change(id, { kind: 'edit', where: 'Invoices, preview' }, 1)),
      when(PATTI, change(id, { kind: 'edit', steps: 'Print two' }, 1)),
    ])
    expect(await issue(id)).toMatchObject({ where: 'Invoices, preview', steps: 'Print two', version: 3 })
  })

  test('"close" on a card from before somebody reopened it says who did and why', async () => {
    const { givenIssue, when } = await northwind()
    const id = await givenIssue({ state: { status: 'readyForRetest' } })
    await when(PATTI, change(id, { kind: 'reopen', why: 'still wrong' }, 1))
    const outcome = expectKind(await when(LYNNE, change(id, { kind: 'close' }, 1)), 'changedMeanwhile')
    expect(outcome.last).toMatchObject({ by: PATTI, why: 'still wrong' })
  })
})
