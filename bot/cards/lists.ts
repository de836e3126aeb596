import type { ActionItem } from '../domain/actionItem'
import type { Issue } from '../domain/issue'
import { dateIn, daysBetween } from '../domain/time'
import type { IssueFilter, ItemFilter } from '../flows/command'
import type { IssuesPage, ItemsPage } from '../flows/outcome'
import type { ProjectHead } from '../flows/projectHead'
import { execute } from './actions'
import { card, type Card } from './card'
import { agoWords, dateWords, type Calendar } from './dates'
import type { CardButton, Element } from './elements'
import { body, buttons, dotted, eyebrow, openUrl, row, section, small, title, type Fact } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf, dueFact, itemStatus, severityWord, severityInline } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** Action items, newest trouble first; a row opens on a tap, and the button says what comes next. */
export function itemsCard(list: ItemsPage, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, filter, page, total } = list
  const calendar = calendarOf(list.today, reader)
  const words = itemsTitle(filter, total, calendar)
  const turn = (label: string, to: number) =>
    execute(label, 'items.page', { project: project.id, filter: itemFilterData(filter), page: to })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(total === 0 ? [body(nothingOf(filter, w), 'medium')] : []),
    ...list.rows.map((item) => itemRow(project, item, calendar)),
    ...(total > 0 ? [section([small(w.lists.newestTrouble(spanWords(list, w)))])] : []),
    ...buttons([
      ...turning(list, page, turn, w),
      total === 0 && filter.kind !== 'open'
        ? execute(w.lists.allOpenItems, 'items.page', {
            project: project.id,
            filter: { kind: 'open' },
            page: 0,
          })
        : openUrl(w.lists.openList, reader.links.tab(project.id, { page: 'items' })),
    ]),
  ])
}

function itemsTitle(filter: ItemFilter, total: number, calendar: Calendar): string {
  const w = wordsOf(calendar)
  switch (filter.kind) {
    case 'open':
      return total === 0 ? w.lists.nothingIsOpen : w.lists.openItems(total)
    case 'overdue':
      return total === 0 ? w.lists.nothingOverdue : w.lists.overdue(total)
    case 'blocked':
      return total === 0 ? w.lists.nothingBlocked : w.lists.blocked(total)
    case 'dueBy': {
      const date = dateWords(filter.until, calendar)
      return total === 0 ? w.lists.nothingDueBy(date) : w.lists.dueBy(date, total)
    }
    case 'of': {
      const name = oneLine(filter.person.name, 80)
      return total === 0 ? w.lists.nothingOpenFor(name) : w.lists.openItemsOf(name, total)
    }
  }
}

function nothingOf(filter: ItemFilter, w: Words): string {
  return filter.kind === 'open' ? w.lists.toAddOne : w.lists.nobodyWaits
}

function itemFilterData(filter: ItemFilter) {
  return filter.kind === 'of' ? { kind: filter.kind, person: filter.person.id } : filter
}

/** A row of an item. `where`: the project's name, in a list over several. */
export function itemRow(
  project: Pick<ProjectHead, 'id' | 'zone'>,
  item: ActionItem,
  calendar: Calendar,
  where: string | null = null,
): Element {
  const w = wordsOf(calendar)
  const status =
    item.state.status === 'blocked'
      ? blockedFor(item.state.since, project.zone, calendar)
      : item.state.status === 'open'
        ? null
        : itemStatus(item.state, w)
  const meta = dotted(
    item.id,
    where === null ? plain(item.owner.name, 80) : plain(where, 80),
    item.for && w.lists.for(plain(item.for.name, 80)),
    status,
    item.due && item.due.moves.length >= 2 && w.lists.movedTimes(item.due.moves.length),
  )
  return row(plain(item.title), dueFact(item, calendar, true), [meta], {
    tap: execute(w.lists.open(item.id), 'item.show', { project: project.id, id: item.id }),
  })
}

