import { load as loadSays, WORDS } from '#words/overview'
import type { LoadJson, OverviewJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { Face } from '../look/icons'
import { follow } from '../look/Nav'
import { countWords, heavyWords } from './overviewWords'

type Props = Pick<OverviewJson, 'loads' | 'middleLoad'>

/** Who has how much open, the most first; who has far more than others stands out. Numbers lead to what they count. */
export function Owners({ loads, middleLoad }: Props) {
  const most = Math.max(...loads.map(({ items, issues }) => items + issues), 1)
  return (
    <section className="figure owners" aria-labelledby="owners">
      <div className="figure-head">
        <div>
          <h2 id="owners">{WORDS.owners}</h2>{' '}
          {loads.length > 0 && <span className="quiet">{loadSays.middle(middleLoad)}</span>}
        </div>
      </div>
      {loads.length === 0 ? (
        <p className="quiet figure-nothing">{WORDS.noOwners}</p>
      ) : (
        <table className="overview-table" role="table">
          <caption className="hidden">{WORDS.owners}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {WORDS.owner}
              </th>
              {[WORDS.items, WORDS.late, WORDS.blocked, WORDS.issues, WORDS.showStoppers].map((head) => (
                <th key={head} scope="col" role="columnheader" className="number">
                  {head}
                </th>
              ))}
              <td className="not-phone" role="cell" />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {loads.map((load) => (
              <Row key={load.owner?.id ?? ''} load={load} middle={middleLoad} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({
  load,
  middle,
  most,
}: {
  readonly load: LoadJson
  readonly middle: number
  readonly most: number
}) {
  const { owner, items, late, blocked, issues, showStoppers, heavy } = load
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className="who">
          <Face name={owner?.name ?? null} /> {owner?.name ?? WORDS.nobody}
        </span>
      </th>
      <td role="cell" className="number">
        <Counted count={items} owner={owner} of="items" />
      </td>
      <Trouble count={late} />
      <Trouble count={blocked} />
      <td role="cell" className="number">
        <Counted count={issues} owner={owner} of="issues" />
      </td>
      <Trouble count={showStoppers} />
      <td role="cell" className="not-phone load">
        <span title={heavyWords(load, middle)}>
          <svg width="100%" height="8" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 8">
            <rect
              className={heavy ? 'load-heavy' : 'load-bar'}
              width={(100 * (items + issues)) / most}
              height="8"
            />
          </svg>
          {heavy && <span className="hidden">{heavyWords(load, middle)}</span>}
        </span>
      </td>
    </tr>
  )
}

function Trouble({ count }: { readonly count: number }) {
  return (
    <td role="cell" className={count > 0 ? 'number late' : 'number quiet'}>
      {count}
    </td>
  )
}

type Link = { readonly count: number; readonly owner: LoadJson['owner']; readonly of: 'items' | 'issues' }

/** A number that leads to what it counts. */
function Counted({ count, owner, of }: Link) {
  const { query } = useAddress()
  if (count === 0 || (owner === null && of === 'items')) return count
  const to =
    of === 'items'
      ? pathOf('items', query, { owner: owner?.id ?? '' })
      : pathOf('issues', query, { owner: owner?.id ?? 'none' })
  return (
    <a
      className="link"
      href={to}
      aria-label={countWords(count, owner, of)}
      onClick={(event) => follow(event, to)}
    >
      {count}
    </a>
  )
}
