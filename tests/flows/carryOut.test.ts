import type { Command } from '../../bot/flows/command'
import { ALEX, THIS_WEEK } from '../support/builders'
import { aChannel, expectKind, northwind } from './northwind'

const EDIT = { headline: '', note: '', overall: null, workstreams: [] }

describe('a channel without a project', () => {
  const commands: readonly Command[] = [
    { do: 'listItems', filter: { kind: 'open' }, page: 0 },
    { do: 'changeItem', id: 'A-1', change: { kind: 'done' }, seen: null },
    { do: 'listIssues', filter: { kind: 'words', words: 'invoice' }, page: 0 },
    { do: 'changeIssue', id: 'I-1', change: { kind: 'fix' }, seen: null },
    { do: 'show', id: 'A-1', history: true },
    { do: 'undo', id: 'I-1', version: 2 },
    { do: 'source' },
    { do: 'askNow' },
    { do: 'showCard', week: THIS_WEEK },
    { do: 'answer', week: THIS_WEEK, answers: [], restNoChange: true, comment: null },
    { do: 'status' },
    { do: 'showRecap', week: null },
    { do: 'draft' },
    { do: 'editDraft', week: THIS_WEEK, edit: EDIT },
    { do: 'postRecap', edit: null },
    { do: 'correctRecap', week: null },
    { do: 'saveCorrection', week: THIS_WEEK, edit: EDIT, seen: 0 },
    { do: 'showAudience', wanted: null },
    { do: 'saveAudience', channels: [], version: 1 },
    { do: 'deliveries' },
    { do: 'pause' },
    { do: 'resume' },
  ]

  test.each(commands.map((command) => [command.do, command] as const))(
    '%s says that there is none yet',
    async (_, command) => {
      const { when } = await aChannel()
      expect(await when(ALEX, command)).toEqual({ kind: 'notSetUp' })
    },
  )

  test('help still says what can be done', async () => {
    const { when } = await aChannel()
    expect(await when(ALEX, { do: 'help' })).toEqual({ kind: 'help', project: null })
  })
})

describe('a channel with a project', () => {
  test('help names it', async () => {
    const { when } = await northwind()
    expect(expectKind(await when(ALEX, { do: 'help' }), 'help').project?.name).toBe('ERP roll-out')
  })

  test('its source of truth is the page of the project', async () => {
    const { when, place } = await northwind()
    expect(await when(ALEX, { do: 'source' })).toMatchObject({ kind: 'source', view: { project: place } })
  })
})
