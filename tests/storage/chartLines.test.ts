import { chartLineOf } from '../../bot/domain/chartLine'
import type { Issue } from '../../bot/domain/issue'
import { changeRow } from '../../bot/storage/changeRow'
import { chartLineIn } from '../../bot/storage/chartColumn'
import { toRow } from '../../bot/storage/document'
import { openTestStorage } from '../support/azurite'
import { aChange, aDueDate, anIssue, at, inDays, MEGAN, NOW, PROJECT_ID, TENANT } from '../support/builders'
import type { ChannelId } from '../../bot/domain/ids'

const CLOSED: Issue['state'] = { status: 'closed', validatedBy: MEGAN, at: NOW }
const closing = aChange({
  record: 'I-7',
  version: 3,
  at: NOW,
  fields: [{ field: 'state', from: { status: 'readyForRetest' }, to: { status: 'closed' } }],
})
const closed = anIssue({ id: 'I-7', version: 3, severity: 'workaround', state: CLOSED })
const moves = aDueDate('2026-11-20', ['2026-11-25', 'late', NOW]).moves
const moving = aChange({
  record: 'A-1',
  at: NOW,
  fields: [{ field: 'due', from: { first: '2026-11-20', moves: [] }, to: { first: '2026-11-20', moves } }],
})

test('what changes mean to charts comes back in their order, whatever texts they changed', async () => {
  const { records } = await openTestStorage()
  const project = records.idOf(TENANT, 'channel-charts' as ChannelId)
  const wordy = aChange({
    record: 'I-7',
    version: 2,
    at: at('2026-11-19'),
    fields: [{ field: 'details', from: '', to: 'x'.repeat(20_000) }],
  })
  await records.commit(project, {
    issues: [{ record: { ...closed, version: 2 }, over: 'new' }],
    changes: [wordy],
  })
  await records.commit(project, { issues: [{ record: closed, over: 'any' }], changes: [closing, moving] })
  const open = { open: true, severity: 'workaround' }
  const step = { issue: 'I-7', at: NOW, was: open, is: { ...open, open: false } }
  expect(await records.chartLines(project, at('2026-11-19', '00:00'), at('2026-11-21'))).toEqual([
    { of: 'nothing' },
    { of: 'issue', version: 3, step },
    { of: 'item', item: 'A-1', slips: [{ item: 'A-1', at: NOW, days: 5, again: false }], back: [] },
  ])
  expect(await records.chartLines(project, at(inDays(-30)), at('2026-11-19', '00:00'))).toEqual([])
})

test('a row from before it was noted tells nothing, so that the whole history is read instead', async () => {
  const { records } = await openTestStorage()
  const project = records.idOf(TENANT, 'channel-old' as ChannelId)
  // A change whose issue is not in its commit is noted as little as one of before.
  await records.commit(project, { changes: [closing] })
  expect(await records.chartLines(project, at(inDays(-1)), at('2026-11-21'))).toBeNull()
  const [, old] = changeRow.toEntities(PROJECT_ID, closing, null)
  expect(chartLineIn(old!)).toBeNull()
  expect(changeRow.fromEntity(old!)).toEqual(closing)
})

test.each([
  ['a change of the project', aChange({ record: 'project' }), null, { of: 'nothing' }],
  ['one of an entry', aChange({ record: 'S-1' }), null, { of: 'nothing' }],
  ['one of an issue’s words', aChange({ record: 'I-7', version: 3 }), closed, { of: 'nothing' }],
  ['one of an issue of another version', closing, { ...closed, version: 4 }, null],
])('%s', (_, change, issue, line) => {
  expect(chartLineOf(change, issue)).toEqual(line)
})

test('a line that nobody can read is refused, never guessed at', () => {
  const row = { ...toRow(changeRow.place(PROJECT_ID, closing), 'change', closing), chart: '{"of":"issue"}' }
  expect(() => chartLineIn(row)).toThrow('wrong at chart')
})
