import fc from 'fast-check'
import { instant, type Instant, type ZoneId } from '../../bot/domain/time'
import { zone } from '../support/builders'
import type { Episode, Trouble } from './years'

/** A zone, and the stretches of it that the suite lives through: clocks that change, weeks 53, a day that never was. */
export const ZONES: readonly { readonly zone: ZoneId; readonly slice: readonly [Instant, Instant] }[] = [
  of('Australia/Lord_Howe', '2024-03-25', '2024-04-15'),
  of('Asia/Kathmandu', '2020-12-21', '2021-01-11'),
  of('Pacific/Chatham', '2024-09-16', '2024-10-07'),
  of('Pacific/Apia', '2011-12-12', '2012-01-16'),
  of('Europe/Copenhagen', '2024-10-14', '2024-11-04'),
  of('America/Los_Angeles', '2024-10-21', '2024-11-11'),
  of('America/Sao_Paulo', '2018-10-22', '2018-11-12'),
  of('Asia/Kolkata', '2015-12-21', '2016-01-11'),
  of('Pacific/Auckland', '2020-12-21', '2021-01-11'),
  of('UTC', '2026-12-21', '2027-01-11'),
]

function of(name: string, from: string, until: string) {
  const slice = [instant(`${from}T00:00:00Z`), instant(`${until}T00:00:00Z`)] as const
  return { zone: zone(name), slice }
}

const hours = (most: number) => fc.double({ min: 0.05, max: most, noNaN: true })
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('down' as const), hours: hours(120) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('setBack' as const), hours: hours(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('paused' as const), hours: hours(300) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moves' as const),
      to: fc.constantFrom(...ZONES.map((one) => one.zone)),
      hours: hours(1500),
    }),
  },
)

/** What happens in so many weeks, about one trouble in four. */
export function troublesOf(weeks: number): fc.Arbitrary<Episode[]> {
  const most = Math.ceil(weeks / 3)
  return fc.array(fc.record({ quietHours: hours(500), trouble }), { minLength: most, maxLength: most })
}
