import { randomUUID } from 'node:crypto'
import type { ImportId } from '../../bot/domain/exchange/importJob'
import { fromEpochMs, epochMs } from '../../bot/domain/time'
import { openTestStorage } from '../support/azurite'
import { NOW } from '../support/builders'
import { anImportJob } from '../support/importJobs'

test.each([1, 655_360, 655_361, 3_000_000])(
  'a file of %i bytes comes back as it was given, until its time has come',
  async (length) => {
    const { imports } = await openTestStorage()
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 256)
    const until = fromEpochMs(epochMs(NOW) + 1_000)
    const job = anImportJob({
      id: randomUUID() as ImportId,
      file: { name: 'log.xlsx', bytes: length },
      until,
    })
    await imports.keep(job, bytes)
    expect((await imports.job(job.id))?.record).toEqual(job)
    expect(Buffer.compare(Buffer.from((await imports.bytes(job)) ?? []), Buffer.from(bytes))).toBe(0)

    await imports.clear(NOW)
    expect(await imports.bytes(job)).not.toBeNull()
    await imports.clear(fromEpochMs(epochMs(until) + 1))
    expect(await imports.bytes(job)).toBeNull()
    expect(await imports.job(job.id)).toBeNull()
  },
)

test('of two who go on with a job one is first', async () => {
  const { imports } = await openTestStorage()
  const job = anImportJob({ id: randomUUID() as ImportId })
  await imports.keep(job, new Uint8Array([1]))
  const read = await imports.job(job.id)
  const saves = await Promise.all([imports.save(job, read!.revision), imports.save(job, read!.revision)])
  expect(saves.filter((revision) => revision !== null)).toHaveLength(1)
})