function blockedFor(since: Parameters<typeof dateIn>[0], zone: ProjectHead['zone'], calendar: Calendar) {
  const w = wordsOf(calendar)
  const days = daysBetween(dateIn(since, zone), calendar.today)
  return w.lists.blockedFor(days)
}

/** Issues, the most urgent first. */
export function issuesCard(list: IssuesPage, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, filter, page, total } = list
  const words = issuesTitle(filter, total, w)
  const turn = (label: string, to: number) =>
    execute(label, 'issues.page', { project: project.id, filter: issueFilterData(filter), page: to })
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    ...(total === 0 ? [body(w.lists.toReportOne, 'medium')] : []),
    ...list.rows.map((issue) => issueRow(project, issue, reader)),
    ...(total > 0 ? [section([small(w.lists.issuesFoot(spanWords(list, w), filter.kind === 'words'))])] : []),
    ...buttons([
      ...turning(list, page, turn, w),
      total === 0 && filter.kind !== 'open'
        ? execute(w.lists.allOpenIssues, 'issues.page', {
            project: project.id,
            filter: { kind: 'open' },
            page: 0,
          })
        : openUrl(w.lists.openLog, reader.links.tab(project.id, { page: 'issues' })),
    ]),
  ])
}

function issuesTitle(filter: IssueFilter, total: number, w: Words): string {
  switch (filter.kind) {
    case 'open':
      return total === 0 ? w.lists.noIssueOpen : w.lists.openIssues(total)
    case 'severity':
      return total === 0
        ? w.lists.nothingOpenOf(severityInline(filter.severity, w))
        : w.lists.severityOpen(severityWord(filter.severity, w), total)
    case 'notRated':
      return total === 0 ? w.lists.everyOneRated : w.lists.notRated(total)
    case 'unowned':
      return total === 0 ? w.lists.everyOneOwned : w.lists.unowned(total)
    case 'of':
      return w.lists.toFix(oneLine(filter.person.name, 80), total)
    case 'words': {
      return w.lists.found(oneLine(filter.words, 60), total)
    }
  }
}

function issueFilterData(filter: IssueFilter) {
  return filter.kind === 'of' ? { kind: filter.kind, person: filter.person.id } : filter
}

/** A row of an issue. `where`: the project's name, in a list over several. */
export function issueRow(
  project: Pick<ProjectHead, 'id'>,
  issue: Issue,
  reader: Reader,
  where: string | null = null,
): Element {
  const w = wordsOf(reader)
  const fact: Fact = {
    text: severityWord(issue.severity, w),
    alarming: issue.severity === 'showStopper' && issue.state.status !== 'closed',
  }
  const meta = dotted(
    issue.id,
    w.states.issue[issue.state.status],
    where === null ? (issue.owner ? plain(issue.owner.name, 80) : w.lists.nobodyFixes) : plain(where, 80),
    agoWords(issue.createdAt, reader.now, reader.zone, reader.locale),
  )
  return row(plain(issue.title), fact, [meta], {
    tap: execute(w.lists.open(issue.id), 'issue.show', { project: project.id, id: issue.id }),
  })
}

type Span = Pick<ItemsPage, 'page' | 'pageSize' | 'total'> & { readonly rows: readonly unknown[] }

/** "1–5 of 7". */
function spanWords({ page, pageSize, rows, total }: Span, w: Words): string {
  const from = page * pageSize
  return rows.length === total ? w.lists.all(total) : w.lists.span(from + 1, from + rows.length, total)
}

function turning(
  list: Span,
  page: number,
  turn: (label: string, to: number) => CardButton,
  w: Words,
): CardButton[] {
  const after = list.total - page * list.pageSize - list.rows.length
  return [
    ...(after > 0 ? [turn(w.lists.next(Math.min(after, list.pageSize)), page + 1)] : []),
    ...(page > 0 ? [turn(w.lists.previous(list.pageSize), page - 1)] : []),
  ]
}
