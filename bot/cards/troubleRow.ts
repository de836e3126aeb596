import type { Trouble } from '../domain/trouble'
import type { ProjectHead } from '../flows/outcome'
import { execute, type ExecuteAction } from './actions'
import { dateWords, type Calendar } from './dates'
import type { Container } from './elements'
import { row, type Fact } from './parts'
import { capital, counted, listed, plain, unbroken } from './text'
import { timesWords } from './words'

/** One trouble: what it is, since when, who waits, and what one could do next. A tap opens its record. */
export function troubleRow(trouble: Trouble, project: ProjectHead, calendar: Calendar): Container {
  return row(
    whatWords(trouble),
    factOf(trouble),
    [...evidenceLines(trouble, calendar), `Next: ${nextWords(trouble)}`],
    { bold: true, tap: showButton(trouble, project, '') },
  )
}

/** Opens the record that the trouble is about; of somebody silent the first of their items. */
export function showButton(trouble: Trouble, project: ProjectHead, before = 'Show '): ExecuteAction {
  if (trouble.kind === 'showStopper') {
    const { issue: id } = trouble
    return execute(`${before}${id}`, 'issue.show', { project: project.id, id })
  }
  const [first = 'A-1' as const] = trouble.kind === 'silent' ? trouble.items : [trouble.item]
  return execute(`${before}${first}`, 'item.show', { project: project.id, id: first })
}

function whatWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'silent':
      return `${plain(trouble.owner.name, 80)} has not answered`
    case 'showStopper':
      return `${plain(trouble.title, 140)} (${unbroken(trouble.issue)})`
    case 'blocked':
    case 'movedOften':
      return `${plain(trouble.title, 140)} (${unbroken(trouble.item)})`
  }
}

function factOf(trouble: Trouble): Fact {
  switch (trouble.kind) {
    case 'silent':
      return { text: `for ${counted(trouble.weeks, 'week')}` }
    case 'showStopper':
      return { text: `open ${counted(trouble.days, 'day')}`, alarming: true }
    case 'blocked':
      return { text: `blocked ${counted(trouble.days, 'day')}`, alarming: true }
    case 'movedOften':
      return { text: `moved ${timesWords(trouble.times)}` }
  }
}

const MOST_NAMED = 3

function evidenceLines(trouble: Trouble, calendar: Calendar): string[] {
  switch (trouble.kind) {
    case 'silent': {
      const items = listed(trouble.items.map(unbroken), MOST_NAMED)
      const lost = trouble.unreached === null ? [] : ['The latest card could not be delivered in their chat.']
      const since = `Asked since ${dateWords(trouble.since, calendar)}, about ${items}.`
      return [...lost, `${since}${waitWords(trouble.waits.map(nameOf))}`]
    }
    case 'showStopper': {
      const by = `Show-stopper, reported ${dateWords(trouble.since, calendar)} by ${nameOf(trouble.reporter)}.`
      return [`${by} ${trouble.owner ? `${nameOf(trouble.owner)} fixes it.` : 'Nobody fixes it yet.'}`]
    }
    case 'blocked': {
      const needs = trouble.needs ? ` Needs ${nameOf(trouble.needs)}.` : ''
      const since = `Since ${dateWords(trouble.since, calendar)}: ${sentence(plain(trouble.reason, 160))}`
      return [`${since}${needs}${waitWords(waiting(trouble))}`]
    }
    case 'movedOften': {
      const [first, due] = [dateWords(trouble.first, calendar), dateWords(trouble.due, calendar)]
      const why = trouble.why === '' ? '' : `: ${plain(trouble.why, 160)}`
      return [`${sentence(`First due ${first}, now ${due}${why}`)}${waitWords(waiting(trouble))}`]
    }
  }
}

/** A sentence that the lead could say next, or whom to ask. */
function nextWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'silent': {
      const [first = ''] = trouble.items
      return trouble.unreached === null
        ? `talk to them, or hand it on: own ${first} @name`
        : 'tell them to add Plumbline, then ask again: ask now'
    }
    case 'showStopper':
      return trouble.owner
        ? `ask ${nameOf(trouble.owner)} what would help: ${trouble.issue}`
        : `say who fixes it: triage ${trouble.issue} show-stopper @name`
    case 'blocked':
      return trouble.needs
        ? `ask ${nameOf(trouble.needs)} what stands in the way, or hand it on: own ${trouble.item} @name`
        : `find who can free it, or hand it on: own ${trouble.item} @name`
    case 'movedOften':
      return `agree a date that holds, or split it: ${trouble.item}`
  }
}

type OfItem = Extract<Trouble, { kind: 'blocked' | 'movedOften' }>

function waiting({ waits, unblocks }: OfItem): string[] {
  return [...(waits ? [nameOf(waits)] : []), ...(unblocks === null ? [] : [plain(unblocks, 80)])]
}

/** " Lynne Robbins and load test 3 wait." */
function waitWords(who: readonly string[]): string {
  if (who.length === 0) return ''
  return ` ${capital(listed(who, MOST_NAMED))} ${who.length === 1 ? 'waits' : 'wait'}.`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function nameOf({ name }: { readonly name: string }): string {
  return plain(name, 80)
}
