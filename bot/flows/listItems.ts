import { byTrouble, isOverdue, type ActionItem } from '../domain/actionItem'
import { dueOn } from '../domain/dueDate'
import { dateIn, type PlainDate } from '../domain/time'
import type { CommandOf, ItemFilter, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { pageOf } from './page'
import { headOf } from './projectHead'

/** Rows of one card of a list: about one screen of a phone. */
const PAGE_SIZE = 10

/** Open action items, the newest trouble first, a page at a time. */
export async function listItems(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'listItems'>>,
): Promise<Outcome> {
  const { filter, page } = order.command
  const [project, open] = await Promise.all([
    records.project(order.project),
    records.openItems(order.project),
  ])
  if (!project) return { kind: 'notSetUp' }
  const today = dateIn(clock.now(), project.record.zone)
  const wanted = open.filter((item) => fits(item, filter, today)).sort(byTrouble(today))
  return {
    kind: 'items',
    list: { project: headOf(project.record), filter, today, ...pageOf(wanted, page, PAGE_SIZE) },
  }
}

function fits(item: ActionItem, filter: ItemFilter, today: PlainDate): boolean {
  switch (filter.kind) {
    case 'open':
      return true
    case 'overdue':
      return isOverdue(item, today)
    case 'blocked':
      return item.state.status === 'blocked'
    case 'dueBy':
      return item.due !== null && dueOn(item.due) <= filter.until
    case 'of':
      return item.owner.id === filter.person.id
  }
}
