import type { TableClient } from '@azure/data-tables'
import type { Raised } from '../../bot/domain/digest'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { USUAL_RAISING } from '../../bot/domain/raising'
import { toRow } from '../../bot/storage/document'
import { rowKeys } from '../../bot/storage/keys'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  ADELE,
  ALEX,
  aMessageRef,
  aPostedRecap,
  aProject,
  fixedClock,
  LYNNE,
  NOW,
  TENANT,
  THIS_WEEK,
  TODAY,
} from '../support/builders'

let client: TableClient
let storage: Storage
let project: ProjectId

beforeEach(async () => {
  client = await freshTable()
  storage = openStorage({ client, clock: fixedClock() })
  project = storage.records.idOf(TENANT, 'channel' as ChannelId)
})

const RAISED: Raised = {
  lookedOn: TODAY,
  known: [{ key: 'blocked.A-12', on: TODAY }],
  digests: [
    {
      on: TODAY,
      at: NOW,
      to: ALEX,
      news: [
        { kind: 'silent', key: 'silent.x', owner: ADELE.id },
        { kind: 'blocked', key: 'blocked.A-12', item: 'A-12' },
        { kind: 'movedOften', key: 'movedOften.A-12', item: 'A-12' },
        { kind: 'showStopper', key: 'showStopper.I-7.0', issue: 'I-7' },
      ],
      delivery: { status: 'sent', at: NOW, message: aMessageRef() },
    },
  ],
}

test('what was raised reads back as it was, and is written over by the revision that was read alone', async () => {
  const { records } = storage
  expect(await records.raised(project)).toBeNull()
  expect(await records.commit(project, { raised: { record: RAISED, over: 'new' } })).toBe('saved')
  const stored = (await records.raised(project))!
  expect(stored.record).toEqual(RAISED)
  const next = { record: { ...RAISED, known: [] }, over: stored.revision }
  expect(await records.commit(project, { raised: next })).toBe('saved')
  expect(await records.commit(project, { raised: next })).toBe('lost')
  expect(await records.commit(project, { raised: { record: RAISED, over: 'new' } })).toBe('lost')
})

test('what somebody was told of an item is theirs and that item’s alone; the last word stands', async () => {
  const { records } = storage
  expect(await records.told(project, 'A-1', LYNNE.id)).toBeNull()
  for (const version of [2, 5]) {
    await records.commit(project, { told: [{ item: 'A-1', person: LYNNE.id, version }] })
  }
  expect(await records.told(project, 'A-1', LYNNE.id)).toMatchObject({ version: 5 })
  expect(await records.told(project, 'A-1', ADELE.id)).toBeNull()
  expect(await records.told(project, 'A-11', LYNNE.id)).toBeNull()
})

describe('rows of before', () => {
  /** The record as the version before wrote it. */
  const write = (row: string, kind: string, record: object) =>
    client.upsertEntity(toRow({ partition: project, row }, kind, record))

  test('a project raises as usual', async () => {
    const { raising: _, ...old } = aProject({ id: project })
    await write(rowKeys.project, 'project', old)
    expect((await storage.records.project(project))?.record.raising).toEqual(USUAL_RAISING)
  })

  test('a recap says nothing of what was raised', async () => {
    const posted = aPostedRecap()
    const { raised: _, ...recap } = posted.recap
    await write(rowKeys.recap(THIS_WEEK), 'recap', { ...posted, recap })
    expect((await storage.records.recap(project, THIS_WEEK))?.record.recap.raised).toBeNull()
  })

  test('a message that tells of a new date is still sent', async () => {
    const what = { kind: 'itemMoved', item: 'A-1', to: LYNNE, from: TODAY, until: TODAY }
    const id = 'itemMoved.A-1.v2'
    await write(rowKeys.waiting({ id, at: NOW }, 'first'), 'outgoing', {
      id,
      at: NOW,
      what,
      state: { status: 'pending' },
    })
    const [waiting] = await storage.outbox.pending(project, 10)
    expect(waiting?.record.what).toEqual({ kind: 'itemMoved', item: 'A-1', to: LYNNE, version: null })
  })
})
