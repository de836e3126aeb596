import { Prohibited16Regular } from '@fluentui/react-icons/headless/svg/prohibited'
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search'
import { itemList, type ItemRow } from '../../bot/contract/item'
import { paths } from '../../bot/contract/paths'
import { go, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import { Face, StateShape } from '../look/icons'
import { follow } from '../look/Nav'
import { Full } from '../look/states'
import { dateWords, firstName, shortDate } from '../look/words'
import { LogSkeleton } from '../look/LogSkeleton'
import {
  dueGroups,
  isInItemView,
  isLate,
  isoWeek,
  ITEM_VIEWS,
  type DueGroup,
  type ItemView,
} from './itemList'

const VIEW_NAME: Record<ItemView, string> = { open: 'Open', mine: 'Mine', blocked: 'Blocked' }

/** Open action items by the week they are due in: who owes what to whom, and how far it drifted. */
export default function ItemsPage() {
  const { ready } = useTab()
  const { query, search } = useAddress()
  const { value: list, failed } = useLoaded(paths.items(ready.project.id), itemList)
  if (!list)
    return failed ? <div className="state">The items can’t be loaded right now.</div> : <LogSkeleton />
  const me = ready.start.me.id
  const view = ITEM_VIEWS.find((one) => one === query.get('view')) ?? 'open'
  const words = query.get('q') ?? ''
  const shown = list.rows.filter((row) => isInItemView(row, view, me) && hasWords(row, words))
  if (list.rows.length === 0) return <NoItems />
  return (
    <>
      <div className="toolbar">
        <label className="search">
          <span className="hidden">Search items</span>
          <Search20Regular />
          <input
            className="field"
            type="search"
            placeholder="Search"
            value={words}
            onChange={(event) => go(withQuery(search, { q: event.target.value }), 'replace')}
          />
        </label>
        <nav className="views" aria-label="Views">
          {ITEM_VIEWS.map((one) => {
            const to = withQuery(search, { view: one === 'open' ? null : one })
            return (
              <a
                key={one}
                href={to}
                aria-current={one === view ? 'true' : undefined}
                onClick={(event) => follow(event, to)}
              >
                {VIEW_NAME[one]} <span>{list.rows.filter((row) => isInItemView(row, one, me)).length}</span>
              </a>
            )
          })}
        </nav>
      </div>
      <div className="list" role="region" aria-label="Open action items" tabIndex={0}>
        <Table groups={dueGroups(shown, ready.project.today)} />
        {shown.length === 0 && (
          <div className="state">
            <h2>Nothing fits</h2>
          </div>
        )}
      </div>
    </>
  )
}

function hasWords(row: ItemRow, words: string): boolean {
  const text = `${row.id} ${row.title} ${row.owner.name} ${row.for?.name ?? ''} ${row.unblocks ?? ''}`
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.toLocaleLowerCase().includes(word))
}

function Table({ groups }: { readonly groups: readonly DueGroup[] }) {
  return (
    <table role="table" aria-label="Action items" className="item-rows">
      <thead role="rowgroup">
        <tr role="row">
          {['No.', 'What', 'Owner', 'Who waits for it', 'Due', 'Moved', 'State'].map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className={name === 'No.' || name === 'Moved' ? 'number' : undefined}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key} role="rowgroup">
          <tr className="group-head" role="row">
            <th role="rowheader" scope="rowgroup">
              <GroupName group={group} />
            </th>
          </tr>
          {group.rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function GroupName({ group }: { readonly group: DueGroup }) {
  const { ready } = useTab()
  if (group.kind === 'overdue') {
    return (
      <>
        <b className="late">Overdue</b> <span className="quiet">{group.rows.length}</span>
      </>
    )
  }
  if (group.monday === null) {
    return (
      <>
        <b>Without a date</b> <span className="quiet">{group.rows.length}</span>
      </>
    )
  }
  const week = isoWeek(group.monday)
  const isThis = week === Number(ready.project.week.slice(-2))
  return (
    <>
      <b>
        Week {week}
        {isThis ? ', this week' : `, from ${shortDate(group.monday)}`}
      </b>{' '}
      <span className="quiet">{group.rows.length} due</span>
    </>
  )
}

function Row({ row }: { readonly row: ItemRow }) {
  const { ready } = useTab()
  const { today } = ready.project
  return (
    <tr className="row still" role="row">
      <td role="cell" className="col-no number">
        {row.id}
      </td>
      <td role="cell" className="col-title title" dir="auto">
        {row.title}
      </td>
      <td role="cell" className="col-owner who">
        <Face name={row.owner.name} /> {firstName(row.owner.name)}
      </td>
      <td role="cell" className="col-where" dir="auto">
        {row.for && firstName(row.for.name)}
        {row.unblocks && (
          <span className="quiet">
            {row.for ? ' for ' : 'for '}
            {row.unblocks}
          </span>
        )}
      </td>
      <td role="cell" className={isLate(row, today) ? 'col-due late' : 'col-due'}>
        {row.due ? dateWords(row.due, today) : <span className="quiet">no date</span>}
      </td>
      <td role="cell" className="col-moved number">
        {row.moves > 0 && (
          <>
            <b>{driftWords(row.drift)}</b> <span className="quiet">×{row.moves}</span>
          </>
        )}
      </td>
      <td role="cell" className="col-state with-shape" title={row.reason ?? undefined}>
        <ItemState row={row} />
      </td>
    </tr>
  )
}

function driftWords(days: number): string {
  return days < 0 ? `−${-days} d` : `+${days} d`
}

function ItemState({ row }: { readonly row: ItemRow }) {
  if (row.status === 'blocked') {
    return (
      <>
        <Prohibited16Regular className="shape shape-showStopper" />
        <span className="state-word">Blocked</span>
      </>
    )
  }
  const inProgress = row.status === 'inProgress'
  return (
    <>
      <StateShape status={inProgress ? 'inProgress' : 'triaged'} />
      <span className="state-word">{inProgress ? 'In progress' : 'Open'}</span>
    </>
  )
}

function NoItems() {
  return (
    <Full
      icon={null}
      title="Nothing is owed to anybody"
      text="An action item is what somebody must provide so that somebody else can go on. Add one in the channel:"
    >
      <p className="example">
        <b>@Plumbline</b> action send the price file @Megan for @Alex by Friday unblocks load test
      </p>
    </Full>
  )
}
