import type { ActionItem } from '../domain/actionItem'
import type { Issue } from '../domain/issue'
import { dateIn, daysBetween } from '../domain/time'
import type { IssueFilter, ItemFilter } from '../flows/command'
import type { IssuesPage, ItemsPage } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { agoWords, type Calendar } from './dates'
import type { CardButton, Element } from './elements'
import { body, buttons, dotted, eyebrow, openUrl, row, section, small, title, type Fact } from './parts'
import type { Reader } from './reader'
import { counted, oneLine, plain } from './text'
import { calendarOf, dueFact, ISSUE_STATUS, itemStatus, severityWord } from './words'

/** Action items, newest trouble first; a row opens on a tap, and the button says what comes next. */
export function itemsCard(list: ItemsPage, reader: Reader): Card {
  const { project, filter, page, total } = list
  const calendar = calendarOf(list.today, reader)
  const words = itemsTitle(filter, total)
  const turn = (label: string, to: number) =>
    execute(label, 'items.page', { project: project.id, filter: itemFilterData(filter), page: to })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(total === 0 ? [body(nothingOf(filter), 'medium')] : []),
    ...list.rows.map((item) => itemRow(list, item, calendar)),
    ...(total > 0 ? [section([small(`${spanWords(list)}, newest trouble first. Tap one to open it.`)])] : []),
    ...buttons([
      ...turning(list, page, turn),
      total === 0 && filter.kind !== 'open'
        ? execute('All open items', 'items.page', { project: project.id, filter: { kind: 'open' }, page: 0 })
        : openUrl('Open the list', reader.links.tab(project.id, { page: 'items' })),
    ]),
  ])
}

function itemsTitle(filter: ItemFilter, total: number): string {
  switch (filter.kind) {
    case 'open':
      return total === 0 ? 'Nothing is open' : counted(total, 'open item')
    case 'overdue':
      return total === 0 ? 'Nothing is overdue' : `${total} overdue`
    case 'of': {
      const name = oneLine(filter.person.name, 80)
      return total === 0 ? `Nothing is open for ${name}` : `${name}: ${counted(total, 'open item')}`
    }
  }
}

function nothingOf(filter: ItemFilter): string {
  return filter.kind === 'open'
    ? 'To add one: action price file @Adele by Fri'
    : 'Nobody waits for anything here.'
}

function itemFilterData(filter: ItemFilter) {
  return filter.kind === 'of' ? { kind: filter.kind, person: filter.person.id } : filter
}

function itemRow({ project }: ItemsPage, item: ActionItem, calendar: Calendar): Element {
  const status =
    item.state.status === 'blocked'
      ? blockedFor(item.state.since, project.zone, calendar)
      : item.state.status === 'open'
        ? null
        : itemStatus(item.state)
  const meta = dotted(
    item.id,
    plain(item.owner.name, 80),
    item.for && `for ${plain(item.for.name, 80)}`,
    status,
    item.due && item.due.moves.length >= 2 && `moved ${item.due.moves.length} times`,
  )
  return row(plain(item.title), dueFact(item, calendar, true), [meta], {
    tap: execute(`Open ${item.id}`, 'item.show', { project: project.id, id: item.id }),
  })
}

function blockedFor(
  since: Parameters<typeof dateIn>[0],
  zone: ItemsPage['project']['zone'],
  calendar: Calendar,
) {
  const days = daysBetween(dateIn(since, zone), calendar.today)
  return days > 0 ? `blocked for ${counted(days, 'day')}` : 'blocked since today'
}

/** Issues, the most urgent first. */
export function issuesCard(list: IssuesPage, reader: Reader): Card {
  const { project, filter, page, total } = list
  const words = issuesTitle(filter, total)
  const turn = (label: string, to: number) =>
    execute(label, 'issues.page', { project: project.id, filter: issueFilterData(filter), page: to })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(total === 0 ? [body('To report one: issue order total shows 0', 'medium')] : []),
    ...list.rows.map((issue) => issueRow(list, issue, reader)),
    ...(total > 0
      ? [section([small(`${spanWords(list)}, ${issueOrder(filter)}. Tap one to open it.`)])]
      : []),
    ...buttons([
      ...turning(list, page, turn),
      total === 0 && filter.kind !== 'open'
        ? execute('All open issues', 'issues.page', {
            project: project.id,
            filter: { kind: 'open' },
            page: 0,
          })
        : openUrl('Open the log', reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

function issuesTitle(filter: IssueFilter, total: number): string {
  switch (filter.kind) {
    case 'open':
      return total === 0 ? 'No issue is open' : counted(total, 'open issue')
    case 'severity':
      return total === 0
        ? `Nothing open: ${severityWord(filter.severity).toLowerCase()}`
        : `${severityWord(filter.severity)}: ${total} open`
    case 'of':
      return `${oneLine(filter.person.name, 80)}: ${total === 0 ? 'nothing to fix' : `${total} to fix`}`
    case 'words': {
      const words = oneLine(filter.words, 60)
      return total === 0 ? `Nothing found for “${words}”` : `${total} found for “${words}”`
    }
  }
}

function issueOrder(filter: IssueFilter): string {
  return filter.kind === 'words' ? 'best match first' : 'most urgent first'
}

function issueFilterData(filter: IssueFilter) {
  return filter.kind === 'of' ? { kind: filter.kind, person: filter.person.id } : filter
}

function issueRow({ project }: IssuesPage, issue: Issue, reader: Reader): Element {
  const fact: Fact = {
    text: severityWord(issue.severity),
    alarming: issue.severity === 'showStopper' && issue.state.status !== 'closed',
  }
  const meta = dotted(
    issue.id,
    ISSUE_STATUS[issue.state.status],
    issue.owner ? plain(issue.owner.name, 80) : 'nobody fixes it yet',
    agoWords(issue.createdAt, reader.now, reader.zone, reader.locale),
  )
  return row(plain(issue.title), fact, [meta], {
    tap: execute(`Open ${issue.id}`, 'issue.show', { project: project.id, id: issue.id }),
  })
}

type Span = Pick<ItemsPage, 'page' | 'pageSize' | 'total'> & { readonly rows: readonly unknown[] }

/** "1–5 of 7". */
function spanWords({ page, pageSize, rows, total }: Span): string {
  const from = page * pageSize
  return rows.length === total ? `All ${total}` : `${from + 1}–${from + rows.length} of ${total}`
}

function turning(list: Span, page: number, turn: (label: string, to: number) => CardButton): CardButton[] {
  const after = list.total - page * list.pageSize - list.rows.length
  return [
    ...(after > 0 ? [turn(`Next ${Math.min(after, list.pageSize)}`, page + 1)] : []),
    ...(page > 0 ? [turn(`Previous ${list.pageSize}`, page - 1)] : []),
  ]
}
