import { toRow } from '../../bot/storage/document'
import { rowKeys, tenantPartition } from '../../bot/storage/keys'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  aChange,
  ALEX,
  anAnswer,
  anAsk,
  aPostedRecap,
  aRecap,
  fixedClock,
  MEGAN,
  NOW,
  PROJECT_ID,
  TENANT,
  THIS_WEEK,
} from '../support/builders'

/* Rows as they were written before people could be away or put a card off. */

/** Storage in which a record of this kind stands as an older version wrote it. */
async function havingWritten(partition: string, row: string, kind: string, record: object) {
  const client = await freshTable()
  await client.createEntity(toRow({ partition, row }, kind, record))
  return openStorage({ client, clock: fixedClock() })
}

test.each([
  ['never reminded', { remindedAt: null }, []],
  ['reminded once', { remindedAt: NOW }, [NOW]],
  ['from before there were reminders', {}, []],
])('an ask, %s', async (_, older, remindedAt) => {
  const { snoozes, away, covers, remindedAt: __, ...kept } = anAsk()
  const row = rowKeys.ask(THIS_WEEK, MEGAN.id)
  const { records } = await havingWritten(PROJECT_ID, row, 'ask', { ...kept, snoozedUntil: null, ...older })
  const stored = await records.ask(PROJECT_ID, THIS_WEEK, MEGAN.id)
  expect(stored?.record).toEqual({ ...kept, snoozes, away, covers, remindedAt })
})

test('an answer was given by whose item it is', async () => {
  const { by: _, ...kept } = anAnswer()
  const row = rowKeys.answer(THIS_WEEK, MEGAN.id, 'A-12')
  const { records } = await havingWritten(PROJECT_ID, row, 'answer', kept)
  const [stored] = await records.answers(PROJECT_ID, THIS_WEEK, MEGAN.id)
  expect(stored?.record).toEqual({ ...kept, by: MEGAN })
})

test('a change was made in nobody’s place', async () => {
  const { inPlaceOf: _, ...kept } = aChange()
  const { records } = await havingWritten(PROJECT_ID, rowKeys.history('A-12', 2), 'change', kept)
  expect(await records.history(PROJECT_ID, 'A-12')).toEqual([{ ...kept, inPlaceOf: null }])
})

test('a recap tells of nobody who was away', async () => {
  const { away: _, ...answers } = aRecap().answers!
  const older = { ...aPostedRecap(), recap: { ...aRecap(), answers } }
  const { records } = await havingWritten(PROJECT_ID, rowKeys.recap(THIS_WEEK), 'recap', older)
  const stored = await records.recap(PROJECT_ID, THIS_WEEK)
  expect(stored?.record.recap.answers).toEqual({ ...answers, away: [] })
})

test('wishes know of no being away, and keep what they have when that is said', async () => {
  const row = rowKeys.wishes(ALEX.id)
  const { people } = await havingWritten(tenantPartition(TENANT), row, 'wishes', { reminders: false })
  expect(await people.wishes(TENANT, ALEX.id)).toEqual({ reminders: false, away: null })
  const away = { from: aRecap().from, until: aRecap().to, delegate: MEGAN }
  await Promise.all([
    people.keepWishes(TENANT, ALEX.id, { away }),
    people.keepWishes(TENANT, ALEX.id, { reminders: true }),
  ])
  expect(await people.wishes(TENANT, ALEX.id)).toEqual({ reminders: true, away })
})
