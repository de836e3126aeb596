import type { VerdictJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { Rag } from '../look/Rag'
import { follow } from '../look/Nav'
import { colourOfWeek } from './overviewWords'

/** The colours of the weeks before, oldest first; each leads to its recap. */
export function PastStrip({ past }: Pick<VerdictJson, 'past'>) {
  const { query } = useAddress()
  if (past.length === 0) return null
  return (
    <ul className="past-strip">
      {past.map(({ week, colour }) => {
        const to = pathOf('recaps', query, { week })
        return (
          <li key={week}>
            <a
              href={to}
              aria-label={colourOfWeek(week, colour)}
              title={colourOfWeek(week, colour)}
              onClick={(event) => follow(event, to)}
            >
              {colour ? <Rag colour={colour} short /> : <span className="rag rag-short rag-none" />}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
