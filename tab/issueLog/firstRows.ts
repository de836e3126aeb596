import type { IssueRow } from '../../bot/contract/issue'
import type { Ready } from '../data/live'
import { SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { COLUMN_NAME, TABLE } from '#words/log'
import { ageDays, ageWords, firstName, severityOf } from '../look/words'
import { columnsIn, type Column } from './columns'
import { entriesOf } from './entries'
import { groupsOf, readQuery } from './issueList'
import { groupOf, headed, listingFor } from './listing'
import { valueName } from './logWords'

/** More than a window shows at first. */
const FIRST = 30

/**
 * Draws the first rows as plain elements when the data is there before the code that draws the page: to be read,
 * and to be opened. The page takes their place, at the same spots, a moment later.
 */
export function drawFirstRows(page: HTMLElement, ready: Ready): void {
  const asked = new URLSearchParams(location.search)
  const query = readQuery(asked)
  const columns = columnsIn(asked)
  const group = ready.whole ? query.group : groupOf(listingFor(query), query.group)
  const { project, start } = ready
  const onlooker = { me: start.me.id, zone: project.zone, today: project.today }
  const groups = ready.whole ? groupsOf(ready.issues, query, onlooker) : headed(ready.issues, group)
  const lines = entriesOf(groups, group, new Set()).slice(0, FIRST)
  const body = element('tbody', { role: 'rowgroup' })
  for (const line of lines) {
    if (line.kind === 'row') body.append(rowOf(line.row, columns, ready))
    else if (group !== 'none') body.append(headOf(valueName(group, line.group.key, project)))
  }
  const chosen = columns.map((column) => `has-${column}`).join(' ')
  const table = element('table', {
    role: 'grid',
    'aria-label': TABLE,
    'aria-busy': 'true',
    class: `issue-rows ${group === 'severity' ? '' : 'with-severity'} ${chosen}`,
  })
  table.append(columnHeads(columns), body)
  table.addEventListener('click', openPressed)
  page.replaceChildren(
    around(
      'page',
      element('header', { class: 'nav' }),
      around('main', around('toolbar'), around('log', around('list', table))),
    ),
  )
}

/** The address says which issue is open: the page that takes the place of these rows opens it. */
function openPressed({ target }: Event): void {
  const id =
    target instanceof Element ? target.closest<HTMLElement>('[data-issue]')?.dataset['issue'] : undefined
  if (id === undefined) return
  const query = new URLSearchParams(location.search)
  query.set('issue', id)
  history.pushState({ within: true }, '', `?${query}`)
}

function rowOf(row: IssueRow, columns: readonly Column[], ready: Ready): HTMLElement {
  const tr = element('tr', { role: 'row', class: 'row issue', 'data-issue': row.id })
  tr.append(
    cell(
      'col-severity with-shape',
      element('span', { class: 'severity-word' }, SEVERITY_WORD[severityOf(row)]),
    ),
    cell('col-no number', row.id),
    cell('col-title title', element('span', { dir: 'auto' }, row.title)),
    ...columns.map((column) => cell(`col-${column}`, textOf(row, column, ready))),
  )
  return tr
}

function textOf(row: IssueRow, column: Column, { project }: Ready): string {
  switch (column) {
    case 'state':
      return STATUS_WORD[row.status]
    case 'owner':
      return row.owner ? firstName(row.owner.name) : valueName('owner', 'none', project)
    case 'where':
      return row.where
    case 'workstream':
      return project.workstreams.find(({ id }) => id === row.workstream)?.name ?? ''
    case 'age':
      return ageWords(ageDays(row.createdAt, project.zone, project.today))
    case 'changed':
      return firstName(row.changedBy.name)
  }
}

function headOf(name: string): HTMLElement {
  const tr = element('tr', { role: 'row', class: 'group-head' })
  tr.append(cell('', element('b', { class: 'first-head' }, name)))
  return tr
}

function columnHeads(columns: readonly Column[]): HTMLElement {
  const tr = element('tr', { role: 'row' })
  for (const [className, word] of [
    ['col-severity', ''],
    ['col-no number', COLUMN_NAME.no],
    ['col-title', COLUMN_NAME.title],
    ...columns.map((column) => [`col-${column}`, COLUMN_NAME[column]]),
  ]) {
    tr.append(element('th', { role: 'columnheader', scope: 'col', class: className ?? '' }, word))
  }
  const head = element('thead', { role: 'rowgroup' })
  head.append(tr)
  return head
}

function cell(className: string, content: Node | string): HTMLElement {
  const td = element('td', { role: 'gridcell', class: className })
  td.append(content)
  return td
}

function around(className: string, ...content: Node[]): HTMLElement {
  const div = element('div', { class: className })
  div.append(...content)
  return div
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (text !== '') made.textContent = text
  return made
}
